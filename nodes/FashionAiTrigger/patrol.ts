import { sleep } from 'n8n-workflow';

/** How often the clock is looked at, in milliseconds. */
const TICK = 250;

/**
 * Visits customers in their order, at most `width` at once, until all were visited, a visit gives `'stop'`, or the moment
 * `until` (epoch ms) comes. Does not wait for visits that are under way then: they must find out by `isOver` that nobody
 * waits for them. Throws what a visit throws.
 */
export async function patrol<T>(
	customers: readonly T[],
	width: number,
	until: number,
	visit: (customer: T, isOver: () => boolean) => Promise<'stop' | 'go on'>,
): Promise<void> {
	const rest = customers.values();
	let over = false;
	const isOver = () => over;
	const walk = async () => {
		for (const customer of rest) {
			if (over || (await visit(customer, isOver)) === 'stop') over = true;
			if (over) return;
		}
	};
	const walkers = Array.from({ length: Math.min(width, customers.length) }, walk);
	try {
		await Promise.race([Promise.all(walkers), untilOver(until, isOver)]);
	} finally {
		over = true;
	}
}

async function untilOver(until: number, isOver: () => boolean): Promise<void> {
	for (let left = until - Date.now(); left > 0 && !isOver(); left = until - Date.now()) await sleep(Math.min(left, TICK));
}
