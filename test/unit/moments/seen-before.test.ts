import { judgeSeen, type SeenCandidate } from '../../../nodes/shared/moments/seen-before';
import type { CustomerProfile } from '../../../nodes/shared/profile/customer-profile';
import { MapStore } from '../../../tools/moments/memories';
import { droppedByPlace } from '../../../tools/moments/rates';
import { SETS } from '../../../tools/moments/sets';
import { day, flagged, profileWith, RUNNING, WEDDING } from './texts';

const is = (profile: CustomerProfile, customer = 'ana'): SeenCandidate => ({ customer, profile });
const judge = (store: MapStore, candidates: SeenCandidate[], again?: CustomerProfile, now = day(0), quietPeriod = 0) =>
	judgeSeen(candidates, store, { hash: (text) => text, lookAgain: async () => again, now, quietPeriod });

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

test('a second look that fails confirms nothing, however different the first one is, and the next execution decides', async () => {
	const store = new MapStore();
	await judge(store, [is(WEDDING[0])]);
	expect(await judge(store, [is(RUNNING[0])], undefined)).toEqual(['waiting']);
	expect(await judge(store, [is(RUNNING[1])], undefined)).toEqual(['waiting']);
	expect(await judge(store, [is(WEDDING[1])], WEDDING[2])).toEqual(['seen']);
	expect(await judge(store, [is(RUNNING[1])], RUNNING[0])).toEqual(['new']);
	expect(await judge(store, [is(RUNNING[0])], RUNNING[1])).toEqual(['seen']);
});

test('when the second look throws, the store is as it was before, for everyone', async () => {
	const store = new MapStore();
	// Ana has two moments behind her, so not all of her bits are stored.
	for (const profile of [WEDDING, RUNNING]) await judge(store, [is(profile[0])], profile[1]);
	const before = [...store.entries];
	const stopped = judgeSeen([is(WEDDING[0]), is(WEDDING[0], 'eva')], store, {
		hash: (text) => text,
		lookAgain: () => Promise.reject(new Error('stopped')),
		now: day(0),
		quietPeriod: 7,
	});

	await expect(stopped).rejects.toThrow('stopped');
	expect([...store.entries]).toEqual(before);
	expect(await judge(store, [is(WEDDING[0]), is(WEDDING[0], 'eva')], WEDDING[1])).toEqual(['new', 'new']);
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
	for (const at of [1, 3, 6]) expect(await judge(store, [is(RUNNING[0])], RUNNING[1], day(at), 7)).toEqual(['quiet']);
	expect(await judge(store, [is(RUNNING[0])], RUNNING[1], day(8), 7)).toEqual(['new']);
	expect(await judge(store, [is(RUNNING[0])], RUNNING[1], day(9), 7)).toEqual(['seen']);
});

test('a quiet period of a day lets a daily poll tell each day', async () => {
	const store = new MapStore();
	expect(await judge(store, [is(WEDDING[0])], undefined, day(0), 1)).toEqual(['new']);
	expect(await judge(store, [is(RUNNING[0])], RUNNING[1], day(1), 1)).toEqual(['new']);
});

test('it costs at most 48 entries for a first moment, and two calls a run where nothing is new', async () => {
	const store = new MapStore();
	await judge(store, [is(WEDDING[0])]);
	expect(store.entries.size).toBeLessThanOrEqual(48);
	const before = store.calls;
	await judge(store, [is(WEDDING[1])]);
	expect(store.calls - before).toBe(2);
});

test('63 moments of one customer are told, each once', async () => {
	const store = new MapStore();
	const moments = [WEDDING, RUNNING];
	for (let told = 0; told < 63; told++) {
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
