import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { request } from 'undici';

import { startSandbox, type Sandbox } from '../../sandbox';
import { QueueCluster, type Worker } from '../../tools/queue/cluster';
import pairs from '../fixtures/moments.json';
import { DURABLE_CURSORS } from '../n8n/durable-cursors';
import { TestN8n } from '../n8n/harness';
import { waitUntil } from '../n8n/wait-until';
import { chain, fashionAiNode, node } from '../n8n/workflows';

const EXECUTIONS = 500;
const WITH_ONE_WORKER = 200;
/** Executions that each worker has at least, of forty to fifty. Those two at a time, which go to both anyway, are five of them. */
const FEWEST_BY_EACH = 10;
/** Concurrent calls of the webhook. */
const AT_ONCE = 20;

/** A dead worker is noticed after its lock has expired; with n8n's defaults that takes a minute and a half. */
const NOTICED_SOON = {
	QUEUE_WORKER_LOCK_DURATION: '20000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '5000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** n8n polls at most once a minute per poll time, but accepts one for every second. */
const EVERY_OTHER_SECOND = Array.from({ length: 30 }, (_, n) => ({
	mode: 'custom',
	cronExpression: `${2 * n} * * * * *`,
}));

let cluster: QueueCluster;
let main: TestN8n;
let sandbox: Sandbox;

const mainWith = (env: Record<string, string>) =>
	new TestN8n(
		cluster.n8n,
		cluster.userFolder,
		cluster.userFolder,
		{ ...cluster.environment('n8n'), ...NOTICED_SOON, ...env },
		cluster.command,
	);

const startWorkers = (env: Record<string, string>) =>
	Promise.all([1, 2].map(() => cluster.startWorker({ ...NOTICED_SOON, ...env })));

/** Main and workers have one environment in docker-compose.yml. */
async function restartAllWith(env: Record<string, string>): Promise<void> {
	await main.kill();
	await Promise.all(cluster.workers.splice(0).map((worker) => worker.stop()));
	main = mainWith(env);
	await main.start();
	await startWorkers(env);
}

beforeAll(async () => {
	// Like the real service: each answer is worded differently.
	sandbox = await startSandbox({ syntheticCustomers: true, writing: { anew: true } });
	cluster = await QueueCluster.start();
	main = mainWith({});
	await main.start();
	await startWorkers({});
	await main.createCredential('fashionAiApi', 'Fashion.AI', {
		token: sandbox.token,
		host: 'custom',
		baseUrl: sandbox.url,
	});
});

afterAll(async () => {
	await Promise.all((cluster?.workers ?? []).map((worker) => worker.stop()));
	await main?.stop();
	await cluster?.stop();
	await sandbox?.close();
});

beforeEach(() => sandbox.clearRequests());

function tell(what: string): void {
	process.stdout.write(`${what}\n`);
}

function show(email: string, text: number, newBehavior: boolean): void {
	const { moment, reworded } = pairs.tuned[text % pairs.tuned.length] ?? {};
	const [profile, variant] = [moment, reworded].map((texts) => ({
		momento_compra_atual: { ...texts, novo_comportamento: newBehavior },
	}));
	sandbox.putProfile({ userProfileId: `id-${email}`, email, profile, variants: [variant] });
}

/** A published workflow that is run by its webhook. By default it answers with the items of its last node. */
async function onCall(path: string, nodes: INode[], webhook: INodeParameters = {}): Promise<string> {
	const parameters = { path, responseMode: 'lastNode', responseData: 'allEntries', ...webhook };
	const begin = node({ name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: path, parameters });
	const id = await main.importWorkflow(chain(path, begin, ...nodes));
	await main.activate(id);
	const isThere = async () =>
		(await cluster.postgres.query(`SELECT 1 FROM webhook_entity WHERE "webhookPath" = '${path}'`)).length > 0;
	await waitUntil(`the webhook ${path}`, isThere);
	return id;
}

const lookUp = (parameters: INodeParameters) =>
	fashionAiNode(
		'Get Profile',
		'getCustomerProfile',
		{ email: '={{ $json.query.email }}', ...parameters },
		{ alwaysOutputData: true },
	);

async function call(path: string, query: Record<string, string>): Promise<{ status: number; items: IDataObject[] }> {
	const { statusCode, body } = await request(`${main.url}/webhook/${path}`, { query, headersTimeout: 120_000 });
	const text = await body.text();
	const items = statusCode === 200 ? [JSON.parse(text) as IDataObject | IDataObject[]].flat() : [];
	return { status: statusCode, items: items.filter((item) => Object.keys(item).length > 0) };
}

/** Makes the given number of calls, a few at a time, and returns their results in order and the time in seconds. */
async function calls<T>(count: number, one: (n: number) => Promise<T>): Promise<{ results: T[]; seconds: number }> {
	const results: T[] = [];
	const begun = performance.now();
	let next = 0;
	const caller = async () => {
		for (let n = next++; n < count; n = next++) results[n] = await one(n);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, caller));
	return { results, seconds: (performance.now() - begun) / 1000 };
}

