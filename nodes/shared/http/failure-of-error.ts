import { Failure, type FailureKind } from './failure';

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
