import { NotSeenBefore } from '../../../nodes/GetCustomerProfile/not-seen-before';
import { judgeSeen, type SeenCandidate, type SeenStore } from '../../../nodes/shared/moments/seen-before';
import type { CustomerProfile } from '../../../nodes/shared/profile/customer-profile';
import { MapStore } from '../../../tools/moments/memories';
import { droppedByPlace } from '../../../tools/moments/rates';
import { SETS } from '../../../tools/moments/sets';
import { day, flagged, profileWith, RUNNING, WEDDING } from './texts';
import { cpuTimer } from '../cpu-timer';

const is = (profile: CustomerProfile, customer = 'ana', quietPeriod = 0): SeenCandidate => ({
	customer,
	profile,
	quietPeriod,
});
const judge = (store: MapStore, candidates: SeenCandidate[], again?: CustomerProfile, now = day(0), quietPeriod = 0) =>
	judgeSeen(
		candidates.map((one) => ({ ...one, quietPeriod: quietPeriod || one.quietPeriod })),
		store,
		{ hash: (text) => text, lookAgain: async () => again, now },
	);

test('a moment is new once, in whatever words it comes again', async () => {
	const store = new MapStore();
	expect(await judge(store, [is(WEDDING[0])])).toEqual(['new']);
	for (const words of WEDDING) expect(await judge(store, [is(words)], WEDDING[2])).toEqual(['seen']);
});

test('another moment is new once a second look says so, and then it is the one that counts', async () => {
	const store = new MapStore();
	await judge(store, [is(WEDDING[0])]);
	expect(await judge(store, [is(RUNNING[0])], WEDDING[1])).toEqual(['seen']);
	expect(await judge(store, [is(RUNNING[0])], flagged(RUNNING[1], false))).toEqual(['waiting']);
	expect(await judge(store, [is(RUNNING[0])], RUNNING[1])).toEqual(['new']);
	expect(await judge(store, [is(RUNNING[0])], RUNNING[1])).toEqual(['seen']);
});

test('where the second look fails, another text in the next execution confirms the first', async () => {
	const store = new MapStore();
	await judge(store, [is(WEDDING[0])]);
	expect(await judge(store, [is(RUNNING[0])], undefined)).toEqual(['waiting']);
	expect(await judge(store, [is(RUNNING[0])], undefined)).toEqual(['waiting']);
	expect(await judge(store, [is(WEDDING[1])], WEDDING[2])).toEqual(['seen']);
	expect(await judge(store, [is(RUNNING[1])], undefined)).toEqual(['new']);
	expect(await judge(store, [is(RUNNING[0])], RUNNING[1])).toEqual(['seen']);
});

test('where the second look says no, another text in the next execution is the second yes, unless it was the known moment', async () => {
	const store = new MapStore();
	await judge(store, [is(WEDDING[0])]);
	const says = async (yes: CustomerProfile, no: CustomerProfile) => await judge(store, [is(yes)], flagged(no, false));
	expect(await says(RUNNING[0], WEDDING[1])).toEqual(['seen']);
	expect(await says(RUNNING[1], WEDDING[2])).toEqual(['seen']);
	expect(await says(RUNNING[0], RUNNING[1])).toEqual(['waiting']);
	expect(await says(RUNNING[1], RUNNING[0])).toEqual(['new']);
	expect(await says(RUNNING[0], RUNNING[1])).toEqual(['seen']);
});

test('each customer has a quiet period of their own', async () => {
	const store = new MapStore();
	const both = (words: CustomerProfile) => [is(words, 'ana', 1), is(words, 'eva', 30)];
	await judge(store, both(WEDDING[0]));
	expect(await judge(store, both(RUNNING[0]), RUNNING[1], day(2))).toEqual(['new', 'quiet']);
	expect(await judge(store, both(RUNNING[1]), RUNNING[0], day(31))).toEqual(['seen', 'new']);
});

