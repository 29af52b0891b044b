import type { IDataObject } from 'n8n-workflow';

import { type ApiResponse, readAnswer } from '../http/answer';
import { said, sentences } from '../http/error-texts';
import { Failure } from '../http/failure';
import type { HttpClient } from '../http/http-client';
import { mayBeProcessed } from '../http/retry-policy';
import { readPrices, toAmount } from '../values/amounts';
import { productId, productIds, toId } from '../values/ids';
import { field, holdsSomething, isNo, isRecord, toRecord, toText } from '../values/read-ai-values';
import { type Checked, custom, departureFrom, looseObject, optional } from '../values/schema';
import { isSoldOut } from '../values/stock';
import { addressesIn, MISSING, shopAddress, shorten, unescaped } from '../values/text';

/** For whom: one visit to the shop, and the customer if signed in. */
export interface Visitor {
	sessionId: string;
	/** A string today, a number in earlier API documents; omitted if there is none. */
	userId?: string | number;
}

/** A visitor as the fields of a request body. Without a user, `userId` is omitted: the API would look for a user named "". */
function visitorBody({ sessionId, userId }: Visitor): IDataObject {
	return { ...(userId === undefined ? {} : { userId }), sessionId };
}

/** Not zod's `array`: its types for elements would take a hundredth of all that ships, and each element is read by itself. */
const anyList = custom<unknown[]>(Array.isArray);
const productList = looseObject({ products: anyList });

/**
 * The IDs in an answer `{ products: […] }`, the form of all recommendations (docs/api.md); undefined for a 404 from the
 * API. Throws a `Failure`: `malformed`, `wrongHost`.
 */
export function readProductIds(response: ApiResponse): string[] | undefined {
	const answer = readAnswer(response, productList);
	return answer && readable(answer.products, productIds(answer.products));
}

/**
 * What was read of a list. If that is nothing though the list has entries, they have another shape, and the shelf is not empty.
 * Throws a `Failure`: `malformed`.
 */
function readable<T>(entries: unknown[], read: T[]): T[] {
	if (read.length > 0 || !entries.some(holdsSomething)) return read;
	throw new Failure('malformed', { status: 200, unexpected: 'no product has an ID' });
}

