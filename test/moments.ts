import { isDifferent, likeness, sketch } from '../nodes/shared/moment/likeness';
import { momentKeywords } from '../nodes/shared/moment/passages';
import type { RawProfile } from '../nodes/shared/api/profile';
import { readProfile } from '../nodes/shared/profile/customer-profile';
import pairs from './fixtures/moments.json';

type Moment = (typeof pairs.tuned)[number]['moment'];

/** How the measure did on one kind of pair. */
export interface Rate {
	pairs: number;
	/** How many were taken for what they are. */
	right: number;
	/** The likeness that came closest to the wrong side. */
	closest: number;
}

/** The four kinds of pair in one set: the first two must not fire, the last two must. */
export interface Rates {
	reworded: Rate;
	rewordedWithoutBrowsing: Rate;
	next: Rate;
	nextWithOldBrowsing: Rate;
}

export const keywordsOfMoment = (moment: Moment) =>
	momentKeywords(readProfile({ profile: { momento_compra_atual: moment } } as RawProfile));

/** Measures the pairs of one set, in both directions. The threshold was set on `tuned` alone. */
export function measure(set: keyof typeof pairs, size: number): Rates {
	const same = (change: (moment: Moment) => Moment) =>
		rate(pairs[set].flatMap((row) => bothWays(row.moment, change(row.reworded))), size, false);
	const other = (change: (next: Moment, before: Moment) => Moment) =>
		rate(pairs[set].map((row) => [row.moment, change(row.next, row.moment)]), size, true);
	return {
		reworded: same((moment) => moment),
		rewordedWithoutBrowsing: same((moment) => ({ ...moment, navegacoes: [] })),
		next: other((next) => next),
		nextWithOldBrowsing: other((next, { navegacoes }) => ({ ...next, navegacoes: [...navegacoes, ...next.navegacoes] })),
	};
}

function bothWays(one: Moment, other: Moment): [Moment, Moment][] {
	return [
		[one, other],
		[other, one],
	];
}

function rate(compared: Moment[][], size: number, different: boolean): Rate {
	const results = compared.map(([before, after]) => {
		const kept = sketch(before ? keywordsOfMoment(before) : [], size);
		const now = after ? keywordsOfMoment(after) : [];
		return { likeness: likeness(kept, now, size), right: isDifferent(kept, now, size) === different };
	});
	const values = results.map((result) => result.likeness);
	return {
		pairs: results.length,
		right: results.filter((result) => result.right).length,
		closest: different ? Math.max(...values) : Math.min(...values),
	};
}
