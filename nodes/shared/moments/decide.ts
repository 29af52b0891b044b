import type { CustomerProfile } from '../profile/customer-profile';
import { isDaysLater, isQuiet, toHours } from './encoding';
import type { Passage } from './keywords';
import {
	keep,
	learn,
	LONGEST_TEXT,
	readLook,
	saysTooLittle,
	similarity,
	withoutProducts,
	type Kept,
	type Look,
} from './similarity';

/**
 * All that is kept of a customer to tell a new moment from a known one: what the last reported moment is about, or, before
 * anything was reported, the first one seen. Times are hours since 2020, see encoding.ts.
 */
export interface KeptMoment extends Kept {
	/** Whether it counts as reported. A first look without new behavior does not. */
	reported: boolean;
	/** When something was last reported; 0 for never. */
	reportedAt: number;
	/** Since when new behavior does not show; 0 while it shows. */
	goneSince: number;
	/** The last look that seemed new but was not confirmed: which text it was, and when. */
	pending: Pending | undefined;
}

interface Pending {
	text: number;
	at: number;
}

/** What counts as new, and when it is reported. */
export interface MomentRules {
	/** `newBehavior`: what Fashion.AI calls new behavior. `momentChanged`: any other moment, flagged or not. */
	event: 'newBehavior' | 'momentChanged';
	/** The time of the look, in epoch ms. */
	now: number;
	/** What happens when a first look shows new behavior. */
	firstLook: 'remember' | 'emit';
	/** Report a customer at most once in this many days; 0 is off. */
	quietPeriod: number;
	/** A reported moment that returns is reported again only after it was gone for this many days. */
	tellAgainAfter?: number;
}

/**
 * `same`: nothing to report. `new`: report it. `perhaps`: ask the API once more in the same run, and decide again with what
 * this look keeps; a caller that cannot ask stores it, and the next look decides.
 */
export type Verdict = 'same' | 'new' | 'perhaps';

/**
 * - `began`: new behavior that did not show before. `otherMoment`: a different moment from the reported one.
 * - `firstLook`: nothing was known about the customer.
 * - `known`: the reported moment, in whatever words. `noNewBehavior`: Fashion.AI sees none.
 * - `quiet`: something new, too soon after the last report.
 */
type Reason = 'began' | 'otherMoment' | 'firstLook' | 'known' | 'noNewBehavior' | 'quiet';

/** What a look shows, why, and what to keep of it. */
export interface Decision {
	verdict: Verdict;
	reason: Reason;
	keep: KeptMoment;
}

/** Number of keywords kept of a moment. */
export const MOMENT_SIZE = 13;

/** From `same` up it is the same moment. Below `clearly` it differs so much that the same text twice is proof enough; below `unrelated` it teaches nothing. */
const BY_PRODUCTS = { same: 0.44, clearly: 0.25, unrelated: 0.2 };
/** Shared products do not make it the same moment when less than this share of the wording is known. */
const LEAST_WORDING = 0.1;
/** The same limits where there are no products to compare. */
const BY_KEYWORDS = { same: 0.27, clearly: 0.1, unrelated: 0.05 };
/** Default number of days a moment has to be gone before it is reported again. */
export const REPORT_AGAIN_AFTER = 30;
/** How many days an unconfirmed look waits for confirmation: more than a month, for workflows that run monthly. */
const PENDING_DAYS = 45;
/** A text that has stood for this many days does not come from a cache, so it is believed. */
export const STANDS_AFTER = 7;

/**
 * Decides whether a look at a customer shows something new, and what to keep of it. Pure: no clock, no storage, no randomness.
 * Never throws.
 *
 * @param kept what the last look, or the first look of this run, kept; undefined for a customer not seen before
 * @param doubted the first look of this run, when this is the second
 */
export function decide(
	kept: KeptMoment | undefined,
	profile: CustomerProfile,
	rules: MomentRules,
	doubted?: CustomerProfile,
): Decision {
	const look = readMoment(profile);
	const now = toHours(rules.now);
	if (!kept) return decideFirst(look, profile.newBehavior, rules, now);
	const decision =
		rules.event === 'newBehavior'
			? decideNewBehavior(kept, look, profile.newBehavior, rules, now)
			: decideMoment({ ...kept, reported: true, goneSince: 0 }, look, rules, now);
	if (!doubted) return decision;
	const first = readMoment(doubted);
	// As if there were no second look.
	if (saysTooLittle(look) && !saysTooLittle(first)) return { verdict: 'perhaps', reason: decision.reason, keep: kept };
	const isOther = rules.event === 'momentChanged' || (kept.reported && !compare(kept, look).isSame);
	if (decision.verdict === 'new' && isOther && !agree(kept, first, look)) {
		return { verdict: 'same', reason: 'known', keep: { ...kept, pending: undefined } };
	}
	if (decision.reason !== 'known') return decision;
	// What seemed to be another moment was this one after all, so its wording is worth knowing next time.
	return compare(decision.keep, first).isUnrelated
		? decision
		: { ...decision, keep: settle(decision.keep, first, true) };
}

