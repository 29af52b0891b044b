import type { INodeProperties } from 'n8n-workflow';

import { choiceProperty } from '../shared/parameters/choice';
import { productUrlTemplate } from '../shared/parameters/product-url-template';
import { transportOptions } from '../shared/parameters/transport-options';
import { visitorParameters } from '../shared/parameters/visitor-parameters';
import { IF_EMPTY, OUTPUT_AS } from './outputs';
import { OPERATION, recommendationsWith, type Subject } from './recommendations';

/** With which recommendations the parameter of a subject shows. */
function about(subject: Subject, optional: boolean) {
	const names = recommendationsWith((entry) => entry.subject === subject && (entry.optional ?? false) === optional);
	return { show: { operation: names } };
}

const events = recommendationsWith(({ asks }) => asks === 'event');

const options: INodeProperties[] = [
	{
		displayName: 'Exclude Product IDs',
		name: 'excludeProductIds',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. 10023, 10024',
		description:
			'Products to leave out, such as those that the customer bought: IDs with commas or line breaks between them, or a list from an expression',
	},
	{
		displayName: 'Include Inactive Products',
		name: 'includeInactive',
		type: 'boolean',
		default: false,
		description: 'Whether to return the products of a collection that are switched off, too',
		displayOptions: { show: { '/operation': ['collection'] } },
	},
	{
		...productUrlTemplate,
		description: 'The address of a product page with {ID} where the ID goes. Each product then has a productUrl.',
		displayOptions: { show: { '/outputAs': ['items'] } },
	},
	{
		displayName: 'User ID as Number',
		name: 'userIdAsNumber',
		type: 'boolean',
		default: false,
		description: 'Whether to send the user ID as a number, for a shop that has always sent it so',
		displayOptions: { show: { '/operation': events } },
	},
	...transportOptions,
];

export const parameters: INodeProperties[] = [
	choiceProperty(OPERATION, { noDataExpression: true, description: 'Which products to ask for' }),
	{
		displayName:
			'Each item sends an event, which teaches Fashion.AI about the visitor. <b>Retry On Fail</b> in the settings would send the events of all items again: leave it off, and set <b>On Error</b> to <b>Continue (using error output)</b> instead.',
		name: 'eventNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { operation: events } },
	},
	{
		displayName: 'Category ID',
		name: 'categoryId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. vestidos',
		description: 'The ID of the category, as your shop sends it to Fashion.AI',
		displayOptions: about('categoryId', false),
	},
	{
		displayName: 'Category ID',
		name: 'categoryId',
		type: 'string',
		default: '',
		placeholder: 'e.g. vestidos',
		description: 'The ID of the category, as your shop sends it to Fashion.AI. Leave it empty for the whole shop.',
		displayOptions: about('categoryId', true),
	},
	{
		displayName: 'Collection ID',
		name: 'collectionId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. summer-looks',
		description: 'The ID of the merchandising collection in Fashion.AI',
		displayOptions: about('collectionId', false),
	},
	{
		displayName: 'Product ID',
		name: 'productId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 10023',
		description: 'The ID of the product, as your shop sends it to Fashion.AI',
		displayOptions: about('productId', false),
	},
	...visitorParameters('Without one, choose Best Sellers or Collection: they need none.', {
		show: { operation: recommendationsWith(({ asks }) => asks !== 'everyone') },
	}),
	choiceProperty(OUTPUT_AS, { description: 'In what form the products come' }),
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
	},
	choiceProperty(IF_EMPTY, {
		description: 'What to do without products: Fashion.AI recommends none while it knows too little about a visitor',
	}),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: options.sort((a, b) => a.displayName.localeCompare(b.displayName)),
	},
];
