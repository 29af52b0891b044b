import { currencyCode, currencyIn, readPrices, saysMore, toAmount } from '../values/amounts';
import { entriesOf, parseList, productId, productUrl, toId } from '../values/ids';
import {
	field,
	fields,
	fieldsLike,
	holdsSomething,
	isNo,
	isRecord,
	namesOf,
	plainName,
	toRecord,
	toText,
} from '../values/read-ai-values';
import { isPieceAlone, namesPiece } from '../profile/clothes-words';
import { isAddress, isContactName } from '../values/contacts';
import { aheadIn, DATE, datesOf, isNowWithin } from '../values/period';
import { isSoldOut, saysSoldOut, variantsOf } from '../values/stock';
import { addressesIn, shopAddress, unescaped, webAddress } from '../values/text';
import type { Labels } from './labels';
import { entryOf } from './message';

/** A product as a card shows it: every field is text, empty if unknown. */
export interface Product {
	name: string;
	/** The current price. */
	price: string;
	/** The regular price, if the product is on sale. */
	oldPrice: string;
	image: string;
	link: string;
}

/** The settings for all products of a message: the URL template, and the currency of prices without one. */
export interface ProductRules {
	template: string;
	/** An ISO 4217 code, or empty. */
	currency: string;
	/** The workflow's time zone, in which a promotion begins and ends; empty for the process's. */
	zone: string;
}

/** With more cards, Gmail would clip the email (at 102 KB), and nobody reads that far. */
export const MAX_PRODUCTS = 12;
/** With more to choose from, such as a whole catalog, each email would block n8n for seconds. */
const MAX_READ = 1_000;

/** The names a catalog may use for each field of a product, ours and the API's first. */
const NAMES = namesOf({
	name: 'name title productName nome titulo nombre nomeProduto nomeDoProduto productTitle',
	otherName: 'nombreProducto nombreDelProducto itemName',
	/** Of an order's line, it may be an object with more than its name, or a position. */
	product: 'produto producto product item peca articulo',
	/** If they name something to wear: they may be of a person, an entry of money or a note. */
	otherProduct: 'artigo prenda modelo descricao descripcion',
	/** Beside another price, that may be what it cost the shop, or before. */
	sellingPrice: 'precoDeVenda precoVenda precioVenta precoAtual',
	price: 'price preco precio valor precoUnitario variantPrice',
	/** Only where none of the names before has one: a sheet may have a column for each. */
	otherPrice:
		'pvp precioDeVenta precioUnitario precoVarejo precoSite valorDeVenda valorVenda unitPrice retailPrice precoAVista',
	/** Of Shopify's GraphQL, where no variant has a price. */
	rangePrice: 'priceRangeV2',
	/** The price, or beside a lower one what it was before. */
	regularPrice: 'regularPrice precioRegular precoNormal precioNormal',
	salePrice:
		'salePrice promotional_price precoPromocional precioPromocional precio_oferta precioDeOferta precioRebajado specialPrice valorPromocional precoOferta precoPor precoComDesconto discountedPrice sellingPrice',
	/** Beside a lower price, what it was before. */
	oldPrice:
		'compareAtPrice variantCompareAtPrice originalPrice listPrice precioOriginal precioLista precoOriginal precoCheio precoDe precoDeTabela oldPrice',
	currency: 'currency moeda moneda currencyCode currencyId priceCurrency',
	/** A person may have these as well. */
	otherImage: 'thumbnail picture pictures photo',
	link: 'link productUrl url permalink canonical_url enlace linkProduto linkDoProduto urlDoProduto productLink onlineStoreUrl',
	/** What holds the product itself, in answers of Tray, Tiny, Airtable, Shopify and the Merchant API, and in a line of an order. */
	holder: 'product produto producto',
	wrapper: 'fields node attributes',
});

/** The plain names of a product's image. */
const IMAGE =
	/^(?:(?:url|link)(?:da)?|main|featured)?imag(?:e[mns]?|ens)(?:url|link|src|1|doproduto|principal)?$|^foto(?:s|url|doproduto)?$/;
/** No product has these: a customer or an order does, whose name no other customer may read. */
const PERSON =
	/^(?:e?mail|correo|phone(?:number)?|telefon[eo]|celular|whatsapp|cpf|(?:data(?:de)?)?nascimento|fechadenacimiento|birthdate|dateofbirth|customer(?:name)?|cliente?|buyer|lineitems|(?:fir|la)stname|sobrenome)$/;

