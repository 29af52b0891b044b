import { type INode, NodeApiError } from 'n8n-workflow';

import { UnknownCustomer } from '../../../nodes/shared/api/identifier';
import { explain } from '../../../nodes/shared/http/error-texts';
import { Failure, failureOf } from '../../../nodes/shared/http/failure';

const TOKEN = 'a-token-that-nobody-may-see';
const node: INode = { id: '1', name: 'Node', type: 'x', typeVersion: 1, position: [0, 0], parameters: {} };

/** What n8n's client throws: the code, the message, and the whole request. */
function clientError(code: string, message = code): Error {
	return Object.assign(new Error(message), { code, config: { headers: { 'X-FashionAI-APP-Token': TOKEN } } });
}

/** As rethrown by n8n 2.4x: with its cause. */
const today = (error: Error) => Object.assign(new NodeApiError(node, error as never), { cause: error });

/** As rethrown by n8n 1.123: no cause, the code in httpCode, the text in messages. */
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
	['EHOSTUNREACH', undefined, 'refused'],
	['ENETUNREACH', undefined, 'refused'],
	['EADDRNOTAVAIL', undefined, 'refused'],
	['EMFILE', undefined, 'refused'],
	['UND_ERR_CONNECT_TIMEOUT', undefined, 'refused'],
	['UND_ERR_HEADERS_TIMEOUT', undefined, 'timeout'],
	['UND_ERR_BODY_TIMEOUT', undefined, 'timeout'],
	['UND_ERR_SOCKET', 'bad port', 'refused'],
	['UND_ERR_SOCKET', 'no bad port', 'disconnected'],
	['ECONNRESET', 'could not connect to it', 'disconnected'],
	['EPROTO', undefined, 'certificate'],
	['SELF_SIGNED_CERT_IN_CHAIN', undefined, 'certificate'],
	['Z_BUF_ERROR', undefined, 'malformed'],
	['ERR__ERROR_FORMAT_PADDING_1', undefined, 'malformed'],
	['ZSTD_error_corruption_detected', undefined, 'malformed'],
	// Names that only contain one of the codes do not count.
	['XECONNREFUSED', undefined, 'disconnected'],
	['ECONNREFUSED2', undefined, 'disconnected'],
	['XENOTFOUND', undefined, 'disconnected'],
	['ENOTFOUND2', undefined, 'disconnected'],
	['XETIMEDOUT', undefined, 'disconnected'],
	['ETIMEDOUT2', undefined, 'disconnected'],
	['XERR_CANCELED', undefined, 'disconnected'],
	['ERR_CANCELED2', undefined, 'disconnected'],
	['X_HPE_INVALID', undefined, 'disconnected'],
	['XUND_ERR_HEADERS_OVERFLOW', undefined, 'disconnected'],
	['UND_ERR_HEADERS_OVERFLOW2', undefined, 'disconnected'],
	['X_Z_BUF_ERROR', undefined, 'disconnected'],
	['XERR_INVALID_CHAR', undefined, 'disconnected'],
	['ERR_INVALID_CHAR2', undefined, 'disconnected'],
	['X_CERT_HAS_EXPIRED', undefined, 'disconnected'],
];

test.each(CASES)('%s (%s) is %s on both lines of n8n', (code, text, kind) => {
	for (const thrown of [today(clientError(code, text)), earlier(clientError(code, text))]) {
		const failure = failureOf(thrown);

		expect(failure.kind).toBe(kind);
		expect(JSON.stringify(failure)).not.toContain(TOKEN);
		expect(failure.cause).toBeUndefined();
	}
});

test('a host blocked by n8n is distinguished from other errors', () => {
	const refusal = Object.assign(new Error('blocked'), { name: 'SsrfBlockedIpError' });

	expect(failureOf(today(refusal)).kind).toBe('blocked');
});

test.each([
	['AbortError', 'cancelled'],
	['CanceledError', 'cancelled'],
	['TimeoutError', 'timeout'],
	['XSsrfBlockedIpError', 'disconnected'],
])('an error distinguished only by its name: %s is %s', (name, kind) => {
	expect(failureOf(Object.assign(new Error('x'), { name })).kind).toBe(kind);
});

test('a failure is passed on as it is', () => {
	const failure = new Failure('tooLarge', { status: 200 });

	expect(failureOf(failure)).toBe(failure);
});

test('a failure of which more is known keeps its texts', () => {
	const failure = new UnknownCustomer({ by: 'email', value: 'ana@example.com' }).with({ tries: 2 });

	expect(failure).toMatchObject({ kind: 'invalid', facts: { status: 404, tries: 2 } });
	expect(explain(failure)).toMatchObject({
		message: 'Fashion.AI knows no customer with this email',
		description: expect.stringMatching(/^“ana@example\.com” is not known\./),
	});
});

test('messages are searched in all causes, and in each of several', () => {
	const code = 'ECONNRESET';
	expect(failureOf({ code, messages: ['first', 'connect ECONNRESET 10.0.0.1:443'] }).kind).toBe('refused');
	expect(failureOf({ code, cause: { cause: { message: 'connect ECONNRESET 10.0.0.1:443' } } }).kind).toBe('refused');
	expect(failureOf({ code, messages: [7, null], message: {} }).kind).toBe('disconnected');
	// An error that certainly had an answer does not become a connection that was never made.
	expect(failureOf({ code: 'HPE_INVALID', message: 'connect to x' }).kind).toBe('wrongHost');
});

test('anything thrown becomes a failure', () => {
	const circle: { cause?: unknown } = {};
	circle.cause = circle;
	for (const thrown of [undefined, null, 'text', 7, {}, circle]) expect(failureOf(thrown).kind).toBe('disconnected');
});
