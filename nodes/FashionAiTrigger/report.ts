import { explain } from '../shared/api/explain';
import type { Failure } from '../shared/transport/failure';
import type { InvalidEntry, Watched } from './watch-list';

/** What a poll could not do. The customers are named by their entry in the list: a log is no place for addresses. */
export interface Shortfall {
	invalid: InvalidEntry[];
	unknown: Watched[];
	failed: { customer: Watched; failure: Failure }[];
	/** Why the round ended before its time. */
	endedBy?: string;
}

const SHOWN = 20;

/** Who reads a report: whoever edits the workflow and stands in front of it, or whoever reads n8n's log. */
export type Reader = keyof InvalidEntry;

/** What a poll could not do, in sentences; empty where it did all. */
export function reportOf({ invalid, unknown, failed, endedBy }: Shortfall, reader: Reader): string {
	const sentences = [
		...shown(invalid.map((entry) => entry[reader])),
		...(unknown.length === 0 ? [] : [`Fashion.AI does not know ${named(unknown)}.`]),
		...whatFailed(failed),
		...(endedBy === undefined ? [] : [`The round ended early and continues with the next poll: ${endedBy}.`]),
	];
	return sentences.join(' ');
}

/** One sentence for each cause. */
function whatFailed(failed: Shortfall['failed']): string[] {
	const causes = new Map<string, Watched[]>();
	for (const { customer, failure } of failed) {
		const { message } = explain(failure);
		causes.set(message, [...(causes.get(message) ?? []), customer]);
	}
	return [...causes].map(([cause, customers]) => `Not looked up, and tried again in the next round: ${named(customers)} (${cause}).`);
}

/** "entry 3 of Customers", "40 entries of Customers (1, 2, 5, …)". */
function named(customers: Watched[]): string {
	const entries = customers.map(({ entry }) => entry).sort((a, b) => a - b);
	if (entries.length === 1) return `entry ${entries[0]} of Customers`;
	return `${entries.length} entries of Customers: ${shown(entries).join(', ')}`;
}

function shown<T>(all: T[]): (T | string)[] {
	return all.length <= SHOWN ? all : [...all.slice(0, SHOWN), `and ${all.length - SHOWN} more`];
}
