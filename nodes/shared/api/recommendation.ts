import { Failure } from '../transport/failure';
import type { Transport } from '../transport/transport';
import { readProductIds } from './product-ids';
import { visitorBody, type Visitor } from './visitor';

const RECOMMENDATION_PATH = '/api/v1/products/protected/recommendation';

/** The events of docs/api.md, personalization. */
export type EventType = 'categoryView' | 'customShelf' | 'productView' | 'shopTheLook';

/** One event. `dataId` is the category or product that it is about, empty for a custom shelf. */
export interface RecommendationEvent {
	eventType: EventType;
	dataId: string;
	visitor: Visitor;
}

/**
 * Sends one event and gives the ids of the recommended products, best first; empty while the AI knows too little.
 * An event is a signal with a side effect, so it is repeated only where the API certainly did not take it.
 */
export async function sendEvent(transport: Transport, { eventType, dataId, visitor }: RecommendationEvent): Promise<string[]> {
	const body = { ...visitorBody(visitor), eventType, data: { id: dataId } };
	const response = await transport.request({ method: 'POST', path: RECOMMENDATION_PATH, body, replay: 'event' });
	const ids = readProductIds(response);
	if (ids !== undefined) return ids;
	const aboutProduct = eventType === 'productView' || eventType === 'shopTheLook';
	const facts = { status: 404, said: response.text };
	throw aboutProduct ? new Failure('unknownProduct', { ...facts, asked: dataId }) : new Failure('invalid', facts);
}
