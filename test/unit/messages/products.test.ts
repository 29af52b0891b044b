import { labelsIn } from '../../../nodes/shared/messages/labels';
import { readNamedProducts, readProducts } from '../../../nodes/shared/messages/products';
import { productUrl } from '../../../nodes/shared/values/ids';
import { cpuTimer } from '../cpu-timer';

const PT = labelsIn('pt');
const EN = labelsIn('en');
const NO_RULES = { template: '', currency: '', zone: '' };
const RULES = { template: 'https://shop.example/p/{id}', currency: '', zone: '' };

const idsAlone = [
	{ name: 'Product dress-1', price: '', oldPrice: '', image: '', link: 'https://shop.example/p/dress-1' },
	{ name: 'Product 7', price: '', oldPrice: '', image: '', link: 'https://shop.example/p/7' },
];

test.each([
	[['dress-1', 7]],
	['dress-1, 7'],
	['dress-1 7'],
	['["dress-1", 7]'],
	[
		[
			{ productId: 'dress-1', rank: 1 },
			{ productId: 7, rank: 2 },
		],
	],
	[[{ json: { id: 'dress-1' } }, { json: { id: 7 } }]],
	[{ data: ['dress-1', [7]] }],
	[[{ json: { products: [{ id: 'dress-1' }, { id: 7 }] } }]],
	['{"data":["dress-1",7]}'],
])('products with only an ID get a name and the template’s link: %j', (value) => {
	expect(readProducts(value, RULES, EN)).toEqual(idsAlone);
});

test('the link of an order’s line is that of its product', () => {
	const lines = [
		{ id: 315, product_id: 93, name: 'Saia' },
		{ product_id: '94', name: 'Blusa' },
	];

	expect(readProducts(lines, RULES, EN).map(({ link }) => link)).toEqual([
		'https://shop.example/p/93',
		'https://shop.example/p/94',
	]);
});

test.each([
	[{ es: 'Falda', pt: 'Saia', en: 'Skirt' }, 'Saia'],
	[{ 'en-US': 'Skirt', 'pt-BR': 'Saia' }, 'Saia'],
	[{ es: '', en: 'Skirt', pt: ' ' }, 'Skirt'],
	[{ 'es-MX': 'Falda', 'pt-BR': 'Saia' }, 'Saia'],
	[{ first: 'Saia', second: 'Azul' }, 'Saia, Azul'],
	[{ pt: { short: 'Saia' } }, 'Saia'],
	[{ pt: null }, 'Produto 1'],
])('of the names %j, that in the message’s language is shown, or else the first', (name, shown) => {
	expect(readProducts([{ id: 1, name }], NO_RULES, PT)).toMatchObject([{ name: shown }]);
});

test('fields joined from a catalog are shown', () => {
	const row = {
		productId: 'v1',
		nome: 'Vestido Midi',
		preço: 1389.9,
		salePrice: 999,
		currency: 'BRL',
		imagem: 'https://cdn.example/v1.jpg',
		url: 'https://shop.example/vestido-midi',
	};

	expect(readProducts([row], RULES, PT)).toEqual([
		{
			name: 'Vestido Midi',
			price: 'R$\u00a0999,00',
			oldPrice: 'R$\u00a01.389,90',
			image: 'https://cdn.example/v1.jpg',
			link: 'https://shop.example/vestido-midi',
		},
	]);
});

test('the fields of the detailed search are shown', () => {
	const found = {
		productId: '9',
		sku: 'X-9',
		name: 'Saia',
		images: ['https://cdn.example/9.jpg', 'b'],
		price: 99.9,
		salePrice: 99.9,
	};

	expect(readProducts(found, NO_RULES, EN)).toEqual([
		{ name: 'Saia', price: '99.90', oldPrice: '', image: 'https://cdn.example/9.jpg', link: '' },
	]);
});

const SALE = { price: '99.90', sale_price: '79.90' };

/** Today in this machine's time zone, as a shop writes a date, and the days around it. */
const [YESTERDAY, TODAY, TOMORROW] = [-1, 0, 1].map((days) => {
	const now = new Date();
	const noon = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);
	return [noon.getFullYear(), noon.getMonth() + 1, noon.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-');
});

