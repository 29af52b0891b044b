import { Failure, type FailureKind } from './failure';

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
 * What n8n's helper threw, as a `Failure`. Only the network's error code is taken from it: the thrown value, and in n8n
 * 2.4x its cause too, contains the whole request, token included. n8n 1.123 has no cause; it keeps the code in
 * `httpCode` and the text in `messages`.
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

/** A thrown value and its chain of causes, outermost first. */
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
