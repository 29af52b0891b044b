import { INVISIBLE, urlEncoded } from './text';
import { field, isRecord, parseJson } from './read-ai-values';

/**
 * The ID in a value, from text or a number. Empty if there is none, or for a number beyond JavaScript's safe integers:
 * it has already lost digits and would identify another product.
 */
export function toId(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'bigint') return String(value);
	return typeof value === 'number' && Number.isFinite(value) && !hasLostDigits(value) ? String(value) : '';
}

/** Whether a number has lost digits: JavaScript keeps some 16 of them, so as an ID it would identify something else. */
export function hasLostDigits(value: unknown): boolean {
	return Number.isFinite(value) && Math.abs(Number(value)) > Number.MAX_SAFE_INTEGER;
}

/** The texts for a parameter with such a number; `what` says that it is or has one. */
export function lostDigits(displayName: string, what: 'is' | 'contains'): [message: string, description: string] {
	return [
		`${displayName} ${what} a number that is too long`,
		'A number with more than 15 digits loses some of them on its way through n8n. Have the earlier node return it as text, in quotes.',
	];
}

/** The names of a product's ID. A line of an order has an `id` of its own besides the product's. */
export const ID_NAMES = ['productId', 'product_id', 'id'];

/** What stands for the ID of a product, given as a bare ID or an object. */
export function idOf(product: unknown): unknown {
	if (!isRecord(product)) return product;
	const held = ID_NAMES.map((name) => field(product, name));
	return held.find((id) => !['', '0'].includes(toId(id))) ?? held.find(hasLostDigits);
}

/** The ID of a product. Empty if there is none. */
export function productId(product: unknown): string {
	return toId(idOf(product));
}

/** The IDs in a list of products, in order and without duplicates; entries without one are dropped. */
export function productIds(products: unknown[]): string[] {
	return [...new Set(products.map(productId).filter((id) => id !== ''))];
}

/** What separates the IDs in a text. Spaces do only if nothing else does: an ID may contain some. */
export const SEPARATORS = /[,;|，；、\t\r\n]+/;

/** Names under which a list of products or IDs is passed on. */
const LISTS = /^(data|items?|products?|produtos?|productos?|(products?_?)?ids?)$/i;

/** How deep lists may be nested: such as the products of each order of each customer. */
export const MAX_DEPTH = 5;

/**
 * The entries of a parameter that takes IDs or objects: a list, also one of lists, of n8n's own items or under a name of its own
 * (an Aggregate node's item), one object, JSON text of these, or separated IDs. An ID in text keeps every digit: it is never parsed as a number.
 */
export function entriesOf(value: unknown): unknown[] {
	const entries = [readEntries(value)].flat(MAX_DEPTH);
	return entries.flatMap((entry) => {
		const product = isRecord(entry) && isRecord(entry.json) ? entry.json : entry;
		// Get Recommendations' item with the list.
		const ids =
			isRecord(product) && product.name === undefined && productId(product) === ''
				? field(product, 'productIds')
				: undefined;
		if (Array.isArray(ids)) return ids.flat(MAX_DEPTH) as unknown[];
		const [[name, list] = ['', undefined], ...others] = isRecord(product) ? Object.entries(product) : [];
		if (!Array.isArray(list) || others.length > 0) return product;
		return LISTS.test(name) || list.every(isRecord) ? list.flat(MAX_DEPTH) : product;
	});
}

function readEntries(value: unknown): unknown {
	const list = parseList(value);
	if (typeof list !== 'string') return list;
	// An expression yields these for a missing field.
	return list
		.split(SEPARATORS.test(list) ? SEPARATORS : /\s+/)
		.map(unquoted)
		.filter((id) => id !== 'null' && id !== 'undefined');
}

/** An entry of a list in text, without what is invisible and the quotes around it. */
export function unquoted(entry: string): string {
	return entry
		.replace(INVISIBLE, '')
		.trim()
		.replace(/^["'“](.*)["'”]$/, '$1');
}

/** A value, or what it is JSON text of, or its text without the brackets of a list. */
export function parseList(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const text = value.trim();
	return (
		(/^[[{]/.test(text) ? parseJson(keepDigits(text, /e|^-?0\d/i)) : undefined) ?? text.replace(/^\[(.*)\]$/s, '$1')
	);
}

/** Millions of digits would exhaust the expression's stack. */
const NUMERAL = /-?\d{1,999}(?:\.\d+)?(?:e[+-]?\d+)?/iy;

/** Quotes in JSON the integers that JavaScript cannot represent exactly, and the numerals that match `others`: they are IDs, and a wrong ID is no better than none. */
export function keepDigits(json: string, others = /^$/): string {
	const parts: string[] = [];
	let kept = 0;
	let inText = false;
	for (let at = 0; at < json.length; at++) {
		const character = json.charAt(at);
		if (inText && character === '\\') at++;
		else if (character === '"') inText = !inText;
		else if (!inText && /[\d-]/.test(character)) {
			NUMERAL.lastIndex = at;
			const [numeral = character] = NUMERAL.exec(json) ?? [];
			if (others.test(numeral) || (/^-?\d{16,}$/.test(numeral) && hasLostDigits(Number(numeral)))) {
				parts.push(json.slice(kept, at), `"${numeral}"`);
				kept = at + numeral.length;
			}
			at += numeral.length - 1;
		}
	}
	return parts.join('') + json.slice(kept);
}

/** The placeholder, also in double braces. */
const ID = /\{\{\s*id\s*\}\}|\{id\}/gi;

/**
 * The URL of a product from a template such as `https://shop.example/p/{ID}`, with the ID encoded as a URL component.
 * Empty for an empty template.
 */
export function productUrl(template: string, id: string): string {
	return template.replace(ID, () => urlEncoded(id));
}

/** Whether a template contains the placeholder. */
export function hasPlaceForId(template: string): boolean {
	return template.search(ID) >= 0;
}
