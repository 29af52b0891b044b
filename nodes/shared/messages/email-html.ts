import { type Brand, onAccent } from './brand';
import { escapeHtml, escapeOwnHtml } from './escaping';
import type { Labels } from './labels';
import type { Look, Message, Section } from './message';
import type { Product } from './products';

/** The content of an email: the message with its subject and preheader, products and branding. */
export interface EmailContent extends Message {
	subject: string;
	preheader: string;
	products: Product[];
	/** The heading of the products. */
	productsHeading: string;
	closing: string;
	brand: Brand;
}

/**
 * Styles by name. Many mail clients drop style sheets, so every element has inline styles; the classes are for the dark
 * mode of clients that keep them.
 */
const STYLE = {
	bg: 'background:#f4f1ee',
	card: 'background:#ffffff',
	ink: 'color:#1d2440',
	soft: 'color:#5d6275',
	mark: 'color:#b8295e',
	tile: 'background:#f7f4f1',
	edge: 'border:1px solid #e6e0da',
};
const DARK =
	'.bg{background:#12141c!important}.card{background:#1b1f2b!important}.ink{color:#f3f1fa!important}' +
	'.soft{color:#b4b8c8!important}.mark{color:#ff8ab2!important}.tile{background:#252a39!important}' +
	'.edge{border-color:#363c4f!important}.button{background:#f3f1fa!important;color:#1d2440!important}';
const SANS = "font-family:'Helvetica Neue',Helvetica,Arial,sans-serif";
const SERIF = "font-family:Georgia,'Times New Roman',serif";

/** The height of the letters and of a line, in pixels. */
function size(letters: number, line: number): string {
	return `font-size:${letters}px;line-height:${line}px`;
}

type StyleName = keyof typeof STYLE;

/** An opening tag with the given styles, as classes and inline. */
function tag(name: string, styles: StyleName[], style: string, attributes = ''): string {
	const css = [...styles.map((name) => STYLE[name]), style].filter(Boolean).join(';');
	return `<${name}${attributes}${styles.length > 0 ? ` class="${styles.join(' ')}"` : ''} style="${css}">`;
}

/** For Outlook. The same stands in the styles, since n8n's preview drops these attributes. */
const TABLE = ' role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"';
const FULL_TABLE = `<table${TABLE} style="width:100%">`;
/** Pads the preheader, so that inboxes do not show the heading after it. */
const FILLER = '&#847;&zwnj;&nbsp;'.repeat(60);

/**
 * The email as a document of tables and inline styles. The closing tags of body and html are omitted, as HTML allows:
 * Send Email and Gmail append a line, which thus lands in the body.
 */
export function emailHtml(
	{ subject, preheader, badge, title, lead, sections, products, productsHeading, closing, brand }: EmailContent,
	labels: Labels,
): string {
	const shown =
		products.length > 0
			? titledPart(productsHeading, productsHtml(products, brand.productButtonText || labels.view))
			: '';
	const sectionParts = sections.map((section) => titledPart(section.title, contentHtml(section, labels)));
	const parts = [
		brandHtml(brand),
		header(badge, title, lead),
		// A team wants to read first what is new, a customer to see the products.
		...(badge === '' ? [shown, ...sectionParts] : [...sectionParts, shown]),
		closing === '' ? '' : `${tag('p', ['ink'], `margin:36px 0 0;${size(16, 24)}`)}${ownLines(closing)}</p>`,
		shopButtonHtml(brand, labels),
		brand.footer + brand.unsubscribe === ''
			? ''
			: `<div style="height:36px;line-height:36px;font-size:0">&nbsp;</div>${footerHtml(brand, labels)}`,
	];
	return [
		`<!doctype html><html lang="${labels.language}"><head><meta charset="utf-8">`,
		'<meta name="viewport" content="width=device-width,initial-scale=1">',
		'<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
		`<title>${escapeOwnHtml(subject)}</title><style>:root{color-scheme:light dark}`,
		`@media(max-width:480px){.pad{padding:32px 24px!important}}@media(prefers-color-scheme:dark){${DARK}}</style></head>`,
		tag('body', ['bg'], 'margin:0;padding:0'),
		`<div style="display:none;max-height:0;overflow:hidden;opacity:0">${escapeOwnHtml(preheader)}${FILLER}</div>`,
		`${tag('table', ['bg'], 'width:100%', TABLE)}<tr><td align="center" style="padding:24px 12px">`,
		'<!--[if mso]><table role="presentation" width="600"><tr><td><![endif]-->',
		`${tag('table', ['card', 'edge'], 'width:100%;max-width:600px;margin:0 auto;border-radius:12px', TABLE)}<tr>`,
		// A long address or word must not make the message wider than a phone.
		`<td class="pad" align="left" style="padding:44px 48px;word-break:break-word;${SANS}">`,
		...parts,
		'</td></tr></table><!--[if mso]></td></tr></table><![endif]--></td></tr></table>',
	].join('\n');
}

