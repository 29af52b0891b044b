import { cut } from '../values/text';
import type { Wording } from './brand';
import { oneLine, withoutMarks } from './escaping';
import type { Labels } from './labels';
import {
	type Briefing,
	entry,
	customerMessage,
	linesOf,
	type Message,
	type Offer,
	type Person,
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
	const { badge, title, sections, opportunities } = briefing;
	const [first] = sections.flatMap((section) => linesOf(section, ''));
	const moment = briefing.moment || first || badge;
	const offer = opportunities.join('; ') || moment;
	return { text: write(briefing, `*${withoutMarks(`${badge}: ${title}`)}*`), ...variables(title, moment, offer) };
}

/**
 * A message to the customer. The variables are the name, the looks, and the opportunities if they are included, else
 * the marketer's intro.
 */
export function customerWhatsApp(offer: Offer, { name }: Person, wording: Wording, labels: Labels): WhatsAppMessage {
	const message = customerMessage(offer, name, wording, labels);
	const opportunities = offer.opportunities.join('; ');
	const looks = offer.looks.map(setLine).join('; ');
	return {
		text: write(message, withoutMarks(message.title), wording.closing),
		...variables(
			entry(name, 60) || labels.customer,
			looks || opportunities,
			opportunities || oneLine(message.lead) || labels.intro,
		),
	};
}

function write({ lead, sections }: Message, heading: string, closing = ''): string {
	const parts = sections.map((section) =>
		[`*${section.title}*`, ...linesOf(section, '- ').map(withoutMarks)].join('\n'),
	);
	// However much the AI wrote, the marketer's own end stays: it may say how to opt out.
	const end = closing && `\n\n${cut(withoutMarks(closing), MAX_CLOSING)}`;
	const text = cut([heading, withoutMarks(lead), ...parts].filter(Boolean).join('\n\n'), MAX_TEXT - end.length);
	// A cut within a heading would leave an unmatched asterisk.
	return text.replace(/\n\*[^*]*$/, '').trimEnd() + end;
}

function variables(...texts: [string, string, string]): Omit<WhatsAppMessage, 'text'> {
	const [templateText1, templateText2, templateText3] = texts.map((text) =>
		cut(withoutMarks(text), MAX_VARIABLE),
	) as typeof texts;
	return { templateText1, templateText2, templateText3 };
}
