import { customerEmail, teamEmail, type Email } from '../../../nodes/shared/profile/email';
import { labelsIn, type Language } from '../../../nodes/shared/profile/labels';
import { offerOf } from '../../../nodes/shared/profile/offer';
import { readProducts } from '../../../nodes/shared/profile/products';
import { ATTACKS, endless, MARINA, PERSON, profileOf } from './profiles';

const EN = labelsIn('en');
const PT = labelsIn('pt');
const NOBODY = { name: '', identifier: 'someone@example.com' };

/** Gmail cuts off a message that is longer. */
const GMAIL_LIMIT = 102 * 1024;

/** The tags of a document in their order, without what is between them. */
const structure = ({ html }: Email) => html.match(/<[^>]*>/g)?.map((tag) => tag.replace(/<(\/?[\w!-]+)[^]*/, '$1')) ?? [];

test('a briefing says who, what is new and what to offer', () => {
	const { subject, html, text } = teamEmail(MARINA, PERSON, [], PT);

	expect(subject).toBe('Novo comportamento: Marina Alves');
	for (const part of [html, text]) {
		expect(part).toContain('Marina Alves');
		expect(part).toContain('marina.alves@example.com');
		expect(part).toContain('casamento ou evento de fim de ano');
		expect(part).toContain('Curadoria de vestidos de festa em cores intensas');
		expect(part).toContain('Vestido Slip Champanhe + Blazer Alongado Areia');
		expect(part).toContain('Clássico minimalista');
	}
});

test('the text part reads as a letter does', () => {
	const products = readProducts([{ productId: '7', name: 'Vestido', price: 200, salePrice: 99.9, link: 'https://shop.example/7' }], '', PT);
	const offer = { opportunities: ['Curadoria de festa', 'Bundle viagem'], looks: ['Blusa + Saia'] };

	expect(customerEmail(offer, { ...PERSON, name: 'Marina' }, products, PT).text).toBe(
		[
			'PARA VOCÊ',
			'Olá, Marina!',
			'Separamos algumas ideias que combinam com você.',
			'',
			'IDEIAS PARA VOCÊ',
			'- Curadoria de festa',
			'- Bundle viagem',
			'',
			'LOOKS PARA MONTAR',
			'- Blusa + Saia',
			'',
			'ESCOLHIDOS PARA VOCÊ',
			'- Vestido – 99,90 (antes 200,00)',
			'  https://shop.example/7',
		].join('\n'),
	);
});

test('a letter to the customer needs no name and no opportunity', () => {
	const { subject, text } = customerEmail({ opportunities: [], looks: [] }, NOBODY, readProducts('dress-1', '', EN), EN);

	expect(subject).toBe('For you: Product dress-1');
	expect(text).toMatch(/^FOR YOU\nHello!\n/);
	expect(text).not.toContain('someone@example.com');
});

test.each([
	['en', 'For you', 'Ideas for you'],
	['pt', 'Para você', 'Ideias para você'],
	['es', 'Para ti', 'Ideas para ti'],
])('labels in %s', (language, badge, ideas) => {
	const { subject, html } = customerEmail(offerOf(MARINA), NOBODY, [], labelsIn(language as Language));

	expect(subject).toMatch(new RegExp(`^${badge}: `));
	expect(html).toContain(`>${ideas}</h2>`);
});

describe('what goes to a customer', () => {
	let marked = 0;
	const marker = () => `Marker${++marked}x`;
	const secret = () => `Secret${++marked}x`;

	test('is opportunities, looks and products, and nothing else of the profile', () => {
		const profile = profileOf(secret);
		const opportunities = [marker(), marker()];
		const look = [marker(), marker()];
		const told = { ...profile, opportunities, occasions: profile.occasions.map((occasion) => ({ ...occasion, look })) };

		const { subject, html, text } = customerEmail(offerOf(told), { name: 'Ana', identifier: secret() }, [], EN);

		for (const part of [subject, html, text]) expect(part).not.toContain('Secret');
		for (const part of [html, text]) for (const shown of [...opportunities, ...look]) expect(part).toContain(shown);
	});

	test('shows nothing of a product but its name, price, picture and link', () => {
		const product = { productId: '1', name: 'Dress', price: 'R$ 10', cost: secret(), margin: secret(), supplier: { name: secret() } };

		const { subject, html, text } = customerEmail(offerOf(MARINA), NOBODY, readProducts([product], '', EN), EN);

		expect(html).toContain('R$ 10');
		for (const part of [subject, html, text]) expect(part).not.toContain('Secret');
	});
});

describe('whatever the API sends', () => {
	const harmless = teamEmail(profileOf(() => 'text'), PERSON, readProducts([{ id: '1', name: 'text', price: 'text' }], '', EN), EN);

	test.each(ATTACKS)('%j is data: it changes no tag, no attribute and no line', (attack) => {
		const products = readProducts([{ id: '1', name: attack, price: attack, image: attack, link: attack }], '', EN);
		const email = teamEmail(profileOf(() => attack), { ...PERSON, name: attack }, products, EN);

		expect(structure(email)).toEqual(structure(harmless));
		expect(email.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
		expect(email.text.split('\n').length).toBe(harmless.text.split('\n').length);
		expect(`${email.html}${email.text}`).not.toMatch(/[\p{Cs}\u0000\u0007\u001b\u202E\u2066]/u);
	});

	test('no text of it becomes a link in a mail client', () => {
		const { html, text } = teamEmail(profileOf(() => 'see https://evil.example or www.evil.example'), PERSON, [], EN);

		for (const part of [html, text]) {
			expect(part).not.toContain('https://evil');
			expect(part).not.toContain('evil.example');
		}
	});

	test.each(['word', '&', '<', '"', 'x'.repeat(50)])('a message stays short enough for Gmail however long it runs on (%s)', (word) => {
		const products = readProducts(Array.from({ length: 100 }, (_, id) => ({ id, name: `${word} ` })), '', EN);
		const { subject, html } = customerEmail(offerOf(endless(word)), PERSON, products, EN);

		expect(subject.length).toBeLessThanOrEqual(100);
		expect(Buffer.byteLength(html)).toBeLessThan(GMAIL_LIMIT);
		expect(Buffer.byteLength(teamEmail(endless('word'), PERSON, products, EN).html)).toBeLessThan(GMAIL_LIMIT);
	});
});

test('text can be appended to the document: it ends within the body, with every table and comment closed', () => {
	const { html } = teamEmail(MARINA, PERSON, [], EN);

	expect(html).not.toMatch(/<\/(body|html)>/);
	expect(html.match(/<table/g)?.length).toBe(html.match(/<\/table/g)?.length);
	expect(html.match(/<!--/g)?.length).toBe(html.match(/-->/g)?.length);
	expect(html.match(/<div/g)?.length).toBe(html.match(/<\/div/g)?.length);
});
