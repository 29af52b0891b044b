import { isRecord, toText } from './read-ai-values';
import { NOTHING } from './text';

/** ISO, or with the day before the month, as in Brazil and Europe; with or without a time. */
export const DATE =
	/(?:(?<iso>\d{4}[/.-]\d\d?[/.-]\d\d?)|(?<day>\d\d?)[/.-](?<month>\d\d?)[/.-](?<year>\d{4}|\d\d(?!\d)))(?:[T, ]{1,2}(?<time>\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?))?/;
const DATES = new RegExp(DATE, 'g');
/** What says that a promotion has no end. */
const ENDLESS = /^(?:s[ei][mn] |inde[ft]|perman|never|nunca)|(?:estoques?|stocks?(?: lasts?)?)$/i;
const DAY = 86_400_000;
/** In days since the first one of a spreadsheet, which counts from 30 December 1899. */
const EPOCH = 25_569;

/** The first and last date in a text with a period, such as `2026-11-01/2026-11-30`; a single one is its end, unless the text says otherwise. */
export function datesOf(period: unknown): [from: unknown, to: unknown] {
	const text = written(period);
	const dates = text.match(DATES) ?? [];
	if (dates.length > 1) return [dates[0], dates.at(-1)];
	return /\/(?:\.\.)?$|(?:desde|partir|from|start|in.ci).{0,9}\d/i.test(text) ? [text, ''] : ['', text];
}

/** How far the clocks of a time zone are ahead of UTC now, in ms. Those of the process count if nobody knows the zone. */
export function aheadIn(timeZone: string): number {
	const now = new Date();
	try {
		return Date.parse(`${now.toLocaleString('en-US', { timeZone, hourCycle: 'h23' })} UTC`) - Number(now);
	} catch {
		return now.getTimezoneOffset() * -60_000;
	}
}

/**
 * Whether now is within a period, whose bounds may be empty. Undefined if one of them cannot be read, or the end comes first. Since
 * they are compared with now, what clocks show now is all that needs to be known of a time zone: a change to or from daylight-saving
 * time in between makes no difference.
 */
export function isNowWithin(from: unknown, to: unknown, ahead: number): boolean | undefined {
	const [start, end] = [momentOf(from, '00:00', ahead), momentOf(to, '23:59:59', ahead)];
	return start === undefined || end === undefined || start > end
		? undefined
		: !(Date.now() < start || Date.now() > end);
}

/** In epoch ms if the clocks are always ahead of UTC by as much as now, at the given time of a day without one; NaN for none, undefined if it cannot be read. */
function momentOf(held: unknown, clock: string, ahead: number): number | undefined {
	const text = written(held);
	if (!/[\p{L}1-9]/u.test(text) || NOTHING.test(text) || ENDLESS.test(text)) return NaN;
	if (/^\d{5}(?:\.\d+)?$/.test(text))
		return momentOf(new Date((Number(text) - EPOCH) * DAY).toISOString().slice(0, 10), clock, ahead);
	if (/^\d{10}(?:\d{3})?$/.test(text)) return Number(text.padEnd(13, '0'));
	// The end of a period that stands in the column for the end.
	const date = text.match(DATES)?.at(clock === '00:00' ? 0 : -1) ?? '';
	const { iso, day = '', month = '', year = '', time = clock } = DATE.exec(date)?.groups ?? {};
	const inFull = year.padStart(4, '20');
	const parts = iso?.split(/\D/) ?? (Number(month) > 12 ? [inFull, day, month] : [inFull, month, day]);
	// Midnight is what a database makes of a day.
	const at = /^00:00[:.0]*Z?$/.test(time) ? clock : time;
	const moment = `${parts.map((part) => part.padStart(2, '0')).join('-')}T${at}`;
	// Two time zones are no date: this one has its own.
	const epoch = Date.parse(`${moment}Z`) - ahead || Date.parse(moment);
	return Number.isNaN(epoch) ? undefined : epoch;
}

/** A date of a database is an object, which JSON makes ISO of. */
function written(held: unknown): string {
	try {
		return toText(isRecord(held) ? JSON.stringify(held) : held);
	} catch {
		return 'unreadable';
	}
}
