import { Failure } from '../http/failure';
import type { HttpClient } from '../http/http-client';
import { readPrices, toAmount } from '../values/amounts';
import { productId, productIds, toId } from '../values/ids';
import { field, isRecord, toText } from '../values/read-ai-values';
import { array, type Infer, looseObject, unknown } from '../values/zod';
import { readAnswer } from './answer';
import { type Visitor, visitorBody } from './products';

/** Products requested per page. */
const PAGE_SIZE = 50;
/** A search with more pages than this counts as endless. */
const MAX_PAGES = 1_000;

const searchPage = looseObject({ items: array(unknown()), totalItems: unknown(), totalPages: unknown() });

/**
 * The IDs of the products that a search finds, best first, at most `limit` of them (`Infinity` for all). No side
 * effects. Pages are requested until the answer's totals are reached, or a page has nothing new, since the totals may
 * be wrong. Throws a `Failure`.
 */
export async function searchProducts(
	client: HttpClient,
	query: string,
	visitor: Visitor,
	limit: number,
): Promise<string[]> {
	const found = new Set<string>();
	let received = 0;
	for (let page = 1; page <= MAX_PAGES; page++) {
		const answer = await askForPage(client, { page, limit: Math.min(PAGE_SIZE, limit), query }, visitor);
		const before = found.size;
		for (const id of productIds(answer.items)) found.add(id);
		received += answer.items.length;
		if (found.size >= limit || found.size === before || isLast(answer, page, received))
			return [...found].slice(0, limit);
	}
	throw new Failure('malformed', { status: 200, said: `the search has more than ${MAX_PAGES} pages` });
}

async function askForPage(
	client: HttpClient,
	query: { page: number; limit: number; query: string },
	visitor: Visitor,
): Promise<Infer<typeof searchPage>> {
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

/**
 * Whether this was the last page, by every total that is a number. Without any, only a page with nothing new ends the
 * search.
 */
function isLast({ totalItems, totalPages }: Infer<typeof searchPage>, page: number, received: number): boolean {
	const totals = [
		{ total: totalItems, reached: received },
		{ total: totalPages, reached: page },
	].filter(({ total }) => typeof total === 'number');
	return totals.length > 0 && totals.every(({ total, reached }) => reached >= Number(total));
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

const detailedAnswer = looseObject({ products: array(unknown()) });

/**
 * The few products in stock that a search for a chat finds, best first; `size` may be empty. No side effects. The path
 * is documented without `/api`. Throws a `Failure`.
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
	const answer = readAnswer(response, detailedAnswer);
	if (answer === undefined) throw new Failure('invalid', { status: 404, said: response.text });
	return answer.products.map(readProduct).filter(({ productId, name }) => productId !== '' || name !== '');
}

function readProduct(product: unknown): DetailedProduct {
	const record = isRecord(product) ? product : {};
	const text = (name: string) => toText(field(record, name));
	return {
		productId: productId(product),
		sku: toId(field(record, 'sku')),
		name: text('name'),
		...readPrices(toAmount(field(record, 'price')), toAmount(field(record, 'salePrice'))),
		size: text('size'),
		link: text('link'),
		images: readImages(field(record, 'images')),
	};
}

/** A list of URLs. Not `toTextList`, which splits at commas: a URL may contain some. */
function readImages(images: unknown): string[] {
	return [images]
		.flat()
		.map((image) => toText(isRecord(image) ? (image.url ?? image.src) : image))
		.filter((image) => image !== '');
}