test('when the second look throws, the store is as it was before, for everyone', async () => {
	const store = new MapStore();
	// Ana has two moments behind her, so not all of her bits are stored.
	for (const profile of [WEDDING, RUNNING]) await judge(store, [is(profile[0])], profile[1]);
	const before = [...store.entries];
	const stopped = judgeSeen([is(WEDDING[0], 'ana', 7), is(WEDDING[0], 'eva', 7)], store, {
		hash: (text) => text,
		lookAgain: () => Promise.reject(new Error('stopped')),
		now: day(0),
	});

	await expect(stopped).rejects.toThrow('stopped');
	expect([...store.entries]).toEqual(before);
	expect(await judge(store, [is(WEDDING[0]), is(WEDDING[0], 'eva')], WEDDING[1])).toEqual(['new', 'new']);
});

test('if n8n is killed during a second look, nobody whose moments were reported before is reported again', async () => {
	const store = new MapStore();
	const [last = [], ...earlier] = SETS.development.slice(0, 3).map(({ first }) => first);
	for (const customer of ['ana', 'eva'])
		for (const [first, second] of [...earlier, last])
			expect(await judge(store, [is(first as CustomerProfile, customer)], second)).toEqual(['new']);
	const [known = WEDDING[0], reworded] = last;
	let atKill: string[] = [];
	await judgeSeen([is(known, 'ana'), is(RUNNING[0], 'eva')], store, {
		hash: (text) => text,
		lookAgain: async () => {
			atKill = [...store.entries];
			return await Promise.resolve(RUNNING[1]);
		},
		now: day(0),
	});

	const restarted = new MapStore();
	for (const entry of atKill) restarted.entries.add(entry);
	expect(await judge(restarted, [is(known, 'ana'), is(known, 'eva')], reworded)).toEqual(['seen', 'seen']);
});

test('two looks that have no more to do with each other than with what was told prove nothing', async () => {
	const store = new MapStore();
	await judge(store, [is(WEDDING[0])]);
	const pajamas = profileWith({
		momentSummary: 'Pijama de seda, roupão e chinelo para ficar em casa.',
	});
	expect(await judge(store, [is(RUNNING[0])], pajamas)).toEqual(['waiting']);
	expect(await judge(store, [is(RUNNING[0])], RUNNING[1])).toEqual(['new']);
});

test('products are known by the words of their names, in another order and with some left out or added', async () => {
	const store = new MapStore();
	const first = {
		momentSummary: 'Quer impressionar no evento da firma.',
		recentNavigation: ['Vestido Longo Verde Esmeralda', 'Sandália Salto Fino', 'Clutch Strass Prata'],
	};
	const reworded = {
		momentSummary: 'Chega dezembro e a agenda enche.',
		recentNavigation: ['salto fino, sandália nude (2x)', 'Verde Esmeralda longo', 'strass prata'],
	};
	const other = { ...reworded, recentNavigation: ['Vestido Curto Preto Paetê', 'Bota Salto Bloco', 'Colar Prata'] };
	expect(await judge(store, [is(profileWith(first))])).toEqual(['new']);
	expect(await judge(store, [is(profileWith(other))])).toEqual(['waiting']);
	expect(await judge(store, [is(profileWith(reworded))])).toEqual(['seen']);
});

test('customers are kept apart, and the same one twice in one call is told once', async () => {
	const store = new MapStore();
	expect(await judge(store, [is(WEDDING[0]), is(WEDDING[1]), is(WEDDING[0], 'eva')])).toEqual(['new', 'seen', 'new']);
});

test('what falls into a quiet period is told when it ends', async () => {
	const store = new MapStore();
	expect(await judge(store, [is(WEDDING[0])], undefined, day(0), 7)).toEqual(['new']);
	for (const at of [1, 3, 6, 6.9])
		expect(await judge(store, [is(RUNNING[0])], RUNNING[1], day(at), 7)).toEqual(['quiet']);
	expect(await judge(store, [is(RUNNING[0])], RUNNING[1], day(8), 7)).toEqual(['new']);
	expect(await judge(store, [is(RUNNING[0])], RUNNING[1], day(9), 7)).toEqual(['seen']);
});

