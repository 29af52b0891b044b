import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import {
	type IDataObject,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyOptions,
	NodeHelpers,
} from 'n8n-workflow';

import { RECOMMENDATIONS } from '../../nodes/GetRecommendations/operations';
import { heapUsed } from '../unit/heap';
import { loadNode, type NodeRun, runNode, subtitleOf } from './engine';
import { readPreview, schemaOf } from './schema-preview';
import { useSandbox } from './use-sandbox';

const { api, credential } = useSandbox();

const recommend = (parameters: IDataObject, rest: Partial<Omit<NodeRun, 'parameters'>> = {}) =>
	runNode({
		type: 'getRecommendations',
		credential: credential(),
		...rest,
		parameters: { sessionId: 'session-1', ...parameters } as NodeRun['parameters'],
	});

const bestDresses = (parameters: IDataObject = {}, input: IDataObject[] = [{}]) =>
	recommend({ operation: 'bestSellers', categoryId: 'vestidos', ...parameters }, { input });

const idsOf = ({ items }: Awaited<ReturnType<typeof recommend>>) => items.map(({ json }) => json.productId);

const properties = async () => (await loadNode('getRecommendations')).description.properties;
const values = ({ options }: INodeProperties) => (options as INodePropertyOptions[]).map(({ value }) => String(value));

async function offered(parameter: string): Promise<string[]> {
	return (await properties()).filter(({ name }) => name === parameter).flatMap(values);
}

/** The parameters that the editor shows with a recommendation, chosen in Operation or as the first release stored it. */
async function shownWith(values: INodeParameters, typeVersion = 1.1): Promise<string[]> {
	const { description } = await loadNode('getRecommendations');
	const all = { recommendation: '', operation: 'bestSellers', ...values };
	return description.properties
		.filter(
			(property) =>
				property.type !== 'hidden' && NodeHelpers.displayParameter(all, property, { typeVersion }, description),
		)
		.map(({ name }) => name);
}

test('the list of recommendations matches the table in the code, sorted by name', async () => {
	const list = (await properties()).find(({ name }) => name === 'operation')?.options as INodePropertyOptions[];

	expect(list.map(({ value }) => value)).toEqual(Object.keys(RECOMMENDATIONS));
	expect(list.map(({ name }) => name)).toEqual(list.map(({ name }) => name).sort((a, b) => a.localeCompare(b)));
	expect(await offered('outputAs')).toEqual(['items', 'list']);
	expect(await offered('ifEmpty')).toEqual(['nothing', 'item', 'bestSellers']);
});

const EVENTS = ['categoryView', 'customShelf', 'productView', 'shopTheLook'];
const SUBJECT: Record<string, [parameter: string, known: string] | undefined> = {
	bestSellers: ['categoryId', 'vestidos'],
	categoryView: ['categoryId', 'vestidos'],
	collection: ['collectionId', 'colecao-trabalho'],
	productView: ['productId', 'vestido-03'],
	shopTheLook: ['productId', 'vestido-03'],
	similarProducts: ['productId', 'vestido-03'],
};

test.each(Object.keys(RECOMMENDATIONS))('%s shows the parameters it needs, and no others', async (name) => {
	const visitor = ['bestSellers', 'collection'].includes(name) ? [] : ['sessionId', 'userId'];
	const subject = SUBJECT[name]?.slice(0, 1) ?? [];
	const notice = EVENTS.includes(name) ? ['eventNotice'] : [];

	const rest = [...notice, ...subject, ...visitor, 'outputAs', 'limit', 'ifEmpty', 'options'];
	expect(await shownWith({ operation: name })).toEqual(['operation', ...rest]);
	expect(await shownWith({ recommendation: name })).toEqual(['firstNameNotice', ...rest]);
});

