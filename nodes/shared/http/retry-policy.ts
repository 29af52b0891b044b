import { toText } from '../values/read-ai-values';
import type { Failure, FailureKind } from './failure';
import { BACKOFF, TIMEOUT_BACKOFF } from './limits';

/**
 * When a failed call may be retried.
 * - `safe`: it has no side effects, so after any passing failure.
 * - `event`: it is a signal with a side effect (docs/api.md, personalization events), so only if the API certainly did not
 *   process it.
 */
export type RetryPolicy = 'safe' | 'event';

/** An event that got a 429, or no connection, was certainly not processed. Nothing else is certain. */
const CERTAINLY_NOT_PROCESSED: readonly FailureKind[] = ['rateLimited', 'refused', 'dns'];

const MAYBE_PROCESSED: readonly FailureKind[] = ['unavailable', 'timeout', 'disconnected', 'malformed', 'tooLarge'];

/** Whether an event may have been processed although its call failed. */
export function mayBeProcessed({ kind, facts }: Failure): boolean {
	return facts.notSent !== true && MAYBE_PROCESSED.includes(kind);
}

/** Whether a failed call may be retried under its policy. */
export function mayRetry(failure: Failure, policy: RetryPolicy): boolean {
	return failure.class === 'passing' && (policy === 'safe' || CERTAINLY_NOT_PROCESSED.includes(failure.kind));
}

/**
 * The pause after so many attempts, in milliseconds: `Retry-After` plus a little jitter, else exponential backoff with full
 * jitter, so that calls refused together do not come back together. After a timeout it is several times longer: the AI may
 * still be working on the abandoned answer.
 */
export function backoff(tries: number, failure: Failure, random: () => number = Math.random): number {
	const { base, cap } = failure.kind === 'timeout' ? TIMEOUT_BACKOFF : BACKOFF;
	const ceiling = Math.min(cap, base * 2 ** (tries - 1));
	const jitter = random() * ceiling;
	const asked = failure.facts.retryAfter ?? 0;
	return asked > 0 ? asked + jitter / 4 : jitter;
}

const SECONDS = /^\d+(\.\d+)?$/;
/** RFC 9110's three date formats start with the day's name; ISO dates occur too. `Date.parse` alone would read `-5` as a date. */
const DATE = /^([a-z]{3,9},? |\d{4}-\d\d-\d\dT)/i;

/** Where it ends without a time zone, as in one of those formats, a date is in GMT. */
const HAS_ZONE = /(?:[a-z]{1,4}|[+-]\d\d:?\d\d)$/i;

/**
 * Parses a `Retry-After` header (RFC 9110: seconds or an HTTP date) as milliseconds from now, 0 for a date in the past;
 * undefined if there is none or it is invalid.
 */
export function readRetryAfter(header: unknown, now: number = Date.now()): number | undefined {
	const text = toText(header);
	if (SECONDS.test(text)) return Math.ceil(Number(text) * 1000);
	// An ISO date begins with a digit.
	const gmt = /^\d/.test(text) ? 'Z' : ' GMT';
	const zone = HAS_ZONE.test(text) ? '' : gmt;
	const date = DATE.test(text) ? Date.parse(text + zone) : Number.NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
