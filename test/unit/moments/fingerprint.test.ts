import { decide, type KeptMoment } from '../../../nodes/shared/moments/decide';
import { CHECKSUM } from '../../../nodes/shared/moments/encoding';
import {
	FINGERPRINT_LENGTH,
	firstFingerprint,
	readFingerprint,
	writeFingerprint,
} from '../../../nodes/shared/moments/fingerprint';
import { chance } from '../../../tools/moments/nightly';
import { SETS } from '../../../tools/moments/sets';
import { day, RUNNING, sealed, WEDDING } from './texts';

const rules = { event: 'newBehavior', now: day(0), firstLook: 'emit', quietPeriod: 0 } as const;
const first = decide(undefined, WEDDING[0], rules).keep;
const waiting = decide(first, RUNNING[0], { ...rules, now: day(3) }).keep;

/** So many different codes. */
const codes = (count: number) => Array.from({ length: count }, (_, at) => 4094 - at);
const read = (text: unknown) => readFingerprint(text, 'newBehavior');

test.each<[string, KeptMoment]>([
	['of a first look', first],
	['of a look that awaits another', waiting],
	['of nothing', { keywords: [], products: [], reported: false, reportedAt: 0, goneSince: 5, pending: undefined }],
	[
		'of all that fits',
		{
			keywords: codes(13),
			products: codes(5).map((code) => code * 4000),
			reported: true,
			reportedAt: 2 ** 18 - 1,
			goneSince: 1,
			pending: { at: 7, text: 2 ** 18 - 1 },
		},
	],
])('a fingerprint %s is read as it was written', (_what, kept) => {
	expect(read(writeFingerprint(kept, 'newBehavior')).kept).toEqual(kept);
});

test('every fingerprint fits a cell and is taken for text there', () => {
	for (const { first: texts, next } of Object.values(SETS).flat()) {
		for (const profile of [...texts, ...next]) {
			const kept = decide(undefined, profile, rules).keep;
			const text = writeFingerprint(decide(kept, RUNNING[0], rules).keep, 'newBehavior');
			expect(text).toMatch(/^[A-Za-z][\w-]{1,63}$/);
			expect(Number(text)).toBeNaN();
		}
	}
});

test('spaces around it and the apostrophe of a spreadsheet do not matter', () => {
	const text = writeFingerprint(first, 'newBehavior');
	expect(read(` '${text}\n`.replace(" '", "'")).kept).toEqual(read(text).kept);
});

test('what is no fingerprint says why', () => {
	const text = writeFingerprint(first, 'newBehavior');
	for (const empty of [undefined, null, '', '  ']) expect(read(empty)).toEqual({ reason: 'empty' });
	expect(readFingerprint(text, 'momentChanged')).toEqual({ reason: 'otherType' });
	for (const other of [
		1,
		{},
		[],
		true,
		'x',
		text.slice(0, -1),
		`${text}x`,
		text.toLowerCase(),
		'=1+1',
		'💃'.repeat(9),
	]) {
		expect(read(other)).toEqual({ reason: 'damaged' });
	}
});

describe('a text with a valid checksum', () => {
	const BODY = writeFingerprint(first, 'newBehavior').slice(0, -CHECKSUM);

	test('is a fingerprint if all that it says is possible', () => {
		expect(read(sealed(BODY)).kept).toEqual(first);
		const marks = (of: string) => `Nc${of}${BODY.slice(3)}`;
		for (const impossible of [
			sealed(marks('7')), // more products than fit
			sealed(BODY.slice(0, -1)),
			sealed(BODY.slice(0, 6)),
			sealed(BODY + 'A'.repeat(FINGERPRINT_LENGTH)),
			sealed(`${BODY.slice(0, -2)}.A`),
			`${sealed(BODY).slice(0, 9)}'${sealed(BODY).slice(9)}`,
		])
			expect([impossible, read(impossible)]).toEqual([impossible, { reason: 'damaged' }]);
	});

	test('is of another version if it was written by an earlier one', () => {
		for (const version of ['a', 'b'])
			expect(read(sealed(`N${version}AAAAAAAAAA`, 4))).toEqual({ reason: 'otherVersion' });
		expect(read(sealed('NaAAAAAAAAAA'))).toEqual({ reason: 'damaged' });
		for (const other of ['xNaAAAAAAAAA', 'NaAAAA AAAAA', 'QaAAAAAAAAAA', 'NAAAAAAAAAAA'])
			expect([other, read(sealed(other, 24))]).toEqual([other, { reason: 'damaged' }]);
	});
});

test('what does not fit is left out', () => {
	const kept = { ...waiting, keywords: codes(20), products: codes(8) };
	const text = writeFingerprint(kept, 'newBehavior');
	expect(text.length).toBeLessThanOrEqual(FINGERPRINT_LENGTH);
	expect(read(text).kept).toEqual({ ...kept, keywords: codes(13), products: codes(5) });
});

test('the first fingerprint of a customer is that of a first look, which counts as told', () => {
	expect(read(firstFingerprint(WEDDING[0], day(0))).kept).toEqual(first);
});

test('no single wrong character, and no text by chance, is taken for a fingerprint', () => {
	const text = writeFingerprint(waiting, 'newBehavior');
	for (let at = 0; at < text.length; at++) {
		const other = text.charAt(at) === 'A' ? 'B' : 'A';
		expect(read(text.slice(0, at) + other + text.slice(at + 1)).kept).toBeUndefined();
	}
	const random = chance(1);
	for (let times = 0; times < 2000; times++) {
		const noise = Array.from({ length: Math.floor(random() * 80) }, () =>
			String.fromCharCode(32 + Math.floor(random() * 95)),
		);
		expect(read(noise.join('')).kept).toBeUndefined();
	}
});
