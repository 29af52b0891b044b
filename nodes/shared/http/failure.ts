/**
 * - `passing`: it goes away by itself; the call may be repeated, and many of them in a row are an outage.
 * - `ofItem`: it is about this one call; the others have nothing to do with it.
 * - `final`: it would meet every other call as well; nothing more is sent.
 */
export type FailureClass = 'passing' | 'ofItem' | 'final';

/** Each way in which a call can come to nothing, and its class. The api layer has a text for every one. */
export const CLASSES = {
	/** 401. */
	unauthorized: 'final',
	/** 403. */
	forbidden: 'final',
	/** 400, and every other 4xx without a meaning of its own. */
	invalid: 'ofItem',
	/** A 404 in the API's own words. */
	unknown: 'ofItem',
	unknownProduct: 'ofItem',
	/** Something else than the API answered. Of this item: a gateway may do so for one path. */
	wrongHost: 'ofItem',
	rateLimited: 'passing',
	/** 5xx. */
	unavailable: 'passing',
	timeout: 'passing',
	/** No connection could be made. */
	refused: 'passing',
	/** n8n's own protection does not allow the host. */
	blocked: 'final',
	dns: 'passing',
	certificate: 'final',
	disconnected: 'passing',
	redirected: 'ofItem',
	tooLarge: 'ofItem',
	malformed: 'ofItem',
	/** The execution was stopped. */
	cancelled: 'final',
	/** Nothing but passing failures for so long that nothing more is sent. */
	gaveUp: 'final',
} as const satisfies Record<string, FailureClass>;
export type FailureKind = keyof typeof CLASSES;

export interface FailureFacts {
	/** The HTTP status, where there was an answer. */
	status?: number;
	/** How long the API asks to be left alone, in milliseconds. */
	retryAfter?: number;
	/** What the server said, with the token taken out. */
	said?: string;
	/** How often the call was sent. */
	tries?: number;
	/** Whether the call was never sent: another one had met a final failure, or a pause that is too long, before its turn. */
	notSent?: boolean;
	/** With `unknownProduct`: the id that was asked for. */
	asked?: string;
	/** With `gaveUp`: what the last call met. */
	last?: Failure;
}

/** What happened, and what to do about it: the two texts that n8n shows. */
export interface Explanation {
	message: string;
	description: string;
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

	/** Texts that say more than the kind alone can; undefined for those of the kind. */
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
