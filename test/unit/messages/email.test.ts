import { contrast, NO_BRAND, NO_WORDING, onAccent } from '../../../nodes/shared/messages/brand';
import { customerEmail, type Email, teamEmail } from '../../../nodes/shared/messages/email';
import { labelsIn, type Language } from '../../../nodes/shared/messages/labels';
import { briefingOf, offerOf } from '../../../nodes/shared/messages/message';
import { type Product, readProducts } from '../../../nodes/shared/messages/products';
import { ATTACKS, endless, MARINA, PERSON, profileOf } from './profiles';

const NO_RULES = { template: '', currency: '', zone: '' };
/** A customer's email with products only, without the marketer's own words. */
const plain = (products: Product[] = []) => ({ products, wording: NO_WORDING, brand: NO_BRAND });
const EN = labelsIn('en');
const PT = labelsIn('pt');
const NOBODY = { name: '', identifier: 'someone@example.com' };

/** Gmail clips longer messages. */
const GMAIL_LIMIT = 102 * 1024;

/** The tags of a document in order, without the text between them. */
const structure = ({ html }: Email) =>
	html.match(/<[^>]*>/g)?.map((tag) => tag.replace(/<(\/?[\w!-]+)[^]*/, '$1')) ?? [];

test('a briefing says who, what is new and what to offer', () => {
	const { subject, html, text } = teamEmail(briefingOf(MARINA, PERSON, PT), [], PT);

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

test('the text part reads like a letter', () => {
	const products = readProducts(
		[{ productId: '7', name: 'Vestido', price: 200, salePrice: 99.9, link: 'https://shop.example/7' }],
		NO_RULES,
		PT,
	);
	const offer = { opportunities: ['Curadoria de festa', 'Bundle viagem'], looks: [['Blusa', 'Saia']] };

	expect(customerEmail(offer, { ...PERSON, name: 'Marina' }, plain(products), PT).text).toBe(
		[
			'Olá, Marina!',
			'Separamos algumas peças que combinam com você.',
			'',
			'ESCOLHIDOS PARA VOCÊ',
			'- Vestido – 99,90 (antes 200,00)',
			'  https://shop.example/7',
			'',
			'LOOKS PARA MONTAR',
			'- Blusa + Saia',
			'',
			'IDEIAS PARA VOCÊ',
			'- Curadoria de festa',
			'- Bundle viagem',
		].join('\n'),
	);
});

test.each([
	['Floral wrap maternity dress', 'Denim jacket'],
	['Calça jeans gestante', 'Blusa azul'],
	['Vestido de maternidad', 'Falda negra'],
	['Vestido Longo - Plus Size', 'Camisa'],
	['Compression socks', 'Denim jacket'],
	['Size 22 black trousers', 'Denim jacket'],
])('what an inbox shows does not tell of a body, though the email does: %s', (telling, other) => {
	const { subject, html, text } = customerEmail(
		{ opportunities: [], looks: [[telling, other], [other]] },
		NOBODY,
		plain(),
		EN,
	);

	expect(subject).toBe(`Picked for you: ${other}`);
	expect(html).toContain(`>${other}&`);
	expect(text).toContain(telling);
	expect(customerEmail({ opportunities: [], looks: [[telling]] }, NOBODY, plain(), EN).subject).toBe('Picked for you');
});

test('an email to the customer needs no name and no opportunity', () => {
	const { subject, text } = customerEmail(
		{ opportunities: [], looks: [] },
		NOBODY,
		plain(readProducts([{ name: 'Dress' }], NO_RULES, EN)),
		EN,
	);

	expect(subject).toBe('Picked for you: Dress');
	expect(text).toMatch(/^Hello!\n/);
	expect(text).not.toContain('someone@example.com');
});

test.each(['{{ person.first_name }}', "{{ person.first_name|default:'you' }}", '*|USER.FNAME|*'])(
	'the name %s is left to the mail service',
	(name) => {
		const { subject, html, text } = customerEmail(offerOf(MARINA, false), { ...NOBODY, name }, plain(), EN);

		expect(subject).toMatch(`${name}, picked for you: `);
		expect(html).toContain(`>Hello, ${name}!</h1>`);
		expect(text).toContain(`Hello, ${name}!\n`);
	},
);

test.each([
	['en', 'Picked for you', 'Ideas for you'],
	['pt', 'Escolhemos para você', 'Ideias para você'],
	['es', 'Elegimos para ti', 'Ideas para ti'],
])('labels in %s', (language, chosen, ideas) => {
	const { subject, html } = customerEmail(offerOf(MARINA, true), NOBODY, plain(), labelsIn(language as Language));

	expect(subject).toMatch(new RegExp(`^${chosen}: `));
	expect(html).toContain(`>${ideas}</h2>`);
});

describe('an email to a customer', () => {
	let marked = 0;
	const marker = () => `Marker${++marked}x`;
	const secret = () => `Secret${++marked}x`;

	test('contains looks and products, opportunities if included, and nothing else from the profile', () => {
		const profile = profileOf(secret);
		const opportunities = [marker(), marker()];
		const look = [marker(), marker()];
		const told = { ...profile, opportunities, looks: [look] };

		const { subject, html, text } = customerEmail(
			offerOf(told, true),
			{ name: 'Ana', identifier: secret() },
			plain(),
			EN,
		);

		for (const part of [subject, html, text]) expect(part).not.toContain('Secret');
		for (const part of [html, text]) for (const shown of [...opportunities, ...look]) expect(part).toContain(shown);
	});

	test('shows only the name, price, image and link of a product', () => {
		const product = {
			productId: '1',
			name: 'Dress',
			price: 'R$ 10',
			cost: secret(),
			margin: secret(),
			supplier: { name: secret() },
		};

		const { subject, html, text } = customerEmail(
			offerOf(MARINA, false),
			NOBODY,
			plain(readProducts([product], NO_RULES, EN)),
			EN,
		);

		expect(html).toContain('R$&nbsp;10');
		for (const part of [subject, html, text]) expect(part).not.toContain('Secret');
	});
});

describe('whatever the API sends', () => {
	const harmless = teamEmail(
		briefingOf(
			profileOf(() => 'text'),
			PERSON,
			EN,
		),
		readProducts([{ id: '1', name: 'text', price: 'text' }], NO_RULES, EN),
		EN,
	);

	test.each(ATTACKS)('%j is plain text: it changes no tag, attribute or line', (attack) => {
		const products = readProducts(
			[{ id: '1', name: attack, price: attack, image: attack, link: attack }],
			NO_RULES,
			EN,
		);
		const email = teamEmail(
			briefingOf(
				profileOf(() => attack),
				{ ...PERSON, name: attack },
				EN,
			),
			products,
			EN,
		);

		expect(structure(email)).toEqual(structure(harmless));
		expect(email.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
		expect(email.text.split('\n').length).toBe(harmless.text.split('\n').length);
		expect(`${email.html}${email.text}`).not.toMatch(/[\p{Cs}\u0000\u0007\u001b\u202E\u2066]/u);
	});

	test('no text of it becomes a link in a mail client', () => {
		const { html, text } = teamEmail(
			briefingOf(
				profileOf(() => 'see https://evil.example or www.evil.example'),
				PERSON,
				EN,
			),
			[],
			EN,
		);

		for (const part of [html, text]) {
			expect(part).not.toContain('https://evil');
			expect(part).not.toContain('evil.example');
		}
	});

	test.each(['word', '&', '<', '"', 'x'.repeat(50)])(
		'a message stays short enough for Gmail however long it runs on (%s)',
		(word) => {
			const products = readProducts(
				Array.from({ length: 100 }, (_, id) => ({ id, name: `${word} ` })),
				NO_RULES,
				EN,
			);
			const { subject, html } = customerEmail(offerOf(endless(word), true), PERSON, plain(products), EN);

			expect(subject.length).toBeLessThanOrEqual(100);
			expect(Buffer.byteLength(html)).toBeLessThan(GMAIL_LIMIT);
			expect(Buffer.byteLength(teamEmail(briefingOf(endless('word'), PERSON, EN), products, EN).html)).toBeLessThan(
				GMAIL_LIMIT,
			);
		},
	);
});

test('of products with endless addresses, an email shows as many as Gmail does', () => {
	const address = `https://shop.example/${'?a=b&'.repeat(390)}`;
	const products = readProducts(
		Array.from({ length: 12 }, (_, id) => ({ id, name: `Dress ${id}.`, link: address, image: address })),
		NO_RULES,
		EN,
	);
	const { html, text } = customerEmail(offerOf(MARINA, false), PERSON, plain(products), EN);
	const shown = html.match(/(?<=>)Dress \d+(?=\.<\/p>)/g) ?? [];

	expect(Buffer.byteLength(html)).toBeLessThan(GMAIL_LIMIT);
	expect(Buffer.byteLength(html)).toBeGreaterThan(0.8 * GMAIL_LIMIT);
	expect(shown).toEqual(products.slice(0, shown.length).map(({ name }) => name.slice(0, -1)));
	expect(text.match(/(?<=- )Dress \d+(?=\.)/g)).toEqual(shown);
});

test('of a profile that is endless markup, a briefing shows as much as Gmail does', () => {
	const { html } = teamEmail(briefingOf(endless('"q"'), PERSON, EN), [], EN);

	expect(Buffer.byteLength(html)).toBeLessThan(GMAIL_LIMIT);
	expect(html).toContain(EN.moment);
});

test('text can be appended to the document: it ends in the body, with every table and comment closed', () => {
	const { html } = teamEmail(briefingOf(MARINA, PERSON, EN), [], EN);

	expect(html).not.toMatch(/<\/(body|html)>/);
	expect(html.match(/<table/g)?.length).toBe(html.match(/<\/table/g)?.length);
	expect(html.match(/<!--/g)?.length).toBe(html.match(/-->/g)?.length);
	expect(html.match(/<div/g)?.length).toBe(html.match(/<\/div/g)?.length);
});

describe('the marketer’s own text', () => {
	const wording = {
		subject: "{{ first_name|default:'you' }}, *|FNAME|*",
		headline: 'New & now',
		intro: 'One\nTwo',
		closing: 'See <you>',
	};
	const brand = {
		shopName: 'Loja "Sol"',
		logoUrl: 'https://shop.example/logo.png',
		accentColor: '#ffdd00',
		shopUrl: 'https://shop.example/',
		buttonText: 'Go',
		productButtonText: 'Buy',
		footer: 'Sol\nSão Paulo',
		unsubscribe: "{% unsubscribe_link 'x' %}",
	};
	const products = readProducts(
		[1, 2, 3].map((id) => ({
			id,
			name: `Dress ${id}`,
			image: `https://shop.example/${id}.png`,
			link: `https://shop.example/${id}`,
		})),
		NO_RULES,
		EN,
	);
	const { subject, html, text, listUnsubscribe } = customerEmail(
		offerOf(MARINA, false),
		NOBODY,
		{ products, wording, brand },
		EN,
	);

	test('is in the message, and merge tags pass through to the mail service', () => {
		expect(subject).toBe("{{ first_name|default:'you' }}, *|FNAME|*");
		expect(html).toContain('New &amp; now');
		expect(html).toContain('One<br>Two');
		expect(html).toContain('See &lt;you&gt;');
		expect(html).toContain(`href="{% unsubscribe_link 'x' %}"`);
		expect(html).toContain('alt="Loja &quot;Sol&quot;"');
		expect(text).toMatch(/^Loja "Sol"\nNew & now\nOne\nTwo\n/);
		expect(listUnsubscribe).toBe('');
	});

	test('has its double quotes escaped where a merge tag is an address or an image’s name', () => {
		const tag = '{{ shop|default:"x" }}';
		const tags = { ...brand, shopName: tag, shopUrl: tag, unsubscribe: tag };
		const written = customerEmail(offerOf(MARINA, false), NOBODY, { products: [], wording, brand: tags }, EN).html;

		expect(written.match(/(href|alt)="{{ shop\|default:&quot;x&quot; }}"/g)).toHaveLength(4);
		expect(written).not.toMatch(/(href|alt)="{{ shop\|default:"/);
	});

	test('has a merge tag that compares with > as typed, and within quotes where it is an address or a name', () => {
		const tag = '{% if points > 1 %}';
		const tags = { ...brand, shopName: tag, shopUrl: tag, unsubscribe: tag };
		const { html: written } = customerEmail(
			offerOf(MARINA, false),
			NOBODY,
			{ products: [], wording: { ...wording, intro: `Hi ${tag}` }, brand: tags },
			EN,
		);
		// Outside of quotes, the > would end a tag of the document.
		const bare = written.replace(/"[^"<]*"/g, '""');

		expect(written).toContain(`Hi ${tag}</p>`);
		expect(written.match(/(href|alt)="{% if points > 1 %}"/g)).toHaveLength(4);
		expect(bare.match(/<[a-z][^<>]*{%/g)).toBeNull();
	});

	test('surrounds Fashion.AI’s choices: brand, products, looks, button, footer', () => {
		const places = [
			'logo.png',
			'New &amp; now',
			'Dress 1',
			'Dress 3',
			'Complete looks',
			'See &lt;you',
			'>Go</a>',
			'São Paulo',
			'Unsubscribe',
		];
		const found = places.map((place) => html.indexOf(place, html.indexOf('<body')));
		expect(found).not.toContain(-1);
		expect(found).toEqual([...found].sort((a, b) => a - b));
		expect(html.match(/>Buy<\/a>/g)).toHaveLength(3);
	});

	test('leaves no product cell empty, for any number of products', () => {
		for (const count of [1, 2, 3, 4, 5]) {
			const { html: shown } = customerEmail(
				offerOf(MARINA, false),
				NOBODY,
				plain(products.concat(products).slice(0, count)),
				EN,
			);
			expect(shown).not.toMatch(/<td[^>]*><\/td>/);
		}
	});

	test.each(['#ffdd00', '#000000', '#ffffff', '#b8295e', '#808080', '#3399ff'])(
		'can be read on the accent %s',
		(accent) => {
			expect(contrast(onAccent(accent), accent)).toBeGreaterThanOrEqual(4.5);
		},
	);

	test.each([
		['https://shop.example/u?e=a', '<https://shop.example/u?e=a>'],
		['mailto:out@shop.example', '<mailto:out@shop.example>'],
		['', ''],
		['https://shop.example/u?e={{email}}', ''],
		['https://shop.example/u?e=*|EMAIL|*', ''],
		['mailto:out@shop.example?subject={%id%}', ''],
	])('returns the header for the address %s', (unsubscribe, header) => {
		expect(
			customerEmail(offerOf(MARINA, false), NOBODY, { ...plain(), brand: { ...NO_BRAND, unsubscribe } }, EN)
				.listUnsubscribe,
		).toBe(header);
	});
});
