import { setTimeout as wait } from 'node:timers/promises';

import { DataDeduplicationService } from 'n8n-core';
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { startSandbox, type Fault, type Sandbox } from '../../sandbox';
import pairs from '../fixtures/moments.json';
import { MemoryDeduplicator } from './deduplicator';
import { loadNode, noteLog, runNode, type NodeRun } from './engine';
import { later } from './later';

const store = new MemoryDeduplicator();
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ writing: { anew: true, seed: 1 } });
	await DataDeduplicationService.init(store);
});
beforeEach(() => {
	sandbox.reset();
	store.rows.clear();
	store.calls = 0;
	store.broken = false;
});
afterAll(() => sandbox.close());

const MARINA = 'marina.alves@example.com';
const ANA = 'ana@example.com';
const RAFAEL = 'rafael.nogueira@example.com';

type Moment = (typeof pairs.tuned)[number]['moment'];

const show = (email: string, moment: Moment) =>
	sandbox.putProfile({
		userProfileId: `id of ${email}`,
		email,
		profile: { momento_compra_atual: { ...moment, novo_comportamento: true } },
	});

const lookUp = (emails: string[], rest: Partial<NodeRun> = {}, options: IDataObject = {}) =>
	runNode({
		type: 'getCustomerProfile',
		credential: { token: sandbox.token, host: 'custom', baseUrl: sandbox.url },
		input: emails.map((email) => ({ email })),
		mode: 'trigger',
		...rest,
		parameters: { email: '={{ $json.email }}', emit: 'newlyDetected', options } as NodeRun['parameters'],
	});

const reported = async (...parameters: Parameters<typeof lookUp>) =>
	(await lookUp(...parameters)).items.map(({ pairedItem }) => (pairedItem as { item: number }).item);

test('a customer in two spellings is one, also where the answer has no ID', async () => {
	const profile = { momento_compra_atual: { ...pairs.tuned[0]?.moment, novo_comportamento: true } };
	sandbox.putProfile({ userProfileId: '', email: ANA, profile });

	expect(await reported([ANA, ANA.toUpperCase()])).toEqual([0]);
	expect(await reported([ANA.toUpperCase()])).toEqual([]);
});

test('what cannot be forgotten is said, also where nobody is new', async () => {
	store.broken = true;
	const { error } = await lookUp([RAFAEL], {}, { forgetSeen: true });
	expect(error?.message).toContain('could not open its record');
});

test('what cannot be forgotten fails the item that asks to, and no other', async () => {
	store.broken = true;
	const input = [{ email: RAFAEL }, { email: 'nobody@example.com', forget: true }];
	const { items, hints } = await lookUp(
		[],
		{ input, onError: 'continueRegularOutput' },
		{ forgetSeen: '={{ $json.forget === true }}' },
	);

	expect(items).toEqual([
		{ json: { error: expect.stringContaining('could not open its record') }, pairedItem: { item: 1 } },
	]);
	expect(hints.map(({ message }) => message)).toEqual([
		'2 of 2 customers gave no result: 1 without new behavior, 1 could not be looked up.',
	]);
});

test('what was noted of an item is not shown once it has failed', async () => {
	store.broken = true;
	const products = Array.from({ length: 30 }, (_, n) => ({ productId: `p${n}`, name: `Vestido ${n}`, price: 'R$ 10' }));
	const parameters = { operation: 'email', audience: 'customer', products, email: MARINA, emit: 'newlyDetected' };
	const writeTo = async (mode: NodeRun['mode']) => {
		const { hints } = await runNode({
			type: 'getCustomerProfile',
			credential: { token: sandbox.token, host: 'custom', baseUrl: sandbox.url },
			mode,
			onError: 'continueRegularOutput',
			parameters: parameters as unknown as NodeRun['parameters'],
		});
		return hints.map(({ message }) => message);
	};

	expect(await writeTo('manual')).toEqual([expect.stringContaining('an email shows up to')]);
	expect(await writeTo('trigger')).toEqual(['1 of 1 customers gave no result: 1 could not be looked up.']);
});

test('a customer is returned once across executions, and the others are counted in the hint', async () => {
	expect(await reported([RAFAEL, MARINA])).toEqual([1]);

	const { items, hints } = await lookUp([RAFAEL, MARINA]);
	expect(items).toEqual([]);
	expect(hints[0]?.message).toBe('2 of 2 customers gave no result: 1 without new behavior, 1 seen before.');
});

test('a customer who occurs twice in one execution is returned once', async () => {
	expect(await reported([MARINA, MARINA])).toEqual([0]);
});

