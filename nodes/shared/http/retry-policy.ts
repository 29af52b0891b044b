import { toText } from '../values/read-ai-values';
import type { Failure, FailureKind } from './failure';
import { BACKOFF, TIMEOUT_BACKOFF } from './limits';

/**
 * What may be done with a call that went wrong.
 * - `safe`: it changes nothing, so it may be repeated after anything that passes.
 * - `event`: it is a signal with a side effect (docs/api.md: personalization events), so it is repeated only when the API
 *   certainly did not take it.
 */
export type RetryPolicy = 'safe' | 'event';

/** An event that got 429, or never got a connection, was certainly not taken. Nothing else is certain. */
const CERTAINLY_NOT_TAKEN: readonly FailureKind[] = ['rateLimited', 'refused', 'dns'];

/** Whether a call may be sent again: one that changes nothing, after everything that passes by itself. */
export function mayRepeat(failure: Failure, replay: RetryPolicy): boolean {
	return failure.class === 'passing' && (replay === 'safe' || CERTAINLY_NOT_TAKEN.includes(failure.kind));
}

/**
 * The pause before the next try, in milliseconds: what the API asks for and a little more, else exponential with full
 * jitter, so that a thousand calls that were turned away together do not come back together. After a timeout it is several
 * times longer: an AI may still be at work on the answer that nobody waits for any more.
 */
export function pauseBefore(nextTry: number, failure: Failure, random: () => number = Math.random): number {
	const { base, cap } = failure.kind === 'timeout' ? TIMEOUT_BACKOFF : BACKOFF;
	const ceiling = Math.min(cap, base * 2 ** (nextTry - 2));
	const jitter = random() * ceiling;
	const asked = failure.facts.retryAfter ?? 0;
	return asked > 0 ? asked + jitter / 4 : jitter;
}

const SECONDS = /^\d+(\.\d+)?$/;
/** RFC 9110's three forms begin with the day's name; ISO dates are met too. `Date.parse` alone would read `-5` as a date. */
const DATE = /^([a-z]{3,9},? |\d{4}-\d\d-\d\dT)/i;

/**
 * Reads a `Retry-After` header (RFC 9110: seconds or an HTTP date) as milliseconds from now, 0 for a date that is past;
 * undefined where there is none or it cannot be understood.
 */
export function readRetryAfter(header: unknown, now: number = Date.now()): number | undefined {
	const text = toText(header);
	if (SECONDS.test(text)) return Math.ceil(Number(text) * 1000);
	const date = DATE.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
