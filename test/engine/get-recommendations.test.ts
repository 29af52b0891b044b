import type { IDataObject } from 'n8n-workflow';

import { findProduct, sharesStyle } from '../../sandbox/engine/catalog';
import { runNode, type NodeRun } from './engine';
import { useSandbox } from './use-sandbox';

const { api, credential } = useSandbox();

const EVENTS = '/api/v1/products/protected/recommendation';
const RANKING = '/api/v1/products/protected/sales-ranking';

const recommend = (parameters: IDataObject, rest: Partial<Omit<NodeRun, 'parameters'>> = {}) =>
	runNode({
		type: 'getRecommendations',
		credential: credential(),
		...rest,
		parameters: { sessionId: 'session-1', ...parameters } as NodeRun['parameters'],
	});

/** One visitor views three dresses, as three items of one execution. */
const seeThreeDresses = (sessionId: string) =>
	recommend(
		{ operation: 'productView', productId: '={{ $json.product }}', sessionId },
		{ input: ['vestido-01', 'vestido-02', 'vestido-09'].map((product) => ({ product })) },
	);

describe('a visitor who has seen three dresses', () => {
	beforeEach(() => seeThreeDresses('session-1'));

	test('gets dresses first from Category View', async () => {
		const { items, error } = await recommend({ operation: 'categoryView', categoryId: 'feminino' });

		expect(error).toBeUndefined();
		const categories = items.map(({ json }) => findProduct(String(json.productId))?.category);
		const dresses = categories.filter((category) => category === 'vestidos').length;
		expect(dresses).toBeGreaterThan(5);
		expect(categories.length).toBeGreaterThan(dresses);
		expect(new Set(categories.slice(0, 5))).toEqual(new Set(['vestidos']));
		expect(items.map(({ json }) => json.rank)).toEqual(items.map((_, index) => index + 1));
	});

	test('gets a look that matches the dress from Shop the Look', async () => {
		const { items } = await recommend({ operation: 'shopTheLook', productId: 'vestido-02' });

		const dress = findProduct('vestido-02');
		expect(items.length).toBeGreaterThan(2);
		for (const { json } of items) {
			const piece = findProduct(String(json.productId));
			expect(piece?.category).not.toBe('vestidos');
			expect(sharesStyle(piece?.styles ?? [], dress?.styles ?? [])).toBe(true);
			expect(json).toMatchObject({ source: 'shopTheLook', fallback: false, sessionId: 'session-1', userId: '' });
		}
	});

	test('gets a shelf from the whole shop', async () => {
		const { items } = await recommend({ operation: 'customShelf' });

		expect(items.length).toBeGreaterThan(5);
		expect(api().requests().at(-1)?.body).toEqual({
			sessionId: 'session-1',
			eventType: 'customShelf',
			data: { id: '' },
		});
	});
});

describe('an unknown visitor', () => {
	const fresh = (parameters: IDataObject) =>
		recommend({ operation: 'categoryView', categoryId: 'vestidos', sessionId: 'fresh', ...parameters });

	test('gets the best sellers of the category as a fallback that says so', async () => {
		const { items } = await fresh({ ifEmpty: 'bestSellers' });
		const ranking = await recommend({ operation: 'bestSellers', categoryId: 'vestidos' });

		const ids = items.map(({ json }) => json.productId);
		expect(ids).toHaveLength(11);
		expect(ids.slice(0, 3)).toEqual(['vestido-03', 'vestido-08', 'vestido-01']);
		expect(ids).toEqual(ranking.items.map(({ json }) => json.productId));
		expect(items[0]?.json).toEqual({
			productId: 'vestido-03',
			rank: 1,
			source: 'bestSellers',
			fallback: true,
			sessionId: 'fresh',
			userId: '',
		});
		expect(ranking.items[0]?.json).toMatchObject({ fallback: false, sessionId: '' });
	});

	test('gets those of the whole shop if there is no category', async () => {
		const { items } = await recommend({ operation: 'customShelf', sessionId: 'fresh', ifEmpty: 'bestSellers' });

		expect(items.length).toBeGreaterThan(11);
		expect(
			api()
				.requests()
				.map(({ path, query }) => path + query),
		).toEqual([EVENTS, RANKING]);
	});

	test('gets an item that says so', async () => {
		const { items } = await fresh({ ifEmpty: 'item', userId: 7 });

		expect(items).toEqual([
			{
				json: { source: 'categoryView', fallback: false, sessionId: 'fresh', userId: '7', empty: true },
				pairedItem: { item: 0 },
			},
		]);
	});

	test('also gets that item if the best sellers are empty', async () => {
		const { items } = await fresh({ categoryId: 'none', ifEmpty: 'bestSellers' });

		expect(items.map(({ json }) => json)).toEqual([
			{ source: 'bestSellers', fallback: true, sessionId: 'fresh', userId: '', empty: true },
		]);
	});

	test('gets nothing by default, and a hint counts it', async () => {
		const { items, hints, error } = await fresh({});

		expect([items, error]).toEqual([[], undefined]);
		expect(hints).toEqual([
			expect.objectContaining({
				message: '1 of 1 items gave no result: 1 without products (a new visitor or wrong IDs: see If Empty).',
			}),
		]);
	});

	test('the best sellers of a category are requested once, however many visitors get them', async () => {
		const input = Array.from({ length: 20 }, (_, n) => ({ session: `fresh-${n}` }));

		const { items } = await recommend(
			{ operation: 'categoryView', categoryId: 'vestidos', sessionId: '={{ $json.session }}', ifEmpty: 'bestSellers' },
			{ input },
		);

		expect(items).toHaveLength(20 * 11);
		expect(
			api()
				.requests()
				.filter(({ path }) => path === RANKING),
		).toHaveLength(1);
	});
});

