import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { type Account, CREDENTIAL, type SendingContext, TOKEN_HEADER } from './account';
import type { ApiResponse } from './answer';
import { Failure, failureOf } from './failure';
import { MAX_BODY_BYTES } from './limits';
import type { RetryPolicy } from './retry-policy';

/** One call of the Fashion.AI API. `path` begins with a slash and is encoded already. */
export interface ApiRequest {
	method: 'GET' | 'POST';
	path: string;
	query?: Record<string, string | number>;
	body?: IDataObject;
	retryPolicy: RetryPolicy;
}

/**
 * Sends one request once. Takes the time in milliseconds in which the whole answer, body included, must be there, and a
 * signal at which the call ends and its connection is let go. Throws a `Failure` and nothing else.
 */
export type Send = (request: ApiRequest, timeout: number, end: AbortSignal) => Promise<ApiResponse>;

/** As much of a Node.js readable stream as reading a body takes. */
interface ByteStream {
	readonly readableEnded: boolean;
	on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
	on(event: 'end' | 'close', listener: () => void): unknown;
	on(event: 'error', listener: (error: unknown) => void): unknown;
	destroy(): unknown;
}

/** The bytes of a body, up to the limit. Packed bodies are measured unpacked. */
class Chunks {
	private readonly chunks: Uint8Array[] = [];
	private size = 0;

	/** Throws a `Failure` of kind `tooLarge`. */
	add(chunk: Uint8Array): void {
		this.size += chunk.length;
		if (this.size > MAX_BODY_BYTES) throw new Failure('tooLarge');
		this.chunks.push(chunk);
	}

	/** UTF-8 without the mark that some servers put in front of it, which no JSON may begin with. */
	toText(): string {
		return Buffer.concat(this.chunks)
			.toString('utf8')
			.replace(/^\uFEFF/, '');
	}
}

/** Reads an answer's body, as n8n's helper gives it, as text. Throws a `Failure`. */
export async function readBody(body: unknown): Promise<string> {
	if (!isByteStream(body)) return typeof body === 'string' ? body : JSON.stringify(body ?? '');
	return await readStream(body);
}

/** Reads a body that comes in chunks as text. Throws a `Failure` of kind `tooLarge`, or what the source throws. */
export async function collect(source: AsyncIterable<Uint8Array>): Promise<string> {
	const chunks = new Chunks();
	for await (const chunk of source) chunks.add(chunk);
	return chunks.toText();
}

/** The listeners stay: a stream that breaks after it was given up would end the whole process if nobody heard it. */
async function readStream(stream: ByteStream): Promise<string> {
	return await new Promise((resolve, reject) => {
		const chunks = new Chunks();
		const fail = (error: unknown) => {
			reject(failureOf(error));
			stream.destroy();
		};
		stream.on('data', (chunk) => {
			try {
				chunks.add(chunk);
			} catch (error) {
				fail(error);
			}
		});
		stream.on('end', () => {
			resolve(chunks.toText());
		});
		stream.on('error', fail);
		// Every stream closes; an error made for each, with its stack, would be the most costly thing done here.
		stream.on('close', () => {
			if (!stream.readableEnded) fail(new Failure('disconnected'));
		});
	});
}

function isByteStream(body: unknown): body is ByteStream {
	return typeof body === 'object' && body !== null && 'on' in body && 'destroy' in body;
}

/** What n8n's helper gives back with `returnFullResponse`. */
interface FullResponse {
	body: unknown;
	headers: Record<string, unknown>;
	statusCode: number;
}

/**
 * Sends through n8n's own helper with the credential, so that n8n's proxy and egress rules and its cancellation hold. The
 * helper is handed the decrypted credential: it would read it from the database at every call.
 */
export function createN8nSender(context: SendingContext, { origin, decrypted }: Account): Send {
	return async (request, timeout, end) => {
		const response: unknown = await context.helpers.httpRequestWithAuthentication
			.call(endingWith(end, context), CREDENTIAL, requestOptions(origin, request, timeout), {
				credentialsDecrypted: decrypted,
			})
			.catch((error: unknown) => Promise.reject(failureOf(error)));
		if (!isFullResponse(response)) throw new Failure('malformed');
		return { status: response.statusCode, headers: response.headers, text: await readBody(response.body) };
	};
}

/**
 * The context with a cancel signal of the call's own. The helper takes the execution's whatever the request says, and so
 * would leave a connection open on which an answer stopped half way: n8n's client wraps the body in a stream that only lets
 * go of the connection when another byte comes.
 */
function endingWith(end: AbortSignal, context: SendingContext): SendingContext {
	return Object.create(context, { getExecutionCancelSignal: { value: () => end } }) as SendingContext;
}

/**
 * Redirects are not followed: n8n's client would take our token's header along to another origin. Statuses are read here:
 * the helper would send a refused call twice.
 */
function requestOptions(origin: string, request: ApiRequest, timeout: number): IHttpRequestOptions {
	return {
		method: request.method,
		url: origin + request.path,
		qs: request.query,
		body: request.body,
		headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout,
	};
}

function isFullResponse(response: unknown): response is FullResponse {
	return typeof response === 'object' && response !== null && 'statusCode' in response && 'headers' in response;
}

/**
 * Sends with Node.js' own `fetch`, which keeps connections open and so saves the handshake of every call but the first few.
 * It knows nothing of n8n's proxy and egress rules: it is used only where the user chose so in the credential, and only for
 * Fashion.AI's own hosts.
 */
export function createFetchSender({ origin, token }: Account): Send {
	const headers = {
		Accept: 'application/json',
		'Content-Type': 'application/json',
		'User-Agent': 'n8n',
		[TOKEN_HEADER]: token,
	};
	return async (request, _timeout, end) => {
		const { method, body } = request;
		const content = body === undefined ? undefined : JSON.stringify(body);
		try {
			// A redirect is not followed: the token would go along to another origin.
			const response = await fetch(addressOf(origin, request), {
				method,
				headers,
				body: content,
				redirect: 'manual',
				signal: end,
			});
			const text = response.body === null ? '' : await collect(response.body);
			return { status: response.status, headers: Object.fromEntries(response.headers), text };
		} catch (error) {
			throw failureOf(error);
		}
	};
}

function addressOf(origin: string, { path, query = {} }: ApiRequest): string {
	const pairs = Object.entries(query).map(([name, value]) => `${name}=${encode(value)}`);
	return origin + path + (pairs.length === 0 ? '' : `?${pairs.join('&')}`);
}

/** As n8n's client does it: half of a character, which a text that was cut off may end with, is sent as the sign that stands for one. */
function encode(value: string | number): string {
	return encodeURIComponent(String(value).replace(/\p{Cs}/gu, '\uFFFD'));
}
