import { appendFileSync } from 'node:fs';

import fc, { type Arbitrary } from 'fast-check';

/** Whether as much is tried as time allows, or as much as a change can wait for. */
export const IS_LONG = process.env.FASHIONAI_ATTACK === 'long';
const LONG_CASES = 10_000;
const SHORT_CASES = 100;
const LONGEST = 2 * 60 * 60_000;

/** The short form tries the same at every run; `FASHIONAI_ATTACK_SEED` repeats a long one. */
const SEED = Number(process.env.FASHIONAI_ATTACK_SEED ?? (IS_LONG ? Date.now() % 2 ** 31 : 20_260_301));

/** Shows the first failure as it came, which may be large, instead of looking for the smallest. */
const QUICK = process.env.FASHIONAI_ATTACK_QUICK === '1';

/** One line of the table in docs/reliability.md. */
export interface Tried {
	part: string;
	what: string;
	/** What must hold, or what came of it. */
	outcome: string;
	cases: number;
	held: boolean;
	seed?: number;
	/** What was measured, where that is not a number of cases or says more than one. */
	figures?: string;
}

/** Notes a trial that is no property and no server: what was done so often, or measured, and whether it came out as it must. */
export function recordTrial(trial: Omit<Tried, 'seed'> & { figures: string }): void {
	record(trial);
}

/** Notes what was tried, for whoever started the tests and wants to know. */
export function record(tried: Tried): void {
	const file = process.env.FASHIONAI_ATTACK_RECORD;
	if (file) appendFileSync(file, `${JSON.stringify(tried)}\n`);
}

interface Effort {
	/** Cases of the short form. */
	short?: number;
	long?: number;
	/** So many cases are in one value of the arbitrary: a run of n8n's engine takes many items. */
	perRun?: number;
}

/** A test that `holds` for everything that the arbitrary gives: `what` is tried on `part`. */
export function attack<T>(
	part: string,
	what: string,
	holds: string,
	arbitrary: Arbitrary<T>,
	check: (value: T) => void | Promise<void>,
	{ short = SHORT_CASES, long = LONG_CASES, perRun = 1 }: Effort = {},
): void {
	test(
		`${what}: ${holds}`,
		async () => {
			const numRuns = Math.ceil((IS_LONG ? long : short) / perRun);
			let runs = 0;
			const property = fc.asyncProperty(arbitrary, async (value) => {
				runs++;
				await check(value);
			});
			const noted = (held: boolean) => record({ part, what, outcome: holds, cases: runs * perRun, held, seed: SEED });
			try {
				await fc.assert(property, { numRuns, seed: SEED, endOnFailure: QUICK });
			} catch (error) {
				noted(false);
				throw error;
			}
			noted(true);
		},
		LONGEST,
	);
}
