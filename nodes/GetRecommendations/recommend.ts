import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { sendEvent, type RecommendationEvent } from '../shared/api/recommendation';
import { Ledger } from '../shared/items/ledger';
import { walk } from '../shared/items/walk';
import { ParameterReader } from '../shared/parameters/parameter-reader';
import { requiredText } from '../shared/parameters/required-text';
import { readTransportOptions } from '../shared/parameters/transport-options';
import { openTransport } from '../shared/transport/open';
import { RECOMMENDATIONS, type RecommendationName } from './recommendations';

/**
 * Sends one event for every input item and gives one item per recommended product, best first, paired with the input.
 * The same event for two items is two events: each is a signal of its own (API.md).
 */
export async function recommend(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const inputs = context.getInputData();
	const parameters = new ParameterReader(context);
	const ledger = new Ledger(context, inputs, 'items');
	const options = readTransportOptions(parameters.read<IDataObject>('options', 0, {}));
	const items = [...inputs.keys()];

	const transport = await openTransport(context, options).catch((error: unknown) => {
		for (const item of items) ledger.fail(item, error);
		return undefined;
	});
	if (transport === undefined) return ledger.close();

	await walk(items, options.maxConcurrency, async (item) => {
		try {
			const event = readEvent(parameters, item);
			const ids = await sendEvent(transport, event);
			ledger.put(item, toItems(event, ids));
		} catch (error) {
			ledger.fail(item, error);
		}
	});
	return ledger.close();
}

function readEvent(parameters: ParameterReader, item: number): RecommendationEvent {
	const eventType = parameters.read<RecommendationName>('recommendation', item, 'categoryView');
	const { subject } = RECOMMENDATIONS[eventType];
	const userId = String(parameters.read<string>('userId', item, '')).trim();
	return {
		eventType,
		dataId: requiredText(subject === 'categoryId' ? 'Category ID' : 'Product ID', parameters.read(subject, item, '')),
		sessionId: requiredText('Session ID', parameters.read('sessionId', item, '')),
		...(userId === '' ? {} : { userId }),
	};
}

function toItems({ eventType, sessionId, userId }: RecommendationEvent, ids: string[]): IDataObject[] {
	return ids.map((productId, index) => ({
		productId,
		rank: index + 1,
		source: eventType,
		sessionId,
		userId: userId ?? '',
	}));
}
