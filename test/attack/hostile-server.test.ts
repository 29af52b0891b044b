import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';

import fc from 'fast-check';

import { runNode } from '../engine/engine';
import { usePauses } from '../engine/pauses';
import { startWireServer, type WireBehavior, type WireServer } from '../engine/wire-server';
import { reusingConnectionsTo } from '../stand-in';
import { anyCharacters } from './arbitraries/texts';
import { type Certificate, makeCertificates, useAuthority } from './certificates';
import { checkWords } from './checks/failure';
import { attack, IS_LONG, record } from './record';
import { LOOKUP_LIMIT } from './subject';

const TOKEN = 'a-token-that-nobody-may-see';
const PROFILE = JSON.stringify({ userProfileId: 'u-1', profile: { perfil_cliente: { estilo_geral: 'clássico' } } });
const ROUNDS = IS_LONG ? 10 : 1;
const TIMEOUT = 30_000;
const LONGEST = 10 * 60_000;

const pauses = usePauses();
const certificates = makeCertificates();
useAuthority(certificates.authority);

/** Servers of which the client must let go, with what they do. */
const servers: { what: string; server: WireServer }[] = [];
/** More would be too many open at once. */
const MOST_SERVERS = 500;
afterEach(checkIfMany);
afterAll(checkLetGo);

async function serve(what: string, behavior: WireBehavior, tls?: Certificate): Promise<WireServer> {
	const server = await startWireServer(behavior, tls);
	servers.push({ what, server });
	return server;
}

/** No connection stays open. fetch may hold on to one for four seconds: the short form waits once, for all. */
async function checkLetGo(): Promise<void> {
	const open = () => servers.filter(({ server }) => server.open.size > 0).map(({ what }) => what);
	for (let waited = 0; open().length > 0 && waited < 15_000; waited += 20)
		await new Promise((resolve) => setTimeout(resolve, 20));
	const left = open();
	await Promise.all(servers.splice(0).map(async ({ server }) => await server.close()));
	expect(left).toEqual([]);
}

async function checkIfMany(): Promise<void> {
	if (servers.length >= MOST_SERVERS) await checkLetGo();
}

const head = (status: string, ...headers: string[]) => [`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n');
const whole = (body: string | Buffer, status = '200 OK', ...headers: string[]) =>
	Buffer.concat([
		Buffer.from(
			head(status, 'Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`, ...headers),
		),
		Buffer.from(body),
	]);
const chunked = (...chunks: string[]) => head('200 OK', 'Transfer-Encoding: chunked') + chunks.join('');
/** Says that the connection ends with it: the next try must not run into its end. */
const refusal = (status: string, ...headers: string[]) =>
	whole('{"error":"No","message":"Go away"}', status, 'Connection: close', ...headers);

/** Sends the same endlessly, as fast as the other side reads. */
function flood(socket: Socket, chunk: string): void {
	while (!socket.destroyed && socket.write(chunk));
	if (!socket.destroyed) socket.once('drain', () => flood(socket, chunk));
}

/** Sends a text byte by byte, one every `every` milliseconds. */
function drip(socket: Socket, text: string, every: number): void {
	let at = 0;
	const dripping = setInterval(() => socket.write(text[at++] ?? ' '), every);
	socket.on('close', () => clearInterval(dripping));
}

