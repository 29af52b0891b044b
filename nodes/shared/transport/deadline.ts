import { Failure } from './failure';

/**
 * Runs a piece of work that must be done within `timeout` milliseconds; it is given a signal that fires when they are over.
 * n8n's own timeout counts silence, and knows neither a body that trickles nor a proxy that does not answer, so the time of
 * a call is measured here. Throws a `Failure` of kind `timeout` then, whatever the work still does.
 */
export async function withinTime<T>(timeout: number, work: (over: AbortSignal) => Promise<T>): Promise<T> {
	const over = AbortSignal.timeout(Math.max(1, Math.ceil(timeout)));
	let stop: (() => void) | undefined;
	const expired = new Promise<never>((_resolve, reject) => {
		stop = () => reject(new Failure('timeout'));
		over.addEventListener('abort', stop);
	});
	try {
		return await Promise.race([work(over), expired]);
	} finally {
		// The signal lives until its time is over, and would keep every answer in memory for so long.
		if (stop) over.removeEventListener('abort', stop);
	}
}
