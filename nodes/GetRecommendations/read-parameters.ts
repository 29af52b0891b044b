import type { Visitor } from '../shared/api/products';
import { type ChoiceParameter, InvalidParameter, readChoice } from '../shared/parameters/choice';
import {
	optionalText,
	type ParameterReader,
	readLimit,
	readList,
	readSwitch,
	requiredText,
} from '../shared/parameters/parameter-reader';
import { LIMIT, readProductUrlTemplate } from '../shared/parameters/shared-options';
import { readVisitor, withUserAsNumber } from '../shared/parameters/visitor-parameters';
import { hasLostDigits, ID_NAMES, idOf, lostDigits, productIds, SEPARATORS } from '../shared/values/ids';
import { field, holdsSomething, isRecord, plainName } from '../shared/values/read-ai-values';
import { plainText, shown } from '../shared/values/text';
import { FIRST_NAME, FIRST_VERSION, OPERATION, recommendation, type RecommendationName, SUBJECTS } from './operations';

const OUTPUT_FORMS = {
	items: { name: 'One Item per Product', description: 'Return one item for each product, best first' },
	list: { name: 'One Item With All Products', description: 'Return one item with the IDs of all products' },
};
type OutputAs = keyof typeof OUTPUT_FORMS;

/** The output form of the products. */
export const OUTPUT_AS: ChoiceParameter<OutputAs> = {
	name: 'outputAs',
	displayName: 'Output As',
	choices: OUTPUT_FORMS,
	default: 'items',
};

const WITHOUT_PRODUCTS = {
	nothing: { name: 'Return Nothing', description: 'Return no item' },
	item: {
		name: 'Return an Item With Empty Set to True',
		description: 'Return one item, so that the workflow goes on',
	},
	bestSellers: {
		name: 'Return Best Sellers',
		description: 'Return the best sellers instead, of the category if there is one, with fallback set to true',
	},
};
export type IfEmpty = keyof typeof WITHOUT_PRODUCTS;

/** What to return if there are no products. */
export const IF_EMPTY: ChoiceParameter<IfEmpty> = {
	name: 'ifEmpty',
	displayName: 'If Empty',
	choices: WITHOUT_PRODUCTS,
	default: 'nothing',
};

/** The products not to return. */
interface Excluded {
	/** How many IDs there are, each of which may have several spellings. */
	count: number;
	spellings: Set<string>;
}

/** One item's parameters. */
export interface RecommendationRequest {
	name: RecommendationName;
	/** The ID of the category, product or collection; empty for none. */
	subjectId: string;
	/** The session is empty if none is needed. */
	visitor: Visitor;
	limit: number;
	excluded: Excluded;
	ifEmpty: IfEmpty;
	includeInactive: boolean;
	asList: boolean;
	/** Empty for no product URL. */
	productUrlTemplate: string;
}

/**
 * Reads one item's parameters. Throws `InvalidParameter` for any value that cannot be sent as intended. `known` holds what the items
 * of an execution exclude, which may be thousands of IDs: items that exclude the same share it.
 */
export function readRequest(
	parameters: ParameterReader,
	item: number,
	known: Map<string, Excluded>,
): RecommendationRequest {
	const name = readName(parameters, item);
	const options = parameters.options(item);
	const key = JSON.stringify(options.excludeProductIds);
	const excluded = known.get(key) ?? readExcluded(options.excludeProductIds);
	known.set(key, excluded);
	return {
		name,
		subjectId: readSubject(name, parameters, item),
		visitor: readVisitorOf(name, options, parameters, item),
		limit: readLimit(parameters.read(LIMIT.name, item, LIMIT.default)),
		excluded,
		ifEmpty: parameters.choice(IF_EMPTY, item),
		includeInactive: readSwitch('Include Inactive Products', options.includeInactive),
		asList: parameters.choice(OUTPUT_AS, item) === 'list',
		productUrlTemplate: readProductUrlTemplate(options.productUrlTemplate),
	};
}