test('a quiet period of a day lets a daily poll tell each day', async () => {
	const store = new MapStore();
	expect(await judge(store, [is(WEDDING[0])], undefined, day(0), 1)).toEqual(['new']);
	expect(await judge(store, [is(RUNNING[0])], RUNNING[1], day(1), 1)).toEqual(['new']);
});

test('products of another kind beside the known ones are not remembered, so that they do not vouch for the next moment', async () => {
	const store = new MapStore();
	const dressed = ['Vestido Longo Verde', 'Sandália Dourada Salto', 'Clutch Dourada Festa'];
	const run = ['Tênis Corrida Pro', 'Meia Esportiva Run', 'Boné Corrida Leve'];
	const seeing = (profile: CustomerProfile, recentNavigation: string[]) => ({ ...profile, recentNavigation });
	await judge(store, [is(seeing(WEDDING[0], dressed))]);
	expect(await judge(store, [is(seeing(WEDDING[0], [...dressed.slice(0, 2), ...run]))])).toEqual(['seen']);
	expect(await judge(store, [is(seeing(RUNNING[0], run))], seeing(RUNNING[1], run))).toEqual(['new']);
});

describe('a moment that is not clearly another one', () => {
	/** Made-up words, which all count alike; the others share two of six with the first. */
	const FIRST = profileWith({ momentSummary: 'brulix cramon dristal felpor gronex hultim' });
	const NEAR = profileWith({ momentSummary: 'gronex hultim wexlor yandil zopram quivex' });
	const AGAIN = profileWith({ momentSummary: 'hultim gronex zopram wexlor yandil quivex tarvok' });

	test('is told once a later execution has it in another text, and not because the same text stands', async () => {
		const store = new MapStore();
		await judge(store, [is(FIRST)]);
		// A period of thirty days starts at day 6.
		for (const at of [10, 11, 12]) expect(await judge(store, [is(NEAR)], NEAR, day(at))).toEqual(['waiting']);
		expect(await judge(store, [is(NEAR)], flagged(NEAR, false), day(13))).toEqual(['waiting']);
		expect(await judge(store, [is(FIRST)], FIRST, day(14))).toEqual(['seen']);
		const other = profileWith({ momentSummary: 'gronex hultim wexlor yandil zopram sulfim' });
		expect(await judge(store, [is(other)], other, day(15))).toEqual(['new']);
		expect(await judge(store, [is(other)], other, day(16))).toEqual(['seen']);
	});

	test('waits no longer than the period in which it was first seen', async () => {
		const store = new MapStore();
		await judge(store, [is(FIRST)]);
		expect(await judge(store, [is(NEAR)], NEAR, day(10))).toEqual(['waiting']);
		expect(await judge(store, [is(AGAIN)], AGAIN, day(40))).toEqual(['waiting']);
		expect(await judge(store, [is(NEAR)], NEAR, day(41))).toEqual(['new']);
	});

	test('leaves the store as it was while it waits, but for a note which text it was', async () => {
		const store = new MapStore();
		await judge(store, [is(FIRST)]);
		const before = [...store.entries];
		await judge(store, [is(NEAR)], NEAR, day(1));
		expect([...store.entries].filter((entry) => !before.includes(entry))).toEqual([
			expect.stringContaining('pending'),
			expect.stringContaining('pending'),
		]);
		expect(before.filter((entry) => !store.entries.has(entry))).toEqual([]);
		// Two looks that do not agree prove nothing. Half of its words are the known moment's, which must not be forgotten with the others.
		const neither = profileWith({ momentSummary: 'brulix cramon pulvit sorgam nimrat oxford' });
		expect(await judge(store, [is(NEAR)], neither, day(2))).toEqual(['waiting']);
		expect([...store.entries].sort()).toEqual(before.sort());
	});

	test('teaches its words where the second look has the known moment, unless next to nothing is shared', async () => {
		const seenAfter = async (first: CustomerProfile) => {
			const store = new MapStore();
			await judge(store, [is(FIRST)]);
			expect(await judge(store, [is(first)], FIRST)).toEqual(['seen']);
			return store.entries.size;
		};
		const direct = await seenAfter(FIRST);
		expect(await seenAfter(NEAR)).toBe(direct + 4);
		expect(await seenAfter(profileWith({ momentSummary: 'wexlor yandil zopram quivex tarvok sulfim' }))).toBe(direct);
	});
});

