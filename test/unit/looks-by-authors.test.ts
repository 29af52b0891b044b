import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RawProfile } from '../../nodes/shared/api/profile';
import { readProfile } from '../../nodes/shared/profile/customer-profile';

interface Case {
	name: string;
	/** The occasions as an AI may write them, under their name. */
	occasions: Record<string, unknown>;
	/** Of pieces, which a customer may see. */
	mustShow: string[];
	/** Of notes on the customer or to the shop. */
	mustNotShow: string[];
}

/**
 * Written by thirteen authors, twelve of whom knew what a customer may see and not how that is told. The fifth put the notes into the pieces,
 * as in “Camisa social para entrevista após demissão”; the eighth read the rules and looked for notes that pass. What a piece loses
 * for that, such as names and most words before a garment that are not known, counts as not shown.
 */
const AUTHORS = JSON.parse(readFileSync(join(__dirname, '../fixtures/looks.json'), 'utf8')) as Case[][];

/** The share of the pieces that is shown word for word is what it was when the rules were last changed, or more. */
test.each([
	[0, 0.81],
	[1, 0.9],
	[2, 0.89],
	[3, 0.92],
	[4, 1],
	[5, 0.73],
	[6, 0.85],
	[7, 0.89],
	[8, 0.8],
	[9, 0.73],
	[10, 0.71],
	[11, 0.7],
	[12, 0.71],
])('a customer sees most pieces of the profiles of author %i in full, and no note', (author, least) => {
	const cases = AUTHORS[author] ?? [];
	const shown = cases.map(({ name, occasions, mustShow, mustNotShow }) => {
		const { looks } = readProfile({ profile: occasions } as RawProfile);
		const text = looks.flat().join('\n').toLowerCase();
		const isIn = (fragment: string) => text.includes(fragment.toLowerCase());
		return { pieces: mustShow.filter(isIn).length, notes: mustNotShow.filter(isIn).map((note) => `${name}: ${note}`) };
	});
	const pieces = shown.reduce((sum, one) => sum + one.pieces, 0);
	const all = cases.reduce((sum, { mustShow }) => sum + mustShow.length, 0);

	expect(shown.flatMap(({ notes }) => notes)).toEqual([]);
	expect(all).toBeGreaterThanOrEqual(70);
	expect(pieces / all).toBeGreaterThanOrEqual(least);
});
