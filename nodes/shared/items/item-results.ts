import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';

import { Failure } from '../http/failure';
import { explainAny, inOneText, isTool, toNodeError } from './node-error';

/** Why an item gave nothing. */
export type LeftOut =
	| 'notFound'
	| 'noNewBehavior'
	| 'seenBefore'
	| 'unconfirmed'
	| 'quiet'
	| 'unchanged'
	| 'nothingToSay'
	| 'noProducts'
	| 'noMatch';

/** In the order in which the hint lists them. */
const REASONS: Record<LeftOut, string> = {
	notFound: 'not found',
	noNewBehavior: 'without new behavior',
	seenBefore: 'seen before',
	unconfirmed: 'waiting for a second look',
	quiet: 'in the quiet period',
	unchanged: 'without a new moment',
	nothingToSay: 'with nothing to show',
	noProducts: 'without products (see If Empty)',
	noMatch: 'without a matching product',
};

/**
 * Keeps what becomes of every input item, so that each is accounted for: it gave items, was left out for a reason, or could
 * not be done. Items come out in the order of the input, whichever answer came first, each paired with its input.
 */
export class ItemResults {
	private readonly outputs: INodeExecutionData[][];
	private readonly leftOut = new Map<LeftOut, number>();
	private readonly notes = new Map<string, number>();
	private readonly runNotes: string[] = [];
	private failed = 0;
	private readonly node: INode;
	private readonly mayContinue: boolean;

	/** `noun` is what an input item stands for, in the plural: "customers". */
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly inputs: INodeExecutionData[],
		private readonly noun: string,
	) {
		this.outputs = inputs.map(() => []);
		this.node = context.getNode();
		this.mayContinue = context.continueOnFail();
	}

	/** The items that came of one input item. */
	put(item: number, outputs: IDataObject[]): void {
		this.outputs[item] = outputs.map((json) => ({ json, pairedItem: { item } }));
	}

	skip(reason: LeftOut): void {
		this.leftOut.set(reason, (this.leftOut.get(reason) ?? 0) + 1);
	}

	/** Takes back the items that came of one. */
	withdraw(item: number, reason: LeftOut): void {
		this.outputs[item] = [];
		this.skip(reason);
	}

	/**
	 * An item that could not be done. With "Continue" it becomes an item of exactly one key, `error`, which both supported
	 * lines of n8n route to the error branch with its input; else, and when the execution was stopped, the node stops here
	 * and throws.
	 */
	fail(item: number, error: unknown): void {
		const isStop = error instanceof Failure && error.kind === 'cancelled';
		if (!this.mayContinue || isStop) throw toNodeError(this.node, error, item);
		this.outputs[item] = [{ json: { error: `${inOneText(explainAny(error))} [item ${item}]` }, pairedItem: { item } }];
		this.failed++;
	}

	/** Something that the user should know although the item was done; equal ones are counted. */
	note(text: string): void {
		this.notes.set(text, (this.notes.get(text) ?? 0) + 1);
	}

	/** Something that the user should know of the whole run. */
	noteRun(sentence: string): void {
		this.runNotes.push(sentence);
	}

	/** All items, and hints in the editor where some were left out or something is to be noted. */
	close(): INodeExecutionData[] {
		const notes = [...this.notes].map(([text, count]) => `${count} of ${this.inputs.length} ${this.noun}: ${text}`);
		const hint = this.hint();
		for (const message of [hint, ...notes, ...this.runNotes]) {
			if (message !== undefined) this.context.addExecutionHints({ message, type: 'info', location: 'outputPane' });
		}
		const items = this.outputs.flat();
		// Of no items n8n tells an agent's model an empty text, which says neither that all went well nor that there is nothing.
		if (items.length === 0 && hint !== undefined && isTool(this.node))
			return [{ json: { empty: true, message: hint }, pairedItem: { item: 0 } }];
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
 * The output with the input's fields beside it. The input never overwrites ours, and its `error` is not copied: n8n takes an
 * item with that key for one that did not succeed. Nor are the fields named in `without`.
 */
export function withInputFields(output: IDataObject, input: IDataObject, without: readonly string[] = []): IDataObject {
	const left = new Set(['error', ...without].map((name) => name.toLowerCase()));
	const added = Object.entries(input).filter(([key]) => !Object.hasOwn(output, key) && !left.has(key.toLowerCase()));
	return { ...output, ...Object.fromEntries(added) };
}
