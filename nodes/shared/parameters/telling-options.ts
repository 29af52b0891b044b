import type { INodeProperties } from 'n8n-workflow';

import { TELL_AGAIN_AFTER } from '../moments/decide';
import { readNumber } from './choice';

const MOST_DAYS = 365;

/** How often one customer may be told of. Each node adds where they show. */
export const quietPeriod: INodeProperties = {
	displayName: 'Quiet Period',
	name: 'quietPeriod',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: MOST_DAYS },
	default: 0,
	description:
		'How many days to wait after reporting a customer before reporting them again. What is new in the meantime is reported when the period ends, if it still holds. 0 means no limit.',
};

export const tellAgainAfter: INodeProperties = {
	displayName: 'Report Again After',
	name: 'tellAgainAfter',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MOST_DAYS },
	default: TELL_AGAIN_AFTER,
	description:
		'How many days a behavior must be gone before it is reported again when it comes back. Fashion.AI may call a moment new today, not new tomorrow and new again the day after.',
};

/** Both in days. Throws `InvalidParameter` for what is no number. */
export function readTellingOptions(options: Record<string, unknown>): { quietPeriod: number; tellAgainAfter: number } {
	return {
		quietPeriod: readNumber(quietPeriod.displayName, options.quietPeriod, { least: 0, most: MOST_DAYS, otherwise: 0 }),
		tellAgainAfter: readNumber(tellAgainAfter.displayName, options.tellAgainAfter, { least: 1, most: MOST_DAYS, otherwise: TELL_AGAIN_AFTER }),
	};
}
