import { InvalidParameter } from './invalid-parameter';

/** More than any shop has: where an expression gives Infinity, all are meant, and the API takes no such number. */
const MOST = 1_000_000;

/** The whole number in the parameter Limit. Throws `InvalidParameter` for what is none or less than 1. */
export function readLimit(value: unknown): number {
	const limit = typeof value === 'number' || typeof value === 'string' ? Math.floor(Number(value)) : NaN;
	if (limit >= 1) return Math.min(limit, MOST);
	throw new InvalidParameter('Limit is not a number of at least 1', 'Enter the most products that you want.');
}
