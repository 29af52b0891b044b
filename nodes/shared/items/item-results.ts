import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';

import { Failure } from '../http/failure';
import { explainAny, inOneText, isTool, toNodeError } from './node-error';

/** Why an item has no output. */
export type LeftOut =
	| 'notFound'
	| 'noNewBehavior'
	| 'seenBefore'
	| 'unconfirmed'
	| 'quiet'
	| 'unchanged'
	| 'firstLook'
	| 'nothingToSay'
	| 'noProducts'
	| 'noMatch';

/** In the order used by the hint. */
const REASONS: Record<LeftOut, string> = {
	notFound: 'not found (see If Not Found)',
	noNewBehavior: 'without new behavior',
	seenBefore: 'seen before',
	unconfirmed: 'to be confirmed by a second lookup',
	quiet: 'in the quiet period',
	unchanged: 'without a new moment',
	firstLook: 'looked up for the first time (turn on Include Unchanged to store their fingerprints)',
	nothingToSay: 'with nothing to show',
	noProducts: 'without products (a new visitor or wrong IDs: see If Empty)',
	noMatch: 'without a matching product',
};

/**
 * Accounts for every input item: it has output, was left out for a reason, or failed. The output is in the order of the
 * input, whichever answer came first, and each item is paired with its input.
 */
export class ItemResults {
	private readonly outputs: INodeExecutionData[][];
	private readonly leftOut = new Map<LeftOut, number>();
	private readonly notes = new Map<string, (number | undefined)[]>();
	private readonly runNotes = new Set<string>();
	private failed = 0;
	private readonly node: INode;
	private readonly mayContinue: boolean;

	/** `noun` is what the input items stand for, in the plural: "customers". */
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly inputs: INodeExecutionData[],
		private readonly noun: string,
	) {
		this.outputs = inputs.map(() => []);
		this.node = context.getNode();
		this.mayContinue = context.continueOnFail();
	}

	/** Sets the output of one input item. */
	put(item: number, outputs: IDataObject[]): void {
		this.outputs[item] = outputs.map((json) => ({ json, pairedItem: { item } }));
	}

	skip(reason: LeftOut): void {
		this.leftOut.set(reason, (this.leftOut.get(reason) ?? 0) + 1);
	}

	/** Removes the output of one input item. */
	withdraw(item: number, reason: LeftOut): void {
		this.outputs[item] = [];
		this.skip(reason);
	}

	/**
	 * Records a failed item. With "Continue", the output is an item with exactly one key, `error`, which both supported
	 * n8n lines route to the error branch with its input. Otherwise, and if the execution was stopped, throws.
	 */
	fail(item: number, error: unknown): void {
		const isStop = error instanceof Failure && error.kind === 'cancelled';
		if (!this.mayContinue || isStop) throw toNodeError(this.node, error, item);
		this.outputs[item] = [{ json: { error: `${inOneText(explainAny(error))} [item ${item}]` }, pairedItem: { item } }];
		this.failed++;
	}

	/** Adds a note for the user; identical ones are counted. With an item, it is on its output, and shown only if that stays. */
	readonly note = (text: string, item?: number): void => {
		const noted = this.notes.get(text) ?? [];
		noted.push(item);
		this.notes.set(text, noted);
	};

	/** Adds a note for the user on the whole run. */
	noteRun(sentence: string): void {
		this.runNotes.add(sentence);
	}

	/** Returns all output, and shows the hints and notes in the editor. */
	close(): INodeExecutionData[] {
		const notes = [...this.notes].flatMap(([text, noted]) => {
			const count = noted.filter((item) => item === undefined || this.outputs[item]?.length).length;
			return count === 0 ? [] : `${count} of ${this.inputs.length} ${this.noun}: ${text}`;
		});
		const hint = this.hint();
		for (const message of [hint, ...notes, ...this.runNotes]) {
			if (message !== undefined) this.context.addExecutionHints({ message, type: 'info', location: 'outputPane' });
		}
		const items = this.outputs.flat();
		// For no items, n8n gives an agent's model an empty text, from which it cannot tell success without a result from a
		// failure.
		if (items.length === 0 && hint !== undefined && isTool(this.node))
			return [{ json: { empty: true, message: [hint, ...this.runNotes].join(' ') }, pairedItem: { item: 0 } }];
		return items;
	}

	private hint(): string | undefined {
		const counts = Object.entries(REASONS)
			.map(([reason, what]) => ({ count: this.leftOut.get(reason as LeftOut) ?? 0, what }))
			.filter(({ count }) => count > 0);
		if (this.failed > 0) counts.push({ count: this.failed, what: 'could not be looked up' });
		const total = counts.reduce((sum, { count }) => sum + count, 0);
		if (total === 0) return undefined;
		const reasons = counts.map(({ count, what }) => `${count} ${what}`).join(', ');
		return `${total} of ${this.inputs.length} ${this.noun} gave no result: ${reasons}.`;
	}
}

/**
 * The output with the input's fields added. The input never overwrites our fields. Its `error` is not copied, since n8n
 * treats an item with that key as failed.
 */
export function withInputFields(output: IDataObject, input: IDataObject): IDataObject {
	const added = Object.entries(input).filter(([key]) => !Object.hasOwn(output, key) && key.toLowerCase() !== 'error');
	return { ...output, ...Object.fromEntries(added) };
}
