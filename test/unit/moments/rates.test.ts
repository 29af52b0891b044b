import { flapping, nightly, undecided, type Storage } from '../../../tools/moments/rates';
import type { Mode } from '../../../tools/moments/nightly';
import { SETS } from '../../../tools/moments/sets';

/** The goals, with room for a few customers: a set has 12 to 45 of them. `npm run moments` prints the rates. */
const SEEDS = 3;
const MODES: readonly Mode[] = ['anew', 'cached'];

describe.each(MODES)('kept by the trigger, second looks %s', (mode) => {
	test.each(['development', 'second', 'voices', 'oneManner'] as const)(
		'%s: rewordings are not reported, new moments are',
		async (set) => {
			const rates = await nightly(SETS[set], 'trigger', mode, SEEDS);
			expect(rates.falseReport).toBeLessThanOrEqual(0.06);
			expect(rates.missed).toBeLessThanOrEqual(0.05);
			expect(rates.firstNight).toBeGreaterThanOrEqual(0.8);
			expect(rates.reportedTwice).toBeLessThanOrEqual(0.02);
		},
	);

	test('an undecided flag reports each moment once', async () => {
		const rates = await undecided(SETS.oneManner, 'trigger', mode, 4 * SEEDS);
		for (const rate of Object.values(rates)) expect(rate).toBeLessThanOrEqual(0.05);
	});

	test('a flag that flaps reports a moment once', async () => {
		expect(await flapping(SETS.development, 'trigger', mode, 3)).toBeLessThanOrEqual(0.05);
	});

	test('a fingerprint decides like the trigger', async () => {
		const rates = (storage: Storage) => nightly(SETS.development, storage, mode, 1);
		expect(await rates('fingerprint')).toEqual(await rates('trigger'));
	});
});

test.each(['development', 'second', 'voices', 'oneManner'] as const)(
	'Not Seen Before, %s: few come again, few are dropped',
	async (set) => {
		for (const mode of ['anew', 'cached'] as const) {
			const rates = await nightly(SETS[set], 'notSeenBefore', mode, SEEDS);
			expect(rates.falseReport).toBeLessThanOrEqual(0.12);
			expect(rates.missed).toBeLessThanOrEqual(0.06);
		}
	},
);