const startedBy = (workers: Worker[]) => Promise.all(workers.map((worker) => worker.started()));

/** How many of these executions each worker has started. */
const shares = (before: string[][], after: string[][]) =>
	after.map((ids, index) => ids.length - (before[index]?.length ?? 0));

/** Where one worker has nearly all executions, it could be right by what it alone remembers. */
async function expectBothSince(before: string[][]): Promise<void> {
	const counts = shares(before, await startedBy(cluster.workers));
	tell(`Executions of each worker: ${counts.join(' and ')}`);
	for (const count of counts) expect(count).toBeGreaterThanOrEqual(FEWEST_BY_EACH);
}

/** The number of a workflow's executions, by status. */
async function statusesOf(workflowId: string): Promise<Record<string, number>> {
	const rows = await cluster.postgres.query(
		`SELECT status, count(*) FROM execution_entity WHERE "workflowId" = '${workflowId}' GROUP BY status`,
	);
	return Object.fromEntries(rows.map(([status, count]) => [status, Number(count)]));
}

const rate = (count: number, seconds: number) =>
	`${count} executions in ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} per second`;

test('500 executions on two workers are each answered once, and both workers have work', async () => {
	const id = await onCall('profile', [lookUp({})]);
	await call('profile', { email: 'load-0@example.com' });
	sandbox.clearRequests();

	const { results, seconds } = await calls(EXECUTIONS, (n) => call('profile', { email: `load-${n + 1}@example.com` }));

	expect(results.filter(({ status, items }) => status !== 200 || items.length !== 1)).toEqual([]);
	expect(results.map(({ items }) => items[0]?.userProfileId)).toEqual(results.map((_, n) => `load-${n + 1}`));
	const asked = sandbox.requests().map(({ path }) => path);
	expect(asked).toHaveLength(EXECUTIONS);
	expect(new Set(asked).size).toBe(EXECUTIONS);
	await waitUntil('all executions to be saved', async () => ((await statusesOf(id)).success ?? 0) === EXECUTIONS + 1);
	const started = await startedBy(cluster.workers);
	expect(started.flat()).toHaveLength(new Set(started.flat()).size);
	for (const { length } of started) expect(length).toBeGreaterThan(EXECUTIONS / 10);
	tell(`Two workers: ${rate(EXECUTIONS, seconds)}; ${started.map(({ length }) => length).join(' and ')} by each`);
});

/** Which of two simultaneous calls report a customer. */
async function twoAtOnce(path: string, query: Record<string, string>): Promise<number> {
	const both = await Promise.all([call(path, query), call(path, query)]);
	return both.filter(({ items }) => items.length > 0 && items[0]?.isNew !== false).length;
}

const times = (reported: number[], wanted: number) => reported.filter((count) => count === wanted).length;

test('New Behavior Not Seen Before reports a moment once, whichever worker looks; two at the same time may both report it', async () => {
	await onCall('seen', [lookUp({ emit: 'newlyDetected' })]);
	const before = await startedBy(cluster.workers);
	const reported: number[] = [];
	for (let customer = 0; customer < 5; customer++) {
		const email = `seen-${customer}@example.com`;
		for (const text of [customer, customer + 5]) {
			show(email, text, true);
			// In sequence, so that each finds what the previous one has stored.
			for (let look = 0; look < 4; look++) reported.push((await call('seen', { email })).items.length);
		}
	}
	expect(reported).toEqual(Array.from({ length: 10 }, () => [1, 0, 0, 0]).flat());
	await expectBothSince(before);

	const atOnce: number[] = [];
	for (let customer = 0; customer < 10; customer++) {
		const email = `race-${customer}@example.com`;
		show(email, customer, true);
		atOnce.push(await twoAtOnce('seen', { email }));
		// Whichever of the two wrote last, the moment is known from then on.
		expect((await call('seen', { email })).items).toEqual([]);
	}
	expect(times(atOnce, 0)).toBe(0);
	tell(
		`Not Seen Before, two executions at the same moment, 10 customers: reported once ${times(atOnce, 1)}, reported twice ${times(atOnce, 2)}`,
	);
});

