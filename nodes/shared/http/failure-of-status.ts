import { Failure } from './failure';
import type { ApiResponse } from './request';
import { readRetryAfter } from './retry-policy';

const IS_PAGE = /^\s*<(?:!doctype|html|head|body|!--|\?xml)/i;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/**
 * The failure for an HTTP status (docs/api.md, statuses); undefined if there is an answer to read: 2xx, and 404, whose
 * meaning depends on the body.
 */
export function failureOfStatus({ status, headers, text }: ApiResponse): Failure | undefined {
	if ((status >= 200 && status < 300) || status === 404) return undefined;
	const facts = { status, said: text };
	// The API refuses in JSON. An HTML page comes from a firewall or proxy, which may reject a single call.
	if ((status === 401 || status === 403) && IS_PAGE.test(text)) return new Failure('wrongHost', facts);
	if (status === 401) return new Failure('unauthorized', facts);
	if (status === 403) return new Failure('forbidden', facts);
	if (status === 408) return new Failure('timeout', facts);
	const retryAfter = readRetryAfter(headers['retry-after']);
	if (status === 429) return new Failure('rateLimited', { ...facts, retryAfter });
	if (status >= 500) return new Failure('unavailable', { ...facts, retryAfter });
	if (REDIRECTS.includes(status)) return new Failure('redirected', facts);
	return new Failure(status >= 400 ? 'invalid' : 'malformed', facts);
}
