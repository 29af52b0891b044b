import { productCode, vocabularyOf, type Passage, type Vocabulary } from './words';

/** What texts are about, most telling first. */
type Words = readonly number[];

/** What is kept of a text to compare others with. */
export interface Kept {
	/** What it is about. */
	words: Words;
	/** The products that were looked at, the latest first. */
	products: readonly number[];
}

/** A text as it is compared. */
export interface Look {
	/** All it is about. */
	all: Vocabulary;
	/** What was said of it; the rest of `all` comes from the products. */
	said: Vocabulary;
	products: readonly Product[];
	/** Tells the same text from one that was written anew. */
	identity: number;
}

/** How alike, and whether products could be compared: by words alone texts that say the same are less alike. */
export interface Likeness {
	alike: number;
	byProducts: boolean;
	/** How much of what is said is known, without the products; undefined where little is said. */
	said: number | undefined;
}

interface Product {
	code: number;
	words: Vocabulary;
}

/** So few words say too little to tell one thing from another. */
const FEWEST = 3;
/** So few words may well be others for the same. */
export const LITTLE = 5;
/** So much of the kept words is replaced by those of a look that says the same. */
const MOVED = 0.25;
/** So much of what is expected comes from what the AI says alone. */
const SAID = 0.3;
/** So many products are compared and kept. Of a longer list those with the lowest codes, so that the order makes no difference. */
export const PRODUCTS = 6;
/** What a product is counts so much: it carries over from one moment to the next. None of its words counts more than a garment. */
const SEEN = 0.5;
const A_GARMENT = 1.6;
/** Where more of the products than this are known, that speaks for the same moment, and so much. */
const CARRIED = 0.36;
const KNOWN = 1.4;
/** Of a shorter list, one known product says less. */
const FEW_PRODUCTS = 2;

/** Nobody writes more of a moment, or looks at more products. A list without end would stop n8n for as long as it is read. */
const MOST_READ = 100_000;
const MOST_SEEN = 1_000;

/**
 * Reads a text.
 * @param passages the passages in which something is said
 * @param list the products that were looked at
 */
export function lookAt(passages: readonly Passage[], list: readonly string[] = []): Look {
	const told = passages.map(({ text, ...rest }) => ({ ...rest, text: text.slice(0, MOST_READ) }));
	const seen = list.slice(0, MOST_SEEN).map((text) => text.slice(0, MOST_SEEN));
	const said = vocabularyOf(told);
	const byCode = new Map(seen.map((text) => [productCode(text), text]));
	byCode.delete(undefined);
	const products = [...byCode]
		.sort(([a = 0], [b = 0]) => a - b)
		.slice(0, PRODUCTS)
		.map(([code = 0, text]) => ({ code, words: vocabularyOf([{ text, weight: SEEN, atMost: A_GARMENT }]) }));
	return {
		all: together(said, products),
		said,
		products,
		identity: identityOf([...told, ...seen.map((text) => ({ text }))]),
	};
}

/** What stands in the names of several products counts once. */
function together(said: Vocabulary, products: readonly Product[]): Vocabulary {
	const seen = new Map<number, number>();
	for (const { words } of products) {
		for (const [code, weight] of words) seen.set(code, Math.max(seen.get(code) ?? 0, weight));
	}
	const all = new Map(said);
	for (const [code, weight] of seen) all.set(code, (all.get(code) ?? 0) + weight);
	return all;
}

/** Whether a text says too little to be compared. */
export function tellsNothing({ all }: Look, fewest = FEWEST): boolean {
	return all.size < fewest;
}

/** What is to be kept of a text: its `size` most telling words, and its products. */
export function keptOf(look: Look, size: number): Kept {
	return { words: wordsOf(look.all, size), products: latest(look, []) };
}

/** The `size` most telling words. Those of equal weight are ordered by code, so that two texts keep the same ones. */
export function wordsOf(vocabulary: Vocabulary, size: number): number[] {
	return [...vocabulary]
		.sort(([a, m], [b, n]) => n - m || a - b)
		.slice(0, size)
		.map(([code]) => code);
}

/** The products of a look, then those that were known. */
function latest({ products }: Look, known: readonly number[]): number[] {
	return [...new Set([...products.map(({ code }) => code), ...known])].slice(0, PRODUCTS);
}

