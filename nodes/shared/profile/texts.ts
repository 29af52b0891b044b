import { cut } from '../text/cut';
import { inert } from '../text/inert';

/** More than anyone reads; an AI that runs on does not make a message that no channel takes. */
export const MOST_ENTRIES = 20;
const MOST_TEXT = 2_000;
const MOST_ENTRY = 500;

/** A text on one line, at a length that any channel takes. */
export function paragraph(text: string): string {
	return cut(inert(text), MOST_TEXT);
}

/** A short text on one line: a name, an entry of a list. */
export function entry(text: string, most = MOST_ENTRY): string {
	return cut(inert(text), most);
}

/** The entries of a list, each on one line, in a number and at a length that any channel takes. */
export function entries(list: string[]): string[] {
	const texts = list.map((text) => entry(text)).filter((text) => text !== '');
	return texts.slice(0, MOST_ENTRIES);
}

/** The pieces of a look in one line. */
export function pieces(look: string[]): string {
	return cut(entries(look).join(' + '), MOST_ENTRY);
}
