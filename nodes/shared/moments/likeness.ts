import { vocabularyOf, type Passage, type Vocabulary } from './words';

/** What texts are about, most telling first. */
export type Words = readonly number[];

/** A text as it is compared. */
export interface Look {
	/** All it is about. */
	all: Vocabulary;
	/** What moves the kept words where it says the same in other words. */
	moving: Vocabulary;
	/** Tells the same text from one that was written anew. */
	identity: number;
}

/** So few words say too little to tell one thing from another. */
const FEWEST = 3;
/** So much of the kept words is replaced by those of a look that says the same. */
const MOVED = 0.25;
/** So much of what is expected comes from what the AI says alone. */
const SAID = 0.3;

/**
 * Reads passages.
 * @param passages all that is compared
 * @param moving those of them that may move the kept words
 */
export function lookAt(passages: readonly Passage[], moving: readonly Passage[] = passages): Look {
	const read = passages.map(beginOf);
	return { all: vocabularyOf(read), moving: vocabularyOf(moving.map(beginOf)), identity: identityOf(read) };
}

/** Nobody writes more of a moment. A list without end would stop n8n for as long as it is read. */
const MOST_READ = 100_000;

function beginOf(passage: Passage): Passage {
	return { ...passage, text: passage.text.slice(0, MOST_READ) };
}

/** Whether a text says too little to be compared. */
export function tellsNothing({ all }: Look, fewest = FEWEST): boolean {
	return all.size < fewest;
}

/** The `size` most telling words. Those of equal weight are ordered by code, so that two texts keep the same ones. */
export function wordsOf(vocabulary: Vocabulary, size: number): number[] {
	return [...vocabulary].sort(([a, m], [b, n]) => n - m || a - b).slice(0, size).map(([code]) => code);
}

/**
 * How much of what was kept comes back in a look, and how much of the look was kept: the lesser of the two shares, from 0 to
 * 1. The first alone would take a moment into which the old one's browsing carries over for the same; the second alone, one
 * that only dropped what it was about. What the AI says counts once more than what was browsed: that carries over.
 */
export function likeness(kept: Words, { all, moving }: Look, size: number): number {
	const known = new Set(kept);
	const returned = shareOf(kept.map((code, rank) => [code, rankWeight(rank)]), all);
	const expected = shareOf(wordsOf(all, size).map((code) => [code, all.get(code) ?? 0]), known);
	const said = moving.size === 0 ? expected : shareOf([...moving], known);
	return Math.min(returned, (1 - SAID) * expected + SAID * said);
}

/** How much of the words, by their weights, is among the others; 0 where there are none. */
function shareOf(words: readonly (readonly [code: number, weight: number])[], others: { has(code: number): boolean }): number {
	let all = 0;
	let shared = 0;
	for (const [code, weight] of words) {
		all += weight;
		if (others.has(code)) shared += weight;
	}
	return all === 0 ? 0 : shared / all;
}

/** The kept words after a look that says the same: moved some way towards it, so that each wording teaches another name. */
export function moved(kept: Words, { all, moving }: Look, size: number): number[] {
	if (kept.length === 0) return wordsOf(all, size);
	const fresh = wordsOf(moving, size);
	const weights = new Map<number, number>();
	for (const [words, share] of [[kept, 1 - MOVED], [fresh, MOVED]] as const) {
		const total = words.reduce((sum, _, rank) => sum + rankWeight(rank), 0);
		for (const [rank, code] of words.entries()) {
			weights.set(code, (weights.get(code) ?? 0) + (share * rankWeight(rank)) / total);
		}
	}
	return wordsOf(weights, size);
}

function rankWeight(rank: number): number {
	return 1 / (rank + 3);
}

/** 18 bits of the words of a text in their order; case and spaces make no difference. */
function identityOf(passages: readonly Passage[]): number {
	let hash = 0x811c9dc5;
	for (const { text } of passages) {
		const plain = `${text.toLowerCase().replace(/\s+/g, ' ').trim()}\n`;
		for (let i = 0; i < plain.length; i++) hash = Math.imul(hash ^ plain.charCodeAt(i), 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash ^= hash >>> 13;
	return (hash >>> 0) % 2 ** IDENTITY_BITS;
}
export const IDENTITY_BITS = 18;