/**
 * How alike a look is to what was kept, from 0 to 1: by the words, and by the products, where both have some.
 */
export function likeness(kept: Kept, look: Look, size: number): Likeness {
	if (kept.products.length === 0)
		return { alike: wordsAlike(kept.words, look.all, look.said, size), byProducts: false, said: undefined };
	const known = new Set(kept.products);
	const { share, words } = withoutKnown(look, (code) => known.has(code));
	const said = look.said.size < LITTLE ? undefined : wordsAlike(kept.words, look.said, look.said, size);
	return { ...bothAlike(wordsAlike(kept.words, words, look.said, size), share), said };
}

/**
 * How many of the products are known, from 0 to 1; undefined where there are none. And all that the look is about besides
 * those: what is known of the products is not counted again by the words in their names.
 */
export function withoutKnown(
	look: Look,
	isKnown: (product: number) => boolean,
): { share: number | undefined; words: Vocabulary } {
	const { said, products } = look;
	const fresh = products.filter(({ code }) => !isKnown(code));
	if (fresh.length === products.length) return { share: products.length === 0 ? undefined : 0, words: look.all };
	// Where next to nothing is said besides, products that are all known are all that there is to go by.
	const counted = fresh.length === 0 && said.size < FEWEST ? products.length : Math.max(products.length, FEW_PRODUCTS);
	const share = (products.length - fresh.length) / counted;
	return { share, words: together(said, fresh) };
}

/** Both together: most of the products are as good as the same words, and a few are what carries over. */
export function bothAlike(words: number, products: number | undefined): Pick<Likeness, 'alike' | 'byProducts'> {
	return {
		alike: Math.min(1, words + KNOWN * Math.max(0, (products ?? 0) - CARRIED)),
		byProducts: products !== undefined,
	};
}

/**
 * How much of what was kept comes back in a look, and how much of the look was kept: the lesser of the two shares, from 0 to
 * 1. The first alone would take a moment into which the old one's browsing carries over for the same; the second alone, one
 * that only dropped what it was about. What the AI says counts once more than what was browsed: that carries over.
 */
function wordsAlike(kept: Words, all: Vocabulary, moving: Vocabulary, size: number): number {
	// There is nothing besides the products that are known.
	if (all.size === 0) return 1;
	const known = new Set(kept);
	const returned = shareOf(
		kept.map((code, rank) => [code, rankWeight(rank)]),
		all,
	);
	const expected = shareOf(
		wordsOf(all, size).map((code) => [code, all.get(code) ?? 0]),
		known,
	);
	const said = moving.size === 0 ? expected : shareOf([...moving], known);
	return Math.min(returned, (1 - SAID) * expected + SAID * said);
}

/** How much of the words, by their weights, is among the others; 0 where there are none. */
function shareOf(
	words: readonly (readonly [code: number, weight: number])[],
	others: { has(code: number): boolean },
): number {
	let all = 0;
	let shared = 0;
	for (const [code, weight] of words) {
		all += weight;
		if (others.has(code)) shared += weight;
	}
	return all === 0 ? 0 : shared / all;
}

/**
 * What is kept after a look that says the same: the words moved some way towards what it says, so that each wording teaches
 * another name, and its products.
 */
export function moved(kept: Kept, look: Look, size: number): Kept {
	if (kept.words.length === 0) return keptOf(look, size);
	const fresh = wordsOf(look.said, size);
	const weights = new Map<number, number>();
	for (const [words, share] of [
		[kept.words, 1 - MOVED],
		[fresh, MOVED],
	] as const) {
		const total = words.reduce((sum, _, rank) => sum + rankWeight(rank), 0);
		for (const [rank, code] of words.entries()) {
			weights.set(code, (weights.get(code) ?? 0) + (share * rankWeight(rank)) / total);
		}
	}
	return { words: wordsOf(weights, size), products: latest(look, kept.products) };
}

function rankWeight(rank: number): number {
	return 1 / (rank + 3);
}

/** 18 bits of the words of a text in their order; case and spaces make no difference. */
function identityOf(passages: readonly { text: string }[]): number {
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
