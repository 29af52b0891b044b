import { cut } from '../values/text';

const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes text for HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITY[character] ?? character);
}

/** Invisible, and breaks up words and addresses, so that clients no longer recognize them. */
const WORD_JOINER = '\u2060';
const MENTION = /@(?=here|channel|everyone|group)|(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}])/giu;

/**
 * Escapes text for Slack's mrkdwn (docs.slack.dev, formatting message text): the three control characters become
 * entities, formatting marks become lookalikes, and `@here` or `@name` no longer mention anyone.
 */
export function escapeSlack(text: string): string {
	return withoutMarks(text)
		.replace(/[&<>]/g, (character) => ENTITY[character] ?? character)
		.replace(MENTION, `@${WORD_JOINER}`);
}

const ANGLE: Record<string, string> = { '<': '‹', '>': '›' };

/** Escapes text for Slack's plain_text, where entities may be shown literally: angle brackets become lookalikes. */
export function escapePlain(text: string): string {
	return text.replace(/[<>]/g, (character) => ANGLE[character] ?? character).replace(MENTION, `@${WORD_JOINER}`);
}

/** Lone surrogates, and marks that change the direction of the surrounding text. */
const UNSAFE = /[\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const BREAKS = /[\p{Cc}\p{Z}]+/gu;

/** Text on one line: no control characters, runs of spaces or direction marks. */
export function oneLine(text: string): string {
	return text.replace(UNSAFE, '').replace(BREAKS, ' ').trim();
}

/** More than anyone writes: the wrong field may be dragged in. */
const MAX_OWN = 5_000;

/** The marketer's own text, whose lines and spaces stay. A field dragged into it may contain what no reader sees. */
export function ownText(text: string): string {
	const clean = text
		.replace(UNSAFE, '')
		.replace(/\r\n?/g, '\n')
		.replace(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
		.trim();
	return cutOwn(clean, MAX_OWN);
}

/**
 * Text on one line that no client turns into a link. Mail and chat clients make anything clickable that looks like an
 * address, and an AI's text must not lead a customer anywhere. Nor does a mail service fill in a merge tag.
 */
export function inert(text: string): string {
	return oneLine(text)
		.replace(/:(?=\/\/)|\{(?=[{%])|\*(?=\|)/g, `$&${WORD_JOINER}`)
		.replace(/(?<=[^\s.])\.(?=\p{L})/gu, `.${WORD_JOINER}`);
}

/** What an AI writes for bold, headings and lists in Markdown, which no channel shows as it is meant. */
export function withoutMarkdown(text: string): string {
	return text
		.replace(/\*\*(?=[^\s*])([^*\n]{0,200})\*\*/g, '$1')
		.replace(/^[ \t]{0,9}(?:#{1,6}|>)[ \t]+(?![\d(R$€£])/gm, '')
		.replace(/^\s*[-*•]\s+(?![\d(R$€£])/, '')
		.replace(/\n[ \t]{0,9}[-*•][ \t]+(?![\d(R$€£])/g, ' • ');
}

/** Text for the start of a line, where a client might read its first character as a quote, heading or list. */
export function atLineStart(text: string): string {
	return /^([>#+=|-]|\d+[.)])/.test(text) ? `${WORD_JOINER}${text}` : text;
}

const LOOKALIKE: Record<string, string> = { '*': '∗', _: '＿', '~': '∼', '`': 'ˋ' };

/**
 * Replaces the marks for bold, italics, strikethrough and code with lookalikes: neither Slack nor WhatsApp has a way to
 * escape them. An underscore within a word, as in `size_m`, has no effect and stays.
 */
export function withoutMarks(text: string): string {
	return text.replace(/(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])|[*~`]/gu, (mark) => LOOKALIKE[mark] ?? mark);
}

/**
 * Placeholders of Klaviyo and others, in double braces or braces with percent signs, and of Mailchimp, filled in when
 * the message is sent.
 */
const ANY_TAG = String.raw`\{\{[^{}]*\}\}|\{%[^{}]*%\}|\*\|[^|]*\|\*`;
const MERGE_TAG = new RegExp(`(${ANY_TAG})`);
const ONLY_A_MERGE_TAG = new RegExp(`^(${ANY_TAG})$`);

/**
 * Escapes the marketer's own text for HTML. A merge tag keeps its quotes and what it compares with `>`, since the mail
 * service processes it before any client reads the HTML; in an attribute, which is in double quotes, not those.
 */
export function escapeOwnHtml(text: string, place: 'text' | 'attribute' = 'text'): string {
	const inTag = place === 'text' ? /[&<]/g : /[&<"]/g;
	return text
		.split(MERGE_TAG)
		.map((part, index) =>
			part.replace(index % 2 === 1 ? inTag : /[&<>"']/g, (character) => ENTITY[character] ?? character),
		)
		.join('');
}

/** What is of no use in part: a merge tag, or an address, to which an ellipsis must not stick either. */
const WHOLE = new RegExp(String.raw`${ANY_TAG}|https?://\S+\s?`, 'gi');

/** As `cut`, but before a merge tag or an address that does not fit. */
export function cutOwn(text: string, maxLength: number): string {
	const short = cut(text, maxLength);
	if (short === text) return text;
	const end = short.length - 1;
	for (const { index, 0: whole } of text.matchAll(WHOLE))
		if (index < end && index + whole.length > end) return `${text.slice(0, index).trimEnd()}…`;
	return short;
}

/** Whether a text contains a merge tag. */
export function hasMergeTag(text: string): boolean {
	return MERGE_TAG.test(text);
}

/** A text with a letter in the place of each merge tag: those may contain spaces. */
export function withoutMergeTags(text: string): string {
	return text
		.split(MERGE_TAG)
		.map((part, index) => (index % 2 === 1 ? 'x' : part))
		.join('');
}

/** Whether a text is a single merge tag and nothing else, as a link's address may be. */
export function isMergeTag(text: string): boolean {
	return ONLY_A_MERGE_TAG.test(text);
}
