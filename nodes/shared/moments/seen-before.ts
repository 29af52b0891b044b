import type { CustomerProfile } from '../profile/customer-profile';
import { lookAtMoment, type Comparison } from './decide';
import { bothAlike, LITTLE, tellsNothing, withoutKnown, wordsOf, type Look } from './likeness';
import type { Vocabulary } from './words';

/**
 * The memory of *New Behavior Not Seen Before* in n8n's store for deduplication. That store knows exact matches alone, and
 * writes down whatever it is asked. So a moment is kept word by word, each word with the customer and with the number of the
 * moment, and only the words of the last one are asked for: words of several moments do not add up to one that was never told.
 *
 * The number of the last moment counts down from 63, and each of its six bits is an entry that is there for a 1. To ask for
 * them writes them all down, which is right for whom nothing was told yet, and for whom one moment was told: the many. For the
 * others those that were not there are taken out again.
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
	hash: (text: string) => string;
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

/** So many of its words are asked for, and all its products. */
const WORDS = 12;
/** From this likeness on a moment is the one that was told, and below the other it is another one by so much that the same text twice will do. */
const BY_PRODUCTS = { same: 0.72, clearly: 0.42 };
/** Products do not make it the same where less than this of what is said is known. */
const CONTRARY = 0.1;
/** Where words alone have to tell. */
const BY_WORDS = { same: 0.5, clearly: 0.2 };
/** So many bits count a customer's moments. After 63 it begins anew, and the words of the one 63 moments ago count once more. */
const BITS = 6;
/** In each entry: entries of another version are not recognised, and the moments they stand for are new once more. */
const VERSION = 3;
const DAY = 86_400_000;
/** A look that awaits another text is forgotten when the next such period begins. */
const PENDING_DAYS = 30;
/** A quiet period is looked up in so many steps, and so may last one of them longer. */
const QUIET_STEPS = 24;
/** A daily poll that comes a little early still counts as a day later. */
const HOUR = 3_600_000;

interface Case {
	candidate: SeenCandidate;
	index: number;
	look: Look;
	/** The entries that count the moments told. */
	bits: string[];
	/** The number of the moment that was told last; undefined where nothing was. */
	last: number | undefined;
	/** Whether the first look is another moment by so much that the same text twice will do. */
	isClear: boolean;
	verdict: SeenVerdict | undefined;
	/** What this execution wrote down of the customer, to be taken out again where it is not told. */
	written: string[];
	/** What has to be taken out in any case. */
	wrong: string[];
}

/**
 * Judges the customers of one execution: two calls of the store where nobody seems to have another moment, up to five and a
 * removal where somebody does. Of the same customer in several candidates the first one is judged, and the others are
 * `seen`. Gives one verdict for each candidate, in their order. Throws what the store or `lookAgain` throws.
 */
export async function judgeSeen(
	candidates: readonly SeenCandidate[],
	store: SeenStore,
	rules: SeenRules,
): Promise<SeenVerdict[]> {
	const cases = await openCases(candidates, store, rules);
	const all = [...cases.values()];
	await lookOnce(
		all.filter(({ last }) => last !== undefined),
		store,
		rules,
	);
	await lookTwice(
		all.filter(({ verdict }) => verdict === undefined),
		store,
		rules,
	);
	if (rules.quietPeriod > 0)
		await hush(
			all.filter(({ verdict }) => verdict === 'new'),
			store,
			rules,
		);
	await writeTold(
		all.filter(({ verdict }) => verdict === 'new'),
		store,
		rules,
	);
	const superfluous = all.flatMap(({ verdict, written, wrong }) =>
		isUntold(verdict) ? [...written, ...wrong] : wrong,
	);
	if (superfluous.length > 0) await store.remove(superfluous);
	return candidates.map(({ customer }, index) => {
		const own = cases.get(customer);
		return own?.index === index ? (own.verdict ?? 'waiting') : 'seen';
	});
}

function isUntold(verdict: SeenVerdict | undefined): boolean {
	return verdict === 'waiting' || verdict === 'quiet';
}

/** Finds out of each customer which moment was told last. */
async function openCases(
	candidates: readonly SeenCandidate[],
	store: SeenStore,
	{ hash }: SeenRules,
): Promise<Map<string, Case>> {
	const cases = new Map<string, Case>();
	for (const [index, candidate] of candidates.entries()) {
		const { customer, profile } = candidate;
		if (cases.has(customer)) continue;
		const bits = Array.from({ length: BITS }, (_, bit) => hash(`${VERSION} ${customer} bit ${bit}`));
		const open = { last: undefined, isClear: false, verdict: undefined, written: [], wrong: [] };
		cases.set(customer, { candidate, index, look: lookAtMoment(profile), bits, ...open });
	}
	const known = await askFor(
		[...cases.values()].flatMap(({ bits }) => bits),
		store,
	);
	for (const one of cases.values()) {
		const fresh = one.bits.filter((entry) => !known.has(entry));
		if (fresh.length === BITS) {
			one.verdict = 'new';
			one.written.push(...fresh);
			continue;
		}
		one.wrong.push(...fresh);
		one.last = one.bits.reduce((sum, entry, bit) => sum + (known.has(entry) ? 2 ** bit : 0), 0);
	}
	return cases;
}

