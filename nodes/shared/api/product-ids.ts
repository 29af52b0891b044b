import type { ApiResponse } from '../transport/request';
import { productIds } from '../values/id';
import { array, looseObject, unknown } from '../zod';
import { readAnswer } from './answer';

const productList = looseObject({ products: array(unknown()) });

/**
 * The ids in an answer `{ products: […] }`, the one form of all recommendations (docs/api.md); undefined for a 404 of the API.
 * Throws a `Failure`: `malformed`, `wrongHost`.
 */
export function readProductIds(response: ApiResponse): string[] | undefined {
	const answer = readAnswer(response, productList);
	return answer && productIds(answer.products);
}