test.each([
	[{ ...SALE, sale_price_effective_date: `${YESTERDAY}/${TODAY}` }, '79.90', '99.90'],
	[{ ...SALE, sale_price_effective_date: `${TODAY} / ${TOMORROW}` }, '79.90', '99.90'],
	[{ ...SALE, sale_price_effective_date: `${TOMORROW}/2999-02-01` }, '99.90', ''],
	// VTEX's orders, and Shopify's cart and recommendations, count in cents.
	[{ price: 19990, sellingPrice: 17990, listPrice: 29990, priceDefinition: {} }, '179.90', '199.90'],
	[{ price: 19990, final_line_price: 19990 }, '199.90', ''],
	[{ price: 12900, compare_at_price: 15900, price_min: 12900, price_varies: false }, '129.00', '159.00'],
	[{ price: '199.90', line_price: '199.90' }, '199.90', ''],
	[{ price: 129, price_varies: 'FALSE' }, '129.00', ''],
	[{ price: 89, price_min: 8900, price_varies: false, compare_at_price: 129 }, '89.00', '129.00'],
	[
		{
			priceRangeV2: { minVariantPrice: { amount: '99.0' } },
			variants: [{ price: '99.0', available: false }, { price: '129.0' }],
		},
		'129.00',
		'',
	],
	[{ name: 'Saia', variants: [{ price: '199.90', promotional_price: '149.90' }] }, '149.90', '199.90'],
	[{ 'Preço (R$)': '199,90', 'Preço com desconto': '149,90' }, '149.90', '199.90'],
	[{ 'Valor R$': 99 }, '99.00', ''],
	// Another column in brackets, a flag, a total, and variants that are sold out or cost less.
	[{ Preço: '149,00', 'Preço (custo)': '50,00' }, '149.00', ''],
	[{ preco: 149.9, promocao: 1 }, '149.90', ''],
	[{ price: 99, line_price: 198, quantity: 2 }, '99.00', ''],
	[{ variants: [{ price: '89.00', available: false }, { price: '129.00' }] }, '129.00', ''],
	[{ price: '299.00', variants: [{ price: '19.00', sale_price: '9.00' }] }, '299.00', ''],
	// What the price was, in Shopify, WooCommerce, VTEX, Mercado Libre and sheets; alone, it is the price.
	[{ variants: [{ price: '199.90', compare_at_price: '299.90' }] }, '199.90', '299.90'],
	[{ price: '199.90', compare_at_price: '199.90' }, '199.90', ''],
	[{ price: '199.90', compare_at_price: '0.00' }, '199.90', ''],
	[{ price: '199.90', compare_at_price: '149.90' }, '199.90', ''],
	[{ price: '17.99', regular_price: '21.99', sale_price: '17.99', on_sale: true }, '17.99', '21.99'],
	[{ price: '21.99', regular_price: '21.99', sale_price: '' }, '21.99', ''],
	[{ price: 199.9, original_price: 249.9 }, '199.90', '249.90'],
	[{ 'Preço de': 'R$ 199,90', 'Preço por': 'R$ 149,90' }, 'R$ 149,90', 'R$ 199,90'],
	[{ 'Regular price': '59.90', 'Sale price': '' }, '59.90', ''],
	[{ price: 'sob consulta', originalPrice: 99 }, '', ''],
	[{ price: 199, originalPrice: 'US$ 299' }, '199.00', 'US$ 299'],
	[{ price: 'R$ 199', originalPrice: 'US$ 299' }, 'R$ 199', ''],
	[{ PVP: '129,95 €' }, '129,95 €', ''],
	[{ Precio: '39,95', 'Precio rebajado': '29,95' }, '29.95', '39.95'],
	[{ price: 45, special_price: 36 }, '36.00', '45.00'],
	[{ offers: { price: '45.00', priceCurrency: 'GBP' } }, '£45.00', ''],
	[{ price: 99, currency_id: 'BRL' }, 'R$99.00', ''],
	[{ price: 150, detailUrl: '/saia-midi/p' }, '150.00', ''],
	[{ price: 12990, listPrice: 15990, detailUrl: '/a/p', availability: 'available' }, '129.90', '159.90'],
	[{ price: 14990, sellingPrice: 12990, detailUrl: 'https://shop.example/saia/p' }, '129.90', '149.90'],
	// The plain name before the others, whichever column is first; no share, no rate, no other currency.
	[{ 'Retail Price': 120, Price: 79 }, '79.00', ''],
	[{ 'Preço Normal': 200, Preço: 150 }, '150.00', '200.00'],
	[{ PVP: 59, Precio: 49 }, '49.00', ''],
	[{ compare_at_price: '200', variants: [{ price: '150' }] }, '150.00', ''],
	[{ listPrice: 200, costPrice: 80 }, '', ''],
	[{ price_usd: 30 }, '', ''],
	// A sale that is over, or has not begun, in Tray, WooCommerce and Magento.
	[
		{ price: '99.90', promotional_price: '79.90', start_promotion: '2020-01-01', end_promotion: YESTERDAY },
		'99.90',
		'',
	],
	[{ price: '99.90', promotional_price: '79.90', start_promotion: TOMORROW, end_promotion: '2999-01-01' }, '99.90', ''],
	[{ ...SALE, start_promotion: '0000-00-00', end_promotion: '0000-00-00' }, '79.90', '99.90'],
	[{ ...SALE, start_promotion: YESTERDAY, end_promotion: TODAY }, '79.90', '99.90'],
	[{ ...SALE, date_on_sale_from: `${TOMORROW}T00:00:00`, date_on_sale_to: null }, '99.90', ''],
	[{ ...SALE, date_on_sale_from: null, date_on_sale_to: null }, '79.90', '99.90'],
	[{ price: 45, special_price: 36, special_to_date: '2020-01-01 00:00:00' }, '45.00', ''],
	[{ price: 45, original_price: 60, special_price: 36, special_to_date: '2020-01-01 00:00:00' }, '45.00', ''],
	[{ 'g:price': '199.90 BRL', 'g:sale_price': '149.90 BRL' }, 'R$149.90', 'R$199.90'],
	[{ price: 100, salePrice: 0 }, '100.00', ''],
	[{ price: 100, salePrice: 120 }, '100.00', ''],
	[{ price: 100, salePrice: null }, '100.00', ''],
	[{ salePrice: 80 }, '80.00', ''],
	[{ price: '99.90', promotional_price: '79.90' }, '79.90', '99.90'],
	[{ price: '99.90', sale_price: '79.90', on_sale: false }, '99.90', ''],
	[{ price: '99.90', sale_price: '79.90', on_sale: '0' }, '99.90', ''],
	[{ price: '99.90', sale_price: '79.90', on_sale: true }, '79.90', '99.90'],
	[{ price: '99.90', sale_price: '79.90', onSale: 'true' }, '79.90', '99.90'],
	[{ price: '99.90', sale_price: '79.90', on_sale: '20%' }, '79.90', '99.90'],
	[{ sale_price: '79.90', on_sale: false }, '79.90', ''],
	[{ ...SALE, sale_price_effective_date: '2020-02-24T11:07+0100/2020-02-29T23:07+0100' }, '99.90', ''],
	[{ ...SALE, sale_price_effective_date: '2020-02-24 / 2020-02-29' }, '99.90', ''],
	[{ ...SALE, sale_price_effective_date: '2999-01-01T00:00Z/2999-02-01T00:00Z' }, '99.90', ''],
	[{ ...SALE, sale_price_effective_date: '2020-02-24T11:07-0300/2999-02-29T23:07-0300' }, '79.90', '99.90'],
	[{ ...SALE, sale_price_effective_date: 'até domingo' }, '99.90', ''],
	// Dates as people, spreadsheets and databases write them.
	[{ ...SALE, date_on_sale_to: '01/11/2020' }, '99.90', ''],
	[{ ...SALE, date_on_sale_to: '25/11/2999 23:59' }, '79.90', '99.90'],
	[{ ...SALE, date_on_sale_to: '11/25/2020' }, '99.90', ''],
	[{ ...SALE, date_on_sale_to: '1 de novembro' }, '99.90', ''],
	[{ ...SALE, date_on_sale_to: 44000 }, '99.90', ''],
	[{ ...SALE, date_on_sale_to: '99999' }, '79.90', '99.90'],
	[{ ...SALE, date_on_sale_to: 1600000000 }, '99.90', ''],
	[{ ...SALE, date_on_sale_to: new Date(0) }, '99.90', ''],
	[{ ...SALE, end_promotion: '0000-00-00 00:00:00' }, '79.90', '99.90'],
	[{ ...SALE, date_on_sale_from: '01/12/2999' }, '99.90', ''],
	[{ ...SALE, sale_price_effective_date: '01/10/2020 - 01/11/2020' }, '99.90', ''],
	[{ ...SALE, sale_price_effective_date: '01/10/2020 a 01/11/2999' }, '79.90', '99.90'],
	[{ ...SALE, 'Fim da promoção': '2020-11-01' }, '99.90', ''],
	...[
		'validade_promocao',
		'fim_oferta',
		'oferta_ate',
		'data_fim_promo',
		'sale_end_date',
		'promotion_end_date',
		'valid_to',
		'fin_promocion',
		'Válido até',
		'vigencia_ate',
		'discount_expires_at',
		'special_to_date',
	].map((column): [Record<string, unknown>, string, string] => [{ ...SALE, [column]: '31/01/2020' }, '99.90', '']),
	...[
		'Vigência da promoção',
		'vigencia_oferta',
		'Vigencia de la oferta',
		'Datas da promoção',
		'Fechas de la oferta',
		'sale_dates',
		'promo_valid',
	].flatMap((column): [Record<string, unknown>, string, string][] => [
		[{ ...SALE, [column]: '01/11/2023 a 30/11/2023' }, '99.90', ''],
		[{ ...SALE, [column]: '01/11/2023 a 30/11/2999' }, '79.90', '99.90'],
		[{ ...SALE, [column]: '01/11/2998 a 30/11/2999' }, '99.90', ''],
	]),
	...['Início da vigência', 'vigencia_desde', 'promo_updates', 'sale_data_source'].map(
		(column): [Record<string, unknown>, string, string] => [{ ...SALE, [column]: '01/01/2020' }, '79.90', '99.90'],
	),
	// A date in the text of a promotion, or in its object.
	...['até 31/01/2024', 'de 01/11/2023 a 30/11/2023', 'a partir de 01/12/2999'].map(
		(promo): [Record<string, unknown>, string, string] => [{ ...SALE, Promoção: promo }, '99.90', ''],
	),
	...['até 31/01/2999', 'de 01/11/2023 a 30/11/2999', 'desde 01/12/2023'].map(
		(promo): [Record<string, unknown>, string, string] => [{ ...SALE, Promoção: promo }, '79.90', '99.90'],
	),
	...['sale', 'promotion', 'promocao', 'discount'].flatMap((column): [Record<string, unknown>, string, string][] => [
		[{ ...SALE, [column]: { name: 'Natal', ends_at: '2023-11-30T23:59:59Z' } }, '99.90', ''],
		[{ ...SALE, [column]: { inicio: '01/01/2020', ate: '31/12/2020' } }, '99.90', ''],
		[{ ...SALE, [column]: { starts_at: '2999-01-01' } }, '99.90', ''],
		[{ ...SALE, [column]: { active: false } }, '99.90', ''],
		[{ ...SALE, [column]: { starts_at: '2020-01-01', ends_at: '2999-11-30', active: true } }, '79.90', '99.90'],
		[{ ...SALE, [column]: { id: 5, created_at: '2020-01-01', ends_at: null, value: 20 } }, '79.90', '99.90'],
	]),
	...['promotion_status', 'sale_status', 'Status da promoção', 'Estado de la oferta'].flatMap((column) => [
		...['ended', 'expired', 'encerrada', 'finalizado', 'inactive', 'scheduled', 'Ativa até 30/11/2023'].map(
			(status): [Record<string, unknown>, string, string] => [{ ...SALE, [column]: status }, '99.90', ''],
		),
		...['active', 'ativa', 'vigente', 'Ativa desde 01/11/2020'].map(
			(status): [Record<string, unknown>, string, string] => [{ ...SALE, [column]: status }, '79.90', '99.90'],
		),
	]),
	[{ ...SALE, sale_active: 0 }, '99.90', ''],
	[{ ...SALE, sale_active: 1 }, '79.90', '99.90'],
	[{ ...SALE, oferta_activa: 'no' }, '99.90', ''],
	[{ ...SALE, promo_inactive: false, wholesale_active: 0 }, '79.90', '99.90'],
	// WooCommerce's price is the sale's, for as long as that ran when the sheet was written.
	[{ ...SALE, price: '79.90', regular_price: '99.90', date_on_sale_to: '2020-12-31T23:59:59' }, '99.90', ''],
	[{ ...SALE, price: '79.90', regular_price: '99.90', date_on_sale_to: null }, '79.90', '99.90'],
	// What the price was and is, but not the cheapest and the dearest of its variants.
	[{ preco: { de: 199.9, por: 149.9 } }, '149.90', '199.90'],
	[{ price: { from: 'R$ 199,90', to: 'R$ 149,90' } }, 'R$ 149,90', 'R$ 199,90'],
	[{ preco: { de: null, por: 149.9 } }, '149.90', ''],
	[{ preco: { de: 199.9, por: 149.9 }, vigencia: '30/11/2023' }, '199.90', ''],
	[{ price: { from: 99, to: 199 } }, '', ''],
	[{ ...SALE, promo_start: '2999-01-01' }, '99.90', ''],
	[{ ...SALE, promocao: 'Encerrada' }, '99.90', ''],
	[{ ...SALE, promo_ativa: false }, '99.90', ''],
	...['Encerra em 31/12/2999', 'Expira em breve', 'Black Friday', 'sim'].map(
		(promo): [Record<string, unknown>, string, string] => [{ ...SALE, promo }, '79.90', '99.90'],
	),
	...[
		{ special_finish: 'Matte' },
		{ sale_price_from: 149.9 },
		{ 'Desconto até': '50%' },
		{ offer_state: 'active' },
		{ expirado: 'Não' },
		{ endereco_promo: 'Rua A, 1' },
		{ 'Preço final com desconto': 'R$ 1.049,90' },
		{ expires: 'never' },
		{ 'Sales trend': 'up' },
	].map((other): [Record<string, unknown>, string, string] => [{ ...SALE, ...other }, '79.90', '99.90']),
	[
		{ ...SALE, discount_rate: 20, sale_date_created: '2020-01-01', promo_photo: 'a.jpg', precoFinalPromocional: 79 },
		'79.90',
		'99.90',
	],
	[{ ...SALE, promocao: 'Black Friday', promo_ativa: true }, '79.90', '99.90'],
	[{ ...SALE, 'Promoção até': '01/11/2999' }, '79.90', '99.90'],
	[{ ...SALE, 'Date sale price ends': '2020-11-01' }, '99.90', ''],
	[{ ...SALE, 'Em promoção': 'não' }, '99.90', ''],
	[{ ...SALE, date_on_sale_to: '05/12/99' }, '79.90', '99.90'],
	[{ ...SALE, date_on_sale_to: '5.11.20' }, '99.90', ''],
	[{ ...SALE, date_on_sale_to: '2999/12/5' }, '79.90', '99.90'],
	[{ ...SALE, date_on_sale_to: `${TODAY} 00:00:00` }, '79.90', '99.90'],
	[{ ...SALE, Validade: '20/11/2020 a 05/12/2999' }, '79.90', '99.90'],
	[{ ...SALE, date_on_sale_from: '2999-05-12', date_on_sale_to: '2998-05-12' }, '99.90', ''],
	[{ ...SALE, sale_price_effective_date: '2999-12-15/' }, '99.90', ''],
	[{ ...SALE, sale_price_effective_date: '2020-12-15/..' }, '79.90', '99.90'],
	[{ ...SALE, Validade: 'enquanto durar o estoque' }, '79.90', '99.90'],
	[{ ...SALE, Validade: 'sem prazo' }, '79.90', '99.90'],
	[{ 'Preço de': 199.9, 'Preço por': 99.9, Validade: '10/11/2020' }, '199.90', ''],
	// In cash it may be less.
	[{ 'Preço à vista': '379,90', Preço: '419,90' }, '419.90', ''],
	[{ ...SALE, sale_price_effective_date: '' }, '79.90', '99.90'],
	[{ price: 'R$ 100,00', salePrice: 'R$ 80,00' }, 'R$ 80,00', 'R$ 100,00'],
	[{ price: 'R$ 1.299,90', salePrice: 999 }, 'R$999.00', 'R$ 1.299,90'],
	[{ price: 'R$ 199,90', salePrice: 'USD 50' }, 'R$ 199,90', ''],
	[{ Valor: 'R$ 100,00', 'Preço de venda': '' }, 'R$ 100,00', ''],
	[{ Valor: 'R$ 199,90', 'Preço de venda': 'R$ 149,90' }, 'R$ 149,90', ''],
	[{ price: 'R$ 100,00', salePrice: 'por R$ 80,00' }, 'por R$ 80,00', 'R$ 100,00'],
	[{ price: '100 reais', salePrice: 80 }, '80.00', '100 reais'],
	[{ price: 100, currency: 'reais' }, '100.00', ''],
	[{ price: '199,90', salePrice: '0,00' }, '199.90', ''],
	[{ price: '199,90', salePrice: '199,90' }, '199.90', ''],
	[{ price: 'R$ 199,90', salePrice: 'R$ 249,90' }, 'R$ 199,90', ''],
	[{ price: '1.299,90', salePrice: '999', currency: 'BRL' }, 'R$999.00', 'R$1,299.90'],
	[{ price: { amount: '199.90', currencyCode: 'BRL' } }, 'R$199.90', ''],
	[{ price: { value: 200, currency: 'EUR' }, salePrice: { value: 150 } }, '€150.00', '€200.00'],
	[{ price: { amount: 'sob consulta' } }, '', ''],
	[{ price: '1e5', currency: 'BRL' }, 'R$100,000.00', ''],
	[{ price: '1 234,50', salePrice: "1'000.50", currency: 'BRL' }, 'R$1,000.50', 'R$1,234.50'],
	[{ price: Number.MAX_VALUE, salePrice: 10 }, '10.00', ''],
	[{ price: NaN }, '', ''],
	[{ price: 'null' }, '', ''],
	[{ price: -5 }, '', ''],
	[{ price: '-5', salePrice: Infinity }, '', ''],
])('%j costs %s', (prices, price, oldPrice) => {
	expect(readProducts([{ id: 1, ...prices }], NO_RULES, EN)).toMatchObject([{ price, oldPrice }]);
});

