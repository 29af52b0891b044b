import type { CustomerProfile } from '../profile/customer-profile';
import { areEnoughPairs, productPairs, type Vocabulary } from './keywords';
import { AGREEMENT, compareScore, readMoment, type Comparison } from './decide';
import {
	combine,
	LITTLE,
	otherProducts,
	saysTooLittle,
	topKeywords,
	withoutKnown,
	withoutProducts,
	type Look,
} from './similarity';

/**
 * The memory of *New Behavior Not Seen Before* in n8n's deduplication store. That store only knows exact matches, and stores
 * whatever it is asked about. So a moment is kept keyword by keyword, each with the customer and the number of the moment, and
 * only the keywords of the last one are looked up: those of several moments must not add up to one that was never reported.
 *
 * The number of the last moment counts down from 63, and each of its six bits is an entry that exists for a 1. Asking stores all
 * six, which is right for customers with no reported moment or with one: most of them. For the others the entries that did not
 * exist are removed again.
 */

/** The part of n8n's store that is needed. */
export interface SeenStore {
	/** Returns the entries that existed before, and stores all of them. No entry comes twice in one call. */
	ask(entries: string[]): Promise<Iterable<string>>;
	/** Removes entries. n8n searches its whole list for each, so this is for a few. */
	remove(entries: string[]): Promise<void>;
	/** Runs what nobody else may come between. */
	alone<T>(work: () => Promise<T>): Promise<T>;
}

/** A customer with new behavior. */
export interface SeenCandidate {
	/** Who it is, the same in each execution; only ever passed to `hash`. */
	customer: string;
	profile: CustomerProfile;
	/** Report the customer at most once in this many days; 0 is off. */
	quietPeriod: number;
}

export interface SeenRules {
	/** A short hash, salted so that it differs from node to node. */
	hash: (text: string) => string;
	/** Asks the API for a customer once more; undefined where that fails, and throws if the execution was stopped. */
	lookAgain(candidate: SeenCandidate, index: number): Promise<CustomerProfile | undefined>;
	/** The time of the look, in epoch ms. */
	now: number;
	/** Called between two customers: a thousand take n8n half a second. */
	pause?: () => Promise<void>;
}

/**
 * `new`: report it; it is stored as reported. `seen`: reported before. `waiting`: perhaps new; the next different text decides.
 * `quiet`: new, but too soon after the last report; nothing is stored, so that it is reported later.
 */
export type SeenVerdict = 'new' | 'seen' | 'waiting' | 'quiet';

/** How many of its keywords are looked up, with all its products. */
const KEYWORDS = 12;
/** From `same` up it is the reported moment. Below `clearly` it differs so much that the same text twice is proof enough; below `unrelated` it teaches nothing. */
const BY_PRODUCTS = { same: 0.68, clearly: 0.4, unrelated: 0.25 };
/** The same limits where there are no products to compare. */
const BY_KEYWORDS = { same: 0.5, clearly: 0.2, unrelated: 0.1 };
/** How many bits count a customer's moments. After 63 the count wraps around, and the keywords of the one 63 moments ago count again. */
const BITS = 6;
/** The number of a customer's first moment. */
const FIRST = 2 ** BITS - 1;
/** Part of each entry: entries of another version are not recognized, and the moments they stand for are new once more. */
export const VERSION = 5;
const DAY = 86_400_000;
/** A look that waits for another text is forgotten when the next period of this many days starts. */
const PENDING_DAYS = 30;
/** A quiet period is looked up in this many steps, and may last one of them longer. */
const QUIET_STEPS = 24;
/** How many entries of products of another kind are removed in one execution: n8n takes 5 ms for each from a full list. */
const MOST_OF_OTHERS = 200;
/** A daily poll that comes a little early still counts as a day later. */
const HOUR = 3_600_000;

/** The entries that existed before; a copy without some of them, for each of thousands of customers, would block n8n. */
type Known = Pick<ReadonlySet<string>, 'has'>;

interface Case {
	candidate: SeenCandidate;
	index: number;
	look: Look;
	/** The entries that count the reported moments. */
	bits: string[];
	/** The number of the last reported moment; undefined where there is none. */
	last: number | undefined;
	/** Whether the first look differs so much that the same text twice is proof enough. */
	isClear: boolean;
	/** Whether the first look shares next to nothing with it. */
	isUnrelated: boolean;
	verdict: SeenVerdict | undefined;
	/** What this execution stored for the customer, removed again unless it is reported. */
	written: string[];
	/** What has to be removed in any case. */
	wrong: string[];
}

/**
 * Judges the customers of one execution, with two calls to the store and a removal where nobody seems to have another moment, up to
 * five and two removals where somebody does. When several candidates are the same customer, the first is judged and the others are `seen`.
 * Returns one verdict for each candidate, in order. Throws what the store or `lookAgain` throws.
 */
