import { NO_BRAND, NO_WORDING } from '../../../nodes/shared/messages/brand';
import { customerEmail, teamEmail } from '../../../nodes/shared/messages/email';
import { labelsIn } from '../../../nodes/shared/messages/labels';
import { briefingOf } from '../../../nodes/shared/messages/message';
import type { Product } from '../../../nodes/shared/messages/products';
import { readProfile } from '../../../nodes/shared/profile/customer-profile';
import { MARINA, PERSON } from './profiles';

/**
 * Whole emails. Which attribute of which element a mail client needs is known only from looking at them, so that any
 * change in one has to be seen: look at the email before renewing it with `-u`.
 */
const [EN, PT, ES] = [labelsIn('en'), labelsIn('pt'), labelsIn('es')];
const NOBODY = { name: '', identifier: 'someone@example.com' };

const product = (own: Partial<Product>): Product => ({
	name: 'Dress',
	price: '',
	oldPrice: '',
	image: '',
	link: '',
	...own,
});
const IMAGE = 'https://shop.example/dress.jpg?a=1&b=2';
const LINK = 'https://shop.example/dress?a=1&b=2';

const PRODUCTS = {
	words: [product({ name: 'Dress "Luna"' }), product({ name: 'Skirt', price: '$10', oldPrice: '$20', link: LINK })],
	'one picture': [product({ image: IMAGE, price: '$10' })],
	'two pictures': [
		product({ image: IMAGE, link: LINK, price: '$10' }),
		product({ name: 'Skirt', image: IMAGE, oldPrice: '$20' }),
	],
	'two pictures without links, and one with': [
		product({ image: IMAGE }),
		product({ name: 'Skirt', image: IMAGE }),
		product({ name: 'Coat', image: IMAGE, link: LINK }),
	],
	'all kinds': [
		product({ image: IMAGE, link: LINK }),
		product({ name: 'Belt' }),
		product({ name: 'Skirt', image: IMAGE }),
	],
};

const OFFER = { opportunities: ['Ideas & more', 'Second idea'], looks: [['Shirt', 'Skirt'], ['Coat']] };
const WORDING = {
	subject: "{{ first_name|default:'you' }}: new & now",
	headline: 'New "in"',
	intro: 'One <line>\nand another',
	closing: "See you,\nthe shop's team",
};
const BRAND = {
	shopName: 'Shop & "Co"',
	logoUrl: 'https://shop.example/logo.png?a=1&b=2',
	accentColor: '#ffdd00',
	shopUrl: 'https://shop.example/?a=1&b=2',
	buttonText: 'Visit us',
	productButtonText: 'Buy',
	footer: 'Street 1\nTown',
	unsubscribe: 'https://shop.example/unsubscribe?a=1&b=2',
};

describe('to the team', () => {
	test('all that a profile may contain', () => {
		expect(teamEmail(briefingOf(MARINA, PERSON, PT), PRODUCTS['all kinds'], PT)).toMatchSnapshot();
	});

	test('new behavior and nothing else', () => {
		const profile = { ...readProfile({ profile: {} }), newBehavior: true };
		expect(teamEmail(briefingOf(profile, NOBODY, EN), [], EN)).toMatchSnapshot();
	});

	test('opportunities without a summary', () => {
		const profile = { ...readProfile({ profile: {} }), opportunities: ['First', 'Second'], toneOfVoice: ['a', 'b'] };
		expect(teamEmail(briefingOf(profile, NOBODY, EN), [], EN)).toMatchSnapshot();
	});

	test('looks with some of their parts', () => {
		const occasions = [
			{ occasion: 'Work', persona: '', look: [] },
			{ occasion: '', persona: 'in a hurry', look: [] },
			{ occasion: '', persona: '', look: ['Shirt', 'Skirt'] },
		];
		expect(teamEmail(briefingOf({ ...readProfile({ profile: {} }), occasions }, PERSON, EN), [], EN)).toMatchSnapshot();
	});
});

describe('to the customer', () => {
	test('with all the words and the whole brand of the shop', () => {
		const parts = { products: PRODUCTS.words, wording: WORDING, brand: BRAND };
		expect(customerEmail(OFFER, PERSON, parts, EN)).toMatchSnapshot();
	});

	test('with a brand of merge tags, without a logo and with the labels’ own words', () => {
		const brand = {
			...NO_BRAND,
			shopName: '{{ shop.name }} & "Co"',
			shopUrl: '{{ shop.url|default:"#" }}',
			unsubscribe: '{% unsubscribe_link %}',
		};
		const parts = { products: PRODUCTS['one picture'], wording: NO_WORDING, brand };
		expect(customerEmail({ opportunities: [], looks: [['Shirt']] }, PERSON, parts, PT)).toMatchSnapshot();
	});

	test.each([
		['a logo', { logoUrl: 'https://shop.example/logo.png' }],
		['a footer', { footer: 'Street 1' }],
		['an address to unsubscribe', { unsubscribe: 'mailto:stop@shop.example?subject=stop' }],
		['a button', { shopUrl: 'https://shop.example/', accentColor: '#1d2440' }],
	])('with %s and nothing else of a brand', (_what, own) => {
		const parts = { products: [], wording: NO_WORDING, brand: { ...NO_BRAND, ...own } };
		expect(customerEmail({ opportunities: ['Idea'], looks: [] }, NOBODY, parts, ES)).toMatchSnapshot();
	});

	test.each(Object.entries(PRODUCTS))('with products: %s', (_kind, products) => {
		const parts = { products, wording: NO_WORDING, brand: NO_BRAND };
		expect(customerEmail({ opportunities: [], looks: [] }, PERSON, parts, EN)).toMatchSnapshot();
	});
});