/** By how much the two looks of a run have to be more similar to each other than the second one is to the known moment. */
export const AGREEMENT = 0.1;

/**
 * Whether two looks show the same other moment. Two odd rewordings of the known one differ from each other as well. Where that one
 * has no products, those that two looks at it share would outweigh it.
 */
export function agree(known: Kept, first: Look, second: Look): boolean {
	const read = known.products.length > 0 ? (look: Look) => look : withoutProducts;
	const scoreAgainst = (kept: Kept) => similarity(kept, read(second), MOMENT_SIZE).score;
	return scoreAgainst(keep(read(first), MOMENT_SIZE)) >= scoreAgainst(known) + AGREEMENT;
}

/** What announces that a clause is about the past, other than “antes da viagem” or “deixou no carrinho”. */
const PAST = new RegExp(
	'(?<!\\p{L})(?:(?:de(?:ixou|jó) de|no longer) \\p{L}*(?:r|ing(?: for)?|lado)|antes|anteriormente|previously|' +
		'used to|unlike|instead of|em vez d[aeo]s?|ao (?:inv[eé]s|contr[aá]rio) d[aeo]s?|diferente(?:mente)? d[aeo]s?|' +
		'já comprou|ya compró|deixou|deixando|troc(?:ou|ando)|vinha|n[aã]o (?:[eé]|busca|procura) mais|a diferencia de|' +
		'en (?:vez|lugar) de|dejó|abandonó|cambió|solía|(?:saiu|passou) d[aeo]s?|acostumad[ao]s?|embora|historicamente|' +
		'rompendo com|moving away from)(?!\\p{L}| (?:d[aeo]s?|del|que) |.{0,60}(?:carr|cart))',
	'iu',
);
/** Where a sentence, or a clause, turns to what is. */
const NOW = /(?<!\p{L})(?:agora|ahora|now)(?!\p{L})/iu;
const TURN =
	/(?<!\p{L})(?:pas(?:sou|ó) a|volta-se|procura|busca|quer|quiere|compra|precisa|necesita|wants|looks|para|pel[ao]s?|por|for|to) /iu;

/** A summary without what it says of the past: in each sentence up to “now”, or else in each clause. */
function withoutPast(summary: string): string {
	const sentences = summary.slice(0, LONGEST_TEXT).split(/(?<=[.!?\n])/);
	return sentences
		.flatMap((sentence) =>
			cutPast(sentence, NOW)
				.split(/(?<=[,;:])/)
				.map((clause) => cutPast(clause, TURN, '')),
		)
		.join('');
}

/** The text without what stands between the first word on the past and the next one on what is; without one, `otherwise`. */
function cutPast(text: string, turn: RegExp, otherwise = text): string {
	const past = PAST.exec(text);
	if (!past) return text;
	const after = text.slice(past.index + past[0].length);
	const at = after.search(turn);
	return text.slice(0, past.index) + (at < 0 ? otherwise.slice(past.index) : after.slice(at));
}

/**
 * A moment in the form it is compared in. What the AI says about the past is left out, unless next to nothing is left then: it
 * describes the previous moment.
 */
export function readMoment({ momentSummary, opportunities, recentNavigation }: CustomerProfile): Look {
	const read = (summary: string) =>
		readLook([...withHabit(summary), { text: opportunities.join(' . '), weight: 1 }], recentNavigation);
	const present = withoutPast(momentSummary);
	const look = read(present);
	return present !== momentSummary && saysTooLittle(look) ? read(momentSummary) : look;
}

/** What announces that something is new. */
const NOVELTY = new RegExp(
	'(?<!\\p{L})(?:pela primeira vez|por primera vez|for the first time|in[eé]dit[ao]s?|novidades?|novedad(?:es)?|' +
		'até então inexistente|(?:algo que )?nunca (?:antes|hav[ií]a)|inesperad[ao]|unexpectedly|(?:what )?is new|' +
		'in a new development|new strand|has (?:now )?(?:also )?started|agora também|ahora también|now also|surgi(?:u|ó)|' +
		'chama a atenção|llama la atención)(?!\\p{L})',
	'iu',
);
/** How much counts what stands before such an announcement, and how long it has to be. */
const HABIT = { weight: 0.25, least: 40 };

/** A summary that announces what is new says before that what the customer always does, which must not outweigh it. */
function withHabit(summary: string): Passage[] {
	const before = summary.slice(0, NOVELTY.exec(summary)?.index ?? 0);
	const start = 1 + Math.max(...['.', '!', '?', ',', ';', ':'].map((mark) => before.lastIndexOf(mark)));
	return start < HABIT.least
		? [{ text: summary, weight: 1 }]
		: [
				{ text: summary.slice(0, start), weight: HABIT.weight },
				{ text: summary.slice(start), weight: 1 },
			];
}

