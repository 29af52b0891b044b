import type { ApiResponse } from './answer';

/** A text after unescaping, with the position of each character in the original text. */
interface Reading {
	text: string;
	/** Where each character starts in the original. Empty if the text is the original. */
	starts: number[];
	ends: number[];
}

/** The names of HTML's entities, each followed by its character. */
const ENTITIES =
	'excl! quot" num# dollar$ percnt% amp& apos\' lpar( rpar) ast* midast* plus+ comma, period. sol/ colon: semi; lt< equals= gt> ' +
	'quest? commat@ lsqb[ lbrack[ bsol\\ rsqb] rbrack] hat^ lowbar_ underbar_ grave` lcub{ lbrace{ verbar| vert| rcub} rbrace}';
const PUNCTUATION: Record<string, string> = {
	...Object.fromEntries(ENTITIES.split(' ').map((entity) => [entity.slice(0, -1), entity.slice(-1)])),
	nbsp: ' ',
};

/** The escapes of JSON and JavaScript, URL encoding, and HTML entities, numeric and named. */
const ESCAPE =
	/\\u(?:([0-9a-f]{4})|\{([0-9a-f]{1,6})\})|\\x([0-9a-f]{2})|%([0-9a-f]{2})|&#x0*([0-9a-f]{1,6})(?:;|(?![0-9a-f]))|&#0*([0-9]{1,7})(?:;|(?![0-9]))|&([a-z]{2,8});|\\(["'/\\])/gi;

/** A server may escape text that is already escaped: `&amp;#45;`, `%252D`. */
const MAX_LAYERS = 4;

/** Base64 within base64, and no deeper. */
const MAX_BASE64_LAYERS = 2;

/**
 * Finds a secret in a text, in any form in which a server may echo it: as is, in another case, split by white space,
 * reversed, in hex, escaped for JSON, HTML or a URL, or in base64, alone or within a larger text such as JSON. Returns
 * the start and end of each occurrence, in order.
 */
function placesOf(secret: string, text: string): [start: number, end: number][] {
	return merged(placesIn({ text, starts: [], ends: [] }, needlesFor(secret), MAX_BASE64_LAYERS));
}

function placesIn(whole: Reading, needles: Needles, base64Layers: number): [number, number][] {
	const found: [number, number][] = [];
	let reading = whole;
	for (let layer = 0; layer <= MAX_LAYERS; layer++) {
		for (const form of new Set([reading, without(GAPS, reading), without(GAPS_IN_HEX, reading)])) {
			found.push(...search(form, needles.written));
			if (base64Layers === 0) continue;
			for (const unpacked of unpack(form, needles.size)) found.push(...placesIn(unpacked, needles, base64Layers - 1));
		}
		const next = unescapeOnce(reading);
		if (next === undefined) break;
		reading = next;
	}
	return found;
}

interface Needle {
	folded: string;
	/** Whether its first and last bits may share a base64 character with the neighboring text. */
	inBase64: boolean;
}

interface Needles {
	written: Needle[];
	/** The minimum length of the secret in any form. */
	size: number;
}

/** Shorter needles would match unrelated text. */
const MIN_BASE64_LENGTH = 6;
const MIN_HEX_LENGTH = 8;

function needlesFor(secret: string): Needles {
	// A secret that itself looks escaped is also searched for unescaped. White space in it may have been lost.
	const forms = [secret, readingOf(secret)].flatMap((form) => [form, form.replace(/\s/g, '')]);
	// Base64 is also decoded and searched; this finds it if the server has changed its case.
	const encoded = new Set([
		secret,
		secret.toUpperCase(),
		secret.toLowerCase(),
		encodeURIComponent(secret.replace(/\p{Cs}/gu, '')),
	]);
	const inHex = [...encoded]
		.map((form) => Buffer.from(form).toString('hex'))
		.filter(({ length }) => length >= MIN_HEX_LENGTH);
	const plain = new Set([...forms, backwards(secret), ...inHex].map(fold));
	const cores = [...encoded].flatMap((form) => [0, 1, 2].map((before) => fold(coreInBase64(form, before))));
	const inBase64 = [...new Set(cores)].filter(({ length }) => length >= MIN_BASE64_LENGTH);
	const needles = [
		...[...plain].filter((folded) => folded !== '').map((folded) => ({ folded, inBase64: false })),
		...inBase64.map((folded) => ({ folded, inBase64: true })),
	];
	return { written: needles, size: Math.min(...forms.map(({ length }) => length)) };
}

function readingOf(text: string): string {
	let reading: Reading = { text, starts: [], ends: [] };
	for (let layer = 0; layer < MAX_LAYERS; layer++) reading = unescapeOnce(reading) ?? reading;
	return reading.text;
}

/** The base64 characters that contain only bits of the secret, if `before` (0 to 2) bytes precede it. */
function coreInBase64(secret: string, before: number): string {
	const bytes = Buffer.from(' '.repeat(before) + secret);
	return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
}

/** Normalizes what servers change: case, a form's `+` for a space, base64url characters. Keeps the length. */
function fold(text: string): string {
	return text
		.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
		.replace(/[ -]/g, '+')
		.replaceAll('_', '/');
}

function search(reading: Reading, needles: Needle[]): [number, number][] {
	const folded = fold(reading.text);
	const found: [number, number][] = [];
	for (const { folded: needle, inBase64 } of needles) {
		for (let at = folded.indexOf(needle); at !== -1; at = folded.indexOf(needle, at + needle.length)) {
			const [start, end] = [at, at + needle.length];
			const before = Number(inBase64 && isJoined(reading, start));
			const after = Number(inBase64 && isJoined(reading, end));
			found.push(inOriginal(reading, start - before, end + after));
		}
	}
	return found;
}

