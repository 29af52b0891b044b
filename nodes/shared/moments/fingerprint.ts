import type { CustomerProfile } from '../profile/customer-profile';
import { checksum, digitsFor, Reader, toDigits } from './bits';
import { decide, MOMENT_SIZE, type KeptMoment, type MomentRules } from './decide';
import { HOUR_BITS } from './hours';
import { IDENTITY_BITS, PRODUCTS } from './likeness';
import { CODES, NO_CODE } from './words';

/** Why a text is no fingerprint that can be compared with. */
export type Unreadable = 'empty' | 'damaged' | 'otherVersion' | 'otherType';

/** What a text was read as: what is kept, or why it could not be read. */
export type ReadFingerprint = { kept: KeptMoment; reason?: undefined } | { kept?: undefined; reason: Unreadable };

/** No moment needs more. It fits a cell of any store, a HubSpot property included. */
export const FINGERPRINT_LENGTH = 64;

type FingerprintEvent = MomentRules['event'];

/**
 * A letter for the type, a letter for the version: no program takes what begins so for a number, a date or a formula. The
 * version goes up whenever words get another code or another meaning.
 */
const TYPES: Readonly<Record<FingerprintEvent, string>> = { newBehavior: 'N', momentChanged: 'M' };
const VERSION = 'b';
const HEAD = 2;
/** Told, pending, and the number of products, which stand before the words. */
const MARKS = 1;
const TOLD = 1;
const PENDING = 2;
const FIRST_PRODUCT = 4;
const CHECKSUM = 4;
const CODE = 2;
/** Stands where there are fewer words: a fingerprint of nothing has 16 characters as well. */
const NOTHING = [NO_CODE, NO_CODE];
const HOURS = digitsFor(HOUR_BITS);
const IDENTITY = digitsFor(IDENTITY_BITS);

/**
 * What is kept, as 16 to 64 characters of A–Z, a–z, 0–9, - and _, beginning with a letter. It holds no personal data: of the
 * moment it has 12-bit codes of single words and of the names of products, of which each stands for many.
 */
export function writeFingerprint(
	{ words, products, told, toldAt, goneSince, pending }: KeptMoment,
	event: FingerprintEvent,
): string {
	const seen = products.slice(0, PRODUCTS);
	const marks = toDigits((told ? TOLD : 0) + (pending ? PENDING : 0) + FIRST_PRODUCT * seen.length, MARKS);
	const times = [toldAt, goneSince].map((time) => toDigits(time, HOURS)).join('');
	const waiting = pending ? toDigits(pending.at, HOURS) + toDigits(pending.text, IDENTITY) : '';
	const codes = [...seen, ...words.slice(0, MOMENT_SIZE), ...NOTHING.slice(words.length)]
		.map((code) => toDigits(code, CODE))
		.join('');
	const body = TYPES[event] + VERSION + marks + times + waiting + codes;
	return body + toDigits(checksum(body), CHECKSUM);
}

/**
 * Reads a fingerprint. Spaces around it do not matter, and neither does a ' that a spreadsheet put before it.
 * Never throws, whatever the value.
 */
export function readFingerprint(value: unknown, event: FingerprintEvent): ReadFingerprint {
	if (value === undefined || value === null) return { reason: 'empty' };
	if (typeof value !== 'string') return { reason: 'damaged' };
	const text = value.trim().replace(/^'/, '');
	if (text === '') return { reason: 'empty' };
	if (text.length > FINGERPRINT_LENGTH || !/^[NM][a-z][\w-]{3,}$/.test(text)) return { reason: 'damaged' };
	const body = text.slice(0, -CHECKSUM);
	if (text.slice(-CHECKSUM) !== toDigits(checksum(body), CHECKSUM)) return { reason: 'damaged' };
	if (text.charAt(1) !== VERSION) return { reason: 'otherVersion' };
	if (text.charAt(0) !== TYPES[event]) return { reason: 'otherType' };
	const kept = readBody(body);
	return kept ? { kept } : { reason: 'damaged' };
}

function readBody(body: string): KeptMoment | undefined {
	const reader = new Reader(body.slice(HEAD));
	const marks = reader.number(MARKS);
	const toldAt = reader.number(HOURS);
	const goneSince = reader.number(HOURS);
	const pending = marks & PENDING ? { at: reader.number(HOURS), text: reader.number(IDENTITY) } : undefined;
	const codes = readCodes(body.slice(HEAD + MARKS + 2 * HOURS + (pending ? HOURS + IDENTITY : 0)));
	const seen = Math.floor(marks / FIRST_PRODUCT);
	const numbers = [marks, toldAt, goneSince, pending?.at ?? 0, pending?.text ?? 0];
	if (!codes || seen > Math.min(PRODUCTS, codes.length) || numbers.some(Number.isNaN)) return undefined;
	return {
		words: codes.slice(seen).filter((code) => code !== NO_CODE),
		products: codes.slice(0, seen),
		told: (marks & TOLD) === TOLD,
		toldAt,
		goneSince,
		pending,
	};
}

function readCodes(text: string): number[] | undefined {
	const reader = new Reader(text);
	const codes = Array.from({ length: Math.ceil(text.length / CODE) }, () => reader.number(CODE));
	return codes.every((code) => code < CODES) ? codes : undefined;
}

/** The fingerprint of a first look at a customer, at `now` (epoch ms), that counts as told. */
export function firstFingerprint(profile: CustomerProfile, now: number): string {
	const event = 'newBehavior';
	return writeFingerprint(decide(undefined, profile, { event, now, firstLook: 'emit', quietPeriod: 0 }).keep, event);
}
