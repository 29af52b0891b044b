import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';

import { Failure } from '../http/failure';
import { explainAny, inOneText, isTool, toNodeError } from './node-error';

/** Why an item has no output, in the order used by the hint. */
const REASONS = {
	notFound: 'not found (see If Not Found and Continue With)',
	noNewBehavior: 'without new behavior',
	seenBefore: 'seen before',
	unconfirmed: 'to be confirmed by a second lookup',
	quiet: 'in the quiet period',
	unchanged: 'without a new moment',
	firstLook: 'looked up for the first time (turn on Options → Include Unchanged to store their fingerprints)',
	nothingToSay: 'with nothing to show',
	noProducts: 'without products (a new visitor or wrong IDs: see If Empty)',
	noMatch: 'without a matching product',
	failed: 'could not be looked up',
};
type Reason = keyof typeof REASONS;
/** Why an item that did not fail has no output. */
export type LeftOut = Exclude<Reason, 'failed'>;

/** What has become of an input item. */
interface Outcome {
	outputs: IDataObject[];
	/** Why it has no output of its own. */
	reason?: Reason;
	notes: string[];
}

/**
 * Accounts for every input item: it has output, was left out for a reason, or failed. Each has one outcome: a later one replaces
 * it, with its notes. The output is in the order of the input, whichever answer came first, and each item is paired with its input.
 */
export class ItemResults {
	private readonly outcomes: Outcome[];
	private readonly runNotes = new Set<string>();
	private readonly node: INode;

	/** `noun` is what the input items stand for, in the plural: "customers". */
	constructor(
		private readonly context: IExecuteFunctions,
		inputs: INodeExecutionData[],
		private readonly noun: string,
	) {
		this.outcomes = inputs.map(() => ({ outputs: [], notes: [] }));
		this.node = context.getNode();
	}

	/** Sets the output of one input item, or why it has none, and what else to tell the user of it: identical notes are counted, empty ones dropped. */
	settle(item: number, outcome: IDataObject[] | LeftOut, notes: string[] = []): void {
		this.outcomes[item] =
			typeof outcome === 'string' ? { outputs: [], reason: outcome, notes } : { outputs: outcome, notes };
	}

	/**
	 * Records a failed item. With "Continue", the output is an item with exactly one key, `error`, which both supported
	 * n8n lines route to the error branch with its input. Otherwise, and if the execution was stopped, throws.
	 */
	fail(item: number, error: unknown): void {
		const isStop = error instanceof Failure && error.kind === 'cancelled';
		if (!this.context.continueOnFail() || isStop) throw toNodeError(this.node, error, item);
		const outputs = [{ error: `${inOneText(explainAny(error))} [item ${item}]` }];
		this.outcomes[item] = { outputs, reason: 'failed', notes: [] };
	}

	/** Adds a note for the user on the whole run. */
	noteRun(sentence: string): void {
		this.runNotes.add(sentence);
	}

	/** Returns all output, and shows the hints and notes in the editor. */
	close(): INodeExecutionData[] {
		const noted = countOf(this.outcomes.flatMap(({ notes }) => [...new Set(notes)].filter(Boolean)));
		const notes = [...noted].map(([text, count]) => `${this.share(count)}: ${text}`);
		const hint = this.hint();
		for (const message of [hint, ...notes, ...this.runNotes]) {
			if (message !== '') this.context.addExecutionHints({ message, type: 'info', location: 'outputPane' });
		}
		const items = this.outcomes.flatMap(({ outputs }, item) => outputs.map((json) => ({ json, pairedItem: { item } })));
		// For no items, n8n gives an agent's model an empty text, from which it cannot tell success without a result from a
		// failure.
		if (items.length === 0 && hint !== '' && isTool(this.node))
			return [{ json: { empty: true, message: [hint, ...this.runNotes].join(' ') }, pairedItem: { item: 0 } }];
		return items;
	}

	/** Says how many items gave no result, and why; empty if all did. */
	private hint(): string {
		const without = this.outcomes.flatMap(({ reason }) => reason ?? []);
		const counts = countOf(without);
		const reasons = Object.entries(REASONS).flatMap(([reason, what]) => {
			const count = counts.get(reason as Reason);
			return count ? `${count} ${what}` : [];
		});
		return reasons.length === 0 ? '' : `${this.share(without.length)} gave no result: ${reasons.join(', ')}.`;
	}

	private share(count: number): string {
		return `${count} of ${this.outcomes.length} ${this.noun}`;
	}
}

/** How often each value occurs, in the order of their first occurrences. */
function countOf<T>(values: readonly T[]): Map<T, number> {
	const counts = new Map<T, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}
