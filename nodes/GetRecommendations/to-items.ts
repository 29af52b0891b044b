import type { IDataObject } from 'n8n-workflow';

import { productUrl } from '../shared/values/product-url';
import type { RecommendationRequest } from './read-request';
import type { RecommendationName, RecommendedProduct } from './recommendations';

/** What came of a request: the products, and from where, since it may be a fallback. */
export interface Found {
	source: RecommendationName;
	fallback: boolean;
	products: RecommendedProduct[];
}

/**
 * The output of one request: an item per product, or one with the list. Excluded products and those beyond the limit are
 * gone; `rank` counts what is left. Without any product there is no item, or one that says so.
 */
export function toItems(request: RecommendationRequest, { source, fallback, products }: Found): IDataObject[] {
	const { excluded, limit, visitor } = request;
	const common = { source, fallback, sessionId: visitor.sessionId, userId: String(visitor.userId ?? '') };
	const chosen = products.filter(({ productId }) => !excluded.has(productId)).slice(0, limit);
	if (chosen.length === 0) return request.ifEmpty === 'nothing' ? [] : [{ ...common, empty: true }];
	if (request.asList) {
		return [{ ...common, productIds: chosen.map(({ productId }) => productId), count: chosen.length }];
	}
	return chosen.map(({ productId, ...details }, index) => ({
		productId,
		rank: index + 1,
		...common,
		...withUrl(request.productUrlTemplate, productId),
		...details,
	}));
}

function withUrl(template: string, productId: string): IDataObject {
	return template === '' ? {} : { productUrl: productUrl(template, productId) };
}