test.each(Object.keys(RECOMMENDATIONS))(
	'%s keeps working as stored by a workflow of the first release',
	async (name) => {
		const [parameter = 'none', value] = SUBJECT[name] ?? [];
		const rest = {
			[parameter]: value,
			limit: 3,
			options: { includeInactive: true, userIdAsNumber: true },
			userId: '90',
		};

		const { items, error } = await recommend({ recommendation: name, ...rest });

		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.source)).toEqual([name, name, name]);
		// The answer to an event differs the next time, since the sandbox has learned from it.
		if (!EVENTS.includes(name)) expect(items).toEqual((await recommend({ operation: name, ...rest })).items);
	},
);

test.each([
	[1, { recommendation: 'shopTheLook', productId: 'vestido-03', sessionId: 's' }, 'Shop the Look'],
	[1, { operation: 'shopTheLook', productId: 'vestido-03', sessionId: 's' }, 'Shop the Look'],
	[1.1, { operation: 'collection', collectionId: 'colecao-trabalho' }, 'Collection'],
	[1.1, {}, 'Best Sellers'],
])('the canvas says what a node of version %d does: %j', async (typeVersion, parameters, name) => {
	expect(await subtitleOf({ type: 'getRecommendations', typeVersion, parameters })).toBe(name);
});

test('a Category View of the first release goes on, though n8n stored no name of its default', async () => {
	const stored = { categoryId: 'vestidos', sessionId: 'session-1', userId: '90', options: { userIdAsNumber: true } };
	api().clearRequests();
	const { items } = await recommend(stored, { typeVersion: 1 });

	expect(items[0]?.json).toMatchObject({ source: 'categoryView', sessionId: 'session-1', userId: '90' });
	expect(api().requests()).toEqual([
		expect.objectContaining({ body: expect.objectContaining({ eventType: 'categoryView', userId: 90 }) }),
	]);
	expect(await shownWith({ operation: 'bestSellers' }, 1)).toEqual(expect.arrayContaining(['sessionId', 'userId']));
});

test.each([1, 1.1])('Best Sellers of version %d asks for the best sellers', async (typeVersion) => {
	// What the editor left behind of another operation is dropped in a new node.
	const session = typeVersion === 1 ? '' : 'session-1';
	const { items } = await recommend(
		{ operation: 'bestSellers', categoryId: 'vestidos', sessionId: session },
		{ typeVersion },
	);

	expect(items[0]?.json).toMatchObject({ source: 'bestSellers', sessionId: '' });
});

test('every combination of what the interface offers is handled, for a visitor who is known and for one who is not', async () => {
	for (const recommendation of await offered('operation')) {
		for (const outputAs of await offered('outputAs')) {
			for (const ifEmpty of await offered('ifEmpty')) {
				const [parameter = 'none', value] = SUBJECT[recommendation] ?? [];
				const { items, error } = await recommend(
					{
						operation: recommendation,
						outputAs,
						ifEmpty,
						[parameter]: value,
						sessionId: '={{ $json.session }}',
						userId: '={{ $json.user }}',
					},
					{ input: [{ session: 'known', user: '90' }, { session: `fresh ${recommendation} ${outputAs} ${ifEmpty}` }] },
				);
				const label = `${recommendation} ${outputAs} ${ifEmpty}`;
				expect([label, error]).toEqual([label, undefined]);
				const [known = [], fresh = []] = [0, 1].map((item) =>
					items.filter(({ pairedItem }) => (pairedItem as { item: number }).item === item).map(({ json }) => json),
				);
				expect([label, known.length > 0]).toEqual([label, true]);
				expect([label, known.length === 1]).toEqual([label, outputAs === 'list']);
				const isEvent = EVENTS.includes(recommendation);
				const source = isEvent && ifEmpty === 'bestSellers' ? 'bestSellers' : recommendation;
				for (const json of fresh) expect(json).toMatchObject({ source, fallback: source !== recommendation });
				expect([label, fresh.length > 0]).toEqual([label, !isEvent || ifEmpty !== 'nothing']);
				expect([label, fresh[0]?.empty]).toEqual([label, isEvent && ifEmpty === 'item' ? true : undefined]);
			}
		}
	}
});

