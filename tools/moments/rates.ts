import { keep, similarity } from '../../nodes/shared/moments/similarity';
import { MOMENT_SIZE, readMoment } from '../../nodes/shared/moments/decide';
import { FingerprintMemory, MapStore, SeenMemory, TriggerMemory } from './memories';
import {
	chance,
	DAY,
	playFlapping,
	playHistory,
	playNights,
	playTransition,
	playUndecided,
	START,
	type CustomerMemory,
	type HistoryOutcome,
	type Mode,
	type Transition,
} from './nightly';
import type { Case, History } from './sets';

export const STORAGES = {
	trigger: (firstLook: 'remember' | 'emit') => new TriggerMemory({ firstLook }),
	fingerprint: (firstLook: 'remember' | 'emit') => new FingerprintMemory({ firstLook }),
	notSeenBefore: () => new SeenMemory(),
} satisfies Record<string, (firstLook: 'remember' | 'emit') => CustomerMemory>;
export type Storage = keyof typeof STORAGES;

/** Shares of customers, from 0 to 1; each customer is played with several seeds. */
export interface NightlyRates {
	falseReport: number;
	missed: number;
	firstNight: number;
	reportedTwice: number;
}

export async function nightly(
	rows: readonly Case[],
	storage: Storage,
	mode: Mode,
	seeds: number,
): Promise<NightlyRates> {
	const nights = await each(rows, seeds, (row, seed) => playNights(row, STORAGES[storage]('remember'), mode, seed));
	return {
		falseReport: share(nights, ({ falseReports }) => falseReports > 0),
		missed: share(nights, ({ nextReports }) => nextReports === 0),
		firstNight: share(nights, ({ reportedFirstNight }) => reportedFirstNight),
		reportedTwice: share(nights, ({ nextReports }) => nextReports > 1),
	};
}

export interface UndecidedRates {
	firstTwice: number;
	firstNever: number;
	nextTwice: number;
	nextNever: number;
}

export async function undecided(
	rows: readonly Case[],
	storage: Storage,
	mode: Mode,
	seeds: number,
): Promise<UndecidedRates> {
	const nights = await each(rows, seeds, (row, seed) => playUndecided(row, STORAGES[storage]('emit'), mode, seed));
	return {
		firstTwice: share(nights, ({ first }) => first > 1),
		firstNever: share(nights, ({ first }) => first === 0),
		nextTwice: share(nights, ({ next }) => next > 1),
		nextNever: share(nights, ({ next }) => next === 0),
	};
}

/** The share of customers reported more than once for a moment whose flag goes true, false, true for ten nights. */
export async function flapping(rows: readonly Case[], storage: Storage, mode: Mode, seeds: number): Promise<number> {
	const reported = await each(rows, seeds, (row, seed) => playFlapping(row, STORAGES[storage]('emit'), mode, seed));
	return share(reported, (times) => times > 1);
}

/** The share of customers whose next moment is never reported, with a night between that has something of both. */
export async function missedAfter(
	rows: readonly Case[],
	storage: Storage,
	transition: Transition,
	seeds: number,
): Promise<number> {
	const reported = await each(rows, seeds, (row, seed) =>
		playTransition(row, STORAGES[storage]('emit'), transition, seed),
	);
	return share(reported, (isReported) => !isReported);
}

/** Shares of the customers whose nights were written one after the other, each played twice, with the lookups exchanged. */
export async function histories(
	rows: readonly History[],
	storage: Storage,
): Promise<{ falseReport: number; missed: number; reportedTwice: number }> {
	const outcomes: HistoryOutcome[] = [];
	for (const row of rows)
		for (const isSwapped of [false, true]) outcomes.push(await playHistory(row, STORAGES[storage]('emit'), isSwapped));
	const withNext = outcomes.flatMap(({ nextReports }) => nextReports ?? []);
	return {
		falseReport: share(outcomes, ({ falseReports }) => falseReports > 0),
		missed: share(withNext, (reports) => reports === 0),
		reportedTwice: share(withNext, (reports) => reports > 1),
	};
}

/** The similarity of pairs of texts: rewordings of one moment, and the next moment after the first. */
export function pairwise(rows: readonly Case[]): { rewordings: number[]; next: number[] } {
	const score = (kept: Case['first'][number], look: Case['first'][number]) =>
		similarity(keep(readMoment(kept), MOMENT_SIZE), readMoment(look), MOMENT_SIZE).score;
	return {
		rewordings: rows.flatMap(({ first, next }) =>
			[first, next].flatMap((texts) =>
				texts.flatMap((one) => texts.filter((other) => other !== one).map((other) => score(one, other))),
			),
		),
		next: rows.flatMap(({ first, next }) => first.flatMap((one) => next.map((other) => score(one, other)))),
	};
}

/** How many entries New Behavior Not Seen Before stores for a customer, on average, after each of their nights. */
export async function entriesByNight(rows: readonly History[]): Promise<number[]> {
	const sums: number[] = [];
	for (const { nights } of rows) {
		const store = new MapStore();
		const memory = new SeenMemory(store);
		for (const [night, { looks }] of nights.entries()) {
			await memory.look(looks[0], () => looks[1], START + night * DAY);
			sums[night] = (sums[night] ?? 0) + store.entries.size;
		}
	}
	return sums.map((sum) => sum / rows.length);
}

/** The share of moments dropped as seen, by how many were reported before: 12 moments in a random order. */
export async function droppedByPlace(rows: readonly Case[], orders: number): Promise<number[]> {
	const dropped = Array.from({ length: 12 }, () => 0);
	for (let order = 0; order < orders; order++) {
		const random = chance(order + 1);
		const memory = new SeenMemory(new MapStore());
		const moments = [...rows]
			.map((row) => ({ row, key: random() }))
			.sort((a, b) => a.key - b.key)
			.slice(0, 12);
		for (const [place, { row }] of moments.entries()) {
			const [one, other] = row.first;
			if (!one || !other) throw new Error('A moment needs two texts');
			const isReported = await memory.look(one, () => other, START + place * 30 * DAY);
			if (!isReported) dropped[place] = (dropped[place] ?? 0) + 1;
		}
	}
	return dropped.map((times) => times / orders);
}

/** Wilson's 95 % interval for a share of this many customers. */
export function wilson(rate: number, customers: number): [low: number, high: number] {
	const z = 1.96;
	const middle = rate + (z * z) / (2 * customers);
	const reach = z * Math.sqrt((rate * (1 - rate)) / customers + (z * z) / (4 * customers * customers));
	const scale = 1 + (z * z) / customers;
	return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)];
}

async function each<T>(
	rows: readonly Case[],
	seeds: number,
	play: (row: Case, seed: number) => Promise<T>,
): Promise<T[]> {
	const results: T[] = [];
	for (const row of rows) {
		for (let seed = 0; seed < seeds; seed++) results.push(await play(row, seed * 7919 + 1));
	}
	return results;
}

function share<T>(results: readonly T[], holds: (result: T) => boolean): number {
	return results.length === 0 ? 0 : results.filter(holds).length / results.length;
}
