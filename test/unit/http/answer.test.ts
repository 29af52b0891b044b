import { looseObject, string } from 'zod/v4-mini';

import { isApiRefusal, readAnswer, whatRefusalSays } from '../../../nodes/shared/http/answer';
import { parseJson } from '../../../nodes/shared/values/read-ai-values';

const ANY = looseObject({});
const read = (text: string, status = 200, schema = ANY) => readAnswer({ status, headers: {}, text }, schema);
const failureOf = (text: string, status = 200, schema = ANY) => {
	try {
		read(text, status, schema);
	} catch (error) {
		return error as { kind: string; facts: { status?: number; unexpected?: string } };
	}
	return undefined;
};
const nested = (levels: number, open: string, close: string) =>
	`{"a":${open.repeat(levels - 1)}1${close.repeat(levels - 1)}}`;

test('the answer is the body as the API sent it, with all its keys', () => {
	const body = '{"b":1,"a":{"__proto__":{"x":1},"constructor":2},"ocasião":"é"}';
	expect(JSON.stringify(read(body))).toBe(body);
});

test.each([
	['{"id":1234567890123456789}', { id: '1234567890123456789' }],
	[
		'{"id":-1234567890123456789,"b":[12345678901234567890]}',
		{ id: '-1234567890123456789', b: ['12345678901234567890'] },
	],
	['{"id":9007199254740993}', { id: '9007199254740993' }],
	['{"id":9007199254740991}', { id: 9007199254740991 }],
	['{"id":123456789012345}', { id: 123456789012345 }],
	['{"a":0.12345678901234567,"b":1234567890123456789.5}', { a: 0.12345678901234567, b: 1234567890123456789.5 }],
	['{"a":1e21,"b":12345678901234567890e2}', { a: 1e21, b: 12345678901234567890e2 }],
	['{"a":"1234567890123456789","b":"\\"1234567890123456789"}', { a: '1234567890123456789', b: '"1234567890123456789' }],
	[
		'{"a":"x","b":1234567890123456789,"c":"1234567890123456789"}',
		{ a: 'x', b: '1234567890123456789', c: '1234567890123456789' },
	],
])('digits are kept: %s', (text, value) => {
	expect(read(text)).toEqual(value);
});

test.each([
	['objects', '{"a":', '}'],
	['lists', '[', ']'],
])('an answer of a hundred levels of %s is read, one more is not', (_what, open, close) => {
	expect(read(nested(100, open, close))).toBeDefined();
	expect(failureOf(nested(101, open, close))).toMatchObject({
		kind: 'malformed',
		facts: { status: 200, unexpected: 'it is nested more than 100 levels deep' },
	});
});

test('brackets side by side, and those in a text, are no levels', () => {
	expect(read(`{"a":[${Array.from({ length: 200 }, () => '[{}]').join(',')}]}`)).toBeDefined();
	expect(read(`{"a":"${'['.repeat(200)}\\"${'{'.repeat(200)}"}`)).toEqual({
		a: `${'['.repeat(200)}"${'{'.repeat(200)}`,
	});
});

test.each([
	['no JSON', 'malformed', undefined],
	['', 'malformed', undefined],
	[' <!DOCTYPE html><p>', 'wrongHost', undefined],
	['<html>', 'wrongHost', undefined],
	['<p>', 'malformed', undefined],
	['[]', 'malformed', 'the answer as a whole'],
	['null', 'malformed', 'the answer as a whole'],
])('an answer that is %j fails as %s', (text, kind, unexpected) => {
	const failure = failureOf(text);
	expect(failure).toMatchObject({ kind, facts: { status: 200 } });
	expect(failure?.facts.unexpected).toBe(unexpected);
});

test('a failure says where the answer is of another shape, and never what is there', () => {
	const schema = looseObject({ a: looseObject({ b: string() }) });
	expect(failureOf('{"a":{"b":77777}}', 200, schema)?.facts.unexpected).toBe('"a.b"');
});

test('a 404 means unknown only in the API’s own words', () => {
	expect(read('{"error":"Not Found","message":"No profile"}', 404)).toBeUndefined();
	for (const text of [
		'{"error":"Not Found"}',
		'{"error":"a","message":"b","path":"/"}',
		'{"error":1,"message":"b"}',
		'<html>',
		'',
	])
		expect(failureOf(text, 404)).toMatchObject({ kind: 'wrongHost', facts: { status: 404 } });
});

test.each([
	['{"error":"a","message":"b"}', true, 'b'],
	['{"error":"a"}', false, 'a'],
	['{"error":"a","message":" b \\n c ","path":"/"}', false, 'b c'],
	['{"error":"a","message":[" b","c "]}', false, 'b; c'],
	['{"error":"a","message":["b",{}]}', false, ''],
	['{"message":"b"}', false, ''],
	['<html>', false, ''],
	['', false, ''],
])('what a refusal says: %s', (text, isApis, said) => {
	expect(isApiRefusal(text)).toBe(isApis);
	expect(whatRefusalSays(text)).toBe(said);
});

test('what a refusal says is cut, and may be missing', () => {
	expect(whatRefusalSays(JSON.stringify({ error: 'a', message: 'x'.repeat(300) }))).toBe('x'.repeat(200));
	expect(whatRefusalSays(undefined)).toBe('');
	expect(parseJson('{')).toBeUndefined();
	expect(parseJson('[1]')).toEqual([1]);
});

test('a number of 10 MB is malformed', () => {
	expect(failureOf('1'.repeat(10_000_000))?.kind).toBe('malformed');
});