function decideFirst(look: Look, shows: boolean, { firstLook }: MomentRules, now: number): Decision {
	const report = firstLook === 'emit' && shows;
	const kept: KeptMoment = {
		...baselineOf(look),
		reported: shows,
		reportedAt: report ? now : 0,
		goneSince: shows ? 0 : now,
		pending: undefined,
	};
	return { verdict: report ? 'new' : 'same', reason: 'firstLook', keep: kept };
}

function decideNewBehavior(kept: KeptMoment, look: Look, shows: boolean, rules: MomentRules, now: number): Decision {
	const { isSame, isClear } = compare(kept, look);
	if (!shows) {
		// An undecided AI may say no between two times yes, so a no does not discard a moment that waits for its second yes.
		const after = isSame && kept.reported ? settle(kept, look) : kept;
		return {
			verdict: 'same',
			reason: 'noNewBehavior',
			// A clock that was behind for one look must not make it long ago.
			keep: { ...after, goneSince: Math.max(kept.reportedAt, Math.min(kept.goneSince || now, now)) },
		};
	}
	const away = kept.goneSince > 0 && isDaysLater(kept.goneSince, now, rules.tellAgainAfter ?? REPORT_AGAIN_AFTER);
	if (!kept.reported || (isSame && away)) return confirm(kept, look, 'began', true, rules, now);
	if (isSame) return { verdict: 'same', reason: 'known', keep: { ...settle(kept, look), goneSince: 0 } };
	return confirm(kept, look, kept.goneSince === 0 ? 'otherMoment' : 'began', isClear, rules, now);
}

function decideMoment(kept: KeptMoment, look: Look, rules: MomentRules, now: number): Decision {
	const { isSame, isClear } = compare(kept, look);
	if (isSame) return { verdict: 'same', reason: 'known', keep: settle(kept, look) };
	return confirm(kept, look, 'otherMoment', isClear, rules, now);
}

/** A text that says too little is no other moment, and without a baseline nothing is. */
function compare(kept: KeptMoment, look: Look): Comparison {
	return kept.keywords.length === 0 || saysTooLittle(look)
		? { isSame: true, isClear: false, isUnrelated: false }
		: compareMoments(kept, look);
}

/** A look compared with what was kept. */
export interface Comparison {
	isSame: boolean;
	/** Whether it differs so much that the same text twice is proof enough. */
	isClear: boolean;
	/** Whether next to nothing is shared, so that it teaches nothing about the known moment, whatever a second look says. */
	isUnrelated: boolean;
}

/** Whether a look is about the moment that was kept. */
export function compareMoments(kept: Kept, look: Look): Comparison {
	const { score, byProducts, wording = 1 } = similarity(kept, look, MOMENT_SIZE);
	return compareScore(score, wording, byProducts ? BY_PRODUCTS : BY_KEYWORDS);
}

/** From `same` up it is the known moment; below the others, it is clearly another or unrelated. */
interface Limits {
	same: number;
	clearly: number;
	unrelated: number;
}

/** What a similarity of 0 to 1 means. `wording` is the share of the wording that is known: shared products alone do not make it the same moment. */
export function compareScore(score: number, wording: number, limits: Limits): Comparison {
	return {
		isSame: score >= limits.same && wording >= LEAST_WORDING,
		isClear: score < limits.clearly,
		isUnrelated: score < limits.unrelated,
	};
}

/** What later looks are compared with: nothing where a text says too little. */
export function baselineOf(look: Look): Kept {
	return saysTooLittle(look) ? { keywords: [], products: [] } : keep(look, MOMENT_SIZE);
}

/** What is kept after a look at the known moment. */
function settle(kept: KeptMoment, look: Look, isCleared = false): KeptMoment {
	return { ...kept, ...(saysTooLittle(look) ? {} : learn(kept, look, MOMENT_SIZE, isCleared)), pending: undefined };
}

/**
 * Something new is reported once a second, different text confirms it. The same text again proves nothing, since answers may
 * be cached; then it is reported only if it is `clear` (the flag rose, or next to nothing is shared) or has stood for days.
 */
function confirm(
	kept: KeptMoment,
	look: Look,
	reason: Reason,
	clear: boolean,
	rules: MomentRules,
	now: number,
): Decision {
	const { pending } = kept;
	const earlier = pending && !isDaysLater(pending.at, now, PENDING_DAYS) ? pending : undefined;
	const waiting: KeptMoment = { ...kept, pending: earlier ?? { text: look.identity, at: now } };
	const stands = earlier !== undefined && isDaysLater(earlier.at, now, STANDS_AFTER);
	const confirmed = earlier !== undefined && (earlier.text !== look.identity || clear || stands);
	if (!confirmed) return { verdict: 'perhaps', reason, keep: waiting };
	// The second look is made in a quiet period too: a rewording that it clears up is learned from. Afterwards, two have to confirm anew.
	if (isQuiet(kept.reportedAt, now, rules.quietPeriod))
		return { verdict: 'same', reason: 'quiet', keep: { ...kept, pending: undefined } };
	return {
		verdict: 'new',
		reason,
		keep: { ...baselineOf(look), reported: true, reportedAt: now, goneSince: 0, pending: undefined },
	};
}
