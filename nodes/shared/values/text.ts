const ELLIPSIS = '…';

/**
 * Shortens text to `maxLength` UTF-16 code units or fewer (no other way of counting gives more). It is cut after a
 * word, or after a whole character if that word is longer than half the text, and ends in an ellipsis.
 */
export function cut(text: string, maxLength: number): string {
	if (text.length <= maxLength) return text;
	const room = maxLength - ELLIPSIS.length;
	const word = text.slice(0, room + 1).search(/(?<!\s)\s+\S*$/);
	const end = word > room / 2 ? word : characterStart(text, room);
	return text.slice(0, end).replace(/(?<![\s…])[\s…]+$/, '') + ELLIPSIS;
}

/** The start of the character at `at`: an emoji or an accented letter may be several code units long. */
function characterStart(text: string, at: number): number {
	return new Intl.Segmenter().segment(text).containing(at)?.index ?? at;
}

/** The result of `write` on the text, shortened as needed for the result to fit into `maxLength`. */
export function cutFor(text: string, maxLength: number, write: (text: string) => string): string {
	let size = maxLength;
	let written = write(cut(text, size));
	while (written.length > maxLength) {
		size = Math.floor((size * maxLength) / written.length) - 1;
		written = write(cut(text, size));
	}
	return written;
}

const MAX_SHOWN = 60;

