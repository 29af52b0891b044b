import { request } from 'undici';
import type { Sandbox } from '../../sandbox';

export const EVENTS = '/api/v1/products/protected/recommendation';
export const PROFILES = '/api/v1/crm/protected/profile';
export const PRODUCTS = '/api/v1/products/protected';

export interface Answer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
	/** The parsed body; `undefined` if it is not JSON. */
	json: unknown;
}

interface Sent {
	method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS';
	/** Sent as JSON, or as is if it is a string. */
	body?: unknown;
	/** `null` omits the token. */
	token?: string | null;
	headers?: Record<string, string>;
}

/** Calls a running sandbox over HTTP, by default with its token. */
export async function call(sandbox: Sandbox, path: string, sent: Sent = {}): Promise<Answer> {
	const { token = sandbox.token, body } = sent;
	const answer = await request(sandbox.url + path, {
		method: sent.method ?? (body === undefined ? 'GET' : 'POST'),
		headers: {
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
			...(token === null ? {} : { 'x-fashionai-app-token': token }),
			...sent.headers,
		},
		body: body === undefined || typeof body === 'string' ? (body as string | undefined) : JSON.stringify(body),
	});
	const text = await answer.body.text();
	return { status: answer.statusCode, headers: answer.headers, text, json: parsed(text) };
}

/** Sends an event and returns the product IDs. */
export async function sendEvent(
	sandbox: Sandbox,
	eventType: string,
	id: string,
	visitor: { sessionId: string; userId?: string | number },
): Promise<string[]> {
	const { status, json } = await call(sandbox, EVENTS, { body: { ...visitor, eventType, data: { id } } });
	if (status !== 200) throw new Error(`The event was answered ${status}`);
	return (json as { products: string[] }).products;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