/** Whether base64 continues across position `at`. */
function isJoined(reading: Reading, at: number): boolean {
	const [before = '', after = ''] = [reading.text[at - 1], reading.text[at]];
	return (
		/^[\w+/-]{2}$/.test(before + after) && inOriginal(reading, at - 1, at)[1] === inOriginal(reading, at, at + 1)[0]
	);
}

/**
 * White space, literal or escaped for JSON, and the zero bytes of UTF-16: from line breaks, folded headers and split
 * long words.
 */
const GAPS = /(?:\\[rnt]|[\s\0\u200B\u00AD])+/g;
/** `4b 71 3d`, `4b:71:3d`, `4b-71-3d`. */
const GAPS_IN_HEX = /(?<=\b[0-9a-f]{2})[ :-](?=[0-9a-f]{2}\b)/gi;

/** The text without the given separators; the same reading if there are none. */
function without(separators: RegExp, reading: Reading): Reading {
	const next: Reading = { text: '', starts: [], ends: [] };
	let at = 0;
	const keepUpTo = (end: number) => {
		next.text += reading.text.slice(at, end);
		for (; at < end; at++) place(next, inOriginal(reading, at, at + 1));
	};
	for (const { 0: separator, index } of reading.text.matchAll(separators)) {
		keepUpTo(index);
		at += separator.length;
	}
	if (at === 0) return reading;
	keepUpTo(reading.text.length);
	return next;
}

function backwards(text: string): string {
	return Array.from(text).reverse().join('');
}

/**
 * Decodes the base64 in a text, at all four alignments, where the result contains at least `size` characters of text.
 */
function unpack(reading: Reading, size: number): Reading[] {
	const isLong = new RegExp(`[\\w+/-]{${Math.max(MIN_BASE64_LENGTH, Math.floor((size * 8) / 6))},}`, 'g');
	const isText = new RegExp(`[\\s -~]{${size}}`);
	return [...reading.text.matchAll(isLong)].flatMap(({ 0: run, index }) =>
		[0, 1, 2, 3].flatMap((phase) => {
			const text = Buffer.from(run.slice(phase), 'base64').toString('latin1');
			if (!isText.test(text)) return [];
			const next: Reading = { text, starts: [], ends: [] };
			for (let byte = 0; byte < text.length; byte++) {
				const start = index + phase + Math.floor((byte * 8) / 6);
				place(next, inOriginal(reading, start, index + phase + Math.ceil(((byte + 1) * 8) / 6)));
			}
			return [next];
		}),
	);
}

/** The text with one layer of escapes undone; undefined if there are none. */
function unescapeOnce(reading: Reading): Reading | undefined {
	const { text } = reading;
	const next: Reading = { text: '', starts: [], ends: [] };
	const parts: string[] = [];
	let at = 0;
	const keepUpTo = (end: number) => {
		parts.push(text.slice(at, end));
		for (; at < end; at++) place(next, inOriginal(reading, at, at + 1));
	};
	for (const match of text.matchAll(ESCAPE)) {
		const character = characterOf(match);
		if (character === undefined) continue;
		keepUpTo(match.index);
		at += match[0].length;
		parts.push(character);
		place(next, inOriginal(reading, match.index, at));
	}
	if (at === 0) return undefined;
	keepUpTo(text.length);
	next.text = parts.join('');
	return next;
}

function place({ starts, ends }: Reading, [start, end]: [number, number]): void {
	starts.push(start);
	ends.push(end);
}

/** Maps a range of the reading to the original text. */
function inOriginal({ starts, ends }: Reading, start: number, end: number): [number, number] {
	return [starts[start] ?? start, ends[end - 1] ?? end];
}

/** The character an escape stands for, if it is ASCII: a secret contains no other. */
function characterOf([, json, script, hex, percent, htmlHex, htmlDecimal, htmlName, itself]: RegExpMatchArray):
	string | undefined {
	if (itself !== undefined) return itself;
	if (htmlName !== undefined) return PUNCTUATION[htmlName.toLowerCase()];
	const code =
		htmlDecimal === undefined
			? Number.parseInt(json ?? script ?? hex ?? percent ?? htmlHex ?? '', 16)
			: Number(htmlDecimal);
	return code < 0x80 ? String.fromCharCode(code) : undefined;
}

/** Sorted, with overlapping ranges merged. */
function merged(places: [number, number][]): [number, number][] {
	const all: [number, number][] = [];
	for (const [start, end] of places.sort(([a], [b]) => a - b)) {
		const last = all.at(-1);
		if (last && start < last[1]) last[1] = Math.max(last[1], end);
		else all.push([start, end]);
	}
	return all;
}

/** The API's refusals are a line or two. Anything longer is another server's page, of which nothing is shown. */
const MAX_REFUSAL_LENGTH = 4 * 1024;

/**
 * A refusal with the token redacted in every form, since its text is shown to users: a server may echo what it was
 * sent, escaped or encoded in its own way. A 2xx response is returned as is.
 */
export function withoutToken(response: ApiResponse, token: string): ApiResponse {
	if ((response.status >= 200 && response.status < 300) || token === '') return response;
	const text = response.text.slice(0, MAX_REFUSAL_LENGTH);
	let rest = 0;
	const kept = placesOf(token, text).map(([start, end]) => {
		const before = text.slice(rest, start);
		rest = end;
		return before;
	});
	return { ...response, text: [...kept, text.slice(rest)].join('…') };
}
