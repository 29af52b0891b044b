import { withoutAccents } from './text';

/**
 * Readers for values written by an AI: each returns its declared type for any input and never throws. The API's
 * profiles are generated, so any field may be missing, empty or of a looser type than documented (docs/api.md).
 */

/** Whether a value is an object, but not an array or null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A record from a record, its JSON text, or the first one in a list; otherwise empty. */
export function toRecord(value: unknown): Record<string, unknown> {
	const held = opened(value);
	if (Array.isArray(held)) return held.find(isRecord) ?? {};
	return isRecord(held) ? held : {};
}

/**
 * The first non-empty field of a record under any of the names. Names match regardless of accents, case, separators and
 * other punctuation: `ocasiao` finds `ocasião`, and `toneOfVoice` finds `tone_of_voice`.
 */
export function field(record: Record<string, unknown>, ...names: string[]): unknown {
	for (const name of names) if (Object.hasOwn(record, name) && holdsSomething(record[name])) return record[name];
	return fields(record, ...names)[0];
}

/** The names of each field, from a table that has them with spaces in between. */
export function namesOf<Field extends string>(table: Record<Field, string>): Record<Field, string[]> {
	const entries = Object.entries<string>(table).map(([field, names]) => [field, names.split(' ')]);
	return Object.fromEntries(entries) as Record<Field, string[]>;
}

/** All non-empty fields of a record under any of the names, exact matches first. */
export function fields(record: Record<string, unknown>, ...names: string[]): unknown[] {
	const wanted = names.map(plainName);
	const alike = keysOf(record).filter((candidate) => wanted.includes(plainName(candidate)));
	const keys = new Set([...names.filter((name) => Object.hasOwn(record, name)), ...alike]);
	return [...keys].map((key) => record[key]).filter(holdsSomething);
}

/** All non-empty fields of a record whose plain names match. */
export function fieldsLike(record: Record<string, unknown>, names: RegExp): unknown[] {
	const alike = keysOf(record).filter((name) => names.test(plainName(name)));
	return alike.map((name) => record[name]).filter(holdsSomething);
}

/** A record has a dozen keys. Comparing hundreds of thousands would block n8n. */
const MAX_KEYS = 1_000;
/** The first keys of oversized records, cached since listing all keys is slow. */
const firstKeys = new WeakMap<object, string[]>();

/** The keys of a record, or the first `MAX_KEYS` of them. */
export function keysOf(record: Record<string, unknown>): string[] {
	const known = firstKeys.get(record);
	if (known) return known;
	const keys = Object.keys(record);
	if (keys.length <= MAX_KEYS) return keys;
	const first = keys.slice(0, MAX_KEYS);
	firstKeys.set(record, first);
	return first;
}

/** Whether a value is non-empty: what is empty under one name may be filled under another. */
export function holdsSomething(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() !== '';
	return typeof value === 'object' && value !== null
		? Object.keys(value).length > 0 || value instanceof Date
		: value !== undefined && value !== null;
}

/** Deeper levels of a value are ignored: no text for people is nested that deep. */
export const MAX_DEPTH = 20;

/** Text from anything: lists and an object's values are joined; a boolean, null or undefined yields none. */
export function toText(value: unknown): string {
	return textOf(value, 0);
}

function textOf(value: unknown, level: number): string {
	// Neither is a character, and many a database refuses them.
	if (typeof value === 'string') return value.replace(/[\0\p{Cs}]/gu, '').trim();
	if (typeof value === 'number' || typeof value === 'bigint') return String(value);
	if (typeof value !== 'object' || value === null || level > MAX_DEPTH) return '';
	return textsIn(value, level + 1).join(', ');
}

function textsIn(value: object, level: number, most = MAX_LIST): string[] {
	const texts = Array.isArray(value)
		? value.slice(0, most).map((part) => textOf(part, level))
		: Object.entries(value)
				.slice(0, most)
				.map(([name, part]) => withNegation(name, textOf(part, level)));
	return texts.filter(isFilled);
}

/** A plain name that turns its value into the opposite, such as `evitar` or `naooferecer`. */
const NEGATION =
	/nao|nunca|never|dont$|donot|^no(?:t(?![aei])|ofre|us|reco|menc)|(?<!in)evit|re(?:jei|chaz|stri|turn)|de(?:scart|volv|vuel)|avoid|odei|proib|exclu|bloque|esgot|dislik/;

/** Without its name, what to avoid would read like what to do. */
function withNegation(name: string, text: string): string {
	return text !== '' && NEGATION.test(plainName(name)) ? `${name.replaceAll('_', ' ')}: ${text}` : text;
}

/** No list is longer. Hundreds of thousands of entries would block n8n. */
export const MAX_LIST = 1_000;

/** A list of texts from anything: a list written as text is split, empty entries are dropped. */
export function toTextList(value: unknown): string[] {
	if (typeof value === 'string') return splitWrittenList(value);
	if (typeof value === 'object' && value !== null) return textsIn(value, 0).map(withoutBullet).filter(isFilled);
	return [toText(value)].filter(isFilled);
}

/** A yes comes first. */
const MAX_FLAG = 200;

