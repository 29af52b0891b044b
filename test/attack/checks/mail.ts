import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];
type Attribute = Element['attrs'][number];

const ELEMENTS = /^(html|head|meta|title|style|body|div|table|tbody|tr|td|p|br|h1|h2|a|img|span)$/;
const ATTRIBUTES =
	/^(lang|charset|name|content|class|style|role|width|height|cellpadding|cellspacing|border|align|valign|colspan|bgcolor|href|src|alt)$/;
const PROPERTIES =
	/^(display|width|height|max-width|max-height|overflow|opacity|margin|padding(-top|-left)?|(border(-left|-top|-bottom|-radius|-color)?)|background|color|font(-family|-size|-weight)|line-height|letter-spacing|word-break|vertical-align|text-(align|indent|transform|decoration))$/;
/** Gmail clips a longer message. */
const MOST_BYTES = 102 * 1024;
/** Of a character in HTML, such as `&quot;`. */
const BYTES_OF_ONE = 6;
const MOST_LINK = 2_000;
const COLOR = /^#[0-9a-f]{6}$/;
/** What the mail service replaces by an address: a browser would take it for a path. */
const MERGE_TAG = /^(\{\{|\{%|\*\|)/;

/** An email as parsed by a browser. */
export interface ParsedMail {
	/** The element tree with its styles, without any text or address. */
	structure: string;
	/** The text, without the links' URLs. */
	text: string;
}

/**
 * Parses an email's HTML and checks that nothing in it is active: no script, handler, form or external style. The
 * marketer's own words are as long as the marketer wants, `own` characters.
 */
export function checkMail(html: string, own = 0): ParsedMail {
	expect(Buffer.byteLength(html)).toBeLessThanOrEqual(MOST_BYTES + own * BYTES_OF_ONE);
	const mail: ParsedMail = { structure: '', text: '' };
	walk(parse(html), mail);
	return mail;
}

function walk(node: Node, mail: ParsedMail): void {
	if (node.nodeName === '#text' && 'value' in node) mail.text += node.value;
	if (node.nodeName === '#comment' && 'data' in node) mail.structure += `<!--${node.data}-->`;
	if (!('childNodes' in node)) return;
	if ('attrs' in node) checkElement(node);
	mail.structure += `<${node.nodeName}${'attrs' in node ? node.attrs.map(written).join('') : ''}>`;
	if (node.nodeName === 'style') mail.structure += checkSheet(node.childNodes);
	else for (const child of node.childNodes) walk(child, mail);
	mail.structure += '</>';
}

/** An element of an email: its attributes, and the text in it. */
export interface Part {
	tag: string;
	attributes: Record<string, string>;
	text: string;
}

/** The elements of an email as parsed by a browser, in order. */
export function partsOf(html: string): Part[] {
	const parts: Part[] = [];
	const textOf = (node: Node): string => {
		if (node.nodeName === '#text' && 'value' in node) return node.value;
		if (!('childNodes' in node)) return '';
		const part: Part = { tag: node.nodeName, attributes: {}, text: '' };
		if ('attrs' in node) part.attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
		parts.push(part);
		part.text = node.childNodes.map(textOf).join('');
		return part.text;
	};
	textOf(parse(html));
	return parts;
}

/** An attribute, without what the data may determine. */
function written({ name, value }: Attribute): string {
	return /^(href|src|alt)$/.test(name) ? ` ${name}` : ` ${name}="${value}"`;
}

function checkElement({ tagName, attrs, namespaceURI }: Element): void {
	expect(namespaceURI).toBe('http://www.w3.org/1999/xhtml');
	if (!ELEMENTS.test(tagName)) throw new Error(`The mail has a <${tagName}>`);
	for (const { name, value } of attrs) {
		if (!ATTRIBUTES.test(name)) throw new Error(`The mail has an attribute ${name}`);
		if (name === 'style') checkStyle(value);
		if (name === 'bgcolor') expect(value).toMatch(COLOR);
		if (name === 'src') checkAddress(value, /^https?:$/);
		if (name === 'href' && !MERGE_TAG.test(value)) checkAddress(value, /^(https?|mailto):$/);
	}
}

/** Checks an inline style: known properties only, and no function in their values. */
function checkStyle(style: string): void {
	if (/[(){}<>@\\]|import/i.test(style)) throw new Error(`The mail has the style ${style}`);
	for (const declaration of style.split(';').filter(Boolean)) {
		const [property = '', value = ''] = declaration.split(/:(.*)/s);
		if (!PROPERTIES.test(property) || value === '') throw new Error(`The mail has the style ${style}`);
		for (const color of value.match(/#\S*/g) ?? []) expect(color).toMatch(COLOR);
	}
}

/** Checks a style sheet, and returns it: nothing in it may depend on the data. */
function checkSheet(content: Node[]): string {
	const sheet = content.map((node) => ('value' in node ? node.value : `<${node.nodeName}>`)).join('');
	if (/@import|url|expression|javascript|[<\\]/i.test(sheet)) throw new Error(`The mail has the style sheet ${sheet}`);
	return sheet;
}

function checkAddress(address: string, protocols: RegExp): void {
	expect(new URL(address).protocol).toMatch(protocols);
	expect(address.length).toBeLessThanOrEqual(MOST_LINK);
}
