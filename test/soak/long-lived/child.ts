/**
 * A process that executes workflows in n8n's engine in sequence, and reports what they leave behind: started with
 * `--expose-gc` by long-lived.test.ts, which gets one message with the report.
 */
import 'reflect-metadata';
import { getEventListeners, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { getHeapSpaceStatistics } from 'node:v8';

import { ExecuteContext } from 'n8n-core';

import { type NodeRun, runNode, TestTrigger } from '../../engine/engine';
import { reusingConnectionsTo } from '../../stand-in';
import { AT_A_TIME, largeText, textOf } from './shared';

/** The resources held by a process. */
export interface Held {
	/** In bytes. */
	heap: number;
	/** The part of it that consists of large objects, such as the texts of `largeText`. */
	large: number;
	/** Sockets, timers and the like, by kind. */
	resources: Record<string, number>;
	/** Listeners of the process. */
	listeners: number;
}

interface Report {
	before: Held;
	after: Held;
	/** How many listeners the signals that tell nodes of a stop had left when their executions had ended. */
	listening: number;
	/** Node.js' warnings of too many listeners. */
	warnings: string[];
}

export interface LeakReport extends Report {
	executions: number;
}

export interface StopReport extends Report {
	/** When the last execution was stopped, and when n8n reported its end (epoch ms). */
	stopped: number;
	ended: number;
}

const url = process.env.FASHIONAI_LONG_LIVED_URL ?? '';
const count = Number(process.env.FASHIONAI_LONG_LIVED_COUNT);
const custom = { token: 'a-token', host: 'custom', baseUrl: url };
const reusing = { token: 'a-token', ...reusingConnectionsTo(url) };
/** Shorter than the wait before counting: a call's timer lives on for this long. */
const options = { timeout: 500, maxTries: 2 };
const customers = (...names: string[]) =>
	names.flatMap((name) =>
		Array.from({ length: 5 }, (_, n) => ({ email: `${name}-${n}@example.com`, note: largeText() })),
	);

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
	const { space_used_size: large = 0 } =
		getHeapSpaceStatistics().find(({ space_name: name }) => name === 'large_object_space') ?? {};
	return { heap: process.memoryUsage().heapUsed, large, resources, listeners };
}

const warnings: string[] = [];
process.on('warning', ({ name, message }) => {
	if (name === 'MaxListenersExceededWarning') warnings.push(message);
});

/** The signal that the node got last. n8n allows it any number of listeners: Node.js would warn of none. */
let signal: AbortSignal | undefined;
const getSignal = Reflect.get(ExecuteContext.prototype, 'getExecutionCancelSignal') as () => AbortSignal | undefined;
ExecuteContext.prototype.getExecutionCancelSignal = function () {
	return (signal = getSignal.call(this));
};
let listening = 0;

async function run(node: NodeRun): Promise<void> {
	await runNode(node);
	if (signal === undefined) throw new Error('The node did not ask for its signal');
	listening += getEventListeners(signal, 'abort').length;
	signal = undefined;
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
			return await run({ ...lookUp, input: customers('known') });
		case 1:
			return await run({
				...lookUp,
				input: customers('known', 'unknown', 'broken', 'cut'),
				onError: 'continueErrorOutput',
			});
		case 2:
			return await run({
				...lookUp,
				input: customers('silent'),
				parameters: { email, options: { timeout: 100, maxTries: 1 } },
				onError: 'continueRegularOutput',
			});
		case 3:
			return await run({ ...lookUp, input: customers('silent', 'known'), stopWhen: sleep(20) });
		case 4:
			return await run({
				type: 'getRecommendations',
				credential,
				input: [{ note: largeText() }],
				parameters: { operation: 'bestSellers', options },
			});
		default:
			await trigger.poll();
	}
}

async function leaks(): Promise<LeakReport> {
	for (const { trigger } of senders) await trigger.activate();
	// What V8 compiles is not a leak, and it goes on compiling for a while.
	for (let nth = 0; nth < 120; nth++) await execute(nth);
	const before = await held();
	for (let nth = 0; nth < count; nth++) await execute(nth);
	return { executions: count, before, after: await held(), listening, warnings };
}

/** Executes the given number of lookups until the parent says stop; returns when that was (epoch ms). */
async function stopOf(lookups: number): Promise<number> {
	let stopped = 0;
	const stopWhen = once(process, 'message').then(() => (stopped = Date.now()));
	await run({
		type: 'getCustomerProfile',
		credential: process.env.FASHIONAI_LONG_LIVED_SENDER === 'Reuse Connections' ? reusing : custom,
		parameters: { email: '={{ $json.email }}', options: { timeout: 60_000, maxConcurrency: AT_A_TIME } },
		// The first answers let concurrency grow to its maximum.
		input: Array.from({ length: lookups }, (_, n) => ({
			email: `${n < 100 ? 'known' : 'silent'}-${n}@example.com`,
			note: textOf(1_000),
		})),
		stopWhen,
	});
	return stopped;
}

async function stop(): Promise<StopReport> {
	// What the first run loads and compiles is not a leak.
	await stopOf(count);
	await stopOf(count);
	const before = await held();
	const stopped = await stopOf(count);
	const ended = Date.now();
	return { stopped, ended, before, after: await held(), listening, warnings };
}

async function main(): Promise<void> {
	const report = await (process.env.FASHIONAI_LONG_LIVED_WHAT === 'stop' ? stop() : leaks());
	// The parent counts the connections that are left, and ends this process.
	process.send?.(report);
}

void main();
