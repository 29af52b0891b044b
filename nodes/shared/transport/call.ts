import type { Clock } from './clock';
import { Failure } from './failure';

/**
 * Runs one call, which must be done within `timeout` milliseconds, and sooner where `ending` is aborted. n8n's own timeout
 * counts silence, and knows neither a body that trickles nor one that stops half way, so the time of a call is measured here.
 * The call is given the signal of `ending`. It also fires when the call went wrong: whatever that left open is to be closed.
 * Throws a `Failure` of kind `timeout` where the call did not end by itself.
 */
export async function runCall<T>(
	clock: Clock,
	timeout: number,
	ending: AbortController,
	call: (end: AbortSignal) => Promise<T>,
): Promise<T> {
	const end = () => ending.abort();
	const stopTimer = clock.after(timeout, end);
	const ended = new Promise<never>((_resolve, reject) => {
		ending.signal.addEventListener('abort', () => reject(new Failure('timeout')));
	});
	try {
		return await Promise.race([call(ending.signal), ended]).catch((error: unknown) => {
			end();
			return Promise.reject(error);
		});
	} finally {
		stopTimer();
	}
}
