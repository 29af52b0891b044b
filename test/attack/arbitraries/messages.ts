import fc, { type Arbitrary } from 'fast-check';

import { InvalidParameter, readMessage, type Audience, type MessageRequest, type OperationName } from '../subject';
import { anyJson } from './json';
import { anyText, visibleText } from './texts';

/** What a message's parameters hold, by their names; a shop drags fields of its data into them. */
export interface Given {
	texts: Record<string, unknown>;
	brand: Record<string, unknown>;
	options: Record<string, unknown>;
	products: unknown;
}

/** An address behind a real host is valid whatever follows, as long as it is not too long once it is encoded. */
const webAddress = anyText.map((text) => `https://shop.example/${text.slice(0, 150)}`);
const mergeTag = anyText.map((text) => `{{ ${text.replace(/[{}]/g, '').slice(0, 150)} }}`);
/** Each `&` takes five bytes of HTML. */
const longAddress = fc.integer({ min: 500, max: 950 }).map((times) => `https://shop.example/?${'a&'.repeat(times)}`);
const address = fc.oneof(
	{ weight: 5, arbitrary: webAddress },
	{ weight: 1, arbitrary: longAddress },
	{ weight: 2, arbitrary: mergeTag },
	fc.constant(''),
	anyText,
	anyText.map((text) => `javascript:${text}`),
	anyText.map((text) => `mailto:stop@shop.example${text}`),
	anyText.map((text) => `https://${text}`),
);

const ownText = fc.oneof(
	{ weight: 1, arbitrary: fc.constant('') },
	{ weight: 2, arbitrary: anyText },
	{ weight: 1, arbitrary: fc.array(fc.oneof(anyText, mergeTag), { maxLength: 4 }).map((lines) => lines.join('\n')) },
);

const color = fc.oneof(
	fc.constantFrom('#b8295e', 'FFF', '', '#000000', 'red', 'url(https://evil.example)'),
	anyText.map((text) => `#b8295e${text}`),
	anyText.map((text) => `#fff;background:${text}`),
);

const ofBrand = { logoUrl: address, accentColor: color, shopUrl: address, unsubscribe: address };
const brand = fc.record({
	...ofBrand,
	shopName: ownText,
	buttonText: ownText,
	productButtonText: ownText,
	footer: ownText,
});
/** A message with no words but the package's own and the AI's, in which nothing may become a link. */
const noTexts = fc.constant({});
const brandWithoutTexts = fc.record(ofBrand, { requiredKeys: [] });
const texts = fc.record({ subject: ownText, headline: ownText, intro: ownText, closing: ownText });

const anyProduct = fc.record(
	{
		productId: fc.oneof(anyText, fc.integer()),
		name: fc.oneof(anyText, anyJson),
		price: fc.oneof(anyText, fc.double({ min: 0, noNaN: true }), fc.constantFrom('R$ 1.299,90', '99.90', 10)),
		salePrice: fc.oneof(anyText, fc.constantFrom('R$ 99,90', '9.90', 1)),
		currency: fc.oneof(anyText, fc.constantFrom('BRL', 'eur')),
		image: fc.oneof(address, fc.array(address, { maxLength: 2 })),
		link: address,
	},
	{ requiredKeys: [] },
);

const options = fc.record(
	{
		productUrlTemplate: fc.oneof(
			fc.constant('https://shop.example/p/{id}'),
			anyText.map((text) => `https://shop.example/${text}/{id}`),
			anyText,
		),
		currency: fc.oneof(fc.constantFrom('BRL', ''), anyText),
		includeOpportunities: fc.boolean(),
	},
	{ requiredKeys: [] },
);

const products = fc.oneof(
	fc.constant(''),
	anyJson,
	fc.array(anyJson, { maxLength: 15 }),
	fc.array(anyProduct, { maxLength: 15 }),
);
/** Any parameters of a message. */
export const anyGiven: Arbitrary<Given> = fc.oneof(
	fc.record({ texts, brand, options, products }),
	fc.record({ texts: noTexts, brand: brandWithoutTexts, options, products }),
);

/** A value, and a plain one to which a message does the same. */
type Twins = [given: unknown, plain: unknown];
const twins = <T>(given: Arbitrary<T>, plain: unknown) => given.map((value): Twins => [value, plain]);
const NONE = fc.constant<Twins>(['', '']);

