import { cut } from '../values/text';
import type { Wording } from './brand';
import { cutOwn, oneLine, withoutMarks } from './escaping';
import type { Labels } from './labels';
import {
	type Briefing,
	customerMessage,
	customerName,
	linesOf,
	type Offer,
	type Person,
	PLUS,
	type Section,
	setLine,
} from './message';

/** WhatsApp's limit for a text message. */
const MAX_TEXT = 4_096;
const MAX_CLOSING = MAX_TEXT / 2;
/**
 * A template's text may have 1024 characters with its variables filled in: three of these leave room for its own words.
 */
const MAX_VARIABLE = 250;

/**
 * The fields that the WhatsApp node takes: free text, which reaches only a customer who wrote within the last 24 hours,
 * and the variables of a template, each on one line and never empty, since WhatsApp rejects an empty one.
 */
export interface WhatsAppMessage {
	text: string;
	templateText1: string;
	templateText2: string;
	templateText3: string;
}

/** The team's briefing. The variables are whom it is about, the moment, and what to offer. */
export function teamWhatsApp(briefing: Briefing): WhatsAppMessage {
	const { badge, title, lead, sections, opportunities } = briefing;
	const lines = (all: Section[]) => all.flatMap((section) => linesOf(section, ''));
	const [other] = lines(sections.filter((section) => 'text' in section || 'looks' in section));
	const moment = briefing.moment || other || badge;
	const looks = lines(sections.filter((section) => 'looks' in section));
	const offer = opportunities.join('; ') || looks.join('; ') || '–';
	return {
		text: write([`*${withoutMarks(`${badge}: ${title}`)}*`, withoutMarks(lead)], sections),
		...variables(title, moment, offer),
	};
}

/**
 * A message to the customer. The variables are the name, the looks, and the opportunities if they are included, else
 * the marketer's intro. The marketer's words are sent as typed, with their formatting and their addresses.
 */
export function customerWhatsApp(offer: Offer, { name }: Person, wording: Wording, labels: Labels): WhatsAppMessage {
	const message = customerMessage(offer, name, wording, labels);
	const opportunities = offer.opportunities.join('; ');
	const looks = wholePieces(offer.looks.map(setLine).join('; '));
	return {
		text: write([wording.headline || withoutMarks(message.title), message.lead], message.sections, wording.closing),
		...variables(
			customerName(name) || labels.customer,
			looks || opportunities,
			opportunities,
			oneLine(message.lead) || labels.intro,
		),
	};
}

function write(head: string[], sections: Section[], closing = ''): string {
	const start = head.filter(Boolean).join('\n\n');
	const parts = sections.map((section) =>
		[`*${section.title}*`, ...linesOf(section, '- ').map(withoutMarks)].join('\n'),
	);
	// However much the AI wrote, the marketer's own end stays: it may say how to opt out.
	const end = closing && `\n\n${cutOwn(closing, MAX_CLOSING)}`;
	const text = cutOwn([start, ...parts].join('\n\n'), MAX_TEXT - end.length);
	// A cut within a section's title would leave an unmatched asterisk.
	const rest = text.slice(start.length).replace(/\n\*[^*]*$/, '');
	return (text.slice(0, start.length) + rest).trimEnd() + end;
}

/** The marketer's `own` words take the place of an offer. */
function variables(name: string, content: string, offer: string, own = ''): Omit<WhatsAppMessage, 'text'> {
	return {
		templateText1: variable(name),
		templateText2: variable(content),
		templateText3: variable(offer) || cutOwn(own, MAX_VARIABLE),
	};
}

/** As many pieces as fit into a variable: half of one, or of its name, is none. */
function wholePieces(looks: string): string {
	const start = looks.slice(0, MAX_VARIABLE + 1);
	const end = Math.max(start.lastIndexOf('; '), start.lastIndexOf(PLUS));
	return looks.length > MAX_VARIABLE && end > 0 ? start.slice(0, end) : looks;
}

function variable(text: string): string {
	return cut(withoutMarks(text), MAX_VARIABLE);
}
