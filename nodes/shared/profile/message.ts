import { atLineStart } from '../text/inert';

/** A look: what it is for and who wears it, where that may be said, and its pieces. */
export interface Look {
	occasion: string;
	persona: string;
	pieces: string;
}

/**
 * One part of a message under a heading of its own. A `list` is what the message is about, `notes` are a list beside it,
 * `sets` are looks of which only the pieces are told.
 */
export type Section = { title: string } & ({ text: string } | { list: string[] } | { notes: string[] } | { looks: Look[] } | { sets: string[][] });

/**
 * A message before it is written for a channel. Every text is on one line and holds no link; a channel still has to escape it.
 */
export interface Message {
	/** What kind of message it is, in two words; empty where it is a letter. */
	badge: string;
	title: string;
	/** What stands under the title; empty for nothing. */
	lead: string;
	sections: Section[];
}

/** Without the sections that have nothing in them. */
export function filled(sections: Section[]): Section[] {
	return sections.filter((section) => linesOf(section, '').join('') !== '');
}

/** A section as lines of text, `bullet` before each entry of a list. */
export function linesOf(section: Section, bullet: string): string[] {
	if ('text' in section) return [atLineStart(section.text)];
	return listOf(section).map((entry) => bullet + entry);
}

function listOf(section: Exclude<Section, { text: string }>): string[] {
	if ('looks' in section) return section.looks.map(lookLine);
	if ('sets' in section) return section.sets.map(setLine);
	return 'list' in section ? section.list : section.notes;
}

/** The pieces of a look in one line. */
export function setLine(pieces: string[]): string {
	return pieces.join(' + ');
}

function lookLine({ occasion, persona, pieces }: Look): string {
	return [[occasion, pieces].filter(Boolean).join(': '), persona].filter(Boolean).join(' – ');
}
