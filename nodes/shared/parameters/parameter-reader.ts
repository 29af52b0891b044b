import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { isRecord } from '../values/read-ai-values';
import { shown } from '../values/text';
import { type ChoiceParameter, InvalidParameter, readChoice } from './choice';

/** What n8n's editor writes when a field is dragged into a parameter: `={{ $json.email }}`, `={{ $json['e-mail'].work }}`. */
const DRAGGED = /^=\{\{\s*\$json((?:\.[A-Za-z_]\w*|\['[^'\\\]]+'\]|\["[^"\\\]]+"\])+)\s*\}\}$/;
const STEP = /\.(\w+)|\[['"]([^'"]+)['"]\]/g;

/**
 * The names of the fields that an expression leads through, where it is nothing but a dragged field; undefined for every
 * other expression.
 */
export function draggedField(expression: unknown): string[] | undefined {
	const [, steps] = (typeof expression === 'string' && DRAGGED.exec(expression)) || [];
	if (steps === undefined) return undefined;
	return [...steps.matchAll(STEP)].map(([, plain, quoted]) => plain ?? quoted ?? '');
}

/** The text or number in a dragged field; undefined for all else, which is n8n's to evaluate. */
export function readField(json: IDataObject | undefined, fields: string[]): string | number | undefined {
	let value: unknown = json;
	for (const field of fields) {
		if (!isRecord(value) || !Object.hasOwn(value, field)) return undefined;
		value = value[field];
	}
	return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/**
 * Reads a node's parameters item by item, at little cost: n8n takes up to 400 µs for an expression, a quarter of what a
 * lookup costs in all. What holds no expression is read once, as it is the same for every item; a field that was dragged
 * into a parameter is taken from the item itself; every other expression is n8n's to evaluate.
 */
export class ParameterReader {
	private readonly fixed = new Map<string, unknown>();
	private readonly dragged = new Map<string, string[]>();
	/** Those that hold an expression, and so differ from item to item. */
	private readonly evaluated: Set<string>;
	private readonly inputs: INodeExecutionData[];

	constructor(private readonly context: IExecuteFunctions) {
		this.inputs = context.getInputData();
		// Once, since n8n copies the whole node at every `getNode`.
		const stored: INodeParameters = context.getNode().parameters;
		this.evaluated = new Set(Object.keys(stored).filter((name) => holdsExpression(stored[name])));
		for (const name of this.evaluated) {
			const fields = draggedField(stored[name]);
			if (fields) this.dragged.set(name, fields);
		}
	}

	/**
	 * The value of a parameter for one item; `fallback` where the node has none. It may be anything, whatever the parameter's
	 * type: an expression gives what it gives.
	 */
	read(name: string, item: number, fallback: unknown): unknown {
		if (this.fixed.has(name)) return this.fixed.get(name);
		const fields = this.dragged.get(name);
		const taken = fields && readField(this.inputs[item]?.json, fields);
		if (taken !== undefined) return taken;
		const value: unknown = this.context.getNodeParameter(name, item, fallback);
		if (!this.evaluated.has(name)) this.fixed.set(name, value);
		return value;
	}

	/** Whether a parameter holds an expression, whatever that gives. */
	isExpression(name: string): boolean {
		return this.evaluated.has(name);
	}

	/** The chosen value of a list. Throws `InvalidParameter` for a value that is not in it. */
	choice<Name extends string>(
		{ name, displayName, choices, default: standard }: ChoiceParameter<Name>,
		item: number,
	): Name {
		return readChoice(displayName, choices, this.read(name, item, standard));
	}

	/** What is set in the collection Options. Throws `InvalidParameter` where an expression gives none. */
	options(item: number): Record<string, unknown> {
		return readOptions(this.read('options', item, {}));
	}
}

/** The values of a collection. Throws `InvalidParameter` for what is none. */
export function readOptions(value: unknown): Record<string, unknown> {
	if (isRecord(value)) return value;
	throw new InvalidParameter(
		`Options is not valid: “${shown(value)}”`,
		'Set the options one by one instead of with one expression for all of them.',
	);
}

function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	return typeof value === 'object' && value !== null && Object.values(value).some(holdsExpression);
}
