import type { IHttpRequestOptions } from 'n8n-workflow';

import { readBody } from './body';
import { CREDENTIAL, type Account, type SendingContext } from './account';
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
