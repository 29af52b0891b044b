/** Also in two braces, which n8n's editor takes for an expression when they are pasted. */
const ID = /\{\{\s*id\s*\}\}|\{id\}/gi;

/**
 * The address of a product from a template such as `https://shop.example/p/{id}`, the id encoded as one part of it.
 * An empty template gives an empty text.
 */
export function productUrl(template: string, id: string): string {
	return template.replace(ID, () => encodeURIComponent(id));
}