test('one item with the list', async () => {
	const { items } = await bestDresses({ outputAs: 'list', limit: 2 });

	expect(items).toEqual([
		{
			json: {
				source: 'bestSellers',
				fallback: false,
				sessionId: '',
				userId: '',
				productIds: ['vestido-03', 'vestido-08'],
				count: 2,
			},
			pairedItem: { item: 0 },
		},
	]);
});

test.each<[string, unknown]>([
	['text with commas', 'vestido-03, vestido-01'],
	['text with lines', 'vestido-03\r\nvestido-01\n'],
	['text in quotes', '"vestido-03","vestido-01"'],
	['text with a bar', 'vestido-03|vestido-01'],
	['text with full-width commas', 'vestido-03，vestido-01'],
	['text with invisible characters', 'vestido-03\u200b, \ufeffvestido-01'],
	['a list', '={{ ["vestido-03", "vestido-01"] }}'],
	['a list of products', '={{ [{ productId: "vestido-03" }, { id: "vestido-01" }] }}'],
])('products in %s are left out before the limit applies, and ranks have no gaps', async (_what, excludeProductIds) => {
	const { items } = await bestDresses({ limit: 2, options: { excludeProductIds } });

	expect(items.map(({ json }) => [json.rank, json.productId])).toEqual([
		[1, 'vestido-08'],
		[2, 'vestido-02'],
	]);
});

test.each([
	'={{ 12345678901234567890 }}',
	'={{ [7, 12345678901234567890] }}',
	'={{ [{ productId: 12345678901234567890 }] }}',
])('an excluded ID that lost digits is an error, rather than being shown: %s', async (excludeProductIds) => {
	const { error } = await recommend({ operation: 'bestSellers', options: { excludeProductIds } });
	expect(error).toMatchObject({
		message: 'Exclude Product IDs contains a number that is too long',
		description: expect.stringContaining('as text'),
	});
});

test.each<[string, unknown]>([
	['text with commas', 'SKU 001, vestido-01'],
	['text with lines', 'SKU 001\nvestido-01'],
	['columns of a sheet', 'SKU 001\tvestido-01'],
	['a list', '={{ ["SKU 001", "vestido-01"] }}'],
])('an ID with a space in %s is left out as a whole', async (_what, excludeProductIds) => {
	const products = ['SKU 001', 'vestido-01', 'SKU 002'];
	api().setFaults([{ path: 'sales-ranking', fault: { kind: 'wrongShape', body: { products } } }]);

	expect(idsOf(await bestDresses({ options: { excludeProductIds } }))).toEqual(['SKU 002']);
});

test.each([
	['SKU 001', ['007']],
	['007 SKU', ['SKU 001']],
	['007 008, 009', ['SKU 001']],
])('what stands between two commas, “%s”, is one ID or several', async (excludeProductIds, left) => {
	api().setFaults([{ path: 'sales-ranking', fault: { kind: 'wrongShape', body: { products: ['SKU 001', '007'] } } }]);

	expect(idsOf(await bestDresses({ options: { excludeProductIds } }))).toEqual(left);
});

test.each<[string, unknown]>([
	['lists in a list, as of several orders', '={{ [["vestido-03"], [{ id: "vestido-01" }]] }}'],
	['items of an earlier node', '={{ [{ json: { productId: "vestido-03" } }, { json: { id: "vestido-01" } }] }}'],
	['texts of a list', '={{ ["vestido-03,vestido-01"] }}'],
	['texts of a list in text', '["vestido-03; vestido-01"]'],
	['the item of an Aggregate node', '={{ { data: [{ productId: "vestido-03" }, { id: "vestido-01" }] } }}'],
	['lines of orders', '={{ [{ id: 315, product_id: "vestido-03" }, { id: "vestido-08", productId: "vestido-01" }] }}'],
	[
		'an order',
		'={{ { id: "vestido-08", line_items: [{ id: 1, product_id: "vestido-03" }, { id: 2, product_id: "vestido-01" }] } }}',
	],
	[
		'several orders',
		'={{ [{ id: 7, products: [{ product_id: "vestido-03" }] }, { id: 8, products: [{ product_id: "vestido-01" }] }] }}',
	],
	['products with variants', '={{ [{ productId: "vestido-03", items: [{ itemId: "1" }] }, "vestido-01"] }}'],
	['lines of an order without an ID of their own', '={{ ["vestido-01", { product_id: "vestido-03" }] }}'],
	['products without an ID among others', '={{ ["vestido-03", null, "", { id: null }, {}, "vestido-01"] }}'],
])('products in %s are left out', async (_what, excludeProductIds) => {
	const result = await bestDresses({ limit: 2, options: { excludeProductIds } });

	expect(idsOf(result)).toEqual(['vestido-08', 'vestido-02']);
});

