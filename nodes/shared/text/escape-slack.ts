import { withoutMarks } from './inert';

const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Invisible: what stands on both sides of it is no longer one word. */
const JOINER = '\u2060';
const MENTION = /@(?=here|channel|everyone|group)|(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}])/giu;

/**
 * Text for Slack's mrkdwn (docs.slack.dev, formatting message text): its three control characters as entities, its marks as
 * lookalikes, and no `@here` or `@name` that would call people.
 */
export function escapeSlack(text: string): string {
	return withoutMarks(text)
		.replace(/[&<>]/g, (character) => ENTITY[character] ?? character)
		.replace(MENTION, `@${JOINER}`);
}

const ANGLE: Record<string, string> = { '<': '‹', '>': '›' };

/** Text for Slack's plain_text, where entities may be shown as they are written: angle brackets become their likes. */
export function escapePlain(text: string): string {
	return text.replace(/[<>]/g, (character) => ANGLE[character] ?? character).replace(MENTION, `@${JOINER}`);
}
