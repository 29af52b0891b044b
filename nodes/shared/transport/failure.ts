/** Each way in which a call can come to nothing. The api layer has a text for every one. */
export type FailureKind =
	| 'unauthorized'
	| 'forbidden'
	| 'invalid'
	| 'unknown'
	| 'unknownProduct'
	| 'wrongHost'
	| 'rateLimited'
	| 'unavailable'
	| 'timeout'
	| 'refused'
	| 'blocked'
	| 'dns'
	| 'certificate'
	| 'disconnected'
	| 'redirected'
	| 'tooLarge'
	| 'malformed'
	| 'cancelled';

export interface FailureFacts {
	/** The HTTP status, where there was an answer. */
	status?: number;
	/** How long the API asks to be left alone, in milliseconds. */
	retryAfter?: number;
	/** What the server said, with the token taken out. */
	said?: string;
	/** How often the call was tried. */
	tries?: number;
}

/**
 * A call that came to nothing: its kind and the facts, never a text for people, never the request (it holds the token).
 */
export class Failure extends Error {
	constructor(
		readonly kind: FailureKind,
		readonly facts: FailureFacts = {},
	) {
		super(kind);
		this.name = 'Failure';
	}

	with(facts: FailureFacts): Failure {
		return new Failure(this.kind, { ...this.facts, ...facts });
	}
}
