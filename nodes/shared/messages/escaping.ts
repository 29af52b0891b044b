const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITY[character] ?? character);
}

/** Invisible, and no part of a word or an address: what is written around it is no longer taken for one. */
const WORD_JOINER = '\u2060';
const MENTION = /@(?=here|channel|everyone|group)|(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}])/giu;

/**
 * Text for Slack's mrkdwn (docs.slack.dev, formatting message text): its three control characters as entities, its marks as
 * lookalikes, and no `@here` or `@name` that would call people.
 */
export function escapeSlack(text: string): string {
	return withoutMarks(text)
		.replace(/[&<>]/g, (character) => ENTITY[character] ?? character)
		.replace(MENTION, `@${WORD_JOINER}`);
}

const ANGLE: Record<string, string> = { '<': '‹', '>': '›' };

/** Text for Slack's plain_text, where entities may be shown as they are written: angle brackets become lookalikes. */
export function escapePlain(text: string): string {
	return text.replace(/[<>]/g, (character) => ANGLE[character] ?? character).replace(MENTION, `@${WORD_JOINER}`);
}

/** Halves of a character, and marks that turn the direction of the text around them. */
const UNSAFE = /[\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const BREAKS = /[\p{Cc}\p{Z}]+/gu;

/** A text on one line: no control characters, no runs of spaces, nothing that turns the text around it. */
export function oneLine(text: string): string {
	return text.replace(UNSAFE, '').replace(BREAKS, ' ').trim();
}

/**
 * A text that stays what it is wherever it lands: on one line, and no link. Mail and chat clients turn whatever looks like
 * an address into one that can be clicked, and an AI's text must not send a customer anywhere.
 */
export function inert(text: string): string {
	return oneLine(text)
		.replace(/:(?=\/\/)/g, `:${WORD_JOINER}`)
		.replace(/(?<=[\p{L}\p{N}])\.(?=\p{L})/gu, `.${WORD_JOINER}`);
}

/** The text for the beginning of a line, where a client would read a quote, a heading or a list out of its first character. */
export function atLineStart(text: string): string {
	return /^([>#+=|-]|\d+[.)])/.test(text) ? `${WORD_JOINER}${text}` : text;
}

const LOOKALIKE: Record<string, string> = { '*': '∗', _: '＿', '~': '∼', '`': 'ˋ' };

/**
 * The characters by which chats set bold, italics, strikethrough and code, as characters that look like them: neither Slack
 * nor WhatsApp has a way to escape them. One within a word, as in `size_m`, sets nothing and stays.
 */
export function withoutMarks(text: string): string {
	return text.replace(/(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])|[*~`]/gu, (mark) => LOOKALIKE[mark] ?? mark);
}

/** What Klaviyo and others write in double braces, or in braces with percent signs, to be filled in when the message is sent. */
const MERGE_TAG = /(\{\{[^{}]*\}\}|\{%[^{}]*%\})/;
const ONLY_A_MERGE_TAG = /^(\{\{[^{}]*\}\}|\{%[^{}]*%\}|\*\|[^|]*\|\*)$/;

/**
 * The marketer's own text for HTML. A merge tag keeps its quotes, since the mail service reads the tag before any browser
 * reads the HTML; in an attribute, which stands in double quotes, it keeps the single ones.
 */
export function escapeOwnHtml(text: string, place: 'text' | 'attribute' = 'text'): string {
	const inTag = place === 'text' ? /[&<>]/g : /[&<>"]/g;
	return text
		.split(MERGE_TAG)
		.map((part, index) =>
			part.replace(index % 2 === 1 ? inTag : /[&<>"']/g, (character) => ENTITY[character] ?? character),
		)
		.join('');
}

/** Whether a text is one merge tag and nothing else, as the address of a link may be. */
export function isMergeTag(text: string): boolean {
	return ONLY_A_MERGE_TAG.test(text);
}
