import { isRecord } from './read-ai-values';

/**
 * The id in a value: text as it is written, or a number. A number beyond what JavaScript can tell apart has lost digits
 * already and would name another product, so it gives none. Empty where there is none.
 */
export function toId(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'bigint') return String(value);
	return typeof value === 'number' && Number.isFinite(value) && !hasLostDigits(value) ? String(value) : '';
}

/** Whether a number has lost digits: JavaScript keeps some 16 of them, so as an id it would name somebody or something else. */
export function hasLostDigits(value: unknown): boolean {
	return Number.isFinite(value) && Math.abs(Number(value)) > Number.MAX_SAFE_INTEGER;
}

/** What to do about such a number. */
export const KEEP_DIGITS =
	'A number with more than 15 digits loses some of them on its way through n8n. Have the earlier node return it as text, in quotes.';

/** The id of one product, whatever its form: an id alone, or an object that has one. Empty where it has none. */
export function productId(product: unknown): string {
	return isRecord(product) ? toId(product.productId) || toId(product.id) : toId(product);
}

/** The ids in a list of products, without duplicates, order kept; what has none is left out. */
export function productIds(products: unknown[]): string[] {
	return [...new Set(products.map(productId).filter((id) => id !== ''))];
}

/**
 * The entries of a parameter that takes ids or objects: a list, one object, JSON text of either, or text with ids between
 * commas, semicolons, spaces or line breaks. An id in text keeps every digit: it is never read as a number.
 */
export function entriesOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	if (typeof value !== 'string') return [value];
	const text = value.trim();
	const parsed = /^[[{]/.test(text) ? parse(text) : undefined;
	// What an expression makes of a field that holds nothing.
	return parsed === undefined
		? text
				.replace(/^\[(.*)\]$/s, '$1')
				.split(/[\s,;]+/)
				.filter((id) => id !== 'null' && id !== 'undefined')
		: [parsed].flat();
}

const TEXT_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

/** JSON, in which numbers that JavaScript would write in another way, or that only a person would write so, stay text. */
function parse(json: string): unknown {
	const kept = json.replace(TEXT_OR_NUMBER, (token) =>
		token.startsWith('"') || (!/e|^-?0\d/i.test(token) && token.replace(/\D/g, '').length < 16)
			? token
			: JSON.stringify(token),
	);
	try {
		return JSON.parse(kept) as unknown;
	} catch {
		return undefined;
	}
}

/** Also in two braces, which n8n's editor takes for an expression when they are pasted. */
const ID = /\{\{\s*id\s*\}\}|\{id\}/gi;

/** What stands for half of a character, which no encoding can send. */
const REPLACEMENT = '\uFFFD';

/**
 * The address of a product from a template such as `https://shop.example/p/{ID}`, the id encoded as one part of it.
 * An empty template gives an empty text.
 */
export function productUrl(template: string, id: string): string {
	return template.replace(ID, () => encodeURIComponent(id.replace(/\p{Cs}/gu, REPLACEMENT)));
}

/** Whether a template says where the id goes. */
export function hasPlaceForId(template: string): boolean {
	return template.search(ID) >= 0;
}
