import { hubspotEmail, hubspotProperties, noHubspotProperties } from '../../../nodes/shared/messages/hubspot';
import { ATTACKS, endless, MARINA, profileOf } from './profiles';

const NAMES = Object.keys(noHubspotProperties());

test('every value is text: lists joined with semicolons, booleans spelled out', () => {
	expect(hubspotProperties(MARINA)).toMatchObject({
		fashionai_user_profile_id: 'mrn7k2a9',
		fashionai_new_behavior: 'true',
		fashionai_tone_of_voice: 'sofisticado; direto; acolhedor',
		fashionai_occasions: 'Trabalho business casual; Fim de semana cultural; Jantar com amigos',
		fashionai_looks: expect.stringMatching(/^Camisa de Seda Areia \+ Calça [^;]+;[^;]+;[^;]+$/),
	});
});

test('values have no marks of Markdown', () => {
	const { fashionai_style } = hubspotProperties({ ...MARINA, style: '### Estilo\n**Casual**\n- azul' });

	expect(fashionai_style).toBe('Estilo Casual • azul');
});

test('an entry of a list stays one: its semicolons become commas, and an empty one is left out', () => {
	const { fashionai_tone_of_voice } = hubspotProperties({ ...MARINA, toneOfVoice: ['calm; warm', ' ', 'direct'] });

	expect(fashionai_tone_of_voice).toBe('calm, warm; direct');
});

test('what says that there is nothing is no value, which a list in HubSpot would take for one', () => {
	const { fashionai_style, fashionai_opportunities, fashionai_looks } = hubspotProperties({
		...MARINA,
		style: 'n/d',
		opportunities: ['Enviar curadoria', 'N/A', 'Nenhuma'],
		occasions: [{ occasion: 'Festa', persona: '', look: ['Saia', 'N/A', '[object Object]', 'Top'] }],
	});

	expect([fashionai_style, fashionai_opportunities, fashionai_looks]).toEqual(['', 'Enviar curadoria', 'Saia + Top']);
});

test('a missing field is an empty text, so that HubSpot clears it', () => {
	const { fashionai_style, fashionai_opportunities, ...others } = hubspotProperties({
		...MARINA,
		style: '',
		opportunities: [],
	});

	expect([fashionai_style, fashionai_opportunities]).toEqual(['', '']);
	expect(Object.values(others)).not.toContain('');
	expect(Object.values(noHubspotProperties())).toEqual(NAMES.map(() => ''));
});

test('the names are valid in HubSpot', () => {
	for (const name of NAMES) expect(name).toMatch(/^fashionai_[a-z0-9_]{1,90}$/);
});

test.each(ATTACKS)('%j is plain text: it adds no entry, line or formula', (attack) => {
	const properties = hubspotProperties(profileOf(() => attack));

	expect(Object.keys(properties)).toEqual(NAMES);
	expect(properties.fashionai_opportunities.split(';')).toHaveLength(2);
	for (const value of Object.values(properties)) expect(value).not.toMatch(/^[=+\-@]|[\p{Cc}\p{Cs}]/u);
});

test('a long value is cut to the limit of a text property', () => {
	for (const value of Object.values(hubspotProperties(endless('word'))))
		expect(value.length).toBeLessThanOrEqual(65_536);
});

test.each([
	['ana+news@example.com', 'ana+news@example.com'],
	['a/../b@example.com?x=1#y', 'a%2F..%2Fb@example.com%3Fx=1%23y'],
	['50%@example.com', '50%25@example.com'],
])('the address %s cannot address another contact in the path of HubSpot’s node', (email, written) => {
	expect(hubspotEmail(email)).toBe(written);
});
