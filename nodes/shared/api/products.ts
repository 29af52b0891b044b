import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../http/failure';
import type { HttpClient } from '../http/http-client';
import type { ApiResponse } from '../http/request';
import { productId, productIds } from '../values/ids';
import { isRecord, toText } from '../values/read-ai-values';
import { array, looseObject, nullable, optional, string, unknown } from '../values/zod';
import { readAnswer } from './answer';

/** For whom: one visit to the shop, and the customer if signed in. */
export interface Visitor {
	sessionId: string;
	/** A string today, a number in earlier API documents; omitted if there is none. */
	userId?: string | number;
}

/**
 * A visitor as the fields of a request body. Without a user, `userId` is omitted: the API would look for a user named
 * "".
 */
export function visitorBody({ sessionId, userId }: Visitor): IDataObject {
	return { ...(userId === undefined ? {} : { userId }), sessionId };
}

const productList = looseObject({ products: array(unknown()) });

/**
 * The IDs in an answer `{ products: […] }`, the form of all recommendations (docs/api.md); undefined for a 404 from the
 * API. Throws a `Failure`: `malformed`, `wrongHost`.
 */
export function readProductIds(response: ApiResponse): string[] | undefined {
	const answer = readAnswer(response, productList);
	return answer && productIds(answer.products);
}

const RECOMMENDATION_PATH = '/api/v1/products/protected/recommendation';

/** The events of docs/api.md, personalization. */
export type EventType = 'categoryView' | 'customShelf' | 'productView' | 'shopTheLook';

/** One event. `dataId` is the ID of the category or product it is about, empty for a custom shelf. */
export interface RecommendationEvent {
	eventType: EventType;
	dataId: string;
	visitor: Visitor;
}

/**
 * Sends one event and returns the IDs of the recommended products, best first; none while the AI knows too little. An
 * event is a signal with a side effect, so it is retried only if the API certainly did not process it.
 */
export async function sendEvent(
	client: HttpClient,
	{ eventType, dataId, visitor }: RecommendationEvent,
): Promise<string[]> {
	const body = { ...visitorBody(visitor), eventType, data: { id: dataId } };
	const response = await client.request({ method: 'POST', path: RECOMMENDATION_PATH, body, retryPolicy: 'event' });
	const ids = readProductIds(response);
	if (ids !== undefined) return ids;
	const aboutProduct = eventType === 'productView' || eventType === 'shopTheLook';
	const facts = { status: 404, said: response.text };
	throw aboutProduct ? new Failure('unknownProduct', { ...facts, asked: dataId }) : new Failure('invalid', facts);
}

/**
 * The IDs of at most `limit` products similar to one, most similar first. No side effects. Throws a `Failure`,
 * `unknownProduct` if the API does not know the product.
 */
export async function similarProducts(
	client: HttpClient,
	id: string,
	visitor: Visitor,
	limit: number,
): Promise<string[]> {
	const response = await client.request({
		method: 'POST',
		path: '/api/v1/products/protected/similar',
		query: { limit },
		body: { ...visitorBody(visitor), data: { id } },
		retryPolicy: 'safe',
	});
	const ids = readProductIds(response);
	if (ids === undefined) throw new Failure('unknownProduct', { status: 404, said: response.text, asked: id });
	return ids;
}

export const SALES_RANKING_PATH = '/api/v1/products/protected/sales-ranking';

/** `GET …/sales-ranking?categoryId=ID`, most sold first (docs/api.md, products). */
const salesRanking = looseObject({
	categoryId: optional(nullable(string())),
	products: array(unknown()),
});

/** Whether a value is the API's sales ranking, which proves that it was the API that answered. */
export function isSalesRanking(value: unknown): boolean {
	return salesRanking.safeParse(value).success;
}

/**
 * The IDs of the best sellers of one category, or of the whole shop if the ID is empty; none for an unknown category.
 */
export async function bestSellers(client: HttpClient, categoryId: string): Promise<string[]> {
	const response = await client.request({
		method: 'GET',
		path: SALES_RANKING_PATH,
		query: categoryId === '' ? undefined : { categoryId },
		retryPolicy: 'safe',
	});
	return readProductIds(response) ?? [];
}

/** A product of a collection. `position` is the shop's own, null if the API gives none. */
export interface CollectionProduct {
	productId: string;
	position: number | null;
	active: boolean;
}

const collectionAnswer = looseObject({ products: array(unknown()) });

/**
 * The products of a collection's active slice, each once, sorted by position, since the API does not promise any order;
 * those without a position come last. Inactive ones only on request. None if no slice is active: the API then answers
 * 404. Throws a `Failure`.
 */
export async function collectionProducts(
	client: HttpClient,
	collectionId: string,
	includeInactive: boolean,
): Promise<CollectionProduct[]> {
	const response = await client.request({
		method: 'GET',
		path: `/api/v1/merchandising-collections/protected/${encodeURIComponent(collectionId)}`,
		retryPolicy: 'safe',
	});
	const products = readAnswer(response, collectionAnswer)?.products ?? [];
	const shown = products.map(readProduct).filter(({ active }) => active || includeInactive);
	return withoutDuplicates(shown.sort(byPosition)).filter(({ productId }) => productId !== '');
}

/** Only an explicit no makes a product inactive: one without the flag is shown. */
function readProduct(product: unknown): CollectionProduct {
	const { position, active } = isRecord(product) ? product : {};
	const number = toText(position) === '' ? NaN : Number(toText(position));
	return {
		productId: productId(product),
		position: Number.isFinite(number) ? number : null,
		active: active !== false && !/^(false|0)$/i.test(toText(active)),
	};
}

function withoutDuplicates(products: CollectionProduct[]): CollectionProduct[] {
	const first = new Map<string, CollectionProduct>();
	for (const product of products) if (!first.has(product.productId)) first.set(product.productId, product);
	return [...first.values()];
}

function byPosition(a: CollectionProduct, b: CollectionProduct): number {
	return a.position === b.position ? 0 : (a.position ?? Infinity) - (b.position ?? Infinity);
}
