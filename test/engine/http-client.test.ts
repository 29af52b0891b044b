import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import type { IDataObject } from 'n8n-workflow';

import type { FaultRule } from '../../sandbox';
import { reusingConnectionsTo } from '../stand-in';
import { runNode, type NodeRun } from './engine';
import { usePauses } from './pauses';
import { useSandbox } from './use-sandbox';

const { api, credential } = useSandbox({ syntheticCustomers: true });
const pauses = usePauses();

const customers = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, n) => ({ email: `load-${n}@example.com` }));

const lookUp = (input: IDataObject[], options: IDataObject = {}, rest: Partial<NodeRun> = {}) =>
	runNode({
		type: 'getCustomerProfile',
		credential: credential(),
		input,
		...rest,
		parameters: { email: '={{ $json.email }}', options } as NodeRun['parameters'],
	});

async function addressWithoutServer(): Promise<string> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return `http://127.0.0.1:${port}`;
}

const faults = (...rules: FaultRule[]) => api().setFaults(rules);

/** Long enough for a busy machine, in tests that do not wait for the timeout. */
const timeoutFor = ({ kind }: FaultRule['fault']) => (kind === 'stall' || kind === 'slowBody' ? 400 : 30_000);

describe('concurrency', () => {
	/** A server that answers like the sandbox, refuses more than `bears` concurrent calls, and counts those in flight. */
	async function withCountingServer(
		use: (
			url: string,
			seen: { beforeFirstAnswer: number; most: number; connections: number; refused: number },
		) => Promise<void>,
		{ bears = Infinity, takes = 300 } = {},
	): Promise<void> {
		const seen = { beforeFirstAnswer: 0, most: 0, connections: 0, refused: 0 };
		let underWay = 0;
		let answered = false;
		const server: Server = createServer((_request, response) => {
			underWay++;
			seen.most = Math.max(seen.most, underWay);
			if (!answered) seen.beforeFirstAnswer = underWay;
			if (underWay > bears) {
				underWay--;
				seen.refused++;
				response.writeHead(429, { connection: 'close' }).end('{"statusCode":429,"message":"Too Many Requests"}');
				return;
			}
			setTimeout(() => {
				answered = true;
				underWay--;
				response.setHeader('connection', 'close').end('{"userProfileId":"1","profile":{}}');
			}, takes);
		});
		server.on('connection', () => seen.connections++);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		try {
			await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen);
		} finally {
			server.closeAllConnections();
			server.close();
		}
	}

	const target = (baseUrl: string) => ({ credential: { token: 'x', host: 'custom', baseUrl } });

	test('starts with few calls, grows with the answers and stays within the default maximum', async () => {
		await withCountingServer(async (url, seen) => {
			const { items } = await lookUp(customers(500), {}, target(url));

			expect(items).toHaveLength(500);
			expect(seen.beforeFirstAnswer).toBeLessThanOrEqual(64);
			expect(seen.most).toBeGreaterThan(64);
			expect(seen.most).toBeLessThanOrEqual(128);
			expect(seen.connections).toBe(500);
		});
	});

	test.each([5, 10, 40])(
		'of an API that bears %d calls at once every customer is delivered, with fewer refusals than customers',
		async (bears) => {
			await withCountingServer(
				async (url, seen) => {
					const { items, error } = await lookUp(customers(200), {}, target(url));

					expect(error).toBeUndefined();
					expect(items).toHaveLength(200);
					expect(seen.refused).toBeGreaterThan(0);
					expect(seen.refused).toBeLessThan(200);
				},
				{ bears, takes: 60 },
			);
		},
	);

	test('never exceeds the maximum in the options', async () => {
		await withCountingServer(
			async (url, seen) => {
				const { items } = await lookUp(customers(20), { maxConcurrency: 3 }, target(url));

				expect(items).toHaveLength(20);
				expect(seen.most).toBe(3);
			},
			{ takes: 60 },
		);
	});
});

