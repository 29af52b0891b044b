import { appendFileSync } from 'node:fs';

import fc, { type Arbitrary } from 'fast-check';

/** Whether this is the long form. */
export const IS_LONG = process.env.FASHIONAI_ATTACK === 'long';
const LONG_CASES = 10_000;
const SHORT_CASES = 100;
const LONGEST = 2 * 60 * 60_000;

/** The short form tries the same cases in every run; `FASHIONAI_ATTACK_SEED` repeats a long one. */
const SEED = Number(process.env.FASHIONAI_ATTACK_SEED ?? (IS_LONG ? Date.now() % 2 ** 31 : 20_260_301));

/** Shows the first failure as is, which may be large, instead of shrinking it. */
const QUICK = process.env.FASHIONAI_ATTACK_QUICK === '1';

/** One line of the table in docs/reliability.md. */
export interface Tried {
	part: string;
	what: string;
	/** The property, or the outcome. */
	outcome: string;
	cases: number;
	held: boolean;
	seed?: number;
	/** The measurements, if they are more than a number of cases. */
	figures?: string;
}

/**
 * Records a trial that is neither a property nor a server: what was done or measured. It passed if `check` throws nothing; what it
 * throws is thrown, so that what is recorded is what is asserted.
 */
export function recordChecked(trial: Omit<Tried, 'seed' | 'held'> & { figures: string }, check: () => void): void {
	let held = false;
	try {
		check();
		held = true;
	} finally {
		record({ ...trial, held });
	}
}

/** Records what was tried, for the caller of the tests. */
export function record(tried: Tried): void {
	const file = process.env.FASHIONAI_ATTACK_RECORD;
	if (file) appendFileSync(file, `${JSON.stringify(tried)}\n`);
}

interface Effort {
	/** The number of cases in the short form. */
	short?: number;
	long?: number;
	/** The number of cases in one value of the arbitrary: one run of n8n's engine takes many items. */
	perRun?: number;
}

/** Tests that `holds` is true for all values of the arbitrary: `what` is tried on `part`. */
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