describe('a promotion runs by the clocks of the workflow', () => {
	afterEach(() => {
		jest.useRealTimers();
	});
	const priceAt = (now: string, zone: string, row: object) => {
		jest.useFakeTimers({ now: Date.parse(now) });
		return readProducts([{ id: 1, ...SALE, ...row }], { ...NO_RULES, zone }, EN)[0]?.price;
	};

	test.each([
		['America/Sao_Paulo', '2026-12-01T02:59:00Z', '2026-12-01T03:00:00Z'],
		['Pacific/Auckland', '2026-11-30T10:59:00Z', '2026-11-30T11:00:00Z'],
		['UTC', '2026-11-30T23:59:00Z', '2026-12-01T00:00:00Z'],
		['Asia/Kolkata', '2026-11-30T18:29:00Z', '2026-11-30T18:30:00Z'],
	])('in %s', (zone, last, first) => {
		for (const end of ['30/11/2026', '2026-11-30 00:00:00', '2026-11-30T23:59:59', 46356]) {
			expect(priceAt(last, zone, { date_on_sale_to: end })).toBe('79.90');
			expect(priceAt(first, zone, { date_on_sale_to: end })).toBe('99.90');
		}
		expect(priceAt(last, zone, { date_on_sale_from: '2026-12-01' })).toBe('99.90');
		expect(priceAt(first, zone, { date_on_sale_from: '2026-12-01' })).toBe('79.90');
	});

	test.each([
		['2026-03-08', '2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z'],
		['2026-11-01', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'],
	])('on %s, when New York changes them', (day, start, end) => {
		const row = { sale_price_effective_date: `${day}/${day}` };
		const at = (moment: string, seconds: number) =>
			priceAt(new Date(Date.parse(moment) + seconds * 1_000).toISOString(), 'America/New_York', row);

		expect([at(start, -60), at(start, 60), at(end, -60), at(end, 60)]).toEqual(['99.90', '79.90', '79.90', '99.90']);
	});

	test('but a time with a zone of its own means that one', () => {
		const row = { date_on_sale_to: '2026-11-30T23:00:00+01:00' };

		expect(priceAt('2026-11-30T21:59:00Z', 'America/Sao_Paulo', row)).toBe('79.90');
		expect(priceAt('2026-11-30T22:01:00Z', 'America/Sao_Paulo', row)).toBe('99.90');
	});

	test('or by those of the process, if nobody knows the workflow’s', () => {
		for (const zone of ['', 'DEFAULT', 'Mars/Olympus'])
			expect(
				[YESTERDAY, TODAY].map(
					(day) => readProducts([{ id: 1, ...SALE, sale_ends_at: day }], { ...NO_RULES, zone }, EN)[0]?.price,
				),
			).toEqual(['99.90', '79.90']);
	});
});

test.each(['', '   ', null, undefined, [], {}, [null], [{}], 'null', true, [''], [{ name: '' }]])(
	'%j is no product',
	(value) => {
		expect(readProducts(value, RULES, EN)).toEqual([]);
	},
);

test.each([
	'javascript:alert(1)',
	'data:text/html,x',
	'https://user:word@evil.example/',
	'//user:word@evil.example',
	'///evil.example',
	'/path',
	'ftp://x.example/',
	'https://',
	'text',
])('%s is neither a link nor an image', (address) => {
	expect(readProducts([{ name: 'Dress', link: address, image: address }], NO_RULES, EN)).toMatchObject([
		{ link: '', image: '' },
	]);
});

test('an ID is always a single URL component', () => {
	expect(productUrl('https://shop.example/{{id}}?again={id}', 'a/../b?c&d#e$&')).toBe(
		'https://shop.example/a%2F..%2Fb%3Fc%26d%23e%24%26?again=a%2F..%2Fb%3Fc%26d%23e%24%26',
	);
	expect(productUrl('', 'x')).toBe('');
});

test.each([
	['12345678901234567890', ['12345678901234567890']],
	['1e5, 007', ['1e5', '007']],
	['[12345678901234567890, 1e5, "a,b", 7]', ['12345678901234567890', '1e5', 'a,b', '7']],
	['[{"productId":12345678901234567890,"name":"No 12345678901234567890, \\"1e5\\""}]', ['12345678901234567890']],
	[[2 ** 60, 7], ['7']],
])('the ids of %j keep every digit', (value, ids) => {
	const links = readProducts(value, RULES, EN).map(({ link }) => link);
	expect(links).toEqual(ids.map((id) => `https://shop.example/p/${encodeURIComponent(id)}`));
});

test('there are never more than twelve', () => {
	expect(
		readProducts(
			Array.from({ length: 50 }, (_, id) => id),
			NO_RULES,
			EN,
		),
	).toHaveLength(12);
});

test('an endless name, price or address does not make an endless email', () => {
	const price = `R$ ${'1'.repeat(10_000)}`;
	const long = {
		name: 'Vestido '.repeat(10_000),
		price,
		link: `https://shop.example/${'v'.repeat(10_000)}`,
		image: `https://shop.example/${'i'.repeat(10_000)}`,
	};

	const [product] = readProducts([{ ...long, price: 10 }], NO_RULES, PT);

	expect(product?.name).toMatch(/^Vestido .{1,300}…$/);
	expect(product).toMatchObject({ image: '', link: '' });
	expect(
		readProducts([long, { id: 'v'.repeat(10_000) }], NO_RULES, PT).every(
			(one) => one.name.length <= 320 && one.price.length <= 300,
		),
	).toBe(true);
});

test.each<[unknown, string]>([
	[[{ id: 7, src: 'https://cdn.example/a.jpg', alt: 'Front' }, { src: 'https://cdn.example/b.jpg' }], 'a.jpg'],
	[{ url: 'https://cdn.example/a.jpg', width: 800 }, 'a.jpg'],
	['https://cdn.example/a.jpg,https://cdn.example/b.jpg', 'a.jpg'],
	['https://cdn.example/a.jpg, HTTPS://cdn.example/b.jpg', 'a.jpg'],
	['https://cdn.example/a.jpg | https://cdn.example/b.jpg', 'a.jpg'],
	[['https://cdn.example/a.jpg\nhttps://cdn.example/b.jpg'], 'a.jpg'],
	['["https://cdn.example/a.jpg","https://cdn.example/b.jpg"]', 'a.jpg'],
	['[{"src":"https://cdn.example/a.jpg"}]', 'a.jpg'],
	[['', null, { src: '' }, 'https://cdn.example/a.jpg'], 'a.jpg'],
	['https://cdn.example/w_80,h_60/a.jpg', 'w_80,h_60/a.jpg'],
	['https://cdn.example/w_80,h_60/a.jpg,https://cdn.example/b.jpg', 'w_80,h_60/a.jpg'],
	['https://cdn.example/w_80/https://shop.example/a.jpg', 'w_80/https://shop.example/a.jpg'],
])('the image in %j is its first address', (images, shown) => {
	expect(readProducts([{ name: 'Saia', images }], NO_RULES, EN)).toMatchObject([
		{ image: `https://cdn.example/${shown}` },
	]);
});

test('an address without a scheme, as Shopify gives it, is one', () => {
	const [product] = readProducts(
		[{ name: 'Saia', link: '//shop.example/saia', image: '//ótica.example/a.jpg' }],
		NO_RULES,
		EN,
	);

	expect(product).toMatchObject({ link: 'https://shop.example/saia', image: 'https://xn--tica-pqa.example/a.jpg' });
});

test('a path in one field does not hide the address in another', () => {
	const row = { name: 'Saia', link: '/saia', url: 'https://shop.example/saia', image: '/a.jpg' };

	expect(readProducts([{ ...row, images: ['https://cdn.example/a.jpg'] }], RULES, EN)).toMatchObject([
		{ link: 'https://shop.example/saia', image: 'https://cdn.example/a.jpg' },
	]);
});

test.each([
	['Camisa &amp; Calça &#8211; &quot;M&quot;', 'Camisa & Calça – "M"'],
	['Levi&#039;s&nbsp;501', "Levi's 501"],
	['&lt;b&gt;', '<b>'],
	['&amp;lt;', '&lt;'],
	['R&B; A&C', 'R&B; A&C'],
	['&constructor; &to; &#1;x', '&constructor; &to; &#1;x'],
])('the name %j is shown as in the shop: %j', (name, shown) => {
	expect(readProducts([{ id: 1, name }], NO_RULES, EN)).toMatchObject([{ name: shown }]);
});

const SHIRT = { name: 'Saia', price: '99.00' };

test.each<[string, unknown]>([
	['Tray', { Products: [{ Product: SHIRT }] }],
	['Tiny', { produto: SHIRT }],
	['Airtable', { id: 'rec1', createdTime: '2026-01-02', fields: SHIRT }],
	['Shopify’s GraphQL', [{ node: SHIRT }]],
	['Shopify’s GraphQL', [{ node: { title: 'Saia', priceRangeV2: { minVariantPrice: { amount: '99.0' } } } }]],
	['VTEX', { productName: 'Saia', items: [{ sellers: [{ commertialOffer: { Price: 99, AvailableQuantity: 2 } }] }] }],
	['the Merchant API', { name: 'accounts/1/products/online~en~US~5', attributes: { title: 'Saia', price: '99.00' } }],
	['an order’s line', { quantity: 2, product: SHIRT }],
	[
		'PrestaShop',
		{
			...SHIRT,
			name: [
				{ id: '1', value: 'Saia' },
				{ id: '2', value: 'Skirt' },
			],
		},
	],
	['Bling', { ID: '1', Código: 'S1', Descrição: 'Saia', Preço: '99,0000' }],
	['a sheet', { 'Nombre del producto': 'Saia', PVP: 99 }],
	['an Aggregate node', { name: ['Saia'], price: ['99.00'] }],
])('a product of %s has its name and price', (_, product) => {
	expect(readNamedProducts(product, NO_RULES, EN)).toMatchObject({
		products: [{ name: 'Saia', price: '99.00' }],
		nameless: 0,
	});
});

test('a product of VTEX has the picture and price of the variant that is in stock', () => {
	const offer = (quantity: number, price: number) => ({
		images: [{ imageUrl: `https://cdn.example/${price}.jpg` }],
		sellers: [{ commertialOffer: { Price: price, ListPrice: 199, AvailableQuantity: quantity } }],
	});
	const scarpin = { productId: '1', productName: 'Scarpin', items: [offer(0, 79), offer(2, 99)] };
	const gone = { ...scarpin, productId: '2', items: [offer(0, 0), offer(0, 0)] };

	expect(readNamedProducts([scarpin, gone], NO_RULES, EN)).toMatchObject({
		products: [{ price: '99.00', oldPrice: '199.00', image: 'https://cdn.example/99.jpg' }],
		soldOut: 1,
	});
});

test('what is beside a product’s own name is no other product', () => {
	const [product] = readProducts([{ ...SHIRT, attributes: { name: 'Tamanho', price: 1 } }], NO_RULES, EN);
	expect(product).toMatchObject({ name: 'Saia', price: '99.00' });
	const none = [
		{ Descrição: 'Frete', Valor: 30 },
		{ id: 7, descricao: 'Parcela 2/3 Ana Souza', valor: 100 },
		{ id: 8, produto: 'SM-001 AZ', descricao: 'Saia encalhada, liquidar', codigo: '1' },
		{ modelo: 'Gabriela', foto: 'https://cdn.example/g.jpg' },
		{ node: { id: 'gid://shopify/Customer/1', name: 'Ana Souza' } },
		{ id: 'rec1', fields: { Nome: 'Ana Souza', Foto: [{ url: 'https://cdn.example/ana.jpg' }] } },
		{ type: 'profile', attributes: { first_name: 'Ana', title: 'Sócia', image: 'https://cdn.example/a.jpg' } },
		{ Descrição: 'Devolução vestido Ana Lima', Valor: 'R$ 129,90' },
		{ Descrição: 'Vestido Maria Souza parcela 2/3', Valor: 99 },
	];
	expect(readNamedProducts(none, NO_RULES, EN).products).toEqual([]);
	for (const produto of ['REF ABC', 'MARIA SILVA', 'FRETE SEDEX'])
		expect(readNamedProducts([{ id: 9, produto }], NO_RULES, EN).products).toEqual([]);
	expect(readProducts([{ Modelo: 'Slim', Produto: 'Calça Jeans' }], NO_RULES, EN)).toMatchObject([
		{ name: 'Calça Jeans' },
	]);
	// As a shop's administration exports it.
	expect(
		readProducts([{ SKU: 'SM1', PRODUTO: 'CALÇA PANTALONA', Descrição: 'Calça encalhada' }], NO_RULES, EN),
	).toMatchObject([{ name: 'CALÇA PANTALONA' }]);
	expect(readNamedProducts([{ product: SHIRT, customer: { email: 'a@b.example' } }], NO_RULES, EN).people).toBe(1);
	expect(
		readNamedProducts([{ product: { ...SHIRT, available: true }, available: false, price: 79 }], NO_RULES, EN),
	).toMatchObject({ products: [], soldOut: 1 });
	expect(readProducts([{ product: SHIRT, quantity: 3, price: 297 }], NO_RULES, EN)).toMatchObject([{ price: '99.00' }]);
});

test('an Aggregate node’s item with a list in each field holds several products, unless one of them has lost entries', () => {
	const item = { id: [7, 8], name: ['Saia', 'Blusa'], price: [99, 89] };

	expect(readNamedProducts(item, NO_RULES, EN).products).toMatchObject([
		{ name: 'Saia', price: '99.00' },
		{ name: 'Blusa', price: '89.00' },
	]);
	expect(readNamedProducts({ ...item, price: [99] }, NO_RULES, EN).products).toMatchObject([
		{ name: 'Saia, Blusa', price: '' },
	]);
	const people = { name: ['Ana', 'Bia'], email: ['a@b.example'] };
	expect(readNamedProducts(people, NO_RULES, EN)).toMatchObject({ products: [], people: 1 });
	const images = ['https://cdn.example/a.jpg', 'https://cdn.example/b.jpg'];
	expect(readNamedProducts({ name: ['Saia'], images, stock: [3] }, NO_RULES, EN).products).toMatchObject([
		{ name: 'Saia', image: images[0] },
	]);
});

test('a product given twice is shown once, and each of its variants with a name of its own', () => {
	const saia = { id: 1, name: 'Saia' };
	const twice = [saia, { ...saia, id: '1', size: 'M' }, { ...saia, name: 'Saia Azul' }, 7, '7', { name: 'Blusa' }];

	expect(
		readProducts([...twice, { name: 'Blusa' }, { id: 2, name: 'Saia' }], NO_RULES, EN).map(({ name }) => name),
	).toEqual(['Saia', 'Saia Azul', 'Product 7', 'Blusa', 'Saia']);
	expect(readNamedProducts(['7', '7', 8], NO_RULES, EN).nameless).toBe(2);
});

test('the item with the list of Get Recommendations holds products', () => {
	const item = {
		source: 'customShelf',
		fallback: false,
		sessionId: 's',
		userId: '',
		productIds: ['dress-1', '7'],
		count: 2,
	};

	expect(readProducts([{ json: item }], RULES, EN)).toEqual(idsAlone);
	expect(readProducts(item, RULES, EN)).toEqual(idsAlone);
	expect(readProducts({ id: 3, productIds: ['dress-1'] }, RULES, EN)).toMatchObject([{ name: 'Product 3' }]);
	expect(readProducts({ name: 'Kit', productIds: ['dress-1'] }, RULES, EN)).toMatchObject([{ name: 'Kit' }]);
});

test.each(['promotional_price', 'precio_promocional', 'Precio Oferta', 'preço promocional', 'sale price'])(
	'a sale price may be called %s',
	(name) => {
		expect(readProducts([{ id: 1, price: 100, [name]: 80 }], NO_RULES, EN)).toMatchObject([
			{ price: '80.00', oldPrice: '100.00' },
		]);
	},
);

test.each(['permalink', 'canonical_url', 'Enlace'])('a product’s link may be its %s', (name) => {
	const link = 'https://shop.example/saia';

	expect(readProducts([{ name: 'Saia', [name]: link }], NO_RULES, EN)).toMatchObject([{ link }]);
});

test.each([
	['R$', 'R$\u00a0199,90'],
	['US$', 'US$\u00a0199,90'],
	['€', '€\u00a0199,90'],
	['£', '£\u00a0199,90'],
	[' eur ', '€\u00a0199,90'],
	['$', 'CHF\u00a0199,90'],
	['reais', 'CHF\u00a0199,90'],
	['constructor', 'CHF\u00a0199,90'],
	['', 'CHF\u00a0199,90'],
])('a price in %j, or else in the currency of the option, is %s', (moeda, price) => {
	expect(
		readProducts([{ name: 'Saia', moeda, price: 199.9 }], { template: '', currency: 'CHF', zone: '' }, PT),
	).toMatchObject([{ price }]);
	expect(readProducts([{ name: 'Saia', moeda: 'reais', price: 199.9 }], NO_RULES, PT)[0]?.price).toBe('199,90');
});

test.each([
	['MXN', '$12,999.90'],
	['ARS', '$\u00a012.999,90'],
	['PEN', 'S/\u00a012,999.90'],
	['EUR', '12.999,90\u00a0€'],
	['USD', '12.999,90\u00a0US$'],
	['BRL', '12.999,90\u00a0BRL'],
	['', '12.999,90'],
])('a price in %s is written in Spanish as in its country: %s', (currency, price) => {
	expect(
		readProducts([{ id: 1, price: 12_999.9 }], { template: '', currency, zone: '' }, labelsIn('es'))[0]?.price,
	).toBe(price);
});

describe('the products that may be shown to a customer', () => {
	test.each([
		{ availability: 'Não esgotado' },
		{ estoque: 12 },
		{ disponibilidade: '0 dias' },
		{ name: '0-3 meses Saia bebê' },
		{ status: 'ativo' },
		{ stock_quantity: null },
		{ stock_quantity: 0, stock_status: 'instock' },
		{ estoque: 0, disponível: 'Sob encomenda' },
		{ availableForSale: true, totalInventory: 0 },
		{ is_in_stock: 1, qty: 0 },
		{ availability: 'preorder', stock: 0 },
		{ saldo: 'Não há controle' },
		{ nombre: 'Falda', Existencias: 3 },
		{ name: '-20% Saia' },
		{ name: 'Saia Unsold Outfits' },
		{ esgotado: false },
		{ outOfStock: 0 },
		{ published: true, 'Em estoque': 'Sim' },
		{ totalInventory: 0, tracksInventory: false },
		{ status: 'Exclusivo site' },
		{ 'Estoque (reservado)': 0 },
		{ 'Estoque P': 0, 'Estoque M': 2 },
		{ 'Estoque loja física': 0, 'Estoque e-commerce': 5 },
		{ 'Estoque mínimo': 0 },
		...[
			'stock reserved',
			'Quantidade por caixa',
			'Estoque do fornecedor',
			'Qtd mínima em estoque',
			'Unavailable',
			'Quantidade indisponível',
			'Stock In',
			'Units sold',
			'Stock value',
		].map((name) => ({ [name]: 0 })),
		{ 'Qtd em estoque': 4, 'Estoque mínimo': 0 },
		{ stock_level: 0, availability: 'preorder' },
		{ on_hand: 0, manage_stock: false },
		{ 'Units in stock': '>10' },
		{ on_hand: '0 in transit, 4 in the shop' },
		{ stock_item: { qty: 0, is_in_stock: true, min_qty: 0 } },
		{ purchasable: true, salable: 1 },
		{ availability: 'Sem lista de espera' },
		{ availability: 'Aviso: últimas unidades' },
		{ disponibilidad: 'Próximo envío: lunes' },
		...['Qtd vendida', 'Quantidade de avaliações', 'qtdParcelas', 'Estoque de segurança', 'stock_id'].map((name) => ({
			[name]: 0,
		})),
		{ inventory_policy: 'continue', quantidade: 0 },
		{ A: 0, L: 0, P: 0 },
		{ Tamanho: 0 },
		{ name: 'Saia "Bebê em breve"' },
		{ name: 'Não Há Planeta B - Saia' },
		{ Disponibilidade: 'Acabando' },
		{ Estoque: 3, 'Estoque P': 0 },
		{ variants: [{ available: false }, { available: true }] },
	])('are in stock: %j', (inStock) => {
		expect(readNamedProducts([{ id: 1, name: 'Saia', ...inStock }], NO_RULES, EN)).toMatchObject({
			products: [{ name: expect.stringContaining('Saia') as string }],
			soldOut: 0,
		});
	});

	test('have a name; bare IDs are counted', () => {
		const all = [{ id: '1', name: 'Saia' }, '2', { id: '3' }, { name: 'Blusa' }, {}, null, ''];

		expect(readNamedProducts(all, RULES, EN)).toEqual({
			products: [
				{ name: 'Saia', price: '', oldPrice: '', image: '', link: 'https://shop.example/p/1' },
				{ name: 'Blusa', price: '', oldPrice: '', image: '', link: '' },
			],
			nameless: 2,
			soldOut: 0,
			people: 0,
			tooMany: 0,
			unpriced: 2,
			barePrices: false,
			undatedSales: false,
		});
	});

	test.each([
		{ name: 'Marina Alves', email: 'marina@example.com' },
		{ nome: 'Marina Alves', WhatsApp: '11 99999-8888' },
		{ nome: 'Marina Alves', whatsapp: 'https://wa.me/5511999998888', valor: 350 },
		{ name: '#1001', customer: { email: 'a@b.example', avatar: 'https://cdn.example/1.jpg' } },
		{ nome: 'Marina Alves', Telefone: '11 99999-8888' },
		{ nome: 'Marina Alves', 'Email Address': 'marina@example.com' },
		{ nome: 'Marina Alves', 'Telefone 1': '11 99999-8888' },
		{ nome: 'Marina Alves', documento: '12345678900' },
		{ name: 'Marina Alves', userProfileId: 'mrn7k2a9' },
		{ name: 'Marina Alves', phoneNumber: '+5511999998888', price: 99 },
		{ nome: 'Marina Alves', 'Telefone 1': '11 99999-8888', preco: 99 },
		{ name: ['Ana'], phoneNumber: ['+5511999998888'], price: [1] },
		{ name: 'Marina Alves', 'Data de nascimento': '01/02/1990' },
		{ id: 7, name: 'Marina Alves', total: 120, line_items: [{ id: 1, name: 'Saia' }] },
	])('are no people: %j', (person) => {
		const all = [person, { id: 1, name: 'Saia', email: '' }];

		const { products, people } = readNamedProducts(all, NO_RULES, EN);
		expect([products.map(({ name }) => name), people]).toEqual([['Saia'], 1]);
		expect(readProducts(all, NO_RULES, EN)).toHaveLength(1);
	});

	test('have a link to buy by WhatsApp', () => {
		const product = { name: 'Saia', image: 'https://cdn.example/1.jpg', whatsapp: 'https://wa.me/5511999998888' };

		expect(readNamedProducts([product], NO_RULES, EN)).toMatchObject({ products: [{ name: 'Saia' }], people: 0 });
	});

	test.each([
		{ name: 'Saia', price: 99, supplierEmail: 'sales@supplier.example' },
		{ name: 'Saia', mobile_link: 'https://m.shop.example/12345678' },
		{ name: 'Saia', emailSubject: 'New in' },
		{ nome: 'Saia', valor: 99, 'Email fornecedor': 'vendas@fornecedor.example' },
		{ produto: 'Saia', documento: 'NF 12345678', valor: 99 },
		{ productId: '7', name: 'Saia', price: 99, userProfileId: 'mrn7k2a9' },
		{ name: 'Saia', price: 99, whatsapp: true, mail: false },
		{ name: 'Saia', Status: 'Não vendido' },
	])('may say how to reach whoever supplies them, or hold what a name like that of an address has: %j', (product) => {
		expect(readNamedProducts([product], NO_RULES, EN)).toMatchObject({ products: [{ name: 'Saia' }], people: 0 });
	});

	test('of which one size is left are available to the team as well', () => {
		const sizes = [
			{ id: 1, name: 'Saia', stock: 0 },
			{ id: 1, name: 'Saia', stock: 2 },
		];

		expect(readProducts(sizes, NO_RULES, EN).map(({ name }) => name)).toEqual(['Saia']);
	});

	test('are shown once, also if a feed has a row for each size', () => {
		const row = { title: 'Saia', price: '99.90', link: 'https://shop.example/saia' };
		const all = [
			{ ...row, id: 'S' },
			{ ...row, id: 'M' },
			{ ...row, id: 'X', price: '89.90' },
			{ id: 7, name: 'Blusa' },
			{ id: 8, name: 'Blusa' },
		];

		expect(readNamedProducts(all, NO_RULES, EN).products.map(({ name, price }) => name + price)).toEqual([
			'Saia99.90',
			'Saia89.90',
			'Blusa',
			'Blusa',
		]);
	});

	test('are twelve at most; the others are counted', () => {
		const all = Array.from({ length: 14 }, (_, n) => ({ name: `Saia ${n}` }));

		const { products, tooMany } = readNamedProducts(all, NO_RULES, EN);
		expect([products.length, tooMany]).toEqual([12, 2]);
	});

	test.each([
		{ availability: 'out of stock' },
		{ availability: 'https://schema.org/OutOfStock' },
		{ stock_status: 'outofstock' },
		{ available: false },
		{ is_available: 'false' },
		{ inStock: 0 },
		{ disponibilidade: 'Esgotado' },
		{ disponível: 'não' },
		{ disponible: 'No disponible' },
		{ availability: 'Fora de estoque' },
		{ availableForSale: false },
		{ estoque: 0 },
		{ stock: '0' },
		{ stock_quantity: -1 },
		{ stock: 'Esgotado' },
		{ soldOut: true },
		{ out_of_stock: 'true' },
		{ esgotado: 'sim' },
		{ 'g:availability': 'out_of_stock' },
		{ 'Em estoque': 'Não' },
		{ Estoque: '0,00' },
		{ inventory: 0 },
		{ published: false },
		{ Status: 'Rascunho' },
		{ variants: [{ available: false }, { available: false }] },
		{ available: true, variants: [{ available: false }, { available: false }] },
		{ variants: [{ inventory_quantity: 0, inventory_policy: 'deny' }, { inventory_quantity: 0 }] },
		{ variants: { nodes: [{ availableForSale: false }] } },
		{ variants: { edges: [{ node: { availableForSale: false } }] } },
		{ offers: { availability: 'https://schema.org/OutOfStock' } },
		{ extension_attributes: { stock_item: { qty: 0, is_in_stock: false } } },
		{ type_id: 'simple', visibility: 4, status: 2 },
		{ type_id: 'simple', visibility: 1, status: 1 },
		{ status: 'pending', stock_status: 'instock' },
		{ catalog_visibility: 'hidden' },
		{ published_at: null },
		{ Publicado: '-1' },
		{ is_active: false },
		{ hidden: true },
		{ 'Mostrar en tienda': 'NO' },
		{ 'Sem estoque': 'Sim' },
		{ 'Disponível no site': 'Não' },
		{ Disponível: '❌' },
		{ Estoque: '0 peças' },
		{ 'Estoque atual': '0' },
		{ Existencias: 0 },
		{ Saldo: 0 },
		{ Saldo: 'Esgotado' },
		{ Inventario: 'Sin existencias' },
		{ available: '1', stock: '0' },
		{ Disponível: 'Sim', 'Estoque P': 0, 'Estoque M': 0 },
		{ availability: 'withoutStock' },
		{ Disponível: 'Sim', Estoque: 0 },
		{ status: 'paused' },
		{ Estado: 'Agotado' },
		{ Situação: 'I' },
		{ Status: 'Vendido' },
		{ Status: 'Fora de linha' },
		{ deleted: true },
		{ 'Estoque P': 0, 'Estoque M': 0, 'Estoque G': '0' },
		{ P: 0, M: 0 },
		{ Quantidade: 0 },
		{ Estoque: 'acabou' },
		{ Estoque: 'Em falta' },
		{ Estoque: '0/10' },
		{ Esgotado: 'x' },
		{ Status: 'Em breve' },
		{ Estoque: 'No hay' },
		{ deleted_at: '2026-01-01' },
		{ 'Qtd P': 0, 'Tamanho M': 0 },
		{
			tamanhos: [
				{ tamanho: 'P', estoque: 0 },
				{ tamanho: 'M', estoque: 0 },
			],
		},
		{ sizes: [{ size: 'P', available: false }] },
		{ skus: [{ sku: '1', stock: 0 }] },
		{ estoque: { loja: 0, site: 0 } },
		{ disponibilidade: 'Aguardando reposição' },
		{ 'Tem em estoque': 'não' },
		{ 'Saldo em estoque': 0 },
		{ situacao: 'Bloqueado' },
		{ status: 'Suspenso' },
		{ selo: 'Esgotado' },
		{ tags: ['Novo', 'Esgotado'] },
		{ obs: 'Esgotado, volta em maio' },
		...[
			'Qtd em estoque',
			'Qtde. em Estoque',
			'quantidade_estoque',
			'Saldo Estoque',
			'Saldo físico',
			'Cantidad en stock',
			'Unidades en stock',
			'Unidades disponibles',
			'Units in stock',
			'Qty available',
			'stock_level',
			'on_hand',
			'Estoque do produto',
			'Existencias actuales',
		].map((name) => ({ [name]: 0 })),
		{ 'Qtd em estoque': 0, 'Estoque mínimo': 3 },
		{ variants: [{ stock_level: 0 }, { stock_level: 0 }] },
		{ stock_item: { qty: 0, is_in_stock: false } },
		{ stock: 'out' },
		...['purchasable', 'is_salable', 'saleable', 'sellable'].map((name) => ({ [name]: false })),
		...[
			'Avise-me',
			'Avísame cuando llegue',
			'Notify me when available',
			'Lista de espera',
			'Join the waitlist',
			'Próximamente',
			'Em breve disponível',
		].flatMap((held) => [{ availability: held }, { status: held }]),
	])('are not sold out: %j; the team sees these', (sold) => {
		const all = [
			{ id: 1, name: 'Saia', ...sold },
			{ id: 2, name: 'Blusa' },
		];

		const { products, soldOut } = readNamedProducts(all, NO_RULES, EN);
		expect([products.map(({ name }) => name), soldOut]).toEqual([['Blusa'], 1]);
		expect(readProducts(all, NO_RULES, EN).map(({ name }) => name)).toEqual(['Saia (not available)', 'Blusa']);
	});

	test.each(['EM BREVE: Saia', 'Saia (inativo)', '[INATIVO] Saia', 'Saia NAO VENDER'])(
		'are withdrawn by their name: %s',
		(name) => {
			expect(readNamedProducts([{ name }], NO_RULES, EN)).toMatchObject({ products: [], soldOut: 1 });
		},
	);

	test.each([
		{ availability: 'in stock' },
		{ availability: 'preorder' },
		{ stock_status: 'instock' },
		{ available: true },
		{ available: 7 },
		{ disponibilidade: 'Disponível' },
		{ disponivel: 'sim' },
		{ availability: null },
		{ Status: 'Quase esgotado' },
		{ status: 'almost sold out' },
		{ Estado: 'Nuevo' },
		{ Situação: 'A' },
		{ vendido: 1 },
		{ visibility: 1 },
		{ status: 'pending', quantity: 1 },
		{ status: 'Vendido e entregue pela loja' },
		{ estoque: '0 para entrega, 5 na loja' },
		{ estoque: 8, saldo: 0 },
		{ estoque: { loja: 0, site: 2 } },
		{ estoque: { gerenciado: false, quantidade: 0, situacao_sem_estoque: 0 } },
		{ tamanhos: ['P', 'M'] },
		{
			tamanhos: [
				{ tamanho: 'P', estoque: 0 },
				{ tamanho: 'M', estoque: 3 },
			],
		},
		{ obs: 'Esgotado no tamanho P' },
		{ obs: 'Esgotado (P)' },
		{ obs: 'Sold out, back in stock' },
		{ tags: ['sold_out_notify'] },
		{ status: 'Suspense' },
		{ estoque: { P: 'esgotado', M: 'disponível' } },
		{ estoque: { minimo: 0, maximo: 0, crossdocking: 0 } },
		{ inventory: { tracked: false } },
		{ tags: ['Não esgotado'] },
		{ saldo: 'No' },
		{ offers: [{ name: 'Pix', enabled: false }] },
		{ available: true, variants: [{ inventory_quantity: 0 }] },
		{ stock: 5, variants: [{ stock: 0 }] },
		{ variants: [{ inventory_quantity: 0, inventory_management: '' }] },
		{ inventory_level: 0, inventory_tracking: 'none' },
		{ stock: 0, inventory_policy: 'continue' },
		{ inventory_quantity: 0, inventory_management: null },
		{ variants: [{ inventory_quantity: 0 }, { inventory_quantity: 2 }] },
		{ variants: { nodes: [{ title: 'P' }] } },
		{ visibility: 4, status: 1, extension_attributes: { stock_item: { is_in_stock: true } } },
		{ published_at: '2026-01-02T10:00:00-03:00' },
	])('may be bought: %j', (sold) => {
		expect(readNamedProducts([{ id: 1, name: 'Saia', ...sold }], NO_RULES, EN)).toMatchObject({
			products: [{ name: 'Saia' }],
			soldOut: 0,
		});
	});

	test('are shown if one of their sizes is left', () => {
		const all = [
			{ id: 1, name: 'Saia', size: 'P', available: false },
			{ id: 1, name: 'Saia', size: 'M', available: true },
		];
		expect(readNamedProducts(all, NO_RULES, EN).products.map(({ name }) => name)).toEqual(['Saia']);
	});

	test('are twelve at most', () => {
		const all = Array.from({ length: 20 }, (_, n) => ({ id: n, name: `Saia ${n}` }));

		expect(readNamedProducts(all, NO_RULES, EN).products.map(({ name }) => name)).toEqual(
			all.slice(0, 12).map(({ name }) => name),
		);
		expect(readProducts(all, NO_RULES, EN)).toHaveLength(12);
	});

	test.each([
		['abcd', 12, '12.00'],
		['BR', 12, '12.00'],
		['brl', 12, 'R$12.00'],
		['', '1 234', '1,234.00'],
		['EUR', '12 reais', '12 reais'],
		['EUR', 'soon', ''],
	])('have the price given, in %j: %j', (currency, price, shown) => {
		expect(
			readNamedProducts([{ name: 'Saia', price }], { template: '', currency, zone: '' }, EN).products[0]?.price,
		).toBe(shown);
	});
});

test.each([
	['quotes that never end', `["${'\\"'.repeat(40_000)}`],
	['quotes and a line break', `["${'\\"'.repeat(40_000)}\\\n`],
	['quotes of 10 MB', `["${'\\"'.repeat(5_000_000)}"]`],
])('an image of %s costs no more than a moment', (_what, image) => {
	const spent = cpuTimer();

	expect(readProducts([{ name: 'Saia', image }], NO_RULES, EN)).toHaveLength(1);

	expect(spent()).toBeLessThan(1_000);
});

test('of a whole catalog, the first 1,000 products are read', () => {
	const catalog = Array.from({ length: 1_500 }, (_, n) => ({ id: `p-${n}`, name: n < 1_000 ? '' : 'Saia' }));

	expect(readNamedProducts(catalog, NO_RULES, EN)).toMatchObject({ products: [], nameless: 1_000, soldOut: 0 });
});

test.each([
	[
		'names of columns',
		Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`${'estoqueqtde'.repeat(900)}${n}`, 0])),
	],
	[
		'names of their words',
		Object.fromEntries(['unidade', 'qtde', 'estoquedisponivel', 'inventory'].map((word) => [`${word.repeat(50)}!`, 0])),
	],
	['dates', { Promoção: '01/11/2023 '.repeat(9_000), vigencia: `desde ${'1/'.repeat(50_000)}` }],
	[
		'words',
		{
			Promoção: 'desde '.repeat(20_000),
			availability: 'lista de avise '.repeat(9_000),
			status: `notif${'i'.repeat(99_999)}`,
		},
	],
	[
		'what is in a promotion',
		{ promo: Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`ends_at_${n}`, 'x'])) },
	],
])('many and long %s cost no more than a moment', (_what, row) => {
	const spent = cpuTimer();

	readNamedProducts([{ name: 'Saia', price: 99, sale_price: 79, ...row }], NO_RULES, EN);

	expect(spent()).toBeLessThan(1_000);
});
