import { STATUS_CODES } from 'node:http';

/** The body of every answer that is not a 2xx: `{ error, message }`, as the API documents it. */
export interface ApiErrorBody {
	error: string;
	message: string;
}

/** Returns the API's error body for an HTTP status; `error` is the status' reason phrase. */
export function errorBody(status: number, message: string): ApiErrorBody {
	return { error: STATUS_CODES[status] ?? 'Unknown Status', message };
}

/** Thrown by handlers; the server's error handler answers with its status and message. */
export class ApiError extends Error {
	constructor(
		readonly statusCode: number,
		message: string,
	) {
		super(message);
	}
}
