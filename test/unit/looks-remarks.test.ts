import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RawProfile } from '../../nodes/shared/api/profile';
import { readProfile } from '../../nodes/shared/profile/customer-profile';

interface Case {
	occasions: unknown;
	/** Words of the pieces which a customer may see. */
	keep: string[];
	/** Words of those which the customer refused, has, cannot get or that are for somebody else. */
	hide: string[];
}

/**
 * Looks with remarks in all the places where an AI may write them, by an author who knew what a customer may see and not how that
 * is told; and by the same author, who then had read the rules, remarks that only sound like a refusal.
 */
const SETS = JSON.parse(readFileSync(join(__dirname, '../fixtures/looks-remarks.json'), 'utf8')) as {
	name: string;
	cases: Case[];
}[];

/** Of each set, the share that comes out right is what it was when the rules were last changed, or more. */
test.each([
	['ordinary', 0.9, 0],
	['refused', 0.58, 0.41],
	['told like a refusal', 0.92, 0],
])('of the looks that are %s, at least %d are right, and at most %d tell what they should not', (name, right, told) => {
	const { cases = [] } = SETS.find((set) => set.name === name) ?? {};
	const results = cases.map(({ occasions, keep, hide }) => {
		const profile = {
			perfil_cliente: { descricao_geral: 'Cliente que gosta de moda' },
			ocasioes_relevantes: occasions,
		};
		const words = readProfile({ profile } as RawProfile)
			.looks.flat()
			.join('\n')
			.toLowerCase()
			.split(/[^\p{L}\p{N}]+/u);
		const isShown = (text: string) => ` ${words.join(' ')} `.includes(` ${text.toLowerCase()} `);
		return { isWhole: keep.every(isShown), tells: hide.some(isShown) };
	});

	expect(cases.length).toBeGreaterThan(300);
	expect(results.filter(({ isWhole, tells }) => isWhole && !tells).length / cases.length).toBeGreaterThanOrEqual(right);
	expect(results.filter(({ tells }) => tells).length / cases.length).toBeLessThanOrEqual(told);
});
