/** How numbers and times are written into the little text that is kept of a customer. */

/** The 64 characters of base64url: safe in a cell, a URL and a form. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));

/** A number below 64^length as text of that length. */
export function toDigits(value: number, length: number): string {
	let text = '';
	for (let at = 0, rest = value; at < length; at++, rest = Math.floor(rest / 64))
		text = DIGITS.charAt(rest % 64) + text;
	return text;
}

/** The number that a text stands for; undefined where a character is none of the 64. */
function fromDigits(text: string): number | undefined {
	let value = 0;
	for (const digit of text) {
		const own = VALUES.get(digit);
		if (own === undefined) return undefined;
		value = value * 64 + own;
	}
	return value;
}

/** The length of a checksum and of a text's identity, in digits. */
export const CHECKSUM = 3;

/** A hash of a text, by which a damaged one is noticed. */
export function checksum(text: string, length = CHECKSUM): number {
	return hashOf(text) % 64 ** length;
}

/** 32 bits: FNV-1a, mixed. Fast, since each poll hashes thousands of words, and none is a secret. */
export function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash ^= hash >>> 13;
	return hash >>> 0;
}

/** Reads a text from the start, a few characters at a time. */
export class Reader {
	private at = 0;

	constructor(private readonly text: string) {}

	/** The next number; NaN where the text has ended or holds another character. */
	number(length: number): number {
		const part = this.text.slice(this.at, this.at + length);
		this.at += length;
		return part.length === length ? (fromDigits(part) ?? Number.NaN) : Number.NaN;
	}

	/** What has not been read yet. */
	rest(): string {
		return this.text.slice(this.at);
	}
}

/** Times are kept as whole hours since 2020, so that a daily poll that runs a minute early still counts as a day later. */
const START = Date.UTC(2020, 0, 1);
const HOUR = 3_600_000;
const DAY = 24;
/** The length of a kept time, in digits: enough until 2049. */
export const HOURS = 3;

/** A time as it is kept: 1 or more. */
export function toHours(epochMs: number): number {
	return Math.min(Math.max(Math.floor((epochMs - START) / HOUR), 1), 64 ** HOURS - 1);
}

/** Whether at least this many days lie between two kept times. */
export function isDaysLater(since: number, now: number, days: number): boolean {
	return now - since >= days * DAY;
}

/** Whether a quiet period of so many days holds back what is new. A time to come was written by a clock that was wrong. */
export function isQuiet(reportedAt: number, now: number, days: number): boolean {
	return reportedAt > 0 && reportedAt <= now && !isDaysLater(reportedAt, now, days);
}
