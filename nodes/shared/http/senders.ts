import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { type Account, CREDENTIAL, HEADERS, type SendingContext, TOKEN_HEADER } from './account';
import type { ApiResponse } from './answer';
import { Failure, failureOf } from './failure';
import { urlEncoded } from '../values/text';
import { isRecord } from '../values/read-ai-values';
import { MAX_BODY_BYTES } from './limits';
import type { RetryPolicy } from './retry-policy';

/** One call to the Fashion.AI API. `path` starts with a slash and is already encoded. */
export interface ApiRequest {
	method: 'GET' | 'POST';
	path: string;
	query?: Record<string, string | number>;
	body?: IDataObject;
	retryPolicy: RetryPolicy;
}

/**
 * Sends one request once. `timeout` is in milliseconds and covers the whole response, body included; `end` aborts the call and
 * releases its connection. Throws nothing but a `Failure`.
 */
export type Send = (request: ApiRequest, timeout: number, end: AbortSignal) => Promise<ApiResponse>;

/** The part of a Node.js readable stream that reading a body needs. */
interface ByteStream {
	readonly readableEnded: boolean;
	on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
	on(event: 'end' | 'close', listener: () => void): unknown;
	on(event: 'error', listener: (error: unknown) => void): unknown;
	destroy(): unknown;
}

/** The bytes of a body, up to the limit, which applies after decompression. */
class Chunks {
	private readonly chunks: Uint8Array[] = [];
	private size = 0;

	/** Throws a `Failure` of kind `tooLarge`. */
	add(chunk: Uint8Array): void {
		this.size += chunk.length;
		if (this.size > MAX_BODY_BYTES) throw new Failure('tooLarge');
		this.chunks.push(chunk);
	}

	/** UTF-8 without a byte order mark, which some servers send although JSON must not start with one. */
	toText(): string {
		return Buffer.concat(this.chunks)
			.toString('utf8')
			.replace(/^\uFEFF/, '');
	}
}

/**
 * Reads what one of n8n's helpers returned, asked for the full response with its body as a stream. The stream is destroyed, and
 * its connection released, when `end` fires. Throws a `Failure`.
 */
export async function readResponse(response: unknown, end: AbortSignal): Promise<ApiResponse> {
	if (!isFullResponse(response)) throw new Failure('malformed');
	const { statusCode: status, headers, body } = response;
	if (isByteStream(body)) return { status, headers, text: await readStream(body, end) };
	return { status, headers, text: typeof body === 'string' ? body : JSON.stringify(body ?? '') };
}

/** Reads the body of a `fetch` as text, without the cost of an iterator. Throws a `Failure` of kind `tooLarge`, or what the body throws. */
export async function collect(body: ReadableStream<Uint8Array>): Promise<string> {
	const chunks = new Chunks();
	const reader = body.getReader();
	for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.add(read.value);
	return chunks.toText();
}

/** The listeners stay attached: an error on an abandoned stream would end the whole process if nobody listened. */
async function readStream(stream: ByteStream, end: AbortSignal): Promise<string> {
	const stop = () => {
		stream.destroy();
	};
	end.addEventListener('abort', stop);
	if (end.aborted) stop();
	return await new Promise((resolve, reject) => {
		const chunks = new Chunks();
		const fail = (error: unknown) => {
			reject(failureOf(error));
			stop();
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
		// Every stream closes: creating an error with its stack for each would be the most expensive step here.
		stream.on('close', () => {
			if (!stream.readableEnded) fail(new Failure('disconnected'));
		});
	});
}

function isByteStream(body: unknown): body is ByteStream {
	return isRecord(body) && 'on' in body && 'destroy' in body;
}

/** What n8n's helper returns with `returnFullResponse`. */
interface FullResponse {
	body: unknown;
	headers: Record<string, unknown>;
	statusCode: number;
}

/**
 * Sends through n8n's own helper with the credential, so that n8n's proxy, egress rules and cancellation apply. The
 * helper gets the decrypted credential: otherwise it would read it from the database on every call.
 */
export function createN8nSender(context: SendingContext, { origin, decrypted }: Account): Send {
	return async (request, timeout, end) => {
		const response: unknown = await context.helpers.httpRequestWithAuthentication
			.call(endingWith(end, context), CREDENTIAL, requestOptions(origin, request, timeout), {
				credentialsDecrypted: decrypted,
			})
			.catch((error: unknown) => Promise.reject(failureOf(error)));
		return await readResponse(response, end);
	};
}

/**
 * The context with the call's own cancel signal. The helper always uses the execution's signal, whatever the request
 * says, and would leave the connection of a stalled response open: n8n's client wraps the body in a stream that
 * releases the connection only when another byte arrives.
 */
function endingWith(end: AbortSignal, context: SendingContext): SendingContext {
	return Object.create(context, { getExecutionCancelSignal: { value: () => end } }) as SendingContext;
}

/**
 * Redirects are not followed: n8n's client would forward the token's header to another origin. Statuses are handled
 * here: the helper would send a refused call twice.
 */
function requestOptions(origin: string, request: ApiRequest, timeout: number): IHttpRequestOptions {
	return {
		method: request.method,
		url: addressOf(origin, request),
		body: request.body,
		headers: { ...HEADERS },
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout,
	};
}

function isFullResponse(response: unknown): response is FullResponse {
	return isRecord(response) && 'statusCode' in response && 'headers' in response;
}

/**
 * Sends with Node.js' own `fetch`, which keeps connections open and so saves the handshake on all but the first few
 * calls. It bypasses n8n's proxy and egress rules, so it is used only if enabled in the credential, and only for
 * Fashion.AI's own hosts.
 */
export function createFetchSender({ origin, token }: Account): Send {
	const headers = { ...HEADERS, 'User-Agent': 'n8n', [TOKEN_HEADER]: token };
	return async (request, _timeout, end) => {
		const { method, body } = request;
		const content = body === undefined ? undefined : JSON.stringify(body);
		try {
			// Redirects are not followed: the token would be sent to another origin.
			const response = await fetch(addressOf(origin, request), {
				method,
				headers,
				body: content,
				redirect: 'manual',
				signal: end,
			});
			const text = response.body === null ? '' : await collect(response.body);
			// The one header that is read: undici sorts them all for whoever lists them.
			const retryAfter = { 'retry-after': response.headers.get('retry-after') };
			return { status: response.status, headers: retryAfter, text };
		} catch (error) {
			throw failureOf(error);
		}
	};
}

function addressOf(origin: string, { path, query = {} }: ApiRequest): string {
	const pairs = Object.entries(query).map(([name, value]) => `${name}=${urlEncoded(String(value))}`);
	return origin + path + (pairs.length === 0 ? '' : `?${pairs.join('&')}`);
}
