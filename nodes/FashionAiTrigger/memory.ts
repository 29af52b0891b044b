import { createHash, randomBytes } from 'crypto';

import { nameOf, type Watched } from './watch-list';

/** What is remembered of one customer. */
export interface Remembered {
	/** Whether new behavior showed at the last look; undefined while no profile was seen. */
	showing: boolean | undefined;
	/** The keywords of what was told last, or seen first. */
	sketch: string;
}

/** Of the form in which the memory is stored. What another version stored is not read. */
export const MEMORY_VERSION = 2;

/** What n8n keeps, in the node's static data. It holds no personal data in clear. */
export interface StoredMemory {
	version: number;
	/** Random, made once: without it the keys cannot be told from a list of addresses. */
	salt: string;
	/** The round that is under way, one letter; a customer with the same mark, in either case, was looked at in it. */
	round: string;
	/** One record of 58 characters a customer, one after the other. */
	customers: string;
}

const KEY_LENGTH = 8;
const SKETCH_LENGTH = 48;
const RECORD_LENGTH = KEY_LENGTH + 2 + SKETCH_LENGTH;
const ROUNDS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SHOWING = 'y';
const QUIET = 'n';
const UNSEEN = '?';

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
		const memory = new Memory(stored.salt ?? randomBytes(9).toString('base64'), event, stored.round ?? ROUNDS.charAt(0));
		const text = stored.customers ?? '';
		for (let at = 0; at + RECORD_LENGTH <= text.length; at += RECORD_LENGTH) {
			memory.records.set(text.slice(at, at + KEY_LENGTH), text.slice(at + KEY_LENGTH, at + RECORD_LENGTH));
		}
		return memory;
	}

	get(customer: Watched): Remembered | undefined {
		const record = this.records.get(this.keyOf(customer));
		if (record === undefined || record[1] === UNSEEN) return undefined;
		return { showing: record[1] === SHOWING, sketch: record.slice(2).trimEnd() };
	}

	/** Remembers a customer; the mark of the round stays as it is. */
	set(customer: Watched, { showing, sketch }: Remembered): void {
		const key = this.keyOf(customer);
		const state = showing === undefined ? UNSEEN : showing ? SHOWING : QUIET;
		this.records.set(key, (this.records.get(key)?.[0] ?? ' ') + state + sketch.padEnd(SKETCH_LENGTH));
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
		return this.records.get(this.keyOf(customer))?.[0] ?? ' ';
	}

	private write(customer: Watched, mark: string): void {
		const key = this.keyOf(customer);
		const record = this.records.get(key) ?? ` ${UNSEEN}`.padEnd(2 + SKETCH_LENGTH);
		this.records.set(key, mark + record.slice(1));
	}

	nextRound(): void {
		this.round = ROUNDS.charAt((ROUNDS.indexOf(this.round) + 1) % ROUNDS.length);
	}

	/** What is to be stored, with the oldest of those who are no longer watched left out. */
	toStored(watched: readonly Watched[]): StoredMemory {
		const listed = new Set(watched.map((customer) => this.keyOf(customer)));
		let surplus = this.records.size - listed.size - FORMER_KEPT;
		const kept = [...this.records].filter(([key]) => listed.has(key) || surplus-- <= 0);
		return { version: MEMORY_VERSION, salt: this.salt, round: this.round, customers: kept.map(([key, record]) => key + record).join('') };
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
	return saved.customers !== undefined && !isReadable(saved);
}

function isReadable({ version, salt, round, customers }: Partial<StoredMemory>): boolean {
	const isWhole = typeof customers === 'string' && customers.length % RECORD_LENGTH === 0;
	return version === MEMORY_VERSION && isWhole && typeof salt === 'string' && typeof round === 'string' && /^[A-Z]$/.test(round);
}
