import type { CustomerProfile, Occasion } from '../profile/customer-profile';
import { cut } from '../values/text';
import type { Wording } from './brand';
import { atLineStart, inert, oneLine } from './escaping';
import type { Labels } from './labels';

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
export type Section = { title: string } & (
	{ text: string } | { list: string[] } | { notes: string[] } | { looks: Look[] } | { sets: string[][] }
);

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

/** All of a profile that its customer may see. A message to a customer is made of this, and never of the profile. */
export interface Offer {
	/** What the AI suggests to the merchandiser, such as a discount: empty unless the marketer wants them told. */
	opportunities: string[];
	/** The pieces of each look. What a look is for was written about the customer, not to them. */
	looks: string[][];
}

export function offerOf({ opportunities, occasions }: CustomerProfile, includeOpportunities: boolean): Offer {
	const looks = occasions.slice(0, MOST_ENTRIES).map(({ look }) => setOf(look));
	return {
		opportunities: includeOpportunities ? entries(opportunities) : [],
		looks: looks.filter((look) => look.length > 0),
	};
}

export function isEmptyOffer({ opportunities, looks }: Offer): boolean {
	return opportunities.length + looks.length === 0;
}

/** What a customer is told: what there is for them, in the marketer's words where there are some. */
export function letter(
	{ opportunities, looks }: Offer,
	name: string,
	{ headline, intro }: Wording,
	labels: Labels,
): Message {
	const customer = entry(name, 60);
	return {
		badge: '',
		title: headline || `${labels.greeting}${customer && `, ${customer}`}!`,
		lead: intro || labels.intro,
		sections: filled([
			{ title: labels.outfits, sets: looks },
			{ title: labels.ideas, list: opportunities },
		]),
	};
}

/** Whom a message is about. A profile holds no name: `name` is the user's own, empty where there is none. */
export interface Person {
	name: string;
	identifier: string;
}

/** What a team is told about a customer: what is new, what to offer, who it is. */
export function briefing(profile: CustomerProfile, { name, identifier }: Person, labels: Labels): Message {
	const known = entry(name, 100);
	return {
		badge: profile.newBehavior ? labels.newBehavior : labels.profile,
		title: known || oneLine(identifier),
		lead: known && oneLine(identifier),
		sections: filled([
			{ title: labels.moment, text: paragraph(profile.momentSummary) },
			{ title: labels.history, text: paragraph(profile.relationToHistory) },
			{ title: labels.offer, list: entries(profile.opportunities) },
			{ title: labels.looks, looks: profile.occasions.slice(0, MOST_ENTRIES).map(toLook) },
			{ title: labels.person, text: paragraph(profile.description) },
			{ title: labels.style, text: paragraph(profile.style) },
			{ title: labels.tone, text: entries(profile.toneOfVoice).join(', ') },
			{ title: labels.hooks, notes: entries(profile.contentHooks) },
			{ title: labels.seen, notes: entries(profile.recentNavigation) },
		]),
	};
}

function toLook({ occasion, persona, look }: Occasion): Look {
	return { occasion: entry(occasion), persona: entry(persona), pieces: pieces(look) };
}

/** More than anyone reads; an AI that runs on does not make a message that no channel takes. */
const MOST_ENTRIES = 12;
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
function setOf(look: string[]): string[] {
	return entries(look).map((piece) => cut(piece, MOST_PIECE));
}

/** The pieces of a look in one line. */
function pieces(look: string[]): string {
	return cut(entries(look).join(' + '), MOST_ENTRY);
}
