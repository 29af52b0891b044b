import { isRecord } from '../values/tolerant';

/**
 * The ids in a list of products, as text, without duplicates, order kept. An API may list them as text, as numbers or as
 * objects with an id; what has none is left out.
 */
export function productIds(products: unknown[]): string[] {
	return [...new Set(products.map(idOf).filter((id) => id !== ''))];
}

function idOf(product: unknown): string {
	if (typeof product === 'string') return product.trim();
	if (typeof product === 'number') return String(product);
	if (!isRecord(product)) return '';
	return idOf(product.productId ?? product.id ?? '');
}
