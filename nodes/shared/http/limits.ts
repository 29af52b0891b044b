/** Every bound of the HTTP client, in one place. Times are in milliseconds, sizes in bytes. */

/** Calls that begin at once: a new run must not begin with a burst. */
export const FIRST_CONCURRENCY = 8;
/** While no call has ended, so many more may begin after each pause, up to a limit: an API far away must not be waited for idly. */
export const EARLY_STEP = 16;
export const EARLY_PAUSE = 50;
export const EARLY_LIMIT = 64;
/** Calls that each answer makes room for in the opening: at 200 ms latency, feeling the way up by one costs half a second. */
export const OPENING_STEP = 15;
/** Calls that begin in one turn of the event loop. */
export const BEGIN_AT_ONCE = 8;
/** The most calls that may be under way where the user sets nothing else: at 200 ms latency 64 would be the bottleneck. */
export const DEFAULT_MAX_CONCURRENCY = 128;
export const MAX_CONCURRENCY = 512;

/** For each try. A profile may be written by an AI while one waits. */
export const DEFAULT_TIMEOUT = 60_000;
export const MAX_TIMEOUT = 180_000;

/** Tries of one call, the first included. */
export const DEFAULT_MAX_TRIES = 4;
export const MAX_TRIES = 10;

/** One lookup from its first try on, with all its tries and pauses. A longer `Retry-After` ends it. */
export const LOOKUP_LIMIT = 180_000;

/** An API that has not given one answer for so long is asked no more: ten thousand lookups would take days to end. */
export const SILENCE_LIMIT = 5 * 60_000;

export const BACKOFF = { base: 500, cap: 8_000 };
/** After a timeout. */
export const TIMEOUT_BACKOFF = { base: 4_000, cap: 30_000 };

export const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** A stopped execution must stop within a second, so no pause is longer than this. */
export const PAUSE_SLICE = 250;