export async function judgeSeen(
	candidates: readonly SeenCandidate[],
	store: SeenStore,
	rules: SeenRules,
): Promise<SeenVerdict[]> {
	const cases = await store.alone(async () => {
		const opened = await openCases(candidates, store, rules);
		await judgeFirstLook(
			[...opened.values()].filter(({ verdict }) => verdict === undefined),
			store,
			rules,
		);
		return opened;
	});
	const all = [...cases.values()];
	await judgeOthers(all, store, rules).catch(async (error: unknown) => {
		await store
			.alone(async () => {
				await removeUnreported(all, ['seen'], store);
			})
			.catch(() => undefined);
		throw error;
	});
	return candidates.map(({ customer }, index) => {
		const own = cases.get(customer);
		return own?.index === index ? (own.verdict ?? 'waiting') : 'seen';
	});
}

/** Judges those who seem to have another moment, and stores what is reported. */
async function judgeOthers(all: readonly Case[], store: SeenStore, rules: SeenRules): Promise<void> {
	// Others need not wait for an AI that takes minutes.
	const looked = await lookAgain(
		all.filter(({ verdict }) => verdict === undefined),
		rules,
	);
	await store.alone(async () => {
		await judgeSecondLook(looked, store, rules);
		await holdBackQuiet(
			all.filter(({ verdict, candidate }) => verdict === 'new' && candidate.quietPeriod > 0),
			store,
			rules,
		);
		await storeReported(
			all.filter(({ verdict }) => verdict === 'new'),
			store,
			rules,
		);
		// Who is new is stored as reported, and has to be returned whatever becomes of the rest.
		await removeUnreported(all, ['new', 'seen'], store).catch(() => undefined);
	});
}

/** Removes what is wrong, and all that was written for customers with another verdict than these. */
async function removeUnreported(
	cases: readonly Case[],
	verdicts: readonly SeenVerdict[],
	store: SeenStore,
): Promise<void> {
	const entries = cases.flatMap(({ verdict, written, wrong }) =>
		verdict && verdicts.includes(verdict) ? wrong : [...written, ...wrong],
	);
	if (entries.length > 0) await store.remove(entries);
}

/** Finds each customer's last reported moment. */
async function openCases(
	candidates: readonly SeenCandidate[],
	store: SeenStore,
	{ hash, pause }: SeenRules,
): Promise<Map<string, Case>> {
	const cases = new Map<string, Case>();
	for (const [index, candidate] of candidates.entries()) {
		const { customer, profile } = candidate;
		if (cases.has(customer)) continue;
		await pause?.();
		const bits = Array.from({ length: BITS }, (_, bit) => hash(`${VERSION} ${customer} bit ${bit}`));
		const open = { last: undefined, isClear: false, isUnrelated: false, verdict: undefined, written: [], wrong: [] };
		cases.set(customer, { candidate, index, look: readMoment(profile), bits, ...open });
	}
	const known = await askFor(
		[...cases.values()].flatMap(({ bits }) => bits),
		store,
	);
	const wrong: string[] = [];
	for (const one of cases.values()) {
		const fresh = one.bits.filter((entry) => !known.has(entry));
		if (fresh.length === BITS) {
			one.written.push(...fresh);
			// With words, it would be another moment than without any.
			if (saysTooLittle(one.look)) one.verdict = one.look.all.size === 0 ? 'waiting' : 'new';
			continue;
		}
		wrong.push(...fresh);
		one.last = one.bits.reduce((sum, entry, bit) => sum + (known.has(entry) ? 2 ** bit : 0), 0);
	}
	// Not at the end: n8n may be killed before, and these customers would have another last moment.
	if (wrong.length > 0) await store.remove(wrong);
	return cases;
}

/**
 * The first look: compares each customer's moment with the last reported one. That of a customer without any is compared with the first:
 * a full store drops the oldest entries, and the count is older than what was learned since.
 */
async function judgeFirstLook(
	cases: readonly Case[],
	store: SeenStore,
	{ hash, now, pause }: SeenRules,
): Promise<void> {
	const looked: { one: Case; entries: string[] }[] = [];
	for (const one of cases) {
		await pause?.();
		looked.push({ one, entries: momentEntries(one, one.look, one.last, hash) });
	}
	const known = await askFor(
		looked.flatMap(({ entries }) => entries),
		store,
	);
	let room = MOST_OF_OTHERS;
	// Not always the same customers, where there is no room for all.
	const start = looked.length === 0 ? 0 : Math.floor(now / HOUR) % looked.length;
	for (const { one, entries } of [...looked.slice(start), ...looked.slice(0, start)]) {
		await pause?.();
		const { isSame, isClear, isUnrelated } = compare(one, one.look, known, hash);
		Object.assign(one, { isClear, isUnrelated });
		one.written.push(...entries.filter((entry) => !known.has(entry)));
		if (!isSame) {
			if (one.last === undefined) one.verdict = 'new';
			continue;
		}
		one.verdict = 'seen';
		const others = hasOtherProducts(one, known, hash) ? writtenByProducts(one, hash) : [];
		room -= others.length;
		if (room >= 0) one.wrong.push(...others);
	}
}

