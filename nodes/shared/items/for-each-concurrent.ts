import { sleep } from 'n8n-workflow';

/** How long a loop may run before it yields to the event loop, in milliseconds. */
const MAX_BLOCKING_TIME = 25;

/**
 * Yields to the event loop from within a long loop: n8n takes up to 400 µs per expression, so ten thousand without a break would
 * block every other workflow for seconds.
 */
export class EventLoopYielder {
	private since = Date.now();

	async yieldIfDue(): Promise<void> {
		if (Date.now() - this.since < MAX_BLOCKING_TIME) return;
		await sleep(0);
		this.since = Date.now();
	}
}

/** How often the deadline is checked, in milliseconds. */
const POLL_INTERVAL = 250;

/**
 * Handles all items in order, at most `concurrency` at once, until all are done, a handler returns `'stop'` or throws, or
 * `deadline` (epoch ms) passes. Does not wait for handlers still running then: these must check `isOver` before each further
 * step. Throws what a handler throws.
 */
export async function forEachConcurrent<T>(
	items: readonly T[],
	concurrency: number,
	handle: (item: T, isOver: () => boolean) => Promise<unknown>,
	deadline = Infinity,
): Promise<void> {
	const rest = items.values();
	let over = false;
	const isOver = () => over;
	const worker = async () => {
		for (const item of rest) {
			if (over || (await handle(item, isOver)) === 'stop') over = true;
			if (over) return;
		}
	};
	const workers = Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
	try {
		await (deadline === Infinity ? workers : Promise.race([workers, untilOver(deadline, isOver)]));
	} finally {
		over = true;
	}
}

async function untilOver(deadline: number, isOver: () => boolean): Promise<void> {
	for (let left = deadline - Date.now(); left > 0 && !isOver(); left = deadline - Date.now())
		await sleep(Math.min(left, POLL_INTERVAL));
}
