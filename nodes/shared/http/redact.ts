import type { ApiResponse } from './answer';

/** A text as it reads once its escapes are undone, and where in the text as it is written each of its characters stands. */
interface Reading {
	text: string;
	/** Where each character begins as written; its last entry is the length of the text as written. */
	starts: number[];
	ends: number[];
}

const PUNCTUATION: Record<string, string> = {
	excl: '!',
	quot: '"',
	num: '#',
	dollar: '$',
	percnt: '%',
	amp: '&',
	apos: "'",
	lpar: '(',
	rpar: ')',
	ast: '*',
	midast: '*',
	plus: '+',
	comma: ',',
	period: '.',
	sol: '/',
	colon: ':',
	semi: ';',
	lt: '<',
	equals: '=',
	gt: '>',
	quest: '?',
	commat: '@',
	lsqb: '[',
	lbrack: '[',
	bsol: '\\',
	rsqb: ']',
	rbrack: ']',
	hat: '^',
	lowbar: '_',
	underbar: '_',
	grave: '`',
	lcub: '{',
	lbrace: '{',
	verbar: '|',
	vert: '|',
	rcub: '}',
	rbrace: '}',
	nbsp: ' ',
};

/** JSON's and JavaScript's escapes, those of web addresses, and those of HTML by number and by name. */
const ESCAPE =
	/\\u(?:([0-9a-f]{4})|\{([0-9a-f]{1,6})\})|\\x([0-9a-f]{2})|%([0-9a-f]{2})|&#x0*([0-9a-f]{1,6})(?:;|(?![0-9a-f]))|&#0*([0-9]{1,7})(?:;|(?![0-9]))|&([a-z]{2,8});|\\(["'/\\])/gi;

/** A server may escape what is escaped already: `&amp;#45;`, `%252D`. */
const MOST_LAYERS = 4;

/** Base64 of what is in base64 already, and no more. */
const MOST_PACKAGES = 2;

/**
 * Where a secret stands in a text, in whatever form a server writes back what it was sent: as it is, in another case, broken
 * into parts by white space, backwards, in hex, escaped for JSON, HTML or a web address, or in base64, alone or within more, such as
 * a JSON text. Gives begin and end of each place, in order.
 */
function placesOf(secret: string, text: string): [begin: number, end: number][] {
	return merged(placesIn({ text, starts: [], ends: [] }, needlesFor(secret), MOST_PACKAGES));
}

function placesIn(whole: Reading, needles: Needles, packages: number): [number, number][] {
	const found: [number, number][] = [];
	let reading = whole;
	for (let layer = 0; layer <= MOST_LAYERS; layer++) {
		for (const form of new Set([reading, without(GAPS, reading), without(GAPS_IN_HEX, reading)])) {
			found.push(...search(form, needles.written));
			if (packages === 0) continue;
			for (const unpacked of unpack(form, needles.size)) found.push(...placesIn(unpacked, needles, packages - 1));
		}
		const next = unescapeOnce(reading);
		if (next === undefined) break;
		reading = next;
	}
	return found;
}

interface Needle {
	folded: string;
	/** Whether its first and last bits are in characters that it shares with what stands beside it. */
	inBase64: boolean;
}

interface Needles {
	written: Needle[];
	/** How many characters the secret has at least, however it is written. */
	size: number;
}

/** Fewer characters are found in texts that have nothing to do with the secret. */
const SHORTEST_IN_BASE64 = 6;
const SHORTEST_IN_HEX = 8;

function needlesFor(secret: string): Needles {
	// A secret that itself looks like an escape is read like one. White space within it may be lost on the way.
	const forms = [secret, readingOf(secret)].flatMap((form) => [form, form.replace(/\s/g, '')]);
	// What is in base64 is unpacked as well; this finds it where the server has changed its case.
	const encoded = new Set([
		secret,
		secret.toUpperCase(),
		secret.toLowerCase(),
		encodeURIComponent(secret.replace(/\p{Cs}/gu, '')),
	]);
	const inHex = [...encoded]
		.map((form) => Buffer.from(form).toString('hex'))
		.filter(({ length }) => length >= SHORTEST_IN_HEX);
	const plain = new Set([...forms, backwards(secret), ...inHex].map(fold));
	const cores = [...encoded].flatMap((form) => [0, 1, 2].map((before) => fold(coreInBase64(form, before))));
	const inBase64 = [...new Set(cores)].filter(({ length }) => length >= SHORTEST_IN_BASE64);
	const needles = [
		...[...plain].filter((folded) => folded !== '').map((folded) => ({ folded, inBase64: false })),
		...inBase64.map((folded) => ({ folded, inBase64: true })),
	];
	return { written: needles, size: Math.min(...forms.map(({ length }) => length)) };
}

function readingOf(text: string): string {
	let reading: Reading = { text, starts: [], ends: [] };
	for (let layer = 0; layer < MOST_LAYERS; layer++) reading = unescapeOnce(reading) ?? reading;
	return reading.text;
}

