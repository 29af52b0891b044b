import type { CustomerProfile } from '../profile/customer-profile';
import { cut } from '../values/text';
import { type Brand, NO_BRAND, type Wording } from './brand';
import { emailHtml, type Letter } from './email-html';
import { atLineStart, isMergeTag, oneLine } from './escaping';
import type { Labels } from './labels';
import { briefing, entries, entry, letter, linesOf, type Offer, paragraph, type Person, setLine } from './message';
import type { Product } from './products';

/** The fields that Send Email, Gmail and Outlook take. */
export interface Email {
	/** One line. */
	subject: string;
	/** A whole document, to which text can be appended. */
	html: string;
	text: string;
	/** The value of the header List-Unsubscribe (RFC 2369); empty where no address is known here. */
	listUnsubscribe: string;
}

/** Longer subjects are cut off in any list of messages. */
const MOST_SUBJECT = 100;
/** What the marketer wrote may hold merge tags, which are longer than what they become. */
const MOST_OWN_SUBJECT = 250;
const MOST_PREHEADER = 150;

/** The briefing of a team as an e-mail. */
export function teamEmail(profile: CustomerProfile, person: Person, products: Product[], labels: Labels): Email {
	const message = briefing(profile, person, labels);
	const preheader = paragraph(profile.momentSummary) || entries(profile.opportunities).join(' · ');
	const subject = shortened(`${message.badge}: ${message.title}`);
	return write(
		{ ...message, subject, preheader, products, shelf: labels.products, closing: '', brand: NO_BRAND },
		labels,
	);
}

/** What a customer's e-mail is made of, beside what the profile offers. */
export interface Dressing {
	products: Product[];
	wording: Wording;
	brand: Brand;
}

/** An e-mail to the customer: products and looks, what the marketer wrote, and nothing else. */
export function customerEmail(
	offer: Offer,
	{ name }: Person,
	{ products, wording, brand }: Dressing,
	labels: Labels,
): Email {
	const message = letter(offer, name, wording, labels);
	const names = products.map((product) => product.name);
	// Of a look, its first piece: a whole one is longer than a list of messages shows.
	const [first = ''] = [...names, ...offer.looks.flat(), ...offer.opportunities];
	const others = [...names.slice(1), ...offer.looks.map(setLine), ...offer.opportunities];
	const subject =
		wording.subject === ''
			? shortened(defaultSubject(entry(name, 60), first, labels))
			: cut(oneLine(wording.subject), MOST_OWN_SUBJECT);
	const preheader = wording.intro || others.join(' · ') || labels.intro;
	return write(
		{ ...message, subject, preheader, products, shelf: labels.picked, closing: wording.closing, brand },
		labels,
	);
}

function defaultSubject(customer: string, first: string, { chosen }: Labels): string {
	const words = customer === '' ? chosen.charAt(0).toUpperCase() + chosen.slice(1) : `${customer}, ${chosen}`;
	return first === '' ? words : `${words}: ${first}`;
}

function shortened(subject: string): string {
	return cut(oneLine(subject), MOST_SUBJECT);
}

function write(letter: Letter, labels: Labels): Email {
	const preheader = cut(oneLine(letter.preheader), MOST_PREHEADER);
	return {
		subject: letter.subject,
		html: emailHtml({ ...letter, preheader }, labels),
		text: textOf(letter, labels),
		listUnsubscribe: headerOf(letter.brand.unsubscribe),
	};
}

/** A merge tag becomes an address only in the mail service, which writes the header itself. */
function headerOf(unsubscribe: string): string {
	return unsubscribe === '' || isMergeTag(unsubscribe) ? '' : `<${unsubscribe}>`;
}

function textOf({ badge, title, lead, sections, products, shelf, closing, brand }: Letter, labels: Labels): string {
	const told = sections.map((section) => [section.title.toUpperCase(), ...linesOf(section, '- ')]);
	const shown =
		products.length === 0
			? []
			: [[shelf.toUpperCase(), ...products.map((product) => productLines(product, labels).join('\n'))]];
	const head = [badge.toUpperCase() || brand.shopName, title, lead].filter(Boolean).map(atLineStart);
	const shop = brand.shopUrl === '' ? '' : `${brand.buttonText || labels.shop}: ${brand.shopUrl}`;
	const foot = [brand.footer, brand.unsubscribe && `${labels.unsubscribe}: ${brand.unsubscribe}`].filter(Boolean);
	const parts = badge === '' ? [...shown, ...told] : [...told, ...shown];
	return [head, ...parts, [closing], [shop], foot]
		.map((lines) => lines.join('\n'))
		.filter(Boolean)
		.join('\n\n');
}

function productLines({ name, price, oldPrice, link }: Product, labels: Labels): string[] {
	const cost = oldPrice === '' ? price : `${price} (${labels.before} ${oldPrice})`;
	const first = [name, cost].filter(Boolean).join(' – ');
	return [`- ${first}`, ...(link === '' ? [] : [`  ${link}`])];
}
