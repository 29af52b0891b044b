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

/** The options of the transport, which every node shows in its Options. */
export const transportOptions: INodeProperties[] = [
	{
		displayName: 'Max Concurrency',
		name: 'maxConcurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MAX_CONCURRENCY },
		default: DEFAULT_MAX_CONCURRENCY,
		description: 'How many calls may be under way at most. The node starts low and grows only while all is well.',
	},
	{
		displayName: 'Max Tries',
		name: 'maxTries',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MAX_TRIES },
		default: DEFAULT_MAX_TRIES,
		description: 'How often one call is tried at most, the first try included',
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 100, maxValue: MAX_TIMEOUT },
		default: DEFAULT_TIMEOUT,
		description: 'How long one try may take, in milliseconds',
	},
];

/** The transport's options from a node's Options, each brought within its bounds. */
export function readTransportOptions(options: Record<string, unknown>): TransportOptions {
	return {
		maxConcurrency: within(options.maxConcurrency, 1, MAX_CONCURRENCY, DEFAULT_MAX_CONCURRENCY),
		maxTries: within(options.maxTries, 1, MAX_TRIES, DEFAULT_MAX_TRIES),
		timeout: within(options.timeout, 100, MAX_TIMEOUT, DEFAULT_TIMEOUT),
	};
}

function within(value: unknown, least: number, most: number, otherwise: number): number {
	const number = Math.floor(Number(value ?? otherwise));
	return Number.isNaN(number) ? otherwise : Math.min(most, Math.max(least, number));
}
