import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { Failure } from '../shared/http/failure';
import type { HttpClient } from '../shared/http/http-client';
import { oneByOne, runItems } from '../shared/items/run-items';
import { productUrl } from '../shared/values/ids';
import { webAddress } from '../shared/values/text';
import { recommendation, type RecommendationName, type RecommendedProduct } from './operations';
import { readRequest, type RecommendationRequest } from './read-parameters';

/** Caches answers that are the same for every item of an execution. A failed one is not cached. */
class RequestMemo<T> {
	private readonly answers = new Map<string, Promise<T>>();

	async get(key: string, ask: () => Promise<T>): Promise<T> {
		const answer =
			this.answers.get(key) ??
			ask().catch((error: unknown) => {
				this.answers.delete(key);
				throw error;
			});
		this.answers.set(key, answer);
		return await answer;
	}
}

/** How many products more than needed are requested, at most: a customer has bought thousands, few of which are similar to one. */
const MOST_MORE = 500;

/** The result of a request: the products without the excluded ones, and their source, which may be the fallback. */
interface Found {
	source: RecommendationName;
	fallback: boolean;
	products: RecommendedProduct[];
}

/**
 * The output of one request: one item per product, or one item with the list. Products beyond the limit are dropped; `rank`
 * counts the rest. With no product there is no item, or one that says so.
 */
function toItems(request: RecommendationRequest, { source, fallback, products }: Found): IDataObject[] {
	const { limit, visitor } = request;
	const common = { source, fallback, sessionId: visitor.sessionId, userId: String(visitor.userId ?? '') };
	const chosen = products.slice(0, limit);
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
	const url = webAddress(productUrl(template, productId));
	return url === '' ? {} : { productUrl: url };
}

/**
 * Requests every input item's recommendation and returns the recommended products, best first, paired with the input.
 * The same event for two items is sent twice: each is a signal of its own (docs/api.md). Events of one session are sent
 * in sequence, since their order matters too.
 */
export async function recommend(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const shared = new RequestMemo<RecommendedProduct[]>();
	const known = new Map<string, RecommendationRequest['excluded']>();
	return await runItems<RecommendationRequest>(context, {
		noun: 'items',
		read: (parameters, item) => readRequest(parameters, item, known),
		groupKey: orderingKey,
		handle: oneByOne(async (client, request) => {
			const items = toItems(request, await find(client, request, shared));
			return items.length === 0 ? 'noProducts' : items;
		}),
	});
}

/** Events with the same key are sent in the order of their items. */
function orderingKey({ name, visitor }: RecommendationRequest): string | undefined {
	return recommendation(name).asks === 'event' ? visitor.sessionId : undefined;
}

/**
 * The products of a request. If there are none, or the visitor has bought them all, and the user chose so, the best sellers, of
 * its category if it has one.
 */
async function find(
	client: HttpClient,
	request: RecommendationRequest,
	shared: RequestMemo<RecommendedProduct[]>,
): Promise<Found> {
	const { name, subjectId, visitor, ifEmpty, includeInactive, excluded } = request;
	const limit = request.limit + Math.min(excluded.count, MOST_MORE);
	const ask = async (name: RecommendationName, subjectId: string): Promise<RecommendedProduct[]> => {
		const { asks, ask } = recommendation(name);
		const answer = () => ask(client, { subjectId, visitor, limit, includeInactive });
		const products =
			asks === 'everyone'
				? await shared.get(`${name} ${String(includeInactive)} ${subjectId}`, answer)
				: await answer();
		return products.filter(({ productId }) => !excluded.spellings.has(productId));
	};

	const products = await ask(name, subjectId);
	if (products.length > 0 || ifEmpty !== 'bestSellers' || name === 'bestSellers') {
		return { source: name, fallback: false, products };
	}
	const { subject, asks } = recommendation(name);
	const fallback = await ask('bestSellers', subject === 'categoryId' ? subjectId : '').catch((error: unknown) => {
		if (asks !== 'event' || !(error instanceof Failure) || error.kind === 'cancelled') throw error;
		throw error.with({ event: 'processed' });
	});
	// The product itself is no recommendation for it.
	const isOther = ({ productId }: RecommendedProduct) => subject !== 'productId' || productId !== subjectId;
	return { source: 'bestSellers', fallback: true, products: fallback.filter(isOther) };
}
