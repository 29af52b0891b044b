import type { ApiResponse } from './answer';

/** A character of a text, after unescaping or decoding, and where it stands in the text as it came. */
interface Character {
	text: string;
	start: number;
	end: number;
}
type Reading = Character[];

/** So many characters of the token in a row are redacted: a server may show no more than a part of it. */
const RUN = 8;

/** The escapes of JSON and JavaScript, URL encoding, and HTML entities, numeric and named. */
const ESCAPE =
	/\\u(?:([0-9a-f]{4})|\{([0-9a-f]{1,6})\})|\\x([0-9a-f]{2})|%([0-9a-f]{2})|&#x0*([0-9a-f]{1,6})(?:;|(?![0-9a-f]))|&#0*([0-9]{1,7})(?:;|(?![0-9]))|&([a-z]{2,8});|\\(["'/\\rnt])/gi;

/** A server may escape text that is already escaped: `&amp;#45;`, `%252D`. */
const MAX_LAYERS = 4;

/** Base64 within base64, and no deeper. */
const MAX_BASE64_LAYERS = 2;

/** Less of a form would match unrelated text. */
const MIN_BASE64_LENGTH = 6;
const MIN_HEX_LENGTH = 8;

/** What base64 decodes to at another offset is not text for so long. */
const IS_TEXT = /[\s\0 -~]{12}/;

/** What is compared: all of a text, without the zero bytes of UTF-16; and only its letters and digits, whatever a server has put between them. */
const COMPARED = [/[^\0]/, /[a-z\d]/i];

/** By what the token is recognized in that which is compared of a text. */
interface Search {
	compared: RegExp;
	/** Whether a run is base64, whose ends may share a character with other text. */
	runs: Map<string, boolean>;
	/** The lengths of the runs. */
	sizes: Set<number>;
}

/** The searches for a token in every form in which it is found without decoding. */
function searchesFor(token: string): Search[] {
	// A token that itself looks escaped may have been unescaped.
	const plain = layersOf(readingOf(token)).map(textOf);
	const encoded = [...new Set([token, token.toUpperCase(), token.toLowerCase(), encodeURIComponent(token)])];
	const hex = encoded.map((form) => Buffer.from(form).toString('hex')).filter(({ length }) => length >= MIN_HEX_LENGTH);
	// Base64 is decoded, too; this finds it if the server has changed its case.
	const base64 = encoded
		.flatMap((form) => [0, 1, 2].map((before) => coreInBase64(form, before)))
		.filter(({ length }) => length >= MIN_BASE64_LENGTH);
	return COMPARED.map((compared) => {
		const runs = new Map<string, boolean>();
		for (const form of [...base64, ...plain, ...plain.map(backwards), ...hex]) {
			const kept = lowered(textOf(readingOf(form).filter(({ text }) => compared.test(text))));
			if (kept.length < Math.min(form.length, RUN)) continue;
			const inBase64 = base64.includes(form);
			for (let at = 0; at === 0 || at + RUN <= kept.length; at++) runs.set(kept.slice(at, at + RUN), inBase64);
		}
		return { compared, runs, sizes: new Set([...runs.keys()].map(({ length }) => length)) };
	});
}

/** The base64 characters that contain only bits of the token, if `before` (0 to 2) bytes precede it. */
function coreInBase64(token: string, before: number): string {
	const bytes = Buffer.from(' '.repeat(before) + token);
	return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
}

function backwards(text: string): string {
	return Array.from(text).reverse().join('');
}