/** The plain names of columns that tell when a price is a sale's, of which every sheet has its own. */
const OF_SALE =
	'^(?!endere|sales(?!t)|.*(?:wholes|resale|aftersale|created|updated|contrat|cupo|coupon|code|pix|fr[ei]te|shipp|order|loyal|progress|ultim|proxim))(?=.*(?:promo|ofert|offer|sale|special|d[ei]sc(?:o|ue|ou)nt|vigenc|campa|liquida|rebaja))';
const ANY_SALE = new RegExp(OF_SALE);
const SALE_FROM = new RegExp(
	`${OF_SALE}.*(?:start|inici|from|desde|apartir|valid[ao]de$|comeco|begin)|^(?:datainicio|startdate)$`,
);
const SALE_TO = new RegExp(
	`${OF_SALE}(?:end|.*(?:fim|fin(?=al(?!sale)|$|d[eao]|o?f|p|v|r)|(?<!tr|week)ends?(?:date|at|on)?$|(?<=[oa]|nal)ate$|(?:sale|special|price|offer|promo|promotion|discount)to(?:date)?$|until|hasta|through$|(?<!promocao|oferta)validade|vali[cd][aeo]{0,2}(?:ate|to|until)|expir|termin|venc|encerr|prazo|limite|ultimodia|period|(?<!up)dat[ae]s(?![eho])|fechas|(?<!inici.*)vigencia(?!.*(?:inici|desde))))|^(?:pricevaliduntil|vali(?:duntil|dthrough|dto|d[ao](?:ate|hasta)|dade)|datafim|enddate|fechafin|expir[ae].*)$`,
);
/** And of columns that tell whether there is a sale. */
const ON_SALE = new RegExp(
	`${OF_SALE}.*(?:(?<!in)(?:ac?tiv[aeo]|valid[ao]?|enabled)$|stat[eu]|estado|situac)|^(?:is)?(?:on|e[mn])?(?:promo(?:[ct]i?[ao]o?n?)?|oferta|sale)$`,
);
const ENDED =
	/^(?:(?:encerr|expir|termin|finali[sz]|paus|cancell?|agend|program|schedul)[ae]d|vencid|ended|finished|acabou)/i;
/** A yes, an amount or a share, and no date. */
const NO_BOUND = /^(?:s[ií]m?|yes|true|y|\D{0,3}\d{1,4}(?:[.,]\d{3})*(?:[.,]\d+)?\D{0,4})$/i;

/**
 * The products in a parameter: a list of product objects or IDs, such a list as JSON text, or IDs separated by commas.
 * Anything else is ignored. A product without a link gets one from the template.
 */
export function readProducts(value: unknown, rules: ProductRules, labels: Labels): Product[] {
	const all = productsIn(entriesIn(value).filter(isNoPerson), rules, labels);
	// Of one with a row for each size, one size may be left.
	const inStock = new Set(all.filter(({ isSoldOut }) => !isSoldOut).map(({ id }) => id));
	return all
		.filter(({ id, name, isSoldOut }) => id + name !== '' && !(isSoldOut && id !== '' && inStock.has(id)))
		.map(({ id, isSoldOut, isUndated: _, ...product }) => {
			const name = product.name || `${labels.product} ${entryOf(id)}`;
			return { ...product, name: isSoldOut && !saysSoldOut(name) ? `${name} (${labels.unavailable})` : name };
		})
		.slice(0, MAX_PRODUCTS);
}

/**
 * The products that may be shown to a customer, and how many were left out: those that are sold out, those of which only the ID is
 * known, which means nothing to a customer, those that are people, and those that are too many.
 */
export function readNamedProducts(
	value: unknown,
	rules: ProductRules,
	labels: Labels,
): {
	products: Product[];
	nameless: number;
	soldOut: number;
	people: number;
	tooMany: number;
	unpriced: number;
	barePrices: boolean;
	undatedSales: boolean;
} {
	const entries = entriesIn(value);
	const notPeople = entries.filter(isNoPerson);
	const all = productsIn(notPeople, rules, labels);
	const inStock = all.filter(({ isSoldOut }) => !isSoldOut);
	const allNamed = inStock.filter(({ name }) => name !== '');
	const named = allNamed.slice(0, MAX_PRODUCTS);
	return {
		products: named.map(({ name, price, oldPrice, image, link }) => ({ name, price, oldPrice, image, link })),
		soldOut: all.length - inStock.length,
		nameless: inStock.filter(({ name }) => name === '').length,
		people: entries.length - notPeople.length,
		tooMany: allNamed.length - named.length,
		unpriced: named.filter(({ price }) => price === '').length,
		barePrices: named.some(({ price }) => /^[\d.,\s]+$/.test(price)),
		undatedSales: named.some(({ isUndated }) => isUndated),
	};
}