test('the same text twice is proof enough where next to nothing is shared, if both looks show new behavior', async () => {
	const store = new MapStore();
	await judge(store, [is(WEDDING[0])]);
	expect(await judge(store, [is(RUNNING[0])], flagged(RUNNING[0], false))).toEqual(['waiting']);
	expect(await judge(store, [is(RUNNING[0])], RUNNING[0])).toEqual(['new']);
});

test('what is told is stored as the second look words it', async () => {
	const store = new MapStore();
	await judge(store, [is(WEDDING[0])]);
	expect(await judge(store, [is(RUNNING[0])], RUNNING[1])).toEqual(['new']);
	const lookAgain = jest.fn(async () => RUNNING[0]);
	const rules = { hash: (text: string) => text, lookAgain, now: day(1), quietPeriod: 0 };
	expect(await judgeSeen([is(RUNNING[1])], store, rules)).toEqual(['seen']);
	expect(lookAgain).not.toHaveBeenCalled();
});

test('a text that says too little is no other moment, and changes nothing', async () => {
	const store = new MapStore();
	for (const profile of [WEDDING, RUNNING]) await judge(store, [is(profile[0])], profile[1]);
	const before = [...store.entries].sort();
	for (const momentSummary of ['', 'Oi.', 'Vestido.']) {
		expect(await judge(store, [is(profileWith({ momentSummary }))], WEDDING[0])).toEqual(['seen']);
		expect([...store.entries].sort()).toEqual(before);
	}
});

test('a first moment that says nothing waits for words', async () => {
	const store = new MapStore();
	const empty = is(profileWith({ momentSummary: '' }));
	expect(await judge(store, [empty])).toEqual(['waiting']);
	expect(store.entries.size).toBe(0);
	expect(await judge(store, [is(WEDDING[0])])).toEqual(['new']);
	expect(await judge(store, [empty])).toEqual(['seen']);
	expect(await judge(store, [is(WEDDING[1])], WEDDING[2])).toEqual(['seen']);
});

test('where a full store has dropped the count, the words that are left still tell the moment', async () => {
	const store = new MapStore();
	await judge(store, [is(WEDDING[0])]);
	for (const entry of [...store.entries].filter((entry) => entry.includes(' bit '))) store.entries.delete(entry);

	expect(await judge(store, [is(WEDDING[0])])).toEqual(['seen']);
	expect(await judge(store, [is(RUNNING[0])], RUNNING[1])).toEqual(['new']);
});

test.each([
	['ask', [1, 2, 3, 4, 5]],
	// That of the first call is tried again by the node.
	['remove', [2]],
] as const)('a store that fails once (%s) loses no moment', async (call, failingCalls) => {
	for (const failing of failingCalls) {
		const store = new MapStore();
		for (const words of [WEDDING, RUNNING]) await judge(store, [is(words[0])], words[1]);
		const candidates = [is(WEDDING[0], 'ana', 7), is(WEDDING[0], 'eva', 7)];
		let calls = 0;
		const failsOnce: SeenStore = {
			ask: async (entries) => await store.ask(entries),
			remove: async (entries) => {
				await store.remove(entries);
			},
			alone: async (work) => await work(),
			[call]: async (entries: string[]) => {
				if (++calls === failing) throw new Error('The database is away');
				return await store[call](entries);
			},
		};
		const rules = { hash: (text: string) => text, lookAgain: async () => WEDDING[1], now: day(0) };
		const told = new Set<string>();
		for (const attempt of [failsOnce, store, store]) {
			const verdicts = await judgeSeen(candidates, attempt, rules).catch(() => []);
			for (const [at, verdict] of verdicts.entries()) if (verdict === 'new') told.add(`${at}`);
		}
		expect([failing, told.size]).toEqual([failing, 2]);
	}
});

