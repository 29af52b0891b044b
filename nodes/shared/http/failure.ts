import { isRecord } from '../values/read-ai-values';

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
	/** 400, and every other 4xx not listed here; a 404 only in the API's own words. */
	invalid: 'ofItem',
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

/** What is known of a failed call, for the texts that explain it. */
export interface FailureFacts {
	/** The HTTP status, if there was an answer. */
	status?: number;
	/** From `Retry-After`, in milliseconds. */
	retryAfter?: number;
	/** The body of a refusal, with the token redacted. Never that of an answer, which may hold a profile. */
	said?: string;
	/** With `malformed`: where the answer is not what it should be, in our words. */
	unexpected?: string;
	/** How many times the call was sent. */
	tries?: number;
	/** Whether the call was never sent, because another one met a final failure or too long a cooldown first. */
	notSent?: boolean;
	/**
	 * What became of the event: it was never sent, it may have been processed, or it was, and what was asked for afterwards
	 * failed.
	 */
	event?: 'unsent' | 'unsure' | 'processed';
	/** With `gaveUp`: the last call's failure. */
	last?: Failure;
}

/** What happened, and what to do about it: the two texts shown by n8n. */
export interface Explanation {
	message: string;
	description: string;
}

/**
 * A failed call: its kind and the facts. Never contains the request, since that includes the token.
 */
export class Failure extends Error {
	/** `texts` are more specific than those of the kind. */
	constructor(
		readonly kind: FailureKind,
		readonly facts: FailureFacts = {},
		readonly texts?: Explanation,
	) {
		super(kind);
		this.name = 'Failure';
	}

	get class(): FailureClass {
		return CLASSES[this.kind];
	}

	/** The same failure, of which more is known. */
	with(facts: FailureFacts): Failure {
		return new Failure(this.kind, { ...this.facts, ...facts }, this.texts);
	}
}

/** Network error codes, and the names of n8n's own errors. */
const KIND_OF_CODE: [RegExp, FailureKind][] = [
	[/^(ERR_CANCELED|CanceledError|AbortError)$/, 'cancelled'],
	[/^Ssrf/, 'blocked'],
	[/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EMFILE|UND_ERR_CONNECT_TIMEOUT)$/, 'refused'],
	[/^(ENOTFOUND|EAI_AGAIN)$/, 'dns'],
	[/^(ECONNABORTED|ETIMEDOUT|TimeoutError|UND_ERR_(HEADERS|BODY)_TIMEOUT)$/, 'timeout'],
	[/^(EPROTO|ERR_SSL_|ERR_TLS_|CERT_|UNABLE_TO_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF)/, 'certificate'],
	// The last is fetch's code for headers that n8n's client reports as a parse error.
	[/^(HPE_|UND_ERR_HEADERS_OVERFLOW$)/, 'wrongHost'],
	// From zlib: a body that is not compressed as its header says.
	[/^(Z_|ERR__|ZSTD_)/, 'malformed'],
	// A token with a character that is not allowed in a header.
	[/^ERR_INVALID_CHAR$/, 'unauthorized'],
];

/** Messages for a connection that was never established, as kept by both supported n8n lines. */
const NEVER_CONNECTED = /^connect |before secure TLS connection was established|^bad port$/;

/**
 * What n8n's helper threw, as a `Failure`. Only the network's error code is taken from it: the thrown value, and in n8n 2.4x its
 * cause too, contains the whole request, token included. n8n 1.123 has no cause; it keeps the code in `httpCode` and the text
 * in `messages`.
 */
export function failureOf(thrown: unknown): Failure {
	if (thrown instanceof Failure) return thrown;
	const trail = trailOf(thrown);
	const codes = trail
		.flatMap(({ code, httpCode, name }) => [name, code, httpCode])
		.filter((code) => typeof code === 'string');
	const [, kind = 'disconnected'] = KIND_OF_CODE.find(([pattern]) => codes.some((code) => pattern.test(code))) ?? [];
	const maybeSent = kind === 'disconnected' || kind === 'timeout';
	const texts = trail.flatMap(({ message, messages }) => [message, messages]).flat();
	const connected = !texts.some((text) => typeof text === 'string' && NEVER_CONNECTED.test(text));
	return new Failure(maybeSent && !connected ? 'refused' : kind);
}

/** A thrown value and its chain of causes, outermost first. */
function trailOf(thrown: unknown): Record<string, unknown>[] {
	const trail = new Set<Record<string, unknown>>();
	for (let link = thrown; isRecord(link) && !trail.has(link); link = link.cause) trail.add(link);
	return [...trail];
}
