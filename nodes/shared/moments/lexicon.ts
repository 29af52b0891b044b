import { COLORS, GARMENTS, MATERIALS } from '../values/garments';
import { OCCASIONS, SEASONS } from '../values/occasions';
import { STYLES, TONES } from './styles';

/**
 * What fashion is about. Each line of the tables is one idea, with the words for it in Portuguese, Spanish and English, without
 * accents, so that two texts that use different names for the same thing share the idea. The words of `marathon < running: …`
 * also stand for running, and for whatever running is part of. A word may appear on several lines ("padrino" is a wedding and a
 * baptism). `*` matches any ending; `_` joins two words that mean it only together.
 *
 * An idea is stored by its position in these tables. To add one anywhere but at the end of the last table, or to remove one, raise the
 * version of everything stored (fingerprint.ts, sections.ts, seen-before.ts).
 */
const WEIGHTS: readonly [lines: string, weight: number][] = [
	[OCCASIONS, 3],
	[STYLES, 2],
	[GARMENTS, 1.6],
	[SEASONS, 1.6],
	[MATERIALS, 1],
	[COLORS, 0.6],
	[TONES, 0.3],
];

/** Ideas found in nearly every wardrobe say less, as do those that a narrower idea implies. */
const BROAD: readonly string[] = ['accessories', 'bag', 'top', 'colourful'];
const BROAD_SHARE = 0.6;

/** An idea, by its position in the tables, and how much it says: an occasion more than a garment, a garment more than a color. */
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

/** All ideas, each with its words as written in the tables. */
export function allIdeas(): (Idea & { words: string[] })[] {
	const lines = WEIGHTS.flatMap(([table, weight]) => linesOf(table).map((line) => readLine(line, weight)));
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
