import { createHash } from 'crypto';
import type { ICheckProcessedOptions, IDataObject, IExecuteData, IExecuteFunctions } from 'n8n-workflow';

import { nameOf } from '../shared/api/identifier';
import { EventLoopYielder } from '../shared/items/for-each-concurrent';
import type { ItemResults, LeftOut } from '../shared/items/item-results';
import { isTool } from '../shared/items/node-error';
import { judgeSeen, type SeenStore, type SeenVerdict, VERSION } from '../shared/moments/seen-before';
import { InvalidParameter } from '../shared/parameters/choice';
import type { Found } from '../shared/profile/customer-profile';
import type { ProfileSource } from './profile-source';
import type { ItemRequest } from './request';

/** n8n keeps the memory of a node in one row and rewrites it in each execution, so it has to end somewhere. */
const MAX_ENTRIES = 500_000;
const STORE: ICheckProcessedOptions = { mode: 'entries', maxEntries: MAX_ENTRIES };
/** No ID is longer. It is hashed with every keyword. */
const MAX_ID = 500;
/** An entry beside all others that names their format. */
const FORMAT = `format ${VERSION}`;

/** A customer with new behavior, and the item that reports it. */
export interface Candidate {
	item: number;
	output: IDataObject;
	request: ItemRequest;
	fetched: Found;
	source: ProfileSource;
}

const LEFT_OUT: Record<Exclude<SeenVerdict, 'new'>, LeftOut> = {
	seen: 'seenBefore',
	waiting: 'unconfirmed',
	quiet: 'quiet',
};

/** Each item's output, or why it has none. */
type Outcomes = Map<number, IDataObject[] | LeftOut>;

/**
 * With Retry On Fail, n8n runs the node again if its first item is an error, with the same object, and keeps only the last try's
 * output: so those reported by an earlier try are returned again. Each round of a loop has an object of its own.
 */
const EARLIER_TRIES = new WeakMap<IExecuteData, Outcomes>();

function earlierTries(context: IExecuteFunctions): Outcomes {
	const node = context.getNode();
	// All calls of an agent's tool have the agent's object.
	if (!node.retryOnFail || isTool(node)) return new Map();
	const run = context.getExecuteData();
	const outcomes = EARLIER_TRIES.get(run) ?? (new Map() as Outcomes);
	EARLIER_TRIES.set(run, outcomes);
	return outcomes;
}

/** The end of what each node's executions do with the store. */
const ENDS = new Map<string, Promise<unknown>>();

/**
 * Runs what a node's executions do with the store one at a time: n8n reads all entries and writes them back with those asked about, so
 * that one of two executions would lose its own. Those of another process do overlap.
 */
async function inTurn<T>(node: string, work: () => Promise<T>): Promise<T> {
	const turn = (ENDS.get(node) ?? Promise.resolve()).then(work);
	const end = turn.catch(() => undefined);
	ENDS.set(node, end);
	void end.then(() => {
		if (ENDS.get(node) === end) ENDS.delete(node);
	});
	return await turn;
}

/** Filters out moments that an earlier execution of this node reported, using n8n's own deduplication store. */
export class NotSeenBefore {
	readonly candidates: Candidate[] = [];
	/** Whether there were entries of another version, which cannot be read. */
	startedOver = false;
	private formatKnown: boolean | undefined;
	private readonly salt: string;
	private readonly outcomes: Outcomes;

	constructor(private readonly context: IExecuteFunctions) {
		this.outcomes = earlierTries(context);
		this.salt = [context.getInstanceId(), context.getWorkflow().id, context.getNode().id].join(' ');
	}

	/** Gives an item the outcome of an earlier try, if it has one. */
	repeat(item: number, results: ItemResults): boolean {
		const outcome = this.outcomes.get(item);
		if (outcome === undefined) return false;
		results.settle(item, outcome);
		return true;
	}

	/**
	 * Returns the items to leave out, and why; records all others as reported. A test run neither reads nor writes the store.
	 * Throws `InvalidParameter` if n8n cannot open its store, and a `Failure` if the execution was stopped.
	 */
	async leftOut(): Promise<{ item: number; why: LeftOut }[]> {
		const [first] = this.candidates;
		if (first === undefined || this.context.getMode() === 'manual') return [];
		const people = this.candidates.map(({ request: { identifier, rules }, fetched: { profile } }) => ({
			customer: profile.userProfileId.slice(0, MAX_ID) || nameOf(identifier),
			profile,
			quietPeriod: rules.quietPeriod,
		}));
		const yielder = new EventLoopYielder();
		const verdicts = await judgeSeen(people, this.store, {
			now: first.request.rules.now,
			hash: (text) => this.hash(text),
			lookAgain: async (_candidate, index) => (await this.candidates[index]?.source.fetchAgain())?.profile,
			pause: async () => {
				await yielder.yieldIfDue();
			},
		});
		return this.candidates.flatMap(({ item, output }, index) => {
			const verdict = verdicts[index] ?? 'waiting';
			const why = verdict === 'new' ? undefined : LEFT_OUT[verdict];
			this.outcomes.set(item, why ?? [output]);
			return why ? [{ item, why }] : [];
		});
	}

	/** Clears the record of what this node has reported, unless an earlier try has done so. Throws `InvalidParameter` if n8n cannot. */
	async forget(): Promise<void> {
		if (this.outcomes.size > 0) return;
		// In turn, since an execution that has read the entries would write them all back.
		await this.store.alone(async () => {
			await this.useStore(async (helpers) => helpers.clearAllProcessedItems('node', STORE));
		});
	}

	private get store(): SeenStore {
		return {
			ask: async (entries) => await this.ask(entries),
			remove: async (entries) => {
				// n8n's database may be busy for a moment, and what stays would count as reported.
				const remove = async () => {
					await this.useStore(async (helpers) => helpers.removeProcessed(entries, 'node', STORE));
				};
				await remove().catch(remove);
			},
			alone: async (work) => await inTurn(this.salt, work),
		};
	}

	/** Returns the entries already in the store and adds the others. The first call also adds an entry that identifies the format. */
	private async ask(entries: string[]): Promise<string[]> {
		const asked = this.formatKnown === undefined ? [this.hash(FORMAT), ...entries] : entries;
		const { processed } = await this.useStore(async (helpers) => helpers.checkProcessedAndRecord(asked, 'node', STORE));
		const known = processed.map(String);
		if (this.formatKnown === undefined) {
			this.formatKnown = known.includes(this.hash(FORMAT));
			if (!this.formatKnown) {
				// Entries in another format: there are more than were just written, and the store is not full.
				const count = await this.useStore(async (helpers) => helpers.getProcessedDataCount('node', STORE));
				this.startedOver = count > asked.length && count < MAX_ENTRIES;
			}
		}
		return known;
	}

	private async useStore<T>(use: (helpers: IExecuteFunctions['helpers']) => Promise<T>): Promise<T> {
		return await use(this.context.helpers).catch((error: unknown) => {
			const message = 'n8n could not open its record of what was seen before';
			// The advice is for a workflow that is not saved; the database may have another reason.
			this.context.logger.warn(`${this.context.getNode().name}: ${message}. ${String(error)}`);
			throw new InvalidParameter(
				message,
				'Save the workflow and run it again, or choose another value in Continue With.',
			);
		});
	}

	private hash(text: string): string {
		return createHash('sha256').update(`${this.salt} ${text}`).digest('base64').slice(0, 16);
	}
}
