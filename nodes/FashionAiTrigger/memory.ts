import { createHash, randomBytes } from 'crypto';

import { nameOf, type Watched } from './watch-list';

/** What is remembered of one customer. */
export interface Remembered {
	/** Whether new behavior showed at the last look; undefined while no profile was seen. */
	showing: boolean | undefined;
	/** The keywords of what was told last, or seen first. */
	sketch: string;
}

/** What n8n keeps, in the node's static data. It holds no personal data in clear. */
export interface StoredMemory {
	/** Random, made once: without it the keys cannot be told from a list of addresses. */
	salt: string;
	/** The round that is under way, one character; a customer with the same mark was looked at in it. */
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

	static read(stored: Partial<StoredMemory>, event: string): Memory {
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
		return this.records.get(this.keyOf(customer))?.[0] === this.round;
	}

	/** Notes that a customer was looked at in the round that is under way. */
	mark(customer: Watched): void {
		const key = this.keyOf(customer);
		const record = this.records.get(key) ?? ` ${UNSEEN}`.padEnd(2 + SKETCH_LENGTH);
		this.records.set(key, this.round + record.slice(1));
	}

	nextRound(): void {
		this.round = ROUNDS.charAt((ROUNDS.indexOf(this.round) + 1) % ROUNDS.length);
	}

	/** What is to be stored, with the oldest of those who are no longer watched left out. */
	toStored(watched: readonly Watched[]): StoredMemory {
		const listed = new Set(watched.map((customer) => this.keyOf(customer)));
		let surplus = this.records.size - listed.size - FORMER_KEPT;
		const kept = [...this.records].filter(([key]) => listed.has(key) || surplus-- <= 0);
		return { salt: this.salt, round: this.round, customers: kept.map(([key, record]) => key + record).join('') };
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
