import type { Failure, FailureKind } from './failure';
import { BACKOFF_BASE, BACKOFF_CAP } from './limits';
import type { Replay } from './request';

/** A call that changes nothing may be repeated after everything that passes by itself. */
const PASSING: readonly FailureKind[] = ['rateLimited', 'unavailable', 'timeout', 'refused', 'dns', 'disconnected'];

/** An event that got 429, or never got a connection, was certainly not taken. Nothing else is certain. */
const CERTAINLY_NOT_TAKEN: readonly FailureKind[] = ['rateLimited', 'refused', 'dns'];

export function mayRepeat(failure: Failure, replay: Replay): boolean {
	return (replay === 'safe' ? PASSING : CERTAINLY_NOT_TAKEN).includes(failure.kind);
}

/**
 * The pause before the next try, in milliseconds: what the API asks for and a little more, else exponential with full
 * jitter, so that a thousand calls that were turned away together do not come back together.
 */
export function pauseBefore(nextTry: number, failure: Failure, random: () => number = Math.random): number {
	const ceiling = Math.min(BACKOFF_CAP, BACKOFF_BASE * 2 ** (nextTry - 2));
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
	const text = String(header ?? '').trim();
	if (SECONDS.test(text)) return Math.ceil(Number(text) * 1000);
	const date = DATE.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
