import { failureOfStatus } from '../../../nodes/shared/http/answer';

const JSON_BODY = '{"error":"No","message":"Not this way"}';
const PAGE = ' \n<!DOCTYPE html><title>Sign in</title>';
const answer = (status: number, text = JSON_BODY, headers: Record<string, unknown> = {}) => ({ status, headers, text });

test.each([200, 201, 204, 299, 404])('%i is an answer to read', (status) => {
	expect(failureOfStatus(answer(status))).toBeUndefined();
	expect(failureOfStatus(answer(status, PAGE))).toBeUndefined();
});

test.each([
	[400, 'invalid'],
	[402, 'invalid'],
	[405, 'invalid'],
	[418, 'invalid'],
	[499, 'invalid'],
	[401, 'unauthorized'],
	[403, 'forbidden'],
	[408, 'timeout'],
	[429, 'rateLimited'],
	[500, 'unavailable'],
	[503, 'unavailable'],
	[999, 'unavailable'],
])('%i in JSON is %s, with the status and the message', (status, kind) => {
	const failure = failureOfStatus(answer(status));

	expect(failure?.kind).toBe(kind);
	expect(failure?.facts).toMatchObject({ status, said: JSON_BODY });
});

test.each([
	[100, 'malformed'],
	[199, 'malformed'],
	[300, 'malformed'],
	[304, 'malformed'],
	[399, 'malformed'],
	[301, 'redirected'],
	[302, 'redirected'],
	[303, 'redirected'],
	[307, 'redirected'],
	[308, 'redirected'],
])('%i is %s, with the status and nothing of its body, which may be an answer', (status, kind) => {
	const failure = failureOfStatus(answer(status));

	expect(failure).toMatchObject({ kind, facts: { status } });
	expect(failure?.facts.said).toBeUndefined();
});

test.each(['<!doctype html>', '<HTML lang="en">', '\n  <head>', '<body>', '<!-- blocked -->', '<?xml version="1.0"?>'])(
	'401 and 403 with %j are somebody else’s',
	(page) => {
		for (const status of [401, 403]) expect(failureOfStatus(answer(status, page))?.kind).toBe('wrongHost');
		expect(failureOfStatus(answer(400, page))?.kind).toBe('invalid');
		expect(failureOfStatus(answer(500, page))?.kind).toBe('unavailable');
	},
);

test.each(['a <html> in JSON', '<b>No</b>', ''])('401 and 403 with %j may be the API’s', (text) => {
	expect(failureOfStatus(answer(401, text))?.kind).toBe('unauthorized');
	expect(failureOfStatus(answer(403, text))?.kind).toBe('forbidden');
});

test('only 429 and 5xx have a Retry-After', () => {
	const wait = (status: number) => failureOfStatus(answer(status, JSON_BODY, { 'retry-after': '3' }))?.facts.retryAfter;

	expect([429, 500, 503].map(wait)).toEqual([3_000, 3_000, 3_000]);
	expect([400, 401, 408, 302].map(wait)).toEqual([undefined, undefined, undefined, undefined]);
});
