import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { hasLostDigits, KEEP_DIGITS } from '../values/ids';
import { isRecord } from '../values/read-ai-values';
import { plainText, shown } from '../values/text';
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

/** A switch, also where an expression gives it as text. Throws `InvalidParameter` for what is neither true nor false. */
export function readSwitch(displayName: string, value: unknown): boolean {
	if (value === true || value === 'true') return true;
	if (value === false || value === 'false' || value === undefined) return false;
	throw new InvalidParameter(`${displayName} is not valid: “${shown(value)}”`, 'Choose true or false.');
}

/**
 * A number, also where an expression gives it as text, cut to a whole one and brought within bounds.
 * Throws `InvalidParameter` for what is no number.
 */
export function readNumber(
	displayName: string,
	value: unknown,
	{ least, most, otherwise }: { least: number; most: number; otherwise: number },
): number {
	if (value === undefined) return otherwise;
	const isNumeral = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
	const number = isNumeral ? Math.floor(Number(value)) : NaN;
	if (Number.isNaN(number)) {
		throw new InvalidParameter(
			`${displayName} is not valid: “${shown(value)}”`,
			`Enter a number from ${least} to ${most}.`,
		);
	}
	return Math.min(most, Math.max(least, number));
}

/** The trimmed text of a parameter that a call cannot do without. Throws `InvalidParameter` where there is none. */
export function requiredText(displayName: string, value: unknown): string {
	const text = textIn(displayName, value);
	if (text !== '') return text;
	throw new InvalidParameter(
		`${displayName} is empty`,
		`Fill in the parameter ${displayName}, or drag a field from an earlier node into it. If a field is there already, it holds nothing in this item.`,
	);
}

/**
 * The trimmed text of a parameter that may be left empty. Throws `InvalidParameter` for a value that is neither text nor a
 * number, or a number that lost digits: what was dragged in then is a whole object or list, and leaving it out silently would not be what was meant.
 */
export function optionalText(displayName: string, value: unknown): string {
	return textIn(displayName, value, ', or leave it empty');
}

/** As `optionalText`; `otherwise` ends the sentence that says what to do. */
function textIn(displayName: string, value: unknown, otherwise = ''): string {
	if (hasLostDigits(value)) throw new InvalidParameter(`${displayName} is a number that is too long`, KEEP_DIGITS);
	const text = plainText(value);
	if (text !== undefined) return text.trim();
	throw new InvalidParameter(
		`${displayName} is neither text nor a number`,
		`Drag a single field from an earlier node into the parameter ${displayName}${otherwise}.`,
	);
}

/** More than any shop has: where an expression gives Infinity, all are meant, and the API takes no such number. */
const MOST = 1_000_000;

/** The whole number in the parameter Limit. Throws `InvalidParameter` for what is none or less than 1. */
export function readLimit(value: unknown): number {
	const limit = typeof value === 'number' || typeof value === 'string' ? Math.floor(Number(value)) : NaN;
	if (limit >= 1) return Math.min(limit, MOST);
	throw new InvalidParameter('Limit is not a number of at least 1', 'Enter the most products that you want.');
}

function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	return typeof value === 'object' && value !== null && Object.values(value).some(holdsExpression);
}