/** A second look at a customer who seems to have another moment. */
interface SecondLook {
	one: Case;
	/** Its text, if it is another one. */
	reworded: Look | undefined;
	/** Whether it shows new behavior. */
	says: boolean | undefined;
	/** What it would store. */
	entries: string[];
	/** The note that the first text is pending, if it does not confirm it. */
	waiting: string[];
}

async function lookAgain(cases: readonly Case[], rules: SeenRules): Promise<SecondLook[]> {
	return await Promise.all(
		cases.map(async (one) => {
			const profile = await rules.lookAgain(one.candidate, one.index);
			const read = profile && readMoment(profile);
			// As in decide.ts: as if there were no second look.
			const look = read && !saysTooLittle(read) ? read : undefined;
			const reworded = look && look.identity !== one.look.identity ? look : undefined;
			const says = look && profile?.newBehavior;
			const entries = reworded ? momentEntries(one, reworded, one.last, rules.hash) : [];
			// An undecided AI may say no: another yes in a later execution counts as well.
			return { one, reworded, says, entries, waiting: reworded && says ? [] : pendingEntries(one, rules) };
		}),
	);
}

/** Compares the second looks with the reported moments, and with the first ones. */
async function judgeSecondLook(looked: readonly SecondLook[], store: SeenStore, rules: SeenRules): Promise<void> {
	const { hash, pause } = rules;
	const before = await askFor(
		looked.flatMap(({ entries, waiting }) => [...entries, ...waiting]),
		store,
	);
	for (const { one, reworded, says, entries, waiting } of looked) {
		await pause?.();
		if (reworded) {
			// What the first look stored a moment ago was not reported before.
			const own = new Set(one.written);
			const known: Known = { has: (entry) => before.has(entry) && !own.has(entry) };
			const reported = compare(one, reworded, known, hash);
			// As `agree` in decide.ts.
			const read = knownOf(one, known, hash)(HAS_PRODUCTS) ? (look: Look) => look : withoutProducts;
			const scoreAgainst = (moment: Known) => compare(one, read(reworded), moment, hash).score;
			const first = new Set(momentEntries(one, read(one.look), one.last, hash));
			const isOther = scoreAgainst(first) >= scoreAgainst(known) + AGREEMENT;
			one.verdict = reported.isSame ? 'seen' : isOther && says ? 'new' : 'waiting';
			// What it says contradicts the first look, or does not support it: the note that its text is pending was wrong.
			if (one.verdict === 'seen' || !isOther) one.wrong.push(...pendingEntries(one, rules));
			if (one.verdict === 'seen') {
				// The words that the first look stored stay: they teach more names for the same moment. Its products may be the next one's.
				one.wrong.push(...(one.isUnrelated ? one.written : writtenByProducts(one, hash)));
				continue;
			}
			one.written.push(...entries.filter((entry) => !before.has(entry)));
			if (one.verdict === 'new') one.look = reworded;
			if (says || !isOther) continue;
		}
		// The note that a text is pending stays, unlike its keywords.
		const [pending = '', text = ''] = waiting;
		const isConfirmed = before.has(pending) && !before.has(text);
		// Where the second look fails or says no, as well as that of an earlier execution, the two first ones have to do.
		one.verdict = isConfirmed || (says && one.isClear) ? 'new' : 'waiting';
	}
}

/** Stores what is reported as the customer's last moment. A first one has been by asking. */
async function storeReported(cases: readonly Case[], store: SeenStore, { hash }: SeenRules): Promise<void> {
	const entries = cases.flatMap((one) => {
		if (one.last === undefined) return [];
		// 0 has no bits, like a customer without a reported moment.
		const number = one.last === 1 ? FIRST : one.last - 1;
		const isSet = (bit: number) => Math.floor(number / 2 ** bit) % 2 === 1;
		one.wrong = one.bits.filter((_, bit) => !isSet(bit));
		return [...one.bits.filter((_, bit) => isSet(bit)), ...momentEntries(one, one.look, number, hash)];
	});
	await askFor(entries, store);
}

/** From this share of known keywords up, a product is of the moment's kind. Fewer are known here than in similarity.ts. */
const OF_ITS_KIND = 0.25;

