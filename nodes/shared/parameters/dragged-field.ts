import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../values/tolerant';

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
