import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { request } from 'undici';

import type { TestN8n } from './harness';

/** Lets an n8n tell how much memory it holds. */
export const TELLS_HEAP = {
	N8N_METRICS: 'true',
	NODE_OPTIONS: `--require "${join(__dirname, 'collect-garbage.cjs')}"`,
};

/** The least that an n8n started with `TELLS_HEAP` holds on its heap within so many seconds, in bytes: it is at rest then. */
export async function heapAtRest(n8n: TestN8n, seconds = 10): Promise<number> {
	let least = Infinity;
	for (let nth = 0; nth < seconds; nth++) {
		await sleep(1_000);
		const { body } = await request(`${n8n.url}/metrics`);
		const used = Number(/^n8n_nodejs_heap_size_used_bytes ([\d.e+]+)/m.exec(await body.text())?.[1]);
		least = Math.min(least, used);
	}
	return least;
}
