import type { IDataObject } from 'n8n-workflow';

/**
 * The output with the input's fields beside it. The input never overwrites ours, and its `error` is not copied: n8n takes an
 * item with that key for one that did not succeed. Nor are the fields named in `without`.
 */
export function withInputFields(output: IDataObject, input: IDataObject, without: readonly string[] = []): IDataObject {
	const left = new Set(['error', ...without].map((name) => name.toLowerCase()));
	const added = Object.entries(input).filter(([key]) => !Object.hasOwn(output, key) && !left.has(key.toLowerCase()));
	return { ...output, ...Object.fromEntries(added) };
}
