/**
 * Readers for values that an AI wrote: each gives the promised type, whatever it gets, and never throws. The API's
 * profiles are generated, so every field may be missing, empty or of a looser type than documented (docs/api.md).
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

/**
 * The first field of a record, by any of its names, that holds something. Names are taken without regard to accents, case,
 * separators and other signs: `ocasiao` finds `ocasião`, and `toneOfVoice` `tone_of_voice`.
 */
export function field(record: Record<string, unknown>, ...names: string[]): unknown {
	const exact = names.find((name) => Object.hasOwn(record, name) && holdsSomething(record[name]));
	return exact === undefined ? fields(record, ...names)[0] : record[exact];
}

/** All fields of a record, by any of the names, that hold something, those of the exact names first. */
export function fields(record: Record<string, unknown>, ...names: string[]): unknown[] {
	const wanted = new Set(names.map(plainName));
	const alike = keysOf(record).filter((candidate) => wanted.has(plainName(candidate)));
	const keys = new Set([...names.filter((name) => Object.hasOwn(record, name)), ...alike]);
	return [...keys].map((key) => record[key]).filter(holdsSomething);
}

/** A record has a dozen. One with hundreds of thousands would stop n8n while each of their names is compared. */
const MOST_KEYS = 1_000;
/** The first keys of such records: to list them all takes long enough to be done once. */
const firstKeys = new WeakMap<object, string[]>();

function keysOf(record: Record<string, unknown>): string[] {
	const known = firstKeys.get(record);
	if (known) return known;
	const keys = Object.keys(record);
	if (keys.length <= MOST_KEYS) return keys;
	const first = keys.slice(0, MOST_KEYS);
	firstKeys.set(record, first);
	return first;
}

/** Whether there is anything in a value: what is empty under one name may be filled under another. */
export function holdsSomething(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() !== '';
	return typeof value === 'object' && value !== null
		? Object.keys(value).length > 0
		: value !== undefined && value !== null;
}

/** What lies deeper than this within a value is not read: no text for people does. */
const MOST_LEVELS = 20;

/** Text from anything: a list is joined, an object gives its values, a boolean or nothing at all gives none. */
export function toText(value: unknown): string {
	return textOf(value, 0);
}

function textOf(value: unknown, level: number): string {
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' || typeof value === 'bigint') return String(value);
	if (typeof value !== 'object' || value === null || level > MOST_LEVELS) return '';
	const texts = Object.values(value).map((part) => textOf(part, level + 1));
	return texts.filter(isFilled).join(', ');
}

/** A list of texts from anything: a text that is a written-out list is taken apart, empty entries go. */
export function toTextList(value: unknown): string[] {
	if (typeof value === 'string') return splitWrittenList(value);
	if (typeof value === 'object' && value !== null) return Object.values(value).map(toText).filter(isFilled);
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

const plainNames = new Map<string, string>();
/** The names of an API are few; those that an AI makes up must not fill the memory. */
const MOST_NAMES = 500;

function plainName(name: string): string {
	const known = plainNames.get(name);
	if (known !== undefined) return known;
	const plain = name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
	if (plainNames.size < MOST_NAMES) plainNames.set(name, plain);
	return plain;
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
