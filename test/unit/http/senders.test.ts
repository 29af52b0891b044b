import { Readable } from 'node:stream';

import { Failure } from '../../../nodes/shared/http/failure';
import { MAX_BODY_BYTES } from '../../../nodes/shared/http/limits';
import { collect, readResponse } from '../../../nodes/shared/http/senders';

const stream = (...chunks: (string | Buffer)[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
const readBody = async (body: unknown, end = new AbortController().signal) =>
	(await readResponse({ statusCode: 200, headers: {}, body }, end)).text;
const failureFrom = async (reading: Promise<unknown>) =>
	(await reading.then(
		() => undefined,
		(error: unknown) => error,
	)) as Failure;

test.each<[string, unknown, string]>([
	['text', '{"a":1}', '{"a":1}'],
	['what n8n has read already', { a: [1] }, '{"a":[1]}'],
	['null', null, '""'],
	['nothing', undefined, '""'],
	['an object that has only half of a stream', { on: () => undefined }, '{}'],
	['another half', { destroy: 1 }, '{"destroy":1}'],
	['false', false, 'false'],
])('a body that is %s is read', async (_what, body, text) => {
	expect(await readBody(body)).toBe(text);
});

test('a stream is read to the end, wherever its chunks are split', async () => {
	const bytes = Buffer.from('{"ocasião":"Ação 🧥"}');

	expect(await readBody(Readable.from([...bytes].map((byte) => Buffer.from([byte]))))).toBe('{"ocasião":"Ação 🧥"}');
	expect(await readBody(stream())).toBe('');
});

test('a byte order mark is removed, and nothing else', async () => {
	expect(await readBody(stream('\uFEFF{}'))).toBe('{}');
	expect(await readBody(stream('{"a":"\uFEFF"}'))).toBe('{"a":"\uFEFF"}');
});

test.each(['n8n', 'fetch'])(
	'the stream that %s gives may be as long as the limit, and not a byte longer',
	async (from) => {
		const read = async (bytes: number) => {
			const body = stream(Buffer.alloc(bytes - 1, 'x'), 'x');
			return await (from === 'n8n' ? readBody(body) : collect(Readable.toWeb(body) as ReadableStream<Uint8Array>));
		};

		expect((await read(MAX_BODY_BYTES)).length).toBe(MAX_BODY_BYTES);
		expect((await failureFrom(read(MAX_BODY_BYTES + 1))).kind).toBe('tooLarge');
	},
);

test('a stream that grows too long is destroyed', async () => {
	const endless = new Readable({
		read() {
			this.push(Buffer.alloc(1024 * 1024));
		},
	});

	expect((await failureFrom(readBody(endless))).kind).toBe('tooLarge');
	expect(endless.destroyed).toBe(true);
});

test.each(['before', 'after'])('a stream is destroyed when the time is over, %s it begins', async (when) => {
	const stalled = new Readable({ read: () => undefined });
	const ending = new AbortController();
	if (when === 'before') ending.abort();
	const reading = failureFrom(readBody(stalled, ending.signal));
	ending.abort();

	expect((await reading).kind).toBe('disconnected');
	expect(stalled.destroyed).toBe(true);
});

test('a stream that closes early counts as cut', async () => {
	const cut = new Readable({ read: () => undefined });
	const reading = failureFrom(readBody(cut));
	cut.push('{"a":');
	cut.destroy();

	expect((await reading).kind).toBe('disconnected');
});

test('a failing stream reports the cause, without the contents of the error', async () => {
	const broken = new Readable({ read: () => undefined });
	const reading = failureFrom(readBody(broken));
	broken.destroy(Object.assign(new Error('incorrect header check'), { code: 'Z_DATA_ERROR' }));

	expect(await reading).toBeInstanceOf(Failure);
	expect((await reading).kind).toBe('malformed');
	// Nothing else listens, and an unhandled error event ends the process.
	expect(() => broken.emit('error', new Error('once more'))).not.toThrow();
});
