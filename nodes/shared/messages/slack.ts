import type { CustomerProfile } from '../profile/customer-profile';
import { cut, cutFor } from '../values/text';
import { escapePlain, escapeSlack } from './escaping';
import type { Labels } from './labels';
import { briefing, entries, linesOf, paragraph, type Person, type Section } from './message';

/** The limits of Block Kit; the Slack node adds a block of its own to the 50 that a message may have. */
const MOST_BLOCKS = 49;
const MOST_SECTION = 3_000;
const MOST_HEADER = 150;
/** All blocks together: Slack refuses a message that is too long in all (`msg_blocks_too_long`). */
const MOST_MESSAGE = 12_000;
const MOST_FALLBACK = 1_000;

/** The fields that the Slack node takes: a text for notifications, and the blocks as the JSON text of `{"blocks":[…]}`. */
export interface SlackMessage {
	text: string;
	slackBlocks: string;
}

/** The briefing of a team in Slack, with a button to the customer's record where its address is given. */
export function slackMessage(
	profile: CustomerProfile,
	person: Person,
	recordUrl: string,
	labels: Labels,
): SlackMessage {
	const { badge, title, lead, sections } = briefing(profile, person, labels);
	const heading = `${badge}: ${title}`;
	const summary = [heading, paragraph(profile.momentSummary), entries(profile.opportunities).join(', ')];
	const texts = within(MOST_MESSAGE, sections.flatMap(sectionTexts));
	const blocks: object[] = [
		{ type: 'header', text: { type: 'plain_text', text: cut(escapePlain(heading), MOST_HEADER), emoji: false } },
		...(lead === '' ? [] : [{ type: 'context', elements: [mrkdwn(cutFor(lead, MOST_HEADER, escapeSlack))] }]),
		...texts.flatMap((text) => [{ type: 'divider' }, { type: 'section', text: mrkdwn(text) }]),
	].slice(0, recordUrl === '' ? MOST_BLOCKS : MOST_BLOCKS - 1);
	const button = { type: 'button', text: { type: 'plain_text', text: labels.record, emoji: false }, url: recordUrl };
	if (recordUrl !== '') blocks.push({ type: 'actions', elements: [button] });
	return {
		text: cutFor(summary.filter(Boolean).join(' – '), MOST_FALLBACK, escapeSlack),
		slackBlocks: JSON.stringify({ blocks }),
	};
}

/** `verbatim`: Slack makes no links, channels or people out of what looks like one. */
function mrkdwn(text: string) {
	return { type: 'mrkdwn', text, verbatim: true };
}

/** A section's lines in as few texts as the limit of a block allows. */
function sectionTexts(section: Section): string[] {
	const heading = `*${escapeSlack(section.title)}*`;
	const texts = [heading];
	for (const line of linesOf(section, '• ')) {
		const written = cutFor(line, MOST_SECTION - heading.length - 1, escapeSlack);
		const grown = `${texts.at(-1) ?? ''}\n${written}`;
		if (grown.length > MOST_SECTION) texts.push(written);
		else texts[texts.length - 1] = grown;
	}
	return texts;
}

/** As many of the texts, from the first on, as are at most so many characters together. */
function within(most: number, texts: string[]): string[] {
	let length = 0;
	return texts.filter((text) => (length += text.length) <= most);
}
