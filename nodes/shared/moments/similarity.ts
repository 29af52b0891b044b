import { checksum, CHECKSUM } from './encoding';
import { isSameProduct, productSignature, readVocabulary, type Passage, type Vocabulary } from './keywords';

/** What texts are about, most telling first. */
type Keywords = readonly number[];

/** What is kept of a text to compare later ones with. */
export interface Kept {
	/** What it is about. */
	keywords: Keywords;
	/** The products that were looked at, the latest first. */
	products: readonly number[];
}

/** A text in the form it is compared in. */
export interface Look {
	/** Everything it is about. */
	all: Vocabulary;
	/** What the AI wrote; the rest of `all` comes from the products. */
	wording: Vocabulary;
	products: readonly Product[];
	/** Distinguishes the same text from a rewritten one. */
	identity: number;
}

/** How similar a look is to what was kept. */
export interface Similarity {
	/** From 0 to 1. */
	score: number;
	/** Whether products could be compared. By keywords alone, rewordings score lower. */
	byProducts: boolean;
	/** The share of the wording, products aside, that is known; undefined where there is little of it. */
	wording: number | undefined;
}

interface Product {
	signature: number;
	keywords: Vocabulary;
}

/** Keywords of less weight than this say too little to compare: one occasion says enough, four words outside the lexicon do not. */
const LEAST = 1.7;
/** Fewer keywords than this are next to none. */
const FEWEST = 3;
/** Fewer keywords than this may well be synonyms, so none of them has to be known. */
export const LITTLE = 5;
/** How much the kept keywords move towards a look at the same moment. */
const LEARNING_RATE = 0.25;
/** The weight of the wording by itself in the share of a look that is known. */
const WORDING = 0.3;
/** How many products are compared and kept. Of a longer list those with the lowest signatures, so that the order does not matter. */
export const PRODUCTS = 5;
/** Product names count half, since products carry over from one moment to the next, and none of their keywords more than a garment. */
const PRODUCT_NAME = 0.5;
const GARMENT = 1.6;
/** A share of known products above this raises the score, by so much for each unit of share. */
const CARRIED_OVER = 0.36;
const KNOWN_PRODUCTS = 1.4;
/** From this share of known keywords up, a product is of the moment's kind. */
const OF_ITS_KIND = 0.5;
/** In a shorter list, one known product says less. */
const FEW_PRODUCTS = 2;

/** No moment is longer, and an endless text or list must not block n8n. */
export const LONGEST_TEXT = 20_000;
const LONGEST_LIST = 200;
/** An AI may write the whole list as one sentence. */
const LONGEST_NAME = 1_000;

/**
 * Reads a text for comparison.
 * @param passages what the AI wrote
 * @param list the products that were looked at
 */
export function readLook(passages: readonly Passage[], list: readonly string[] = []): Look {
	const texts = passages.map(({ text, ...rest }) => ({ ...rest, text: text.slice(0, LONGEST_TEXT) }));
	const names = list.slice(0, LONGEST_LIST).map((text) => text.slice(0, LONGEST_NAME));
	const wording = readVocabulary(texts);
	const bySignature = new Map(names.map((text) => [productSignature(text), text]));
	bySignature.delete(undefined);
	const products = [...bySignature]
		.sort(([a = 0], [b = 0]) => a - b)
		.slice(0, PRODUCTS)
		.map(([signature = 0, text]) => ({
			signature,
			keywords: readVocabulary([{ text, weight: PRODUCT_NAME, atMost: GARMENT }]),
		}));
	return {
		all: together(wording, products),
		wording,
		products,
		// Only where something seems new.
		get identity() {
			return identityOf([...texts.map(({ text }) => text), ...names]);
		},
	};
}

/** A look by what the AI wrote, if it wrote anything. */
export function withoutProducts(look: Look): Look {
	return look.wording.size === 0 ? look : { ...look, all: look.wording, products: [] };
}

