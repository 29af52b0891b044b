import { cut, cutFor } from '../values/text';
import { escapePlain, escapeSlack } from './escaping';
import type { Labels } from './labels';
import { type Briefing, linesOf, type Section } from './message';

/** The limits of Block Kit. A message may have 50 blocks, of which the Slack node adds one. */
const MAX_BLOCKS = 49;
const MAX_SECTION = 3_000;
const MAX_HEADER = 150;
/** All blocks together: Slack rejects a message that is too long in total (`msg_blocks_too_long`). */
const MAX_MESSAGE = 12_000;
const MAX_FALLBACK = 1_000;

/** The fields that the Slack node takes: a text for notifications, and the blocks as JSON text, `{"blocks":[…]}`. */
export interface SlackMessage {
	text: string;
	slackBlocks: string;
}

/** The team's briefing in Slack, with a button to the customer's record if its URL is given. */
export function slackMessage(briefing: Briefing, recordUrl: string, labels: Labels): SlackMessage {
	const { badge, title, lead, sections, moment, opportunities } = briefing;
	const heading = `${badge}: ${title}`;
	const summary = [heading, moment, opportunities.join(', ')];
	const texts = within(MAX_MESSAGE, sections.flatMap(sectionTexts));
	const blocks: object[] = [
		{ type: 'header', text: { type: 'plain_text', text: cut(escapePlain(heading), MAX_HEADER), emoji: false } },
		...(lead === '' ? [] : [{ type: 'context', elements: [mrkdwn(cutFor(lead, MAX_HEADER, escapeSlack))] }]),
		...texts.flatMap((text) => [{ type: 'divider' }, { type: 'section', text: mrkdwn(text) }]),
	].slice(0, recordUrl === '' ? MAX_BLOCKS : MAX_BLOCKS - 1);
	const button = { type: 'button', text: { type: 'plain_text', text: labels.record, emoji: false }, url: recordUrl };
	if (recordUrl !== '') blocks.push({ type: 'actions', elements: [button] });
	return {
		text: cutFor(summary.filter(Boolean).join(' – '), MAX_FALLBACK, escapeSlack),
		slackBlocks: JSON.stringify({ blocks }),
	};
}

/** `verbatim`: Slack does not link anything that looks like a URL, channel or user. */
function mrkdwn(text: string) {
	return { type: 'mrkdwn', text, verbatim: true };
}

/** A section's lines in as few texts as the block limit allows. */
function sectionTexts(section: Section): string[] {
	const heading = `*${escapeSlack(section.title)}*`;
	const texts = [heading];
	for (const line of linesOf(section, '• ')) {
		const written = cutFor(line, MAX_SECTION - heading.length - 1, escapeSlack);
		const grown = `${texts.at(-1) ?? ''}\n${written}`;
		if (grown.length > MAX_SECTION) texts.push(written);
		else texts[texts.length - 1] = grown;
	}
	return texts;
}

/** The texts that fit into a total of `maxLength` characters, in order. */
function within(maxLength: number, texts: string[]): string[] {
	let length = 0;
	return texts.filter((text) => (length += text.length) <= maxLength);
}
