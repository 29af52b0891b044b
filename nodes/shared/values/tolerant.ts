/**
 * Readers for values that an AI wrote: each gives the promised type, whatever it gets, and never throws. The API's
 * profiles are generated, so every field may be missing, empty or of a looser type than documented (API.md).
 */

/** Whether a value is an object with named fields: no list, no null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A record from what should be one: itself, JSON text of one, or the first in a list; else an empty one. */
export function toRecord(value: unknown): Record<string, unknown> {
	if (isRecord(value)) return value;
	if (Array.isArray(value)) return value.find(isRecord) ?? {};
	const parsed = typeof value === 'string' ? parseEmbedded(value) : undefined;
	return parsed === undefined ? {} : toRecord(parsed);
}

/** A field of a record, its name taken without regard to accents and case: `ocasiao` finds `ocasião`. */
export function field(record: Record<string, unknown>, name: string): unknown {
	if (Object.hasOwn(record, name)) return record[name];
	const wanted = plainName(name);
	const key = Object.keys(record).find((candidate) => plainName(candidate) === wanted);
	return key === undefined ? undefined : record[key];
}

/** Text from anything: a list is joined, an object gives its values, a boolean or nothing at all gives none. */
export function toText(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' || typeof value === 'bigint') return String(value);
	if (Array.isArray(value)) return joinTexts(value);
	return isRecord(value) ? joinTexts(Object.values(value)) : '';
}

/** A list of texts from anything: a text that is a written-out list is taken apart, empty entries go. */
export function toTextList(value: unknown): string[] {
	if (Array.isArray(value)) return value.map(toText).filter(isFilled);
	if (typeof value === 'string') return splitWrittenList(value);
	if (isRecord(value)) return toTextList(Object.values(value));
	return [toText(value)].filter(isFilled);
}

const YES = /^(true|1|sim|yes|verdadeiro|s|y|sí|si)(?![\p{L}\p{N}])/iu;

/** A boolean from anything: `true`, `1`, and the words for yes in English, Portuguese and Spanish, also as `"Sim, …"`. */
export function toFlag(value: unknown): boolean {
	if (typeof value === 'boolean') return value;
	if (typeof value === 'number') return value === 1;
	if (typeof value === 'string') return YES.test(value.trim());
	return Array.isArray(value) && value.length === 1 && toFlag(value[0]);
}

function plainName(name: string): string {
	return name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[\s-]+/g, '_');
}

function joinTexts(values: unknown[]): string {
	return values.map(toText).filter(isFilled).join(', ');
}

function isFilled(text: string): boolean {
	return text !== '';
}

function parseEmbedded(text: string): unknown {
	if (!/^\s*[[{]/.test(text)) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const BULLET = /^\s*(?:[-–—*•·]|\d{1,2}[.)])\s+/;
/** Longer parts than this are sentences with commas in them, not entries of a list. */
const ENTRY_WORDS = 4;

/** Takes apart a list that was written as text: JSON, lines (with or without bullets), semicolons, or short parts and commas. */
function splitWrittenList(text: string): string[] {
	const embedded = parseEmbedded(text);
	if (embedded !== undefined) return toTextList(embedded);
	const separator = /\r?\n/.test(text) ? /\r?\n/ : /;/.test(text) ? /;/ : isCommaList(text) ? /,/ : undefined;
	const parts = separator === undefined ? [text] : text.split(separator);
	return parts.map((part) => part.replace(BULLET, '').trim()).filter(isFilled);
}

function isCommaList(text: string): boolean {
	const parts = text.split(',');
	return parts.length > 1 && parts.every((part) => part.trim().split(/\s+/).length <= ENTRY_WORDS);
}