describe('retry', () => {
	test.each<[string, FaultRule['fault']]>([
		['429', { kind: 'status', status: 429 }],
		['408', { kind: 'status', status: 408 }],
		['500', { kind: 'status', status: 500 }],
		['502', { kind: 'status', status: 502 }],
		['503 with Retry-After', { kind: 'status', status: 503, retryAfter: 1 }],
		['a reset', { kind: 'reset' }],
		['a reset in the body', { kind: 'reset', midBody: true }],
		['silence', { kind: 'stall' }],
		['a body that stops half way', { kind: 'stall', midBody: true }],
		['a body that trickles', { kind: 'slowBody', everyMs: 50 }],
	])('a lookup is retried after %s', async (_what, fault) => {
		faults({ times: 1, fault });

		const { items, error } = await pauses.skipIn(lookUp(customers(1), { timeout: timeoutFor(fault) }));

		expect(error).toBeUndefined();
		expect(items[0]?.json.found).toBe(true);
		expect(api().requests()).toHaveLength(2);
	});

	test.each<[string, FaultRule['fault'], RegExp]>([
		['400', { kind: 'status', status: 400, message: 'email is odd' }, /rejected this request/],
		['403', { kind: 'status', status: 403 }, /no permission/],
		[
			'a way to another address',
			{ kind: 'redirect', location: 'http://127.0.0.1:9/' },
			/another address \(status 302\)/,
		],
		['JSON that breaks off', { kind: 'invalidJson' }, /cannot be read/],
		['another shape', { kind: 'wrongShape', body: { products: [] } }, /cannot be read/],
		['another server’s page', { kind: 'htmlPage' }, /did not answer like Fashion\.AI/],
		['another server’s page with 200', { kind: 'htmlPage', status: 200 }, /did not answer like Fashion\.AI/],
	])('a lookup is not retried after %s', async (_what, fault, expected) => {
		faults({ fault });

		const { items, error } = await pauses.skipIn(lookUp(customers(1)));

		expect(items).toEqual([]);
		expect(error?.message).toMatch(expected);
		expect(api().requests()).toHaveLength(1);
	});

	test('Max Tries includes the first try, and the message says how many there were', async () => {
		faults({ fault: { kind: 'status', status: 500 } });

		const { error } = await pauses.skipIn(lookUp(customers(1), { maxTries: 3 }));

		expect(error?.message).toBe('Fashion.AI is not available right now (status 500)');
		expect(error?.description).toMatch(/The call was tried 3 times/);
		expect(api().requests()).toHaveLength(3);
	});

	test('with many items and mixed faults, every one is delivered', async () => {
		faults(
			{ rate: 0.05, seed: 1, fault: { kind: 'status', status: 429, retryAfter: 0.2 } },
			{ rate: 0.05, seed: 2, fault: { kind: 'status', status: 500 } },
			{ rate: 0.02, seed: 3, fault: { kind: 'reset' } },
			{ rate: 0.02, seed: 4, fault: { kind: 'stall', midBody: true } },
		);

		const { items, error } = await pauses.skipIn(lookUp(customers(300), { timeout: 1_000, maxTries: 8 }));

		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.userProfileId)).toEqual(customers(300).map((_, n) => `load-${n}`));
	});
});

describe('Retry-After', () => {
	test.each(['seconds', 'date'] as const)('in %s holds back all calls', async (retryAfterAs) => {
		faults({ skip: 3, times: 1, fault: { kind: 'status', status: 429, retryAfter: 30, retryAfterAs } });

		const { items } = await pauses.skipIn(lookUp(customers(200)));

		expect(items).toHaveLength(200);
		const arrivals = api()
			.requests()
			.map(({ at }) => at);
		const refused =
			api()
				.requests()
				.find(({ status }) => status === 429)?.at ?? 0;
		// Calls in flight may still arrive. A date has whole seconds only, so the remaining pause can be a second shorter.
		const quiet = arrivals.filter((at) => at > refused + 5_000 && at < refused + 28_900);
		expect(quiet).toEqual([]);
		expect(arrivals.filter((at) => at >= refused + 28_900).length).toBeGreaterThan(20);
	});

	test.each([429, 503])('of more than a minute ends a %d with a message that says how long', async (status) => {
		faults({ fault: { kind: 'status', status, retryAfter: 3600 } });

		const { errorItems } = await pauses.skipIn(lookUp(customers(1000), {}, { onError: 'continueErrorOutput' }));

		expect(errorItems).toHaveLength(1000);
		for (const { json } of errorItems) expect(json.error).toMatch(/asks you to wait 3[56]\d\d seconds/);
		expect(api().requests().length).toBeLessThanOrEqual(64);
	});
});

