import { createHash, randomBytes } from 'crypto';

import { nameOf } from '../../shared/api/identifier';
import { EventLoopYielder } from '../../shared/items/for-each-concurrent';
import type { Watched } from '../read-parameters';

/** Version of the storage format. Data stored by another version is not read. */
export const MEMORY_VERSION = 4;

/** What n8n stores in static data. It contains no personal data in clear text. */
export interface StoredMemory {
	version: number;
	/** Random, created once: without it the keys cannot be matched against a list of addresses. */
	salt: string;
	/** The current round, one letter. A customer whose mark is the same letter, in either case, has been visited in it. */
	round: string;
	/** One record per customer, separated by spaces: the key, the round's mark, and what is kept of the customer. */
	customers: string;
}

const KEY_LENGTH = 8;
const SEPARATOR = ' ';
const NO_ROUND = '-';
const ROUNDS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * How many customers no longer on the watch list are still remembered, so that someone who is removed and put back, or is
 * temporarily missing from an expression's result, does not count as new.
 */
const FORMER_KEPT = 10_000;

/** What the trigger remembers of each customer between polls. A string rather than an object, since n8n copies it at every poll. */
export class Memory {
	private readonly records = new Map<string, string>();
	private readonly keys = new Map<Watched, string>();

	private constructor(
		private readonly salt: string,
		/** Separates the events: what was reported for one says nothing about another. */
		private readonly event: string,
		public round: string,
	) {}

	/** Reads stored data. Data of another version, or damaged, counts as none. */
	static read(saved: Partial<StoredMemory>, event: string): Memory {
		const stored = isReadable(saved) ? saved : {};
		const memory = new Memory(
			stored.salt ?? randomBytes(9).toString('base64'),
			event,
			stored.round ?? ROUNDS.charAt(0),
		);
		for (const record of stored.customers?.split(SEPARATOR) ?? []) {
			if (record !== '') memory.records.set(record.slice(0, KEY_LENGTH), record.slice(KEY_LENGTH));
		}
		return memory;
	}

	/** Computes the keys of all customers ahead of use: some 50 ms for ten thousand, yielding to n8n in between. */
	async computeKeys(customers: readonly Watched[]): Promise<void> {
		const yielder = new EventLoopYielder();
		for (const customer of customers) {
			this.keyOf(customer);
			await yielder.yieldIfDue();
		}
	}

	/** What is kept of a customer, as it was set; undefined if no profile of theirs has been seen yet. */
	get(customer: Watched): string | undefined {
		return this.records.get(this.keyOf(customer))?.slice(1) || undefined;
	}

	/** Stores a string without spaces for a customer; the round's mark is unchanged. */
	set(customer: Watched, kept: string): void {
		this.records.set(this.keyOf(customer), this.markOf(customer) + kept);
	}

	wasVisited(customer: Watched): boolean {
		return this.markOf(customer).toUpperCase() === this.round;
	}

	/** Whether a customer's last lookup failed. */
	hasFailed(customer: Watched): boolean {
		return /[a-z]/.test(this.markOf(customer));
	}

	/** Marks a customer as visited in the current round, and whether the lookup failed. */
	mark(customer: Watched, failed: boolean): void {
		this.write(customer, failed ? this.round.toLowerCase() : this.round);
	}

	/** Marks whether a customer's last lookup failed, without changing the round. */
	setFailed(customer: Watched, failed: boolean): void {
		if (this.hasFailed(customer) === failed) return;
		const mark = this.markOf(customer);
		this.write(customer, failed ? mark.toLowerCase() : mark.toUpperCase());
	}

	private markOf(customer: Watched): string {
		return this.records.get(this.keyOf(customer))?.[0] ?? NO_ROUND;
	}

	private write(customer: Watched, mark: string): void {
		this.records.set(this.keyOf(customer), mark + (this.get(customer) ?? ''));
	}

	/** How many rounds ago a customer was visited last. */
	age(customer: Watched): number {
		const mark = ROUNDS.indexOf(this.markOf(customer).toUpperCase());
		return (ROUNDS.indexOf(this.round) - mark + ROUNDS.length) % ROUNDS.length;
	}

	nextRound(): void {
		this.round = ROUNDS.charAt((ROUNDS.indexOf(this.round) + 1) % ROUNDS.length);
	}

	/** The data to store, without the oldest of the customers who are no longer watched. */
	toStored(watched: readonly Watched[]): StoredMemory {
		const listed = new Set(watched.map((customer) => this.keyOf(customer)));
		let surplus = this.records.size - listed.size - FORMER_KEPT;
		const kept = [...this.records].filter(([key]) => listed.has(key) || surplus-- <= 0);
		return {
			version: MEMORY_VERSION,
			salt: this.salt,
			round: this.round,
			customers: kept.map(([key, record]) => key + record).join(SEPARATOR),
		};
	}

	/** 48 bits: with 100,000 customers, one list in 50,000 has a collision. */
	private keyOf(customer: Watched): string {
		const known = this.keys.get(customer);
		if (known !== undefined) return known;
		const hash = createHash('sha256').update(`${this.salt} ${this.event} ${nameOf(customer.identifier)}`);
		const key = hash.digest('base64').slice(0, KEY_LENGTH);
		this.keys.set(customer, key);
		return key;
	}
}

/** Whether there is stored data that this version cannot read, so that it starts over. */
export function isUnreadable(saved: Partial<StoredMemory>): boolean {
	return Object.keys(saved).length > 0 && !isReadable(saved);
}

function isReadable({ version, salt, round, customers }: Partial<StoredMemory>): boolean {
	const isWhole = typeof customers === 'string' && typeof salt === 'string' && typeof round === 'string';
	return version === MEMORY_VERSION && isWhole && ROUNDS.includes(round) && round.length === 1;
}
