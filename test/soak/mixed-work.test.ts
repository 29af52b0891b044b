import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { INodeParameters } from 'n8n-workflow';
import { request } from 'undici';

import { type FaultRule, type Sandbox, startSandbox } from '../../sandbox';
import { ensureN8n } from '../../tools/n8n/install-n8n';
import { lastLines } from '../../tools/n8n/npm';
import { IS_LONG, recordChecked } from '../attack/record';
import pairs from '../fixtures/moments.json';
import { DURABLE_CURSORS } from '../n8n/durable-cursors';
import { type Execution, startN8n, type TestN8n } from '../n8n/harness';
import { heapAtRest, TELLS_HEAP } from '../n8n/heap';
import { type MailServer, startMailServer } from '../n8n/mail-server';
import { tellMyTeam } from '../n8n/trigger-workflow';
import { waitUntil } from '../n8n/wait-until';
import { chain, connect, fashionAiNode, node } from '../n8n/workflows';

/** Of which each kill takes some 12 s, until n8n is back. */
const LONG_MINUTES = 75;
const MINUTES = Number(process.env.FASHIONAI_SOAK_MINUTES ?? (IS_LONG ? LONG_MINUTES : 5));
/** Of the long form; a shorter one has its share of them. */
const KILLS = 100;
/** On a slow machine, this takes longer than the given minutes. */
const LEAST_LOOKUPS = MINUTES >= LONG_MINUTES ? 1_000_000 : 1;
/**
 * Per execution. Some of its calls wait for a timeout or a cooldown, so many run at a time: the long form is to do a million.
 * They are short, since most of what takes longer than the time between two kills would be cut off.
 */
const LOOKUPS_AT_ONCE = 100;
const LOOKUP_EXECUTIONS = 32;
const EVENTS_AT_ONCE = 40;
const BACK_WITHIN_S = 300;
/** Of the trigger. Each changes once, one after the other. */
const WATCHED = 100;
/** How long the trigger may take to report a change, faults and the work beside it included. */
const REPORTED_WITHIN_MS = 120_000;
/** How long n8n works after the last kill before its memory is measured. */
const WARM_UP_MS = MINUTES * 2_000;
const FLAT = 30_000_000;

const FAULTS: FaultRule[] = [
	{ rate: 0.03, seed: 1, fault: { kind: 'status', status: 500 } },
	{ rate: 0.01, seed: 2, fault: { kind: 'status', status: 429, retryAfter: 1 } },
	{ rate: 0.01, seed: 3, fault: { kind: 'reset' } },
	{ rate: 0.005, seed: 4, fault: { kind: 'reset', midBody: true } },
	{ rate: 0.005, seed: 5, fault: { kind: 'invalidJson' } },
	{ rate: 0.005, seed: 6, fault: { kind: 'htmlPage' } },
	{ rate: 0.002, seed: 7, fault: { kind: 'stall' } },
	{ rate: 0.01, seed: 8, fault: { kind: 'latency', latencyMs: 300 } },
];

jest.setTimeout((MINUTES + 45) * 60_000);

let sandbox: Sandbox;
let mail: MailServer;
let n8n: TestN8n;

beforeAll(async () => {
	[sandbox, mail] = await Promise.all([
		startSandbox({ syntheticCustomers: true, writing: { anew: true } }),
		startMailServer(),
	]);
	n8n = await startN8n({
		env: {
			...TELLS_HEAP,
			// By default, a kill between saving and creating an execution loses what it would have told.
			...DURABLE_CURSORS,
			// With so much in flight, the smallest space for new objects would be full every few milliseconds.
			NODE_OPTIONS: `--max-semi-space-size=64 ${TELLS_HEAP.NODE_OPTIONS} --require "${join(__dirname, '../n8n/redirect-fetch.cjs')}"`,
			FASHIONAI_STAND_IN: sandbox.url,
			EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
			EXECUTIONS_DATA_SAVE_ON_ERROR: 'none',
		},
	});
});
afterAll(async () => {
	await n8n?.stop();
	await Promise.all([sandbox?.close(), mail?.close()]);
});

/**
 * A published workflow that turns a request body into items for our node, and answers with both its outputs. Each item has the
 * `name` it was made for: the node's own field, or that of the input item with which the node has paired it.
 */