describe.each([
	['through n8n', false],
	['with reused connections', true],
])('stop %s', (_way, reuseConnections) => {
	const way = () => ({ credential: { ...credential(), ...(reuseConnections ? reusingConnectionsTo(api().url) : {}) } });

	/** Lets calls in flight arrive. A busy machine takes longer, but not more turns of the event loop. */
	async function arrive(): Promise<void> {
		for (let turns = 0; turns < 20; turns++) await wait(5);
	}

	async function expectNothingMore(): Promise<void> {
		await arrive();
		const arrived = api().requests().length;
		await pauses.pass(60_000);
		await arrive();
		expect(api().requests().length).toBe(arrived);
	}

	/** Waits until the given number of calls have arrived, and the API's responses have come back. */
	async function untilCalled(times: number): Promise<number> {
		while (api().requests().length < times) await wait(5);
		await arrive();
		return Date.now();
	}

	test.each<[string, FaultRule]>([
		['while the API asks for quiet', { fault: { kind: 'status', status: 429, retryAfter: 30 } }],
		['while it pauses before another try', { fault: { kind: 'status', status: 500 } }],
		['while nothing is answered', { fault: { kind: 'stall' } }],
		['while a body stops half way', { fault: { kind: 'stall', midBody: true } }],
		['while a body trickles', { fault: { kind: 'slowBody', everyMs: 50 } }],
	])('%s ends the execution at once, and nothing more is sent', async (_what, rule) => {
		faults(rule);
		const stopWhen = untilCalled(8);

		await lookUp(customers(200), { maxTries: 10 }, { ...way(), stopWhen });
		const took = Date.now() - (await stopWhen);

		expect(took).toBeLessThan(1_000);
		await expectNothingMore();
	});

	test('a node that stopped at one item does not continue with the others', async () => {
		faults({ path: 'load-3%40', fault: { kind: 'status', status: 400 } }, { fault: { kind: 'status', status: 500 } });

		const { error } = await lookUp(customers(50), { maxTries: 10 }, way());

		expect(error?.message).toMatch(/rejected this request/);
		await expectNothingMore();
	});

	test.each([401, 403])('after the first %d nothing more is sent', async (status) => {
		faults({ skip: 20, fault: { kind: 'status', status } });

		const { items, errorItems } = await lookUp(
			customers(500),
			{ maxConcurrency: 4 },
			{ ...way(), onError: 'continueErrorOutput' },
		);

		expect(items.length + errorItems.length).toBe(500);
		expect(api().requests().length).toBeLessThanOrEqual(24);
	});
});

describe.each([
	['through n8n', false],
	['with reused connections', true],
])('events %s', (_way, reuseConnections) => {
	const sendEvent = (baseUrl = api().url, options: IDataObject = {}) =>
		pauses.skipIn(
			runNode({
				type: 'getRecommendations',
				credential: { ...credential(), ...(reuseConnections ? reusingConnectionsTo(baseUrl) : { baseUrl }) },
				parameters: {
					operation: 'categoryView',
					categoryId: 'vestidos',
					sessionId: 'session-1',
					options,
				} as NodeRun['parameters'],
			}),
		);
	const taken = () =>
		api()
			.requests()
			.filter((request) => request.taken).length;

	test('an event is retried after a 429, and processed once', async () => {
		faults({ times: 2, fault: { kind: 'status', status: 429, retryAfter: 0.1 } });

		const { error } = await sendEvent();

		expect(error).toBeUndefined();
		expect(api().requests()).toHaveLength(3);
		expect(taken()).toBe(1);
	});

	test.each<[string, FaultRule['fault'], RegExp]>([
		['500', { kind: 'status', status: 500, taken: true }, /not available right now \(status 500\)/],
		['503', { kind: 'status', status: 503, retryAfter: 1 }, /not available right now \(status 503\)/],
		['408', { kind: 'status', status: 408 }, /did not answer in time/],
		['a reset', { kind: 'reset', taken: true }, /connection to Fashion\.AI was cut/],
		['a reset in the body', { kind: 'reset', midBody: true }, /connection to Fashion\.AI was cut/],
		['silence', { kind: 'stall', taken: true }, /did not answer in time/],
		['a body that stops half way', { kind: 'stall', midBody: true }, /did not answer in time/],
	])('an event is never retried after %s', async (_what, fault, expected) => {
		faults({ times: 1, fault });

		const { error } = await sendEvent(undefined, { timeout: timeoutFor(fault) });

		expect(error?.message).toMatch(expected);
		expect(api().requests()).toHaveLength(1);
	});

	test('an event is retried if no connection was made', async () => {
		const { error } = await sendEvent(await addressWithoutServer(), { maxTries: 2 });

		expect(error?.message).toBe('The API host could not be reached');
		expect(error?.description).toMatch(/The call was tried 2 times/);
	});
});

