import { type Brand, NO_BRAND, type Wording } from './brand';
import { emailHtml, type EmailContent } from './email-html';
import { atLineStart, cutOwn, hasMergeTag, oneLine } from './escaping';
import type { Labels } from './labels';
import { type Briefing, customerMessage, customerName, linesOf, type Offer, type Person, setLine } from './message';
import type { Product } from './products';

/** The fields that Send Email, Gmail and Outlook take. */
export interface Email {
	/** One line. */
	subject: string;
	/** A complete document, to which text can be appended. */
	html: string;
	text: string;
	/** The value of the List-Unsubscribe header (RFC 2369); empty if there is no address yet. */
	listUnsubscribe: string;
}

/** Inboxes cut off longer subjects. */
const MAX_SUBJECT = 100;
/** The marketer's subject may contain merge tags, which are longer than their values. */
const MAX_OWN_SUBJECT = 250;
const MAX_PREHEADER = 150;
/** Gmail clips an email at 102 KB, and with its end the way to unsubscribe. Send Email appends a line. */
const MAX_HTML_BYTES = 100 * 1024;

/** The team's briefing as an email. */
export function teamEmail(briefing: Briefing, products: Product[], labels: Labels): Email {
	const preheader = briefing.moment || briefing.opportunities.join(' · ');
	const subject = shortened(`${briefing.badge}: ${briefing.title}`);
	return write(
		{ ...briefing, subject, preheader, products, productsHeading: labels.products, closing: '', brand: NO_BRAND },
		labels,
	);
}

/** What a customer's email contains besides the offer from the profile. */
export interface CustomerEmailParts {
	products: Product[];
	wording: Wording;
	brand: Brand;
}

/** An email to the customer: products, looks and the marketer's own words, and nothing else. */
export function customerEmail(
	offer: Offer,
	{ name }: Person,
	{ products, wording, brand }: CustomerEmailParts,
	labels: Labels,
): Email {
	const message = customerMessage(offer, name, wording, labels);
	const names = products.map((product) => product.name);
	// Only the first piece of a look: a whole one is longer than inboxes show.
	const [first = ''] = [...names, ...offer.looks.flat(), ...offer.opportunities].filter(isDiscreet);
	const rest = names.filter((name) => name !== first);
	const others = [...rest, ...offer.looks.map(setLine), ...offer.opportunities].filter(isDiscreet);
	const subject =
		wording.subject === ''
			? shortened(defaultSubject(customerName(name), first, labels))
			: cutOwn(oneLine(wording.subject), MAX_OWN_SUBJECT);
	const preheader = wording.intro || others.join(' · ') || labels.intro;
	return write(
		{ ...message, subject, preheader, products, productsHeading: labels.picked, closing: wording.closing, brand },
		labels,
	);
}

/** What tells of the body of whoever wears it: others may read the subject, and what inboxes show below it. */
const OF_BODY =
	/(?<!\p{L})(?:gestant|gesta[çc]|gr[áa]vid|gravidez|matern|premam|embaraz|lactan|amament|nursing|pregnan|p[óo]s[- ]?part|post[- ]?part|plus[- ]size|tall[ae]s? (?:grande|plus|especial)|tamanhos? (?:grande|especia)|curvy|mastectom|tummy|the[- ]bump|compress|hijab|faja|size \d\d)/iu;

const isDiscreet = (text: string) => !OF_BODY.test(text);

function defaultSubject(customer: string, first: string, { chosen }: Labels): string {
	const words = customer === '' ? chosen.charAt(0).toUpperCase() + chosen.slice(1) : `${customer}, ${chosen}`;
	return first === '' ? words : `${words}: ${first}`;
}

function shortened(subject: string): string {
	return cutOwn(oneLine(subject), MAX_SUBJECT);
}

function write(content: EmailContent, labels: Labels): Email {
	const preheader = cutOwn(oneLine(content.preheader), MAX_PREHEADER);
	const html = emailHtml({ ...content, preheader }, labels);
	const shorter = Buffer.byteLength(html) > MAX_HTML_BYTES ? withoutLast(content) : undefined;
	if (shorter) return write(shorter, labels);
	return {
		subject: content.subject,
		html,
		text: textOf(content, labels),
		listUnsubscribe: headerOf(content.brand.unsubscribe),
	};
}

/** The content without its last product or, if there is none, its last section. */
function withoutLast(content: EmailContent): EmailContent | undefined {
	const { products, sections } = content;
	if (products.length > 0) return { ...content, products: products.slice(0, -1) };
	return sections.length > 0 ? { ...content, sections: sections.slice(0, -1) } : undefined;
}

/** A merge tag is resolved only by the mail service, which sets the header itself. */
function headerOf(unsubscribe: string): string {
	if (unsubscribe === '' || hasMergeTag(unsubscribe)) return '';
	return `<${/^[!-~]*$/.test(unsubscribe) ? unsubscribe : new URL(unsubscribe).href}>`;
}

function textOf(
	{ badge, title, lead, sections, products, productsHeading, closing, brand }: EmailContent,
	labels: Labels,
): string {
	const sectionParts = sections.map((section) => [section.title.toUpperCase(), ...linesOf(section, '- ')]);
	const shown =
		products.length === 0
			? []
			: [[productsHeading.toUpperCase(), ...products.map((product) => productLines(product, labels).join('\n'))]];
	const head = [badge.toUpperCase() || brand.shopName, title, lead].filter(Boolean).map(atLineStart);
	const shop = brand.shopUrl === '' ? '' : `${brand.buttonText || labels.shop}: ${brand.shopUrl}`;
	const foot = [brand.footer, brand.unsubscribe && `${labels.unsubscribe}: ${brand.unsubscribe}`].filter(Boolean);
	const parts = badge === '' ? [...shown, ...sectionParts] : [...sectionParts, ...shown];
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
