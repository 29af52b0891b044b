import type { CustomerProfile } from '../profile/customer-profile';
import { checksum, CHECKSUM, HOURS, Reader, toDigits } from './encoding';
import { decide, MOMENT_SIZE, type KeptMoment, type MomentRules } from './decide';
import { IDENTITY, PRODUCTS } from './similarity';
import { CODE, CODES, NO_CODE, PRODUCT } from './keywords';

/** Why a text cannot be used as a fingerprint. */
export type Unreadable = 'empty' | 'damaged' | 'otherVersion' | 'otherType';

/** What was read from a text: what was kept, or why it cannot be read. */
export type ReadFingerprint = { kept: KeptMoment; reason?: undefined } | { kept?: undefined; reason: Unreadable };

/** The longest fingerprint. It fits a cell of any store, including a HubSpot property. */
export const FINGERPRINT_LENGTH = 64;

type FingerprintEvent = MomentRules['event'];

/**
 * A letter for the type and one for the version, so that no program takes it for a number, a date or a formula. The version goes
 * up whenever keywords or products get another code or meaning.
 */
const TYPES: Readonly<Record<FingerprintEvent, string>> = { newBehavior: 'N', momentChanged: 'M' };
const VERSION = 'c';
const HEAD = 2;
/** Whether it was reported, whether a look is pending, and the number of products, which precede the keywords. */
const MARKS = 1;
const REPORTED = 1;
const PENDING = 2;
const FIRST_PRODUCT = 4;
/** Up to version b. */
const EARLIER_CHECKSUM = 4;
/** Padding, so that a fingerprint without keywords is no shorter than 16 characters. */
const PADDING = [NO_CODE, NO_CODE];

/**
 * What is kept, as 16 to 64 characters of A–Z, a–z, 0–9, - and _, starting with a letter. It holds no personal data: a keyword is a
 * 12-bit code and a word of a product's name a 6-bit one, each of which stands for many words.
 */
export function writeFingerprint(
	{ keywords, products, reported, reportedAt, goneSince, pending }: KeptMoment,
	event: FingerprintEvent,
): string {
	const seen = products.slice(0, PRODUCTS);
	const marks = toDigits((reported ? REPORTED : 0) + (pending ? PENDING : 0) + FIRST_PRODUCT * seen.length, MARKS);
	const times = [reportedAt, goneSince].map((time) => toDigits(time, HOURS)).join('');
	const waiting = pending ? toDigits(pending.at, HOURS) + toDigits(pending.text, IDENTITY) : '';
	const signatures = seen.map((product) => toDigits(product, PRODUCT)).join('');
	const codes = [...keywords.slice(0, MOMENT_SIZE), ...PADDING.slice(keywords.length)]
		.map((code) => toDigits(code, CODE))
		.join('');
	const body = TYPES[event] + VERSION + marks + times + waiting + signatures + codes;
	return body + toDigits(checksum(body), CHECKSUM);
}

/**
 * Reads a fingerprint. Surrounding spaces do not matter, nor does a ' that a spreadsheet put in front of it.
 * Never throws, whatever the value.
 */
export function readFingerprint(value: unknown, event: FingerprintEvent): ReadFingerprint {
	if (value === undefined || value === null) return { reason: 'empty' };
	if (typeof value !== 'string') return { reason: 'damaged' };
	const text = value.trim().replace(/^'/, '');
	if (text === '') return { reason: 'empty' };
	if (text.length > FINGERPRINT_LENGTH || !/^[NM][a-z][\w-]{3,}$/.test(text)) return { reason: 'damaged' };
	const isCurrent = text.charAt(1) === VERSION;
	const length = isCurrent ? CHECKSUM : EARLIER_CHECKSUM;
	const body = text.slice(0, -length);
	if (text !== body + toDigits(checksum(body, length), length)) return { reason: 'damaged' };
	if (!isCurrent) return { reason: 'otherVersion' };
	if (text.charAt(0) !== TYPES[event]) return { reason: 'otherType' };
	const kept = readBody(body);
	return kept ? { kept } : { reason: 'damaged' };
}

function readBody(body: string): KeptMoment | undefined {
	const reader = new Reader(body.slice(HEAD));
	const marks = reader.number(MARKS);
	const reportedAt = reader.number(HOURS);
	const goneSince = reader.number(HOURS);
	const pending = marks & PENDING ? { at: reader.number(HOURS), text: reader.number(IDENTITY) } : undefined;
	const seen = Math.floor(marks / FIRST_PRODUCT);
	if (!(seen <= PRODUCTS)) return undefined;
	const products = Array.from({ length: seen }, () => reader.number(PRODUCT));
	const codes = readCodes(reader.rest());
	const numbers = [marks, reportedAt, goneSince, pending?.at ?? 0, pending?.text ?? 0, ...products];
	if (!codes || numbers.some(Number.isNaN)) return undefined;
	return {
		keywords: codes.filter((code) => code !== NO_CODE),
		products,
		reported: (marks & REPORTED) === REPORTED,
		reportedAt,
		goneSince,
		pending,
	};
}

function readCodes(text: string): number[] | undefined {
	const reader = new Reader(text);
	const codes = Array.from({ length: Math.ceil(text.length / CODE) }, () => reader.number(CODE));
	return codes.every((code) => code < CODES) ? codes : undefined;
}

/** The fingerprint of a first look at a customer at `now` (epoch ms), which counts as reported. */
export function firstFingerprint(profile: CustomerProfile, now: number): string {
	const event = 'newBehavior';
	return writeFingerprint(decide(undefined, profile, { event, now, firstLook: 'emit', quietPeriod: 0 }).keep, event);
}