async function onCall(path: string, type: string, parameters: INodeParameters, isPaired = false): Promise<void> {
	const name = { id: 'name', name: 'name', type: 'string', value: "={{ $('Names').item.json.name }}" };
	const tag = (output: string) =>
		node({
			name: output,
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: {
				assignments: {
					assignments: [{ id: output, name: 'output', type: 'string', value: output }, ...(isPaired ? [name] : [])],
				},
				includeOtherFields: true,
				options: {},
			},
		});
	const webhook = { path, httpMethod: 'POST', responseMode: 'lastNode', responseData: 'allEntries' };
	const split = { fieldToSplitOut: 'body.names', options: { destinationFieldName: 'name' } };
	const workflow = chain(
		path,
		node({ name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: path, parameters: webhook }),
		node({ name: 'Names', type: 'n8n-nodes-base.splitOut', typeVersion: 1, parameters: split }),
		fashionAiNode('Ours', type, parameters, { onError: 'continueErrorOutput' }),
	);
	const [good, bad] = [tag('good'), tag('bad')];
	connect(workflow, 'Ours', 0, good);
	connect(workflow, 'Ours', 1, bad);
	const together = node({ name: 'Together', type: 'n8n-nodes-base.merge', typeVersion: 3, parameters: {} });
	workflow.nodes.push(together);
	workflow.connections.good = { main: [[{ node: 'Together', type: 'main', index: 0 }]] };
	workflow.connections.bad = { main: [[{ node: 'Together', type: 'main', index: 1 }]] };
	await n8n.activate(await n8n.importWorkflow(workflow));
}

interface Answered {
	output: 'good' | 'bad';
	name: string;
	found?: boolean;
	sessionId?: string;
	error?: string;
	/** Of a message. */
	text?: string;
	/** Of a product found. */
	productId?: string;
}

/** The workflows that look up customers, and whether an item is what they promise. */
const LOOKUPS: { path: string; isAnswer(item: Answered): boolean }[] = [
	...['soak-lookups', 'soak-lookups-reusing', 'soak-hubspot'].map((path) => ({
		path,
		isAnswer: ({ found }: Answered) => found === true,
	})),
	...['email', 'slack', 'whatsapp'].map((operation) => ({
		path: `soak-${operation}`,
		isAnswer: ({ text = '' }: Answered) => text !== '',
	})),
];
/** Of the executions at a time, one writes each kind of message; that takes longer than to look up. */
const workOf = (nth: number) => LOOKUPS[nth < LOOKUPS.length ? nth : nth % 2] as (typeof LOOKUPS)[number];

/** The paths of all workflows, and an item that each of them takes. */
const PATHS = [...LOOKUPS.map(({ path }) => path), 'soak-searches', 'soak-events'];
const isThere = async () => {
	const answers = await Promise.all(PATHS.map(async (path) => await call(path, { names: ['vestido-0-0'] })));
	return !answers.includes(undefined);
};