function readName(parameters: ParameterReader, item: number): RecommendationName {
	const holds = (name: string) => parameters.isExpression(name) || parameters.read(name, item, '') !== '';
	if (holds(FIRST_NAME)) return readChoice('Recommendation', OPERATION.choices, parameters.read(FIRST_NAME, item, ''));
	const name = parameters.choice(OPERATION, item);
	// See shownInFirstVersion in parameters.ts.
	const isCategoryView = parameters.typeVersion === FIRST_VERSION && holds('sessionId') && holds('categoryId');
	return name === OPERATION.default && isCategoryView ? 'categoryView' : name;
}

function readSubject(name: RecommendationName, parameters: ParameterReader, item: number): string {
	const { subject, optional } = recommendation(name);
	if (subject === undefined) return '';
	const value: unknown = parameters.read(subject, item, '');
	const id = optional ? optionalText(SUBJECTS[subject], value) : requiredText(SUBJECTS[subject], value);
	if (id !== '.' && id !== '..' && !/\p{Cs}/u.test(id)) return id;
	throw new InvalidParameter(
		`${SUBJECTS[subject]} is not valid`,
		`“${shown(id)}” cannot be sent. Check the parameter ${SUBJECTS[subject]}.`,
	);
}

function readVisitorOf(
	name: RecommendationName,
	options: Record<string, unknown>,
	parameters: ParameterReader,
	item: number,
): Visitor {
	const { asks } = recommendation(name);
	if (asks === 'everyone') return { sessionId: '' };
	const visitor = readVisitor(parameters, item);
	const asNumber = asks === 'event' && readSwitch('User ID as Number', options.userIdAsNumber);
	return asNumber ? withUserAsNumber(visitor) : visitor;
}

/**
 * IDs as text separated by commas or line breaks, or as a list from an expression. If one of them were dropped silently, a
 * product that the customer has bought could be shown.
 */
function readExcluded(value: unknown): Excluded {
	const products = readList('Exclude Product IDs', value).flatMap(linesOf).filter(holdsSomething);
	if (products.map(idOf).some(hasLostDigits))
		throw new InvalidParameter(...lostDigits('Exclude Product IDs', 'contains'));
	if (!products.every(isProduct)) {
		throw new InvalidParameter(
			'Exclude Product IDs contains something other than IDs',
			'Use IDs, or products that have theirs in a field named productId, product_id or id.',
		);
	}
	// What stands between two commas may be one ID with spaces in it, or several; an entry of a list, IDs with commas.
	const pieces = [value, ...products]
		.filter((text) => typeof text === 'string')
		.flatMap((text) => text.split(SEPARATORS).flatMap((piece) => (text === value ? piece.split(/\s+/) : piece)));
	const ids = productIds([...products, ...pieces, isRecord(value) ? '' : value]);
	// Also without what a sheet or Shopify writes around one, and without a slash between two that are too long for parts of one.
	const bare = ids.flatMap((id) =>
		id.replace(/^(?:#|gid:.*\/Product\/)|\.(?<=^#?\d+\.)0+$/g, '').split(/(?<=\d{4})\/(?=\d{4})/),
	);
	return { count: ids.length, spellings: new Set([...ids, ...bare]) };
}

/** Where the lines of orders are, and the product of a line. */
const LINES = /^(?:(?:line|order)?items|orders|products?|purchases|edges|nodes?)$/;

/** The lines in an order or in a customer's orders, whose own IDs are no product's; else the value itself. */
function linesOf(value: unknown): unknown[] {
	if (!isRecord(value) || field(value, 'productId') !== undefined) return [value];
	const { properties } = value;
	// A line of HubSpot's.
	if (isRecord(properties) && 'hs_product_id' in properties) return [properties.hs_product_id];
	const held = Object.entries(value).filter(([name, one]) => typeof one === 'object' && LINES.test(plainName(name)));
	const lines = held.flatMap(([, one]) => one);
	// An order may have no lines, or just their IDs.
	const isOrder = held.some(([name]) => /^(?:order|line|edge)/i.test(name));
	return isOrder || lines.some(isRecord) ? lines.flatMap(linesOf) : [value];
}

/** Whether a value names a product, or could: one of several products may lack its ID. */
function isProduct(value: unknown): boolean {
	return isRecord(value) ? ID_NAMES.some((name) => name in value) : plainText(value) !== undefined;
}
