/** All limits of the HTTP client. Times are in milliseconds, sizes in bytes. */

/** Concurrency at the start of a run, which must not start with a burst. */
export const FIRST_CONCURRENCY = 8;
/** While no call has completed, concurrency grows by this step after each pause, up to a limit, so as not to idle at high latency. */
export const EARLY_STEP = 16;
export const EARLY_PAUSE = 50;
export const EARLY_LIMIT = 64;
/** Slow start: growth per answer before the first refusal. At 200 ms latency, growing by one would cost half a second. */
export const OPENING_STEP = 15;
/** Calls started or answered in one turn of the event loop, with a handshake for each, and without. */
export const CALLS_PER_TURN = 8;
export const REUSING_CALLS_PER_TURN = 16;
/** Max Concurrency by default: at 200 ms latency, 64 would be the bottleneck. */
export const DEFAULT_MAX_CONCURRENCY = 128;
export const MAX_CONCURRENCY = 512;

/** Per attempt. The AI may generate a profile while the call waits. */
export const DEFAULT_TIMEOUT = 60_000;
export const MAX_TIMEOUT = 180_000;

/** Attempts per call, including the first. */
export const DEFAULT_MAX_TRIES = 4;
export const MAX_TRIES = 10;

/** Total time of one lookup, with all its attempts and pauses. A longer `Retry-After` ends it. */
export const LOOKUP_LIMIT = 180_000;

/** Circuit breaker: after this long without any answer, no more calls are sent. Otherwise ten thousand lookups would take days to fail. */
export const SILENCE_LIMIT = 5 * 60_000;

/** The longest pause before a retry: `base` doubled with each try, up to `cap`, in milliseconds. */
export const BACKOFF = { base: 500, cap: 8_000 };
/** After a timeout. */
export const TIMEOUT_BACKOFF = { base: 4_000, cap: 30_000 };

export const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** Pauses are cut into slices of this length: a stopped execution must stop within a second. */
export const PAUSE_SLICE = 250;
