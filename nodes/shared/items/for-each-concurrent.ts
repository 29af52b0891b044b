import { sleep } from 'n8n-workflow';

/** How long a loop may work before everything else that n8n does gets its turn, in milliseconds. */
const LONGEST_STRETCH = 25;

/**
 * Lets a long loop breathe: n8n takes up to 400 µs for one expression, and ten thousand of them in one stretch would stop
 * every other workflow for seconds.
 */
export class EventLoopYielder {
	private since = Date.now();

	async yieldIfDue(): Promise<void> {
		if (Date.now() - this.since < LONGEST_STRETCH) return;
		await sleep(0);
		this.since = Date.now();
	}
}

/** How often the clock is looked at, in milliseconds. */
const TICK = 250;

/**
 * Handles every piece of work, at most `width` at once, in their order, until all are done, a handler gives `'stop'` or throws,
 * or the moment `until` (epoch ms) comes. Does not wait for what is under way then: handlers find out by `isOver` that nobody
 * waits for them, and ask it before each further step. Throws what a handler throws.
 */
export async function forEachConcurrent<T>(
	pieces: readonly T[],
	width: number,
	handle: (piece: T, isOver: () => boolean) => Promise<unknown>,
	until = Infinity,
): Promise<void> {
	const rest = pieces.values();
	let over = false;
	const isOver = () => over;
	const worker = async () => {
		for (const piece of rest) {
			if (over || (await handle(piece, isOver)) === 'stop') over = true;
			if (over) return;
		}
	};
	const workers = Promise.all(Array.from({ length: Math.min(width, pieces.length) }, worker));
	try {
		await (until === Infinity ? workers : Promise.race([workers, untilOver(until, isOver)]));
	} finally {
		over = true;
	}
}

async function untilOver(until: number, isOver: () => boolean): Promise<void> {
	for (let left = until - Date.now(); left > 0 && !isOver(); left = until - Date.now())
		await sleep(Math.min(left, TICK));
}
