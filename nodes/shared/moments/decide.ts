import type { CustomerProfile } from '../profile/customer-profile';
import { isDaysLater, toHours } from './hours';
import { keptOf, likeness, lookAt, moved, tellsNothing, type Kept, type Look } from './likeness';

/**
 * All that is kept of a customer to know a new moment from one that was told: what the moment is about that was told last, or
 * that is the measure because it was seen first. Times are hours since 2020, see hours.ts.
 */
export interface KeptMoment extends Kept {
	/** Whether it counts as told. What was seen first without new behavior does not. */
	told: boolean;
	/** When something was told last; 0 for never. */
	toldAt: number;
	/** Since when new behavior does not show; 0 while it shows. */
	goneSince: number;
	/** The last look that seemed to be news and was not confirmed: which text it was, and when. */
	pending: Pending | undefined;
}

interface Pending {
	text: number;
	at: number;
}

/** What counts as new, and when it is told. */
export interface MomentRules {
	/** `newBehavior`: what Fashion.AI calls new behavior. `momentChanged`: any other moment, flagged or not. */
	event: 'newBehavior' | 'momentChanged';
	/** The time of the look, in epoch ms. */
	now: number;
	/** What a first look does that shows new behavior. */
	firstLook: 'remember' | 'emit';
	/** At most one telling in so many days; 0 is off. */
	quietPeriod: number;
	/** The moment that was told last is told again when it comes back after it was gone for so many days. */
	tellAgainAfter?: number;
}

/**
 * `same`: nothing to tell. `new`: to be told. `perhaps`: ask the API once more in the same run, and decide again with what is
 * to be kept of this look; whoever cannot ask keeps it, and the next look decides.
 */
type Verdict = 'same' | 'new' | 'perhaps';

/**
 * - `began`: new behavior that did not show before; `otherMoment`: another moment than the one that was told.
 * - `firstLook`: nothing was known of the customer.
 * - `known`: the moment that was told, in whatever words. `noNewBehavior`: Fashion.AI sees none.
 * - `quiet`: news that waits for the end of the quiet period.
 */
type Reason = 'began' | 'otherMoment' | 'firstLook' | 'known' | 'noNewBehavior' | 'quiet';

export interface Decision {
	verdict: Verdict;
	reason: Reason;
	keep: KeptMoment;
}

/** So many words are kept of a moment. */
export const MOMENT_SIZE = 16;

/** From this likeness on a text says the same, and below the other it is another one by so much that the same text twice will do. */
const BY_PRODUCTS = { same: 0.44, clearly: 0.3 };
/** Products do not make it the same where less than this of what is said is known. */
const CONTRARY = 0.1;
/** Where words alone have to tell. */
const BY_WORDS = { same: 0.27, clearly: 0.1 };
/** By default a moment has to be gone for so many days to be told again. */
export const TELL_AGAIN_AFTER = 30;
/** So many days a look that was not confirmed waits for the one that does. Longer than a month, for those who look monthly. */
const PENDING_DAYS = 45;
/** A text that stands for so many days, with none in between that says what was told, is no cache's: it is believed. */
export const STANDS_AFTER = 7;

/**
 * Whether a look at a customer is news, and what to keep of it. It knows no clock, no store and no chance: the same question
 * has the same answer. Never throws.
 *
 * @param kept what was kept of the last look, or of the first look of the same run; undefined for nothing
 */
export function decide(kept: KeptMoment | undefined, profile: CustomerProfile, rules: MomentRules): Decision {
	const look = lookAtMoment(profile);
	const now = toHours(rules.now);
	if (!kept) return decideFirst(look, profile.newBehavior, rules, now);
	return rules.event === 'newBehavior'
		? decideNewBehavior(kept, look, profile.newBehavior, rules, now)
		: decideMoment({ ...kept, told: true, goneSince: 0 }, look, rules, now);
}

/**
 * A moment as it is compared. What was looked at counts half: the list carries over from one moment to the next. What the AI
 * says of the past does not count: it tells of the moment before.
 */
export function lookAtMoment({ momentSummary, opportunities, recentNavigation }: CustomerProfile): Look {
	const told = [
		{ text: momentSummary, weight: 1 },
		{ text: opportunities.join(' . '), weight: 1 },
	];
	return lookAt(told, recentNavigation);
}

