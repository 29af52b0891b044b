import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

import { lock } from 'proper-lockfile';

/** After this long without a heartbeat from its holder, a lock counts as free (the holder was killed). */
const STALE_AFTER_MS = 10_000;

/**
 * Takes the lock `<path>.lock` if it is free.
 *
 * @returns a function that releases it, or `undefined` if another process holds it
 */
export async function tryLock(path: string): Promise<(() => Promise<void>) | undefined> {
	await mkdir(dirname(path), { recursive: true });
	try {
		return await lock(path, { realpath: false, stale: STALE_AFTER_MS });
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === 'ELOCKED') return undefined;
		throw cause;
	}
}

/**
 * Runs `work` while holding the lock `<path>.lock`, waiting for it as long as needed.
 *
 * @param onWait called once if another process holds the lock
 */
export async function withLock<T>(path: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
	const release = (await tryLock(path)) ?? (await waitForLock(path, onWait));
	try {
		return await work();
	} finally {
		await release();
	}
}

async function waitForLock(path: string, onWait: () => void): Promise<() => Promise<void>> {
	onWait();
	const retries = { forever: true, factor: 1, minTimeout: 500, maxTimeout: 500 };
	return await lock(path, { realpath: false, stale: STALE_AFTER_MS, retries });
}
