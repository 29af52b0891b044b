/**
 * A process that executes workflows in n8n's engine in sequence, and reports what they leave behind: started with
 * `--expose-gc` by long-lived.test.ts, which reads one line of JSON from it.
 */
import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';

import { runNode, TestTrigger } from '../../engine/engine';
import { reusingConnectionsTo } from '../../stand-in';

/** The resources held by a process. */
export interface Held {
	heap: number;
	/** Sockets, timers and the like, by kind. */
	resources: Record<string, number>;
	/** Listeners of the process. */
	listeners: number;
}

export interface LeakReport {
	executions: number;
	before: Held;
	after: Held;
}

export interface StopReport {
	/** When the execution was stopped, and when n8n reported its end (epoch ms). */
	stopped: number;
	ended: number;
	before: Held;
	after: Held;
}

const url = process.env.FASHIONAI_LONG_LIVED_URL ?? '';
const count = Number(process.env.FASHIONAI_LONG_LIVED_COUNT);
const custom = { token: 'a-token', host: 'custom', baseUrl: url };
const reusing = { token: 'a-token', ...reusingConnectionsTo(url) };
/** Shorter than the wait before counting: a call's timer lives on for this long. */
const options = { timeout: 500, maxTries: 2 };
const customers = (...names: string[]) =>
	names.flatMap((name) => Array.from({ length: 5 }, (_, n) => ({ email: `${name}-${n}@example.com` })));

async function held(): Promise<Held> {
	// Idle connections of fetch close after four seconds.
	await sleep(6_000);
	for (let round = 0; round < 4; round++) {
		gc?.();
		await sleep(50);
	}
	const resources: Record<string, number> = {};
	for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
	const listeners = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
	return { heap: process.memoryUsage().heapUsed, resources, listeners };
}

const senders = [custom, reusing].map((credential, nth) => ({
	credential,
	trigger: new TestTrigger({
		type: 'fashionAiTrigger',
		credential,
		workflowId: `long-lived ${nth}`,
		parameters: { customers: 'known-1@example.com', options },
	}),
}));
const KINDS = 6;

/**
 * One execution of each kind in turn, by one sender and then by the other: success, partial failure, timeout, stopped,
 * recommendations; and a poll.
 */
async function execute(nth: number): Promise<void> {
	const sender = senders[Math.floor(nth / KINDS) % senders.length];
	if (sender === undefined) throw new Error('There is no such sender');
	const { credential, trigger } = sender;
	const email = '={{ $json.email }}';
	const lookUp = { type: 'getCustomerProfile', credential, parameters: { email, options } };
	switch (nth % KINDS) {
		case 0:
			return void (await runNode({ ...lookUp, input: customers('known') }));
		case 1:
			return void (await runNode({
				...lookUp,
				input: customers('known', 'unknown', 'broken', 'cut'),
				onError: 'continueErrorOutput',
			}));
		case 2:
			return void (await runNode({
				...lookUp,
				input: customers('silent'),
				parameters: { email, options: { timeout: 100, maxTries: 1 } },
				onError: 'continueRegularOutput',
			}));
		case 3:
			return void (await runNode({ ...lookUp, input: customers('silent', 'known'), stopWhen: sleep(20) }));
		case 4:
			return void (await runNode({
				type: 'getRecommendations',
				credential,
				input: [{}],
				parameters: { operation: 'bestSellers', options },
			}));
		default:
			await trigger.poll();
	}
}

async function leaks(): Promise<LeakReport> {
	for (const { trigger } of senders) await trigger.activate();
	for (let nth = 0; nth < 60; nth++) await execute(nth);
	const before = await held();
	for (let nth = 0; nth < count; nth++) await execute(nth);
	return { executions: count, before, after: await held() };
}

const STOPPED_AFTER = 4_000;

/** Stops an execution with the given number of lookups; returns when that was (epoch ms). */
async function stopOf(lookups: number): Promise<number> {
	let stopped = 0;
	const stopWhen = sleep(STOPPED_AFTER).then(() => (stopped = Date.now()));
	await runNode({
		type: 'getCustomerProfile',
		credential: custom,
		parameters: { email: '={{ $json.email }}', options: { timeout: 60_000, maxConcurrency: 512 } },
		// The first answers let concurrency grow to its maximum.
		input: Array.from({ length: lookups }, (_, n) => ({
			email: `${n < lookups / 10 ? 'known' : 'silent'}-${n}@example.com`,
		})),
		stopWhen,
	});
	return stopped;
}

async function stop(): Promise<StopReport> {
	// What the first run loads and compiles is not a leak.
	await stopOf(count / 10);
	await stopOf(count / 10);
	const before = await held();
	const stopped = await stopOf(count);
	const ended = Date.now();
	return { stopped, ended, before, after: await held() };
}

async function main(): Promise<void> {
	const report = await (process.env.FASHIONAI_LONG_LIVED_WHAT === 'stop' ? stop() : leaks());
	process.stdout.write(`${JSON.stringify(report)}\n`, () => process.exit(0));
}

void main();
