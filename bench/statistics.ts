/** The median; the mean of the two middle values for an even number. */
export function median(figures: number[]): number {
	const sorted = [...figures].sort((a, b) => a - b);
	const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
	const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
	return (lower + upper) / 2;
}

/** A figure over several runs: median, minimum and maximum. */
export interface Spread {
	median: number;
	least: number;
	most: number;
}

export function spreadOf(figures: number[]): Spread {
	return { median: median(figures), least: Math.min(...figures), most: Math.max(...figures) };
}
