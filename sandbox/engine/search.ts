import { bySales, catalog, type Product } from './catalog';
import { rank, type Taste } from './taste';

/**
 * Finds the products that contain every word of the query in name, category, styles or SKU, regardless of case, accents
 * and a plural `s`. Sorted by the visitor's taste if known, otherwise by sales.
 */
export function search(query: string, taste: Taste | undefined): Product[] {
	const words = wordsOf(query);
	const found = catalog().filter((product) => {
		const known = wordsOf([product.name, product.category, product.sku, ...product.styles].join(' '));
		return words.every((word) => known.includes(word));
	});
	return taste ? rank(found, taste) : found.sort(bySales);
}

/** The size as named by the product; undefined if it does not come in that size. */
export function sizeOf(product: Product, size: string): string | undefined {
	return product.sizes.find((known) => known.toLowerCase() === size.trim().toLowerCase());
}

function wordsOf(text: string): string[] {
	const plain = text.normalize('NFD').replace(/\p{Diacritic}/gu, '');
	return (plain.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => word.replace(/s$/, ''));
}
