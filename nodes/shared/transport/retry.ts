import type { Failure, FailureKind } from './failure';
import { BACKOFF_BASE, BACKOFF_CAP } from './limits';
import type { Replay } from './request';

/** A call that changes nothing may be repeated after everything that passes by itself. */
const PASSING: readonly FailureKind[] = ['rateLimited', 'unavailable', 'timeout', 'refused', 'dns', 'disconnected'];

/** An event that got 429, or never reached a connection, was certainly not taken. Nothing else is certain. */
const CERTAINLY_NOT_TAKEN: readonly FailureKind[] = ['rateLimited', 'refused', 'dns'];

export function mayRepeat(failure: Failure, replay: Replay): boolean {
	return (replay === 'safe' ? PASSING : CERTAINLY_NOT_TAKEN).includes(failure.kind);
}

/**
 * The pause before the next try, in milliseconds: what the API asks for, else exponential with full jitter, so that
 * a thousand calls that were turned away together do not come back together.
 */
export function pauseBefore(nextTry: number, failure: Failure, random: () => number = Math.random): number {
	const ceiling = Math.min(BACKOFF_CAP, BACKOFF_BASE * 2 ** (nextTry - 2));
	const jitter = random() * ceiling;
	return failure.facts.retryAfter === undefined ? jitter : failure.facts.retryAfter + jitter / 4;
}

/**
 * Reads a `Retry-After` header (RFC 9110: seconds or an HTTP date) as milliseconds from now; undefined where there is none
 * or it cannot be understood.
 */
export function readRetryAfter(header: unknown, now: number = Date.now()): number | undefined {
	if (typeof header !== 'string' && typeof header !== 'number') return undefined;
	const text = String(header).trim();
	if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
	const date = Date.parse(text);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