test.each<[string, unknown]>([
	['a sheet, as a decimal', '10023.0'],
	['a sheet, as a decimal in a list', '={{ ["10023.0"] }}'],
	['an order number', '#10023, #10024'],
	['text with a slash', '10023/10024'],
	['orders of a customer', '={{ { id: 7, orders: [{ id: 5001, line_items: [{ product_id: 10023 }] }] } }}'],
	[
		'a Shopify order',
		'={{ { id: "gid://shopify/Order/5001", lineItems: { edges: [{ node: { id: "gid://shopify/LineItem/5001", product: { id: "gid://shopify/Product/10023" } } }] } } }}',
	],
	[
		'a Shopify order without edges',
		'={{ { id: "gid://shopify/Order/5001", lineItems: { nodes: [{ product: { id: "gid://shopify/Product/10023" } }] } } }}',
	],
	['a HubSpot line item', '={{ [{ id: "5001", properties: { hs_product_id: "10023" } }] }}'],
	['a line with its product', '={{ { id: 5001, product: { id: 10023 } } }}'],
	['an order with IDs for lines', '={{ [{ id: 5001, line_items: ["10023"] }] }}'],
	[
		'a line without a product, with properties',
		'={{ [{ id: 5001, line_items: [{ id: 9, product_id: null, properties: [{ name: "gift" }] }, { product_id: 10023 }] }] }}',
	],
	['products with the number of their orders', '={{ [{ id: 10023, orders: 12 }] }}'],
])('a product in %s is left out, and nothing that shares the number of an order', async (_what, excludeProductIds) => {
	const products = ['10023', '5001'];
	api().setFaults([{ path: 'sales-ranking', fault: { kind: 'wrongShape', body: { products } } }]);

	expect(idsOf(await bestDresses({ options: { excludeProductIds } }))).toEqual(['5001']);
});

test.each<[string, unknown]>([
	['an order', '={{ [{ id: 5001, line_items: [] }] }}'],
	['a Shopify order', '={{ [{ id: 5001, lineItems: { edges: [] } }] }}'],
	['a customer', '={{ [{ id: 5001, orders: null }] }}'],
])('%s without lines excludes nothing', async (_what, excludeProductIds) => {
	const products = ['10023', '5001'];
	api().setFaults([{ path: 'sales-ranking', fault: { kind: 'wrongShape', body: { products } } }]);

	expect(idsOf(await bestDresses({ options: { excludeProductIds } }))).toEqual(products);
});

test('an ID with a slash in it is left out as a whole, and no other', async () => {
	const products = ['A/10', 'A', '10'];
	api().setFaults([{ path: 'sales-ranking', fault: { kind: 'wrongShape', body: { products } } }]);

	expect(idsOf(await bestDresses({ options: { excludeProductIds: 'A/10' } }))).toEqual(['A', '10']);
});

