import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const ELEMENTS = /^(html|head|meta|title|style|body|div|table|tbody|tr|td|p|h1|h2|a|img|span)$/;
const ATTRIBUTES =
	/^(lang|charset|name|content|class|style|role|width|height|cellpadding|cellspacing|border|align|valign|href|src|alt)$/;
/** Of the visible text, without markup. Texts of only `&` or emoji take several bytes per character. */
const MOST_CHARACTERS = 40_000;
const MOST_LINK = 2_000;

/** An email as parsed by a browser. */
export interface ParsedMail {
	/** The element tree, without any text. */
	structure: string;
	/** The visible text, without the links' URLs. */
	text: string;
	links: string[];
}

/** Parses an email's HTML and checks that nothing in it is active: no script, handler, form or external style. */
export function checkMail(html: string): ParsedMail {
	const mail: ParsedMail = { structure: '', text: '', links: [] };
	walk(parse(html), mail);
	expect(mail.text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
	return mail;
}

function walk(node: Node, mail: ParsedMail): void {
	if (node.nodeName === '#text' && 'value' in node) mail.text += node.value;
	if (node.nodeName === '#comment' && 'data' in node) mail.structure += `<!--${node.data}-->`;
	if (!('childNodes' in node)) return;
	if ('attrs' in node) checkElement(node, mail);
	mail.structure += `<${node.nodeName}>`;
	for (const child of node.childNodes) walk(child, mail);
	mail.structure += '</>';
}

function checkElement({ tagName, attrs, namespaceURI }: Element, mail: ParsedMail): void {
	expect(namespaceURI).toBe('http://www.w3.org/1999/xhtml');
	if (!ELEMENTS.test(tagName)) throw new Error(`The mail has a <${tagName}>`);
	for (const { name, value } of attrs) {
		if (!ATTRIBUTES.test(name)) throw new Error(`The mail has an attribute ${name}`);
		if (name === 'style' && /url|expression|import|[<\\]/i.test(value))
			throw new Error(`The mail has the style ${value}`);
		if (name === 'href' || name === 'src') {
			expect(new URL(value).protocol).toMatch(/^https?:$/);
			expect(value.length).toBeLessThanOrEqual(MOST_LINK);
			mail.links.push(value);
		}
	}
}
