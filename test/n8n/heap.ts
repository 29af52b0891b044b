import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { request } from 'undici';

import type { TestN8n } from './harness';

/** Makes n8n report its heap size. */
export const TELLS_HEAP = {
	N8N_METRICS: 'true',
	NODE_OPTIONS: `--require "${join(__dirname, 'collect-garbage.cjs')}"`,
};

/** The minimum heap size of an n8n started with `TELLS_HEAP` over the given seconds, in bytes: it is idle then. */
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
