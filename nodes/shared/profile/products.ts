import { inert, oneLine } from '../text/inert';
import { webAddress } from '../text/web-address';
import { productUrl } from '../values/product-url';
import { field, isRecord, toText } from '../values/tolerant';
import type { Labels } from './labels';

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
export function readProducts(value: unknown, template: string, labels: Labels): Product[] {
	return entriesOf(value)
		.map((entry) => readProduct(recordOf(entry), template, labels))
		.filter(({ name }) => name !== '')
		.slice(0, MOST_PRODUCTS);
}

function entriesOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	if (isRecord(value)) return [value];
	const text = toText(value);
	try {
		return [JSON.parse(text) as unknown].flat();
	} catch {
		return text.split(/[\s,;]+/);
	}
}

/** The product itself, one that is a whole item of n8n (`$('Products').all()`), or an id alone. */
function recordOf(entry: unknown): Record<string, unknown> {
	if (!isRecord(entry)) return { id: entry };
	return isRecord(entry.json) ? entry.json : entry;
}

function readProduct(record: Record<string, unknown>, template: string, labels: Labels): Product {
	const read = (part: keyof typeof NAMES) => NAMES[part].map((name) => field(record, name)).find(isFilled);
	const id = oneLine(toText(read('id')));
	const full = read('price');
	const sale = read('salePrice');
	const reduced = isFilled(sale) && !(Number(sale) === 0 || Number(sale) >= Number(full));
	const money = (amount: unknown) => priceText(amount, toText(read('currency')), labels);
	return {
		name: inert(toText(read('name'))) || (id && `${labels.product} ${inert(id)}`),
		price: money(reduced ? sale : full),
		oldPrice: reduced ? money(full) : '',
		image: webAddress(toText([read('image')].flat()[0])),
		link: webAddress(toText(read('link'))) || webAddress(id && productUrl(template, id)),
	};
}

function isFilled(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}

/** A number as the language writes an amount, with the currency where the product names one; text as it came. */
function priceText(amount: unknown, currency: string, { language }: Labels): string {
	if (typeof amount !== 'number') return inert(toText(amount));
	const format = /^[a-z]{3}$/i.test(currency)
		? ({ style: 'currency', currency } as const)
		: { minimumFractionDigits: 2, maximumFractionDigits: 2 };
	return amount.toLocaleString(LOCALE[language], format);
}

/** Where each language is read: the words "pt" and "es" alone leave out how thousands are set apart. */
const LOCALE = { en: 'en', pt: 'pt-BR', es: 'es' };
