import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { OPERATIONS } from '../../nodes/SearchProducts/operations';
import { loadNode, runNode, type NodeRun } from './engine';
import { readPreview, schemaOf } from './schema-preview';
import { useSandbox } from './use-sandbox';

const { api, credential } = useSandbox();

const SEARCH = '/api/v1/products/protected/search';
const DETAILED = '/v1/products/protected/search/detailed';

const search = (parameters: IDataObject, rest: Partial<Omit<NodeRun, 'parameters'>> = {}) =>
	runNode({
		type: 'searchProducts',
		credential: credential(),
		...rest,
		parameters: { operation: 'search', sessionId: 'chat-1', query: 'vestido', ...parameters } as NodeRun['parameters'],
	});

const idsOf = ({ items }: Awaited<ReturnType<typeof search>>) => items.map(({ json }) => json.productId);

const ids = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `p${from + n}`);

/** A server that answers page n with the nth of these, and every later one with the last. */
function servePages(...pages: IDataObject[]) {
	api().setFaults([
		...pages.slice(0, -1).map((body, n) => ({ path: `page=${n + 1}&`, fault: { kind: 'wrongShape' as const, body } })),
		{ fault: { kind: 'wrongShape', body: pages.at(-1) } },
	]);
}

const pagesAsked = () =>
	api()
		.requests()
		.map(({ query }) => Number(new URLSearchParams(query).get('page')));

test('the operations match the table in the code, each with its own entry in the node panel', async () => {
	const { properties } = (await loadNode('searchProducts')).description;
	const options = properties.find(({ name }) => name === 'operation')?.options as INodePropertyOptions[];

	expect(options.map(({ value }) => value).filter((value) => value !== '__CUSTOM_API_CALL__')).toEqual(
		Object.keys(OPERATIONS),
	);
	expect(options.slice(0, 2).map(({ action }) => action)).toEqual(['Search products', 'Search products for chat']);
});

test('a search returns one item per product, best first, paired with its input', async () => {
	const { items, error } = await search(
		{ query: '={{ $json.text }}', userId: 90 },
		{ input: [{ text: ' vestido romântico ' }, { text: 'saia midi' }] },
	);

	expect(error).toBeUndefined();
	const [first = [], second = []] = [0, 1].map((item) =>
		items.filter(({ pairedItem }) => (pairedItem as { item: number }).item === item),
	);
	expect(first[0]?.json).toEqual({ productId: expect.stringMatching(/^vestido-/), rank: 1 });
	expect(second.map(({ json }) => json.rank)).toEqual(second.map((_, index) => index + 1));
	expect(api().requests()[0]).toMatchObject({
		method: 'POST',
		path: SEARCH,
		query: 'page=1&limit=50&query=vestido%20rom%C3%A2ntico',
		body: { sessionId: 'chat-1', userId: '90' },
	});
});

test.each([
	['vestido \ud83d', 'vestido%20%EF%BF%BD'],
	['a\udc57b', 'a%EF%BF%BDb'],
	["d'água (50%) & mais/+ 👗", 'd%27%C3%A1gua%20(50%25)%20%26%20mais%2F%2B%20%F0%9F%91%97'],
])('a query is sent character by character, and half of one as the replacement: %j', async (text, sent) => {
	await search({ query: '={{ $json.text }}', limit: 1 }, { input: [{ text }] });

	expect(api().requests()[0]?.query).toBe(`page=1&limit=1&query=${sent}`);
});

test('a limit requests no more than it needs', async () => {
	const result = await search({ limit: 3 });

	expect(idsOf(result)).toHaveLength(3);
	expect(
		api()
			.requests()
			.map(({ query }) => query),
	).toEqual(['page=1&limit=3&query=vestido']);
});