function header(badge: string, title: string, lead: string): string {
	const small = `margin:0 0 12px;${size(12, 16)};letter-spacing:2px;text-transform:uppercase;font-weight:bold`;
	const big = `margin:0;${SERIF};${size(32, 40)};font-weight:normal`;
	return [
		badge === '' ? '' : `${tag('p', ['mark'], small)}${escapeHtml(badge)}</p>`,
		`${tag('h1', ['ink'], big)}${escapeOwnHtml(title)}</h1>`,
		lead === '' ? '' : `${tag('p', ['soft'], `margin:12px 0 0;${size(16, 24)}`)}${ownLines(lead)}</p>`,
	].join('');
}

function titledPart(title: string, content: string): string {
	const style = `margin:36px 0 12px;${SERIF};${size(20, 28)};font-weight:normal`;
	return `${tag('h2', ['ink'], style)}${escapeHtml(title)}</h2>${content}`;
}

function contentHtml(section: Section, labels: Labels): string {
	if ('text' in section) return textBlock(section.text, 'soft');
	if ('notes' in section)
		return section.notes.map((note) => textBlock(`– ${note}`, 'soft', 'padding-left:14px;text-indent:-14px')).join('');
	if ('list' in section)
		return rows(
			section.list.map((entry) => textBlock(entry, 'ink')),
			ACCENT,
		);
	if ('sets' in section) return setsHtml(section.sets, labels);
	return rows(section.looks.map(lookHtml));
}

function textBlock(content: string, styleName: StyleName, style = ''): string {
	return `${tag('p', [styleName], `margin:0;${size(16, 24)};${style}`)}${escapeHtml(content)}</p>`;
}

const ACCENT = 'border-left:3px solid #b8295e';
const GAP = '<tr><td height="8" style="font-size:0;line-height:8px">&nbsp;</td></tr>';

/** Tiles, stacked vertically. */
function rows(contents: string[], style = 'border-radius:8px'): string {
	const cell = tag('td', ['tile'], `padding:14px 18px;${style}`);
	return `${FULL_TABLE}${contents.map((content) => `<tr>${cell}${content}</td></tr>`).join(GAP)}</table>`;
}

function lookHtml({ occasion, persona, pieces }: Look): string {
	return [
		occasion === '' ? '' : textBlock(occasion, 'ink', 'font-weight:bold'),
		pieces === '' ? '' : textBlock(pieces, 'ink'),
		persona === '' ? '' : textBlock(persona, 'soft', `${size(14, 20)};padding-top:4px`),
	].join('');
}

/**
 * Products with an image in two columns, on phones too, since every client can lay out a table of two cells. The others
 * follow, one per row.
 */
function productsHtml(products: Product[], button: string): string {
	const pictured = products.filter(({ image }) => image !== '');
	const plain = products.filter(({ image }) => image === '');
	const lines: string[] = [];
	for (let at = 0; at < pictured.length; at += 2) {
		const [left, right] = pictured.slice(at, at + 2);
		if (left !== undefined) lines.push(right === undefined ? wideHtml(left, button) : pairHtml(left, right, button));
	}
	if (plain.length > 0) lines.push(rows(plain.map((product) => detailsHtml(product, button))));
	return lines.join('');
}

const LEFT = '0 8px 0 0';
const RIGHT = '0 0 0 8px';

/** Images, texts and buttons each in their own table row, so that they line up regardless of the length of a name. */
function pairHtml(left: Product, right: Product, button: string): string {
	const line = (of: (product: Product) => string, bottom = '') =>
		`<tr>${halfHtml(of(left), LEFT + bottom)}${halfHtml(of(right), RIGHT + bottom)}</tr>`;
	const buttons = (product: Product) => buttonHtml(product, button);
	const last = left.link + right.link === '' ? '' : line(buttons);
	return `${FULL_TABLE}${line(pictureHtml)}${line(wordsHtml)}${last}${SPACE}</table>`;
}

/**
 * The last product of an odd number: the image on the left and the rest on the right, so that no half of the row is
 * empty.
 */
function wideHtml(product: Product, button: string): string {
	const rest = `<td class="tile" width="50%" valign="middle" style="width:50%;vertical-align:middle;padding:0 12px;${STYLE.tile};border-radius:8px">${detailsHtml(product, button)}</td>`;
	return `${FULL_TABLE}<tr>${halfHtml(pictureHtml(product), LEFT)}${rest}</tr>${SPACE}</table>`;
}

const SPACE = '<tr><td colspan="2" height="24" style="font-size:0;line-height:24px">&nbsp;</td></tr>';

function halfHtml(content: string, padding: string): string {
	return `<td width="50%" valign="top" style="width:50%;vertical-align:top;padding:${padding}">${content}</td>`;
}

function detailsHtml(product: Product, button: string): string {
	return wordsHtml(product) + buttonHtml(product, button);
}

