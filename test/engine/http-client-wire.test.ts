import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { reusingConnectionsTo } from '../stand-in';
import { runNode } from './engine';
import { usePauses } from './pauses';
import { startWireServer, type WireBehavior, type WireServer } from './wire-server';

const TOKEN = 'a-token-that-nobody-may-see';
const PROFILE = JSON.stringify({ userProfileId: 'u-1', profile: { perfil_cliente: { estilo_geral: 'clássico' } } });
/** Long enough for a busy machine; calls without an answer get less. */
const LONG = 30_000;
const SHORT = 500;
const TOO_LARGE = 11 * 1024 * 1024;

const pauses = usePauses();
const servers: WireServer[] = [];
afterEach(async () => {
	await Promise.all(servers.splice(0).map(async (server) => await server.close()));
});

async function serve(behavior: WireBehavior): Promise<WireServer> {
	const server = await startWireServer(behavior);
	servers.push(server);
	return server;
}

const head = (status: string, ...headers: string[]) => [`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n');
const json = (body: string | Buffer, ...headers: string[]) =>
	Buffer.concat([
		Buffer.from(
			head('200 OK', 'Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`, ...headers),
		),
		Buffer.from(body),
	]);

/** Sends endlessly, as fast as the other side reads. */
function flood(socket: Socket, chunk: Buffer): void {
	while (!socket.destroyed && socket.write(chunk));
	if (!socket.destroyed) socket.once('drain', () => flood(socket, chunk));
}

/** Servers whose only call was aborted, by what they did; the last test of the file waits for all of them at once. */
const left: [what: string, server: WireServer][] = [];
afterAll(async () => {
	await Promise.all(left.map(async ([, server]) => await server.close()));
});