/** The result of a call; undefined without one. */
async function call(path: string, body: object): Promise<Answered[] | undefined> {
	try {
		const answer = await request(`${n8n.url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
			headersTimeout: 600_000,
			bodyTimeout: 600_000,
		});
		const text = await answer.body.text();
		return answer.statusCode === 200 ? ([JSON.parse(text)].flat() as Answered[]) : undefined;
	} catch {
		return undefined;
	}
}

/** The outcomes of all calls. */
const tally = {
	lookups: 0,
	messages: 0,
	searches: 0,
	found: 0,
	reported: 0,
	lost: 0,
	doubled: 0,
	events: 0,
	taken: 0,
	refused: 0,
	unsure: 0,
	eventsDoubled: 0,
	cutOff: 0,
	/** Without a kill to explain it. */
	unanswered: 0,
	kills: 0,
	/** n8n may do so after a kill: docs/reliability.md. */
	endedByItself: 0,
	changes: 0,
	toldOnce: 0,
	toldTwice: 0,
	toldFalsely: 0,
	/** By an execution that a kill ended, which n8n does not resume. */
	cutOffTelling: 0,
	neverTold: 0,
};

/** How often n8n has ended, by a kill or by itself. */
let ends = 0;
/** How long after a call fails it is known that n8n has ended. */
const KNOWN_AFTER_MS = 2_000;

/** The result of a call, or why there is none. */
async function callOrCount(path: string, body: object): Promise<Answered[] | undefined> {
	const before = ends;
	const answered = await call(path, body);
	if (answered) return answered;
	await sleep(KNOWN_AFTER_MS);
	tally[ends > before ? 'cutOff' : 'unanswered']++;
	return undefined;
}

async function lookUp({ path, isAnswer }: (typeof LOOKUPS)[number], round: number): Promise<void> {
	const names = Array.from(
		{ length: LOOKUPS_AT_ONCE },
		(_, n) => `load-${round * LOOKUPS_AT_ONCE + n + 1}@example.com`,
	);
	const answered = await callOrCount(path, { names });
	if (!answered) return;
	const counts = new Map<string, number>();
	for (const { name } of answered) counts.set(name, (counts.get(name) ?? 0) + 1);
	tally.lookups += names.length;
	if (!path.startsWith('soak-lookups')) tally.messages += names.length;
	tally.found += answered.filter((item) => item.output === 'good' && isAnswer(item)).length;
	tally.reported += answered.filter(({ output, error }) => output === 'bad' && typeof error === 'string').length;
	tally.lost += names.filter((name) => !counts.has(name)).length;
	tally.doubled += [...counts.values()].filter((count) => count > 1).length;
}

/** Each is the start of the IDs that it finds, so that an item paired with another one's input shows. */
const QUERIES = ['vestido', 'saia', 'casaco', 'calca'];

async function searchProducts(round: number): Promise<void> {
	const names = Array.from({ length: EVENTS_AT_ONCE }, (_, n) => `${QUERIES[n % QUERIES.length]}-${round}-${n}`);
	const answered = await callOrCount('soak-searches', { names });
	if (!answered) return;
	tally.searches += names.length;
	for (const name of names) {
		const items = answered.filter((item) => item.name === name);
		const [kind = ''] = name.split('-');
		const isFound = items.length > 0 && items.every(({ productId }) => productId?.startsWith(kind));
		const isTold = items.length === 1 && items[0]?.output === 'bad' && typeof items[0].error === 'string';
		if (!isFound && !isTold) tally.lost++;
	}
}

/** Sends events, each in its own session, and compares the nodes' results with what the API processed. */
async function sendEvents(round: number): Promise<void> {
	const names = Array.from({ length: EVENTS_AT_ONCE }, (_, n) => `visit-${round}-${n}`);
	const answered = await callOrCount('soak-events', { names });
	const taken = new Map<string, number>();
	for (const { path, taken: isTaken, body } of sandbox.requests()) {
		const { sessionId = '' } = (body ?? {}) as { sessionId?: string };
		if (path.endsWith('/recommendation') && isTaken && names.includes(sessionId))
			taken.set(sessionId, (taken.get(sessionId) ?? 0) + 1);
	}
	sandbox.clearRequests();
	tally.eventsDoubled += [...taken.values()].filter((count) => count > 1).length;
	if (!answered) return;
	tally.events += names.length;
	const good = new Set(answered.filter(({ output }) => output === 'good').map(({ sessionId }) => sessionId ?? ''));
	const bad = new Set(answered.filter(({ output }) => output === 'bad').map(({ name }) => name));
	tally.taken += names.filter((name) => good.has(name) && taken.has(name)).length;
	tally.refused += names.filter((name) => bad.has(name) && !taken.has(name)).length;
	// The answer was corrupted: the item says that it failed, which is all that can be known.
	tally.unsure += names.filter((name) => bad.has(name) && taken.has(name)).length;
	tally.lost += names.filter((name) => good.has(name) === bad.has(name) || (good.has(name) && !taken.has(name))).length;
}

const watched = (n: number) => `watched-${n}@example.com`;
/** How many emails tell of a customer. */
const mailsOf = (n: number) => mail.messages.filter(({ subject }) => subject === `New behavior: ${watched(n)}`).length;

function show(n: number, newBehavior: boolean): void {
	const { moment, reworded } = pairs.tuned[n % pairs.tuned.length] ?? {};
	const [profile, variant] = [moment, reworded].map((texts) => ({
		momento_compra_atual: { ...texts, novo_comportamento: newBehavior },
	}));
	sandbox.putProfile({ userProfileId: `watched-${n}`, email: watched(n), profile, variants: [variant] });
}

/** Publishes the example workflow that tells of new behavior by email, and waits until it knows its customers. */
async function startWatching(): Promise<string> {
	for (let n = 0; n < WATCHED; n++) show(n, false);
	const server = { host: '127.0.0.1', port: mail.port, secure: false, disableStartTls: true };
	const smtp = await n8n.createCredential('smtp', 'Team mail', { user: '', password: '', ...server });
	const customers = Array.from({ length: WATCHED }, (_, n) => watched(n)).join('\n');
	const options = { maxTries: 4, timeout: 2_000 };
	const id = await n8n.importWorkflow({
		...tellMyTeam({ customers, options }, smtp),
		// Those that a kill cuts off.
		settings: { saveDataErrorExecution: 'all' },
	});
	await n8n.activate(id);
	// Durable cursors save the first look with the first poll after the one on activation.
	await waitUntil('the first looks', () => sandbox.requests().length > 4 * WATCHED);
	return id;
}

/** How many untold changes are in no execution that a kill ended, even before n8n noted its start. */
function unexplained(untold: string[], kept: Execution[]): number {
	const texts = kept.filter(({ status }) => status === 'crashed').map(({ data }) => JSON.stringify(data));
	return untold.filter((customer) => !texts.some((text) => text.includes(`"${customer}"`))).length;
}

test(`mixed work for ${MINUTES} minutes, with faults and kills: every lookup and event is accounted for`, async () => {
	const options = { includeInputFields: true, maxTries: 4, timeout: 2_000 };
	const profile = { email: '={{ $json.name }}', options };
	const messages = ['email', 'slack', 'whatsapp', 'hubspot'];
	const { includeInputFields: _, ...transport } = options;
	const account = { token: sandbox.token };
	await n8n.createCredential('fashionAiApi', 'Fashion.AI, Reuse Connections', {
		...account,
		host: 'current',
		reuseConnections: true,
	});
	await onCall('soak-lookups-reusing', 'getCustomerProfile', profile);
	await n8n.createCredential('fashionAiApi', 'Fashion.AI', { ...account, host: 'custom', baseUrl: sandbox.url });
	await onCall('soak-lookups', 'getCustomerProfile', profile);
	for (const operation of messages) await onCall(`soak-${operation}`, 'getCustomerProfile', { ...profile, operation });
	const search = { query: "={{ $json.name.split('-')[0] }}", returnAll: true, sessionId: '={{ $json.name }}' };
	await onCall('soak-searches', 'searchProducts', { ...search, options: transport }, true);
	await onCall('soak-events', 'getRecommendations', {
		operation: 'categoryView',
		categoryId: 'vestidos',
		sessionId: '={{ $json.name }}',
		ifEmpty: 'item',
		outputAs: 'list',
		options: transport,
	});
	await waitUntil('the workflows to be there', isThere);
	const watching = await startWatching();
	sandbox.setFaults(FAULTS);

	const begun = Date.now();
	const end = begun + MINUTES * 60_000;
	const kills = Math.max(2, Math.round((MINUTES / LONG_MINUTES) * KILLS));
	/** The last run of n8n is not killed, so that its memory can be observed. */
	const lastKill = end - (MINUTES * 60_000) / 3;
	let round = 0;
	let alive = true;
	let resting = false;
	let atWork = 0;
	const isDone = () => Date.now() >= end && tally.lookups >= LEAST_LOOKUPS;
	const work = async (once: (round: number) => Promise<void>) => {
		while (!isDone()) {
			if (!alive || resting) {
				await sleep(100);
				continue;
			}
			atWork++;
			await once(round++);
			atWork--;
		}
	};
	const untilBack = async () => {
		await waitUntil('n8n to be back', () => alive, 2 * BACK_WITHIN_S).catch(async ({ message }: Error) => {
			throw new Error(`${message}; its log ends with\n${lastLines(await n8n.log(), 30).join('\n')}`);
		});
	};
	const kill = async () => {
		const begun = Date.now();
		for (let nth = 1; nth <= kills; nth++) {
			// Spread out with some jitter, so that the kills are not in step with the work.
			const at = begun + ((lastKill - begun) * nth) / kills - Math.random() * 2_000;
			await sleep(Math.max(0, at - Date.now()));
			await untilBack();
			alive = false;
			tally.kills++;
			await n8n.kill('SIGKILL');
		}
		await untilBack();
	};
	/** Whether n8n is back: it may end by itself on the way. */
	const startAgain = async () => {
		await n8n.start();
		const areThere = waitUntil('the workflows to be there again', isThere, BACK_WITHIN_S).catch(() => false);
		return await Promise.race([areThere.then(Boolean), n8n.ended.then(() => false)]);
	};
	/** Starts n8n again whenever it has ended, as a process manager does. */
	const keepRunning = async () => {
		while (!isDone()) {
			const hasEnded = await Promise.race([n8n.ended.then(() => true), sleep(1_000, false)]);
			if (!hasEnded) continue;
			alive = false;
			ends++;
			alive = await startAgain().catch(() => false);
		}
	};
	const change = async () => {
		for (let n = 0; n < WATCHED && Date.now() < end; n++) {
			if (mailsOf(n) > 0) tally.toldFalsely++;
			show(n, true);
			tally.changes++;
			const until = Date.now() + REPORTED_WITHIN_MS;
			while (mailsOf(n) === 0 && Date.now() < until) await sleep(100);
			await sleep(Math.random() * 5_000);
		}
	};
	const heaps: number[] = [];
	const killing = kill();
	const watch = async () => {
		await killing;
		await sleep(WARM_UP_MS);
		resting = true;
		await waitUntil('the work in hand to be done', () => atWork === 0, 300);
		heaps.push(await heapAtRest(n8n, 5));
		resting = false;
	};
	const lookUps = Array.from({ length: LOOKUP_EXECUTIONS }, (_, nth) =>
		work(async (round) => await lookUp(workOf(nth), round)),
	);
	await Promise.all([...lookUps, work(sendEvents), work(searchProducts), change(), watch(), keepRunning()]);
	const took = Math.round((Date.now() - begun) / 60_000);
	tally.endedByItself = ends - tally.kills;
	sandbox.setFaults([]);
	await sleep(3_000);
	heaps.push(await heapAtRest(n8n));
	const mails = Array.from({ length: WATCHED }, (_, n) => mailsOf(n));
	const told = mails.slice(0, tally.changes);
	tally.toldFalsely += mails.slice(tally.changes).filter((count) => count > 0).length;
	tally.toldOnce = told.filter((count) => count === 1).length;
	tally.toldTwice = told.filter((count) => count > 1).length;
	const untold = told.flatMap((count, n) => (count === 0 ? [watched(n)] : []));
	tally.neverTold = unexplained(untold, await n8n.executions(watching));
	tally.cutOffTelling = untold.length - tally.neverTold;

	const { version } = await ensureN8n();
	const [first = 0, last = 0] = heaps;
	const n = (count: number) => count.toLocaleString('en');
	recordChecked(
		{
			part: `Mixed work, in n8n ${version}`,
			what: `${MINUTES} minutes of profiles, messages, recommendations, searches and a trigger with durable cursors, with and without Reuse Connections, one call in fifteen with a fault`,
			outcome:
				'each lookup and search is answered or told as an error, once; no event is taken twice, and none is told as taken that was not; each change of behavior is told once, unless a kill ends the execution that tells it; memory is flat',
			cases: tally.lookups,
			figures:
				`in ${took} minutes ${n(tally.lookups)} lookups, of which ${n(tally.messages)} wrote a message, and ${n(tally.searches)} searches; of the lookups ${n(tally.found)} found, ${n(tally.reported)} reported as errors, ${tally.lost} lost, ${tally.doubled} doubled; ` +
				`${n(tally.events)} events: ${n(tally.taken)} taken, ${n(tally.refused)} reported as not processed, ${n(tally.unsure)} reported as errors although taken (the answer was spoiled), ${tally.eventsDoubled} twice; ` +
				`${tally.changes} changes: ${tally.toldOnce} told once, ${tally.toldTwice} twice, ${tally.cutOffTelling} by an execution that a kill ended, ${tally.neverTold} never, ${tally.toldFalsely} falsely; ` +
				`${tally.kills} kills, in the first two thirds, after which n8n ended by itself ${tally.endedByItself} times, cut off ${tally.cutOff} executions, ${tally.unanswered} others were not answered; heap at rest after them ${(first / 1e6).toFixed(0)} MB, at the end ${(last / 1e6).toFixed(0)} MB`,
		},
		() => {
			expect(tally).toMatchObject({ lost: 0, unanswered: 0, doubled: 0, found: tally.lookups - tally.reported });
			expect(tally).toMatchObject({ eventsDoubled: 0, toldTwice: 0, toldFalsely: 0, neverTold: 0, kills });
			for (const count of ['messages', 'searches', 'events', 'toldOnce'] as const)
				expect({ count, done: tally[count] > 0 }).toEqual({ count, done: true });
			expect(tally.lookups).toBeGreaterThanOrEqual(LEAST_LOOKUPS);
			expect(last - first).toBeLessThan(FLAT);
		},
	);
});
