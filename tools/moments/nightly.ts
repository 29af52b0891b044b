import type { CustomerProfile } from '../../nodes/shared/profile/customer-profile';
import type { Case } from './sets';

/** Whether the second look of a run comes in other words, or as the first one, since something keeps answers. */
export type Mode = 'anew' | 'cached';

/** What tells news from what is known: one customer's memory. */
export interface CustomerMemory {
	/** Looks once more only where it asks `again`. Gives whether something is told. */
	look(profile: CustomerProfile, again: () => CustomerProfile, now: number): boolean;
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
export function playNights({ first, next }: Case, memory: CustomerMemory, mode: Mode, seed: number): Nights {
	const random = chance(seed);
	let now = START;
	const look = (texts: CustomerProfile[]) => {
		const profile = pick(texts, random);
		now += DAY;
		return memory.look(profile, () => (mode === 'cached' ? profile : pick(others(texts, profile), random)), now);
	};
	look(first);
	const before = Array.from({ length: 10 }, () => look(first));
	const after = Array.from({ length: 4 }, () => look(next));
	return { falseTellings: count(before), nextTellings: count(after), toldFirstNight: after[0] === true };
}

/** Eight nights of each moment, where an undecided AI says true or false by chance, also at the second look. */
export function playUndecided({ first, next, undecided }: Case, memory: CustomerMemory, mode: Mode, seed: number): [number, number] {
	const random = chance(seed);
	let now = START;
	const flagged = (profile: CustomerProfile) => ({ ...profile, newBehavior: undecided ? random() < 0.5 : true });
	const look = (texts: CustomerProfile[]) => {
		const profile = flagged(pick(texts, random));
		now += DAY;
		const again = () => (mode === 'cached' ? profile : flagged(pick(others(texts, profile), random)));
		return memory.look(profile, again, now);
	};
	return [first, next].map((texts) => count(Array.from({ length: 8 }, () => look(texts)))) as [number, number];
}

/** Ten nights of one moment whose flag goes true, false, true. */
export function playFlapping({ first }: Case, memory: CustomerMemory, mode: Mode, seed: number): number {
	const random = chance(seed);
	const told = Array.from({ length: 10 }, (_, night) => {
		const profile = { ...pick(first, random), newBehavior: night % 2 === 0 };
		const again = () => (mode === 'cached' ? profile : { ...pick(others(first, profile), random), newBehavior: night % 2 === 0 });
		return memory.look(profile, again, START + night * DAY);
	});
	return count(told);
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