function pictureHtml({ name, image, link }: Product): string {
	const style = `display:block;width:100%;height:auto;border:0;border-radius:8px;${STYLE.soft};font-size:14px`;
	return linked(
		link,
		`<img class="soft" src="${escapeHtml(image)}" alt="${escapeHtml(name)}" width="240" style="${style}">`,
	);
}

function wordsHtml({ name, price, oldPrice }: Product): string {
	const old =
		oldPrice === ''
			? ''
			: ` ${tag('span', ['soft'], 'text-decoration:line-through;font-weight:normal')}${amountHtml(oldPrice)}</span>`;
	return [
		`${tag('p', ['ink'], `margin:10px 0 0;${size(14, 20)}`)}${escapeHtml(name)}</p>`,
		price === ''
			? ''
			: `${tag('p', ['ink'], `margin:2px 0 0;${size(14, 20)};font-weight:bold`)}${amountHtml(price)}${old}</p>`,
	].join('');
}

/** Keeps a currency and its amount on one line. */
function amountHtml(amount: string): string {
	return escapeHtml(amount).replace(/ (?=\d)/g, '&nbsp;');
}

function buttonHtml({ link }: Product, button: string): string {
	const style =
		'display:inline-block;margin:10px 0;padding:9px 16px;border-radius:20px;background:#1d2440;color:#ffffff;' +
		`${size(13, 18)};font-weight:bold;text-decoration:none`;
	return link === ''
		? ''
		: `<a href="${escapeHtml(link)}" class="button" style="${style}">${escapeOwnHtml(button)}</a>`;
}

function linked(link: string, content: string): string {
	return link === '' ? content : `<a href="${escapeHtml(link)}" style="text-decoration:none">${content}</a>`;
}

/** The shop's name or logo at the top, underlined in its color. */
function brandHtml({ shopName, logoUrl, shopUrl, accentColor }: Brand): string {
	if (shopName + logoUrl === '') return '';
	const logo = `<img src="${escapeHtml(logoUrl)}" alt="${escapeOwnHtml(shopName, 'attribute')}" height="40" style="display:inline-block;height:40px;width:auto;max-width:240px;border:0">`;
	const name = `${tag('span', ['ink'], `${SERIF};${size(24, 32)}`)}${escapeOwnHtml(shopName)}</span>`;
	const shown = logoUrl === '' ? name : logo;
	const line = `border-bottom:3px solid ${accentColor}`;
	return `${FULL_TABLE}<tr><td align="center" style="text-align:center;padding:0 0 20px;${line}">${ownLink(shopUrl, shown)}</td></tr><tr><td height="32" style="font-size:0;line-height:32px">&nbsp;</td></tr></table>`;
}

/** The main button, which leads to the shop: a cell with a background, which Outlook renders too. */
function shopButtonHtml({ shopUrl, buttonText, accentColor }: Brand, labels: Labels): string {
	if (shopUrl === '') return '';
	const style = `display:inline-block;padding:14px 32px;color:${onAccent(accentColor)};${size(16, 24)};font-weight:bold;text-decoration:none`;
	const href = escapeOwnHtml(shopUrl, 'attribute');
	const button = `<a href="${href}" style="${style}">${escapeOwnHtml(buttonText || labels.shop)}</a>`;
	return [
		'<table role="presentation" align="center" cellpadding="0" cellspacing="0" border="0" style="margin:36px auto 0">',
		`<tr><td bgcolor="${accentColor}" style="background:${accentColor};border-radius:28px">${button}</td></tr></table>`,
	].join('');
}

function footerHtml({ footer, unsubscribe }: Brand, labels: Labels): string {
	const style = `margin:0;${size(13, 20)};text-align:center`;
	const lines = [
		footer === '' ? '' : `${tag('p', ['soft'], style)}${ownLines(footer)}</p>`,
		unsubscribe === ''
			? ''
			: `${tag('p', ['soft'], style)}<a href="${escapeOwnHtml(unsubscribe, 'attribute')}" class="soft" style="${STYLE.soft};text-decoration:underline">${labels.unsubscribe}</a></p>`,
	];
	return `${FULL_TABLE}<tr><td class="edge" style="border:0;border-top:1px solid #e6e0da;padding:24px 0 0">${lines.join('')}</td></tr></table>`;
}

function ownLink(address: string, content: string): string {
	return address === ''
		? content
		: `<a href="${escapeOwnHtml(address, 'attribute')}" style="text-decoration:none">${content}</a>`;
}

/** The marketer's text, with its line breaks. */
function ownLines(text: string): string {
	return text
		.split('\n')
		.map((line) => escapeOwnHtml(line))
		.join('<br>');
}

function setsHtml(sets: string[][], labels: Labels): string {
	return rows(
		sets.map((pieces, at) => {
			const heading =
				sets.length === 1
					? ''
					: textBlock(
							`${labels.outfit} ${at + 1}`,
							'soft',
							`${size(12, 20)};letter-spacing:1px;text-transform:uppercase`,
						);
			return heading + pieces.map((piece, place) => textBlock(place === 0 ? piece : `+ ${piece}`, 'ink')).join('');
		}),
	);
}
