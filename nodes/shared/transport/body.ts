import { Failure } from './failure';
import { failureOf } from './failure-of';
import { MAX_BODY_BYTES } from './limits';

/** As much of a Node.js readable stream as reading a body takes. */
interface ByteStream {
	readonly readableEnded: boolean;
	on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
	on(event: 'end' | 'close', listener: () => void): unknown;
	on(event: 'error', listener: (error: unknown) => void): unknown;
	destroy(): unknown;
}

/** The bytes of a body, up to the limit. Packed bodies are measured unpacked. */
class Chunks {
	private readonly chunks: Uint8Array[] = [];
	private size = 0;

	/** Throws a `Failure` of kind `tooLarge`. */
	add(chunk: Uint8Array): void {
		this.size += chunk.length;
		if (this.size > MAX_BODY_BYTES) throw new Failure('tooLarge');
		this.chunks.push(chunk);
	}

	/** UTF-8 without the mark that some servers put in front of it, which no JSON may begin with. */
	toText(): string {
		return Buffer.concat(this.chunks).toString('utf8').replace(/^\uFEFF/, '');
	}
}

/** Reads an answer's body, as n8n's helper gives it, as text. Throws a `Failure`. */
export async function readBody(body: unknown): Promise<string> {
	if (!isByteStream(body)) return typeof body === 'string' ? body : JSON.stringify(body ?? '');
	return await readStream(body);
}

/** Reads a body that comes in chunks as text. Throws a `Failure` of kind `tooLarge`, or what the source throws. */
export async function collect(source: AsyncIterable<Uint8Array>): Promise<string> {
	const chunks = new Chunks();
	for await (const chunk of source) chunks.add(chunk);
	return chunks.toText();
}

/** The listeners stay: a stream that breaks after it was given up would end the whole process if nobody heard it. */
async function readStream(stream: ByteStream): Promise<string> {
	return await new Promise((resolve, reject) => {
		const chunks = new Chunks();
		const fail = (error: unknown) => {
			reject(failureOf(error));
			stream.destroy();
		};
		stream.on('data', (chunk) => {
			try {
				chunks.add(chunk);
			} catch (error) {
				fail(error);
			}
		});
		stream.on('end', () => resolve(chunks.toText()));
		stream.on('error', fail);
		// Every stream closes; an error made for each, with its stack, would be the most costly thing done here.
		stream.on('close', () => {
			if (!stream.readableEnded) fail(new Failure('disconnected'));
		});
	});
}

function isByteStream(body: unknown): body is ByteStream {
	return typeof body === 'object' && body !== null && 'on' in body && 'destroy' in body;
}