test('a reworded moment is not returned again, a new one is', async () => {
	const counts = { moment: 0, reworded: 0, next: 0 };
	for (const what of ['moment', 'reworded', 'next'] as const) {
		const emails = pairs.tuned.map((_, index) => `customer-${index}@example.com`);
		for (const [index, email] of emails.entries()) show(email, pairs.tuned[index]?.[what] as Moment);
		counts[what] = (await reported(emails)).length;
	}
	expect(counts.moment).toBe(pairs.tuned.length);
	expect(counts.reworded).toBeLessThanOrEqual(1);
	expect(counts.next).toBeGreaterThanOrEqual(pairs.tuned.length - 1);
});

test('n8n’s store is queried a few times per execution, however many customers there are, and contains no personal data in clear text', async () => {
	await reported([MARINA, RAFAEL, 'nobody@example.com', MARINA]);
	for (let n = 0; n < 30; n++) show(`c${n}@example.com`, pairs.tuned[n % 12]?.moment as Moment);
	const calls = store.calls;
	await reported(Array.from({ length: 30 }, (_, n) => `c${n}@example.com`));

	expect(calls).toBeLessThanOrEqual(6);
	expect(store.calls - calls).toBeLessThanOrEqual(6);
	expect(JSON.stringify([...store.rows])).not.toMatch(/marina|alves|mrn7k2a9|festa/i);
});

test('a test run returns everyone with new behavior, and neither reads nor writes the store', async () => {
	expect(await reported([MARINA], { mode: 'manual' })).toEqual([0]);
	expect(store.calls).toBe(0);
	expect(await reported([MARINA])).toEqual([0]);
	expect(await reported([MARINA], { mode: 'manual' })).toEqual([0]);
});

test.each(['manual', 'trigger'] as const)(
	'Forget What Was Seen in %s mode lets everyone come out again',
	async (mode) => {
		await reported([MARINA]);
		expect(await reported([MARINA], { mode }, { forgetSeen: true })).toEqual([0]);
		expect(await reported([MARINA])).toEqual(mode === 'manual' ? [0] : []);
	},
);

test('what is forgotten stays so, also if another execution has read it and writes it back', async () => {
	await reported([MARINA]);
	show(ANA, pairs.tuned[0]?.moment as Moment);
	const { checkProcessedAndRecord } = store;
	// n8n reads the whole list, and writes it with what was asked for.
	const slow = jest.spyOn(store, 'checkProcessedAndRecord').mockImplementation(async (...call) => {
		const read = structuredClone([...store.rows]);
		await wait(50);
		for (const [key, row] of read) store.rows.set(key, row);
		return await checkProcessedAndRecord.apply(store, call);
	});
	const other = lookUp([ANA]);
	await until(() => slow.mock.calls.length > 0);
	await lookUp([RAFAEL], {}, { forgetSeen: true });
	await other;
	slow.mockRestore();

	expect(await reported([MARINA])).toEqual([0]);
});

test('an execution that stops early has not reported anybody', async () => {
	sandbox.setFaults([{ path: 'rafael', fault: { kind: 'invalidJson' } }]);
	expect((await lookUp([MARINA, RAFAEL], {}, { maxTries: 1 })).error?.message).toBe(
		'Fashion.AI sent an answer that cannot be read',
	);
	sandbox.setFaults([]);

	expect(await reported([MARINA, RAFAEL])).toEqual([0]);
});

test('a store that cannot be opened is an error whose cause is logged, and nobody is returned', async () => {
	store.broken = true;
	const log = noteLog();

	const { error, items } = await lookUp([MARINA]);

	expect(items).toEqual([]);
	expect(error?.message).toBe('n8n could not open its record of what was seen before');
	// Nothing of the customer, and the cause, which the advice cannot know.
	expect(log.filter((line) => line.startsWith('Node:'))).toEqual([
		'Node: n8n could not open its record of what was seen before. Error: The database is away',
	]);
});

test('10,000 customers are remembered, with at most fifty entries each, and the oldest are dropped first', async () => {
	await reported([MARINA]);
	const entries = store.rows.get('workflow node')?.length ?? 0;
	expect(entries).toBeLessThanOrEqual(50);

	const row = Array.from({ length: 499_990 }, (_, n) => String(n).padEnd(24));
	store.rows.set('workflow node', row);
	expect(await reported([MARINA])).toEqual([0]);
	expect(store.rows.get('workflow node')).toHaveLength(500_000);
	expect(await reported([MARINA])).toEqual([]);
});

test('the number of earlier reports does not make it more likely that a moment is dropped', async () => {
	const moments = pairs.tuned.flatMap(({ moment, next }) => [moment, next]).slice(0, 24);
	let dropped = 0;
	for (const [index, moment] of moments.entries()) {
		show(ANA, moment);
		if ((await reported([ANA])).length === 0) dropped++;
		if (index % 4 === 3) expect(await reported([ANA])).toEqual([]);
	}
	expect(dropped).toBeLessThanOrEqual(2);
});

