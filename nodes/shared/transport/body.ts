import { Failure } from './failure';
import { MAX_BODY_BYTES } from './limits';

/** As much of a Node.js readable stream as reading a body takes. */
interface ByteStream extends AsyncIterable<Uint8Array> {
	destroy(): unknown;
}

/**
 * Reads an answer's body as text. n8n's own timeout counts silence, so a body that trickles one byte at a time outlives
 * it; and it knows no limit of size. Both are kept here.
 * Takes the body as n8n's helper gives it and the time (epoch ms) at which it must be complete.
 * Throws a `Failure`: `timeout`, `tooLarge`, `disconnected`.
 */
export async function readBody(body: unknown, deadline: number): Promise<string> {
	if (isByteStream(body)) return await readStream(body, deadline);
	return typeof body === 'string' ? body : JSON.stringify(body ?? '');
}

async function readStream(stream: ByteStream, deadline: number): Promise<string> {
	const timer = AbortSignal.timeout(Math.max(1, deadline - Date.now()));
	const stop = () => stream.destroy();
	timer.addEventListener('abort', stop, { once: true });
	const chunks: Uint8Array[] = [];
	let size = 0;
	let reason: Failure | undefined;
	try {
		for await (const chunk of stream) {
			size += chunk.length;
			if (size > MAX_BODY_BYTES) {
				reason = new Failure('tooLarge');
				break;
			}
			chunks.push(chunk);
		}
	} catch {
		reason = new Failure(timer.aborted ? 'timeout' : 'disconnected');
	} finally {
		timer.removeEventListener('abort', stop);
		stream.destroy();
	}
	if (timer.aborted) reason ??= new Failure('timeout');
	if (reason) throw reason;
	return Buffer.concat(chunks).toString('utf8');
}

function isByteStream(body: unknown): body is ByteStream {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body;
}
