import type { INodeExecutionData } from 'n8n-workflow';

import { UNEXPECTED } from '../subject';

/** JavaScript's own words, such as those for a value that is missing in a text. */
const ENGINE_WORDS =
	/cannot (read|convert|destructure|assign|access|mix|create)|undefined|is not (a function|an object|a constructor|iterable|defined|valid JSON)|call stack|Invalid (array|string|time|Date)|URI malformed|serialize|circular|BigInt|\[object |Unexpected (token|end)|NaN|Infinity/i;

/** n8n's own message for an expression that cannot be evaluated. */
const N8N_WORDS = /^(this is a function, please add \(\)|invalid syntax)/;

/**
 * Checks that a text is readable, except for quotes of the user's value or the server's message, and that it does not stand for
 * a JavaScript error.
 */
export function checkWords(text: string): void {
	expect(text).not.toContain(UNEXPECTED);
	if (N8N_WORDS.test(text)) return;
	const own = text.replace(/“[\s\S]*?”|Its message: [\s\S]*/g, '');
	expect(own).toMatch(/^[A-Z][\s\S]{8,}/);
	expect(ENGINE_WORDS.exec(own)).toBeNull();
}

/** Checks the items of an error output: a readable message, with the item's number at the end. */
export function checkErrorItems(items: INodeExecutionData[]): void {
	for (const { json, pairedItem } of items) {
		const { item } = pairedItem as { item: number };
		const message = String(json.error);
		expect(message.endsWith(` [item ${item}]`)).toBe(true);
		checkWords(message);
	}
}

/** The input numbers that the items are paired with. */
export function inputsOf(items: INodeExecutionData[]): number[] {
	return items.map(({ pairedItem }) => (pairedItem as { item: number }).item);
}