/** Invisible characters and line breaks: a value rejected because of them must not look like a valid one. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text on one line, shortened for an error message. */
export function shorten(text: string): string {
	let written = '';
	let size = 0;
	for (const character of text) {
		const seen = character.replace(UNSEEN, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
		size += seen === character ? 1 : seen.length;
		if (size > MAX_SHOWN) return `${written}…`;
		written += seen;
	}
	return written;
}

/** Any value as shown in an error message. */
export function shown(value: unknown): string {
	try {
		// JSON.stringify gives null for NaN, String() gives [object Object] for an object.
		const isObject: boolean = typeof value === 'object';
		return shorten(String(isObject ? JSON.stringify(value) : value));
	} catch {
		// Lists within lists, thousands deep.
		return ELLIPSIS;
	}
}

/** A text, or a number as text; empty for nothing at all, undefined for what is neither. */
export function plainText(value: unknown): string | undefined {
	if (value === undefined || value === null) return '';
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
	return typeof value === 'string' ? value : undefined;
}

/** What an expression yields for a missing field, and no one enters. */
export const MISSING = /^\s*(n[/.]a\.?|null|undefined|\[object object\])\s*$/i;

/** What n8n would have evaluated, were the parameter not Fixed; no merge tag, such as `{{ name }}` or Braze's `{{${name}}}`. */
const EXPRESSION =
	/\{\{\s*(?:\$(?!\{)|new Date\(|DateTime\.|JSON\.|Math\.)|\{\{(?:[^{}]|\$\{)*\$(?:(?:json|input|node|items?|now|today|vars|env)\b|\(["'`])/;

/** The texts for a parameter with an expression in it that n8n did not evaluate; undefined for any other value. */
export function unevaluated(displayName: string, value: unknown): [message: string, description: string] | undefined {
	return typeof value === 'string' && EXPRESSION.test(value)
		? [
				`${displayName} contains an expression that n8n did not evaluate`,
				'Switch the parameter from Fixed to Expression, or drag the field into it again.',
			]
		: undefined;
}

/** Characters copied along from a phone book or a web page: direction marks, joiners, a byte order mark. */
export const INVISIBLE = /\p{Cf}/gu;

/** The texts for a required parameter without a value. */
export function emptyTexts(displayName: string): [message: string, description: string] {
	return [
		`${displayName} is empty`,
		`Fill in the parameter ${displayName}, or drag a field from an earlier node into it. If one is there already, it is empty in this item or has another name in the input. To go on without such items, set 'On Error' to 'Continue (using error output)'.`,
	];
}

/** What an AI writes where it has nothing to say. */
export const NOTHING =
	/^[^\p{L}\p{N}\p{S}]*$|^\s*(n[/.][ad]\.?|null|undefined|\[object object\]|none|nothing|nada|nenhuma?|ningun[oa]|unknown|descon(he|o)cid[oa]|indefinid[oa]|(nenhum|ning[uú]n|no(ne)?)[ao]?( \S+){0,4} (identif|detect|encontr|found)\S*|nenhuma? no momento|n[ãa]o foi poss[ií]vel \S+|(a|sin|sem) defini[rd]o?|tbd|(informa\S+|dados|data) (n[ãa]o|not) (dispon\S+|available)|(n[ãa]o se|no) aplica|(sem|sin|n[ãa]o há|no( hay)?|not enough|insufficient) (informa\S+|dados|dat(a|os))( suficientes| dispon\S+| available)?( (para|sobre|to|about) [^,;.]{1,99})?|da[dt]os insuficientes|(n[ãa]o|not?) (informad[oa]|identificad[oa]|dispon[ií]vel|disponible|definid[oa]|especificad[oa]|aplic[aá]vel|informed|available|provided|specified|applicable))\.?\s*$/iu;

/** Not every client and server accepts longer URLs, and they would bloat an email until it is clipped. */
const MAX_URL_LENGTH = 2_000;

/** A URL safe to use in a link; empty for anything else, such as `javascript:`, `data:` or a URL with user info. */
export function webAddress(value: string): string {
	const url = value.length <= MAX_URL_LENGTH && /^https?:\/\//i.test(value) ? toUrl(value) : undefined;
	return url && url.username + url.password === '' && url.href.length <= MAX_URL_LENGTH ? url.href : '';
}

/** Undefined for what is no URL. In Node.js 20, `URL.canParse` comes to take “ü” in a host for invalid once it is compiled. */
export function toUrl(value: string): URL | undefined {
	try {
		return new URL(value);
	} catch {
		return undefined;
	}
}

/** A URL as a shop gives it, of its product or an image: often without the scheme. Empty for anything but a web address. */
export function shopAddress(value: string): string {
	return webAddress(
		value.replace(/^(?:\/\/(?!\/)|(?=(?:[\w-]+\.)+[a-z]{2,}(?<!\.(?:php|html?|aspx?|jsp|do))\/|www\.))/i, 'https://'),
	);
}

/** An address as it is typed in a browser or a phone book: “shop.example”, “stop@shop.example”. */
export function withScheme(typed: string): string {
	if (/^[^\s:@/{}|]+\.[a-z]{2,}(?:\/\S*)?$/i.test(typed)) return `https://${typed}`;
	return /^[^\s:@/]+@[^\s:@/]+$/.test(typed) ? `mailto:${typed}` : typed;
}

/** The addresses in a text: one alone may contain a comma. */
export function addressesIn(text: string): string[] {
	return text.split(/[\s,;|]{1,9}(?=(?:https?:)?\/\/)/i);
}

const CHARACTERS: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	ndash: '–',
	euro: '€',
	reg: '®',
};
/** What stands behind a letter, as in `&ccedil;`, as combining marks. */
const MARKS: Record<string, string> = {
	acute: '\u0301',
	grave: '\u0300',
	circ: '\u0302',
	tilde: '\u0303',
	cedil: '\u0327',
};
const ENTITY = /&(?:#(\d{2,4}|x[\da-f]{2,4})|([a-z]{2,6}));/gi;

/** A shop's text without the entities of its pages: WooCommerce hands over `&amp;` and `&#8211;`. */
export function unescaped(text: string): string {
	return text.replace(ENTITY, (entity, code: string | undefined, name: string | undefined = '') => {
		if (code) return String.fromCharCode(Math.max(32, Number(code.replace(/^x/i, '0x'))));
		const mark = MARKS[name.slice(1)];
		return CHARACTERS[name.toLowerCase()] ?? (mark ? (name.charAt(0) + mark).normalize('NFC') : entity);
	});
}

/** A text as part of a URL. Lone surrogates, as at the end of truncated text, cannot be encoded: they are replaced. */
export function urlEncoded(text: string): string {
	return encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'));
}

/** A text in small letters without accents, for comparison. */
export function withoutAccents(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
