import { fractionOf } from '../random';

/** A seeded random generator: the same key gives the same sequence, on every machine. */
export class Draw {
	private drawn = 0;

	constructor(private readonly key: string) {}

	/** A number in [0, 1). */
	fraction(): number {
		return fractionOf(`${this.key}|${this.drawn++}`);
	}

	/** A whole number from `least` to `most`, both included. */
	between(least: number, most: number): number {
		return least + Math.floor(this.fraction() * (most - least + 1));
	}

	/** One of the list, which must not be empty. */
	pick<T>(list: readonly T[]): T {
		return list[this.between(0, list.length - 1)] as T;
	}

	/** The list in another order. */
	shuffled<T>(list: readonly T[]): T[] {
		return list
			.map((value) => ({ value, at: this.fraction() }))
			.sort((a, b) => a.at - b.at)
			.map(({ value }) => value);
	}
}

/**
 * Returns which of `count` things comes at a turn (0, 1, 2 …): all of them in a random order, then all in another one,
 * never the same twice in a row.
 */
export function turnOf(key: string, count: number, turn: number): number {
	if (count <= 2) return (new Draw(key).between(0, 1) + turn) % count;
	const round = Math.floor(turn / count);
	return roundOf(key, count, round)[turn % count] as number;
}

function roundOf(key: string, count: number, round: number): number[] {
	const order = drawnOrder(key, count, round);
	const [first, second] = order as [number, number];
	// Swapping the first two does not change the last one, so that the previous round need not be computed in full.
	const repeats = round > 0 && drawnOrder(key, count, round - 1).at(-1) === first;
	return repeats ? [second, first, ...order.slice(2)] : order;
}

function drawnOrder(key: string, count: number, round: number): number[] {
	return new Draw(`${key}|round ${round}`).shuffled([...Array(count).keys()]);
}
