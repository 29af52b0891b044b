import { checksum, hashOf, isDaysLater, Reader, toDigits, toHours } from '../../../nodes/shared/moments/encoding';

test('numbers are read as they were written', () => {
	for (const [number, length] of [
		[0, 1],
		[63, 1],
		[64, 2],
		[4095, 2],
		[2 ** 24 - 1, 4],
		[123_456, 4],
	] as const) {
		const text = toDigits(number, length);
		expect(text).toMatch(new RegExp(`^[\\w-]{${length}}$`));
		expect(new Reader(text).number(length)).toBe(number);
	}
});

test('what is stored today is read by every later version: these texts and hashes never change', () => {
	expect(toDigits(0, 2)).toBe('AA');
	expect(toDigits(64, 2)).toBe('BA');
	expect(toDigits(4095, 2)).toBe('__');
	expect([hashOf(''), hashOf('a'), hashOf('casamento')]).toEqual([1572119809, 1469464775, 4286230298]);
	expect([checksum('abc'), checksum('abc', 4)]).toEqual([3649, 13897281]);
});

test('a reader gives one number after the other, what is left, and no number where there is none', () => {
	const reader = new Reader('ABAAB!AB');
	expect([reader.number(1), reader.number(2)]).toEqual([0, 64]);
	expect(reader.rest()).toBe('AB!AB');
	expect([reader.number(2), reader.number(1), reader.number(3)]).toEqual([1, Number.NaN, Number.NaN]);
	expect(reader.rest()).toBe('');
});

test('times are whole hours since 2020, at least one and at most what fits', () => {
	expect(toHours(Date.UTC(2020, 0, 1, 5, 59))).toBe(5);
	expect(toHours(Date.UTC(2020, 0, 2))).toBe(24);
	expect(toHours(Date.UTC(2020, 0, 1))).toBe(1);
	expect(toHours(0)).toBe(1);
	expect(toHours(Date.UTC(2200, 0, 1))).toBe(2 ** 18 - 1);
});

test('days are counted in full', () => {
	expect(isDaysLater(100, 124, 1)).toBe(true);
	expect(isDaysLater(100, 123, 1)).toBe(false);
	expect(isDaysLater(100, 100, 0)).toBe(true);
	expect(isDaysLater(100, 268, 7)).toBe(true);
});
