import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { oneByOne, runItems } from '../shared/items/run-items';
import type { Transport } from '../shared/transport/transport';
import { Shared } from './shared';
import { readRequest, type RecommendationRequest } from './read-request';
import { recommendation, type RecommendationName, type RecommendedProduct } from './recommendations';
import { toItems, type Found } from './to-items';

/**
 * Asks for every input item's recommendation and gives the recommended products, best first, paired with the input.
 * The same event for two items is two events: each is a signal of its own (docs/api.md). Those of one session go out one after
 * the other, since their order tells something too.
 */
export async function recommend(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const shared = new Shared<RecommendedProduct[]>();
	return await runItems<RecommendationRequest>(context, {
		noun: 'items',
		read: readRequest,
		groupKey: orderingKey,
		handle: oneByOne(async (transport, request) => {
			const items = toItems(request, await find(transport, request, shared));
			return items.length === 0 ? 'noProducts' : items;
		}),
	});
}

/** Events with the same key keep the order of their items. */
function orderingKey({ name, visitor }: RecommendationRequest): string | undefined {
	return recommendation(name).asks === 'event' ? visitor.sessionId : undefined;
}

/** The products of a request; where it has none and the user wants so, the best sellers, of its category if it has one. */
async function find(
	transport: Transport,
	request: RecommendationRequest,
	shared: Shared<RecommendedProduct[]>,
): Promise<Found> {
	const { name, subjectId, visitor, ifEmpty, includeInactive } = request;
	const limit = request.limit + request.excluded.size;
	const ask = async (name: RecommendationName, subjectId: string): Promise<RecommendedProduct[]> => {
		const { asks, ask } = recommendation(name);
		const answer = () => ask(transport, { subjectId, visitor, limit, includeInactive });
		return asks === 'everyone' ? await shared.get(`${name} ${includeInactive} ${subjectId}`, answer) : await answer();
	};

	const products = await ask(name, subjectId);
	if (products.length > 0 || ifEmpty !== 'bestSellers' || name === 'bestSellers') {
		return { source: name, fallback: false, products };
	}
	const categoryId = recommendation(name).subject === 'categoryId' ? subjectId : '';
	return { source: 'bestSellers', fallback: true, products: await ask('bestSellers', categoryId) };
}