test('a known fingerprint reports each moment once, whichever worker looks; two at the same time both report it', async () => {
	const parameters = {
		emit: 'changedSince',
		knownFingerprint: '={{ $json.query.known }}',
		options: { includeUnchanged: true },
	};
	await onCall('compared', [lookUp(parameters)]);
	const before = await startedBy(cluster.workers);
	const atOnce: number[] = [];
	for (let customer = 0; customer < 5; customer++) {
		const email = `compared-${customer}@example.com`;
		let known = '';
		const look = async () => {
			const { items } = await call('compared', { email, known });
			known = String(items[0]?.momentFingerprint);
			return items[0]?.isNew;
		};
		show(email, customer, false);
		expect([await look(), await look()]).toEqual([false, false]);
		show(email, customer, true);
		atOnce.push(await twoAtOnce('compared', { email, known }));
		expect([await look(), await look(), await look()]).toEqual([true, false, false]);
		show(email, customer + 5, true);
		expect([await look(), await look(), await look()]).toEqual([true, false, false]);
	}
	await expectBothSince(before);
	expect(times(atOnce, 0)).toBe(0);
	tell(
		`Known fingerprint, two executions at the same moment, 5 customers: reported once ${times(atOnce, 1)}, reported twice ${times(atOnce, 2)}`,
	);
});

test('events of a session keep their order within one execution, but not across executions', async () => {
	const splitOut = node({
		name: 'Events',
		type: 'n8n-nodes-base.splitOut',
		parameters: { fieldToSplitOut: 'body.looks', options: {} },
	});
	const recommend = fashionAiNode(
		'Recommend',
		'getRecommendations',
		{
			operation: 'categoryView',
			categoryId: '={{ $json.category }}',
			sessionId: '={{ $json.session }}',
			outputAs: 'list',
		},
		{ alwaysOutputData: true },
	);
	await onCall('events', [splitOut, recommend], { httpMethod: 'POST' });
	// No two the same, so that none can have taken the place of another. That the shop does not know them makes no difference.
	const looks = Array.from({ length: 40 }, (_, n) => ({ session: 'visit', category: `category-${n}` }));
	const send = async (events: object[]) => {
		const headers = { 'content-type': 'application/json' };
		const { statusCode, body } = await request(`${main.url}/webhook/events`, {
			method: 'POST',
			headers,
			body: JSON.stringify({ looks: events }),
			headersTimeout: 120_000,
		});
		await body.dump();
		expect(statusCode).toBe(200);
	};
	const arrived = () => sandbox.requests().map(({ body }) => (body as { data: { id: string } }).data.id);

	await send(looks);
	expect(arrived()).toEqual(looks.map(({ category }) => category));

	sandbox.clearRequests();
	const sent = looks.map((look) => look.category);
	await Promise.all(looks.map((look) => send([look])));
	expect(arrived().sort()).toEqual([...sent].sort());
	const overtaken = sandbox
		.requests()
		.filter(({ body }, index) => (body as { data: { id: string } }).data.id !== sent[index]).length;
	tell(
		`Events of one session, one execution each, 40 at once: ${overtaken} reached Fashion.AI in another place than they were sent in`,
	);
});