const MEMBER = gzipSync(Buffer.alloc(10 * 1024 * 1024));
/** Four gigabytes of zeros in four megabytes. */
const BOMB = Buffer.concat(Array.from({ length: 400 }, () => MEMBER));
/** Brotli at its best compression takes seconds. */
const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const DEEP = `{"profile":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
const headers = (count: number, value: string) => Array.from({ length: count }, (_, at) => `X-${at}: ${value}`);

const READ = 'read';
const CUT = /^The connection to Fashion\.AI was cut$/;
const UNREADABLE = /^Fashion\.AI sent an answer that cannot be read$/;
/** The fetch of Node.js 20 and 22 misses that the bytes cannot be unpacked if they arrive in several parts; the timeout ends it. */
const UNPACKED =
	Number.parseInt(process.versions.undici ?? '') < 7 ? /cannot be read$|did not answer in time$/ : UNREADABLE;
const NOT_HTTP = /^The API host did not answer like Fashion\.AI$/;
const LATE = /^Fashion\.AI did not answer in time$/;
const LARGE = /^The answer is larger than 10 MB and was not read$/;
const LIMITED = /^Fashion\.AI is receiving too many requests$/;
const UNAVAILABLE = /^Fashion\.AI is not available right now \(status \d{3}\)$/;
const INVALID = /^Fashion\.AI rejected this request \(status \d{3}\)$/;
const ELSEWHERE = /^The API host redirects to another address \(status 30\d\)$/;

type Hostility = [what: string, answer: string | Buffer | ((socket: Socket) => void), expected: RegExp | typeof READ];

const HOSTILITIES: Hostility[] = [
	['closed within the status line', 'HTTP/1.1 20', CUT],
	['closed within a header', 'HTTP/1.1 200 OK\r\nContent-Ty', CUT],
	['closed after the headers, of a body with a length', head('200 OK', 'Content-Length: 100'), CUT],
	['closed within a body with a length', `${head('200 OK', 'Content-Length: 100')}{"user`, CUT],
	['closed within a chunk', chunked('40\r\n{"user'), CUT],
	['closed before the last chunk', chunked(`${Buffer.byteLength(PROFILE).toString(16)}\r\n${PROFILE}\r\n`), CUT],
	['one byte a second, in the headers', (socket) => drip(socket, head('200 OK', 'Content-Length: 2'), 1_000), LATE],
	[
		'one byte a second, in the body',
		(socket) => void (socket.write(head('200 OK', 'Content-Length: 500')), drip(socket, PROFILE, 1_000)),
		LATE,
	],
	['200 with a page', whole('<!doctype html><html><title>Sign in</title></html>'), NOT_HTTP],
	['200 with []', whole('[]'), UNREADABLE],
	['200 with null', whole('null'), UNREADABLE],
	['200 with a bare string', whole('"profile"'), UNREADABLE],
	['200 with a number', whole('1e999'), UNREADABLE],
	['200 with {}', whole('{}'), UNREADABLE],
	['200 with nothing', whole(''), UNREADABLE],
	['200 with a profile that is null', whole('{"userProfileId":"u","profile":null}'), UNREADABLE],
	['200 with half of a text', whole(PROFILE.slice(0, -9)), UNREADABLE],
	['200 with bytes that are no UTF-8', whole(randomBytes(500)), UNREADABLE],
	['UTF-16', whole(Buffer.from(PROFILE, 'utf16le')), UNREADABLE],
	['a gzip bomb of 4 GB', whole(BOMB, '200 OK', 'Content-Encoding: gzip'), LARGE],
	['a deflate bomb', whole(deflateSync(Buffer.alloc(64 * 1024 * 1024)), '200 OK', 'Content-Encoding: deflate'), LARGE],
	[
		'a brotli bomb',
		whole(brotliCompressSync(Buffer.alloc(64 * 1024 * 1024), QUICKLY), '200 OK', 'Content-Encoding: br'),
		LARGE,
	],
	[
		'gzip that breaks off',
		whole(gzipSync(PROFILE).subarray(0, 40), '200 OK', 'Content-Encoding: gzip'),
		/cannot be read|was cut/,
	],
	['gzip that is none', whole(PROFILE, '200 OK', 'Content-Encoding: gzip'), UNPACKED],
	['a packing that nobody knows', whole(PROFILE, '200 OK', 'Content-Encoding: rot13'), READ],
	['a thousand short headers', whole(PROFILE, '200 OK', ...headers(1_000, '')), READ],
	['a thousand headers of 64 KB', whole(PROFILE, '200 OK', ...headers(1_000, 'v'.repeat(60))), NOT_HTTP],
	['a header of 1 MB', whole(PROFILE, '200 OK', `X: ${'v'.repeat(1024 * 1024)}`), NOT_HTTP],
	[
		'headers without end',
		(socket) => void (socket.write('HTTP/1.1 200 OK\r\n'), flood(socket, `X-More: ${'v'.repeat(1_000)}\r\n`)),
		NOT_HTTP,
	],
	[
		'headers named __proto__ and constructor',
		whole(PROFILE, '200 OK', '__proto__: x', 'constructor: y', 'toString: z'),
		READ,
	],
	['a header with a NUL', `HTTP/1.1 200 OK\r\nX: a\u0000b\r\nContent-Length: 2\r\n\r\n{}`, NOT_HTTP],
	[
		'a status line with a reason of 20 KB',
		`HTTP/1.1 200 ${'x'.repeat(20_000)}\r\n\r\n{}`,
		/cannot be read|did not answer like/,
	],
	['more than announced', `${head('200 OK', 'Content-Length: 20')}${PROFILE}`, UNREADABLE],
	['a length of -1', `${head('200 OK', 'Content-Length: -1')}${PROFILE}`, NOT_HTTP],
	['a length beyond all numbers', `${head('200 OK', `Content-Length: ${'9'.repeat(30)}`)}${PROFILE}`, NOT_HTTP],
	['two lengths', `${head('200 OK', 'Content-Length: 5', 'Content-Length: 60')}${PROFILE}`, NOT_HTTP],
	['a chunk of a length that is none', chunked('xyz\r\n{}\r\n0\r\n\r\n'), /did not answer like|was cut/],
	['a chunk of 2^64 bytes', chunked('FFFFFFFFFFFFFFFFF\r\n{}'), /did not answer like|was cut/],
	['interim answers without end', (socket) => flood(socket, head('103 Early Hints').repeat(100)), LATE],
	[
		'a thousand interim answers, then the answer',
		`${head('103 Early Hints').repeat(1_000)}${whole(PROFILE).toString()}`,
		READ,
	],
	['429 for longer than a lookup may take', refusal('429 Too Many Requests', 'Retry-After: 240'), LIMITED],
	['429 for ages', refusal('429 Too Many Requests', 'Retry-After: 99999999999'), LIMITED],
	['429 beyond all numbers', refusal('429 Too Many Requests', `Retry-After: ${'9'.repeat(400)}`), LIMITED],
	['429 until the year 9999', refusal('429 Too Many Requests', 'Retry-After: Fri, 31 Dec 9999 23:59:59 GMT'), LIMITED],
	['429 for less than nothing', refusal('429 Too Many Requests', 'Retry-After: -5'), LIMITED],
	['429 for what is no time', refusal('429 Too Many Requests', 'Retry-After: soon, perhaps'), LIMITED],
	['503 until yesterday', refusal('503 Away', 'Retry-After: Thu, 01 Jan 1970 00:00:00 GMT'), UNAVAILABLE],
	['418', refusal('418 I am a teapot'), INVALID],
	['451 with a page', whole('<html>Blocked</html>', '451 Unavailable For Legal Reasons'), INVALID],
	['599', refusal('599 Network Timeout'), UNAVAILABLE],
	['999', refusal('999 Denied'), UNAVAILABLE],
	['300', refusal('300 Multiple Choices'), UNREADABLE],
	['no status', 'HTTP/1.1 \r\n\r\n{}', /did not answer like|was cut/],
	['a status of one digit', 'HTTP/1.1 2 OK\r\n\r\n{}', /did not answer like|was cut/],
	['another version of HTTP', `HTTP/9.7 200 OK\r\nContent-Length: 2\r\n\r\n{}`, NOT_HTTP],
	['a list that is 100,000 deep', whole(DEEP), UNREADABLE],
	['10 MB of spaces around a profile', whole(`${' '.repeat(5_000_000)}${PROFILE}${' '.repeat(5_000_000)}`), READ],
];

