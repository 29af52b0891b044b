import { createHash, randomBytes } from 'crypto';

import { EventLoopYielder } from '../../shared/items/for-each-concurrent';
import { nameOf, type Watched } from '../read-parameters';

/** Of the form in which the memory is stored. What another version stored is not read. */
export const MEMORY_VERSION = 4;

/** What n8n keeps, in the node's static data. It holds no personal data in clear. */
export interface StoredMemory {
	version: number;
	/** Random, made once: without it the keys cannot be told from a list of addresses. */
	salt: string;
	/** The round that is under way, one letter; a customer with the same mark, in either case, was looked at in it. */
	round: string;
	/** One record a customer, with a space between: the key, the mark of the round, and what is kept of the customer. */
	customers: string;
}

const KEY_LENGTH = 8;
const SEPARATOR = ' ';
const NO_ROUND = '-';
const ROUNDS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * So many customers who are no longer on the watch list are remembered: whoever is taken off and put back, or is missing
 * because an expression gave too little for a while, is not taken for a new one.
 */
const FORMER_KEPT = 10_000;

/** What the trigger knows of each customer between polls. One text instead of an object: n8n copies it at every poll. */
export class Memory {
	private readonly records = new Map<string, string>();
	private readonly keys = new Map<Watched, string>();

	private constructor(
		private readonly salt: string,
		/** Keeps the events apart: what was told for one says nothing about another. */
		private readonly event: string,
		public round: string,
	) {}

	/** Reads what is stored; what is of another version, or damaged, counts as nothing. */
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

	/** Finds the records of all customers. For ten thousand that takes some 50 ms, in which n8n gets its turns. */
	async findAll(customers: readonly Watched[]): Promise<void> {
		const yielder = new EventLoopYielder();
		for (const customer of customers) {
			this.keyOf(customer);
			await yielder.yieldIfDue();
		}
	}

	/** What is kept of a customer, in the form in which it was set; undefined where no profile of theirs was seen yet. */
	get(customer: Watched): string | undefined {
		return this.records.get(this.keyOf(customer))?.slice(1) || undefined;
	}

	/** Keeps a text without spaces of a customer; the mark of the round stays as it is. */
	set(customer: Watched, kept: string): void {
		this.records.set(this.keyOf(customer), this.markOf(customer) + kept);
	}

	wasLookedAt(customer: Watched): boolean {
		return this.markOf(customer).toUpperCase() === this.round;
	}

	/** Whether the last lookup of a customer gave no answer. */
	hasFailed(customer: Watched): boolean {
		return /[a-z]/.test(this.markOf(customer));
	}

	/** Notes that a customer was looked at in the round that is under way, and whether that failed. */
	mark(customer: Watched, failed: boolean): void {
		this.write(customer, failed ? this.round.toLowerCase() : this.round);
	}

	/** Notes whether the last lookup of a customer failed, and leaves alone in which round that was. */
	note(customer: Watched, failed: boolean): void {
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

	nextRound(): void {
		this.round = ROUNDS.charAt((ROUNDS.indexOf(this.round) + 1) % ROUNDS.length);
	}

	/** What is to be stored, with the oldest of those who are no longer watched left out. */
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

	/** 48 bits: among 100,000 customers two share a key once in 50,000 lists. */
	private keyOf(customer: Watched): string {
		const known = this.keys.get(customer);
		if (known !== undefined) return known;
		const hash = createHash('sha256').update(`${this.salt} ${this.event} ${nameOf(customer.identifier)}`);
		const key = hash.digest('base64').slice(0, KEY_LENGTH);
		this.keys.set(customer, key);
		return key;
	}
}

/** Whether there is a stored memory that this version cannot read, and so begins anew. */
export function isUnreadable(saved: Partial<StoredMemory>): boolean {
	return Object.keys(saved).length > 0 && !isReadable(saved);
}

function isReadable({ version, salt, round, customers }: Partial<StoredMemory>): boolean {
	const isWhole = typeof customers === 'string' && typeof salt === 'string' && typeof round === 'string';
	return version === MEMORY_VERSION && isWhole && ROUNDS.includes(round) && round.length === 1;
}
