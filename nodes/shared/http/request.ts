import type { IDataObject } from 'n8n-workflow';

/**
 * When a failed call may be retried.
 * - `safe`: it has no side effects, so after any passing failure.
 * - `event`: it is a signal with a side effect (docs/api.md, personalization events), so only if the API certainly did
 *   not process it.
 */
export type RetryPolicy = 'safe' | 'event';

/** One call to the Fashion.AI API. `path` starts with a slash and is already encoded. */
export interface ApiRequest {
	method: 'GET' | 'POST';
	path: string;
	query?: Record<string, string | number>;
	body?: IDataObject;
	retryPolicy: RetryPolicy;
}

/** A server's response, whatever it is. `text` is the body; the api layer validates it. */
export interface ApiResponse {
	status: number;
	headers: Record<string, unknown>;
	text: string;
}

/**
 * Sends one request once. `timeout` is in milliseconds and covers the whole response, body included; `end` aborts the
 * call and releases its connection. Throws nothing but a `Failure`.
 */
export type Send = (request: ApiRequest, timeout: number, end: AbortSignal) => Promise<ApiResponse>;