/** The characters of the base64 that hold bits of the secret alone, where `before` (0 to 2) bytes stand before it. */
function coreInBase64(secret: string, before: number): string {
	const bytes = Buffer.from(' '.repeat(before) + secret);
	return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
}

/** Without what servers change: the case, the space of a form, the two signs of base64 in web addresses. Keeps the length. */
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
			const [begin, end] = [at, at + needle.length];
			const before = Number(inBase64 && isJoined(reading, begin));
			const after = Number(inBase64 && isJoined(reading, end));
			found.push(written(reading, begin - before, end + after));
		}
	}
	return found;
}

/** Whether base64 goes on from one character to the next, which begins at `at`. */
function isJoined(reading: Reading, at: number): boolean {
	const [before = '', after = ''] = [reading.text[at - 1], reading.text[at]];
	return /^[\w+/-]{2}$/.test(before + after) && written(reading, at - 1, at)[1] === written(reading, at, at + 1)[0];
}

/** White space, by itself or as JSON writes it, and the zeros between the letters of UTF-16: lines are broken, headers folded, long words split. */
const GAPS = /(?:\\[rnt]|[\s\0\u200B\u00AD])+/g;
/** `4b 71 3d`, `4b:71:3d`, `4b-71-3d`. */
const GAPS_IN_HEX = /(?<=\b[0-9a-f]{2})[ :-](?=[0-9a-f]{2}\b)/gi;

/** The text without what separates its parts; the same where nothing does. */
function without(separators: RegExp, reading: Reading): Reading {
	const next: Reading = { text: '', starts: [], ends: [] };
	let at = 0;
	const keepUpTo = (end: number) => {
		next.text += reading.text.slice(at, end);
		for (; at < end; at++) place(next, written(reading, at, at + 1));
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

/** What base64 in a text holds, wherever it begins among characters that could be of it, if that may be `size` characters of text. */
function unpack(reading: Reading, size: number): Reading[] {
	const isLong = new RegExp(`[\\w+/-]{${Math.max(SHORTEST_IN_BASE64, Math.floor((size * 8) / 6))},}`, 'g');
	const isText = new RegExp(`[\\s -~]{${size}}`);
	return [...reading.text.matchAll(isLong)].flatMap(({ 0: run, index }) =>
		[0, 1, 2, 3].flatMap((phase) => {
			const text = Buffer.from(run.slice(phase), 'base64').toString('latin1');
			if (!isText.test(text)) return [];
			const next: Reading = { text, starts: [], ends: [] };
			for (let byte = 0; byte < text.length; byte++) {
				const begin = index + phase + Math.floor((byte * 8) / 6);
				place(next, written(reading, begin, index + phase + Math.ceil(((byte + 1) * 8) / 6)));
			}
			return [next];
		}),
	);
}

/** The text with one layer of escapes undone; undefined where there is none. */
function unescapeOnce(reading: Reading): Reading | undefined {
	const { text } = reading;
	const next: Reading = { text: '', starts: [], ends: [] };
	const parts: string[] = [];
	let at = 0;
	const keepUpTo = (end: number) => {
		parts.push(text.slice(at, end));
		for (; at < end; at++) place(next, written(reading, at, at + 1));
	};
	for (const match of text.matchAll(ESCAPE)) {
		const character = characterOf(match);
		if (character === undefined) continue;
		keepUpTo(match.index);
		at += match[0].length;
		parts.push(character);
		place(next, written(reading, match.index, at));
	}
	if (at === 0) return undefined;
	keepUpTo(text.length);
	next.text = parts.join('');
	return next;
}

function place({ starts, ends }: Reading, [begin, end]: [number, number]): void {
	starts.push(begin);
	ends.push(end);
}

/** Where something that is read stands as it is written. */
function written({ starts, ends }: Reading, begin: number, end: number): [number, number] {
	return [starts[begin] ?? begin, ends[end - 1] ?? end];
}

/** What an escape stands for, where that is one unit of text: no secret holds another. */
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

/** In order, and those that touch as one. */
function merged(places: [number, number][]): [number, number][] {
	const all: [number, number][] = [];
	for (const [begin, end] of places.sort(([a], [b]) => a - b)) {
		const last = all.at(-1);
		if (last && begin < last[1]) last[1] = Math.max(last[1], end);
		else all.push([begin, end]);
	}
	return all;
}

/** A refusal of the API's is a line or two. More than this is another server's page, of which nothing is shown. */
const MOST_OF_A_REFUSAL = 16 * 1024;

/**
 * An answer that is shown to people, with the token taken out in whatever form: a server that refuses a call may echo what
 * it was sent, escaped or packed in its own way. What the API answers to a call that it took is left as it is.
 */
export function withoutToken(response: ApiResponse, token: string): ApiResponse {
	if ((response.status >= 200 && response.status < 300) || token === '') return response;
	const text = response.text.slice(0, MOST_OF_A_REFUSAL);
	let rest = 0;
	const kept = placesOf(token, text).map(([begin, end]) => {
		const before = text.slice(rest, begin);
		rest = end;
		return before;
	});
	return { ...response, text: [...kept, text.slice(rest)].join('…') };
}
