/** Also in two braces, which n8n's editor takes for an expression when they are pasted. */
const ID = /\{\{\s*id\s*\}\}|\{id\}/gi;

/** What stands for half of a character, which no encoding can send. */
const REPLACEMENT = '\uFFFD';

/**
 * The address of a product from a template such as `https://shop.example/p/{ID}`, the id encoded as one part of it.
 * An empty template gives an empty text.
 */
export function productUrl(template: string, id: string): string {
	return template.replace(ID, () => encodeURIComponent(id.replace(/\p{Cs}/gu, REPLACEMENT)));
}

/** Whether a template says where the id goes. */
export function hasPlaceForId(template: string): boolean {
	return template.search(ID) >= 0;
}
