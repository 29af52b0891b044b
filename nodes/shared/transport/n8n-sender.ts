import type { IHttpRequestOptions } from 'n8n-workflow';

import { readBody } from './body';
import { CREDENTIAL, type Account, type SendingContext } from './account';
import { withinTime } from './deadline';
import { Failure } from './failure';
import { failureOf } from './failure-of';
import type { ApiRequest, Send } from './request';

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
export function createN8nSender(context: SendingContext, account: Account): Send {
	const ask = async (request: ApiRequest, timeout: number): Promise<FullResponse> => {
		const options = requestOptions(account.origin, request, timeout);
		const { decrypted } = account;
		const response: unknown = await context.helpers.httpRequestWithAuthentication
			.call(context, CREDENTIAL, options, { credentialsDecrypted: decrypted })
			.catch((error: unknown) => Promise.reject(failureOf(error)));
		if (isFullResponse(response)) return response;
		throw new Failure('malformed');
	};
	return async (request, timeout) =>
		await withinTime(timeout, async (over) => {
			const { statusCode, headers, body } = await ask(request, timeout);
			return { status: statusCode, headers, text: await readBody(body, over) };
		});
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