describe('Return All', () => {
	const all = () => search({ returnAll: true });

	test('requests page by page until the totals are reached', async () => {
		servePages(
			{ totalItems: 120, totalPages: 3, currentPage: 1, items: ids(1, 50) },
			{ totalItems: 120, totalPages: 3, currentPage: 2, items: ids(51, 100) },
			{ totalItems: 120, totalPages: 3, currentPage: 3, items: ids(101, 120) },
		);

		const { items } = await all();

		expect(items.map(({ json }) => json)).toEqual(
			ids(1, 120).map((productId, index) => ({ productId, rank: index + 1 })),
		);
		expect(pagesAsked()).toEqual([1, 2, 3]);
	});

	test('continues if a server returns fewer per page than requested', async () => {
		servePages({ totalItems: 4, totalPages: 2, items: ids(1, 2) }, { totalItems: 4, totalPages: 2, items: ids(3, 4) });

		expect(idsOf(await all())).toEqual(ids(1, 4));
	});

	test.each<[string, IDataObject[], string[], number]>([
		[
			'claims more pages than it has',
			[
				{ totalPages: 99, items: ids(1, 2) },
				{ totalPages: 99, items: [] },
			],
			ids(1, 2),
			2,
		],
		['repeats its last page', [{ totalPages: 99, items: ids(1, 2) }], ids(1, 2), 2],
		[
			'claims fewer pages than it has',
			[
				{ totalItems: 3, totalPages: 1, items: ids(1, 2) },
				{ totalItems: 3, totalPages: 1, items: ['p3'] },
			],
			ids(1, 3),
			2,
		],
		[
			'claims fewer products than it has',
			[
				{ totalItems: 0, totalPages: 2, items: ids(1, 2) },
				{ totalItems: 0, totalPages: 2, items: ['p3'] },
			],
			ids(1, 3),
			2,
		],
		[
			'says nothing of its totals',
			[{ items: ids(1, 2) }, { totalPages: null, items: ['p3'] }, { items: [] }],
			ids(1, 3),
			3,
		],
		[
			'says that it has nothing, and has',
			[
				{ totalItems: 0, items: ids(1, 2) },
				{ totalItems: 0, items: ['p3'] },
				{ totalItems: 0, items: [] },
			],
			ids(1, 3),
			3,
		],
		['has nothing', [{ totalItems: 0, totalPages: 0, currentPage: 1, items: [] }], [], 1],
		[
			'has numbers, objects and duplicates',
			[{ totalItems: 4, totalPages: 1, items: [1, { id: 'b' }, 'b', '1'] }],
			['1', 'b'],
			1,
		],
	])('terminates with a server that %s', async (_what, pages, found, calls) => {
		servePages(...pages);

		expect(idsOf(await all())).toEqual(found);
		expect(pagesAsked()).toHaveLength(calls);
	});
});

