import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { oneByOne, runItems } from '../shared/items/run-items';
import {
	optionalText,
	type ParameterReader,
	readLimit,
	readSwitch,
	requiredText,
} from '../shared/parameters/parameter-reader';
import { LIMIT } from '../shared/parameters/shared-options';
import { readVisitor } from '../shared/parameters/visitor-parameters';
import { OPERATION, OPERATIONS, type SearchRequest } from './operations';

/** Runs every input item's search and returns one item per product, best first, paired with the input. */
export async function search(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await runItems<SearchRequest>(context, {
		noun: 'searches',
		read: readSearch,
		handle: oneByOne(async (client, request, note) => {
			const items = await OPERATIONS[request.operation].search(client, request, note);
			return items.length === 0 ? 'noMatch' : items;
		}),
	});
}

/** Reads one item's parameters. Throws `InvalidParameter` for any value that cannot be sent as intended. */
function readSearch(parameters: ParameterReader, item: number): SearchRequest {
	const operation = parameters.choice(OPERATION, item);
	const all = operation !== 'search' || readSwitch('Return All', parameters.read('returnAll', item, false));
	return {
		operation,
		query: requiredText('Query', parameters.read('query', item, '')),
		visitor: readVisitor(parameters, item),
		size: operation === 'searchDetailed' ? optionalText('Size', parameters.read('size', item, '')) : '',
		limit: all ? Infinity : readLimit(parameters.read(LIMIT.name, item, LIMIT.default)),
	};
}
