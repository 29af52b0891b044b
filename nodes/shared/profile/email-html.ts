import { escapeHtml } from '../text/escape-html';
import type { Letter } from './email';
import type { Labels } from './labels';
import type { Look, Section } from './message';
import type { Product } from './products';

/**
 * How each part looks. Mail clients drop style sheets, so that every element carries its own; the classes are there for the
 * dark mode of those that keep them.
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

type Looks = keyof typeof STYLE;

/** An opening tag with the looks named, by class and by style. */
function tag(name: string, looks: Looks[], style: string, attributes = ''): string {
	const css = [...looks.map((look) => STYLE[look]), style].filter(Boolean).join(';');
	return `<${name}${attributes}${looks.length > 0 ? ` class="${looks.join(' ')}"` : ''} style="${css}">`;
}

const TABLE = ' role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"';
/** Fills the line that a list of messages shows, lest the heading follow the preheader there. */
const FILLER = '&#847;&zwnj;&nbsp;'.repeat(60);

/**
 * The e-mail as a document of tables and inline styles. Its last tags stay open, as HTML allows: Send Email and Gmail append
 * a line, which so lands in the body.
 */
export function emailHtml({ subject, preheader, badge, title, lead, sections, products, shelf }: Letter, labels: Labels): string {
	const parts = [
		header(badge, title, lead),
		...sections.map(sectionHtml),
		products.length > 0 ? part(shelf, shelfHtml(products, labels)) : '',
	];
	return [
		`<!doctype html><html lang="${labels.language}"><head><meta charset="utf-8">`,
		'<meta name="viewport" content="width=device-width,initial-scale=1">',
		'<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
		`<title>${escapeHtml(subject)}</title><style>:root{color-scheme:light dark}`,
		`@media(max-width:480px){.pad{padding:32px 24px!important}}@media(prefers-color-scheme:dark){${DARK}}</style></head>`,
		tag('body', ['bg'], 'margin:0;padding:0'),
		`<div style="display:none;max-height:0;overflow:hidden;opacity:0">${escapeHtml(preheader)}${FILLER}</div>`,
		`${tag('table', ['bg'], 'width:100%', TABLE)}<tr><td align="center" style="padding:24px 12px">`,
		'<!--[if mso]><table role="presentation" width="600"><tr><td><![endif]-->',
		`${tag('table', ['card', 'edge'], 'width:100%;max-width:600px;border-radius:12px', TABLE)}<tr>`,
		`<td class="pad" align="left" style="padding:44px 48px;${SANS}">`,
		...parts,
		'</td></tr></table><!--[if mso]></td></tr></table><![endif]--></td></tr></table>',
	].join('\n');
}

function header(badge: string, title: string, lead: string): string {
	const small = `margin:0 0 12px;font-size:12px;line-height:16px;letter-spacing:2px;text-transform:uppercase;font-weight:bold`;
	const big = `margin:0;${SERIF};font-size:32px;line-height:40px;font-weight:normal`;
	return [
		`${tag('p', ['mark'], small)}${escapeHtml(badge)}</p>`,
		`${tag('h1', ['ink'], big)}${escapeHtml(title)}</h1>`,
		lead === '' ? '' : `${tag('p', ['soft'], 'margin:12px 0 0;font-size:16px;line-height:24px')}${escapeHtml(lead)}</p>`,
	].join('');
}

function part(title: string, content: string): string {
	const style = `margin:36px 0 12px;${SERIF};font-size:20px;line-height:28px;font-weight:normal`;
	return `${tag('h2', ['ink'], style)}${escapeHtml(title)}</h2>${content}`;
}

function sectionHtml(section: Section): string {
	if ('text' in section) return part(section.title, text(section.text, 'soft'));
	if ('notes' in section) return part(section.title, section.notes.map((note) => text(`– ${note}`, 'soft', 'padding-left:14px;text-indent:-14px')).join(''));
	if ('list' in section) return part(section.title, rows(section.list.map((entry) => text(entry, 'ink')), ACCENT));
	return part(section.title, rows(section.looks.map(lookHtml), 'border-radius:8px'));
}

function text(content: string, look: Looks, style = ''): string {
	return `${tag('p', [look], `margin:0;font-size:16px;line-height:24px;${style}`)}${escapeHtml(content)}</p>`;
}

const ACCENT = 'border-left:3px solid #b8295e';
const GAP = '<tr><td height="8" style="font-size:0;line-height:8px">&nbsp;</td></tr>';

/** One tile under the other. */
function rows(contents: string[], style: string): string {
	const cell = tag('td', ['tile'], `padding:14px 18px;${style}`);
	return `<table${TABLE}>${contents.map((content) => `<tr>${cell}${content}</td></tr>`).join(GAP)}</table>`;
}

function lookHtml({ occasion, persona, pieces }: Look): string {
	return [
		occasion === '' ? '' : text(occasion, 'ink', 'font-weight:bold'),
		pieces === '' ? '' : text(pieces, 'ink'),
		persona === '' ? '' : text(persona, 'soft', 'font-size:14px;line-height:20px;padding-top:4px'),
	].join('');
}

/** The products in two columns, on a phone too: every client can lay out a table of two cells. */
function shelfHtml(products: Product[], labels: Labels): string {
	const lines: string[] = [];
	for (let at = 0; at < products.length; at += 2) {
		const [left, right] = products.slice(at, at + 2);
		lines.push(`<tr>${cellHtml(left, labels, '0 8px 16px 0')}${cellHtml(right, labels, '0 0 16px 8px')}</tr>`);
	}
	return `<table${TABLE}>${lines.join('')}</table>`;
}

function cellHtml(product: Product | undefined, labels: Labels, padding: string): string {
	return `<td width="50%" valign="top" style="padding:${padding}">${product === undefined ? '' : cardHtml(product, labels)}</td>`;
}

function cardHtml({ name, price, oldPrice, image, link }: Product, labels: Labels): string {
	const href = escapeHtml(link);
	const linked = (content: string) => (link === '' ? content : `<a href="${href}" style="text-decoration:none">${content}</a>`);
	const picture = `<img src="${escapeHtml(image)}" alt="${escapeHtml(name)}" width="240" style="display:block;width:100%;height:auto;border:0;border-radius:8px">`;
	const old = oldPrice === '' ? '' : ` ${tag('span', ['soft'], 'text-decoration:line-through')}${escapeHtml(oldPrice)}</span>`;
	const button =
		'display:inline-block;margin-top:10px;padding:9px 16px;border-radius:20px;background:#1d2440;color:#ffffff;' +
		'font-size:13px;line-height:18px;font-weight:bold;text-decoration:none';
	return [
		image === '' ? '' : linked(picture),
		`${tag('p', ['ink'], 'margin:10px 0 0;font-size:14px;line-height:20px')}${escapeHtml(name)}</p>`,
		price === '' ? '' : `${tag('p', ['ink'], 'margin:2px 0 0;font-size:14px;line-height:20px;font-weight:bold')}${escapeHtml(price)}${old}</p>`,
		link === '' ? '' : `<a href="${href}" class="button" style="${button}">${escapeHtml(labels.view)}</a>`,
	].join('');
}