test.each([
	['categoryView', { categoryId: ' saias ' }, 'saias'],
	['customShelf', { categoryId: 'saias', productId: 'x' }, ''],
	['productView', { productId: '={{ 789 }}' }, '789'],
	['shopTheLook', { productId: '=789' }, '789'],
])('%s sends the event that the API documents', async (eventType, subject, id) => {
	await recommend({ operation: eventType, ...subject, userId: ' 90 ' });

	expect(api().requests()).toEqual([
		expect.objectContaining({
			method: 'POST',
			path: EVENTS,
			query: '',
			body: { userId: '90', sessionId: 'session-1', eventType, data: { id } },
			status: 200,
		}),
	]);
});

test.each([
	['an empty one', ''],
	['spaces', '  '],
	['a field that is not there', '={{ $json.nothing }}'],
	['null', '={{ null }}'],
])('a user ID that is %s is omitted', async (_what, userId) => {
	const { error } = await recommend({ operation: 'customShelf', userId });

	expect(error).toBeUndefined();
	expect(api().requests()[0]?.body).not.toHaveProperty('userId');
});

test('a user ID is sent as a number if the option is on', async () => {
	const { items } = await recommend({
		operation: 'categoryView',
		categoryId: 'vestidos',
		userId: '90',
		options: { userIdAsNumber: true },
	});

	expect(api().requests()[0]?.body).toMatchObject({ userId: 90 });
	expect(items[0]?.json.userId).toBe('90');
});

test.each([
	['as many more as there are excluded IDs, however these are spelled', 3, 8],
	['at most 500 more', 3_000, 505],
])('Similar Products requests %s', async (_what, count, limit) => {
	const bought = Array.from({ length: count }, (_, n) => `#${10_000 + n}.0`);
	const options = { excludeProductIds: '={{ $json.bought }}' };
	const similar = { operation: 'similarProducts', productId: 'vestido-03', limit: 5, options };
	await recommend(similar, { input: [{ bought }] });

	expect(api().requests()[0]?.query).toBe(`limit=${limit}`);
});

test('Similar Products requests as many as needed, and reports an unknown product', async () => {
	const similar = { operation: 'similarProducts', productId: '={{ $json.id }}', limit: 3 };

	const { items, errorItems } = await recommend(
		{ ...similar, options: { excludeProductIds: 'vestido-07', userIdAsNumber: true }, userId: '90' },
		{ input: [{ id: 'vestido-03' }, { id: 'nothing' }], onError: 'continueErrorOutput' },
	);

	expect(items.map(({ json }) => json.rank)).toEqual([1, 2, 3]);
	expect(items.map(({ json }) => json.productId)).not.toContain('vestido-07');
	expect(errorItems.map(({ json }) => json)).toEqual([
		{
			id: 'nothing',
			error: expect.stringMatching(
				/^Fashion\.AI does not know this product\. “nothing” is not known\..*Product ID.*\[item 1\]$/,
			),
		},
	]);
	expect(api().requests()[0]).toMatchObject({
		path: '/api/v1/products/protected/similar',
		query: 'limit=4',
		body: { userId: '90', sessionId: 'session-1', data: { id: 'vestido-03' } },
	});
});

test.each(['={{ Infinity }}', '={{ 1e21 }}', '={{ "1e400" }}'])('a Limit of %s requests all', async (limit) => {
	const { items, error } = await recommend({ operation: 'similarProducts', productId: 'vestido-01', limit });

	expect(error).toBeUndefined();
	expect(items.length).toBeGreaterThan(10);
});

