import type { IDataObject } from 'n8n-workflow';

/**
 * What may be done with a call that went wrong.
 * - `safe`: it changes nothing, so it may be repeated after anything that passes.
 * - `event`: it is a signal with a side effect (docs/api.md: personalization events), so it is repeated only when the API
 *   certainly did not take it.
 */
export type RetryPolicy = 'safe' | 'event';

/** One call of the Fashion.AI API. `path` begins with a slash and is encoded already. */
export interface ApiRequest {
	method: 'GET' | 'POST';
	path: string;
	query?: Record<string, string | number>;
	body?: IDataObject;
	retryPolicy: RetryPolicy;
}

/** What a server answered, whatever it is. `text` is the body; its shape is for the api layer to check. */
export interface ApiResponse {
	status: number;
	headers: Record<string, unknown>;
	text: string;
}

/**
 * Sends one request once. Takes the time in milliseconds in which the whole answer, body included, must be there, and a
 * signal at which the call ends and its connection is let go. Throws a `Failure` and nothing else.
 */
export type Send = (request: ApiRequest, timeout: number, end: AbortSignal) => Promise<ApiResponse>;
