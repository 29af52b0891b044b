import { Failure, type FailureKind } from './failure';

const KIND_OF_CODE: Record<string, FailureKind> = {
	ECONNREFUSED: 'refused',
	EHOSTUNREACH: 'refused',
	ENETUNREACH: 'refused',
	ENOTFOUND: 'dns',
	EAI_AGAIN: 'dns',
	ECONNABORTED: 'timeout',
	ETIMEDOUT: 'timeout',
	ECONNRESET: 'disconnected',
	EPIPE: 'disconnected',
	ERR_BAD_RESPONSE: 'disconnected',
	ERR_CANCELED: 'cancelled',
	CERT_HAS_EXPIRED: 'certificate',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
	SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
	ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
	EPROTO: 'certificate',
};

/**
 * What n8n's helper threw, as a `Failure`. Only the network's own code is taken over: the thrown value, and in n8n 2.4x its
 * cause too, holds the whole request, token included. n8n 1.123 has no cause and keeps the code as `httpCode`.
 */
export function failureOf(thrown: unknown): Failure {
	for (const code of codesOf(thrown)) {
		const kind = KIND_OF_CODE[code];
		if (kind) return new Failure(kind);
	}
	return new Failure('disconnected');
}

function codesOf(thrown: unknown): string[] {
	if (typeof thrown !== 'object' || thrown === null) return [];
	const { code, httpCode, cause, name } = thrown as Record<string, unknown>;
	const own = [code, httpCode].filter((value): value is string => typeof value === 'string');
	const cancelled = name === 'CanceledError' ? ['ERR_CANCELED'] : [];
	return [...cancelled, ...own, ...(cause === thrown ? [] : codesOf(cause))];
}
