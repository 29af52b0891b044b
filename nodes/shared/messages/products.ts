import { readPrices, saysMore, toAmount } from '../values/amounts';
import { entriesOf, productUrl, toId } from '../values/ids';
import { field, isRecord, toText } from '../values/read-ai-values';
import { webAddress } from '../values/text';
import type { Labels } from './labels';
import { entry } from './message';

/** A product as a card shows it: every field text, empty where it is not known. */
export interface Product {
	name: string;
	/** What it costs now. */
	price: string;
	/** What it cost before, where it costs less now. */
	oldPrice: string;
	image: string;
	link: string;
}

/** What holds for all products of a message: the template of their addresses, and the currency of prices that name none. */
export interface ProductRules {
	template: string;
	/** An ISO 4217 code, or empty. */
	currency: string;
}

/** More cards than these make a mail that Gmail cuts off (at 102 KB), and that nobody reads to its end. */
const MOST_PRODUCTS = 12;

/** The column names under which a catalogue may bring each part of a product, ours and the API's first. */
const NAMES = {
	id: ['productId', 'id', 'sku'],
	name: ['name', 'title', 'productName', 'nome', 'titulo', 'nombre'],
	price: ['price', 'preco', 'precio'],
	salePrice: ['salePrice', 'sale_price', 'precoPromocional', 'preco_promocional'],
	currency: ['currency', 'moeda', 'moneda'],
	image: ['image', 'images', 'imageUrl', 'image_url', 'image_link', 'imagem', 'imagen'],
	link: ['link', 'productUrl', 'url', 'product_url'],
};

/**
 * The products in a parameter: a list of product objects or ids, JSON text of one, or ids with commas between them. What is
 * neither gives no product. Without a link of its own a product gets the one that the template makes of its id.
 */
export function readProducts(value: unknown, { template, currency }: ProductRules, labels: Labels): Product[] {
	return entriesOf(value)
		.map((entry) => readProduct(recordOf(entry), template, currency, labels))
		.filter(({ id, name }) => id + name !== '')
		.map(({ id, ...product }) =>
			product.name === '' ? { ...product, name: `${labels.product} ${entry(id)}` } : product,
		)
		.slice(0, MOST_PRODUCTS);
}

/**
 * The products that a customer may be shown, and how many were left out: those of which nothing is known but an ID, which
 * tells a customer nothing.
 */
export function readNamedProducts(
	value: unknown,
	{ template, currency }: ProductRules,
	labels: Labels,
): { products: Product[]; nameless: number } {
	const all = entriesOf(value).map((entry) => readProduct(recordOf(entry), template, currency, labels));
	return {
		products: all
			.filter(({ name }) => name !== '')
			.map(({ id: _, ...product }) => product)
			.slice(0, MOST_PRODUCTS),
		nameless: all.filter(({ id, name }) => name === '' && id !== '').length,
	};
}

/** The product itself, one that is a whole item of n8n (`$('Products').all()`), or an id alone. */
function recordOf(entry: unknown): Record<string, unknown> {
	if (!isRecord(entry)) return { id: entry };
	return isRecord(entry.json) ? entry.json : entry;
}

function readProduct(
	record: Record<string, unknown>,
	template: string,
	currency: string,
	labels: Labels,
): Product & { id: string } {
	const read = (part: keyof typeof NAMES) => field(record, ...NAMES[part]);
	const id = toId(read('id'));
	const { price, salePrice } = readPrices(read('price'), read('salePrice'));
	const money = (amount: unknown) => priceText(amount, toText(read('currency')) || currency, labels);
	return {
		id,
		name: entry(toText(read('name'))),
		price: money(salePrice ?? price),
		oldPrice: salePrice === null ? '' : money(price),
		image: webAddress(toText([read('image')].flat()[0])),
		link: webAddress(toText(read('link'))) || webAddress(id && productUrl(template, id)),
	};
}

/**
 * An amount as the language writes it, with the currency where the product names one. Text that says more than the amount,
 * such as its currency, stays as it came. Empty for what is no amount.
 */
function priceText(value: unknown, currency: string, { language }: Labels): string {
	const amount = toAmount(value);
	if (amount === null) return '';
	if (typeof value === 'string' && saysMore(value)) return entry(value);
	const format = /^[a-z]{3}$/i.test(currency)
		? ({ style: 'currency', currency } as const)
		: { minimumFractionDigits: 2, maximumFractionDigits: 2 };
	return amount.toLocaleString(LOCALE[language], format);
}

/** Where each language is read: the words "pt" and "es" alone leave out how thousands are set apart. */
const LOCALE = { en: 'en', pt: 'pt-BR', es: 'es' };
