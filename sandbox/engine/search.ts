import { bySales, catalog, type Product } from './catalog';
import { rank, type Taste } from './taste';

/**
 * Finds the products that hold every word of the query in name, category, styles or sku, whatever the case, the accents
 * and a plural `s`. A visitor's taste orders them where it is known, otherwise the sales do.
 */
export function search(query: string, taste: Taste | undefined): Product[] {
	const words = wordsOf(query);
	const found = catalog().filter((product) => {
		const known = wordsOf([product.name, product.category, product.sku, ...product.styles].join(' '));
		return words.every((word) => known.includes(word));
	});
	return taste ? rank(found, taste) : found.sort(bySales);
}

/** Gives the size as the product names it, or nothing where it does not come in that size. */
export function sizeOf(product: Product, size: string): string | undefined {
	return product.sizes.find((known) => known.toLowerCase() === size.trim().toLowerCase());
}

function wordsOf(text: string): string[] {
	const plain = text.normalize('NFD').replace(/\p{Diacritic}/gu, '');
	return (plain.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => word.replace(/s$/, ''));
}
