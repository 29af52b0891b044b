const CODE_LENGTH = 2;

/** From this likeness on two texts tell the same. Tuned on the pairs of test/fixtures/moments.json (`npm run moments`). */
export const SAME_FROM = 0.33;

/** So few words say too little to tell one moment from another. */
const FEWEST = 3;

/** The `size` most telling keywords as one text of two characters each: all that is kept of a text. */
export function sketch(keywords: string[], size: number): string {
	return keywords.slice(0, size).join('');
}

/**
 * How much of a kept sketch comes back in a new text, and how much of the new text's own most telling words was in the
 * sketch: the lesser of the two shares, from 0 to 1. The first alone would take a moment into which the old one's browsing
 * carries over for the same; the second alone, one that only dropped what it was about.
 */
export function likeness(kept: string, keywords: string[], size: number): number {
	const old = codesOf(kept);
	return Math.min(shareOf(old, new Set(keywords)), shareOf(keywords.slice(0, size), new Set(old)));
}

/** Whether a new text tells something else than the one that was kept. A text of next to no words tells nothing. */
export function isDifferent(kept: string, keywords: string[], size: number): boolean {
	if (keywords.length < FEWEST) return false;
	return kept === '' || likeness(kept, keywords, size) < SAME_FROM;
}

function codesOf(kept: string): string[] {
	return Array.from({ length: kept.length / CODE_LENGTH }, (_, n) => kept.slice(n * CODE_LENGTH, (n + 1) * CODE_LENGTH));
}

/** The share of the codes that are among the others. Earlier ones tell more, so they count more. */
function shareOf(codes: string[], others: ReadonlySet<string>): number {
	let all = 0;
	let shared = 0;
	for (const [rank, code] of codes.entries()) {
		const weight = 1 / (rank + 3);
		all += weight;
		if (others.has(code)) shared += weight;
	}
	return all === 0 ? 0 : shared / all;
}
