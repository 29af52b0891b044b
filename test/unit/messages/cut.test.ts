import { cut, cutFor } from '../../../nodes/shared/values/text';
import { cpuTimer } from '../cpu-timer';

test.each([
	['a text that fits', 16, 'a text that fits'],
	['a text that does not', 12, 'a text that…'],
	['a text that does not', 11, 'a text…'],
	['a text, and one that ends at a space', 8, 'a text,…'],
	['enormouslylongword', 6, 'enorm…'],
	['', 5, ''],
])('%j in %d characters is %j', (text, most, expected) => {
	expect(cut(text, most)).toBe(expected);
});

test.each(['👩‍👩‍👧‍👦', '🇧🇷', 'e\u0301', '😀'])(
	'a character of several code units, %s, is kept whole or dropped',
	(character) => {
		for (let most = 2; most < 40; most++) {
			const text = cut(character.repeat(20), most);
			expect(text.length).toBeLessThanOrEqual(most);
			expect(text.replaceAll(character, '')).toMatch(/^…?$/);
		}
	},
);

test('text that grows when escaped is cut to fit', () => {
	const write = (text: string) => text.replaceAll('&', '&amp;');
	const written = cutFor('& '.repeat(100), 60, write);

	expect(written.length).toBeLessThanOrEqual(60);
	expect(written.length).toBeGreaterThan(40);
	expect(written).toMatch(/^(&amp; )*&amp;…$/);
});

test.each([
	['ellipses', `${'…'.repeat(60_000)}${'a'.repeat(200)}`],
	['spaces', `a${' '.repeat(60_000)}b c`],
])('many %s cost no more than a moment', (_what, text) => {
	const spent = cpuTimer();

	cut(text, text.length - 1);

	expect(spent()).toBeLessThan(1_000);
});