/** What decorates a word: quotes, asterisks, check marks. */
const DECORATION = /^(?:[^\p{L}\p{N}-]|-(?!\d))+|[^\p{L}\p{N}]+$/gu;
/** Spanish: "although". */
const ALTHOUGH = /^si\s+bien(?!\p{L})\s*/iu;
/** What an AI repeats before its answer. */
const QUESTION =
	/^(?:n(?:ov|ew|uev)\p{L}*[ _](?:comporta|behav)\p{L}+(?: \p{L}+ad[oa])?|respuesta|resposta|answer)["']?\s*:\s*["']?/iu;
/** Alone: "S/N" and "1. Nenhum" begin with one of them as well. */
const YES_ALONE =
	/^(?:[1sy]|1[.,]0+|verdade|ciert[oa]|(?:posi|afirma|affirma)tiv[aeo]|(?:(?:new|n(?:ov|uev)[ao]s?) (?!n)\p{L}+ )?(?:detect|identifi|confirm)(?:ed|c?ad[ao]s?))$/iu;
/** Spanish "si" without an accent is a yes before a comma or the end, else "if". */
const YES =
	/^(?:(?:true|sim|yes|verdadei?ro|sí)(?![\p{L}\p{N}])|si(?=[ \t]*(?:[\p{P}\p{S}\r\n]|$)))(?!(?:\s*[/|]\s*|\s+(?:ou?|or)\s+)(?:n[ãa]?o|false|falso)(?!\p{L}| \p{L}))(?!\s+(?:e|y|and)\s+n[ãa]?o(?!\p{L}|\s+(?:s[óo]|apenas|only|solo)(?!\p{L})))/iu;

/** The names under which an object says yes or no, beside a text that describes or explains it. */
const ANSWER_NAMES =
	'valor value detectado detected presente present existe resposta status novo_comportamento new_behavior novo'.split(
		' ',
	);

/**
 * A boolean from anything: `true`, `1`, or yes in English, Portuguese or Spanish, also as in `"Sim, …"`; of a list or an
 * object, its only value or only boolean, or what an object calls its value.
 */
export function toFlag(value: unknown, level = 0): boolean {
	if (typeof value === 'boolean') return value;
	if (typeof value === 'number') return value === 1;
	const held = opened(value);
	if (held !== value) return toFlag(held, level + 1);
	if (typeof value === 'string')
		return isYes(
			value.slice(0, MAX_FLAG).normalize('NFC').replace(DECORATION, '').replace(ALTHOUGH, '').replace(QUESTION, ''),
		);
	if (typeof value !== 'object' || value === null || level > MAX_DEPTH) return false;
	const values: unknown[] = Object.values(value);
	const flags = values.length === 1 ? values : values.filter((one) => typeof one === 'boolean');
	const [flag, ...others] = flags.length === 0 && isRecord(value) ? [field(value, ...ANSWER_NAMES)] : flags;
	return others.length === 0 && toFlag(flag, level + 1);
}

/** Whether a value is an explicit no. */
export function isNo(value: unknown): boolean {
	return value === false || /^(?:false|0|no?|n[ãa]o|off|inac?tiv[eoa]|disabled|desativad[oa])$/i.test(toText(value));
}

function isYes(text: string): boolean {
	return YES.test(text) || YES_ALONE.test(text);
}

/** Cache limits. The API has few names, and short ones, but those an AI makes up must not fill the memory. */
const MAX_NAMES = 500;
const MAX_NAME = 100;

/** What is made of a name, cached, since profiles have the same names. */
export function cachedByName(make: (name: string) => string): (name: string) => string {
	const known = new Map<string, string>();
	return (name) => {
		const made = known.get(name) ?? make(name.slice(0, MAX_NAME));
		if (known.size < MAX_NAMES && name.length <= MAX_NAME) known.set(name, made);
		return made;
	};
}

/** A field's name without what does not matter in it: accents, case, separators and other punctuation. */
export const plainName = cachedByName((name) => withoutAccents(name).replace(/[^\p{L}\p{N}]+/gu, ''));

function isFilled(text: string): boolean {
	return text !== '';
}

/** The list or object in JSON text; undefined for any other text. */
function parseEmbedded(text: string): unknown {
	const json = text.replace(/^\s*```\w*\s|```\s*$/g, '');
	return /^\s*[[{]/.test(json) ? parseJson(json) : undefined;
}

/** Parses JSON; undefined if it is invalid. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A value, or what its JSON text holds. */
export function opened(value: unknown): unknown {
	return typeof value === 'string' ? (parseEmbedded(value) ?? value) : value;
}

const BULLET = /^\s*(?:[-–—*•·]|\d{1,2}[.)-])\s+/;
function withoutBullet(text: string): string {
	return text.replace(BULLET, '').trim();
}

/** A comma, but not that of a decimal: one or two digits after a single one. */
const COMMA = /(?<!\d),|,(?!\d{1,2}(?!\d|,\d))|,(?<=,\d+,)/;
/** Longer parts are sentences that contain commas, not list entries. */
const ENTRY_WORDS = 4;

/**
 * Splits a list written as text: JSON, lines (with or without bullets), semicolons, or short parts separated by commas.
 */
function splitWrittenList(text: string): string[] {
	const embedded = parseEmbedded(text);
	if (embedded !== undefined) return toTextList(embedded);
	const separator = /\r?\n/.test(text) ? /\r?\n/ : /;/.test(text) ? /;/ : isCommaList(text) ? COMMA : undefined;
	const parts = separator === undefined ? [text] : text.split(separator, MAX_LIST);
	return parts.map(withoutBullet).filter(isFilled);
}

function isCommaList(text: string): boolean {
	const parts = text.split(COMMA, MAX_LIST);
	return parts.length > 1 && parts.every((part) => part.trim().split(/\s+/).length <= ENTRY_WORDS);
}
