import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject, OnError } from 'n8n-workflow';

import type { Fault } from '../../sandbox';
import { runNode, type NodeRun } from './engine';
import { useSandbox } from './use-sandbox';

const { api, credential } = useSandbox();

const EVENTS = '/api/v1/products/protected/recommendation';

const look = (sessions: string[], options: IDataObject = {}, onError: OnError = 'continueErrorOutput') =>
	runNode({
		type: 'getRecommendations',
		credential: credential(),
		onError,
		input: sessions.map((session) => ({ session })),
		parameters: {
			operation: 'categoryView',
			categoryId: 'vestidos',
			sessionId: '={{ $json.session }}',
			userId: '90',
			options,
		} as NodeRun['parameters'],
	});

/** Only a stalled answer is waited out: on a busy machine, others may take longer than a short timeout. */
const waiting = ({ kind }: Fault): IDataObject => (kind === 'stall' ? { timeout: 2_000 } : {});

const sentEvents = () =>
	api()
		.requests()
		.filter(({ path }) => path === EVENTS);

test.each<[string, Fault, RegExp]>([
	['a 500', { kind: 'status', status: 500 }, /not available right now \(status 500\)/],
	['a 503 that names a time', { kind: 'status', status: 503, retryAfter: 0 }, /status 503/],
	['a 408', { kind: 'status', status: 408 }, /did not answer in time/],
	['a timeout', { kind: 'stall' }, /did not answer in time/],
	['an answer that breaks off', { kind: 'stall', midBody: true }, /did not answer in time/],
	['a reset', { kind: 'reset' }, /connection to Fashion\.AI was cut/],
	['a reset in the middle', { kind: 'reset', midBody: true }, /connection to Fashion\.AI was cut/],
	['half of a JSON', { kind: 'invalidJson' }, /answer that cannot be read/],
	['another shape', { kind: 'wrongShape', body: { products: 'none' } }, /answer that cannot be read/],
	[
		'a redirect',
		{ kind: 'redirect', location: '/api/v1/products/protected/recommendation', status: 307 },
		/another address/,
	],
])('after %s an event is not retried: it may have been processed', async (_what, fault, expected) => {
	api().setFaults([{ path: EVENTS, times: 1, fault }]);

	const { items, errorItems } = await look(['session-1'], waiting(fault));

	expect(sentEvents()).toHaveLength(1);
	expect(items).toEqual([]);
	expect(errorItems.map(({ json }) => json)).toEqual([
		{ session: 'session-1', error: expect.stringMatching(expected) },
	]);
});

test.each<[string, Fault, RegExp]>([
	['a 500', { kind: 'status', status: 500 }, /not available/],
	['a 503', { kind: 'status', status: 503, retryAfter: 1 }, /wait 1 second\./],
	['a timeout', { kind: 'stall' }, /raise Timeout in the options\./],
	['an answer that breaks off', { kind: 'reset', midBody: true }, /was cut/],
	['an answer that cannot be read', { kind: 'invalidJson' }, /cannot be read/],
	['an answer that is too large', { kind: 'hugeBody', bytes: 11 * 1024 * 1024 }, /larger than 10 MB/],
])('after %s, the error warns of counting the event twice', async (_what, fault, expected) => {
	api().setFaults([{ path: EVENTS, fault }]);

	const { errorItems } = await look(['session-1'], waiting(fault));

	const error = String(errorItems[0]?.json.error);
	expect(error).toMatch(/The event may have been processed: if you send it again, it may count twice\./);
	expect(error).toMatch(expected);
	expect(error).not.toMatch(/run the workflow again/i);
});

test('an item that was not requested after an outage does not advise to repeat the events of the others', async () => {
	const outage: Fault = { kind: 'status', status: 503, retryAfter: 600 };
	api().setFaults([{ path: EVENTS, skip: 1, times: 1, fault: outage }]);

	const { items, errorItems } = await look(['a', 'a', 'a'], { maxConcurrency: 1 });

	expect(items.length).toBeGreaterThan(0);
	expect(sentEvents()).toHaveLength(2);
	expect(errorItems.map(({ json }) => json.error)).toEqual([
		expect.stringMatching(/The event may have been processed/),
		expect.stringMatching(/only the items that were not requested.* This item was not requested\./),
	]);
	expect(errorItems[1]?.json.error).not.toMatch(/run the workflow again/i);
});