/** In small letters, and as long as before. */
function lowered(text: string): string {
	return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function readingOf(text: string): Reading {
	return text.split('').map((character, at) => ({ text: character, start: at, end: at + 1 }));
}

function textOf(reading: Reading): string {
	return reading.map(({ text }) => text).join('');
}

/** Marks in `hidden` what belongs to the token: in the text as it is, unescaped, or decoded from base64. */
function hide(whole: Reading, searches: Search[], hidden: boolean[], base64Layers = MAX_BASE64_LAYERS): void {
	for (const reading of layersOf(whole)) {
		for (const search of searches) hideRuns(reading, search, hidden);
		if (base64Layers === 0) continue;
		const encoded = reading.filter(isBase64);
		for (const phase of [0, 1, 2, 3]) {
			const decoded = decodedFrom(encoded.slice(phase));
			if (decoded) hide(decoded, searches, hidden, base64Layers - 1);
		}
	}
}

function hideRuns(whole: Reading, { compared, runs, sizes }: Search, hidden: boolean[]): void {
	const reading = whole.filter(({ text }) => compared.test(text));
	const text = lowered(textOf(reading));
	for (const size of sizes) {
		for (let at = 0; at + size <= text.length; at++) {
			const inBase64 = runs.get(text.slice(at, at + size));
			if (inBase64 === undefined) continue;
			const first = at - Number(inBase64 && isJoined(reading, at));
			const end = at + size + Number(inBase64 && isJoined(reading, at + size));
			hidden.fill(true, reading[first]?.start, reading[end - 1]?.end);
		}
	}
}

/** Whether base64 continues across position `at`. */
function isJoined(reading: Reading, at: number): boolean {
	const [before, after] = [reading[at - 1], reading[at]];
	return before?.end === after?.start && [before, after].every((character) => character && isBase64(character));
}

function isBase64({ text }: Character): boolean {
	return /[\w+/-]/.test(text);
}

/** What base64 stands for; undefined if that is no text. */
function decodedFrom(encoded: Reading): Reading | undefined {
	const text = Buffer.from(textOf(encoded), 'base64').toString('latin1');
	if (!IS_TEXT.test(text)) return undefined;
	return text.split('').map((character, at) => ({
		text: character,
		start: encoded[Math.floor((at * 8) / 6)]?.start ?? 0,
		end: encoded[Math.ceil(((at + 1) * 8) / 6) - 1]?.end ?? 0,
	}));
}

/** The text as it is, and with one layer of escapes undone after the other. */
function layersOf(reading: Reading): Reading[] {
	const layers = [reading];
	for (let next = unescapeOnce(reading); next && layers.length <= MAX_LAYERS; next = unescapeOnce(next))
		layers.push(next);
	return layers;
}

/** The text with one layer of escapes undone; undefined if there are none. */
function unescapeOnce(reading: Reading): Reading | undefined {
	const next: Reading = [];
	let at = 0;
	for (const match of textOf(reading).matchAll(ESCAPE)) {
		const text = characterOf(match);
		if (text === undefined) continue;
		const end = match.index + match[0].length;
		next.push(...reading.slice(at, match.index));
		next.push({ text, start: reading[match.index]?.start ?? 0, end: reading[end - 1]?.end ?? 0 });
		at = end;
	}
	return at === 0 ? undefined : [...next, ...reading.slice(at)];
}

/** The character an escape stands for, if it is ASCII: a token contains no other. Of those with a name, only `&` may begin an escape. */
function characterOf([, json, script, hex, percent, htmlHex, htmlDecimal, htmlName, itself]: RegExpMatchArray):
	string | undefined {
	if (itself !== undefined) return /[rnt]/i.test(itself) ? ' ' : itself;
	if (htmlName !== undefined) return /^amp$/i.test(htmlName) ? '&' : ' ';
	const code =
		htmlDecimal === undefined
			? Number.parseInt(json ?? script ?? hex ?? percent ?? htmlHex ?? '', 16)
			: Number(htmlDecimal);
	return code < 0x80 ? String.fromCharCode(code) : undefined;
}

/** The API's refusals are a line or two. Anything longer is another server's page, of which nothing is shown. */
const MAX_REFUSAL_LENGTH = 4 * 1024;

/** Stands for what is hidden: for private use, so in no text. */
const HIDDEN = '\uE000';

/**
 * Makes what redacts a token from refusals, since its text is shown to users: a server may echo what it was sent, in its own way. Redacted is
 * every run of `RUN` of its characters: as it is, in another case, taken apart by signs or spaces, reversed, in hex, escaped for
 * JSON, HTML or a URL, or in base64, alone or within a larger text such as JSON. A 2xx response is returned as is.
 */
export function redactorOf(token: string): (response: ApiResponse) => ApiResponse {
	let searches: Search[] | undefined;
	return (response) => {
		if ((response.status >= 200 && response.status < 300) || token === '') return response;
		searches ??= searchesFor(token);
		const reading = readingOf(response.text.slice(0, MAX_REFUSAL_LENGTH));
		const hidden = reading.map(() => false);
		hide(reading, searches, hidden);
		const shown = reading.map(({ text }, at) => (hidden[at] ? HIDDEN : text)).join('');
		return { ...response, text: shown.replace(new RegExp(`${HIDDEN}+`, 'g'), '…') };
	};
}
