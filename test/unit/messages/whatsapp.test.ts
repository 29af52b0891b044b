import { NO_WORDING, type Wording } from '../../../nodes/shared/messages/brand';
import { labelsIn } from '../../../nodes/shared/messages/labels';
import { briefingOf, offerOf } from '../../../nodes/shared/messages/message';
import { customerWhatsApp, teamWhatsApp, type WhatsAppMessage } from '../../../nodes/shared/messages/whatsapp';
import { ATTACKS, endless, MARINA, PERSON, profileOf } from './profiles';

const EN = labelsIn('en');
const PT = labelsIn('pt');

const variables = ({ templateText1, templateText2, templateText3 }: WhatsAppMessage) => [
	templateText1,
	templateText2,
	templateText3,
];

/** What WhatsApp rejects as a template variable: empty text, a line break, a tab, more than four spaces in a row. */
const REFUSED = /^$|[\n\r\t]| {5}/;

test('a message to the customer', () => {
	const offer = { opportunities: ['Curadoria de festa', 'Bundle viagem'], looks: [['Blusa', 'Saia']] };

	expect(customerWhatsApp(offer, { ...PERSON, name: 'Marina' }, NO_WORDING, PT)).toEqual({
		text: 'Olá, Marina!\n\nSeparamos algumas peças que combinam com você.\n\n*Looks para montar*\n- Blusa + Saia\n\n*Ideias para você*\n- Curadoria de festa\n- Bundle viagem',
		templateText1: 'Marina',
		templateText2: 'Blusa + Saia',
		templateText3: 'Curadoria de festa; Bundle viagem',
	});
});

test('a template for the customer has whole pieces only', () => {
	const looks = Array.from({ length: 9 }, (_, nth) => [`Vestido longo de festa ${nth}`, `Sandália de salto ${nth}`]);
	const { templateText2 } = customerWhatsApp({ opportunities: [], looks }, PERSON, NO_WORDING, PT);

	expect(looks.map((pieces) => pieces.join(' + ')).join('; ')).toContain(`${templateText2}; `);
	expect(templateText2.length).toBeGreaterThan(200);
	expect(templateText2.length).toBeLessThanOrEqual(250);
});

test('a briefing for the team', () => {
	const message = teamWhatsApp(briefingOf(MARINA, PERSON, PT));

	expect(message.text).toMatch(
		/^\*Novo comportamento: Marina Alves\*\n\nmarina\.alves@example\.com\n\n\*O momento\*\nMarina busca/,
	);
	expect(variables(message)).toEqual([
		'Marina Alves',
		expect.stringMatching(/^Marina busca/),
		expect.stringMatching(/^Curadoria de vestidos de festa em cores intensas; /),
	]);
});

test.each([[{ opportunities: ['Ideas'], looks: [] }], [{ opportunities: [], looks: [['A', 'B']] }]])(
	'a template never gets an empty variable (%j)',
	(offer) => {
		for (const text of variables(customerWhatsApp(offer, { ...PERSON, name: '' }, NO_WORDING, EN)))
			expect(text).not.toMatch(REFUSED);
	},
);