/** Sent in chunks, of any length in the long form. */
function send(socket: Socket, answer: string | Buffer): void {
	const bytes = Buffer.from(answer);
	const size = IS_LONG && bytes.length < 5_000 ? 1 + Math.floor(Math.random() * bytes.length) : bytes.length || 1;
	for (let at = 0; at < bytes.length; at += size) socket.write(bytes.subarray(at, at + size));
	socket.end();
}

const FRAGMENTS = [
	head('200 OK'),
	head('200 OK', 'Content-Length: 9'),
	chunked(),
	PROFILE,
	'\r\n',
	'\n',
	'0\r\n\r\n',
	'5\r\n',
	'HTTP/1.1 ',
	'200',
	' ',
	': ',
	'Content-Length: ',
	'Content-Encoding: gzip\r\n',
	'Location: /\r\n',
	'\u0000',
	'\r',
	'[]',
	'null',
	'1e9',
];
const noise = fc.oneof(
	{
		weight: 3,
		arbitrary: fc
			.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) }, anyCharacters(5)), { maxLength: 10 })
			.map((parts) => Buffer.from(parts.join(''))),
	},
	{
		weight: 3,
		// A valid answer with one byte changed, or something inserted.
		arbitrary: fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 4 }), fc.boolean()).map(([nth, bytes, isInstead]) => {
			const answer = whole(PROFILE);
			const at = nth % answer.length;
			return Buffer.concat([answer.subarray(0, at), bytes, answer.subarray(at + (isInstead ? bytes.length : 0))]);
		}),
	},
	{ weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
);

