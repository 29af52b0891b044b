import type { Watched } from './watch-list';

/** What a poll could not do. The customers are named by their entry in the list: a log is no place for addresses. */
export interface Shortfall {
	invalid: string[];
	unknown: Watched[];
	failed: Watched[];
	/** Why the round ended before its time. */
	endedBy?: string;
}

const SHOWN = 20;

/** What a poll could not do, in sentences for the user; empty where it did all. */
export function reportOf({ invalid, unknown, failed, endedBy }: Shortfall): string {
	const sentences = [
		...shown(invalid),
		...told(unknown, 'Fashion.AI does not know'),
		...told(failed, 'Not looked up this time, and tried again in the next round:'),
		...(endedBy === undefined ? [] : [`The round ended early and goes on with the next poll: ${endedBy}.`]),
	];
	return sentences.join(' ');
}

function told(customers: Watched[], what: string): string[] {
	if (customers.length === 0) return [];
	const entries = shown(customers.map(({ entry }) => entry).sort((a, b) => a - b)).join(', ');
	return [`${what} ${customers.length === 1 ? 'entry' : 'entries'} ${entries} of Customers.`];
}

function shown<T>(all: T[]): (T | string)[] {
	return all.length <= SHOWN ? all : [...all.slice(0, SHOWN), `and ${all.length - SHOWN} more`];
}