test.each(ATTACKS)('%j changes no line and no formatting, and makes no link', (attack) => {
	const write = (text: string) =>
		teamWhatsApp(
			briefingOf(
				profileOf(() => text),
				{ ...PERSON, name: text },
				EN,
			),
		);
	const message = write(attack);

	const marks = (text: string) => text.replace(/[^\n*~`]/g, '');
	expect(marks(message.text)).toBe(marks(write('text').text));
	expect(message.text).not.toMatch(/(^|\n)(>|#|\d+\.)|evil\.example/);
	for (const text of variables(message)) expect(text).not.toMatch(REFUSED);
});

test.each(['word', '*x', 'x'.repeat(5_000), '😀'])(
	'it ends within the limit, at a word, however long it runs on (%#)',
	(word) => {
		for (const message of [
			teamWhatsApp(briefingOf(endless(word), PERSON, EN)),
			customerWhatsApp(offerOf(endless(word), true), PERSON, NO_WORDING, EN),
		]) {
			expect(message.text.length).toBeLessThanOrEqual(4_096);
			expect(message.text).not.toMatch(/\p{Cs}/u);
			expect((message.text.match(/\*/g) ?? []).length % 2).toBe(0);
			for (const text of variables(message)) {
				expect(text).not.toMatch(REFUSED);
				expect(text.length).toBeLessThanOrEqual(250);
			}
		}
		expect(teamWhatsApp(briefingOf(endless('word'), PERSON, EN)).text).toMatch(/ word…$/);
	},
);

test('wherever it is cut, a section’s title is whole or left out', () => {
	const sections = (length: number) => ({
		opportunities: ['Idea'],
		looks: [['x'.repeat(90)], ['y'.repeat(90)]].flatMap((look) => [look, [look[0]?.slice(0, length) ?? '']]),
	});
	for (let length = 0; length <= 90; length++) {
		const { text } = customerWhatsApp(
			sections(length),
			PERSON,
			{ ...NO_WORDING, intro: 'a '.repeat(1_850).trim() },
			EN,
		);
		expect(text.length).toBeLessThanOrEqual(4_096);
		expect((text.match(/\*/g) ?? []).length % 2).toBe(0);
		expect(text).toBe(text.trimEnd());
	}
});

describe('the marketer’s own words', () => {
	const OFFER = { opportunities: [], looks: [['Blusa *nova*', 'Saia']] };
	const write = (wording: Partial<Wording>, name = '*Ana* evil.example') =>
		customerWhatsApp(OFFER, { ...PERSON, name }, { ...NO_WORDING, ...wording }, PT);
	const LOOKS = '*Looks para montar*\n- Blusa ∗nova∗ + Saia';
	const LINK = 'https://shop.example/sair/aB3_-x_?a=*&b=~c~';

	test('are sent as typed, and those of others without formatting', () => {
		const intro = '*Frete grátis*, _só hoje_:\n* um\n* dois\n> `PROMO_`';
		const closing = `Para sair: ${LINK}`;

		expect(write({ headline: '5* para *você*', intro, closing }).text).toBe(
			`5* para *você*\n\n${intro}\n\n${LOOKS}\n\n${closing}`,
		);
		expect(write({ intro }).text).toBe(`Olá, ∗Ana∗ evil.\u2060example!\n\n${intro}\n\n${LOOKS}`);
	});

	test('are so in a template too, on one line', () => {
		const { templateText1, templateText2, templateText3 } = write({ intro: `*Veja*:\n\n     ${LINK}` });

		expect(templateText3).toBe(`*Veja*: ${LINK}`);
		expect(templateText1).toMatch(/^∗Ana∗ evil.\u2060e/);
		expect(templateText2).toBe('Blusa ∗nova∗ + Saia');
	});

	test('are never cut within an address', () => {
		for (let length = 150; length <= 250; length += 2)
			expect(write({ intro: `${'a '.repeat(length / 2)}${LINK} ${'b'.repeat(99)}` }).templateText3).toMatch(
				/^(a )*a…$|~c~ b+…$/,
			);
	});

	test('that fill the message are cut, and not to a line that begins with an asterisk', () => {
		const { text } = write({ intro: '* um dois\n'.repeat(500).trim(), closing: 'Fim' });

		expect(text.length).toBeLessThanOrEqual(4_096);
		expect(text.length).toBeGreaterThan(4_000);
		expect(text).toMatch(/…\n\nFim$/);
	});
});

test('the end of a message to the customer stays, however much the AI wrote', () => {
	const write = (closing: string) =>
		customerWhatsApp(offerOf(endless('word'), false), PERSON, { ...NO_WORDING, closing }, EN).text;

	expect(write('Reply STOP to opt out.')).toMatch(/ word…\n\nReply STOP to opt out\.$/);
	for (const closing of ['Reply STOP.', 'x'.repeat(9_000)]) expect(write(closing).length).toBeLessThanOrEqual(4_096);
});
