import type { Transport } from '../transport/transport';
import { array, looseObject, nullable, optional, string, unknown } from '../zod';
import { readProductIds } from './product-ids';

export const SALES_RANKING_PATH = '/api/v1/products/protected/sales-ranking';

/** `GET …/sales-ranking?categoryId=ID`, most sold first (docs/api.md, products). */
export const salesRanking = looseObject({
	categoryId: optional(nullable(string())),
	products: array(unknown()),
});

/** Whether a value is the API's sales ranking, and so tells that the API itself answered. */
export function isSalesRanking(value: unknown): boolean {
	return salesRanking.safeParse(value).success;
}

/** The ids of the best sellers, of one category or, with an empty id, of the whole shop; none for an unknown category. */
export async function bestSellers(transport: Transport, categoryId: string): Promise<string[]> {
	const response = await transport.request({
		method: 'GET',
		path: SALES_RANKING_PATH,
		query: categoryId === '' ? undefined : { categoryId },
		replay: 'safe',
	});
	return readProductIds(response) ?? [];
}