/** A keyword in the names of several products counts once. */
function together(wording: Vocabulary, products: readonly Product[]): Vocabulary {
	if (products.length === 0) return wording;
	const named = new Map<number, number>();
	for (const { keywords } of products) {
		for (const [code, weight] of keywords) named.set(code, Math.max(named.get(code) ?? 0, weight));
	}
	const all = new Map(wording);
	for (const [code, weight] of named) all.set(code, (all.get(code) ?? 0) + weight);
	return all;
}

/** Whether a text says too little to be compared. */
export function saysTooLittle({ all }: Look): boolean {
	return [...all.values()].reduce((sum, weight) => sum + weight, 0) < LEAST;
}

/** What to keep of a text: its `size` most telling keywords, and its products. */
export function keep(look: Look, size: number): Kept {
	return { keywords: topKeywords(look.all, size), products: latestProducts(look.products, []) };
}

/**
 * The `size` most telling keywords. Those of equal weight are ordered by code, so that two texts keep the same ones. Each is put in
 * its place among the first ones, five times as fast as sorting them all.
 */
export function topKeywords(vocabulary: Vocabulary, size: number): number[] {
	const codes: number[] = [];
	const weights: number[] = [];
	for (const [code, weight] of vocabulary) {
		let at = codes.length;
		for (; at > 0; at--) {
			const before = weights[at - 1] ?? 0;
			if (before > weight || (before === weight && (codes[at - 1] ?? 0) < code)) break;
		}
		if (at === size) continue;
		if (codes.length === size) {
			codes.pop();
			weights.pop();
		}
		codes.splice(at, 0, code);
		weights.splice(at, 0, weight);
	}
	return codes;
}

/** The products of a look, then the known ones. */
function latestProducts(products: readonly Product[], known: readonly number[]): number[] {
	const latest = products.map(({ signature }) => signature);
	return [...latest, ...known.filter((one) => !latest.some((other) => isSameProduct(one, other)))].slice(0, PRODUCTS);
}

/** How similar a look is to what was kept: by keywords, and by products where both have some. */
export function similarity(kept: Kept, look: Look, size: number): Similarity {
	if (kept.products.length === 0)
		return {
			score: keywordScore(kept.keywords, look.all, look.wording, size),
			byProducts: false,
			wording: undefined,
		};
	const isKnown = isKnownIn(kept);
	if (isRepeated(kept, look, size, isKnown)) return { score: 1, byProducts: true, wording: 1 };
	const { share, keywords } = withoutKnown(look, isKnown);
	const wording =
		look.wording.size < LITTLE ? undefined : keywordScore(kept.keywords, look.wording, look.wording, size);
	return { ...combine(keywordScore(kept.keywords, keywords, look.wording, size), share), wording };
}

/** Whether a product is among those that were kept. */
function isKnownIn({ products }: Kept): (product: number) => boolean {
	return (product) => products.some((one) => isSameProduct(one, product));
}

/** Whether a look has just what was kept. Of a few words beside products rich in them, less than the limit may be kept. */
function isRepeated(kept: Kept, look: Look, size: number, isKnown: (product: number) => boolean): boolean {
	const top = topKeywords(look.all, size);
	return (
		top.length === kept.keywords.length &&
		top.every((code) => kept.keywords.includes(code)) &&
		look.products.length > 0 &&
		look.products.every(({ signature }) => isKnown(signature))
	);
}

/**
 * The share of the products that is known, from 0 to 1; undefined where there are none. And everything else the look is about:
 * a known product does not count again by the keywords in its name.
 */
export function withoutKnown(
	look: Look,
	isKnown: (product: number) => boolean,
): { share: number | undefined; keywords: Vocabulary } {
	const { wording, products } = look;
	const fresh = products.filter(({ signature }) => !isKnown(signature));
	// A single product that is another one each time says nothing against the moment.
	if (fresh.length === products.length)
		return { share: products.length < FEW_PRODUCTS ? undefined : 0, keywords: look.all };
	// With next to no wording, known products are all there is to go by.
	const counted =
		fresh.length === 0 && wording.size < FEWEST ? products.length : Math.max(products.length, FEW_PRODUCTS);
	const share = (products.length - fresh.length) / counted;
	return { share, keywords: together(wording, fresh) };
}