function entriesIn(value: unknown): unknown[] {
	return entriesOf(value).slice(0, MAX_READ).flatMap(apart).slice(0, MAX_READ);
}

/** A product without what it is wrapped in, or those of which an Aggregate node has made one item, with a list in each field. */
function apart(entry: unknown): unknown[] {
	if (!isRecord(entry)) return [entry];
	const record = unwrapped(entry);
	const name = field(record, ...NAMES.name);
	if (!Array.isArray(name) || !name.every((one) => typeof one === 'string') || isPerson(record)) return [record];
	const lists = Object.values(record).filter((list) => Array.isArray(list));
	// A shorter list has lost its empty entries, and nobody knows which.
	if (name.length > 1 && lists.some((list) => list.length !== name.length)) return [record];
	return name.map((_, at) =>
		Object.fromEntries(
			Object.entries(record).map(([key, list]: [string, unknown]) => [
				key,
				Array.isArray(list) && list.length === name.length ? (list as unknown[])[at] : list,
			]),
		),
	);
}

/** The product within what is around it, which may say that it is sold out, or whose it is. */
function unwrapped(entry: Record<string, unknown>): Record<string, unknown> {
	const named = [...fields(entry, ...NAMES.name), ...fields(entry, ...NAMES.product)].filter(
		(one) => !isRecord(one) && typeof one !== 'number',
	);
	// The Merchant API's name of a product is a path.
	if (!named.every((one) => /^accounts\/\d/.test(toText(one)))) return entry;
	const held = [...fields(entry, ...NAMES.holder), ...fields(entry, ...NAMES.wrapper).filter(isOffered)]
		.filter(isRecord)
		.find((one) => field(one, ...NAMES.name) !== undefined);
	if (!held) return entry;
	const own = Object.fromEntries(Object.entries(held).filter(([, one]) => holdsSomething(one)));
	return { ...entry, name: undefined, ...own, ...(isSoldOut(entry) && { soldOut: true }) };
}

/** Whether a record is something to buy, and no customer or order. */
function isOffered(record: unknown): boolean {
	return isRecord(record) && fieldsLike(record, /^(?:price(?:rangev2)?|preci?o|sku|variants)$/).length > 0;
}

/** Whose address a product may have. */
const SUPPLIER = /forn|prov|suppl|vend|loja|store/i;

function isPerson(entry: unknown): boolean {
	if (!isRecord(entry)) return false;
	const isPictured = [...fieldsLike(entry, IMAGE), ...fields(entry, ...NAMES.link)].length > 0;
	// Beside a product's picture, it may be a link to buy by WhatsApp.
	const isLink = (held: unknown) => typeof held === 'string' && isPictured && /^https?:/i.test(held);
	const isContact = ([name, held]: [string, unknown]) =>
		isContactName(name) && !SUPPLIER.test(name) && isAddress(held) && !/^https?:/i.test(toText(held));
	return (
		// A flag says something of a product: `whatsapp` that it is sold there.
		fieldsLike(entry, PERSON).some((held) => typeof held !== 'boolean' && !isLink(held)) ||
		(!isPictured && Object.entries(entry).some(isContact)) ||
		// An order's line may have the number of its invoice, and whom it is for.
		([...fields(entry, ...NAMES.price, 'sku'), ...fieldsLike(entry, IMAGE)].length === 0 &&
			fieldsLike(entry, /^(?:userprofileid|documento?|dni|rut)$/).length > 0)
	);
}

const isNoPerson = (entry: unknown) => !isPerson(entry);

function productsIn(entries: unknown[], rules: ProductRules, labels: Labels) {
	const seen = new Set<string>();
	const ahead = aheadIn(rules.zone);
	return entries
		.filter(holdsSomething)
		.map((product) => readProduct(isRecord(product) ? product : { id: product }, rules, ahead, labels))
		.filter((product) => {
			const { id, name, link, isSoldOut } = product;
			// Variants of one product may have names of their own, and one of its sizes be sold out; or all look the same.
			const keys = [
				...(id === '' ? [] : [JSON.stringify([id, name, isSoldOut])]),
				...(id === '' || (name !== '' && link !== '') ? [JSON.stringify({ ...product, id: '' })] : []),
			];
			const isNew = !keys.some((key) => seen.has(key));
			for (const key of keys) seen.add(key);
			return isNew;
		});
}

