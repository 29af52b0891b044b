import { sleep } from 'n8n-workflow';

/** Calls that start within this many milliseconds, with the same timeout, share a timer. */
const TIMER_SLOT = 100;

/** Time as the HTTP client sees it. Tests pass one that they advance themselves. */
export interface Clock {
	/** Epoch milliseconds. */
	now(): number;
	sleep(milliseconds: number): Promise<void>;
	/** Calls back once after the given time, up to `TIMER_SLOT` late. Returns a function that cancels it. */
	after(milliseconds: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
	now: () => Date.now(),
	sleep: async (milliseconds) => {
		await sleep(milliseconds);
	},
	after(milliseconds, callback) {
		const id = `${milliseconds} ${Math.floor(Date.now() / TIMER_SLOT)}`;
		if (latest?.id !== id) latest = new SharedTimer(id, Math.ceil(milliseconds) + TIMER_SLOT);
		return latest.add(callback);
	},
};

/** n8n's rules allow no timer that can be cleared. One per call would take memory for a minute after it. */
class SharedTimer {
	private readonly callbacks = new Set<() => void>();
	private readonly timer: AbortSignal;
	private readonly fire = () => {
		this.retire();
		for (const callback of this.callbacks) callback();
	};

	constructor(
		readonly id: string,
		milliseconds: number,
	) {
		this.timer = AbortSignal.timeout(milliseconds);
		this.timer.addEventListener('abort', this.fire);
	}

	add(callback: () => void): () => void {
		this.callbacks.add(callback);
		return () => {
			this.callbacks.delete(callback);
			if (this.callbacks.size === 0) this.retire();
		};
	}

	private retire(): void {
		this.timer.removeEventListener('abort', this.fire);
		if (latest === this) latest = undefined;
	}
}

let latest: SharedTimer | undefined;
