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
