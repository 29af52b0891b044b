import { createHash } from 'crypto';
import type { ICheckProcessedOptions, IExecuteFunctions } from 'n8n-workflow';

import type { LeftOut } from '../shared/items/ledger';
import { judgeSeen, type SeenStore, type SeenVerdict } from '../shared/moments/seen-before';
import { InvalidParameter } from '../shared/parameters/invalid-parameter';
import type { Look, Looks } from './looks';
import type { ItemRequest } from './read-item';

/** n8n keeps the memory of a node in one row and rewrites it in each execution, so it has to end somewhere. */
const STORE: ICheckProcessedOptions = { mode: 'entries', maxEntries: 500_000 };

/** A customer with new behavior, and the item that tells of them. */
export interface Candidate {
	item: number;
	request: ItemRequest;
	look: Look;
	looks: Looks;
}

const LEFT_OUT: Record<Exclude<SeenVerdict, 'new'>, LeftOut> = { seen: 'seenBefore', waiting: 'unconfirmed', quiet: 'quiet' };

/** Tells moments that were told in an earlier execution of this node from new ones, by n8n's own store for deduplication. */
export class NotSeenBefore {
	readonly candidates: Candidate[] = [];
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
			ask: async (entries) => {
				const { processed } = await this.useStore(async (helpers) => helpers.checkProcessedAndRecord(entries, 'node', STORE));
				return processed.map(String);
			},
			remove: async (entries) => await this.useStore(async (helpers) => helpers.removeProcessed(entries, 'node', STORE)),
		};
	}

	/** Where the second look does not succeed, the moment waits for the next one. */
	private async lookAgain(index: number) {
		const look = await this.candidates[index]?.looks.again().catch(() => undefined);
		return look?.profile;
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
