import { flapping, nightly, undecided, type Storage } from '../../../tools/moments/rates';
import type { Mode } from '../../../tools/moments/nightly';
import { SETS } from '../../../tools/moments/sets';

/** The goals, with room for one customer more or less: a set has 12 to 20 of them. `npm run moments` prints the rates. */
const SEEDS = 5;
const CELLS: [Storage, Mode][] = [
	['trigger', 'anew'],
	['trigger', 'cached'],
	['fingerprint', 'anew'],
	['fingerprint', 'cached'],
];

describe.each(CELLS)('kept by the %s, second looks %s', (storage, mode) => {
	test.each(['development', 'second', 'voices', 'oneManner'] as const)(
		'%s: rewordings are not told, what is new is',
		async (set) => {
			const rates = await nightly(SETS[set], storage, mode, SEEDS);
			expect(rates.falseTelling).toBeLessThanOrEqual(0.08);
			expect(rates.neverTold).toBeLessThanOrEqual(0.1);
			expect(rates.firstNight).toBeGreaterThanOrEqual(0.7);
			expect(rates.toldTwice).toBeLessThanOrEqual(0.02);
		},
	);

	test('an undecided flag tells each moment once', async () => {
		const rates = await undecided(SETS.oneManner, storage, mode, 4 * SEEDS);
		for (const rate of Object.values(rates)) expect(rate).toBeLessThanOrEqual(0.05);
	});

	test('a flag that flaps tells a moment once', async () => {
		expect(await flapping(SETS.development, storage, mode, 3)).toBeLessThanOrEqual(0.05);
	});
});

test.each(['development', 'second', 'voices', 'oneManner'] as const)(
	'Not Seen Before, %s: few come again, few are dropped',
	async (set) => {
		for (const mode of ['anew', 'cached'] as const) {
			const rates = await nightly(SETS[set], 'notSeenBefore', mode, SEEDS);
			expect(rates.falseTelling).toBeLessThanOrEqual(0.2);
			expect(rates.neverTold).toBeLessThanOrEqual(0.12);
		}
	},
);
