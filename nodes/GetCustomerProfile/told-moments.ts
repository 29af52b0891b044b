import { createHash } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { Identifier } from '../shared/identifier/identifier';
import { InvalidParameter } from '../shared/parameters/invalid-parameter';
import { momentKeywords } from '../shared/moment/passages';
import type { CustomerProfile } from '../shared/profile/customer-profile';

/** So many of its most telling words are remembered of a moment, each beside the customer. */
const WORDS = 5;
/** A moment of which so many words are remembered was told before: in other words it shares some, a new one next to none. */
const KNOWN_WORDS = 2;
/** n8n keeps the memory of a node in one row and rewrites it in each execution, so it has to end somewhere. */
const MAX_ENTRIES = WORDS * 100_000;

interface Candidate {
	item: number;
	/** One hash for each word of the moment, the same for the same customer and word. */
	entries: string[];
}

/**
 * Tells moments that were told in an earlier execution of this node from new ones, by n8n's own store for deduplication. The
 * store knows exact matches alone, so not the moment is remembered but its words, one by one.
 */
export class ToldMoments {
	private readonly candidates: Candidate[] = [];
	private readonly salt: string;

	constructor(private readonly context: IExecuteFunctions) {
		this.salt = [context.getInstanceId(), context.getWorkflow().id, context.getNode().id].join(' ');
	}

	/** Adds the customer of an item, who shows new behavior. */
	add(item: number, identifier: Identifier, profile: CustomerProfile): void {
		const customer = profile.userProfileId || `${identifier.by} ${identifier.value}`;
		const words = momentKeywords(profile).slice(0, WORDS);
		// A moment without words is one moment as well.
		const entries = (words.length > 0 ? words : ['']).map((word) => this.hash(`${customer} ${word}`));
		this.candidates.push({ item, entries });
	}

	/** The items that were added. */
	get items(): number[] {
		return this.candidates.map(({ item }) => item);
	}

	/**
	 * Gives the items whose moment was told before, and remembers all others. Asks n8n once: the store is not made to be asked
	 * for each item, and takes what is twice in one call for new twice. A test run neither reads nor remembers.
	 * Throws `InvalidParameter` where n8n cannot give its store.
	 */
	async takeOutTold(): Promise<number[]> {
		if (this.context.getMode() === 'manual' || this.candidates.length === 0) return [];
		const entries = [...new Set(this.candidates.flatMap((candidate) => candidate.entries))];
		const { processed } = await this.useStore(async (helpers) =>
			helpers.checkProcessedAndRecord(entries, 'node', { mode: 'entries', maxEntries: MAX_ENTRIES }),
		);
		const known = new Set(processed.map(String));
		return this.candidates.filter((candidate) => this.isTold(candidate, known)).map(({ item }) => item);
	}

	/** Forgets all that this node has told. */
	async forget(): Promise<void> {
		await this.useStore(async (helpers) => helpers.clearAllProcessedItems('node', { mode: 'entries' }));
	}

	/** What is not told yet is known from here on: the same customer may stand in several items. */
	private isTold({ entries }: Candidate, known: Set<string>): boolean {
		const told = entries.filter((entry) => known.has(entry)).length >= Math.min(KNOWN_WORDS, entries.length);
		for (const entry of told ? [] : entries) known.add(entry);
		return told;
	}

	private async useStore<T>(use: (helpers: IExecuteFunctions['helpers']) => Promise<T>): Promise<T> {
		return await use(this.context.helpers).catch(() => {
			throw new InvalidParameter(
				'n8n could not open its memory of what was seen before',
				'Save the workflow and run it again, or choose another value in Continue With.',
			);
		});
	}

	private hash(text: string): string {
		return createHash('sha256').update(`${this.salt} ${text}`).digest('base64').slice(0, 16);
	}
}
