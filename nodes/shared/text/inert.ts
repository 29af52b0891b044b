/** Halves of a character, and marks that turn the direction of the text around them. */
const UNSAFE = /[\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const BREAKS = /[\p{Cc}\p{Z}]+/gu;

/** A text on one line: no control characters, no runs of spaces, nothing that turns the text around it. */
export function oneLine(text: string): string {
	return text.replace(UNSAFE, '').replace(BREAKS, ' ').trim();
}

/** Invisible, and no part of an address: what is written around it is no longer taken for one. */
const JOINER = '\u2060';

/**
 * A text that stays what it is wherever it lands: on one line, and no link. Mail and chat clients turn whatever looks like
 * an address into one that can be clicked, and an AI's text must not send a customer anywhere.
 */
export function inert(text: string): string {
	return oneLine(text)
		.replace(/:(?=\/\/)/g, `:${JOINER}`)
		.replace(/(?<=[\p{L}\p{N}])\.(?=\p{L})/gu, `.${JOINER}`);
}

/** The text for the beginning of a line, where a client would read a quote, a heading or a list out of its first character. */
export function atLineStart(text: string): string {
	return /^([>#+=|-]|\d+[.)])/.test(text) ? `${JOINER}${text}` : text;
}

const LOOKALIKE: Record<string, string> = { '*': '∗', _: '＿', '~': '∼', '`': 'ˋ' };

/**
 * The characters by which chats set bold, italics, strikethrough and code, as characters that look like them: neither Slack
 * nor WhatsApp has a way to escape them. One within a word, as in `size_m`, sets nothing and stays.
 */
export function withoutMarks(text: string): string {
	return text.replace(/(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])|[*~`]/gu, (mark) => LOOKALIKE[mark] ?? mark);
}
