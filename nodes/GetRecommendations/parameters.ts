import type { INodeProperties } from 'n8n-workflow';

import { choiceProperty } from '../shared/parameters/choice';
import { byName, httpOptions, LIMIT, productUrlTemplate } from '../shared/parameters/shared-options';
import { visitorParameters } from '../shared/parameters/visitor-parameters';
import {
	FIRST_NAME,
	FIRST_VERSION,
	OPERATION,
	type RecommendationName,
	recommendationsWith,
	type Subject,
	SUBJECTS,
} from './operations';
import { IF_EMPTY, OUTPUT_AS } from './read-parameters';

/**
 * A parameter shown with some recommendations only. It is listed twice, since n8n's display options have no "or" and a
 * workflow of the first release stores its recommendation in the hidden parameter.
 */
function shownWith(names: RecommendationName[], property: INodeProperties, root = ''): INodeProperties[] {
	return [
		{ ...property, displayOptions: { show: { [`${root}${OPERATION.name}`]: names, [`${root}${FIRST_NAME}`]: [''] } } },
		{ ...property, displayOptions: { show: { [`${root}${FIRST_NAME}`]: names } } },
	];
}

/** The parameter of a subject. */
function about(
	subject: Subject,
	optional: boolean,
	rest: Pick<INodeProperties, 'placeholder' | 'description'>,
): INodeProperties[] {
	const names = recommendationsWith((entry) => entry.subject === subject && (entry.optional ?? false) === optional);
	const property: INodeProperties = {
		displayName: SUBJECTS[subject],
		name: subject,
		type: 'string',
		default: '',
		...rest,
	};
	return shownWith(names, optional ? property : { ...property, required: true });
}

/**
 * A parameter of Category View in a node of the first version. Category View was the default then, so n8n stored no name for
 * it: such a node holds a session and looks like one for Best Sellers, which needs none.
 */
function shownInFirstVersion(property: INodeProperties, root = ''): INodeProperties {
	const show = {
		'@version': [FIRST_VERSION],
		[`${root}${OPERATION.name}`]: [OPERATION.default],
		[`${root}${FIRST_NAME}`]: [''],
	};
	return { ...property, required: false, displayOptions: { show } };
}

const events = recommendationsWith(({ asks }) => asks === 'event');

const userIdAsNumber: INodeProperties = {
	displayName: 'User ID as Number',
	name: 'userIdAsNumber',
	type: 'boolean',
	default: false,
	description: 'Whether to send the user ID as a number, for shops that have always sent it as one',
};

const OPTIONS: INodeProperties[] = [
	{
		displayName: 'Exclude Product IDs',
		name: 'excludeProductIds',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. 10023, 10024',
		description:
			'Products to leave out, such as those the customer bought: IDs separated by commas or line breaks, or a list from an expression',
	},
	...shownWith(
		['collection'],
		{
			displayName: 'Include Inactive Products',
			name: 'includeInactive',
			type: 'boolean',
			default: false,
			description: 'Whether to also return products that are inactive in the collection',
		},
		'/',
	),
	{
		...productUrlTemplate,
		description:
			'The web address of a product page, with {ID} in place of the product ID. Adds productUrl to each product.',
		displayOptions: { show: { '/outputAs': ['items'] } },
	},
	...shownWith(events, userIdAsNumber, '/'),
	shownInFirstVersion(userIdAsNumber, '/'),
	...httpOptions,
];

const VISITOR = visitorParameters(
	"Drag it in from your webhook or cart data. If you have none, choose 'Best Sellers' or 'Collection'.",
);

export const PARAMETERS: INodeProperties[] = [
	{ displayName: 'Recommendation', name: FIRST_NAME, type: 'hidden', default: '' },
	choiceProperty(OPERATION, {
		noDataExpression: true,
		description: 'Which products to get',
		displayOptions: { show: { [FIRST_NAME]: [''] } },
	}),
	{
		displayName:
			'This node was added with an earlier version of the package and keeps working as it was set up. To choose another operation, add the node again.',
		name: 'firstNameNotice',
		type: 'notice',
		default: '',
		displayOptions: { hide: { [FIRST_NAME]: [''] } },
	},
	...shownWith(events, {
		displayName:
			"Each item sends an event, which teaches Fashion.AI about the visitor. Leave 'Retry On Fail' in the node settings off, since it would send the events of all items again. Set 'On Error' to 'Continue (using error output)' instead.",
		name: 'eventNotice',
		type: 'notice',
		default: '',
	}),
	...about('categoryId', false, {
		placeholder: 'e.g. dresses',
		description: 'The ID of the category, as your shop sends it to Fashion.AI',
	}),
	...about('categoryId', true, {
		placeholder: 'e.g. dresses',
		description: 'The ID of the category, as your shop sends it to Fashion.AI. Leave it empty for the whole shop.',
	}),
	...about('collectionId', false, {
		placeholder: 'e.g. summer-looks',
		description: 'The ID of the merchandising collection in Fashion.AI',
	}),
	...about('productId', false, {
		placeholder: 'e.g. 10023',
		description: 'The ID of the product, as your shop sends it to Fashion.AI',
	}),
	...VISITOR.flatMap((property) =>
		shownWith(
			recommendationsWith(({ asks }) => asks !== 'everyone'),
			property,
		),
	),
	...VISITOR.map((property) =>
		shownInFirstVersion({
			...property,
			hint: 'With a session and a category, this node gets a category view; without, best sellers.',
		}),
	),
	choiceProperty(OUTPUT_AS, { description: 'How to return the products' }),
	LIMIT,
	choiceProperty(IF_EMPTY, {
		description:
			'What to do when there are no products. Fashion.AI recommends none while it knows too little about a visitor.',
	}),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: byName(OPTIONS),
	},
];