/** HTML that shows as no text; any other tag in a name is text. */
const FORMATTING = /<\/?(?:[biup]|br|em|strong|small|span|font)(?![a-z])[^<>]{0,99}>/gi;
/** What a feed or a sheet adds to the name of a field: `g:price`, “Preço (R$)”. In other brackets stands another field: “Preço (custo)”. */
const BESIDE_FIELD = /^g:|\s?\((?:R\$|US\$|[$€£]|[A-Z]{3}|un\.?)\)$|\s?R\$$/gi;

function readProduct(
	given: Record<string, unknown>,
	{ template, currency }: ProductRules,
	ahead: number,
	labels: Labels,
): Product & { id: string; isSoldOut: boolean; isUndated: boolean } {
	const plain = Object.entries(given).flatMap(([name, held]) => [
		[name.replace(BESIDE_FIELD, ''), held] as const,
		// A promotion may be an object.
		...(isRecord(held) && ANY_SALE.test(plainName(name))
			? Object.entries(held).map(([part, one]) => [`promo ${part}`, one] as const)
			: []),
	]);
	const both = toRecord(field(given, ...NAMES.price));
	// “From” 99 “to” 199 are those of its variants.
	const reduction = readPrices(fieldsLike(both, /^de$|^from$/)[0], fieldsLike(both, /^por$|^to$/)[0]);
	const record: Record<string, unknown> = {
		...Object.fromEntries(plain),
		...given,
		...(reduction.salePrice !== null && reduction),
	};
	const read = (part: keyof typeof NAMES) => field(record, ...NAMES[part]);
	const priced =
		((['sellingPrice', 'price', 'otherPrice', 'regularPrice', 'salePrice'] as const).every(
			(part) => read(part) === undefined,
		) &&
			variantsOf(record).find((one) => !isSoldOut(one))) ||
		record;
	const priceIn = (...parts: (keyof typeof NAMES)[]) => {
		const amounts = parts.map((part) => field(priced, ...NAMES[part]));
		return moneyIn(
			amounts.find((amount) => amount !== undefined),
			isInCents(record),
		);
	};
	const id = productId(record) || toId(field(record, 'sku'));
	// No code and no address.
	const isText = (held: unknown) =>
		typeof held === 'string' && (/\p{Ll}{2}/u.test(held) || namesPiece(held.slice(0, 99))) && !held.includes('://');
	const products = fields(record, ...NAMES.product);
	const namesIt = (held: unknown) => isText(held) && /^[^<>\n]{1,60}$/.test(toText(held)) && isPieceAlone(toText(held));
	const product =
		products.find(isText) ?? (products.length === 0 ? fields(record, ...NAMES.otherProduct).find(namesIt) : undefined);
	const written = toText(inLanguage(read('name') ?? read('otherName'), labels) ?? product);
	const name = entryOf(unescaped(written.replace(FORMATTING, ' ')));
	const listed = priceIn('sellingPrice', 'price', 'otherPrice', 'regularPrice', 'rangePrice');
	const full = listed.amount ?? priceIn('oldPrice').amount;
	const boundIn = (names: RegExp) =>
		fieldsLike(record, names).find((held) => held !== true && !isNo(held) && !NO_BOUND.test(toText(held)));
	const onSale = fieldsLike(record, ON_SALE);
	const [since, until] = datesOf(boundIn(SALE_TO));
	const periods = [
		[boundIn(SALE_FROM) ?? since, until],
		datesOf(field(record, 'sale_price_effective_date')),
		...onSale.filter((held) => typeof held === 'string' && DATE.test(held)).map(datesOf),
	].map(([from, to]) => isNowWithin(from, to, ahead));
	const isOver = onSale.some((held) => isNo(held) || ENDED.test(toText(held)));
	const isOff = full !== undefined && (isOver || !periods.every(Boolean));
	const reduced = priceIn('salePrice').amount;
	const sale = isOff ? undefined : reduced;
	const own =
		currencyCode(toText(field(priced, ...NAMES.currency) ?? read('currency') ?? listed.currency)) ||
		currencyIn(listed.amount) ||
		currencyIn(sale);
	// WooCommerce's price is that of the sale as long as that runs, and a sheet keeps it.
	const today = readPrices(
		isOff ? (listed.amount === reduced && priceIn('oldPrice', 'regularPrice').amount) || full : listed.amount,
		sale,
	);
	const before = readPrices(
		isOff ? undefined : priceIn('oldPrice', 'regularPrice').amount,
		today.salePrice ?? today.price,
	);
	const isReduced = before.price !== null && before.salePrice !== null;
	const { price, salePrice } = isReduced && (today.salePrice === null || today.price === null) ? before : today;
	const money = (amount: unknown) => priceText(amount, /^[A-Z]{3}$/.test(own) ? own : currency, labels);
	return {
		id,
		isSoldOut: isSoldOut(record) || saysSoldOut(name),
		// A promotion whose end is not known may be over.
		isUndated: readPrices(full, reduced).salePrice !== null && periods.includes(undefined),
		name,
		price: money(salePrice ?? price),
		oldPrice: salePrice === null ? '' : money(price),
		image: firstText(
			[...new Set([record, priced])]
				.flatMap((one) => [...fieldsLike(one, IMAGE), ...fields(one, ...NAMES.otherImage)])
				.map(parseList)
				.flat(),
			imageAddress,
		),
		link: firstText(fields(record, ...NAMES.link), linkAddress) || webAddress(id && productUrl(template, id)),
	};
}