/** No amount has a bracket in it. */
const noAmount = anyText.map((text) => `<${text}`);
const amount = fc.tuple(fc.constantFrom('R$ ', 'EUR ', ''), fc.integer({ min: 1, max: 1_000_000 }));
const priceTwins = fc.oneof(
	fc.constant<[Twins, Twins]>([
		['', ''],
		['', ''],
	]),
	amount.map(([sign, cents]): [Twins, Twins] => [
		[`${sign}${cents / 50}`, 2],
		[`${sign}${cents / 100}`, 1],
	]),
	fc.tuple(amount, noAmount).map(([[sign, whole], text]): [Twins, Twins] => [
		[`${sign}${whole}`, 2],
		[text, ''],
	]),
	fc.tuple(noAmount, noAmount).map(([price, salePrice]): [Twins, Twins] => [
		[price, ''],
		[salePrice, ''],
	]),
);
const addressTwins = fc.oneof(
	NONE,
	twins(webAddress, 'https://shop.example/word'),
	twins(
		anyText.map((text) => `javascript:${text}`),
		'',
	),
	twins(
		anyText.map((text) => `<${text}`),
		'',
	),
);
const shortText = visibleText.map((text) => text.slice(0, 150));

const productTwins = fc
	.record({
		productId: fc.oneof(NONE, twins(shortText, 'word')),
		name: fc.oneof(NONE, twins(visibleText, 'word')),
		prices: priceTwins,
		currency: twins(anyText, ''),
		image: addressTwins,
		link: addressTwins,
	})
	.map(({ prices: [price, salePrice], ...parts }) => Object.entries({ ...parts, price, salePrice }))
	.map((parts) => [0, 1].map((which) => Object.fromEntries(parts.map(([name, pair]) => [name, pair[which]]))));

/** A text that hides no entity such as `&lt;`, which a product's name may contain in place of a character, nor a second address. */
const plainText = anyText.map((text) => text.slice(0, 40).replace(/[&/]/g, '+'));
const plainAddress = plainText.map((text) => `https://shop.example/${text}/x`);

/** What the names of `usableProducts` start with. */
export const isName = /^Dress \d+:/;

/** Products with all that a card shows, each with a name of its own. */
export const usableProducts = fc
	.array(
		fc.record({
			name: plainText,
			image: plainAddress,
			price: fc.integer({ min: 1, max: 10_000_000 }).map((cents) => cents / 100),
			link: plainAddress,
		}),
		{ minLength: 1, maxLength: 12 },
	)
	.map((products) => products.map((product, number) => ({ ...product, name: `Dress ${number}: ${product.name}` })));

/** A product with a number of its own: of two that are the same, only one is shown. */
function apart(product: Record<string, unknown> | undefined, number: number): Record<string, unknown> {
	const numbered = (text: unknown) => (text === '' ? '' : `${String(text)} ${number}`);
	return { ...product, productId: numbered(product?.productId), name: numbered(product?.name) };
}

/** Any parameters of a message, and products that differ in nothing but their texts. */
export const anyGivenTwice: Arbitrary<[given: Given, plain: Given]> = fc
	.record({
		texts,
		brand,
		template: fc.constantFrom('', 'https://shop.example/p/{id}'),
		includeOpportunities: fc.boolean(),
		pairs: fc.array(productTwins, { maxLength: 14 }),
	})
	.map(({ texts, brand, template, includeOpportunities, pairs }) => {
		const options = { productUrlTemplate: template, includeOpportunities };
		const twin = (which: number): Given => ({
			texts,
			brand,
			options,
			products: pairs.map((pair) => pair[which]).map(apart),
		});
		return [twin(0), twin(1)];
	});

/** A message's parameters as the node reads them, without each that it rejects. */
export function readGiven(operation: OperationName, audience: Audience, given: Given): MessageRequest {
	const read = ({ texts = {}, brand = {}, options = {}, products = '' }: Partial<Given>) => {
		const parameters: Record<string, unknown> = { ...texts, brand, products };
		return readMessage(operation, audience, (name, fallback) => parameters[name] ?? fallback, options, '');
	};
	const isTaken = (one: Partial<Given>) => {
		try {
			return read(one) !== undefined;
		} catch (error) {
			expect(error).toBeInstanceOf(InvalidParameter);
			return false;
		}
	};
	const taken = (part: 'texts' | 'brand' | 'options') =>
		Object.fromEntries(Object.entries(given[part]).filter(([name, value]) => isTaken({ [part]: { [name]: value } })));
	return read({
		texts: taken('texts'),
		brand: taken('brand'),
		options: taken('options'),
		products: isTaken({ products: given.products }) ? given.products : '',
	});
}
