import type { ApiResponse } from '../transport/request';
import { isRecord } from '../values/tolerant';
import { array, looseObject, unknown } from '../zod';
import { readAnswer } from './answer';

const productList = looseObject({ products: array(unknown()) });

/**
 * The ids in an answer `{ products: […] }`, the one form of all recommendations (API.md); undefined for a 404 of the API.
 * Throws a `Failure`: `malformed`, `wrongHost`.
 */
export function readProductIds(response: ApiResponse): string[] | undefined {
	const answer = readAnswer(response, productList);
	return answer && productIds(answer.products);
}

/**
 * The ids in a list of products, as text, without duplicates, order kept. An API may list them as text, as numbers or as
 * objects with an id; what has none is left out.
 */
export function productIds(products: unknown[]): string[] {
	return [...new Set(products.map(productId).filter((id) => id !== ''))];
}

/** The id of one product, whatever its form; empty where it has none. */
export function productId(product: unknown): string {
	if (typeof product === 'string') return product.trim();
	if (typeof product === 'number') return String(product);
	if (!isRecord(product)) return '';
	return productId(product.productId) || productId(product.id);
}
