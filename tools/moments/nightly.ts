import type { CustomerProfile } from '../../nodes/shared/profile/customer-profile';
import type { Case } from './sets';

/** Whether the second look of a run comes in other words, or as the first one, since something keeps answers. */
export type Mode = 'anew' | 'cached';

/** What tells news from what is known: one customer's memory. */
export interface CustomerMemory {
	/** Looks once more only where it asks `again`. Gives whether something is told. */
	look(profile: CustomerProfile, again: () => CustomerProfile, now: number): Promise<boolean>;
}

export const DAY = 86_400_000;
export const START = Date.UTC(2026, 0, 5);

/** Numbers from 0 to 1 by chance, the same for the same seed. */
export function chance(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** What came of one customer's nights. */
export interface Nights {
	/** Tellings in ten nights of the first moment, after it was known. */
	falseTellings: number;
	/** Tellings in four nights of the next moment. */
	nextTellings: number;
	toldFirstNight: boolean;
}

/** Ten nights of the first moment in mixed words, then four of the next; the very first look is known already. */
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
	return { falseTellings: count(before), nextTellings: count(after), toldFirstNight: after[0] === true };
}

/** Eight nights of each moment, where an undecided AI says true or false by chance, also at the second look. */
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
	const told = await inTurn(10, (night) => {
		const look = looker(memory, mode, random, (profile) => ({ ...profile, newBehavior: night % 2 === 0 }));
		return look(first, night);
	});
	return count(told);
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
	const told: boolean[] = [];
	for (let night = 0; night < nights; night++) told.push(await look(night));
	return told;
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