describe('a search of which only a part was returned says so', () => {
	const announced = { totalItems: 237, totalPages: 5 };
	const hintsOf = ({ hints }: Awaited<ReturnType<typeof search>>) => hints.map(({ message }) => message);

	test.each<[string, IDataObject, unknown[]]>([
		['is empty', { returnAll: true }, []],
		['has nothing that is a product', { returnAll: true }, [null]],
		['repeats the first', { returnAll: true }, ids(1, 50)],
		['is empty before the limit', { limit: 100 }, []],
	])('if the second page %s', async (_what, parameters, items) => {
		servePages({ ...announced, items: ids(1, 50) }, { ...announced, items });

		const result = await search(parameters);

		expect(idsOf(result)).toEqual(ids(1, 50));
		expect(hintsOf(result)).toEqual(['1 of 1 searches: Fashion.AI announced 237 products and returned 50.']);
	});

	test('if the server ignores the page, and announces nothing on the second', async () => {
		servePages({ ...announced, items: ids(1, 50) }, { items: ids(1, 50) });

		expect(hintsOf(await search({ returnAll: true }))).toHaveLength(1);
	});

	test('if it has no products at all', async () => {
		servePages({ ...announced, items: [] });

		expect(hintsOf(await search({ returnAll: true }))).toEqual([
			expect.stringContaining('gave no result'),
			expect.stringContaining('announced 237 products and returned 0.'),
		]);
	});

	test.each<[string, IDataObject, number, string[]]>([
		['the limit is reached', { limit: 50 }, 237, ids(51, 100)],
		['a product was taken out of the catalog meanwhile', { returnAll: true }, 101, ids(51, 99)],
	])('but not if %s', async (_what, parameters, totalItems, second) => {
		servePages({ totalItems, items: ids(1, 50) }, { totalItems, items: second }, { totalItems, items: [] });

		expect(hintsOf(await search(parameters))).toEqual([]);
	});

	/** Searches a server with `size` products on each page, of `total`. */
	async function searchIn(size: number, total: number, parameters: IDataObject) {
		const server = createServer((request, response) => {
			const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page'));
			const items = ids(size * (page - 1) + 1, size * page);
			response.end(JSON.stringify({ totalItems: total, totalPages: total / size, items }));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const result = await search(parameters, { credential: { ...credential(), baseUrl } });
		server.close();
		server.closeAllConnections();
		return result;
	}

	test.each<[string, number, number, IDataObject, number]>([
		['pages', 2, 5_000, { limit: 1e9 }, 2_000],
		['products', 60_000, 60_000, { returnAll: true }, 50_000],
		['products, on several pages', 30_000, 90_000, { returnAll: true }, 50_000],
	])('if it has more %s than are read', async (_what, size, total, parameters, read) => {
		const result = await searchIn(size, total, parameters);

		expect(result.error).toBeUndefined();
		expect(result.items).toHaveLength(read);
		expect(result.items.at(-1)?.json).toEqual({ productId: `p${read}`, rank: read });
		expect(hintsOf(result)).toEqual([
			`1 of 1 searches: only the first ${read} products were read, which is this node’s limit. Set a Limit or use a narrower query.`,
		]);
	});

	test('but not if it has more than are read, and the limit is lower', async () => {
		const result = await searchIn(60_000, 60_000, { limit: 3 });

		expect(idsOf(result)).toEqual(ids(1, 3));
		expect(hintsOf(result)).toEqual([]);
	});
});

test.each([414, 431])('a query that is too long for the server is named (status %d)', async (status) => {
	api().setFaults([{ fault: { kind: 'status', status } }]);

	expect((await search({})).error?.description).toMatch(/ long: shorten the query/);
});

test('a page that was announced and is refused is an error, rather than the end', async () => {
	const body = { totalItems: 100, totalPages: 2, items: ids(1, 50) };
	api().setFaults([
		{ path: 'page=1&', fault: { kind: 'wrongShape', body } },
		{ fault: { kind: 'status', status: 400, message: 'sessionId expired' } },
	]);

	expect((await search({ returnAll: true })).error?.description).toContain('sessionId expired');
});

test('a limit that ends within a page cuts it', async () => {
	servePages(
		{ totalItems: 200, totalPages: 4, items: ids(1, 50) },
		{ totalItems: 200, totalPages: 4, items: ids(51, 100) },
	);

	expect(idsOf(await search({ limit: 60 }))).toEqual(ids(1, 60));
	expect(
		api()
			.requests()
			.map(({ query }) => new URLSearchParams(query).get('limit')),
	).toEqual(['50', '50']);
});

test('a truncated page is requested again: a search has no side effects', async () => {
	api().setFaults([{ times: 1, fault: { kind: 'reset' } }]);

	expect(idsOf(await search({}))).toHaveLength(12);
	expect(api().requests()).toHaveLength(2);
});

test('no match returns no item, and a hint says so', async () => {
	const { items, hints } = await search({ query: 'astronauta' });

	expect(items).toEqual([]);
	expect(hints).toEqual([
		expect.objectContaining({ message: '1 of 1 searches gave no result: 1 without a matching product.' }),
	]);
});

describe('for a chat', () => {
	const chat = (parameters: IDataObject = {}) => search({ operation: 'searchDetailed', ...parameters });

	test('returns at most five products with everything that a message shows', async () => {
		const { items } = await chat({ size: 'm' });

		expect(items).toHaveLength(5);
		expect(items[0]?.json).toEqual({
			productId: 'vestido-03',
			sku: expect.any(String),
			name: 'Vestido Tubinho Preto Essencial',
			price: 349.9,
			salePrice: null,
			size: 'M',
			link: 'https://shop.example/p/vestido-03',
			images: [expect.stringMatching(/\.png$/), expect.stringMatching(/\.png$/)],
			rank: 1,
		});
		expect(api().requests()[0]).toMatchObject({ path: DETAILED, query: 'query=vestido&size=m' });
	});

	test('returns the first five in stock, should the API send more', async () => {
		const products = ids(1, 9).map((productId, nth) => ({ productId, name: 'Saia', stock: nth === 1 ? 0 : 3 }));
		api().setFaults([{ fault: { kind: 'wrongShape', body: { products } } }]);

		expect(idsOf(await chat())).toEqual(['p1', ...ids(3, 6)]);
	});

	test.each<[string, string]>([
		['javascript&colon;alert(document.domain)//.', ''],
		['&amp;#106;avascript:alert(1)//.', ''],
		['javascript:alert(1)//.', ''],
		['data&colon;text/html,<script>alert(1)</script>', ''],
		['/\t/shop.example/x', ''],
		['/&Tab;/shop.example/x', ''],
		['&#32;//shop.example/x', 'https://shop.example/x'],
		['/&#9;/shop.example/x', ''],
		['/\\shop.example/x', ''],
		['/p/"onclick=', ''],
		['vestido', ''],
		['/p/vestido-03', '/p/vestido-03'],
		['p/vestido.html?cor=azul&amp;tam=m#fotos', 'p/vestido.html?cor=azul&tam=m#fotos'],
		['/p/vestido:azul/h&m', '/p/vestido:azul/h&m'],
		['/fotos/Vestido Césio.jpg', '/fotos/Vestido Césio.jpg'],
		['?id=3', '?id=3'],
	])('the link %j of a product becomes %j', async (link, expected) => {
		const products = [{ productId: 'p', name: 'Saia', link, images: [{ url: link }] }];
		api().setFaults([{ fault: { kind: 'wrongShape', body: { products } } }]);

		const { items } = await chat();

		expect(items[0]?.json).toMatchObject({ link: expected, images: [expected].filter((image) => image !== '') });
	});

	test('without a size none is sent', async () => {
		const { items } = await chat();

		expect(items[0]?.json.size).toBe('');
		expect(api().requests()[0]?.query).toBe('query=vestido');
	});

	test('missing or mistyped fields are converted to the declared types', async () => {
		const products = [
			{
				productId: 7,
				sku: null,
				name: ['Saia', 'Midi'],
				images: 'https://a/1,2.png, https://a/3.png',
				price: 'R$ 1.299,90',
				salePrice: '99.5',
			},
			{ id: 'b', images: [{ url: 'https://a/b.png' }, null, ''], price: 'a pedido', salePrice: true, size: 38 },
			'c',
			{ id: 'd', price: 100, salePrice: 150 },
			{ sku: 'nothing to show' },
			null,
		];
		api().setFaults([{ fault: { kind: 'wrongShape', body: { products } } }]);

		const { items } = await chat();

		const empty = { sku: '', name: '', price: null, salePrice: null, size: '', link: '', images: [] };
		expect(items.map(({ json }) => json)).toEqual([
			{
				...empty,
				productId: '7',
				name: 'Saia, Midi',
				images: ['https://a/1,2.png', 'https://a/3.png'],
				price: 1299.9,
				salePrice: 99.5,
				rank: 1,
			},
			{ ...empty, productId: 'b', images: ['https://a/b.png'], size: '38', rank: 2 },
			{ ...empty, productId: 'c', rank: 3 },
			{ ...empty, productId: 'd', price: 100, rank: 4 },
		]);
	});

	test('its answer to an internal error, no products, returns no item', async () => {
		api().setFaults([{ fault: { kind: 'wrongShape', body: { products: [] } } }]);

		expect((await chat()).items).toEqual([]);
	});
});

test.each<[string, IDataObject, string]>([
	['an empty query', { query: ' ' }, 'Query is empty'],
	['an empty session', { sessionId: ' ' }, 'Session ID is empty'],
	[
		'a whole object as size',
		{ operation: 'searchDetailed', size: '={{ ({ a: 1 }) }}' },
		'Size is neither text nor a number',
	],
	['a limit that is none', { limit: '={{ "many" }}' }, 'Limit must be a number of 1 or more'],
])('%s is an error before any call', async (_what, parameters, message) => {
	const { error } = await search(parameters);

	expect(error).toMatchObject({ message, context: { itemIndex: 0 } });
	expect(api().requests()).toEqual([]);
});

test.each([
	['search', '{"items":null}'],
	['searchDetailed', '{"products":"none"}'],
])('an answer of another shape is an error, with the item kept (%s)', async (operation, body) => {
	api().setFaults([{ fault: { kind: 'wrongShape', body: JSON.parse(body) as unknown } }]);

	const { items, errorItems } = await search({ operation }, { input: [{ chat: 1 }], onError: 'continueErrorOutput' });

	expect(items).toEqual([]);
	expect(errorItems[0]?.json).toEqual({
		chat: 1,
		error: expect.stringMatching(/answer that cannot be read.*\[item 0\]$/),
	});
});

test.each([
	['search', 'items'],
	['searchDetailed', 'products'],
])('entries that name no product are an error, and not an empty result (%s)', async (operation, list) => {
	const body = { totalItems: 100, totalPages: 2, [list]: [{ text: 'Vestido' }] };
	api().setFaults([{ fault: { kind: 'wrongShape', body } }]);

	const { items, error } = await search({ operation });

	expect(items).toEqual([]);
	expect(error?.description).toMatch(/^What is unexpected: no product has an ID\./);
});

test('a chat gets each product once, with its name as in the shop and addresses that can be opened', async () => {
	const dress = {
		productId: '1',
		name: 'Vestido &amp; Cinto',
		link: 'https://shop.example/vestido longo',
		images: ['//cdn.example/1.jpg', { src: 'https://cdn.example/a b.jpg' }, '/2.jpg'],
	};
	const products = [dress, { ...dress, size: 'M' }, dress, { productId: '2', link: '/2' }];
	api().setFaults([{ fault: { kind: 'wrongShape', body: { products } } }]);

	const { items } = await search({ operation: 'searchDetailed' });

	expect(items.map(({ json }) => [json.productId, json.size, json.rank])).toEqual([
		['1', '', 1],
		['1', 'M', 2],
		['2', '', 3],
	]);
	expect(items[0]?.json).toMatchObject({
		name: 'Vestido & Cinto',
		link: 'https://shop.example/vestido%20longo',
		images: ['https://cdn.example/1.jpg', 'https://cdn.example/a%20b.jpg', '/2.jpg'],
	});
	expect(items[2]?.json.link).toBe('/2');
});

test('a chat gets no product that is sold out, and prices, names and links as the shop means them', async () => {
	const products = [
		{
			productId: '1',
			name: 'Cal&ccedil;a &ndash; Caf&eacute;',
			link: 'shop.example/p?a=1&amp;b=2',
			images: ['undefined', 'x'],
		},
		{ productId: '2', inStock: false },
		{ productId: '3', stock: 0 },
		{ productId: '5', link: 'index.php/vestido.html' },
		{ productId: '4', link: 'N/A', price: 'R$ 199,90', salePrice: 'US$ 39,90' },
	];
	api().setFaults([{ fault: { kind: 'wrongShape', body: { products } } }]);

	const { items } = await search({ operation: 'searchDetailed' });

	expect(items.map(({ json }) => json)).toEqual([
		expect.objectContaining({ name: 'Calça – Café', link: 'https://shop.example/p?a=1&b=2', images: [], rank: 1 }),
		expect.objectContaining({ productId: '5', link: 'index.php/vestido.html', rank: 2 }),
		expect.objectContaining({ productId: '4', link: '', price: 199.9, salePrice: null, rank: 3 }),
	]);
});

test.each([
	'javascript:alert(1)',
	' java\nscript:alert(1)',
	'data:text/html,hi',
	'https://shop@evil.example/',
	'\\\\evil.example',
])('a chat gets no link such as %j', async (link) => {
	const products = [{ productId: '1', link, images: [link, '/1.jpg'] }];
	api().setFaults([{ fault: { kind: 'wrongShape', body: { products } } }]);

	const { items } = await search({ operation: 'searchDetailed' });

	expect(items[0]?.json).toMatchObject({ productId: '1', link: '', images: ['/1.jpg'] });
});

test('the schema previews match real items', async () => {
	const previews = 'SearchProducts/__schema__/v1.0.0';

	expect(readPreview(`${previews}/search.json`)).toEqual(schemaOf((await search({})).items[0]));
	const { items: detailed } = await search({ operation: 'searchDetailed', size: 'M' });
	const onSale = detailed.find(({ json }) => json.salePrice !== null);
	expect(readPreview(`${previews}/searchDetailed.json`)).toEqual(schemaOf(onSale));
});
