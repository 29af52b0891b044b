import { cut } from '../text/cut';
import { inert } from '../text/inert';

/** More than anyone reads; an AI that runs on does not make a message that no channel takes. */
export const MOST_ENTRIES = 12;
const MOST_TEXT = 2_000;
const MOST_ENTRY = 300;
const MOST_PIECE = 100;

/** A text on one line, at a length that any channel takes. */
export function paragraph(text: string): string {
	return entry(text, MOST_TEXT);
}

/** A short text on one line: a name, an entry of a list. */
export function entry(text: string, most = MOST_ENTRY): string {
	// Nobody waits for the end of a text to be read that is cut off long before.
	return cut(inert(text.slice(0, 4 * most)), most);
}

/** The entries of a list, each on one line, in a number and at a length that any channel takes. */
export function entries(list: string[]): string[] {
	return list
		.slice(0, MOST_ENTRIES)
		.map((text) => entry(text))
		.filter((text) => text !== '');
}

/** The pieces of a look, each on one line. */
export function setOf(look: string[]): string[] {
	return entries(look).map((piece) => cut(piece, MOST_PIECE));
}

/** The pieces of a look in one line. */
export function pieces(look: string[]): string {
	return cut(entries(look).join(' + '), MOST_ENTRY);
}