function decideFirst(look: Look, shows: boolean, { firstLook }: MomentRules, now: number): Decision {
	const tell = firstLook === 'emit' && shows;
	const keep: KeptMoment = {
		...measureOf(look),
		told: shows,
		toldAt: tell ? now : 0,
		goneSince: shows ? 0 : now,
		pending: undefined,
	};
	return { verdict: tell ? 'new' : 'same', reason: 'firstLook', keep };
}

function decideNewBehavior(kept: KeptMoment, look: Look, shows: boolean, rules: MomentRules, now: number): Decision {
	const { isSame, isClear } = compare(kept, look);
	if (!shows) {
		// An AI that cannot make up its mind says no between two times yes: that takes nothing back of a moment that awaits its second yes.
		const after = isSame && kept.told ? settled(kept, look) : kept;
		return { verdict: 'same', reason: 'noNewBehavior', keep: { ...after, goneSince: kept.goneSince || now } };
	}
	const away =
		kept.goneSince === 0 ? false : isDaysLater(kept.goneSince, now, rules.tellAgainAfter ?? TELL_AGAIN_AFTER);
	if (!kept.told || (isSame && away)) return confirm(kept, look, 'began', true, rules, now);
	if (isSame) return { verdict: 'same', reason: 'known', keep: { ...settled(kept, look), goneSince: 0 } };
	return confirm(kept, look, kept.goneSince === 0 ? 'otherMoment' : 'began', isClear, rules, now);
}

function decideMoment(kept: KeptMoment, look: Look, rules: MomentRules, now: number): Decision {
	const { isSame, isClear } = compare(kept, look);
	if (isSame) return { verdict: 'same', reason: 'known', keep: settled(kept, look) };
	return confirm(kept, look, 'otherMoment', isClear, rules, now);
}

/** What tells nothing is not another moment, and neither is anything where nothing is known to compare with. */
function compare(kept: KeptMoment, look: Look): Comparison {
	return kept.words.length === 0 || tellsNothing(look) ? { isSame: true, isClear: false } : compareMoments(kept, look);
}

export interface Comparison {
	isSame: boolean;
	/** Whether it is another one by so much that the same text twice will do. */
	isClear: boolean;
}

/** Whether a look tells of the moment that was kept. */
export function compareMoments(kept: Kept, look: Look): Comparison {
	const { alike, byProducts, said = 1 } = likeness(kept, look, MOMENT_SIZE);
	const { same, clearly } = byProducts ? BY_PRODUCTS : BY_WORDS;
	return { isSame: alike >= same && said >= CONTRARY, isClear: alike < clearly };
}

function measureOf(look: Look): Kept {
	return tellsNothing(look) ? { words: [], products: [] } : keptOf(look, MOMENT_SIZE);
}

/** What is kept after a look that says the same as what was told. */
function settled(kept: KeptMoment, look: Look): KeptMoment {
	return { ...kept, ...(tellsNothing(look) ? {} : moved(kept, look, MOMENT_SIZE)), pending: undefined };
}

/**
 * News is told once a second text says so too. The same text a second time proves nothing, since something keeps answers;
 * then it is told only if it is `clear` (a flag that rose, or words that have next to nothing in common), or stands for days.
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
	const earlier = pending && !isDaysLater(pending.at, now, PENDING_DAYS + rules.quietPeriod) ? pending : undefined;
	const waiting: KeptMoment = { ...kept, pending: earlier ?? { text: look.identity, at: now } };
	if (kept.toldAt > 0 && !isDaysLater(kept.toldAt, now, rules.quietPeriod)) {
		return { verdict: 'same', reason: 'quiet', keep: waiting };
	}
	const stands = earlier !== undefined && isDaysLater(earlier.at, now, STANDS_AFTER);
	const confirmed = earlier !== undefined && (earlier.text !== look.identity || clear || stands);
	if (!confirmed) return { verdict: 'perhaps', reason, keep: waiting };
	return {
		verdict: 'new',
		reason,
		keep: { ...measureOf(look), told: true, toldAt: now, goneSince: 0, pending: undefined },
	};
}
