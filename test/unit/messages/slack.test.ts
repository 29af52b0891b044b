import { labelsIn } from '../../../nodes/shared/messages/labels';
import { briefingOf } from '../../../nodes/shared/messages/message';
import { slackMessage } from '../../../nodes/shared/messages/slack';
import { checkSlackBlocks, type SlackBlock } from '../../formats/slack';
import { ATTACKS, endless, MARINA, PERSON, profileOf } from './profiles';

const EN = labelsIn('en');
const PT = labelsIn('pt');

const blocksOf = (message: { slackBlocks: string }) =>
	(JSON.parse(message.slackBlocks) as { blocks: SlackBlock[] }).blocks;

test('a briefing has a heading, whom it is about, and a section for each part', () => {
	const message = slackMessage(briefingOf(MARINA, PERSON, PT), '', PT);

	expect(message.text).toMatch(/^Novo comportamento: Marina Alves – Marina busca uma produção de festa/);
	const blocks = blocksOf(message);
	checkSlackBlocks(message.slackBlocks, 49);
	expect(blocks[0]).toEqual({
		type: 'header',
		text: { type: 'plain_text', text: 'Novo comportamento: Marina Alves', emoji: false },
	});
	expect(blocks[1]).toMatchObject({ type: 'context', elements: [{ text: 'marina.alves@example.com' }] });
	expect(blocks.map(({ text }) => text?.text)).toContain(
		'*O que oferecer*\n• Curadoria de vestidos de festa em cores intensas\n• Look completo com sandália e clutch metalizadas\n• Atendimento de consultora para a ocasião especial',
	);
});

test.each(ATTACKS)('%j changes no block, mentions nobody and makes no link', (attack) => {
	const message = slackMessage(
		briefingOf(
			profileOf(() => attack),
			{ ...PERSON, name: attack },
			EN,
		),
		'',
		EN,
	);
	const harmless = slackMessage(
		briefingOf(
			profileOf(() => 'text'),
			{ ...PERSON, name: 'text' },
			EN,
		),
		'',
		EN,
	);

	checkSlackBlocks(message.slackBlocks, 49);
	const blocks = blocksOf(message);
	expect(blocks.map(({ type }) => type)).toEqual(blocksOf(harmless).map(({ type }) => type));
	const [heading, ...others] = [
		blocks[0]?.text?.text ?? '',
		message.text,
		...blocks.slice(1).flatMap(({ text }) => text?.text ?? []),
	];
	for (const text of [heading, ...others]) {
		expect(text).not.toMatch(/<|>|@(here|channel|everyone|group)/i);
		expect(text).not.toContain('evil.example');
	}
	for (const text of others) expect(text.replace(/^\*[^*]+\*$/m, '')).not.toMatch(/[*~`]|(^|\n)(&gt;|>)/);
});

test.each(['word', '&', '<>&', 'x'.repeat(50), '@here'])(
	'it stays within the limits of Block Kit however long it runs on (%s)',
	(word) => {
		const message = slackMessage(briefingOf(endless(word), { ...PERSON, name: word.repeat(500) }, EN), '', EN);

		checkSlackBlocks(message.slackBlocks, 49);
		const all = blocksOf(message).reduce((length, { text }) => length + (text?.text.length ?? 0), 0);
		expect(all).toBeLessThanOrEqual(12_000 + 150);
		expect(message.text.length).toBeLessThanOrEqual(4_000);
		expect(message.text).not.toMatch(/&(?!(amp|lt|gt);)/);
	},
);
