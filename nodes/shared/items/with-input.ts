import type { IDataObject } from 'n8n-workflow';

/**
 * The output with the input's fields beside it. The input never overwrites ours, and its `error` is not copied: n8n takes an
 * item with that key for one that did not succeed.
 */
export function withInputFields(output: IDataObject, input: IDataObject): IDataObject {
	const { error: _, ...fields } = input;
	const added = Object.entries(fields).filter(([key]) => !Object.hasOwn(output, key));
	return { ...output, ...Object.fromEntries(added) };
}