describe('the trigger', () => {
	const customers = ['watched-0@example.com', 'watched-1@example.com', 'watched-2@example.com'];
	const [first = ''] = customers;
	let workflow: string;
	let text = 0;

	/** Waits until all customers were looked up the given number of times. */
	const looks = async (count: number) => {
		const seen = () =>
			Math.min(...customers.map((email) => requestsFor(email).filter(({ status }) => status === 200).length));
		const before = seen();
		await waitUntil(`${count} looks at each customer`, () => seen() >= before + count, 300);
	};
	const requestsFor = (email: string) =>
		sandbox.requests().filter(({ path }) => path.includes(encodeURIComponent(email)));
	/** Each customer reported by an execution, oldest first. */
	const reported = async () => {
		const executions = await main.executions(workflow);
		return executions.flatMap(({ nodes }) => nodes['Fashion.AI Trigger']?.[0] ?? []).map(({ json }) => json.identifier);
	};
	const executionsEnded = (count: number) =>
		waitUntil(`${count} executions`, async () => ((await statusesOf(workflow)).success ?? 0) >= count);

	/** What n8n keeps with durable cursors, and only then. */
	const cursors = () => cluster.postgres.query(`SELECT cursor FROM poller_state WHERE "workflowId" = '${workflow}'`);

	/** The previous behavior ends, and a different one starts. */
	const change = async (email: string) => {
		show(email, text, false);
		await looks(2);
		text++;
		show(email, text, true);
	};

	beforeAll(async () => {
		for (const email of customers) show(email, text, false);
		const trigger = fashionAiNode('Fashion.AI Trigger', 'fashionAiTrigger', {
			customers: customers.join('\n'),
			pollTimes: { item: EVERY_OTHER_SECOND },
		});
		workflow = await main.importWorkflow(chain('Watch', trigger, node({ name: 'Done', type: 'n8n-nodes-base.noOp' })));
		await main.activate(workflow);
		await looks(2);
	});

	test('polls in the main only, and a worker runs what it reports; a kill after that causes no second report', async () => {
		await change(first);
		await executionsEnded(1);
		await looks(2);
		expect(await reported()).toEqual([first]);
		const [[id = ''] = []] = await cluster.postgres.query(
			`SELECT id FROM execution_entity WHERE "workflowId" = '${workflow}'`,
		);
		expect((await startedBy(cluster.workers)).flat()).toContain(id);

		await main.kill();
		const killedAt = Date.now();
		await waitUntil('three times to poll to pass', () => Date.now() > killedAt + 7_000);
		expect(sandbox.requests().filter(({ at }) => at > killedAt + 500)).toEqual([]);
		await main.start();
		await looks(2);
		expect(await reported()).toEqual([first]);
	});

	/** Kills the main while a poll looks up a customer who has changed. */
	const killInMidPoll = async (email: string) => {
		await change(email);
		sandbox.setFaults([{ path: encodeURIComponent(email), fault: { kind: 'latency', latencyMs: 15_000 } }]);
		const asked = requestsFor(email).length;
		await waitUntil('a look at who has changed', () => requestsFor(email).length > asked);
		await main.kill();
		sandbox.setFaults([]);
	};

	test('by default, reports a change once if a kill interrupted the poll', async () => {
		await killInMidPoll(first);
		expect(await statusesOf(workflow)).toEqual({ success: 1 });
		await main.start();
		await executionsEnded(2);
		await looks(2);
		expect(await reported()).toEqual([first, first]);
		expect(await cursors()).toEqual([]);
	});

	test('with durable cursors, reports a change once if a kill interrupted the poll, and nothing again after another kill', async () => {
		await restartAllWith(DURABLE_CURSORS);
		await looks(3);
		expect(await reported()).toEqual([first, first]);
		const before = await cursors();
		expect(before).toEqual([[expect.stringContaining('customers')]]);

		await killInMidPoll(first);
		await main.start();
		await executionsEnded(3);
		await looks(2);
		expect(await cursors()).not.toEqual(before);
		await main.kill();
		await main.start();
		await looks(2);
		expect(await reported()).toEqual([first, first, first]);
	});

	afterAll(async () => {
		await main.deactivate(workflow);
	});
});

test('a killed worker loses only the executions it was running, which n8n marks; the other one continues', async () => {
	const waiting = { responseMode: 'onReceived' };
	const id = await onCall('later', [lookUp({})], waiting);
	sandbox.setFaults([{ fault: { kind: 'latency', latencyMs: 2_000 } }]);
	const [victim, survivor] = cluster.workers;
	if (victim === undefined || survivor === undefined) throw new Error('There are no two workers');
	const before = await startedBy(cluster.workers);

	const { results } = await calls(60, (n) => call('later', { email: `load-${n}@example.com` }));
	await waitUntil('both to work', async () =>
		shares(before, await startedBy(cluster.workers)).every((count) => count > 0),
	);
	await victim.kill('SIGKILL');
	expect(results.map(({ status }) => status)).toEqual(results.map(() => 200));
	const ended = async () => {
		const { success = 0, crashed = 0, error = 0 } = await statusesOf(id);
		return success + crashed + error === 60;
	};
	await waitUntil('all executions to end', ended, 180);
	sandbox.setFaults([]);

	const rows = await cluster.postgres.query(
		`SELECT id, status FROM execution_entity WHERE "workflowId" = '${id}' ORDER BY id`,
	);
	const marked = rows.filter(([, status]) => status !== 'success');
	expect(marked.length).toBeGreaterThan(0);
	// By what the survivor has started: a worker can be killed after it has taken an execution, before its log says so.
	const [continued = []] = await startedBy([survivor]);
	expect(marked.filter(([execution = '']) => continued.includes(execution))).toEqual([]);
	tell(
		`Killed in mid-execution: of 60 executions ${60 - marked.length} ended well, ${marked.length} were on the killed worker and are marked as ${[...new Set(marked.map(([, status]) => status))].join()}`,
	);

	const { results: answers, seconds } = await calls(WITH_ONE_WORKER, (n) =>
		call('profile', { email: `load-${n}@example.com` }),
	);
	expect(answers.map(({ items }) => items[0]?.userProfileId)).toEqual(answers.map((_, n) => `load-${n}`));
	tell(`One worker: ${rate(WITH_ONE_WORKER, seconds)}`);
});
