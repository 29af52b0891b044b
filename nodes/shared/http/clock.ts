import { sleep } from 'n8n-workflow';

/** Time as the HTTP client sees it. A test hands in one that it moves by itself. */
export interface Clock {
	/** Epoch milliseconds. */
	now(): number;
	sleep(milliseconds: number): Promise<void>;
	/** Calls back once after so many milliseconds, unless what it gives is called before. */
	after(milliseconds: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
	now: () => Date.now(),
	sleep: async (milliseconds) => {
		await sleep(milliseconds);
	},
	after(milliseconds, callback) {
		// A node may not use `setTimeout` (n8n's rule).
		const timer = AbortSignal.timeout(Math.max(1, Math.ceil(milliseconds)));
		timer.addEventListener('abort', callback);
		// The timer lives on, and would keep whatever its listener knows in memory for so long.
		return () => {
			timer.removeEventListener('abort', callback);
		};
	},
};