/** A product that the API does not know; `answer` is what it said. */
class UnknownProduct extends Failure {
	constructor(id: string, answer: string) {
		const description = sentences(
			`“${shorten(id)}” is not known`,
			said(answer),
			'Check Product ID: it must be the ID that your shop sends to Fashion.AI.',
		);
		super('invalid', { status: 404 }, { message: 'Fashion.AI does not know this product', description });
	}
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
export async function sendEvent(client: HttpClient, event: RecommendationEvent): Promise<string[]> {
	return await postEvent(client, event).catch((error: unknown) => {
		if (!(error instanceof Failure)) throw error;
		if (error.facts.notSent) throw error.with({ event: 'unsent' });
		throw mayBeProcessed(error) ? error.with({ event: 'unsure' }) : error;
	});
}

async function postEvent(client: HttpClient, { eventType, dataId, visitor }: RecommendationEvent): Promise<string[]> {
	const body = { ...visitorBody(visitor), eventType, data: { id: dataId } };
	const response = await client.request({ method: 'POST', path: RECOMMENDATION_PATH, body, retryPolicy: 'event' });
	const ids = readProductIds(response);
	if (ids !== undefined) return ids;
	const aboutProduct = eventType === 'productView' || eventType === 'shopTheLook';
	throw aboutProduct
		? new UnknownProduct(dataId, response.text)
		: new Failure('invalid', { status: 404, said: response.text });
}

/**
 * The IDs of at most `limit` products similar to one, most similar first. No side effects. Throws a `Failure`,
 * an `UnknownProduct` if the API does not know it.
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
	if (ids === undefined) throw new UnknownProduct(id, response.text);
	return ids;
}

export const SALES_RANKING_PATH = '/api/v1/products/protected/sales-ranking';

/** `GET …/sales-ranking?categoryId=ID`, most sold first (docs/api.md, products). */
const salesRanking = looseObject({
	categoryId: optional(custom<string | null>((id) => id === null || typeof id === 'string')),
	products: anyList,
});

/** Whether a value is the API's sales ranking, which proves that it was the API that answered. */
export function isSalesRanking(value: unknown): boolean {
	return !departureFrom(salesRanking, value);
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
	const products = readAnswer(response, productList)?.products ?? [];
	const known = products.map(readCollectionProduct).filter(({ productId }) => productId !== '');
	const shown = readable(products, known).filter(({ active }) => active || includeInactive);
	const ids = new Set<string>();
	// Only a new ID makes the set larger.
	return shown.sort(byPosition).filter(({ productId }) => ids.size < ids.add(productId).size);
}

/** Only an explicit no makes a product inactive: one without the flag is shown. */
function readCollectionProduct(product: unknown): CollectionProduct {
	const record = toRecord(product);
	const position = toText(field(record, 'position'));
	const number = position === '' ? NaN : Number(position);
	return {
		productId: productId(product),
		position: Number.isFinite(number) ? number : null,
		active: !isNo(field(record, 'active', 'isActive')),
	};
}

function byPosition(a: CollectionProduct, b: CollectionProduct): number {
	return a.position === b.position ? 0 : (a.position ?? Infinity) - (b.position ?? Infinity);
}

/** Products requested per page. */
const PAGE_SIZE = 50;
/** What more pages than these hold is not read: a search may be endless. */
const MAX_PAGES = 1_000;
/** Nor more products: a server may put far more on a page than was asked for. */
const MAX_PRODUCTS = PAGE_SIZE * MAX_PAGES;

/** Its totals, `totalItems` and `totalPages`, may be anything. */
const searchPage = looseObject({ items: anyList });
const NO_PAGE: Checked<typeof searchPage> = { items: [] };

/**
 * The IDs of the products that a search finds, best first, at most `limit` of them (`Infinity` for all). No side effects. Pages
 * are requested until the answer's totals are reached, or a page has nothing new, since the totals may be wrong. `note` is told,
 * for the user, if there may be more than was returned. Throws a `Failure`.
 */
export async function searchProducts(
	client: HttpClient,
	query: string,
	visitor: Visitor,
	limit: number,
	note: (text: string) => void,
): Promise<string[]> {
	const found = new Set<string>();
	let received = 0;
	let hasMore = false;
	let announced = 0;
	let page = 1;
	for (; page <= MAX_PAGES; page++) {
		const answer = await askForPage(client, { page, limit: Math.min(PAGE_SIZE, limit), query }, visitor).catch(
			(error: unknown) => {
				// A page after the last one, where the server gives no totals.
				if (page > 1 && !hasMore && error instanceof Failure && error.kind === 'invalid') return NO_PAGE;
				throw error;
			},
		);
		const before = found.size;
		for (const id of readable(answer.items, productIds(answer.items))) found.add(id);
		received += answer.items.length;
		const total = numberIn(answer.totalItems);
		const missing = total - received;
		// Beyond its last page, a server may announce nothing.
		announced = total || announced;
		const pagesLeft = numberIn(answer.totalPages) - page;
		hasMore = missing > 0 || (Number.isNaN(missing) && pagesLeft > 0);
		// Totals of less than what was received are wrong.
		const left = [missing, pagesLeft].filter((count) => count >= 0);
		const isLast = left.length > 0 && left.every((count) => count === 0);
		if (found.size >= Math.min(limit, MAX_PRODUCTS + 1) || found.size === before || isLast) break;
	}
	const products = [...found].slice(0, Math.min(limit, MAX_PRODUCTS));
	if (page > MAX_PAGES || products.length < Math.min(limit, found.size))
		note(
			`only the first ${products.length} products were read, which is this node’s limit. Set a Limit or use a narrower query.`,
		);
	// With every page, the catalog may have lost a product meanwhile.
	else if (Math.min(limit, announced) - found.size > page)
		note(`Fashion.AI announced ${announced} products and returned ${found.size}.`);
	return products;
}

function numberIn(total: unknown): number {
	return typeof total === 'number' || typeof total === 'string' ? Number(total) : NaN;
}

async function askForPage(
	client: HttpClient,
	query: { page: number; limit: number; query: string },
	visitor: Visitor,
): Promise<Checked<typeof searchPage>> {
	const response = await client.request({
		method: 'POST',
		path: '/api/v1/products/protected/search',
		query,
		body: visitorBody(visitor),
		retryPolicy: 'safe',
	});
	const answer = readAnswer(response, searchPage);
	if (answer === undefined) throw new Failure('invalid', { status: 404, said: response.text });
	return answer;
}

/** A product as a chat shows it. A missing text is empty, a missing amount null. */
export interface DetailedProduct {
	productId: string;
	sku: string;
	name: string;
	price: number | null;
	salePrice: number | null;
	size: string;
	link: string;
	images: string[];
}

/** Of the detailed search (docs/api.md). The node promises no more, so a chat is never flooded. */
const MAX_DETAILED = 5;

/**
 * The few products in stock that a search for a chat finds, best first; `size` may be empty. No side effects. The path is
 * documented without `/api`. Throws a `Failure`.
 */
export async function searchDetailed(
	client: HttpClient,
	query: string,
	size: string,
	visitor: Visitor,
): Promise<DetailedProduct[]> {
	const response = await client.request({
		method: 'POST',
		path: '/v1/products/protected/search/detailed',
		query: size === '' ? { query } : { query, size },
		body: visitorBody(visitor),
		retryPolicy: 'safe',
	});
	const answer = readAnswer(response, productList);
	if (answer === undefined) throw new Failure('invalid', { status: 404, said: response.text });
	const inStock = answer.products.filter((product) => !isRecord(product) || !isSoldOut(product));
	const read = inStock.map(readDetailedProduct).filter(({ productId, name }) => productId + name !== '');
	const products = new Map(readable(inStock, read).map((product) => [JSON.stringify(product), product]));
	return [...products.values()].slice(0, MAX_DETAILED);
}

function readDetailedProduct(product: unknown): DetailedProduct {
	const record = toRecord(product);
	const text = (name: string) => toText(field(record, name)).replace(MISSING, '');
	const { price, salePrice } = readPrices(field(record, 'price'), field(record, 'salePrice'));
	return {
		productId: productId(product),
		sku: toId(field(record, 'sku')),
		name: unescaped(text('name')),
		price: toAmount(price),
		salePrice: toAmount(salePrice),
		size: text('size'),
		link: linkOf(text('link')),
		images: readImages(field(record, 'images')),
	};
}

/** No path: another scheme, another host, a bare word, or characters and entities of which a browser makes one of these. */
const NO_PATH = /^[^/?#]*:|^\/\/|^[^./?]*$|[\\<>"\p{C}]|&(?:#|\w+;)/u;

/** A link to a web page, or to one of the shop's own without its host; empty for anything else, such as `javascript:`. */
function linkOf(link: string): string {
	const plain = unescaped(link).trim();
	return shopAddress(plain) || (MISSING.test(plain) || NO_PATH.test(plain) ? '' : plain);
}

/** A list of URLs. Not `toTextList`, which splits at commas: a URL may contain some. */
function readImages(images: unknown): string[] {
	return [images]
		.flat()
		.flatMap((image) => addressesIn(toText(isRecord(image) ? (image.url ?? image.src) : image)))
		.map(linkOf)
		.filter((image) => image !== '');
}
