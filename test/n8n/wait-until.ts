import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until `check` returns something other than undefined or false, and returns that.
 *
 * @throws Error that names `what`, after `seconds`
 */
export async function waitUntil<T>(
	what: string,
	check: () => Promise<T | undefined | false> | T | undefined | false,
	seconds = 120,
): Promise<T> {
	const deadline = Date.now() + seconds * 1000;
	for (;;) {
		const result = await check();
		if (result !== undefined && result !== false) return result;
		if (Date.now() > deadline) throw new Error(`Not within ${seconds} s: ${what}`);
		await sleep(100);
	}
}