test('with reused connections, a run of many items needs no more connections than concurrent calls', async () => {
	const target = { ...credential(), ...reusingConnectionsTo(api().url) };
	const { items, error } = await lookUp(customers(200), { maxConcurrency: 10 }, { credential: target });

	expect(error).toBeUndefined();
	expect(items).toHaveLength(200);
	const connections = new Set(
		api()
			.requests()
			.map(({ headers }) => headers.connection),
	);
	expect(connections).toEqual(new Set(['keep-alive']));
});

describe.each([
	['through n8n', false],
	['with reused connections', true],
])('a token that is not a valid header value, %s,', (_way, reuseConnections) => {
	const target = (token: string) => ({
		...credential(),
		...(reuseConnections ? reusingConnectionsTo(api().url) : {}),
		token,
	});

	test.each([
		['nothing', ' \n', /^The API token is empty$/, /^In the Fashion\.AI credential/],
		[
			'a zero-width space',
			'secret\u200B',
			/contains a character that cannot be sent$/,
			/^Character 7 of it is an invisible character\./,
		],
		[
			'curly quotes',
			'“secret”',
			/contains a character that cannot be sent$/,
			/^Character 1 of it is a curly quotation mark\./,
		],
		[
			'a line break inside',
			'sec\r\nret',
			/contains a character that cannot be sent$/,
			/^Character 4 of it is a line break\./,
		],
		[
			'a letter of another alphabet',
			'secrеt',
			/contains a character that cannot be sent$/,
			/^Character 5 of it is an accented letter or special symbol,/,
		],
		['100 KB', 'secret'.repeat(17_000), /too long to be sent$/, /^It has 102000 characters/],
	])('is reported with what is wrong (%s), and nothing is sent', async (_what, token, message, description) => {
		const { error, run } = await lookUp(customers(2), {}, { credential: target(token) });

		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(description);
		expect(error?.description).toContain('https://app.generativecrm.com/settings?tab=app-tokens');
		expect(JSON.stringify(run)).not.toContain('sec');
		expect(api().requests()).toEqual([]);
	});

	test('with Continue every item says so', async () => {
		const { errorItems } = await lookUp(
			customers(2),
			{},
			{ credential: target('“secret”'), onError: 'continueErrorOutput' },
		);

		expect(errorItems.map(({ json }) => json.error)).toEqual([
			expect.stringMatching(/cannot be sent\..*curly.*\[item 0\]$/),
			expect.stringMatching(/cannot be sent\..*curly.*\[item 1\]$/),
		]);
	});
});

test('calls to a custom host always go through n8n, whatever the credential was set to before', async () => {
	const { items } = await lookUp(customers(3), {}, { credential: { ...credential(), reuseConnections: true } });

	expect(items).toHaveLength(3);
	const connections = api()
		.requests()
		.map(({ headers }) => headers.connection);
	expect(connections).toEqual(['close', 'close', 'close']);
});

test('the credential is decrypted once, however many items there are', async () => {
	const { items, decryptions } = await lookUp(customers(50));

	expect(items).toHaveLength(50);
	expect(decryptions).toBe(1);
});
