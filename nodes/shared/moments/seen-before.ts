import type { CustomerProfile } from '../profile/customer-profile';
import { lookAtMoment } from './decide';
import { tellsNothing, wordsOf } from './likeness';

/**
 * The memory of *New Behavior Not Seen Before* in n8n's store for deduplication. That store knows exact matches alone, and
 * writes down whatever it is asked. So a moment is kept as the pairs of its most telling words, each with the customer: three
 * words of which each pair is known were told together. Pairs of different moments do not add up, so a customer of whom much
 * was told loses no more than one of whom little was.
 */

/** So many of its words stand for a moment: 15 pairs. */
const WORDS = 6;
/** So many of them, told together before, make a moment known. */
const TOGETHER = 3;
/** In each entry: entries of another version are not recognised, and the moments they stand for are new once more. */
const VERSION = 2;
const DAY = 86_400_000;

/** One look at a customer, as what to ask the store for. */
export interface SeenLook {
	/** The words of the moment, most telling first. */
	words: readonly number[];
	/** The entries to ask for; asking writes them down. */
	entries: string[];
	identity: number;
}

/** The memory's answer to a look. `perhaps`: look at the customer once more, and ask for that look too. */
export type SeenVerdict = 'known' | 'perhaps';

/**
 * What to ask the store for one customer.
 * @param hash gives a short text that tells nothing of what it is given; salted, so that it differs from node to node
 */
export function seenLook(customer: string, profile: CustomerProfile, hash: (text: string) => string): SeenLook {
	const look = lookAtMoment(profile);
	const words = tellsNothing(look) ? [] : wordsOf(look.all, WORDS);
	const pairs = pairsOf(words).map(([one, other]) => `${one} ${other}`);
	// A moment without words is one moment as well.
	const texts = pairs.length > 0 ? pairs : ['nothing'];
	return { words, entries: texts.map((text) => hash(`${VERSION} ${customer} ${text}`)), identity: look.identity };
}

/** Whether a moment was told before. `known` are the entries that the store had before it was asked. */
export function wasSeen({ words, entries }: SeenLook, known: ReadonlySet<string>): boolean {
	const pairs = pairsOf(words);
	if (pairs.length === 0) return entries.every((entry) => known.has(entry));
	const has = new Set(pairs.flatMap(([one, other], at) => (known.has(entries[at] ?? '') ? [one * 4096 + other] : [])));
	const together = (chosen: readonly number[]): boolean =>
		chosen.length === Math.min(TOGETHER, words.length) ||
		words.some(
			(word, at) =>
				at > words.indexOf(chosen.at(-1) ?? -1) &&
				chosen.every((other) => has.has(Math.min(word, other) * 4096 + Math.max(word, other))) &&
				together([...chosen, word]),
		);
	return together([]);
}

/**
 * The entry that stands for "this customer was told something in these days", and those that a look has to ask for: with
 * a quiet period of n days, days are counted in n-day windows from each of its days on.
 */
export function quietEntries(customer: string, now: number, quietPeriod: number, hash: (text: string) => string): string[] {
	const today = Math.floor(now / DAY);
	return Array.from({ length: Math.ceil(quietPeriod) }, (_, back) => hash(`${VERSION} ${customer} told ${today - back}`));
}

/** The pairs of words, the lesser code first, in the order of the words. */
function pairsOf(words: readonly number[]): [number, number][] {
	return words.flatMap((one, at) =>
		words.slice(at + 1).map((other): [number, number] => [Math.min(one, other), Math.max(one, other)]),
	);
}