/** Both scores together. Knowing most of the products is as good as knowing the keywords; a few carry over anyway. */
export function combine(keywords: number, products: number | undefined): Pick<Similarity, 'score' | 'byProducts'> {
	return {
		score: Math.min(1, keywords + KNOWN_PRODUCTS * Math.max(0, (products ?? 0) - CARRIED_OVER)),
		byProducts: products !== undefined,
	};
}

/**
 * The share of the kept keywords that returns in a look, or the share of the look that was kept, whichever is smaller. The
 * first alone is fooled by browsing that carries over into a new moment, the second alone by a moment that lost its subject.
 * The wording counts once more, since browsing carries over.
 */
function keywordScore(kept: Keywords, all: Vocabulary, wording: Vocabulary, size: number): number {
	// There is nothing besides known products.
	if (all.size === 0) return 1;
	const known = new Set(kept);
	const returned = shareOf(
		kept.map((code, rank) => [code, rankWeight(rank)]),
		all,
	);
	const expected = shareOf(
		topKeywords(all, size).map((code) => [code, all.get(code) ?? 0]),
		known,
	);
	const worded = wording.size === 0 ? expected : shareOf([...wording], known);
	return Math.min(returned, (1 - WORDING) * expected + WORDING * worded);
}

/** How much of the keywords, by weight, is among the others; 0 where there are none. */
function shareOf(
	keywords: readonly (readonly [code: number, weight: number])[],
	others: { has(code: number): boolean },
): number {
	let all = 0;
	let shared = 0;
	for (const [code, weight] of keywords) {
		all += weight;
		if (others.has(code)) shared += weight;
	}
	return all === 0 ? 0 : shared / all;
}

/**
 * The products of a look of another kind than the known moment: they are not known, and less than `least` of their keywords is.
 * Browsing moves on before the text does.
 */
export function otherProducts(
	{ products }: Look,
	isKnown: (product: number) => boolean,
	has: (code: number) => boolean,
	least: number,
): Product[] {
	return products.filter(({ signature, keywords }) => !isKnown(signature) && shareOf([...keywords], { has }) < least);
}

/**
 * What is kept after a look at the same moment: its products, and the keywords moved some way towards its wording, so that
 * each rewording teaches more names for the same thing. But browsing moves on before the text does, and neither the next moment's products nor
 * its words must vouch for it: of products of another kind one is taken at a time, and beside one no wording is, unless a second look
 * has shown that it was this moment (`isCleared`).
 */
export function learn(kept: Kept, look: Look, size: number, isCleared = false): Kept {
	if (kept.keywords.length === 0) return keep(look, size);
	const isKept = (code: number) => kept.keywords.includes(code);
	const others = kept.products.length === 0 ? [] : otherProducts(look, isKnownIn(kept), isKept, OF_ITS_KIND);
	const taken = look.products.filter((product) => product === others[0] || !others.includes(product));
	const products = latestProducts(taken, kept.products);
	if (others.length > 0 && !isCleared) return { keywords: kept.keywords, products };
	const fresh = topKeywords(look.wording, size);
	const weights = new Map<number, number>();
	for (const [keywords, share] of [
		[kept.keywords, 1 - LEARNING_RATE],
		[fresh, LEARNING_RATE],
	] as const) {
		const total = keywords.reduce((sum, _, rank) => sum + rankWeight(rank), 0);
		for (const [rank, code] of keywords.entries()) {
			weights.set(code, (weights.get(code) ?? 0) + (share * rankWeight(rank)) / total);
		}
	}
	return { keywords: topKeywords(weights, size), products };
}

function rankWeight(rank: number): number {
	return 1 / (rank + 3);
}

/** An 18-bit hash of a text; case and spacing do not matter. */
function identityOf(texts: readonly string[]): number {
	const plain = texts.map(
		(text) =>
			`${text
				.toLowerCase()
				.replace(/\s{2,}|[^\S ]/g, ' ')
				.trim()}\n`,
	);
	return checksum(plain.join(''));
}
/** The length of an identity, in digits. */
export const IDENTITY = CHECKSUM;
