import { Session } from 'node:inspector/promises';

import type { Profiler } from 'node:inspector';

/** Shares of the CPU time, of all busy profiler samples. */
export interface Shares {
	/** In the package's own bundle, including Node.js calls made by it. */
	ours: number;
	/** Everywhere else: n8n, its HTTP client, Node.js. */
	others: number;
}

/** Runs `work` and returns the shares of its CPU time. A sample counts for the nearest file on its stack. */
export async function profile(work: () => Promise<void>): Promise<Shares> {
	const session = new Session();
	session.connect();
	try {
		await session.post('Profiler.enable');
		await session.post('Profiler.setSamplingInterval', { interval: 500 });
		await session.post('Profiler.start');
		await work();
		const { profile: taken } = await session.post('Profiler.stop');
		return sharesOf(taken);
	} finally {
		session.disconnect();
	}
}

const IDLE = new Set(['(idle)', '(root)']);

function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Shares {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
	const isOurs = (id: number | undefined): boolean => {
		for (let at = id; at !== undefined; at = parents.get(at)) {
			const url = byId.get(at)?.callFrame.url ?? '';
			if (url.includes('/dist/bundle.js')) return true;
			if (url !== '' && !url.startsWith('node:')) return false;
		}
		return false;
	};
	let [ours, others] = [0, 0];
	for (const [index, id] of samples.entries()) {
		if (IDLE.has(byId.get(id)?.callFrame.functionName ?? '')) continue;
		const micros = timeDeltas[index] ?? 0;
		if (isOurs(id)) ours += micros;
		else others += micros;
	}
	const all = ours + others || 1;
	return { ours: ours / all, others: others / all };
}
