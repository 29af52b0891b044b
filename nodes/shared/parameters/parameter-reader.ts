import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { isRecord } from '../values/read-ai-values';
import { shown } from '../values/text';
import { type ChoiceParameter, InvalidParameter, readChoice } from './choice';

/**
 * The expressions n8n's editor writes for a field dragged into a parameter: `={{ $json.email }}`, `={{
 * $json['e-mail'].work }}`.
 */
const DRAGGED = /^=\{\{\s*\$json((?:\.[A-Za-z_]\w*|\['[^'\\\]]+'\]|\["[^"\\\]]+"\])+)\s*\}\}$/;
const STEP = /\.(\w+)|\[['"]([^'"]+)['"]\]/g;

/** The path of field names in an expression that is just a dragged field; undefined for any other expression. */
export function draggedField(expression: unknown): string[] | undefined {
	const [, steps] = (typeof expression === 'string' && DRAGGED.exec(expression)) || [];
	if (steps === undefined) return undefined;
	return [...steps.matchAll(STEP)].map(([, plain, quoted]) => plain ?? quoted ?? '');
}

/** The text or number in a dragged field; undefined for anything else, which is left to n8n to evaluate. */
export function readField(json: IDataObject | undefined, fields: string[]): string | number | undefined {
	let value: unknown = json;
	for (const field of fields) {
		if (!isRecord(value) || !Object.hasOwn(value, field)) return undefined;
		value = value[field];
	}
	return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/**
 * Reads a node's parameters per item, cheaply: n8n takes up to 400 µs per expression, a quarter of the total cost of a
 * lookup. A parameter without an expression is the same for every item, so it is read once; a field dragged into a
 * parameter is read directly from the item; every other expression is left to n8n.
 */
export class ParameterReader {
	private readonly fixed = new Map<string, unknown>();
	private readonly dragged = new Map<string, string[]>();
	/** The parameters that contain an expression, and so may differ between items. */
	private readonly evaluated: Set<string>;
	private readonly inputs: INodeExecutionData[];

	constructor(private readonly context: IExecuteFunctions) {
		this.inputs = context.getInputData();
		// Only once, since `getNode` copies the whole node.
		const stored: INodeParameters = context.getNode().parameters;
		this.evaluated = new Set(Object.keys(stored).filter((name) => holdsExpression(stored[name])));
		for (const name of this.evaluated) {
			const fields = draggedField(stored[name]);
			if (fields) this.dragged.set(name, fields);
		}
	}

	/**
	 * A parameter's value for one item, or `fallback` if the node does not have it. It may be of any type, whatever the
	 * parameter's own, since it may come from an expression.
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

	/** Whether a parameter contains an expression. */
	isExpression(name: string): boolean {
		return this.evaluated.has(name);
	}

	/** The chosen option. Throws `InvalidParameter` for an unknown value. */
	choice<Name extends string>(
		{ name, displayName, choices, default: standard }: ChoiceParameter<Name>,
		item: number,
	): Name {
		return readChoice(displayName, choices, this.read(name, item, standard));
	}

	/** The collection Options. Throws `InvalidParameter` if an expression yields something else. */
	options(item: number): Record<string, unknown> {
		return readOptions(this.read('options', item, {}));
	}
}

/** The values of a collection. Throws `InvalidParameter` for anything else. */
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
