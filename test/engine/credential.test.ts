import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';

import { FORBIDDEN_TOKEN } from '../../sandbox';
import { loadNode, loadPackage } from './engine';
import { useSandbox } from './use-sandbox';
import { startWireServer, type WireBehavior, type WireServer } from './wire-server';

const { api, credential } = useSandbox();

/** Tests a credential with the function that n8n calls, in n8n's own context for it. */
async function check(data: ICredentialDataDecryptedObject): Promise<INodeCredentialTestResult> {
	const { credentials } = (await loadNode('getCustomerProfile')).description;
	const name = String(credentials?.[0]?.testedBy);
	const test = (await loadNode('getCustomerProfile')).methods?.credentialTest?.[name];
	if (test === undefined) throw new Error('The node offers no credential test');
	return await test.call(new CredentialTestContext(), { id: '1', name: 'Fashion.AI', type: 'fashionAiApi', data });
}

async function withServer(
	answer: { status: number; headers?: Record<string, string>; body: string },
	use: (url: string) => Promise<void>,
) {
	const server = createServer((_request, response) => {
		response.writeHead(answer.status, answer.headers).end(answer.body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	try {
		await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
	} finally {
		server.close();
		server.closeAllConnections();
	}
}

test('a valid token passes, with one call without side effects', async () => {
	expect(await check(credential())).toMatchObject({ status: 'OK' });
	expect(api().requests()).toEqual([
		expect.objectContaining({ method: 'GET', path: '/api/v1/products/protected/sales-ranking' }),
	]);
});

test('a token pasted with a line break passes', async () => {
	expect(await check({ ...credential(), token: ` ${api().token}\n` })).toMatchObject({ status: 'OK' });
});

test.each<[string, () => ICredentialDataDecryptedObject, RegExp]>([
	['a wrong token', () => ({ ...credential(), token: 'wrong' }), /did not accept the API token/],
	['an empty token', () => ({ ...credential(), token: ' ' }), /API token is empty\. In the Fashion\.AI credential/],
	[
		'a token with a line break inside',
		() => ({ ...credential(), token: 'wrong\ntoken' }),
		/Character 6 of it is a line break/,
	],
	[
		'a token in curly quotes',
		() => ({ ...credential(), token: '“wrong”' }),
		/Character 1 of it is a curly quotation mark/,
	],
	[
		'a token that is far too long',
		() => ({ ...credential(), token: 'wrong'.repeat(20_000) }),
		/too long to be sent.*100000 characters/,
	],
	['a token without permission', () => ({ ...credential(), token: FORBIDDEN_TOKEN }), /no permission/],
	['a host that does not exist', () => ({ ...credential(), baseUrl: 'http://none.invalid' }), /could not be found/],
	['a host where nothing answers', () => ({ ...credential(), baseUrl: 'http://127.0.0.1:9' }), /could not be reached/],
	[
		'https where http is spoken',
		() => ({ ...credential(), baseUrl: api().url.replace('http:', 'https:') }),
		/secure connection/,
	],
	['a base URL with a path', () => ({ ...credential(), baseUrl: `${api().url}/api/v1` }), /contains a path/],
	['a base URL with a query', () => ({ ...credential(), baseUrl: `${api().url}?a=1` }), /contains a query/],
	[
		'a base URL with a user name',
		() => ({ ...credential(), baseUrl: 'http://a:b@example.com' }),
		/contains a user name or password/,
	],
	['no base URL', () => ({ ...credential(), baseUrl: '' }), /is empty/],
	...['Custom', ' custom', '', 'toString', null, ['custom']].map(
		(host) =>
			[
				`the host ${JSON.stringify(host)}`,
				() => ({ ...credential(), host }) as unknown as ICredentialDataDecryptedObject,
				/^API Host is not valid: “.*”\. Choose current, earlier or custom/,
			] as [string, () => ICredentialDataDecryptedObject, RegExp],
	),
	['words for a base URL', () => ({ ...credential(), baseUrl: 'fashion ai' }), /not a web address/],
])('%s has its own error message', async (_what, data, expected) => {
	const { status, message } = await check(data());

	expect(status).toBe('Error');
	expect(message).toMatch(expected);
	expect(message).not.toContain('wrong');
	expect(api().requests().length).toBeLessThanOrEqual(1);
});

test.each([
	['a page of another server', { status: 200, body: '<html>Welcome</html>' }, /did not answer like Fashion\.AI/],
	['another API', { status: 200, body: '{"ok":true}' }, /did not answer like Fashion\.AI/],
	['a server that knows no such page', { status: 404, body: 'not found' }, /did not answer like Fashion\.AI/],
	['another server’s refusal', { status: 401, body: '<html>Sign in</html>' }, /did not answer like Fashion\.AI/],
	['a gateway that refuses the token', { status: 401, body: '' }, /did not accept the API token\. Paste a valid token/],
	['a gateway that refuses the token in a word', { status: 401, body: 'Unauthorized' }, /did not accept the API token/],
	['a gateway’s JSON', { status: 401, body: '{"message":"Unauthorized"}' }, /did not accept the API token/],
	['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:9/' }, body: '' }, /another address/],
	['a server in trouble', { status: 503, body: '' }, /not available right now.*Try again in a few minutes/],
	['a server that is asked too often', { status: 429, body: '' }, /too many requests\. Try again in a few minutes/],
	['a server that rejects the request', { status: 400, body: '' }, /status 400\)\. Check the API Host/],
])('%s is not mistaken for the API', async (_what, answer, expected) => {
	await withServer(answer, async (url) => {
		expect(await check({ ...credential(), baseUrl: url })).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(expected),
		});
	});
});