/** The first look: compares each customer's moment with the one that was told last. */
async function lookOnce(cases: readonly Case[], store: SeenStore, { hash }: SeenRules): Promise<void> {
	const known = await askFor(
		cases.flatMap((one) => momentEntries(one, one.look, one.last, hash)),
		store,
	);
	for (const one of cases) {
		const { isSame, isClear } = compare(one, one.look, known, hash);
		one.isClear = isClear;
		one.written.push(...momentEntries(one, one.look, one.last, hash).filter((entry) => !known.has(entry)));
		if (isSame) one.verdict = 'seen';
	}
}

/** The second look, at those who seem to have another moment. */
async function lookTwice(cases: readonly Case[], store: SeenStore, rules: SeenRules): Promise<void> {
	const { hash } = rules;
	const looked = await Promise.all(
		cases.map(async (one) => {
			const profile = await rules.lookAgain(one.candidate, one.index);
			const look = profile && lookAtMoment(profile);
			const anew = look && look.identity !== one.look.identity ? look : undefined;
			const entries = anew ? momentEntries(one, anew, one.last, hash) : pendingEntries(one, rules);
			return { one, anew, says: profile?.newBehavior ?? true, entries };
		}),
	);
	const before = await askFor(
		looked.flatMap(({ entries }) => entries),
		store,
	);
	for (const { one, anew, says, entries } of looked) {
		const fresh = entries.filter((entry) => !before.has(entry));
		if (anew) {
			// What the first look wrote down a moment ago was not told before.
			const own = new Set(one.written);
			const known = new Set([...before].filter((entry) => !own.has(entry)));
			one.verdict = compare(one, anew, known, hash).isSame ? 'seen' : says ? 'new' : 'waiting';
			if (one.verdict === 'seen') {
				// What shared nothing with the moment does not teach other words for it.
				if (one.isClear) one.wrong.push(...one.written);
				continue;
			}
			one.written.push(...fresh);
			if (one.verdict === 'new') one.look = anew;
			continue;
		}
		// What awaits another text stays written down, unlike the words.
		const [pending = '', text = ''] = entries;
		const isConfirmed = before.has(pending) && !before.has(text);
		one.verdict = says && (isConfirmed || one.isClear) ? 'new' : 'waiting';
	}
}

/** Writes down what is told as the customer's last moment. */
async function writeTold(cases: readonly Case[], store: SeenStore, { hash }: SeenRules): Promise<void> {
	const entries = cases.flatMap((one) => {
		// 0 would have no bit, as somebody of whom nothing was told.
		const number = one.last === undefined || one.last === 1 ? 2 ** BITS - 1 : one.last - 1;
		const isSet = (bit: number) => Math.floor(number / 2 ** bit) % 2 === 1;
		// All bits are written down by now: they were asked for.
		one.wrong = one.bits.filter((_, bit) => !isSet(bit));
		return momentEntries(one, one.look, number, hash);
	});
	await askFor(entries, store);
}

/** Whether a look tells of the moment that was told last. What tells nothing does. */
function compare(one: Case, look: Look, known: ReadonlySet<string>, hash: SeenRules['hash']): Comparison {
	if (tellsNothing(look)) return { isSame: true, isClear: false };
	const of = (code: string | number) => hash(entryOf(one, one.last, code));
	const { share, words } = withoutKnown(look, (product) => known.has(of(productName(product))));
	const asked = wordsOf(look.all, WORDS);
	const shareOf = (weights: Vocabulary) => {
		const all = asked.reduce((sum, code) => sum + (weights.get(code) ?? 0), 0);
		const shared = asked.reduce((sum, code) => sum + (known.has(of(code)) ? (weights.get(code) ?? 0) : 0), 0);
		// There is nothing besides the products that are known.
		return all === 0 ? 1 : shared / all;
	};
	const { alike, byProducts } = bothAlike(shareOf(words), share);
	const { same, clearly } = byProducts ? BY_PRODUCTS : BY_WORDS;
	const isContrary = byProducts && look.said.size >= LITTLE && shareOf(look.said) < CONTRARY;
	return { isSame: alike >= same && !isContrary, isClear: alike < clearly };
}

/** One entry for each of a look's products and most telling words, as those of the moment of that number. */
function momentEntries(one: Case, look: Look, number: number | undefined, hash: SeenRules['hash']): string[] {
	if (tellsNothing(look)) return [];
	const products = look.products.map(({ code }) => productName(code));
	return [...products, ...wordsOf(look.all, WORDS)].map((code) => hash(entryOf(one, number, code)));
}

function entryOf({ candidate }: Case, number = 0, code: string | number): string {
	return `${VERSION} ${candidate.customer} ${number} ${code}`;
}

/** Other than the code of a word. */
const productName = (code: number) => `p${code}`;

function pendingEntries({ candidate, last, look }: Case, { hash, now }: SeenRules): [pending: string, text: string] {
	const period = Math.floor(now / DAY / PENDING_DAYS);
	const pending = `${VERSION} ${candidate.customer} ${last} pending ${period}`;
	return [hash(pending), hash(`${pending} ${look.identity}`)];
}

/** Asks for entries, each once; a call without entries is none. */
async function askFor(entries: string[], store: SeenStore): Promise<ReadonlySet<string>> {
	return new Set(entries.length > 0 ? await store.ask([...new Set(entries)]) : []);
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
	const before = await askFor(
		asked.flatMap(({ entries }) => entries),
		store,
	);
	for (const { one, entries } of asked) {
		// Steps before today that this wrote down are over before today's is.
		if (!entries.some((entry) => before.has(entry))) continue;
		one.verdict = 'quiet';
		one.written.push(...entries.filter((entry) => !before.has(entry)));
	}
}
