import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

import { startWireServer, type WireServer } from '../../engine/wire-server';
import { WAYS } from './traces';

/** A token with every character that some encoding changes. No trailing space: a header does not keep one. */
export const MARKED_TOKEN = `hunt-7Qx+9/z=Kd&"p\\Tt0m%41<Vw'Ry`;

/** An answer that contains the token, and whether the connection stays open after it. */
interface Echo {
	what: string;
	answer: (token: string) => string | Buffer;
	/** The connection stays open, without another byte. */
	stalls?: true;
}

const head = (status: string, ...headers: string[]) => [`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n');

function whole(status: string, body: string | Buffer, ...headers: string[]): Buffer {
	const bytes = Buffer.from(body);
	return Buffer.concat([
		Buffer.from(
			head(status, `Content-Length: ${bytes.length}`, 'Content-Type: application/json', ...headers),
			'latin1',
		),
		bytes,
	]);
}

const says = (text: string) => JSON.stringify({ error: text, message: text });
/** Like a server that puts it into JSON without escaping. */
const saysAsWritten = (text: string) => `{"error":"${text}","message":"Not this one: ${text}"}`;
const isInJson = (text: string) => !/^[^\\]*["\n\0]|\\[^"\\/bfnrtu]/.test(text);

const refusals: Echo[] = Object.entries(WAYS).flatMap(([way, write]) => [
	{ what: `400 with the token ${way}`, answer: (token) => whole('400 Bad Request', says(write(token))) },
	...(isInJson(write(MARKED_TOKEN))
		? [
				{
					what: `400 with the token in JSON ${way}`,
					answer: (token: string) => whole('400 Bad Request', saysAsWritten(write(token))),
				},
			]
		: []),
]);

const statuses: Echo[] = [
	'300 Several',
	'401 No',
	'402 Pay',
	'403 No',
	'404 Not Found',
	'405 No',
	'408 Late',
	'409 No',
	'413 Big',
	'418 Tea',
	'422 No',
	'429 Slow',
	'451 No',
	'500 Oh',
	'502 Bad',
	'503 Away',
	'504 Late',
	'599 Oh',
	'999 Oh',
].flatMap((status) => [
	{ what: `${status} in JSON`, answer: (token) => whole(status, says(token)) },
	{ what: `${status} as a page`, answer: (token) => whole(status, `<html><title>${token}</title></html>`) },
]);

const inHeaders: Echo[] = [
	'Retry-After',
	'Location',
	'Content-Type',
	'Set-Cookie',
	'X-FashionAI-APP-Token',
	'WWW-Authenticate',
	'Content-Encoding',
	'Transfer-Encoding',
	'Content-Length',
].flatMap((header) =>
	['200 OK', '301 Moved', '401 No', '429 Slow'].map((status) => ({
		what: `${status} with it in ${header}`,
		answer: (token: string) =>
			Buffer.concat([
				Buffer.from(
					head(status, `${header}: ${token}`, `Location: http://127.0.0.1:1/${encodeURIComponent(token)}`),
					'latin1',
				),
				Buffer.from(says(token)),
			]),
	})),
);

