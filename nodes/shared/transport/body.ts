import { Failure, type FailureKind } from './failure';
import { MAX_BODY_BYTES } from './limits';

/** As much of a Node.js readable stream as reading a body takes. */
interface ByteStream {
	on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
	on(event: 'end' | 'close', listener: () => void): unknown;
	on(event: 'error', listener: (error: unknown) => void): unknown;
	destroy(): unknown;
}

/**
 * Reads an answer's body, as n8n's helper gives it, as text. Stops when it grows beyond the limit; packed bodies are measured
 * unpacked. Throws a `Failure`: `tooLarge`, `malformed` (packed, and not to be unpacked), `disconnected`.
 */
export async function readBody(body: unknown): Promise<string> {
	if (!isByteStream(body)) return typeof body === 'string' ? body : JSON.stringify(body ?? '');
	return await readStream(body);
}

/** The listeners stay: a stream that breaks after it was given up would end the whole process if nobody heard it. */
async function readStream(stream: ByteStream): Promise<string> {
	return await new Promise((resolve, reject) => {
		const chunks: Uint8Array[] = [];
		let size = 0;
		const fail = (kind: FailureKind) => {
			chunks.length = 0;
			reject(new Failure(kind));
			stream.destroy();
		};
		stream.on('data', (chunk) => {
			size += chunk.length;
			if (size > MAX_BODY_BYTES) fail('tooLarge');
			else chunks.push(chunk);
		});
		stream.on('end', () => resolve(toText(chunks)));
		stream.on('error', (error) => fail(kindOf(error)));
		stream.on('close', () => fail('disconnected'));
	});
}

/** UTF-8 without the mark that some servers put in front of it, which no JSON may begin with. */
function toText(chunks: Uint8Array[]): string {
	return Buffer.concat(chunks).toString('utf8').replace(/^\uFEFF/, '');
}

/** zlib's codes tell of a body that is not packed as its header says. */
function kindOf(error: unknown): FailureKind {
	const { code } = error as { code?: unknown };
	return typeof code === 'string' && /^(Z_|ERR__|ZSTD_)/.test(code) ? 'malformed' : 'disconnected';
}

function isByteStream(body: unknown): body is ByteStream {
	return typeof body === 'object' && body !== null && 'on' in body && 'destroy' in body;
}