test('items that exclude the same products share the memory', async () => {
	const bought = Array.from({ length: 5_000 }, (_, n) => `product-${n}`).join();
	const input = Array.from({ length: 200 }, () => ({ bought }));
	const before = heapUsed();
	let atFirstCall: number | undefined;
	const server = createServer((_request, response) => {
		// All parameters are read before the first call.
		atFirstCall ??= heapUsed();
		response.end('{"categoryId":null,"products":["product-7","a"]}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	const result = await recommend(
		{ operation: 'bestSellers', options: { excludeProductIds: '={{ $json.bought.split(",") }}' } },
		{ input, credential: { ...credential(), baseUrl } },
	);
	server.close();
	server.closeAllConnections();

	expect(idsOf(result)).toEqual(input.map(() => 'a'));
	expect((Number(atFirstCall) - before) / 2 ** 20).toBeLessThan(20);
}, 60_000);

test.each([
	'={{ [{ id: 5001, product: { title: "Vestido" } }] }}',
	'={{ [{ sku: "vestido-03" }] }}',
	'={{ ["vestido-01", { variant_id: "vestido-03" }] }}',
	'={{ { bought: "vestido-03" } }}',
	'={{ true }}',
])('an exclusion that names no product is an error, rather than ignored: %s', async (excludeProductIds) => {
	const { error } = await recommend({ operation: 'bestSellers', options: { excludeProductIds } });

	expect(error).toMatchObject({
		message: 'Exclude Product IDs contains something other than IDs',
		description: expect.stringContaining('productId'),
	});
	expect(api().requests()).toEqual([]);
});

test.each(['={{ $json.nothing }}', '={{ null }}', '={{ [] }}', '={{ [{ json: {} }] }}', ' '])(
	'an exclusion of nothing is none: %s',
	async (excludeProductIds) => {
		expect(idsOf(await bestDresses({ limit: 1, options: { excludeProductIds } }))).toEqual(['vestido-03']);
	},
);

test('each item leaves out its own', async () => {
	const result = await bestDresses({ limit: 1, options: { excludeProductIds: '={{ $json.bought }}' } }, [
		{ bought: ['vestido-03'] },
		{ bought: 'vestido-01' },
		{},
	]);

	expect(idsOf(result)).toEqual(['vestido-08', 'vestido-03', 'vestido-03']);
});

test('limit and exclusions apply to a fallback too, and an empty result is reported', async () => {
	const fresh = { operation: 'categoryView', categoryId: 'vestidos', sessionId: 'fresh', ifEmpty: 'bestSellers' };

	expect(idsOf(await recommend({ ...fresh, limit: 1, options: { excludeProductIds: 'vestido-03' } }))).toEqual([
		'vestido-08',
	]);

	api().setFaults([{ path: 'sales-ranking', fault: { kind: 'wrongShape', body: { products: ['1'] } } }]);
	const { items } = await recommend({ ...fresh, sessionId: 'fresh-2', options: { excludeProductIds: '1' } });
	expect(items.map(({ json }) => json)).toEqual([
		{ source: 'bestSellers', fallback: true, sessionId: 'fresh-2', userId: '', empty: true },
	]);
});

test('the product itself is not among the best sellers in the place of its look', async () => {
	const look = { operation: 'shopTheLook', productId: 'vestido-03', sessionId: 'fresh-3', ifEmpty: 'bestSellers' };
	api().setFaults([{ path: '/recommendation', fault: { kind: 'wrongShape', body: { products: [] } } }]);
	const ids = idsOf(await recommend({ ...look, limit: 50 }));
	expect(ids.length).toBeGreaterThan(5);
	expect(ids).not.toContain('vestido-03');
});

test('a visitor who has bought all that is recommended gets what If Empty says', async () => {
	const products = ['vestido-01', 'vestido-02'];
	api().setFaults([{ path: '/recommendation', fault: { kind: 'wrongShape', body: { products } } }]);
	const recommendation = { operation: 'categoryView', categoryId: 'vestidos' };
	const excluding = async (ifEmpty: string) => {
		const options = { excludeProductIds: products.join() };
		const { items } = await recommend({ ...recommendation, ifEmpty, limit: 1, options });
		return items.map(({ json }) => json);
	};

	expect(await excluding('nothing')).toEqual([]);
	expect(await excluding('item')).toEqual([expect.objectContaining({ source: 'categoryView', empty: true })]);
	expect(await excluding('bestSellers')).toEqual([
		expect.objectContaining({ productId: 'vestido-03', source: 'bestSellers', fallback: true }),
	]);
});

test('the URL of a product is built from its encoded ID', async () => {
	api().setFaults([{ path: 'sales-ranking', fault: { kind: 'wrongShape', body: { products: ['a/b?c', 7] } } }]);

	const { items } = await bestDresses({ options: { productUrlTemplate: 'https://shop.example/p/{{id}}' } });

	expect(items.map(({ json }) => json.productUrl)).toEqual([
		'https://shop.example/p/a%2Fb%3Fc',
		'https://shop.example/p/7',
	]);
});

test('a product whose URL would be too long for a link has none', async () => {
	const products = ['x'.repeat(2_000), '7'];
	api().setFaults([{ path: 'sales-ranking', fault: { kind: 'wrongShape', body: { products } } }]);

	const { items } = await bestDresses({ options: { productUrlTemplate: 'https://shop.example/p/{{id}}' } });

	expect(items.map(({ json }) => json.productUrl)).toEqual([undefined, 'https://shop.example/p/7']);
});

test.each<[string, IDataObject, string]>([
	['an empty session', { operation: 'categoryView', categoryId: 'vestidos', sessionId: ' ' }, 'Session ID is empty'],
	[
		'no session at all',
		{ operation: 'similarProducts', productId: '1', sessionId: '={{ $json.none }}' },
		'Session ID is empty',
	],
	['an empty category', { operation: 'categoryView', categoryId: ' ' }, 'Category ID is empty'],
	['an empty product', { operation: 'shopTheLook', productId: '={{ $json.none }}' }, 'Product ID is empty'],
	['an empty collection', { operation: 'collection', collectionId: ' ' }, 'Collection ID is empty'],
	[
		'a collection that is a step in the path',
		{ operation: 'collection', collectionId: '..' },
		'Collection ID is not valid',
	],
	[
		'a user that is no number',
		{ operation: 'customShelf', userId: 'ana', options: { userIdAsNumber: true } },
		'User ID is not a number',
	],
	[
		'a user that a number would change',
		{ operation: 'customShelf', userId: '007', options: { userIdAsNumber: true } },
		'User ID is not a number',
	],
	[
		'a whole object as user',
		{ operation: 'customShelf', userId: '={{ { id: 1 } }}' },
		'User ID is neither text nor a number',
	],
	['a limit of nothing', { operation: 'customShelf', limit: '={{ 0 }}' }, 'Limit must be a number of 1 or more'],
	[
		'a template without the id',
		{ operation: 'customShelf', options: { productUrlTemplate: 'https://shop.example/' } },
		'Product URL Template is not valid: “https://shop.example/”',
	],
	['another recommendation', { operation: 'toString' }, 'Operation is not valid: “toString”'],
])('%s is an error before any call, with what to do', async (_what, parameters, message) => {
	const { error } = await recommend(parameters);

	expect(error).toMatchObject({ message, description: expect.stringMatching(/\.$/), context: { itemIndex: 0 } });
	expect(api().requests()).toEqual([]);
});

test('one invalid item stops the node before the events of the others are sent', async () => {
	const { error, items } = await recommend(
		{ operation: 'customShelf', sessionId: '={{ $json.session }}' },
		{ input: [{ session: 'a' }, { session: 'b' }, { session: '' }] },
	);

	expect(items).toEqual([]);
	expect(error).toMatchObject({ message: 'Session ID is empty', context: { itemIndex: 2 } });
	expect(api().requests()).toEqual([]);
});

test.each(Object.keys(RECOMMENDATIONS))(
	'the preview of %s is what its items really are, in either form',
	async (operation) => {
		const [parameter = 'none', value] = SUBJECT[operation] ?? [];
		const ask = async (outputAs: string) => await recommend({ operation, outputAs, [parameter]: value, userId: '90' });
		const [single, list] = [schemaOf((await ask('items')).items[0]), schemaOf((await ask('list')).items[0])];

		const properties = { ...single.properties, ...list.properties };
		expect(readPreview(`GetRecommendations/__schema__/v1.1.0/${operation}.json`)).toEqual({ ...single, properties });
	},
);
