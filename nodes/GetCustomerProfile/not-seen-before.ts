import { createHash } from 'crypto';
import type { ICheckProcessedOptions, IExecuteFunctions } from 'n8n-workflow';

import type { LeftOut } from '../shared/items/item-results';
import { judgeSeen, type SeenStore, type SeenVerdict, VERSION } from '../shared/moments/seen-before';
import { InvalidParameter } from '../shared/parameters/choice';
import type { Found } from '../shared/profile/customer-profile';
import type { ItemRequest } from './request';
import type { Looks } from './second-look';

/** n8n keeps the memory of a node in one row and rewrites it in each execution, so it has to end somewhere. */
const MOST_ENTRIES = 500_000;
const STORE: ICheckProcessedOptions = { mode: 'entries', maxEntries: MOST_ENTRIES };
/** An entry beside all others that names their format. */
const FORMAT = `format ${VERSION}`;

/** A customer with new behavior, and the item that tells of them. */
export interface Candidate {
	item: number;
	request: ItemRequest;
	look: Found;
	looks: Looks;
}

const LEFT_OUT: Record<Exclude<SeenVerdict, 'new'>, LeftOut> = {
	seen: 'seenBefore',
	waiting: 'unconfirmed',
	quiet: 'quiet',
};

/** Tells moments that were told in an earlier execution of this node from new ones, by n8n's own store for deduplication. */
export class NotSeenBefore {
	readonly candidates: Candidate[] = [];
	/** Whether what an earlier version of this node had remembered could not be read. */
	beganAnew = false;
	private formatKnown: boolean | undefined;
	private readonly salt: string;

	constructor(private readonly context: IExecuteFunctions) {
		this.salt = [context.getInstanceId(), context.getWorkflow().id, context.getNode().id].join(' ');
	}

	/**
	 * Gives the items to leave out, and why; remembers all others as told. A test run neither reads nor remembers.
	 * Throws `InvalidParameter` where n8n cannot give its store.
	 */
	async leftOut(): Promise<{ item: number; why: LeftOut }[]> {
		const [first] = this.candidates;
		if (first === undefined || this.context.getMode() === 'manual') return [];
		const people = this.candidates.map(({ request: { identifier }, look: { profile } }) => ({
			customer: profile.userProfileId || `${identifier.by} ${identifier.value}`,
			profile,
		}));
		const verdicts = await judgeSeen(people, this.store, {
			now: first.request.rules.now,
			quietPeriod: first.request.rules.quietPeriod,
			hash: (text) => this.hash(text),
			lookAgain: async (_candidate, index) => await this.lookAgain(index),
		});
		return this.candidates.flatMap(({ item }, index) => {
			const verdict = verdicts[index] ?? 'waiting';
			return verdict === 'new' ? [] : [{ item, why: LEFT_OUT[verdict] }];
		});
	}

	/** Forgets all that this node has told. */
	async forget(): Promise<void> {
		await this.useStore(async (helpers) => helpers.clearAllProcessedItems('node', STORE));
	}

	private get store(): SeenStore {
		return {
			ask: async (entries) => await this.ask(entries),
			remove: async (entries) => {
				await this.useStore(async (helpers) => helpers.removeProcessed(entries, 'node', STORE));
			},
		};
	}

	/** Gives the entries that were known. With the first of them goes one that names the format in which all are written. */
	private async ask(entries: string[]): Promise<string[]> {
		const asked = this.formatKnown === undefined ? [this.hash(FORMAT), ...entries] : entries;
		const { processed } = await this.useStore(async (helpers) => helpers.checkProcessedAndRecord(asked, 'node', STORE));
		const known = processed.map(String);
		if (this.formatKnown === undefined) {
			this.formatKnown = known.includes(this.hash(FORMAT));
			if (!this.formatKnown) await this.noticeOthers(asked.length);
		}
		return known;
	}

	/** Whether the store holds what nobody can read any more: more than was written a moment ago, and not cut off at its end. */
	private async noticeOthers(written: number): Promise<void> {
		const count = await this.useStore(async (helpers) => helpers.getProcessedDataCount('node', STORE));
		this.beganAnew = count > written && count < MOST_ENTRIES;
	}

	/** Where the second look does not succeed, the moment waits for the next one. */
	private async lookAgain(index: number) {
		const look = await this.candidates[index]?.looks.again().catch(() => undefined);
		return look?.profile;
	}

	private async useStore<T>(use: (helpers: IExecuteFunctions['helpers']) => Promise<T>): Promise<T> {
		return await use(this.context.helpers).catch(() => {
			throw new InvalidParameter(
				'n8n could not open its record of what was seen before',
				'Save the workflow and run it again, or choose another value in Continue With.',
			);
		});
	}

	private hash(text: string): string {
		return createHash('sha256').update(`${this.salt} ${text}`).digest('base64').slice(0, 16);
	}
}