/** The first address in any of the fields: one of them may hold a path of the shop's. */
function firstText(values: unknown[], read: (value: unknown) => string): string {
	return values.map(read).find((address) => address !== '') ?? '';
}

const LOCALE = /^[a-z]{2}([-_]\w{2,4})?$/i;

/** Of a text given in several languages, such as `{ es, pt, en }`, the one in the message's, or else the first. */
function inLanguage(value: unknown, { language }: Labels): unknown {
	// PrestaShop's: `[{ id, value }]`.
	if (Array.isArray(value)) return value.every(isRecord) ? (value[0]?.value ?? value) : value;
	if (!isRecord(value) || !Object.keys(value).every((name) => LOCALE.test(name))) return value;
	const texts = Object.entries(value).filter(([, text]) => holdsSomething(text));
	return (texts.find(([name]) => name.toLowerCase().startsWith(language)) ?? texts[0])?.[1];
}

/** An image as WooCommerce and Shopify have it, or the first of several addresses in a text: one alone may contain a comma. */
function imageAddress(image: unknown): string {
	const address = isRecord(image) ? field(image, 'src', 'url', 'imageUrl') : image;
	return shopAddress(addressesIn(toText(address))[0] ?? '');
}

/** A link, or one of several, preferably an encrypted one: Tray has `{ http, https }`. */
function linkAddress(link: unknown): string {
	const held: unknown[] = typeof link === 'object' && link !== null ? Object.values(link) : [link];
	const all = held.map((one) => shopAddress(toText(one))).filter((address) => address !== '');
	return all.find((address) => address.startsWith('https:')) ?? all[0] ?? '';
}

/** Whether this is from an order of VTEX, or from a cart or the recommendations of Shopify, which count in cents: by the names that only these have. */
function isInCents(record: Record<string, unknown>): boolean {
	return (
		['priceDefinition', 'final_line_price'].some((name) => name in record) ||
		(typeof record.price_varies === 'boolean' &&
			// In whoever divided the price, this one was not.
			[undefined, record.price].includes(record.price_min) &&
			['price', 'compare_at_price'].every((name) => Number.isInteger(record[name] ?? 0))) ||
		('detailUrl' in record && ('sellingPrice' in record || record.availability === 'available'))
	);
}

/** An amount by itself, or as Shopify's `{ amount, currencyCode }`, also of the cheapest variant. */
function moneyIn(money: unknown, inCents: boolean): { amount: unknown; currency?: unknown } {
	if (!isRecord(money)) return { amount: inCents && Number.isInteger(money) ? Number(money) / 100 : money };
	const held = toRecord(money.minVariantPrice ?? money);
	return { amount: field(held, 'amount', 'value'), currency: field(held, 'currencyCode', 'currency') };
}

/**
 * An amount formatted for the language, with the currency if there is one. Text with more than the amount, such as a
 * currency, stays as is. Empty for anything that is not an amount.
 */
function priceText(value: unknown, standard: string, { language }: Labels): string {
	const amount = toAmount(value);
	if (amount === null) return '';
	// As in feeds: “149.90 BRL”.
	const code = typeof value === 'string' && /^[\d.,]+ [A-Z]{3}$/.test(value) ? currencyIn(value) : '';
	if (typeof value === 'string' && code === '' && saysMore(value)) return entryOf(value);
	const currency = code || standard;
	const format = /^[a-z]{3}$/i.test(currency)
		? ({ style: 'currency', currency } as const)
		: { minimumFractionDigits: 2, maximumFractionDigits: 2 };
	// The separators depend on the region. A currency's code starts with its country's, but two are common in other ones.
	const es = /^(?!USD|BRL)[A-Z]{3}$/.test(currency) ? `es-${currency.slice(0, 2)}` : 'es';
	return amount.toLocaleString({ en: 'en', pt: 'pt-BR', es }[language], format);
}
