import { keywordsOf } from '../../nodes/shared/moment/keywords';
import { isDifferent, sketch } from '../../nodes/shared/moment/likeness';
import { HALF_SIZE, MOMENT_SIZE } from '../../nodes/shared/moment/sizes';
import pairs from '../fixtures/moments.json';
import { measure, type Rates } from '../moments';

const share = ({ right, pairs: count }: Rates[keyof Rates]) => right / count;

describe('the pairs that were written for it', () => {
	test('are at least 60 in two sets, one of which the threshold was not set on', () => {
		const written = [...pairs.tuned, ...pairs.heldOut];
		expect(2 * written.length).toBeGreaterThanOrEqual(60);
		expect(new Set(written.map(({ moment }) => moment.resumo_momento)).size).toBe(written.length);
	});

	test.each(['tuned', 'heldOut'] as const)('%s: the same moment in other words is the same', (set) => {
		const rates = measure(set, MOMENT_SIZE);
		expect(share(rates.reworded)).toBeGreaterThanOrEqual(0.95);
		expect(share(rates.rewordedWithoutBrowsing)).toBeGreaterThanOrEqual(0.9);
	});

	test.each(['tuned', 'heldOut'] as const)('%s: a really new moment is another one', (set) => {
		const rates = measure(set, MOMENT_SIZE);
		expect(share(rates.next)).toBeGreaterThanOrEqual(0.95);
		expect(share(rates.nextWithOldBrowsing)).toBeGreaterThanOrEqual(0.9);
	});

	test.each(['tuned', 'heldOut'] as const)('%s: half the words do nearly as well', (set) => {
		for (const rate of Object.values(measure(set, HALF_SIZE))) expect(share(rate)).toBeGreaterThanOrEqual(0.85);
	});
});

const keywords = (text: string) => keywordsOf([{ text, weight: 1 }]);

test.each([
	['case, accents and punctuation', 'Calções de AÇAFRÃO, verão!', 'calcoes de acafrao verao'],
	['plural and gender', 'vestidos coloridos', 'vestido colorida'],
	['the order of words', 'bota preta, casaco camelo', 'casaco camelo e bota preta'],
	['words that every moment has', 'A cliente busca peças novas: botas', 'botas'],
])('%s make no difference', (_what, one, other) => {
	const codes = (text: string) => keywords(text).sort();
	expect(codes(one).length).toBeGreaterThan(0);
	expect(codes(one)).toEqual(codes(other));
});

test('a word that several texts share tells more than one in a single text', () => {
	const [first] = keywordsOf([
		{ text: 'seda linho veludo', weight: 1 },
		{ text: 'veludo crepe', weight: 1 },
	]);
	expect(first).toBe(keywords('veludo')[0]);
});

test('a text of next to no words tells nothing, and anything else tells something where there was nothing', () => {
	const kept = sketch(keywords('vestido longo veludo estola concerto gala'), MOMENT_SIZE);
	expect(isDifferent(kept, [], MOMENT_SIZE)).toBe(false);
	expect(isDifferent(kept, keywords('a cliente'), MOMENT_SIZE)).toBe(false);
	expect(isDifferent('', keywords('vestido longo veludo estola'), MOMENT_SIZE)).toBe(true);
});

test('a sketch is at most 48 characters, however long the text', () => {
	const text = Array.from({ length: 5_000 }, (_, n) => `palavra${String.fromCharCode(97 + (n % 26))}${'xyz'.repeat(n % 7)}`).join(' ');
	expect(sketch(keywords(text), MOMENT_SIZE).length).toBeLessThanOrEqual(48);
});
