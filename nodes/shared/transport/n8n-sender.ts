import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	IExecuteFunctions,
	IHttpRequestOptions,
	IPollFunctions,
} from 'n8n-workflow';

import { readBody } from './body';
import { Failure } from './failure';
import { failureOf } from './failure-of';
import { originOf } from './host';
import type { ApiRequest, ApiResponse, Send } from './request';

export const CREDENTIAL = 'fashionAiApi';

/** The n8n contexts that send: an execution, or a poll, which has no cancel signal. */
export type SendingContext = IExecuteFunctions | IPollFunctions;

/** What n8n's helper gives back with `returnFullResponse`. */
interface FullResponse {
	body: unknown;
	headers: Record<string, unknown>;
	statusCode: number;
}

/**
 * Sends through n8n's own helper with the credential, so that n8n's proxy and egress rules and its cancellation hold.
 * The credential is decrypted here, once: the helper would read it from the database at every call.
 * Throws `InvalidHost` where the credential's base URL is none.
 */
export async function createN8nSender(context: SendingContext): Promise<Send> {
	const data = await context.getCredentials<ICredentialDataDecryptedObject>(CREDENTIAL);
	const origin = originOf(data);
	const credentialsDecrypted = decrypted(context, data);

	return async (request, timeout) => {
		const deadline = Date.now() + timeout;
		const options = requestOptions(origin, request, timeout);
		let response: FullResponse;
		try {
			response = (await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL, options, {
				credentialsDecrypted,
			})) as FullResponse;
		} catch (error) {
			throw failureOf(error);
		}
		return withoutToken(await toApiResponse(response, deadline), data.token);
	};
}

/** Whatever a server says about a refused call may be shown to people, and it may echo our token. */
function withoutToken(response: ApiResponse, token: unknown): ApiResponse {
	if (response.status === 200 || typeof token !== 'string' || token === '') return response;
	return { ...response, text: response.text.replaceAll(token, '…') };
}

function decrypted(context: SendingContext, data: ICredentialDataDecryptedObject): ICredentialsDecrypted {
	const details = context.getNode().credentials?.[CREDENTIAL];
	return { id: details?.id ?? '', name: details?.name ?? '', type: CREDENTIAL, data };
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

async function toApiResponse(response: FullResponse, deadline: number): Promise<ApiResponse> {
	if (typeof response !== 'object' || response === null || typeof response.statusCode !== 'number') {
		throw new Failure('malformed');
	}
	return {
		status: response.statusCode,
		headers: response.headers,
		text: await readBody(response.body, deadline),
	};
}
