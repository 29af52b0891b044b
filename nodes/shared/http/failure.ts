/**
 * - `passing`: transient; the call may be retried, and many in a row are an outage.
 * - `ofItem`: concerns this call only.
 * - `final`: would affect every other call as well; nothing more is sent.
 */
export type FailureClass = 'passing' | 'ofItem' | 'final';

/** Every kind of failure, and its class. `error-texts.ts` has a text for each. */
export const CLASSES = {
	/** 401. */
	unauthorized: 'final',
	/** 403. */
	forbidden: 'final',
	/** 400, and every other 4xx not listed here. */
	invalid: 'ofItem',
	/** A 404 in the API's own words. */
	unknown: 'ofItem',
	unknownProduct: 'ofItem',
	/** Something other than the API answered. Not final, since a gateway may do so for a single path. */
	wrongHost: 'ofItem',
	rateLimited: 'passing',
	/** 5xx. */
	unavailable: 'passing',
	timeout: 'passing',
	/** No connection could be made. */
	refused: 'passing',
	/** Blocked by n8n's SSRF protection. */
	blocked: 'final',
	dns: 'passing',
	certificate: 'final',
	disconnected: 'passing',
	redirected: 'ofItem',
	tooLarge: 'ofItem',
	malformed: 'ofItem',
	/** The execution was stopped. */
	cancelled: 'final',
	/** The circuit breaker is open: there were only passing failures for too long. */
	gaveUp: 'final',
} as const satisfies Record<string, FailureClass>;
export type FailureKind = keyof typeof CLASSES;

export interface FailureFacts {
	/** The HTTP status, if there was an answer. */
	status?: number;
	/** From `Retry-After`, in milliseconds. */
	retryAfter?: number;
	/** What the server said, with the token redacted. */
	said?: string;
	/** How many times the call was sent. */
	tries?: number;
	/** Whether the call was never sent, because another one met a final failure or too long a cooldown first. */
	notSent?: boolean;
	/** With `unknownProduct`: the requested ID. */
	asked?: string;
	/** With `gaveUp`: the last call's failure. */
	last?: Failure;
}

/** What happened, and what to do about it: the two texts shown by n8n. */
export interface Explanation {
	message: string;
	description: string;
}

/**
 * A failed call: its kind and the facts. Never contains user-facing text, nor the request, since that includes the
 * token.
 */
export class Failure extends Error {
	constructor(
		readonly kind: FailureKind,
		readonly facts: FailureFacts = {},
	) {
		super(kind);
		this.name = 'Failure';
	}

	/** More specific texts than those of the kind; undefined to use those. */
	get texts(): Explanation | undefined {
		return undefined;
	}

	get class(): FailureClass {
		return CLASSES[this.kind];
	}

	with(facts: FailureFacts): Failure {
		return new Failure(this.kind, { ...this.facts, ...facts });
	}
}
