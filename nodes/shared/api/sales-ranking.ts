import { array, looseObject, nullable, optional, string, unknown } from '../zod';

export const SALES_RANKING_PATH = '/api/v1/products/protected/sales-ranking';

/** `GET …/sales-ranking?categoryId=ID`, most sold first (API.md, products). */
export const salesRanking = looseObject({
	categoryId: optional(nullable(string())),
	products: array(unknown()),
});

/** Whether a value is the API's sales ranking, and so tells that the API itself answered. */
export function isSalesRanking(value: unknown): boolean {
	return salesRanking.safeParse(value).success;
}
