import type { CustomerProfile } from '../profile/customer-profile';
import { lookAtMoment } from './decide';
import { tellsNothing, wordsOf } from './likeness';

/**
 * The memory of *New Behavior Not Seen Before* in n8n's store for deduplication. That store knows exact matches alone, and
 * writes down whatever it is asked. So a moment is kept as the pairs of its most telling words, each with the customer: three
 * words of which each pair is known were told together. Pairs of different moments do not add up to such three, so a customer
 * of whom much was told misses no more than one of whom little was.
 */

/** n8n's store, as far as it is needed. */
export interface SeenStore {
	/** Gives those of the entries that were there before, and writes down all. No entry comes twice in one call. */
	ask(entries: string[]): Promise<Iterable<string>>;
	/** Takes entries out. n8n looks through its whole list for each, so this is for the few. */
	remove(entries: string[]): Promise<void>;
}

/** A customer with new behavior. */
export interface SeenCandidate {
	/** Who it is, the same in each execution; it goes nowhere but into `hash`. */
	customer: string;
	profile: CustomerProfile;
}

export interface SeenRules {
	/** Gives a short text that tells nothing of what it was given, salted so that it differs from node to node. */
	hash(text: string): string;
	/** Asks the API for a customer once more; undefined where that is not possible. */
	lookAgain(candidate: SeenCandidate, index: number): Promise<CustomerProfile | undefined>;
	/** The time of the look, in epoch ms. */
	now: number;
	/** At most one telling in so many days; 0 is off. */
	quietPeriod: number;
}

/**
 * `new`: to be told, and written down as told. `seen`: told before. `waiting`: perhaps new; the next other text decides.
 * `quiet`: new, and too soon after the last telling; nothing is written down, so that it is told later.
 */
export type SeenVerdict = 'new' | 'seen' | 'waiting' | 'quiet';

/** So many of its words stand for a moment: 15 pairs. */
const WORDS = 6;
/** So many of them, told together before, make a moment known. */
const TOGETHER = 3;
/** In each entry: entries of another version are not recognised, and the moments they stand for are new once more. */
const VERSION = 2;
const DAY = 86_400_000;
/** A look that awaits another text is forgotten when the next such period begins. */
const PENDING_DAYS = 30;
/** A quiet period is looked up in so many steps, and so may last one of them longer. */
const QUIET_STEPS = 24;
/** A daily poll that comes a little early still counts as a day later. */
const HOUR = 3_600_000;

interface Look {
	words: readonly number[];
	/** One for each pair of words, in the order of `pairsOf`. */
	entries: string[];
	identity: number;
}

interface Case {
	candidate: SeenCandidate;
	index: number;
	first: Look;
	verdict: SeenVerdict | undefined;
	/** What this execution wrote down of the customer, to be taken out again where it is not told. */
	written: string[];
	/** Of the first look's entries those that were known. */
	known: ReadonlySet<string>;
}

/**
 * Judges the customers of one execution, in one call of the store where nobody seems to have another moment, and up to three,
 * with one removal, where somebody does. Of the same customer in several candidates the first one is judged, and the
 * others are `seen`. Gives one verdict for each candidate, in their order. Throws what the store or `lookAgain` throws.
 */
export async function judgeSeen(candidates: readonly SeenCandidate[], store: SeenStore, rules: SeenRules): Promise<SeenVerdict[]> {
	const cases = await openCases(candidates, store, rules);
	await lookTwice([...cases.values()].filter(({ verdict }) => verdict === undefined), store, rules);
	if (rules.quietPeriod > 0) await hush([...cases.values()].filter(({ verdict }) => verdict === 'new'), store, rules);
	const untold = [...cases.values()].filter(({ verdict }) => verdict === 'waiting' || verdict === 'quiet');
	const superfluous = untold.flatMap(({ written }) => written);
	if (superfluous.length > 0) await store.remove(superfluous);
	return candidates.map(({ customer }, index) => {
		const own = cases.get(customer);
		return own?.index === index ? (own.verdict ?? 'waiting') : 'seen';
	});
}

/** The first look: asks for all customers at once, and decides those that are clear. */
async function openCases(candidates: readonly SeenCandidate[], store: SeenStore, { hash }: SeenRules): Promise<Map<string, Case>> {
	const looks = new Map<string, { candidate: SeenCandidate; index: number; first: Look; marker: string }>();
	for (const [index, candidate] of candidates.entries()) {
		if (looks.has(candidate.customer)) continue;
		const marker = hash(`${VERSION} ${candidate.customer}`);
		looks.set(candidate.customer, { candidate, index, first: lookOf(candidate.customer, candidate.profile, hash), marker });
	}
	const entries = [...looks.values()].flatMap(({ first, marker }) => [marker, ...first.entries]);
	const before = new Set(entries.length > 0 ? await store.ask([...new Set(entries)]) : []);
	const cases = [...looks].map(([customer, { marker, first, ...rest }]): [string, Case] => {
		const written = first.entries.filter((entry) => !before.has(entry));
		const known = new Set(first.entries.filter((entry) => before.has(entry)));
		// Of whom nothing was ever told, there is nothing to compare with.
		const verdict = !before.has(marker) ? 'new' : isKnown(first, known) ? 'seen' : undefined;
		return [customer, { ...rest, first, verdict, written: before.has(marker) ? written : [marker, ...written], known }];
	});
	return new Map(cases);
}

