import { TOKEN_HEADER } from '../credential/authenticate';
import type { Account } from './account';
import { collect } from './body';
import { failureOf } from './failure-of';
import type { ApiRequest, Send } from './request';

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
			const response = await fetch(addressOf(origin, request), { method, headers, body: content, redirect: 'manual', signal: end });
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
