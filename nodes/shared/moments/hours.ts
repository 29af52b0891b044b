/** Times are kept as whole hours since 2020, so that a daily poll that runs a minute early still counts as a day later. */
const START = Date.UTC(2020, 0, 1);
const HOUR = 3_600_000;
const DAY = 24;
export const HOUR_BITS = 18;

/** A time as it is kept: 1 or more. */
export function toHours(epochMs: number): number {
	return Math.min(Math.max(Math.floor((epochMs - START) / HOUR), 1), 2 ** HOUR_BITS - 1);
}

/** Whether at least this many days lie between two kept times. */
export function isDaysLater(since: number, now: number, days: number): boolean {
	return now - since >= days * DAY;
}
