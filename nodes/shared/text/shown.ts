const MOST = 60;

/** What nobody sees, or what would break the line: a value that is refused for it must not look like one that is not. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** As much of a text as a message shows of it, on one line. */
export function shorten(text: string): string {
	const begin = [...text.slice(0, 2 * MOST + 1)].slice(0, MOST).join('');
	const seen = begin.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
	return begin.length < text.length ? `${seen}…` : seen;
}

/** A value as a message shows it, whatever it is. */
export function shown(value: unknown): string {
	// JSON would write null for NaN, and a text of an object says nothing of it.
	return shorten(String(typeof value === 'object' ? JSON.stringify(value) : value));
}
