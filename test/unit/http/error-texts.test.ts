import { array, looseObject, string } from 'zod/v4-mini';

import { readAnswer, whatRefusalSays } from '../../../nodes/shared/http/answer';
import { explain } from '../../../nodes/shared/http/error-texts';
import { CLASSES, Failure, type FailureKind } from '../../../nodes/shared/http/failure';

const KINDS = Object.keys(CLASSES) as FailureKind[];

/** n8n's rule for messages; and its errors replace a whole message that holds one of the network's codes. */
const AVOIDED = /\b(error|problem|failure|mistake)\b|EPERM|ENOENT|EACCES|EEXIST|ENOTFOUND|ECONN|ETIMEDOUT/i;

test.each(KINDS)('%s has a message without a period and a description that says what to do', (kind) => {
	const { message, description } = explain(new Failure(kind, { status: 500, retryAfter: 90_000, tries: 4 }));

	expect(message).not.toMatch(/\.$/);
	expect(description).toMatch(/[.!?]$/);
	expect(`${message} ${description}`).not.toMatch(AVOIDED);
});

test('a long pause is shown in seconds', () => {
	expect(explain(new Failure('rateLimited', { retryAfter: 90_000 })).description).toMatch(/wait 90 seconds/);
	for (const retryAfter of [1e30, Infinity]) {
		expect(explain(new Failure('rateLimited', { retryAfter })).description).toMatch(/wait for more than a day\./);
	}
});

test('what the API said is shown on one line, and a page of another server is not', () => {
	expect(whatRefusalSays('{"error":"Bad Request","message":"data.id\\n is required"}')).toBe('data.id is required');
	expect(whatRefusalSays('{"error":"Forbidden"}')).toBe('Forbidden');
	expect(whatRefusalSays('<html>502</html>')).toBe('');
	expect(whatRefusalSays(undefined)).toBe('');
});

const answer = (status: number, text: string) =>
	readAnswer({ status, headers: {}, text }, looseObject({ products: array(string()) }));

test('a 404 in the API’s own JSON means not found, any other a wrong host', () => {
	expect(answer(404, '{"error":"Not Found","message":"no such"}')).toBeUndefined();
	const others = [
		'<html></html>',
		'',
		'null',
		'{"detail":"nothing here"}',
		'{"error":"Not Found"}',
		'{"error":"Not Found","message":null}',
		'{"status":404,"error":"Not Found","path":"/api"}',
		'{"statusCode":404,"error":"Not Found","message":"Route GET:/api not found"}',
	];
	for (const text of others) {
		expect(() => answer(404, text)).toThrow(expect.objectContaining({ kind: 'wrongHost' }));
	}
});

test('a 200 of another shape is malformed, and reported by field, never by value', () => {
	expect(answer(200, '{"products":["1"],"more":1}')).toEqual({ products: ['1'], more: 1 });
	for (const text of ['', '{"products":', '[]', 'null', '{}', '{"products":null}']) {
		expect(() => answer(200, text)).toThrow(expect.objectContaining({ kind: 'malformed' }));
	}
	expect(() => answer(200, '{"products":["1",{"secret":"x"}]}')).toThrow(
		expect.objectContaining({ facts: { status: 200, unexpected: '"products.1"' } }),
	);
	for (const page of ['<!DOCTYPE html><html></html>', '\n<body>Hello</body>', '<?xml version="1.0"?><html/>']) {
		expect(() => answer(200, page)).toThrow(expect.objectContaining({ kind: 'wrongHost' }));
	}
});