/** The second look, at those who seem to have another moment. */
async function lookTwice(cases: readonly Case[], store: SeenStore, rules: SeenRules): Promise<void> {
	const looked = await Promise.all(
		cases.map(async (one) => {
			const { candidate, first } = one;
			const profile = await rules.lookAgain(candidate, one.index);
			const second = profile && lookOf(candidate.customer, profile, rules.hash);
			const isAnew = second !== undefined && second.identity !== first.identity;
			const entries = isAnew ? second.entries : pendingEntries(candidate.customer, first, rules);
			return { one, second, isAnew, says: profile?.newBehavior ?? true, entries };
		}),
	);
	const before = new Set(looked.length > 0 ? await store.ask([...new Set(looked.flatMap(({ entries }) => entries))]) : []);
	for (const { one, second, isAnew, says, entries } of looked) {
		// What the first look wrote down a moment ago was not told before.
		const own = new Set(one.written);
		const known = new Set(entries.filter((entry) => before.has(entry) && !own.has(entry)));
		const fresh = entries.filter((entry) => !before.has(entry));
		if (isAnew && second) {
			one.verdict = isKnown(second, known) ? 'seen' : says ? 'new' : 'waiting';
			one.written.push(...fresh);
			continue;
		}
		const [pending = '', text = ''] = entries;
		const isConfirmed = known.has(pending) && !known.has(text);
		one.verdict = says && (isConfirmed || one.known.size === 0) ? 'new' : 'waiting';
		// What awaits another text stays written down, unlike the words.
		if (one.verdict === 'new') one.written.push(...fresh);
	}
}

/** Holds back who was told something not long ago. */
async function hush(cases: readonly Case[], store: SeenStore, { hash, now, quietPeriod }: SeenRules): Promise<void> {
	const step = (quietPeriod * DAY) / QUIET_STEPS;
	const today = Math.floor(now / step);
	const steps = today - Math.floor((now - quietPeriod * DAY + HOUR) / step) + 1;
	const asked = cases.map((one) => {
		const at = (back: number) => hash(`${VERSION} ${one.candidate.customer} told ${quietPeriod} ${today - back}`);
		return { one, entries: Array.from({ length: steps }, (_, back) => at(back)) };
	});
	const before = new Set(asked.length > 0 ? await store.ask(asked.flatMap(({ entries }) => entries)) : []);
	for (const { one, entries } of asked) {
		// Steps before today that this wrote down are over before today's is.
		if (!entries.some((entry) => before.has(entry))) continue;
		one.verdict = 'quiet';
		one.written.push(...entries.filter((entry) => !before.has(entry)));
	}
}

function lookOf(customer: string, profile: CustomerProfile, hash: SeenRules['hash']): Look {
	const look = lookAtMoment(profile);
	const words = tellsNothing(look) ? [] : wordsOf(look.all, WORDS);
	const pairs = pairsOf(words).map(([one, other]) => `${one} ${other}`);
	// A moment without words is one moment as well.
	const texts = pairs.length > 0 ? pairs : ['nothing'];
	return { words, entries: texts.map((text) => hash(`${VERSION} ${customer} ${text}`)), identity: look.identity };
}

/** Whether three of a moment's words were told together. */
function isKnown({ words, entries }: Look, known: ReadonlySet<string>): boolean {
	if (words.length === 0) return entries.every((entry) => known.has(entry));
	const pairs = new Set(pairsOf(words).flatMap(([one, other], at) => (known.has(entries[at] ?? '') ? [`${one} ${other}`] : [])));
	const wereTold = (one: number, other: number) => pairs.has(`${Math.min(one, other)} ${Math.max(one, other)}`);
	const grow = (chosen: readonly number[], rest: readonly number[]): boolean =>
		chosen.length === Math.min(TOGETHER, words.length) ||
		rest.some((word, at) => chosen.every((other) => wereTold(word, other)) && grow([...chosen, word], rest.slice(at + 1)));
	return grow([], words);
}

function pendingEntries(customer: string, { identity }: Look, { hash, now }: SeenRules): [pending: string, text: string] {
	const period = Math.floor(now / DAY / PENDING_DAYS);
	const pending = `${VERSION} ${customer} pending ${period}`;
	return [hash(pending), hash(`${pending} ${identity}`)];
}

/** The pairs of words, the lesser code first, in the order of the words. */
function pairsOf(words: readonly number[]): [number, number][] {
	return words.flatMap((one, at) => words.slice(at + 1).map((other): [number, number] => [Math.min(one, other), Math.max(one, other)]));
}
