import type { INodeExecutionData } from 'n8n-workflow';

/** What JavaScript says by itself, which tells nobody what to do. */
const ENGINE_WORDS =
	/cannot (read|convert|destructure|assign|access|mix|create)|undefined|is not (a function|an object|a constructor|iterable|defined|valid JSON)|call stack|Invalid (array|string|time|Date)|URI malformed|serialize|circular|BigInt|\[object |Unexpected (token|end)|NaN|Infinity/i;

/** What n8n itself says of an expression that it cannot evaluate. */
const N8N_WORDS = /^(this is a function, please add \(\)|invalid syntax)/;

/** Checks that a text is one for people, but for what it quotes of the user's own value, or of what the server said. */
export function checkWords(text: string): void {
	if (N8N_WORDS.test(text)) return;
	const own = text.replace(/“[\s\S]*”|It said: [\s\S]*/g, '');
	expect(own).toMatch(/^[A-Z][\s\S]{8,}/);
	expect(ENGINE_WORDS.exec(own)).toBeNull();
}

/** Checks the items of an error output: what happened in words, with the item's number at the end. */
export function checkErrorItems(items: INodeExecutionData[]): void {
	for (const { json, pairedItem } of items) {
		const { item } = pairedItem as { item: number };
		const message = String(json.error);
		expect(message.endsWith(` [item ${item}]`)).toBe(true);
		checkWords(message);
	}
}

/** The numbers of the inputs that items came of. */
export function inputsOf(items: INodeExecutionData[]): number[] {
	return items.map(({ pairedItem }) => (pairedItem as { item: number }).item);
}