describe.each([
	['n8n’s helper', false],
	['Reuse Connections', true],
])('%s', (sender, reuse) => {
	const credentialFor = (url: string) => ({
		token: TOKEN,
		...(reuse ? reusingConnectionsTo(url) : { host: 'custom', baseUrl: url }),
	});
	/** However long the server asks to wait, the clock moves no further than one lookup may take. */
	async function lookUp(url: string, options = {}) {
		const start = Date.now();
		const result = await pauses.skipIn(
			runNode({
				type: 'getCustomerProfile',
				credential: credentialFor(url),
				input: [{}],
				parameters: { email: 'ana@example.com', options: { maxTries: 1, timeout: TIMEOUT, ...options } },
			}),
		);
		expect(Date.now() - start).toBeLessThanOrEqual(LOOKUP_LIMIT);
		return result;
	}

	/** One lookup: the message for the user, or `read`. `advised` is what the user is told as well. */
	async function outcomeOf(url: string, options = {}, advised = /./): Promise<string> {
		const { items, error, run } = await lookUp(url, options);
		expect(JSON.stringify(run)).not.toContain(TOKEN);
		if (error === undefined) {
			expect(items[0]?.json).toMatchObject({ userProfileId: 'u-1', style: 'clássico' });
			return READ;
		}
		expect(items).toEqual([]);
		expect(error.name).toBe('NodeApiError');
		expect(error.context?.itemIndex).toBe(0);
		expect(error.description).toMatch(advised);
		checkWords(error.message);
		checkWords(`What was told: ${error.description}`);
		return error.message;
	}

	/** Tries it several times; each has the expected outcome, and leaves no connection open. */
	async function tryOut(
		part: string,
		what: string,
		expected: RegExp | typeof READ,
		attempt: () => Promise<string>,
	): Promise<void> {
		const outcomes = new Set<string>();
		let held = false;
		try {
			for (let round = 0; round < ROUNDS; round++) outcomes.add(await attempt());
			for (const outcome of outcomes) expect(outcome).toMatch(expected);
			if (IS_LONG) await checkLetGo();
			held = true;
		} finally {
			record({ part, what, outcome: [...outcomes].join(' / '), cases: ROUNDS, held });
		}
	}

	describe.each<[over: string, tls?: Certificate]>([['TCP'], ['TLS', certificates.valid]])('over %s', (over, tls) => {
		const part = `A hostile server, over ${over}, through ${sender}`;

		test.each(HOSTILITIES)(
			'%s',
			async (what, answer, expected) => {
				const options = expected === LATE ? { timeout: 1_050 } : expected === LIMITED ? { maxTries: 2 } : {};
				const onRequest = (socket: Socket) => (typeof answer === 'function' ? answer(socket) : send(socket, answer));
				// A server of its own each time: a connection kept from the time before may end just as it is used again.
				await tryOut(part, what, expected, async () => {
					const server = await serve(what, { onRequest }, tls);
					return await outcomeOf(server.url, options);
				});
			},
			LONGEST,
		);

		test.each(['301', '302', '303', '307', '308'])(
			'a redirect to another origin, %s',
			async (status) => {
				const what = `${status} to another origin, which must never hear of it`;
				const other = await serve(what, { onRequest: (socket) => send(socket, whole(PROFILE)) }, tls);
				const onRequest = (socket: Socket) => send(socket, refusal(`${status} Moved`, `Location: ${other.url}/`));
				const server = await serve(what, { onRequest }, tls);
				await tryOut(part, what, ELSEWHERE, () => outcomeOf(server.url));
				expect(server.heads).not.toEqual([]);
				expect(other.connections).toBe(0);
			},
			LONGEST,
		);

		test(
			'an answer that nobody asked for, behind the one that was',
			async () => {
				const what = 'an answer that nobody asked for, behind the one that was';
				const evil = whole(PROFILE.replace('u-1', 'u-evil'));
				const own = (request: string) => whole(PROFILE.replace('u-1', /email\/(\w+)/.exec(request)?.[1] ?? ''));
				const onRequest = (socket: Socket, request: string) => void socket.write(Buffer.concat([own(request), evil]));
				const server = await serve(what, { onRequest }, tls);
				await tryOut(part, what, /^own$/, async () => {
					const { items, error } = await runNode({
						type: 'getCustomerProfile',
						credential: credentialFor(server.url),
						input: ['ana', 'bia', 'caio', 'dora'].map((name) => ({ name })),
						parameters: {
							email: '={{ $json.name }}@example.com',
							options: { maxTries: 4, timeout: 5_000, maxConcurrency: 1 },
						},
					});
					if (error) return error.message;
					expect(items.map(({ json }) => json.userProfileId)).toEqual(['ana', 'bia', 'caio', 'dora']);
					return 'own';
				});
			},
			LONGEST,
		);

		test(
			'connections that end after each answer, without saying so',
			async () => {
				const what = 'connections that end after each answer, without saying so';
				const server = await serve(what, { onRequest: (socket) => send(socket, whole(PROFILE)) }, tls);
				await tryOut(part, what, READ, async () => {
					const { items, error } = await runNode({
						type: 'getCustomerProfile',
						credential: credentialFor(server.url),
						input: Array.from({ length: 20 }, (_, n) => ({ email: `c${n}@example.com` })),
						parameters: { email: '={{ $json.email }}', options: { maxConcurrency: 2 } },
					});
					if (error) return error.message;
					expect(items.map(({ json }) => json.userProfileId)).toEqual(Array(20).fill('u-1'));
					return READ;
				});
			},
			LONGEST,
		);

		attack(
			part,
			'any bytes as the answer, then the connection closes',
			'a profile, or a readable error with the item’s number; no token, no connection left open',
			noise,
			async (bytes) => {
				const what = `any bytes as the answer: ${bytes.toString('base64')}`;
				const server = await serve(what, { onRequest: (socket) => socket.end(bytes) }, tls);
				const { items, error, run } = await lookUp(server.url, { maxTries: 1, timeout: 5_000 });
				expect(JSON.stringify(run)).not.toContain(TOKEN);
				if (error === undefined) {
					expect(items).toHaveLength(1);
				} else {
					expect(error.name).toBe('NodeApiError');
					expect(error.context?.itemIndex).toBe(0);
					checkWords(error.message);
				}
				await checkIfMany();
			},
			{ short: tls ? 40 : 100 },
		);
	});

	const untrusted = `A hostile server, over TLS, through ${sender}`;
	const INSECURE = /^The secure connection to the API host could not be made$/;

	test.each([
		['a certificate that nobody signed', certificates.selfSigned],
		['a certificate for another host', certificates.ofAnotherHost],
		['a certificate that expired yesterday', certificates.expired],
	])(
		'%s',
		async (what, certificate) => {
			const server = await serve(what, { onRequest: (socket) => send(socket, whole(PROFILE)) }, certificate);
			await tryOut(untrusted, what, INSECURE, () =>
				outcomeOf(server.url, {}, /^Its certificate is not accepted here, or the port does not speak HTTPS\./),
			);
			expect(server.connections).toBeGreaterThan(0);
			expect(server.heads).toEqual([]);
		},
		LONGEST,
	);

	test.each<[string, WireBehavior, RegExp]>([
		['HTTP where TLS is expected', { onConnection: (socket) => socket.end(whole(PROFILE)) }, INSECURE],
		['noise where TLS is expected', { onConnection: (socket) => socket.end(Buffer.alloc(3_000, 7)) }, INSECURE],
		['a TLS alert', { onConnection: (socket) => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 40])) }, INSECURE],
		[
			'closed within the handshake',
			{ onConnection: (socket) => socket.once('data', () => socket.end(Buffer.from([22, 3, 3]))) },
			/^The API host could not be reached$/,
		],
	])(
		'%s',
		async (what, behavior, expected) => {
			const server = await serve(what, behavior);
			await tryOut(untrusted, what, expected, () => outcomeOf(server.url.replace('http:', 'https:')));
			expect(server.heads).toEqual([]);
		},
		LONGEST,
	);
});
