/**
 * The API of a benchmark, in its own process: the sandbox, with a count of its connections. Controlled by its
 * parent: `{ faults }` starts a new count, `'count'` requests it.
 */
import type { AddressInfo } from 'node:net';

import { DEMO_TOKEN, type FaultRule } from '../sandbox';
import { buildApp } from '../sandbox/app';
import { Shop } from '../sandbox/engine/shop';
import { FaultPlan } from '../sandbox/faults/plan';
import { Recorder } from '../sandbox/recorder';
import type { Served } from './cases';

export interface ServerOptions {
	latencyMs: number;
	/** Without it, over plain HTTP. */
	tls?: { key: string; cert: string };
}

export type Order = { faults: FaultRule[] } | 'count';
export type Answer = { url: string; token: string } | 'ready' | Served;

const MOST_REQUESTS = 200_000;

async function main({ latencyMs, tls }: ServerOptions): Promise<void> {
	const shop = new Shop(true);
	const plan = new FaultPlan();
	const recorder = new Recorder(MOST_REQUESTS);
	let connections = 0;
	const app = await buildApp(
		{ token: DEMO_TOKEN, requestsPerMinute: 0, latencyMs, tls },
		{ shop, plan, recorder, reset: () => shop.reset() },
	);
	app.server.on('connection', () => connections++);
	app.server.keepAliveTimeout = 5_000;
	// A client may open ten thousand connections at once.
	await app.listen({ port: 0, host: '127.0.0.1', backlog: 20_000 });

	process.on('message', (order: Order) => {
		if (order === 'count') return send(count());
		shop.reset();
		recorder.clear();
		plan.set(order.faults);
		connections = 0;
		send('ready');
	});
	process.on('disconnect', () => process.exit());
	const scheme = tls === undefined ? 'http' : 'https';
	send({ url: `${scheme}://127.0.0.1:${(app.server.address() as AddressInfo).port}`, token: DEMO_TOKEN });

	function count(): Served {
		const taken = new Map<string, number>();
		for (const request of recorder.list().filter((request) => request.taken)) {
			const { sessionId } = request.body as { sessionId: string };
			taken.set(sessionId, (taken.get(sessionId) ?? 0) + 1);
		}
		const counts = [...taken.values()];
		return {
			requests: recorder.count,
			connections,
			taken: counts.reduce((sum, count) => sum + count, 0),
			mostTakenOfOneEvent: counts.reduce((most, count) => Math.max(most, count), 0),
		};
	}
}

function send(answer: Answer): void {
	process.send?.(answer);
}

void main(JSON.parse(process.argv[2] ?? '') as ServerOptions);
