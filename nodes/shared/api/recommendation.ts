import type { IDataObject } from 'n8n-workflow';

import type { Transport } from '../transport/transport';
import { Failure } from '../transport/failure';
import { array, looseObject, unknown } from '../zod';
import { readAnswer } from './answer';
import { productIds } from './product-ids';

const RECOMMENDATION_PATH = '/api/v1/products/protected/recommendation';

/** The events of API.md, personalization. */
export type EventType = 'categoryView' | 'shopTheLook';

/** One event. `dataId` is the category or product that it is about. */
export interface RecommendationEvent {
	eventType: EventType;
	dataId: string;
	sessionId: string;
	/** A string today, a number in earlier documents; left out where there is none. */
	userId?: string | number;
}

const recommendationAnswer = looseObject({ products: array(unknown()) });

/**
 * Sends one event and gives the ids of the recommended products, best first; empty while the AI knows too little.
 * An event is a signal with a side effect, so it is repeated only where the API certainly did not take it.
 */
export async function sendEvent(transport: Transport, event: RecommendationEvent): Promise<string[]> {
	const body: IDataObject = {
		...(event.userId === undefined ? {} : { userId: event.userId }),
		sessionId: event.sessionId,
		eventType: event.eventType,
		data: { id: event.dataId },
	};
	const response = await transport.request({ method: 'POST', path: RECOMMENDATION_PATH, body, replay: 'event' });
	const answer = readAnswer(response, recommendationAnswer);
	if (answer === undefined) throw new Failure('unknown', { status: 404 });
	return productIds(answer.products);
}
