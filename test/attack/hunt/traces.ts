/**
 * Searches for a secret in any data, in any common encoding. It shares no code with the package, which has its own
 * rules for redacting the token.
 */

/** A part of the secret of this length counts as found: truncated text may contain no more. */
const PART = 8;
const LAYERS = 4;
/** Files are read in overlapping chunks of this many bytes. */
const PIECE = 16 * 1024 * 1024;
const OVERLAP = 64 * 1024;

/** The encodings in which a text is found. */
export const WAYS = {
	plain: (text: string) => text,
	'in upper case': (text: string) => text.toUpperCase(),
	'in lower case': (text: string) => text.toLowerCase(),
	'in the other case': swapCase,
	'URL-encoded': (text: string) => encodeURIComponent(text),
	'URL-encoded, each character': (text: string) => each(text, (code) => `%${hex(code)}`),
	'URL-encoded twice': (text: string) => encodeURIComponent(encodeURIComponent(text)),
	'as a form': (text: string) => new URLSearchParams({ a: text }).toString().slice(2),
	'HTML-escaped': (text: string) => text.replace(/[&<>"'/=+%\\]/g, (sign) => NAMED[sign] ?? sign),
	'HTML-escaped by number': (text: string) => each(text, (code) => `&#${code};`),
	'HTML-escaped in hex': (text: string) => each(text, (code) => `&#x${hex(code).toUpperCase()};`),
	'JSON-escaped': (text: string) => JSON.stringify(text).slice(1, -1),
	'JSON-escaped, each character': (text: string) => each(text, (code) => `\\u00${hex(code)}`),
	'JSON in JSON': (text: string) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
	'JavaScript-escaped': (text: string) => each(text, (code) => `\\x${hex(code)}`),
	'in base64': (text: string) => base64(text),
	'in base64 behind one byte': (text: string) => base64(`:${text}`),
	'in base64 behind two bytes': (text: string) => base64(`x:${text}`),
	'in base64 of its URL-encoded form': (text: string) => base64(encodeURIComponent(text)),
	'in base64url': (text: string) => Buffer.from(text).toString('base64url'),
	'in base64 of several lines': (text: string) => base64(text).replace(/.{16}/g, '$&\r\n'),
	'in hex': (text: string) => Buffer.from(text).toString('hex'),
	'in hex, upper case': (text: string) => Buffer.from(text).toString('hex').toUpperCase(),
	'in hex with gaps': (text: string) => Buffer.from(text).toString('hex').replace(/../g, '$& ').trim(),
	backwards: (text: string) => [...text].reverse().join(''),
	'in UTF-16': (text: string) => Buffer.from(text, 'utf16le').toString('latin1'),
} satisfies Record<string, (text: string) => string>;

const NAMED: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;',
	'/': '&sol;',
	'=': '&equals;',
	'+': '&plus;',
	'%': '&percnt;',
	'\\': '&bsol;',
};
const SIGNS = Object.fromEntries(Object.entries(NAMED).map(([sign, name]) => [name, sign]));

function base64(text: string): string {
	return Buffer.from(text).toString('base64');
}

function each(text: string, write: (code: number) => string): string {
	return [...Buffer.from(text)].map(write).join('');
}

function hex(code: number): string {
	return code.toString(16).padStart(2, '0');
}

function swapCase(text: string): string {
	return text.replace(/[a-z]/gi, (letter) =>
		letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
	);
}

/** A text to search for. Only base64 is case-sensitive. */
interface Needle {
	text: string;
	form: string;
	exact: boolean;
}

/** Finds secrets in bytes. Create one for many searches. */
export class Hunter {
	private readonly needles: Needle[];

	/**
	 * `secrets` by the names under which they are reported; each must be long enough that no text contains it by chance.
	 */
	constructor(secrets: Record<string, string>) {
		this.needles = Object.entries(secrets).flatMap(([name, secret]) => needlesFor(name, secret));
	}

	/** The finds, each with some surrounding text; empty if there are none. */
	find(bytes: Buffer): string[] {
		const found = new Map<string, string>();
		for (let from = 0; from < Math.max(1, bytes.length); from += PIECE) {
			for (const reading of readingsOf(bytes.toString('latin1', from, from + PIECE + OVERLAP)))
				this.search(reading, found);
		}
		return [...found].map(([form, around]) => `${form}: …${around}…`);
	}

	private search(text: string, found: Map<string, string>): void {
		const folded = text.toLowerCase();
		for (const { text: needle, form, exact } of this.needles) {
			if (found.has(form)) continue;
			const at = (exact ? text : folded).indexOf(needle);
			if (at >= 0) found.set(form, JSON.stringify(text.slice(Math.max(0, at - 60), at + needle.length + 60)));
		}
	}
}

function needlesFor(name: string, secret: string): Needle[] {
	const parts: string[] = [];
	for (let at = 0; at + PART <= secret.length; at += PART) parts.push(secret.slice(at, at + PART));
	if (parts.length === 0) parts.push(secret);
	return parts.flatMap((part) => {
		const bytes = Buffer.from(part).toString('latin1').toLowerCase();
		const plain = [bytes, [...bytes].reverse().join(''), Buffer.from(part).toString('hex')].map((text, nth) => ({
			text,
			form: `${name}${['', ' backwards', ' in hex'][nth]}`,
			exact: false,
		}));
		const forms = [part, part.toLowerCase(), part.toUpperCase(), swapCase(part), encodeURIComponent(part)];
		const cores = [...new Set(forms)].flatMap((form) => [0, 1, 2].map((before) => coreOf(form, before)));
		const both = cores.flatMap((core) => [core, core.replaceAll('+', '-').replaceAll('/', '_')]);
		return [...plain, ...[...new Set(both)].map((text) => ({ text, form: `${name} in base64`, exact: true }))];
	});
}

/** The base64 characters that share no bits with the neighboring text. */
function coreOf(text: string, before: number): string {
	const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
	return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
}

const ESCAPE =
	/\\u00([0-9a-f]{2})|\\x([0-9a-f]{2})|%([0-9a-f]{2})|&#x0*([0-9a-f]{2});?|&#0*(\d{2,3});?|(&[a-z]+;)|\\(["'\\/])/gi;

/** A text as is, and with its escapes undone layer by layer; each also without separators. */
function readingsOf(text: string): string[] {
	const readings: string[] = [];
	let layer = text;
	for (let nth = 0; nth < LAYERS; nth++) {
		readings.push(
			layer,
			layer.replace(/\\[rn]|[\r\n\0]/g, ''),
			layer.replace(/\b([0-9a-f]{2})[ :-](?=[0-9a-f]{2}\b)/gi, '$1'),
		);
		const next = layer.replace(ESCAPE, (all, json, js, url, htmlHex, html, named, itself: string | undefined) => {
			if (itself !== undefined) return itself;
			if (named !== undefined) return SIGNS[String(named).toLowerCase()] ?? all;
			const code = html === undefined ? Number.parseInt(String(json ?? js ?? url ?? htmlHex), 16) : Number(html);
			return String.fromCharCode(code);
		});
		if (next === layer) break;
		layer = next;
	}
	return [...new Set(readings)];
}
