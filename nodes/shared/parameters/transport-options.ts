import type { INodeProperties } from 'n8n-workflow';

import {
	DEFAULT_MAX_CONCURRENCY,
	DEFAULT_MAX_TRIES,
	DEFAULT_TIMEOUT,
	MAX_CONCURRENCY,
	MAX_TIMEOUT,
	MAX_TRIES,
} from '../transport/limits';
import type { TransportOptions } from '../transport/transport';
import { readNumber } from './choice';

/** The options of the transport, which every node shows in its Options. */
export const transportOptions: INodeProperties[] = [
	{
		displayName: 'Max Concurrency',
		name: 'maxConcurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MAX_CONCURRENCY },
		default: DEFAULT_MAX_CONCURRENCY,
		description: 'The most calls to make at the same time. The node starts with a few and adds more while all goes well.',
	},
	{
		displayName: 'Max Tries',
		name: 'maxTries',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MAX_TRIES },
		default: DEFAULT_MAX_TRIES,
		description: 'How many times to try a call, including the first try',
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 100, maxValue: MAX_TIMEOUT },
		default: DEFAULT_TIMEOUT,
		description: 'How long to wait for one try, in milliseconds',
	},
];

/**
 * The transport's options from a node's Options, each brought within its bounds.
 * Throws `InvalidParameter` for one that is no number.
 */
export function readTransportOptions(options: Record<string, unknown>): TransportOptions {
	const { maxConcurrency, maxTries, timeout } = options;
	return {
		maxConcurrency: readNumber('Max Concurrency', maxConcurrency, { least: 1, most: MAX_CONCURRENCY, otherwise: DEFAULT_MAX_CONCURRENCY }),
		maxTries: readNumber('Max Tries', maxTries, { least: 1, most: MAX_TRIES, otherwise: DEFAULT_MAX_TRIES }),
		timeout: readNumber('Timeout', timeout, { least: 100, most: MAX_TIMEOUT, otherwise: DEFAULT_TIMEOUT }),
	};
}
