const ELLIPSIS = '…';

/**
 * The text in at most `most` characters (as JavaScript counts them, which is never less than others do). One that is longer
 * ends after a word, or within a word that is longer than half of it after a whole character, and says so with an ellipsis.
 */
export function cut(text: string, most: number): string {
	if (text.length <= most) return text;
	const room = most - ELLIPSIS.length;
	const word = text.slice(0, room + 1).search(/\s+\S*$/);
	const end = word > room / 2 ? word : wholeCharacter(text, room);
	return text.slice(0, end).replace(/[\s…]+$/, '') + ELLIPSIS;
}

/** Where the character begins that stands at `at`: an emoji or an accented letter may be many units long. */
function wholeCharacter(text: string, at: number): number {
	return new Intl.Segmenter().segment(text).containing(at)?.index ?? at;
}

/** What `write` makes of the text, with as much of the text as makes at most `most` characters. */
export function cutFor(text: string, most: number, write: (text: string) => string): string {
	let size = most;
	let written = write(cut(text, size));
	while (written.length > most) {
		size = Math.floor((size * most) / written.length) - 1;
		written = write(cut(text, size));
	}
	return written;
}

const MOST = 60;

/** What nobody sees, or what would break the line: a value that is refused for it must not look like one that is not. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** As much of a text as a message shows of it, on one line. */
export function shorten(text: string): string {
	const begin = Array.from(text.slice(0, 2 * MOST + 1))
		.slice(0, MOST)
		.join('');
	const seen = begin.replace(UNSEEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
	return begin.length < text.length ? `${seen}…` : seen;
}

/** A value as a message shows it, whatever it is. */
export function shown(value: unknown): string {
	// JSON would write null for NaN, and a text of an object says nothing of it.
	return shorten(String(isObject(value) ? JSON.stringify(value) : value));
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

/** A text, or a number as text; empty for nothing at all, undefined for what is neither. */
export function plainText(value: unknown): string | undefined {
	if (value === undefined || value === null) return '';
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
	return typeof value === 'string' ? value : undefined;
}

/** Longer ones are no address of a page or picture: not every client and server takes them, and a mail is cut off. */
const MOST_IN_ADDRESS = 2_000;

/** A web address as it can stand in a link; empty where the value is none: no `javascript:`, no `data:`, no sign-in. */
export function webAddress(value: string): string {
	if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return '';
	const { href, username, password } = new URL(value);
	return username + password === '' && href.length <= MOST_IN_ADDRESS ? href : '';
}