describe('Collection', () => {
	const collection = (parameters: IDataObject = {}) =>
		recommend({ operation: 'collection', collectionId: 'colecao-primavera', sessionId: '', ...parameters });

	test('keeps the positions, and leaves inactive products out', async () => {
		const { items } = await collection();

		expect(items.map(({ json }) => json.position)).toEqual([1, 2, 3, 4, 6, 7, 8, 10]);
		expect(items.map(({ json }) => json.rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		expect(items[0]?.json).toEqual({
			productId: 'vestido-01',
			rank: 1,
			source: 'collection',
			fallback: false,
			sessionId: '',
			userId: '',
			position: 1,
			active: true,
		});
	});

	test('includes the inactive ones on request', async () => {
		const { items } = await collection({ options: { includeInactive: true } });

		expect(items.filter(({ json }) => json.active === false).map(({ json }) => json.position)).toEqual([5, 9]);
	});

	test.each(['colecao-inverno', 'none'])('without an active slice it is empty (%s)', async (collectionId) => {
		const { items, error } = await collection({ collectionId, ifEmpty: 'item' });

		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json)).toEqual([
			{ source: 'collection', fallback: false, sessionId: '', userId: '', empty: true },
		]);
	});

	test('a 404 of another server is not an empty collection', async () => {
		api().setFaults([{ fault: { kind: 'htmlPage' } }]);

		const { error } = await collection();

		expect(error?.message).toBe('The API host did not answer like Fashion.AI');
	});

	test('accepts positions and flags of any type', async () => {
		const products = [
			{ productId: 'last' },
			{ productId: 3, position: '2', active: 1 },
			{ productId: 'off', position: 0, active: 'false' },
			{ productId: 'also off', position: 0, active: 'Não' },
			{ productId: 'first', position: 1, active: true },
			{ productId: 'first', position: 5, active: true },
			{ position: 4 },
			null,
		];
		api().setFaults([{ fault: { kind: 'wrongShape', body: { products } } }]);

		const { items } = await collection();

		expect(items.map(({ json }) => [json.productId, json.position])).toEqual([
			['first', 1],
			['3', 2],
			['last', null],
		]);
	});

	test('an ID cannot reach another path', async () => {
		await collection({ collectionId: '../../x?y' });

		expect(api().requests()[0]?.path).toBe('/api/v1/merchandising-collections/protected/..%2F..%2Fx%3Fy');
	});
});

test('IDs that are numbers, duplicates or objects become unique strings, in order', async () => {
	const products = [3, 'b', { id: 'c' }, { productId: 4, id: 'x' }, 'b', '3', { name: 'none' }, null, ''];
	api().setFaults([{ path: EVENTS, fault: { kind: 'wrongShape', body: { products } } }]);

	const { items } = await recommend({ operation: 'customShelf', outputAs: 'list' });

	expect(items[0]?.json.productIds).toEqual(['3', 'b', 'c', '4']);
});

describe('products of which none has an ID', () => {
	const unreadable = { products: [{ name: 'Vestido' }, { product: { id: 'vestido-01' } }] };
	const said = /^What is unexpected: no product has an ID\./;

	test('are no empty shelf, and not replaced with the best sellers', async () => {
		api().setFaults([{ path: EVENTS, fault: { kind: 'wrongShape', body: unreadable } }]);

		const { items, error } = await recommend({ operation: 'customShelf', ifEmpty: 'bestSellers' });

		expect(items).toEqual([]);
		expect(error).toMatchObject({
			message: 'Fashion.AI sent an answer that cannot be read',
			context: { itemIndex: 0 },
		});
		expect(error?.description).toMatch(said);
		expect(error?.description).toMatch(/The event may have been processed/);
		expect(api().requests()).toHaveLength(1);
	});

	test('are no empty collection either', async () => {
		api().setFaults([{ fault: { kind: 'wrongShape', body: unreadable } }]);

		const { error } = await recommend({ operation: 'collection', collectionId: 'colecao-primavera' });

		expect(error?.description).toMatch(said);
	});

	test.each([[[]], [[null, '', {}]]])('an empty shelf stays one: %j', async (products) => {
		api().setFaults([{ path: EVENTS, fault: { kind: 'wrongShape', body: { products } } }]);

		const { items, error } = await recommend({ operation: 'customShelf', ifEmpty: 'item' });

		expect(error).toBeUndefined();
		expect(items[0]?.json.empty).toBe(true);
	});
});

test('a visitor whose ID is that of a missing field is not sent as one', async () => {
	const { errorItems } = await recommend(
		{ operation: 'customShelf', sessionId: '={{ "" + $json.session }}', userId: '={{ "" + $json.user }}' },
		{ input: [{ user: 90 }, { session: 'session-1' }], onError: 'continueErrorOutput' },
	);

	expect(errorItems.map(({ json }) => json.error)).toEqual([
		expect.stringMatching(/^Session ID is empty.*\[item 0\]$/),
	]);
	expect(
		api()
			.requests()
			.map(({ body }) => body),
	).toEqual([{ sessionId: 'session-1', eventType: 'customShelf', data: { id: '' } }]);
});

test('what an earlier node recommended, as one item with the list, can be excluded', async () => {
	api().setFaults([{ path: EVENTS, fault: { kind: 'wrongShape', body: { products: ['a', 'b', 'c'] } } }]);

	const { items } = await recommend(
		{ operation: 'customShelf', options: { excludeProductIds: '={{ $json }}' } },
		{
			input: [{ source: 'customShelf', fallback: false, sessionId: 's', userId: '', productIds: ['a', 'c'], count: 2 }],
		},
	);

	expect(items.map(({ json }) => json.productId)).toEqual(['b']);
});