describe('an answer', () => {
	let server: WireServer;
	afterEach(async () => await server.close());

	/** The message for an answer that `onRequest` sends, and whether the connection was closed after it. */
	async function checkAgainst(onRequest: WireBehavior['onRequest']): Promise<{ message: string; isClosed: boolean }> {
		server = await startWireServer({ onRequest });
		const { message } = await check({ ...credential(), baseUrl: server.url });
		for (let tries = 0; tries < 50 && server.open.size > 0; tries++) await wait(20);
		return { message, isClosed: server.open.size === 0 };
	}

	/** Sends a chunk whenever the other side has read the one before. */
	function flood(socket: Socket, chunk: Buffer): void {
		while (!socket.destroyed && socket.write(chunk));
		if (!socket.destroyed) socket.once('drain', () => flood(socket, chunk));
	}

	test.each<[string, string]>([
		['trickles', 'HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{'],
		['has a head that trickles', 'HTTP/1.1 200 OK\r\nX: '],
	])('that %s is not waited for', async (_what, start) => {
		const timeout = AbortSignal.timeout.bind(AbortSignal);
		const limit = jest.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => timeout(milliseconds / 20));

		const { message, isClosed } = await checkAgainst((socket) => {
			socket.write(start);
			const timer = setInterval(() => socket.write('x'), 50);
			socket.on('close', () => clearInterval(timer));
			// Whoever waits for the head cannot be stopped before it is whole.
			if (!start.includes('{')) setTimeout(() => socket.write('\r\n\r\n'), 800);
		});

		limit.mockRestore();
		expect(message).toMatch(/did not answer in time\. Try again in a few minutes/);
		expect(isClosed).toBe(true);
	});

	test('without end is not read on', async () => {
		const { message, isClosed } = await checkAgainst((socket) => {
			socket.write('HTTP/1.1 200 OK\r\n\r\n');
			flood(socket, Buffer.alloc(64 * 1024, ' '));
		});

		expect(message).toMatch(/^The answer is larger than 10 MB and was not read\. Check the API Host/);
		expect(isClosed).toBe(true);
	});

	test('that unpacks to far more is not read on', async () => {
		const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '));
		const { message, isClosed } = await checkAgainst((socket) => {
			socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`);
			socket.write(bomb);
		});

		expect(message).toMatch(/larger than 10 MB/);
		expect(isClosed).toBe(true);
	});
});

test('the two hosts of the API are chosen by name', async () => {
	const type = (await loadPackage()).getCredential('fashionAiApi').type;
	const host = type.properties.find(({ name }) => name === 'host');

	expect(host?.options?.map((option) => 'value' in option && option.value)).toEqual(['current', 'earlier', 'custom']);
	expect(type.properties.find(({ name }) => name === 'token')?.typeOptions).toEqual({ password: true });
});
