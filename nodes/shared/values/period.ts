import { isRecord, toText } from './read-ai-values';
import { MISSING } from './text';

/** ISO, or with the day before the month, as in Brazil and Europe; with or without a time. */
const DATE =
	/(?:(?<iso>\d{4}-\d\d-\d\d)|(?<day>\d\d?)[/.-](?<month>\d\d?)[/.-](?<year>\d{4}))(?:[T, ]{1,2}(?<time>\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?))?/;
const DAY = 86_400_000;
/** In days since the first one of a spreadsheet, which counts from 30 December 1899. */
const EPOCH = 25_569;

/** The two dates of a period in one text, such as `2026-11-01/2026-11-30`; a single one is its end. */
export function datesOf(period: unknown): [from: string, to: string] {
	const text = written(period);
	const [first, second] = text.match(new RegExp(DATE, 'g')) ?? [];
	return first !== undefined && second !== undefined ? [first, second] : ['', text];
}

/** Whether now is within a period, whose bounds may be empty. Undefined if one of them cannot be read. */
export function isNowWithin(from: unknown, to: unknown): boolean | undefined {
	const [start, end] = [momentOf(from, '00:00'), momentOf(to, '23:59:59')];
	return start === undefined || end === undefined ? undefined : !(Date.now() < start || Date.now() > end);
}

/** In epoch ms, at the given time of a day without one; NaN for none, undefined if it cannot be read. */
function momentOf(held: unknown, clock: string): number | undefined {
	const text = written(held);
	if (!/[\p{L}1-9]/u.test(text) || MISSING.test(text)) return NaN;
	if (/^\d{5}(?:\.\d+)?$/.test(text))
		return momentOf(new Date((Number(text) - EPOCH) * DAY).toISOString().slice(0, 10), clock);
	if (/^\d{10}(?:\d{3})?$/.test(text)) return Number(text.padEnd(13, '0'));
	const { iso, day = '', month = '', year = '', time = clock } = DATE.exec(text)?.groups ?? {};
	const parts = Number(month) > 12 ? [year, day, month] : [year, month, day];
	const moment = Date.parse(`${iso ?? parts.map((part) => part.padStart(2, '0')).join('-')}T${time}`);
	return Number.isNaN(moment) ? undefined : moment;
}

/** A date of a database is an object, which JSON makes ISO of. */
function written(held: unknown): string {
	return isRecord(held) ? JSON.stringify(held) : toText(held);
}
