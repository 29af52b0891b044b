import { Failure } from '../transport/failure';
import type { Transport } from '../transport/transport';
import { productIds } from '../values/id';
import { array, looseObject, unknown, type Infer } from '../zod';
import { readAnswer } from './answer';
import { visitorBody, type Visitor } from './visitor';

/** Products asked for at a time. */
const PAGE_SIZE = 50;
/** A search that has more pages than this has no end. */
const MAX_PAGES = 1_000;

const searchPage = looseObject({ items: array(unknown()), totalItems: unknown(), totalPages: unknown() });

/**
 * The ids of the products that a search finds, best first, at most `limit` of them (`Infinity` for all). It changes nothing.
 * Pages are asked for until the answer's totals are reached, or a page brings nothing new: totals may be wrong.
 * Throws a `Failure`.
 */
export async function searchProducts(transport: Transport, query: string, visitor: Visitor, limit: number): Promise<string[]> {
	const found = new Set<string>();
	let received = 0;
	for (let page = 1; page <= MAX_PAGES; page++) {
		const answer = await askForPage(transport, { page, limit: Math.min(PAGE_SIZE, limit), query }, visitor);
		const before = found.size;
		for (const id of productIds(answer.items)) found.add(id);
		received += answer.items.length;
		if (found.size >= limit || found.size === before || isLast(answer, page, received)) return [...found].slice(0, limit);
	}
	throw new Failure('malformed', { status: 200, said: `the search has more than ${MAX_PAGES} pages` });
}

async function askForPage(
	transport: Transport,
	query: { page: number; limit: number; query: string },
	visitor: Visitor,
): Promise<Infer<typeof searchPage>> {
	const response = await transport.request({
		method: 'POST',
		path: '/api/v1/products/protected/search',
		query,
		body: visitorBody(visitor),
		replay: 'safe',
	});
	const answer = readAnswer(response, searchPage);
	if (answer === undefined) throw new Failure('invalid', { status: 404, said: response.text });
	return answer;
}

/** Whether both totals, as far as they are numbers, say that this was all. With none of them only an empty page ends it. */
function isLast({ totalItems, totalPages }: Infer<typeof searchPage>, page: number, received: number): boolean {
	const totals = [
		{ total: totalItems, reached: received },
		{ total: totalPages, reached: page },
	].filter(({ total }) => typeof total === 'number');
	return totals.length > 0 && totals.every(({ total, reached }) => reached >= Number(total));
}