/** Whether a look has products of another kind than the reported moment: browsing moves on before the text does. */
function hasOtherProducts(one: Case, known: Known, hash: SeenRules['hash']): boolean {
	const isKnown = knownOf(one, known, hash);
	return (
		// Each entry asked for here is a hash, and a look of which all is known has none to remove.
		one.written.length > 0 &&
		isKnown(HAS_PRODUCTS) &&
		otherProducts(one.look, isKnownProduct(isKnown), isKnown, OF_ITS_KIND).length > 0
	);
}

/** What the first look stored by the products alone: they must not vouch for the next moment. */
function writtenByProducts(one: Case, hash: SeenRules['hash']): string[] {
	const worded = new Set(momentEntries(one, withoutProducts(one.look), one.last, hash));
	return one.written.filter((entry) => !worded.has(entry));
}

/** Whether a look is about the last reported moment, as one that says too little is. */
function compare(one: Case, look: Look, known: Known, hash: SeenRules['hash']): Comparison & { score: number } {
	if (saysTooLittle(look)) return { isSame: true, isClear: false, isUnrelated: false, score: 1 };
	const isKnown = knownOf(one, known, hash);
	const { share, keywords } = withoutKnown(look, isKnownProduct(isKnown));
	const asked = topKeywords(look.all, KEYWORDS);
	const knownShareOf = (weights: Vocabulary) => {
		const all = asked.reduce((sum, code) => sum + (weights.get(code) ?? 0), 0);
		const shared = asked.reduce((sum, code) => sum + (isKnown(code) ? (weights.get(code) ?? 0) : 0), 0);
		// There is nothing besides known products.
		return all === 0 ? 1 : shared / all;
	};
	const { score, byProducts } = combine(knownShareOf(keywords), share);
	const wording = byProducts && look.wording.size >= LITTLE ? knownShareOf(look.wording) : 1;
	return { ...compareScore(score, wording, byProducts ? BY_PRODUCTS : BY_KEYWORDS), score };
}

/** One entry for each pair of words in the products' names and each top keyword of a look, as belonging to the moment with that number. */
function momentEntries(one: Case, look: Look, number: number | undefined, hash: SeenRules['hash']): string[] {
	if (saysTooLittle(look)) return [];
	const pairs = new Set(look.products.flatMap(({ signature }) => [HAS_PRODUCTS, ...pairsOf(signature)]));
	return [...pairs, ...topKeywords(look.all, KEYWORDS)].map((code) => hash(entryOf(one, number, code)));
}

/** Whether something is known of a customer's last reported moment. */
type IsKnown = (code: string | number) => boolean;

function knownOf(one: Case, known: Known, hash: SeenRules['hash']): IsKnown {
	return (code) => known.has(hash(entryOf(one, one.last, code)));
}

function isKnownProduct(isKnown: IsKnown): (signature: number) => boolean {
	return (signature) => {
		const pairs = pairsOf(signature);
		return areEnoughPairs(pairs.filter(isKnown).length, pairs.length);
	};
}

function entryOf({ candidate }: Case, number = FIRST, code: string | number): string {
	return `${VERSION} ${candidate.customer} ${number} ${code}`;
}

/** The code of a moment with products. */
const HAS_PRODUCTS = 'p';
/** Unlike the codes of keywords. */
const pairsOf = (signature: number) => productPairs(signature).map((pair) => `p${pair}`);

function pendingEntries({ candidate, last, look }: Case, { hash, now }: SeenRules): [pending: string, text: string] {
	const period = Math.floor(now / DAY / PENDING_DAYS);
	const pending = `${VERSION} ${candidate.customer} ${String(last)} pending ${period}`;
	return [hash(pending), hash(`${pending} ${look.identity}`)];
}

/** Asks about entries, each once; without entries the store is not called. */
async function askFor(entries: string[], store: SeenStore): Promise<ReadonlySet<string>> {
	return new Set(entries.length > 0 ? await store.ask([...new Set(entries)]) : []);
}

/** Holds back customers who were reported not long ago. */
async function holdBackQuiet(cases: readonly Case[], store: SeenStore, { hash, now }: SeenRules): Promise<void> {
	const asked = cases.map((one) => {
		const { customer, quietPeriod } = one.candidate;
		const step = (quietPeriod * DAY) / QUIET_STEPS;
		const today = Math.floor(now / step);
		const steps = today - Math.floor((now - quietPeriod * DAY + HOUR) / step) + 1;
		const at = (back: number) => hash(`${VERSION} ${customer} told ${quietPeriod} ${today - back}`);
		return { one, entries: Array.from({ length: steps }, (_, back) => at(back)) };
	});
	const before = await askFor(
		asked.flatMap(({ entries }) => entries),
		store,
	);
	for (const { one, entries } of asked) {
		one.written.push(...entries.filter((entry) => !before.has(entry)));
		// The earlier steps that this stored end before today's does.
		if (entries.some((entry) => before.has(entry))) one.verdict = 'quiet';
	}
}