describe.each([
	['with reused connections', true],
	['through n8n', false],
])('%s', (way, reuseConnections) => {
	const hostAt = (baseUrl: string) => (reuseConnections ? reusingConnectionsTo(baseUrl) : { host: 'custom', baseUrl });
	const lookUp = (baseUrl: string, options = {}) =>
		pauses.skipIn(
			runNode({
				type: 'getCustomerProfile',
				credential: { token: ` ${TOKEN}\n`, ...hostAt(baseUrl) },
				input: [{}],
				parameters: { email: 'ana@example.com', options: { maxTries: 2, timeout: LONG, ...options } },
			}),
		);

	test.each<[string, (socket: Socket) => void]>([
		['HTTP/1.0 without a length', (socket) => socket.end(`HTTP/1.0 200 OK\r\n\r\n${PROFILE}`)],
		[
			'early hints before the answer',
			(socket) => socket.write(Buffer.concat([Buffer.from(head('103 Early Hints')), json(PROFILE)])),
		],
		['a packed body', (socket) => socket.write(json(gzipSync(PROFILE), 'Content-Encoding: gzip'))],
		['a byte order mark', (socket) => socket.write(json(`\uFEFF${PROFILE}`))],
		['bytes behind the answer', (socket) => socket.write(Buffer.concat([json(PROFILE), Buffer.from('HTTP? more')]))],
		[
			'another content type',
			(socket) => socket.end(`HTTP/1.1 201 Created\r\nContent-Type: text/plain\r\n\r\n${PROFILE}`),
		],
	])('an answer with %s is read', async (_what, onRequest) => {
		const server = await serve({ onRequest });

		const { items, error } = await lookUp(server.url);

		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ found: true, userProfileId: 'u-1', style: 'clássico' });
		expect(server.heads).toHaveLength(1);
	});

	test.each<[string, (socket: Socket) => void, RegExp, number, number?]>([
		[
			'something other than HTTP',
			(socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
			/did not answer like Fashion\.AI/,
			1,
		],
		['no answer at all', (socket) => socket.end(), /connection to Fashion\.AI was cut/, 2],
		['a reset', (socket) => socket.resetAndDestroy(), /connection to Fashion\.AI was cut/, 2],
		[
			'less than was announced',
			(socket) => socket.end(`${head('200 OK', 'Content-Length: 500')}${PROFILE}`),
			/was cut/,
			2,
		],
		[
			'more than was announced',
			(socket) => socket.end(`${head('200 OK', 'Content-Length: 20')}${PROFILE}`),
			/cannot be read/,
			1,
		],
		[
			'a body not encoded as announced',
			(socket) => socket.write(json(PROFILE, 'Content-Encoding: gzip')),
			/cannot be read/,
			1,
		],
		['no content', (socket) => socket.end(head('204 No Content')), /cannot be read/, 1],
		['nothing new', (socket) => socket.end(head('304 Not Modified')), /cannot be read/, 1],
		[
			'another protocol',
			(socket) => socket.write(head('101 Switching Protocols', 'Upgrade: x', 'Connection: Upgrade')),
			/in time|was cut/,
			2,
			SHORT,
		],
		[
			'a page that is gone',
			(socket) => socket.end(head('410 Gone', 'Content-Length: 0')),
			/rejected this request \(status 410\)/,
			1,
		],
		[
			'a 404 of another JSON server',
			(socket) => socket.end(`${head('404 Not Found')}{"status":404,"error":"Not Found","path":"/api/v1/crm"}`),
			/did not answer like Fashion\.AI/,
			1,
		],
	])('an answer with %s is an error', async (_what, onRequest, expected, requests, timeout = LONG) => {
		const server = await serve({ onRequest });

		const { items, error } = await lookUp(server.url, { timeout });

		expect(items).toEqual([]);
		expect(error?.message).toMatch(expected);
		expect(server.heads).toHaveLength(requests);
	});

	test.each([300, 305, 399])('what an answer with the status %i holds is not shown', async (status) => {
		const server = await serve({ onRequest: (socket) => socket.end(`${head(`${status} Odd`)}${PROFILE}`) });

		const { error, run } = await lookUp(server.url);

		expect(error?.message).toBe('Fashion.AI sent an answer that cannot be read');
		expect(error?.description).toMatch(`What is unexpected: the status ${status}.`);
		expect(JSON.stringify(run)).not.toContain('clássico');
	});

	test.each<[string, WireBehavior, string?]>([
		['a connection on which nothing comes', { onRequest: () => undefined }],
		['a handshake that is not answered', {}, 'https'],
		[
			'headers that trickle',
			{
				onRequest: (socket) => {
					socket.write('HTTP/1.1 200 OK\r\nX-Slow: ');
					const drip = setInterval(() => socket.write('x'), 20);
					socket.on('close', () => clearInterval(drip));
				},
			},
		],
		[
			'a body that trickles',
			{
				onRequest: (socket) => {
					socket.write(head('200 OK', 'Content-Length: 100000'));
					const drip = setInterval(() => socket.write(' '), 20);
					socket.on('close', () => clearInterval(drip));
				},
			},
		],
		['a body that stops half way', { onRequest: (socket) => socket.write(json(PROFILE).subarray(0, -5)) }],
	])('%s times out', async (what, behavior, scheme = 'http') => {
		const server = await startWireServer(behavior);
		left.push([`${what}, ${way}`, server]);
		const begun = Date.now();

		const { error } = await lookUp(server.url.replace('http', scheme), { maxTries: 1, timeout: SHORT });

		expect(error?.message).toBe('Fashion.AI did not answer in time');
		expect(Date.now() - begun).toBeLessThan(5_000);
	});

	test.each<[string, (socket: Socket) => void]>([
		[
			'as it is',
			(socket) => {
				socket.write(head('200 OK', 'Content-Type: application/json'));
				flood(socket, Buffer.alloc(64 * 1024, 'x'));
			},
		],
		['packed', (socket) => socket.write(json(gzipSync(Buffer.alloc(2 * TOO_LARGE)), 'Content-Encoding: gzip'))],
		[
			'behind a 500',
			(socket) => {
				socket.write(head('500 Internal Server Error'));
				flood(socket, Buffer.alloc(64 * 1024, 'x'));
			},
		],
	])('a body of more than 10 MB, %s, is not read to the end', async (what, onRequest) => {
		const server = await startWireServer({ onRequest });
		left.push([`more than 10 MB ${what}, ${way}`, server]);

		const { error } = await lookUp(server.url);

		expect(error?.message).toBe('The answer is larger than 10 MB and was not read');
		expect(server.heads).toHaveLength(1);
	});

	test('an event is retried if the connection ended before the handshake was complete', async () => {
		const server = await serve({ onConnection: (socket) => socket.once('data', () => socket.end()) });

		const event = runNode({
			type: 'getRecommendations',
			credential: { token: TOKEN, ...hostAt(server.url.replace('http', 'https')) },
			parameters: { operation: 'categoryView', categoryId: '1', sessionId: 's', options: { maxTries: 3 } },
		});
		const { error } = await pauses.skipIn(event);

		expect(error?.message).toBe('The API host could not be reached');
		expect(server.connections).toBe(3);
	});

	test('an echo by the server never shows the token, in any form', async () => {
		const encoded = [...TOKEN].map((character) => `%${character.charCodeAt(0).toString(16)}`).join('');
		const packed = Buffer.from(`user:${TOKEN}`).toString('base64');
		const said = `bad header ${TOKEN.replace('-', '\\u002d')}, ${TOKEN}, ${TOKEN.replaceAll('-', '&#x2D;').toUpperCase()}, ${encoded}, ${TOKEN.slice(0, 12)}, ${[...TOKEN].join('.')}, ${packed}`;
		const echo = `{"error":"Bad Request","message":"${said}"}`;
		const server = await serve({ onRequest: (socket) => socket.end(`${head('400 Bad Request')}${echo}`) });

		const { error, run } = await lookUp(server.url);

		expect(server.heads[0]).toContain(`${TOKEN}\r\n`);
		expect(error?.description).toMatch(/bad header …, …, …, …, …, …, dXNlc[\w]?…/);
		expect(JSON.stringify(run)).not.toContain(TOKEN);
	});
});

/** A handshake is aborted at once, but undici holds on to its socket for ten seconds, so its calls come first in this file. */
test('an aborted call leaves no connection open', async () => {
	const stillOpen = () => left.filter(([, { open }]) => open.size > 0).map(([what]) => what);
	expect(left).toHaveLength(2 * (5 + 3));
	for (let waited = 0; stillOpen().length > 0 && waited < 15_000; waited += 20) await wait(20);
	expect(stillOpen()).toEqual([]);
});
