import { mayLack } from '../shared/api/identifier';
import { explain } from '../shared/http/error-texts';
import type { Failure } from '../shared/http/failure';
import type { InvalidEntry, Watched } from './read-parameters';

/** What a poll could not do. Customers are named by their entry in the list, since addresses do not belong in a log. */
export interface Shortfall {
	invalid: InvalidEntry[];
	unknown: Watched[];
	failed: { customer: Watched; failure: Failure }[];
	/** The total number of watched customers. */
	watched: number;
	/** Customers whose last lookup failed, skipped because many of these failed again. */
	skipped?: Watched[];
	/** Customers of whom what was kept could not be read. */
	damaged?: Watched[];
	/** Why the round ended early. */
	endedBy?: string;
}

const SHOWN = 20;

/** Who reads a report: the person editing the workflow, or someone reading n8n's log. */
export type Reader = keyof InvalidEntry;

/** The list size one trigger is designed for: beyond it, each poll blocks n8n and each report writes megabytes. */
const RECOMMENDED_MAX_CUSTOMERS = 10_000;

/** What a poll could not do, in sentences; empty if it did everything. */
export function reportOf(
	{ invalid, unknown, failed, watched, skipped = [], damaged = [], endedBy }: Shortfall,
	reader: Reader,
): string {
	const about = (customers: Watched[], text: string) =>
		customers.length === 0 ? '' : `${text} ${nameEntries(customers)}.`;
	const sentences = [
		...firstOf(invalid.map((entry) => entry[reader])),
		about(unknown, 'Fashion.AI does not know'),
		...new Set(unknown.map(({ identifier }) => mayLack(identifier) ?? '')),
		...whatFailed(failed),
		watched <= RECOMMENDED_MAX_CUSTOMERS ? '' : tooLong(watched),
		about(skipped, 'Left for a later poll, since the last lookup did not succeed either:'),
		about(damaged, 'What was remembered is damaged and starts over:'),
		endedBy === undefined ? '' : `This poll ended early, and the next one continues: ${endedBy}.`,
	];
	return sentences.filter(Boolean).join(' ');
}

const inDigits = (customers: number) => customers.toLocaleString('en');

function tooLong(watched: number): string {
	return (
		`Customers has ${inDigits(watched)} entries, and one trigger is made for ${inDigits(RECOMMENDED_MAX_CUSTOMERS)}: split the list over several workflows, ` +
		'or check a table each night with Get Customer Profile and a known fingerprint.'
	);
}

/** One sentence for each cause. */
function whatFailed(failed: Shortfall['failed']): string[] {
	const causes = new Map<string, Watched[]>();
	for (const { customer, failure } of failed) {
		const { message } = explain(failure);
		const alike = causes.get(message);
		if (alike) alike.push(customer);
		else causes.set(message, [customer]);
	}
	return [...causes].map(
		([cause, customers]) => `Not looked up, and tried again in a later poll: ${nameEntries(customers)} (${cause}).`,
	);
}

/** "entry 3 of Customers", "40 entries of Customers (1, 2, 5, …)". */
function nameEntries(customers: Watched[]): string {
	const entries = customers.map(({ entry }) => entry).sort((a, b) => a - b);
	if (entries.length === 1) return `entry ${entries.join()} of Customers`;
	return `${entries.length} entries of Customers: ${firstOf(entries).join(', ')}`;
}

function firstOf<T>(all: T[]): (T | string)[] {
	return all.length <= SHOWN ? all : [...all.slice(0, SHOWN), `and ${all.length - SHOWN} more`];
}