test('after a 429 an event is retried, since it was certainly not processed', async () => {
	api().setFaults([{ path: EVENTS, times: 1, fault: { kind: 'status', status: 429, retryAfter: 0 } }]);

	const { items, errorItems } = await look(['session-1']);

	expect(items.length).toBeGreaterThan(3);
	expect(errorItems).toEqual([]);
	expect(sentEvents().map(({ status, taken }) => [status, taken])).toEqual([
		[429, false],
		[200, true],
	]);
});

test('after repeated 429s it ends with the maximum number of tries', async () => {
	api().setFaults([{ path: EVENTS, fault: { kind: 'status', status: 429, retryAfter: 0 } }]);

	const { errorItems } = await look(['session-1'], { maxTries: 3 });

	expect(sentEvents()).toHaveLength(3);
	expect(errorItems[0]?.json.error).toMatch(/too many requests.*tried 3 times/);
	expect(errorItems[0]?.json.error).not.toMatch(/processed/);
});

test('a connection that was never made is retried', async () => {
	const { errorItems } = await runNode({
		type: 'getRecommendations',
		credential: { ...credential(), baseUrl: 'http://127.0.0.1:9' },
		onError: 'continueErrorOutput',
		parameters: { operation: 'customShelf', sessionId: 'session-1', options: { maxTries: 2 } },
	});

	expect(errorItems[0]?.json.error).toMatch(/could not be reached.*tried 2 times/);
	expect(errorItems[0]?.json.error).not.toMatch(/processed/);
});

test('the same event for two items is two events', async () => {
	const { items } = await look(['session-1', 'session-1']);

	expect(sentEvents().map(({ body, taken }) => [(body as IDataObject).sessionId, taken])).toEqual([
		['session-1', true],
		['session-1', true],
	]);
	expect(new Set(items.map(({ pairedItem }) => (pairedItem as { item: number }).item))).toEqual(new Set([0, 1]));
});

test('the events of a session are processed in the order of their items, even if one has to be retried', async () => {
	api().setFaults([{ times: 3, fault: { kind: 'status', status: 429 } }]);
	const input = Array.from({ length: 30 }, (_, n) => ({ session: `session-${n % 3}`, category: `category-${n}` }));

	await runNode({
		type: 'getRecommendations',
		credential: credential(),
		input,
		parameters: { operation: 'categoryView', categoryId: '={{ $json.category }}', sessionId: '={{ $json.session }}' },
	});

	const sent = sentEvents()
		.filter(({ taken }) => taken)
		.map(({ body }) => body as { sessionId: string; data: { id: string } });
	for (const session of ['session-0', 'session-1', 'session-2']) {
		expect(sent.filter(({ sessionId }) => sessionId === session).map(({ data }) => data.id)).toEqual(
			input.filter((item) => item.session === session).map(({ category }) => category),
		);
	}
});

test('if the node stops, events not yet started are not sent', async () => {
	api().setFaults([{ path: EVENTS, skip: 1, times: 1, fault: { kind: 'status', status: 500 } }]);

	const { error } = await look(['a', 'a', 'a', 'a'], {}, 'stopWorkflow');

	expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '500', context: { itemIndex: 1 } });
	expect(sentEvents()).toHaveLength(2);
});

test('with Continue every other item is processed, and each is paired with its input', async () => {
	api().setFaults([{ path: EVENTS, skip: 1, times: 1, fault: { kind: 'status', status: 500 } }]);

	const { items, error } = await look(['a', 'a', 'a'], {}, 'continueRegularOutput');

	expect(error).toBeUndefined();
	expect(items.filter(({ json }) => json.error !== undefined)).toEqual([
		{ json: { error: expect.stringMatching(/status 500.*\[item 1\]$/) }, pairedItem: { item: 1 } },
	]);
	expect(new Set(items.map(({ pairedItem }) => (pairedItem as { item: number }).item))).toEqual(new Set([0, 1, 2]));
});

