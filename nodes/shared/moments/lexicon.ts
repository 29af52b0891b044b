import { GARMENTS } from './lexicon/garments';
import { COLOURS, MATERIALS, SEASONS, STYLES, TONES } from './lexicon/looks';
import { OCCASIONS } from './lexicon/occasions';

/**
 * What fashion is about, each line of the tables one idea and the words for it in Portuguese, Spanish and English, without
 * accents. Two texts that call the same thing by other names share the idea. `marathon < running: …` is an idea whose words
 * also stand for the broader one, and for what that is part of. A word may stand in several lines ("padrino" is a wedding, and
 * a baptism). `*` stands for any ending, `_` joins two words that mean it only together.
 *
 * An idea is stored by its place in these tables. Who adds a line that is not the last of `LATER`, or takes one out, has to
 * raise the version of what is stored (fingerprint.ts, sections.ts, seen-before.ts).
 */
const WEIGHTS: readonly [lines: string, weight: number][] = [
	[OCCASIONS, 3],
	[STYLES, 2],
	[GARMENTS, 1.6],
	[SEASONS, 1.6],
	[MATERIALS, 1],
	[COLOURS, 0.6],
	[TONES, 0.3],
];

/** Ideas that nearly every wardrobe has tell less, as those do that a narrower one already tells. */
const BROAD: readonly string[] = ['accessories', 'bag', 'top', 'colourful'];
const BROAD_SHARE = 0.6;

/** Ideas of later versions, with their weight before the name: `2 name: words`. Empty yet. */
const LATER = '';

/** An idea, by its place in the tables, and how much it tells: an occasion more than a garment, a garment more than a colour. */
export interface Idea {
	code: number;
	weight: number;
}

interface Line {
	name: string;
	weight: number;
	broader: string[];
	words: string[];
}

/** All ideas, each with the words for it as they stand in the tables. */
export function allIdeas(): (Idea & { words: string[] })[] {
	const lines = [
		...WEIGHTS.flatMap(([table, weight]) => linesOf(table).map((line) => readLine(line, weight))),
		...linesOf(LATER).map((line) => readLine(line.replace(/^\S+ /, ''), Number.parseFloat(line))),
	];
	const byName = new Map(lines.map((line) => [line.name, line]));
	const wordsOf = new Map(lines.map(({ name, words }) => [name, [...words]]));
	for (const line of lines) {
		for (const name of allBroader(line, byName)) wordsOf.get(name)?.push(...line.words);
	}
	const broad = new Set([...BROAD, ...lines.flatMap(({ broader }) => broader)]);
	return lines.map(({ name, weight }, code) => ({
		code,
		weight: broad.has(name) ? weight * BROAD_SHARE : weight,
		words: wordsOf.get(name) ?? [],
	}));
}

function allBroader({ broader }: Line, byName: ReadonlyMap<string, Line>): Set<string> {
	const above = broader.flatMap((name) => [...allBroader(byName.get(name) ?? NO_LINE, byName)]);
	return new Set([...broader, ...above]);
}

const NO_LINE: Line = { name: '', weight: 0, broader: [], words: [] };

function readLine(line: string, weight: number): Line {
	const [head = '', words = ''] = line.split(': ');
	const [name = '', broader = ''] = head.split(' < ');
	return { name, weight, broader: broader.split(' ').filter((other) => other !== ''), words: words.split(' ') };
}

function linesOf(lines: string): string[] {
	return lines.split('\n').filter((line) => line !== '');
}
