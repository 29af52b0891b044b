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

/** The network's codes, and the names of n8n's own refusals. */
const KIND_OF_CODE: [RegExp, FailureKind][] = [
	[/^(ERR_CANCELED|CanceledError|AbortError)$/, 'cancelled'],
	[/^Ssrf/, 'blocked'],
	[/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EMFILE|UND_ERR_CONNECT_TIMEOUT)$/, 'refused'],
	[/^(ENOTFOUND|EAI_AGAIN)$/, 'dns'],
	[/^(ECONNABORTED|ETIMEDOUT|TimeoutError|UND_ERR_(HEADERS|BODY)_TIMEOUT)$/, 'timeout'],
	[/^(EPROTO|ERR_SSL_|ERR_TLS_|CERT_|UNABLE_TO_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF)/, 'certificate'],
	// The last is what fetch says of headers that n8n's client takes for no HTTP.
	[/^(HPE_|UND_ERR_HEADERS_OVERFLOW$)/, 'wrongHost'],
	// zlib's: a body that is not packed as its header says.
	[/^(Z_|ERR__|ZSTD_)/, 'malformed'],
	// A token with a character that no header can hold.
	[/^ERR_INVALID_CHAR$/, 'unauthorized'],
];

/** What the network says when it got no connection at all, as n8n keeps it on both of its supported lines. */
const NEVER_CONNECTED = /^connect |before secure TLS connection was established|^bad port$/;

/**
 * What n8n's helper threw, as a `Failure`. Only the network's own code is taken over: the thrown value, and in n8n 2.4x its
 * cause too, holds the whole request, token included. n8n 1.123 has no cause and keeps the code as `httpCode`, the text in
 * `messages`.
 */
export function failureOf(thrown: unknown): Failure {
	if (thrown instanceof Failure) return thrown;
	const trail = trailOf(thrown);
	const codes = trail.flatMap(({ code, httpCode, name }) => [name, code, httpCode]).filter(isText);
	const [, kind = 'disconnected'] = KIND_OF_CODE.find(([pattern]) => codes.some((code) => pattern.test(code))) ?? [];
	const maybeSent = kind === 'disconnected' || kind === 'timeout';
	const texts = trail.flatMap(({ message, messages }) => [message, messages]).flat();
	const connected = !texts.some((text) => isText(text) && NEVER_CONNECTED.test(text));
	return new Failure(maybeSent && !connected ? 'refused' : kind);
}

/** A thrown value and what caused it, outermost first. */
function trailOf(thrown: unknown): Record<string, unknown>[] {
	const trail: Record<string, unknown>[] = [];
	for (let link = thrown; typeof link === 'object' && link !== null; link = (link as { cause?: unknown }).cause) {
		if (trail.includes(link as Record<string, unknown>)) break;
		trail.push(link as Record<string, unknown>);
	}
	return trail;
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}