test('when the second look at one customer throws, what was seen of the others is still learned', async () => {
	const store = new MapStore();
	await judge(store, [is(WEDDING[0]), is(WEDDING[0], 'eva')]);
	const of = (customer: string) => [...store.entries].filter((entry) => entry.includes(customer)).length;
	const before = [of('ana'), of('eva')];
	await expect(
		judgeSeen([is(WEDDING[1]), is(RUNNING[0], 'eva')], store, {
			hash: (text) => text,
			lookAgain: () => Promise.reject(new Error('stopped')),
			now: day(0),
		}),
	).rejects.toThrow('stopped');
	expect(of('ana')).toBeGreaterThan(before[0] ?? 0);
	expect(of('eva')).toBe(before[1]);
});

test('it costs at most 48 entries for a first moment, and two calls a run where nothing is new', async () => {
	const store = new MapStore();
	await judge(store, [is(WEDDING[0])]);
	expect(store.calls).toBe(2);
	expect(store.entries.size).toBeLessThanOrEqual(48);
	const before = store.calls;
	await judge(store, [is(WEDDING[1])]);
	expect(store.calls - before).toBe(2);
});

test('64 moments of one customer are told, each once', async () => {
	const store = new MapStore();
	const moments = [WEDDING, RUNNING];
	// And then the count starts again.
	for (let told = 0; told < 64; told++) {
		const [one, other] = moments[told % 2] ?? WEDDING;
		expect(await judge(store, [is(one)], other)).toEqual(['new']);
		expect(await judge(store, [is(other)], one)).toEqual(['seen']);
	}
});

test('what was told before does not make a new moment less likely to be told', async () => {
	const dropped = await droppedByPlace(SETS.development, 60);
	const mean = (from: number, to: number) => dropped.slice(from, to).reduce((sum, rate) => sum + rate, 0) / (to - from);
	expect(mean(1, 12)).toBeLessThanOrEqual(0.05);
	expect(mean(7, 12)).toBeLessThanOrEqual(mean(1, 6) + 0.02);
});

test('an ID without end costs no more than a moment', async () => {
	const context = {
		getInstanceId: () => 'instance',
		getWorkflow: () => ({ id: 'workflow' }),
		getNode: () => ({ id: 'node', type: 'profile' }),
		getMode: () => 'trigger',
		getExecutionCancelSignal: () => undefined,
		helpers: {
			checkProcessedAndRecord: () => Promise.resolve({ new: [], processed: [] }),
			getProcessedDataCount: () => Promise.resolve(0),
			removeProcessed: () => Promise.resolve(),
		},
	} as never;
	const seen = new NotSeenBefore(context);
	const profile = { ...RUNNING[0], userProfileId: 'x'.repeat(10_000_000) };
	const request = { rules: { now: day(1), quietPeriod: 0 } };
	seen.candidates.push({ item: 0, output: {}, request, fetched: { profile } } as never);
	const spent = cpuTimer();

	expect(await seen.leftOut()).toEqual([]);

	expect(spent()).toBeLessThan(500);
});

test('thousands of customers with another moment take no longer, each, than a few', async () => {
	const timeOf = async (count: number) => {
		const all = (words: CustomerProfile) => Array.from({ length: count }, (_, at) => is(words, `c${at}`));
		const store = new MapStore();
		await judge(store, all(WEDDING[0]));
		const spent = cpuTimer();
		expect(new Set(await judge(store, all(RUNNING[0]), RUNNING[1]))).toEqual(new Set(['new']));
		return spent() / count;
	};
	await timeOf(100);
	expect(await timeOf(2_400)).toBeLessThan(3 * (await timeOf(300)));
});