test.each([
	['bestSellers', 'sales-ranking'],
	['collection', 'merchandising-collections'],
	['similarProducts', '/similar'],
])('%s has no side effects, and is retried after a cut and a 500', async (recommendation, path) => {
	api().setFaults([
		{ path, times: 1, fault: { kind: 'reset' } },
		{ path, times: 1, fault: { kind: 'status', status: 500 } },
	]);

	const { items, error } = await runNode({
		type: 'getRecommendations',
		credential: credential(),
		parameters: {
			operation: recommendation,
			collectionId: 'colecao-trabalho',
			productId: 'vestido-03',
			sessionId: 'session-1',
		},
	});

	expect(error).toBeUndefined();
	expect(items.length).toBeGreaterThan(1);
	expect(api().requests()).toHaveLength(3);
});

test('a failed fallback is reported, and the event is not sent again for it', async () => {
	api().setFaults([{ path: 'sales-ranking', fault: { kind: 'status', status: 400, message: 'No such category' } }]);

	const { error } = await runNode({
		type: 'getRecommendations',
		credential: credential(),
		parameters: { operation: 'categoryView', categoryId: 'vestidos', sessionId: 'fresh', ifEmpty: 'bestSellers' },
	});

	expect(error).toMatchObject({ httpCode: '400', description: expect.stringContaining('No such category') });
	expect(sentEvents()).toHaveLength(1);
});

test.each<[string, Fault, RegExp]>([
	['a 500', { kind: 'status', status: 500 }, /not available right now \(status 500\)\. /],
	['a timeout', { kind: 'stall' }, /did not answer in time\. If this continues, raise Timeout/],
	['a rejected token', { kind: 'status', status: 401 }, /did not accept the API token\./],
])('if %s keeps the best sellers back, the error says that the event was processed', async (_what, fault, expected) => {
	api().setFaults([{ path: 'sales-ranking', fault }]);

	const run = { ifEmpty: 'bestSellers', options: { ...waiting(fault), maxTries: 1 } };
	const { error } = await runNode({
		type: 'getRecommendations',
		credential: credential(),
		parameters: { operation: 'categoryView', categoryId: 'vestidos', sessionId: 'fresh', ...run },
	});

	expect(error).toMatchObject({
		message: 'The event was processed, but the best sellers could not be fetched',
		description: expect.stringMatching(expected),
	});
	expect(error?.description).toMatch(/ Do not send the event again: use the operation Best Sellers\.$/);
	expect(error?.description).not.toMatch(/run the workflow again|may count/i);
	expect(sentEvents()).toHaveLength(1);
});

test('what no event came before is not said to be one', async () => {
	api().setFaults([{ path: 'sales-ranking', fault: { kind: 'status', status: 500 } }]);

	const { error } = await runNode({
		type: 'getRecommendations',
		credential: credential(),
		parameters: { operation: 'bestSellers', options: { maxTries: 1 } },
	});

	expect(error).toMatchObject({
		message: 'Fashion.AI is not available right now (status 500)',
		description: expect.stringMatching(/^(?!.*event).*Run the workflow again later\./s),
	});
});

test('a refusal with a list of messages is told in the API’s words', async () => {
	const server = createServer((_request, response) => {
		response.writeHead(400).end('{"error":"Bad Request","message":["sessionId is required","limit is not"]}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { error } = await runNode({
		type: 'getRecommendations',
		credential: { ...credential(), baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
		parameters: { operation: 'customShelf', sessionId: 'session-1' },
	});
	server.close();
	server.closeAllConnections();

	expect(error?.description).toMatch(/^Its message: sessionId is required; limit is not\. Check the values/);
});

test('an event about an unknown product is an error', async () => {
	api().setFaults([{ path: EVENTS, fault: { kind: 'status', status: 404, message: 'Product not found' } }]);

	const { error } = await runNode({
		type: 'getRecommendations',
		credential: credential(),
		parameters: { operation: 'shopTheLook', productId: 'none', sessionId: 'session-1' },
	});

	expect(error).toMatchObject({
		message: 'Fashion.AI does not know this product',
		description: expect.stringMatching(/“[^”]+” is not known/),
		httpCode: '404',
	});
});