test('data stored by another version of the node is not read, and a hint says so once', async () => {
	store.rows.set(
		'workflow node',
		Array.from({ length: 100 }, (_, n) => String(n).padEnd(24)),
	);

	const { items, hints } = await lookUp([MARINA]);
	expect(items).toHaveLength(1);
	expect(hints.map(({ message }) => message)).toEqual([expect.stringMatching(/It starts over/)]);
	expect((await lookUp([MARINA])).hints.map(({ message }) => message)).toEqual([
		'1 of 1 customers gave no result: 1 seen before.',
	]);
});

test('nobody is returned twice in the quiet period, and changes during it are returned when it ends', async () => {
	const options = { quietPeriod: 7 };
	show(ANA, pairs.tuned[0]?.moment as Moment);
	expect(await reported([ANA], {}, options)).toEqual([0]);
	show(ANA, pairs.tuned[1]?.moment as Moment);

	await later(3, async () =>
		expect((await lookUp([ANA], {}, options)).hints[0]?.message).toContain('1 in the quiet period'),
	);
	await later(8, async () => expect(await reported([ANA], {}, options)).toEqual([0]));
});

test('a customer who seems to have a different moment is looked up again, and returned only if that text confirms it', async () => {
	const [first, second] = pairs.tuned.map(({ moment }) => ({
		momento_compra_atual: { ...moment, novo_comportamento: true },
	}));
	sandbox.putProfile({ userProfileId: 'ana', email: ANA, profile: first });
	await reported([ANA]);
	sandbox.clearRequests();

	sandbox.putProfile({ userProfileId: 'ana', email: ANA, profile: second, variants: [first] });
	const once = await reported([ANA]);
	const looks = sandbox.requests().length;
	expect([...once, ...(await reported([ANA]))]).toEqual([]);
	expect(looks).toBeLessThanOrEqual(2);
	sandbox.putProfile({ userProfileId: 'ana', email: ANA, profile: second });
	expect(await reported([ANA])).toEqual([0]);
});

test.each<Fault>([
	{ kind: 'status', status: 429 },
	{ kind: 'status', status: 500 },
	{ kind: 'status', status: 404 },
	{ kind: 'stall' },
])('a moment whose second lookup fails (%j) waits for the next execution', async (fault) => {
	show(ANA, pairs.tuned[0]?.moment as Moment);
	await reported([ANA]);
	show(ANA, pairs.tuned[1]?.moment as Moment);
	sandbox.setFaults([{ skip: 1, fault }]);
	const { items, hints } = await lookUp([ANA], {}, { maxTries: 1, timeout: 1000 });
	sandbox.setFaults([]);

	expect(items).toEqual([]);
	expect(hints[0]?.message).toBe('1 of 1 customers gave no result: 1 to be confirmed by a second lookup.');
	show(ANA, pairs.tuned[0]?.moment as Moment);
	expect(await reported([ANA])).toEqual([]);
	show(ANA, pairs.tuned[1]?.moment as Moment);
	expect(await reported([ANA])).toEqual([0]);
	expect(await reported([ANA])).toEqual([]);
});

test('two executions at the same time report each moment once, and nobody for nothing new', async () => {
	const emails = Array.from({ length: 12 }, (_, n) => `customer-${n}@example.com`);
	const showAll = (of: number) => {
		for (const [n, email] of emails.entries()) show(email, pairs.tuned[(n + of) % 12]?.moment as Moment);
	};
	const twice = async () =>
		(await Promise.all([reported(emails), reported(emails)])).map(({ length }) => length).sort();
	// n8n's store reads and writes its whole list, and takes a moment for it.
	const { checkProcessedAndRecord } = store;
	const slow = jest.spyOn(store, 'checkProcessedAndRecord').mockImplementation(async (...call) => {
		await wait(10);
		return await checkProcessedAndRecord.apply(store, call);
	});

	for (const of of [0, 3, 6]) {
		showAll(of);
		expect(await twice()).toEqual([0, 12]);
		expect(await twice()).toEqual([0, 0]);
	}
	slow.mockRestore();
});

test('a second lookup that stalls holds up nobody in another execution', async () => {
	show(ANA, pairs.tuned[0]?.moment as Moment);
	await reported([ANA]);
	show(ANA, pairs.tuned[1]?.moment as Moment);
	sandbox.clearRequests();
	sandbox.setFaults([{ path: 'ana%40', skip: 1, fault: { kind: 'stall' } }]);
	const waiting = lookUp([ANA], {}, { maxTries: 1, timeout: 3_000 });
	await until(() => sandbox.requests().length === 2);

	expect(await reported([MARINA])).toEqual([0]);
	expect(await Promise.race([waiting, wait(0, 'waiting')])).toBe('waiting');
	expect((await waiting).items).toEqual([]);
	sandbox.setFaults([]);
});

