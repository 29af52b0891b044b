import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { entriesOf, hasLostDigits, lostDigits } from '../values/ids';
import { isRecord } from '../values/read-ai-values';
import { emptyTexts, MISSING, plainText, unevaluated } from '../values/text';
import { type ChoiceParameter, InvalidParameter, notValid, readChoice } from './choice';

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
	/** The parameters that contain an expression, and so may differ between items, as they are stored. */
	private readonly evaluated: Map<string, unknown>;
	private readonly inputs: INodeExecutionData[];
	/** The options that were read last, and of which item. */
	private last?: { item: number; options: Record<string, unknown> };
	readonly typeVersion: number;
	/** The workflow's time zone. */
	readonly zone: string;

	constructor(private readonly context: IExecuteFunctions) {
		this.inputs = context.getInputData();
		this.zone = context.getTimezone();
		// Only once, since `getNode` copies the whole node.
		const { parameters: stored, typeVersion } = context.getNode();
		this.typeVersion = typeVersion;
		this.evaluated = new Map(Object.entries(stored).filter(([, value]) => holdsExpression(value)));
		for (const [name, value] of this.evaluated) {
			const fields = draggedField(value);
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

	/** Whether a text was written into a parameter that takes text, rather than found by its expression. */
	isOwnText(name: string, text: string): boolean {
		return ((this.evaluated.get(name) ?? text) as string).includes(text);
	}

	/** The chosen option. Throws `InvalidParameter` for an unknown value. */
	choice<Name extends string>(
		{ name, displayName, choices, default: standard }: ChoiceParameter<Name>,
		item: number,
	): Name {
		return readChoice(displayName, choices, this.read(name, item, standard));
	}

	/** The collection Options, which all who read an item ask for. Throws `InvalidParameter` if an expression yields something else. */
	options(item: number): Record<string, unknown> {
		if (this.last?.item !== item) this.last = { item, options: readOptions(this.read('options', item, {})) };
		return this.last.options;
	}
}

/** The values of a collection. Throws `InvalidParameter` for anything else. */
export function readOptions(value: unknown): Record<string, unknown> {
	if (isRecord(value)) return value;
	throw notValid('Options', value, 'Set the options one by one instead of with one expression for all of them.');
}

/** A boolean, or an expression's "true" or "false". Throws `InvalidParameter` for anything else. */
export function readSwitch(displayName: string, value: unknown): boolean {
	if (value === true || value === 'true') return true;
	if (value === false || value === 'false' || value === undefined) return false;
	throw notValid(displayName, value, 'Choose true or false.');
}

/**
 * A number, or an expression's number as text, rounded down and clamped. Throws `InvalidParameter` for anything else.
 */
export function readNumber(
	displayName: string,
	value: unknown,
	{ min, max, fallback }: { min: number; max: number; fallback: number },
): number {
	if (value === undefined) return fallback;
	const number = wholeNumber(value);
	if (Number.isNaN(number)) {
		throw notValid(displayName, value, `Enter a number from ${min} to ${max}.`);
	}
	return Math.min(max, Math.max(min, number));
}

/** A number, or one as text, rounded down; NaN for anything else. */
function wholeNumber(value: unknown): number {
	const isNumeral = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
	return isNumeral ? Math.floor(Number(value)) : NaN;
}

/** The trimmed text of a required parameter. Throws `InvalidParameter` if it is empty. */
export function requiredText(displayName: string, value: unknown): string {
	const text = textIn(displayName, value);
	if (text !== '') return text;
	throw new InvalidParameter(...emptyTexts(displayName));
}

/**
 * The trimmed text of an optional parameter. Throws `InvalidParameter` for a number that lost digits, and for a value that is
 * neither text nor a number, such as a whole object or list dragged in, or text with an expression in it: ignoring it silently would not be
 * what was meant.
 */
export function optionalText(displayName: string, value: unknown): string {
	return textIn(displayName, value, ', or leave it empty');
}

/** As `optionalText`; `alternative` ends the sentence that says what to do. */
function textIn(displayName: string, value: unknown, alternative = ''): string {
	if (hasLostDigits(value)) throw new InvalidParameter(...lostDigits(displayName, 'is'));
	const text = plainText(evaluated(displayName, value));
	if (text !== undefined) return text.replace(MISSING, '').replace(PASTED_ALONG, '').trim();
	throw new InvalidParameter(
		`${displayName} is neither text nor a number`,
		`Drag a single field from an earlier node into the parameter ${displayName}${alternative}.`,
	);
}

/** What has no width, but joiners only outside emoji and scripts that need them; and an equals sign too many before an expression. */
const PASTED_ALONG =
	/^\s*=(?=\p{L}{2}|\d)|[\u200B\u2060\uFEFF]|(?<![^\p{ASCII}])[\u200C\u200D]|[\u200C\u200D](?![^\p{ASCII}])/gu;

/** A value as it is. Throws `InvalidParameter` for text with an expression in it that n8n did not evaluate. */
export function evaluated(displayName: string, value: unknown): unknown {
	const texts = unevaluated(displayName, value);
	if (texts) throw new InvalidParameter(...texts);
	return value;
}

/** The entries of a parameter that takes IDs or objects. Throws `InvalidParameter` for what n8n did not evaluate, or made a text of objects. */
export function readList(displayName: string, value: unknown): unknown[] {
	if (typeof value === 'string' && value.includes('[object Object]'))
		throw new InvalidParameter(
			`${displayName} contains objects as text`,
			`Remove what stands before or after the expression in the parameter ${displayName}, such as a space, or a second expression.`,
		);
	return entriesOf(evaluated(displayName, value));
}

/** More than any shop has: where an expression gives Infinity, all are meant, and the API takes no such number. */
const MOST = 1_000_000;

/** The parameter Limit as an integer. Throws `InvalidParameter` for anything but a number of at least 1. */
export function readLimit(value: unknown): number {
	const limit = wholeNumber(value);
	if (limit >= 1) return Math.min(limit, MOST);
	throw new InvalidParameter('Limit must be a number of 1 or more', 'Enter the maximum number of products.');
}

function holdsExpression(value: unknown): boolean {
	return typeof value === 'string' ? value.startsWith('=') : Object.values(value ?? {}).some(holdsExpression);
}
