import { cut } from '../text/cut';
import { atLineStart, oneLine } from '../text/inert';
import { briefing, type Person } from './briefing';
import type { CustomerProfile } from './customer-profile';
import { emailHtml } from './email-html';
import type { Labels } from './labels';
import { linesOf, type Message } from './message';
import { letter, type Offer } from './offer';
import type { Product } from './products';
import { entries, entry, paragraph } from './texts';

/** The fields that Send Email, Gmail and Outlook take. */
export interface Email {
	/** One line. */
	subject: string;
	/** A whole document, to which text can be appended. */
	html: string;
	text: string;
}

/** A message with what is shown of it before it is opened, and the products in it. */
export interface Letter extends Message {
	subject: string;
	preheader: string;
	products: Product[];
	/** The heading of the products. */
	shelf: string;
}

/** Longer subjects are cut off in any list of messages. */
const MOST_SUBJECT = 100;
const MOST_PREHEADER = 150;

/** The briefing of a team as an e-mail. */
export function teamEmail(profile: CustomerProfile, person: Person, products: Product[], labels: Labels): Email {
	const message = briefing(profile, person, labels);
	const preheader = paragraph(profile.momentSummary) || entries(profile.opportunities).join(' · ');
	return write({ ...message, subject: `${message.badge}: ${message.title}`, preheader, products, shelf: labels.products }, labels);
}

/** An e-mail to the customer: opportunities, looks and products, and nothing else. */
export function customerEmail(offer: Offer, { name }: Person, products: Product[], labels: Labels): Email {
	const message = letter(offer, name, labels);
	const [first, ...others] = [...offer.opportunities, ...offer.looks, ...products.map((product) => product.name)];
	const customer = entry(name, 60);
	const subject = [customer, labels.forYou].filter(Boolean).join(', ') + `: ${first ?? labels.picked}`;
	return write({ ...message, subject, preheader: others.join(' · ') || labels.intro, products, shelf: labels.picked }, labels);
}

function write(letter: Letter, labels: Labels): Email {
	const subject = cut(oneLine(letter.subject), MOST_SUBJECT);
	const preheader = cut(oneLine(letter.preheader), MOST_PREHEADER);
	return { subject, html: emailHtml({ ...letter, subject, preheader }, labels), text: textOf(letter, labels) };
}

function textOf({ badge, title, lead, sections, products, shelf }: Letter, labels: Labels): string {
	const parts = sections.map((section) => [section.title.toUpperCase(), ...linesOf(section, '- ')]);
	const cards = products.map((product) => productLines(product, labels).join('\n'));
	if (cards.length > 0) parts.push([shelf.toUpperCase(), ...cards]);
	const head = [badge.toUpperCase(), title, lead].filter(Boolean).map(atLineStart);
	return [head, ...parts].map((lines) => lines.join('\n')).join('\n\n');
}

function productLines({ name, price, oldPrice, link }: Product, labels: Labels): string[] {
	const cost = oldPrice === '' ? price : `${price} (${labels.before} ${oldPrice})`;
	const first = [name, cost].filter(Boolean).join(' – ');
	return [`- ${first}`, ...(link === '' ? [] : [`  ${link}`])];
}
