import { request } from 'undici';
import { type Sandbox, startSandbox } from '../../sandbox';
import { call, EVENTS, PRODUCTS } from './client';

interface ShopProduct {
	id: string;
	name: string;
	category: string;
	price: number;
	sold: number;
	inStock: boolean;
	images: string[];
	link: string;
}

const COLLECTIONS = '/api/v1/merchandising-collections/protected';
const DETAILED = '/v1/products/protected/search/detailed';
const visitor = { sessionId: 's1' };

describe('products', () => {
	let sandbox: Sandbox;
	let shop: ShopProduct[];

	beforeAll(async () => {
		sandbox = await startSandbox();
		shop = (await call(sandbox, '/sandbox/products')).json as ShopProduct[];
	});
	beforeEach(() => sandbox.reset());
	afterAll(async () => await sandbox.close());

	it('has at least 60 products in 6 categories, each with name, price, link and its own id', () => {
		expect(shop.length).toBeGreaterThanOrEqual(60);
		expect(new Set(shop.map((product) => product.id)).size).toBe(shop.length);
		expect(new Set(shop.map((product) => product.category)).size).toBeGreaterThanOrEqual(6);
		for (const { id, name, price, link } of shop) {
			expect(name).toMatch(/\w/);
			expect(price).toBeGreaterThan(0);
			expect(link).toBe(`https://shop.example/p/${id}`);
		}
	});

	it('serves two pictures of every product without a token', async () => {
		for (const { images } of shop) {
			for (const image of images) {
				const answer = await request(image);
				const bytes = Buffer.from(await answer.body.arrayBuffer());
				expect(answer.headers['content-type']).toBe('image/png');
				expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
				expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([480, 600]);
				expect(bytes.length).toBeLessThan(60_000);
			}
		}
	});

	it('ranks by sales, of the whole shop or of one category', async () => {
		const bySales = (products: ShopProduct[]) =>
			products
				.filter(({ inStock }) => inStock)
				.sort((a, b) => b.sold - a.sold || a.id.localeCompare(b.id))
				.map(({ id }) => id);
		expect((await call(sandbox, `${PRODUCTS}/sales-ranking`)).json).toEqual({
			categoryId: null,
			products: bySales(shop),
		});
		const skirts = shop.filter(({ category }) => category === 'saias');
		expect((await call(sandbox, `${PRODUCTS}/sales-ranking?categoryId=saias`)).json).toEqual({
			categoryId: 'saias',
			products: bySales(skirts),
		});
	});

	it('finds as many similar products as requested', async () => {
		const body = { ...visitor, userId: null, data: { id: 'vestido-04' } };
		const three = await call(sandbox, `${PRODUCTS}/similar?limit=3`, { body });
		const ids = (three.json as { products: string[] }).products;
		expect(ids).toHaveLength(3);
		expect(ids.every((id) => id.startsWith('vestido-') && id !== 'vestido-04')).toBe(true);
		const unknown = await call(sandbox, `${PRODUCTS}/similar`, { body: { ...body, data: { id: 'nothing' } } });
		expect([unknown.status, unknown.json]).toEqual([404, { error: 'Not Found', message: 'Product not found' }]);
		for (const limit of ['0', 'x', '1.5']) {
			expect((await call(sandbox, `${PRODUCTS}/similar?limit=${limit}`, { body })).status).toBe(400);
		}
	});

	it('pages through a search from page 1, without gaps or repeats', async () => {
		const pages: string[][] = [];
		for (const page of [1, 2, 3, 4]) {
			const { json } = await call(sandbox, `${PRODUCTS}/search?page=${page}&limit=5&query=vestido`, { body: visitor });
			const { items, ...rest } = json as { items: string[] };
			expect(rest).toEqual({ totalItems: 12, totalPages: 3, currentPage: page });
			pages.push(items);
		}
		expect(pages.map((items) => items.length)).toEqual([5, 5, 2, 0]);
		expect(new Set(pages.flat()).size).toBe(12);
		expect((await call(sandbox, `${PRODUCTS}/search?page=0&query=vestido`, { body: visitor })).status).toBe(400);
	});

	it('searches regardless of accents, case and plural', async () => {
		const idsFor = async (query: string) => {
			const path = `${PRODUCTS}/search?query=${encodeURIComponent(query)}`;
			return ((await call(sandbox, path, { body: visitor })).json as { items: string[] }).items;
		};
		expect(await idsFor('CALÇA')).toEqual(await idsFor('calcas'));
		expect(await idsFor('tênis corrida')).toEqual(['calcado-07']);
		expect(await idsFor('guarda-chuva')).toEqual([]);
	});

	it('returns details of at most five products in stock, in the requested size', async () => {
		const { json } = await call(sandbox, `${DETAILED}?query=vestidos&size=gg`, { body: visitor });
		const { products } = json as { products: Record<string, unknown>[] };
		expect(products).toHaveLength(5);
		for (const product of products) {
			expect(product).toEqual({
				productId: expect.stringMatching(/^vestido-/),
				sku: expect.any(String),
				name: expect.any(String),
				images: [expect.stringContaining('.png'), expect.stringContaining('.png')],
				price: expect.any(Number),
				salePrice: expect.any(Number),
				size: 'GG',
				link: expect.stringContaining('https://shop.example/p/'),
			});
		}
		const soldOut = await call(sandbox, `${DETAILED}?query=${encodeURIComponent('envelope bordô')}`, { body: visitor });
		expect(soldOut.json).toEqual({ products: [] });
	});

	it('serves the active slice of a collection, and 404 if there is none', async () => {
		const spring = await call(sandbox, `${COLLECTIONS}/colecao-primavera`);
		const slice = spring.json as {
			startsAt: string;
			endsAt: string;
			products: { active: boolean; productId: string }[];
		};
		expect(Date.parse(slice.startsAt)).toBeLessThan(Date.now());
		expect(Date.parse(slice.endsAt)).toBeGreaterThan(Date.now());
		expect(new Set(slice.products.map(({ active }) => active))).toEqual(new Set([true, false]));
		expect(slice.products.every(({ productId }) => shop.some(({ id }) => id === productId))).toBe(true);
		const winter = await call(sandbox, `${COLLECTIONS}/colecao-inverno`);
		expect([winter.status, winter.json]).toEqual([
			404,
			{ error: 'Not Found', message: 'No active slice for this collection' },
		]);
	});

	it.each([
		['no body', ''],
		['no JSON', '{"sessionId":'],
		['no object', '[]'],
		['an empty session', { sessionId: '', eventType: 'productView', data: { id: 'vestido-01' } }],
		['no session', { eventType: 'productView', data: { id: 'vestido-01' } }],
		['an unknown event', { sessionId: 's', eventType: 'cartView', data: { id: 'vestido-01' } }],
		['no data', { sessionId: 's', eventType: 'productView' }],
		['an empty id', { sessionId: 's', eventType: 'productView', data: { id: '' } }],
		['a user id of another type', { userId: [], sessionId: 's', eventType: 'customShelf', data: { id: '' } }],
	])('rejects an event with %s: 400, and nothing is processed', async (_name, body) => {
		const { status, json } = await call(sandbox, EVENTS, { body });
		expect(status).toBe(400);
		expect(json).toEqual({ error: 'Bad Request', message: expect.stringMatching(/\w/) });
		expect(sandbox.requests().map(({ taken }) => taken)).toEqual([false]);
	});

	it('requires a session for the other calls too', async () => {
		for (const path of [`${PRODUCTS}/search?query=a`, `${DETAILED}?query=a`, `${PRODUCTS}/similar`]) {
			expect((await call(sandbox, path, { body: { data: { id: 'vestido-01' } } })).status).toBe(400);
		}
	});
});
