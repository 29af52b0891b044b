import type { CustomerProfile } from '../../nodes/shared/profile/customer-profile';
import type { Case, History } from './sets';

/** Whether the second look of a run is reworded, or identical to the first because answers are cached. */
export type Mode = 'anew' | 'cached';

/** One customer's memory. */
export interface CustomerMemory {
	/** Calls `again` for a second look. Returns whether something is reported. */
	look(profile: CustomerProfile, again: () => CustomerProfile, now: number): Promise<boolean>;
}

export const DAY = 86_400_000;
export const START = Date.UTC(2026, 0, 5);

/** Random numbers from 0 to 1, the same for the same seed. */
export function chance(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** The outcome of one customer's nights. */
export interface Nights {
	/** Reports in ten nights of the first moment, once it was known. */
	falseReports: number;
	/** Reports in four nights of the next moment. */
	nextReports: number;
	reportedFirstNight: boolean;
}

/** Ten nights of the first moment in varying words, then four of the next, after a first look. */
export async function playNights(
	{ first, next }: Case,
	memory: CustomerMemory,
	mode: Mode,
	seed: number,
): Promise<Nights> {
	const look = looker(memory, mode, chance(seed), (profile) => profile);
	await look(first, 0);
	const before = await inTurn(10, (night) => look(first, night + 1));
	const after = await inTurn(4, (night) => look(next, night + 11));
	return { falseReports: count(before), nextReports: count(after), reportedFirstNight: after[0] === true };
}

/** Eight nights of each moment, where an undecided AI sets the flag at random, at the second look too. */
export async function playUndecided(
	row: Case,
	memory: CustomerMemory,
	mode: Mode,
	seed: number,
): Promise<{ first: number; next: number }> {
	const random = chance(seed);
	const flagged = (profile: CustomerProfile) => ({ ...profile, newBehavior: row.undecided ? random() < 0.5 : true });
	const look = looker(memory, mode, random, flagged);
	const first = count(await inTurn(8, (night) => look(row.first, night)));
	const next = count(await inTurn(8, (night) => look(row.next, night + 8)));
	return { first, next };
}

/** Ten nights of one moment whose flag goes true, false, true. */
export async function playFlapping({ first }: Case, memory: CustomerMemory, mode: Mode, seed: number): Promise<number> {
	const random = chance(seed);
	const reported = await inTurn(10, (night) => {
		const look = looker(memory, mode, random, (profile) => ({ ...profile, newBehavior: night % 2 === 0 }));
		return look(first, night);
	});
	return count(reported);
}

/** The outcome of a written history. */
export interface HistoryOutcome {
	/** Reports in the nights of the first moment, once it was known. */
	falseReports: number;
	/** Reports in those of the next one, and of both; undefined where there is none. */
	nextReports: number | undefined;
}

/** Plays a history; `isSwapped` exchanges the two lookups of each night. */
export async function playHistory(
	{ nights }: History,
	memory: CustomerMemory,
	isSwapped: boolean,
): Promise<HistoryOutcome> {
	const reported: string[] = [];
	for (const [night, { moment, looks }] of nights.entries()) {
		const [first, second] = isSwapped ? ([looks[1], looks[0]] as const) : looks;
		if (await memory.look(first, () => second, START + night * DAY)) reported.push(night === 0 ? 'first' : moment);
	}
	const next = reported.filter((moment) => moment.includes('B')).length;
	return {
		falseReports: reported.filter((moment) => moment === 'A').length,
		nextReports: nights.some(({ moment }) => moment === 'B') ? next : undefined,
	};
}

/** What both lookups see in a night between two moments. */
type Between = (known: CustomerProfile, next: CustomerProfile) => [first: CustomerProfile, second: CustomerProfile];

const JOINT = { pt: ' Agora também: ', es: ' Ahora también: ', en: ' Now also: ' };
/** Half of the products of each. */
const browsed = (known: CustomerProfile, next: CustomerProfile) => [
	...known.recentNavigation.slice(0, 2),
	...next.recentNavigation.slice(0, 2),
];
const twice = (profile: CustomerProfile): [CustomerProfile, CustomerProfile] => [profile, profile];

/** The nights that are played between two moments. */
export const TRANSITIONS = {
	none: () => undefined,
	browsing: () => (known, next) => twice({ ...known, recentNavigation: browsed(known, next) }),
	everything:
		({ language }: Case): Between =>
		(known, next) =>
			twice({
				...known,
				momentSummary: known.momentSummary + JOINT[language] + next.momentSummary,
				opportunities: [...known.opportunities.slice(0, 1), ...next.opportunities.slice(0, 1)],
				recentNavigation: browsed(known, next),
			}),
	lookups: () => (known, next) => [next, known],
} satisfies Record<string, (row: Case) => Between | undefined>;
export type Transition = keyof typeof TRANSITIONS;

/** Two nights of the first moment, one between, and four of the next. Returns whether the next was reported. */
export async function playTransition(
	row: Case,
	memory: CustomerMemory,
	transition: Transition,
	seed: number,
): Promise<boolean> {
	const random = chance(seed);
	const look = looker(memory, 'anew', random, (profile) => profile);
	for (const night of [0, 1]) await look(row.first, night);
	const [first, second] = TRANSITIONS[transition](row)?.(pick(row.first, random), pick(row.next, random)) ?? [];
	const between = first && second ? await memory.look(first, () => second, START + 2 * DAY) : false;
	const after = await inTurn(4, (night) => look(row.next, night + 3));
	return between || count(after) > 0;
}

function looker(
	memory: CustomerMemory,
	mode: Mode,
	random: () => number,
	flagged: (profile: CustomerProfile) => CustomerProfile,
) {
	return async (texts: CustomerProfile[], night: number) => {
		const profile = flagged(pick(texts, random));
		const again = () => (mode === 'cached' ? profile : flagged(pick(others(texts, profile), random)));
		return await memory.look(profile, again, START + night * DAY);
	};
}

async function inTurn(nights: number, look: (night: number) => Promise<boolean>): Promise<boolean[]> {
	const reported: boolean[] = [];
	for (let night = 0; night < nights; night++) reported.push(await look(night));
	return reported;
}

function others(texts: CustomerProfile[], { momentSummary }: CustomerProfile): CustomerProfile[] {
	return texts.filter((text) => text.momentSummary !== momentSummary);
}

function pick(texts: CustomerProfile[], random: () => number): CustomerProfile {
	const text = texts[Math.floor(random() * texts.length)];
	if (!text) throw new Error('No text to pick');
	return text;
}

function count(values: boolean[]): number {
	return values.filter(Boolean).length;
}