test('what n8n cannot remove at first is removed a moment later', async () => {
	const removing = jest.spyOn(store, 'removeProcessed');
	for (const { moment } of pairs.tuned.slice(0, 3)) {
		show(ANA, moment);
		removing.mockRejectedValueOnce(new Error('The database is away'));
		expect(await reported([ANA])).toEqual([0]);
	}
	removing.mockRejectedValueOnce(new Error('The database is away'));
	expect(await reported([ANA])).toEqual([]);
	removing.mockRestore();
});

test('an execution that is stopped during the second lookup has reported nobody', async () => {
	show(ANA, pairs.tuned[0]?.moment as Moment);
	await reported([ANA]);
	const before = [...(store.rows.get('workflow node') ?? [])];
	show(ANA, pairs.tuned[1]?.moment as Moment);
	sandbox.clearRequests();
	sandbox.setFaults([{ skip: 2, fault: { kind: 'stall' } }]);
	const stopWhen = until(() => sandbox.requests().length === 3);

	await lookUp([ANA, MARINA], { onError: 'continueRegularOutput', stopWhen });
	await until(() => store.rows.get('workflow node')?.length === before.length);
	sandbox.setFaults([]);

	expect(store.rows.get('workflow node')).toEqual(before);
	expect(await reported([ANA, MARINA])).toEqual([0, 1]);
});

test('a workflow that holds Report Again After, which has no effect here and is no longer offered, works as before', async () => {
	const options = { tellAgainAfter: 30, quietPeriod: 7 };
	expect(await reported([MARINA], {}, options)).toEqual([0]);
	expect(await reported([MARINA], {}, options)).toEqual([]);

	const { properties } = (await loadNode('getCustomerProfile')).description;
	const offered = properties.flatMap(({ name, options: inside = [] }) =>
		name === 'options' ? (inside as INodeProperties[]) : [],
	);
	expect(
		offered
			.filter(({ name, type }) => name === 'tellAgainAfter' && type !== 'hidden')
			.map(({ displayOptions }) => displayOptions),
	).toEqual([{ show: { '/emit': ['changedSince'] } }]);
});

describe('with Retry On Fail and On Error: Continue', () => {
	const retry: Partial<NodeRun> = { onError: 'continueRegularOutput', maxTries: 3 };
	const emailsOf = (items: { json: IDataObject }[]) => items.map(({ json }) => json.email ?? 'error');
	const options = { includeInputFields: true, maxTries: 1 };

	beforeEach(() => {
		show(ANA, pairs.tuned[0]?.moment as Moment);
		sandbox.setFaults([{ path: 'rafael', fault: { kind: 'invalidJson' } }]);
	});

	test('the last try returns all that an earlier one reported, and looks up only those that failed', async () => {
		const emails = [RAFAEL, ANA, ANA, 'nobody@example.com', MARINA];
		const { items, hints } = await lookUp(emails, retry, options);

		expect(emailsOf(items)).toEqual(['error', ANA, MARINA]);
		expect(items.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual([0, 1, 4]);
		expect(hints[0]?.message).toBe(
			'3 of 5 customers gave no result: 1 not found (see If Not Found and Continue With), 1 seen before, 1 could not be looked up.',
		);
		expect(sandbox.requests().filter(({ path, query }) => `${path}?${query}`.includes('ana%40'))).toHaveLength(1);
		expect(emailsOf((await lookUp(emails, retry, options)).items)).toEqual(['error']);
	});

	test('what was seen is forgotten once, not once per try', async () => {
		await lookUp([ANA], {}, options);
		const { items } = await lookUp([RAFAEL, ANA], retry, { ...options, forgetSeen: true });

		expect(emailsOf(items)).toEqual(['error', ANA]);
		expect(emailsOf((await lookUp([RAFAEL, ANA], retry, options)).items)).toEqual(['error']);
	});

	test('the next round of a loop leaves out those of an earlier one', async () => {
		const { items, nextItems } = await lookUp(
			[RAFAEL, ANA],
			{ ...retry, nextInput: [{ email: RAFAEL }, { email: ANA }, { email: MARINA }] },
			options,
		);

		expect(emailsOf(items)).toEqual(['error', ANA]);
		expect(emailsOf(nextItems)).toEqual(['error', MARINA]);
	});
});

async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await wait(5);
}
