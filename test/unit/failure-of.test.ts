import { NodeApiError, type INode } from 'n8n-workflow';

import { failureOf } from '../../nodes/shared/transport/failure-of';

const TOKEN = 'a-token-that-nobody-may-see';
const node: INode = { id: '1', name: 'Node', type: 'x', typeVersion: 1, position: [0, 0], parameters: {} };

/** What n8n's client throws: the code, the text, and the whole request. */
function clientError(code: string, message = code): Error {
	return Object.assign(new Error(message), { code, config: { headers: { 'X-FashionAI-APP-Token': TOKEN } } });
}

/** As n8n 2.4x throws it on: with its cause. */
const today = (error: Error) => Object.assign(new NodeApiError(node, error as never), { cause: error });

/** As n8n 1.123 throws it on: no cause, the code as httpCode, the text in messages. */
const earlier = (error: Error & { code?: string }) => ({
	name: 'NodeApiError',
	message: 'Something for people',
	httpCode: error.code,
	messages: [error.message],
});

const CASES: [code: string, text: string | undefined, kind: string][] = [
	['ECONNREFUSED', undefined, 'refused'],
	['ENOTFOUND', 'getaddrinfo ENOTFOUND none.invalid', 'dns'],
	['EAI_AGAIN', undefined, 'dns'],
	['ECONNABORTED', 'timeout of 100ms exceeded', 'timeout'],
	['ETIMEDOUT', 'read ETIMEDOUT', 'timeout'],
	['ETIMEDOUT', 'connect ETIMEDOUT 10.0.0.1:443', 'refused'],
	['ECONNRESET', 'socket hang up', 'disconnected'],
	['ECONNRESET', 'read ECONNRESET', 'disconnected'],
	['ECONNRESET', 'Client network socket disconnected before secure TLS connection was established', 'refused'],
	['EPIPE', undefined, 'disconnected'],
	['HPE_HEADER_OVERFLOW', undefined, 'wrongHost'],
	['UND_ERR_HEADERS_OVERFLOW', undefined, 'wrongHost'],
	['ERR_CANCELED', 'canceled', 'cancelled'],
	['CERT_HAS_EXPIRED', undefined, 'certificate'],
	['DEPTH_ZERO_SELF_SIGNED_CERT', undefined, 'certificate'],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', undefined, 'certificate'],
	['ERR_TLS_CERT_ALTNAME_INVALID', undefined, 'certificate'],
	['ERR_SSL_WRONG_VERSION_NUMBER', undefined, 'certificate'],
	['HPE_INVALID_CONSTANT', 'Parse Error: Expected HTTP/', 'wrongHost'],
	['ERR_INVALID_CHAR', undefined, 'unauthorized'],
	['EWHATEVER', undefined, 'disconnected'],
];

test.each(CASES)('%s (%s) is %s on both lines of n8n', (code, text, kind) => {
	for (const thrown of [today(clientError(code, text)), earlier(clientError(code, text))]) {
		const failure = failureOf(thrown);

		expect(failure.kind).toBe(kind);
		expect(JSON.stringify(failure)).not.toContain(TOKEN);
		expect(failure.cause).toBeUndefined();
	}
});

test('a host that n8n does not allow is told from all else', () => {
	const refusal = Object.assign(new Error('blocked'), { name: 'SsrfBlockedIpError' });

	expect(failureOf(today(refusal)).kind).toBe('blocked');
});

test('whatever is thrown is a failure', () => {
	const circle: { cause?: unknown } = {};
	circle.cause = circle;
	for (const thrown of [undefined, null, 'text', 7, {}, circle]) expect(failureOf(thrown).kind).toBe('disconnected');
});