const malformed: Echo[] = [
	{
		what: 'JSON that breaks off',
		answer: (token) => whole('200 OK', `{"userProfileId":${JSON.stringify(token)},"profile":{"${token}`),
	},
	{ what: 'no JSON', answer: (token) => whole('200 OK', token) },
	{ what: 'a text', answer: (token) => whole('200 OK', JSON.stringify(token)) },
	{ what: 'a list', answer: (token) => whole('200 OK', JSON.stringify([token, { products: token }])) },
	{
		what: 'keys that do not belong',
		answer: (token) =>
			whole(
				'200 OK',
				JSON.stringify({
					[token]: token,
					products: { [token]: token },
					items: token,
					profile: [token],
					error: token,
					message: token,
				}),
			),
	},
	{
		what: 'another shape',
		answer: (token) =>
			whole(
				'200 OK',
				JSON.stringify({
					profile: token,
					products: token,
					items: token,
					totalPages: token,
					userProfileId: { [token]: token },
				}),
			),
	},
	{
		what: 'gzip that breaks off',
		answer: (token) => whole('200 OK', gzipSync(token.repeat(20)).subarray(0, 40), 'Content-Encoding: gzip'),
	},
	{ what: 'gzip that is none', answer: (token) => whole('200 OK', token, 'Content-Encoding: gzip') },
	{ what: '11 MB of it', answer: (token) => whole('200 OK', token.repeat(350_000)) },
	{ what: 'as the status', answer: (token) => `HTTP/1.1 ${token}\r\n\r\n{}` },
	{ what: 'as the reason', answer: (token) => whole(`500 ${token}`, '{}') },
	{ what: 'as the protocol', answer: (token) => `${token}\r\n\r\n{}` },
	{ what: 'as the name of a header', answer: (token) => `HTTP/1.1 200 OK\r\n${token}: x\r\n\r\n{}` },
	{ what: 'in a header with a NUL', answer: (token) => `HTTP/1.1 200 OK\r\nX: ${token}\0\r\n\r\n{}` },
	{ what: 'in a header without end', answer: (token) => `HTTP/1.1 200 OK\r\nX: ${token.repeat(3_000)}` },
	{
		what: 'as the length of a chunk',
		answer: (token) => `${head('200 OK', 'Transfer-Encoding: chunked')}${token}\r\n{}\r\n0\r\n\r\n`,
	},
	{
		what: 'in a trailer',
		answer: (token) =>
			`${head('500 Oh', 'Transfer-Encoding: chunked', 'Trailer: X')}2;${token.slice(0, 5)}\r\n{}\r\n0\r\nX: ${token}\r\n\r\n`,
	},
	{
		what: 'in an interim answer',
		answer: (token) =>
			`${head('103 Early Hints', `Link: <${token}>`)}${whole('500 Oh', says(token)).toString('latin1')}`,
	},
	{ what: 'a body that is cut', answer: (token) => `${head('200 OK', 'Content-Length: 500')}{"profile":"${token}` },
	{
		what: 'a body that stops',
		answer: (token) => `${head('200 OK', 'Content-Length: 500')}{"profile":"${token}`,
		stalls: true,
	},
	{ what: 'a head that stops', answer: (token) => `HTTP/1.1 200 ${token}\r\nX: ${token}`, stalls: true },
	{ what: 'nothing, for ever', answer: () => '', stalls: true },
	{ what: 'nothing, and the end', answer: () => '' },
];

/** Every answer of the echo server, each a way to leak a token. */
export const ECHOES: readonly Echo[] = [...refusals, ...statuses, ...inHeaders, ...malformed];

/** One of each kind, if there is no time for all. */
export const TYPICAL_ECHOES: readonly Echo[] = [
	...ECHOES.filter((_, nth) => nth % 7 === 0),
	...malformed.slice(0, 6),
	...malformed.slice(-4),
];

/** A server that answers every call with the token it received. */
export interface EchoServer extends Pick<WireServer, 'url' | 'heads' | 'open' | 'close'> {
	echo: Echo;
	/** How many calls contained the token. */
	received: number;
}

export async function startEchoServer(): Promise<EchoServer> {
	const wire = await startWireServer({
		onRequest(socket, request) {
			const token = /^X-FashionAI-APP-Token: (.*)\r$/im.exec(request)?.[1] ?? '';
			if (token === MARKED_TOKEN) server.received++;
			answer(socket, server.echo, token);
		},
	});
	const server: EchoServer = {
		url: wire.url,
		heads: wire.heads,
		open: wire.open,
		close: wire.close,
		echo: ECHOES[0] as Echo,
		received: 0,
	};
	return server;
}

function answer(socket: Socket, { answer, stalls }: Echo, token: string): void {
	socket.write(answer(token));
	if (!stalls) socket.end();
}
