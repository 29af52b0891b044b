import {
	areEnoughPairs,
	CODES,
	isSameProduct,
	NO_CODE,
	productPairs,
	productSignature,
	readVocabulary,
	type Passage,
} from '../../../nodes/shared/moments/keywords';
import { heapUsed } from '../heap';

const read = (...passages: (Partial<Passage> & { text: string })[]) =>
	readVocabulary(passages.map((passage) => ({ weight: 1, ...passage })));
/** What a text is about, in codes. */
const about = (text: string) => [...read({ text }).keys()].sort((a, b) => a - b);
const same = (...texts: string[]) => {
	for (const text of texts) expect([text, about(text)]).toEqual([text, about(texts[0] ?? '')]);
	expect(about(texts[0] ?? '')).not.toEqual([]);
};
/** A word that the lexicon does not know. */
const STRANGE = 'brulixo';

describe('words', () => {
	test.each([
		['number, gender and accents', ['Saia', 'SAIAS', 'saía']],
		['Portuguese plurals in -ões, -ães and -ãos', ['glastão', 'glastões', 'glastães', 'glastãos']],
		['English plurals', ['brixess', 'brixesses']],
		['English plurals in -ies', ['trixby', 'trixbies']],
		['a vowel of gender at the end of a longer word', ['brulixo', 'brulixa', 'brulixe', 'brulixos']],
		['languages', ['vestido', 'dress', 'Dresses']],
		['forms of a word that stand for one idea', ['esporte', 'esportivo', 'deportes']],
		['punctuation around them', ['saia', '- saia -', '«saia»,', 'saia-', '-saia', '3 saias!', '…saia…saia']],
		['a hyphen within them', ['t-shirt', 'T-Shirts']],
		['endings beyond the sixth letter', ['grondelfax', 'grondelmint']],
	])('%s make no difference', (_what, texts) => {
		same(...texts);
	});

	test.each([
		['xyza', 'xyzo'],
		['brixess', 'brixes'],
		['grondelfax', 'grondafax'],
		['saia', 'calça'],
		['pré-natal', 'natal'],
	])('%s is not %s', (one, other) => {
		expect(about(one)).not.toEqual(about(other));
	});

	test('that say nothing are left out: stop words, numbers, one or two letters', () => {
		for (const nothing of ['', '  ', 'de', 'the', 'xy', 'x y', '2024', '10%', '—', 'dia'])
			expect(about(nothing)).toEqual([]);
		expect(about('xyz')).toHaveLength(1);
	});

	test('of two letters are kept if the lexicon knows them', () => {
		expect(read({ text: '5k' }).size).toBeGreaterThan(0);
	});

	test('in a row mean something together, whatever stop words stand between them, up to two', () => {
		same('dia das mães', 'dia mães', 'Dia de las mães');
		expect(about('mães')).not.toEqual(about('dia das mães'));
		same('new year', 'New and the years');
		expect(about('new and the and year')).toEqual([]);
		expect(about(`new ${STRANGE} year`)).toEqual(about(STRANGE));
		expect(about('year new')).toEqual([]);
	});

	test('of a phrase count only as the phrase, and those after it again by themselves', () => {
		expect(about('dia das mães saia')).toEqual([...about('dia das mães'), ...about('saia')].sort((a, b) => a - b));
		expect(about('dia')).toEqual([]);
	});

	test('have the meaning of the longest beginning that the lexicon knows', () => {
		// "vestid*" is a dress, "vestido festa" a gown, and "maratona" is running, which is a sport.
		expect(about('vestidinho')).toEqual(about('vestido'));
		for (const code of about('corrida')) expect(about('maratona')).toContain(code);
		expect(about('maratona').length).toBeGreaterThan(about('corrida').length);
		expect(about('sapatinho')).not.toEqual(about('sapato'));
	});
});

describe('weights', () => {
	const weightOf = (text: string, ...passages: Parameters<typeof read>) => read(...passages).get(about(text)[0] ?? -1);

	test('are those of the lexicon, and less for what it does not know', () => {
		expect([...read({ text: STRANGE }).values()]).toEqual([0.4]);
		expect([...read({ text: 'saia' }).values()]).toEqual([1.6]);
		expect([...read({ text: 'linho' }).values()]).toEqual([1]);
		expect([...read({ text: 'preto' }).values()]).toEqual([0.6]);
		// What is implied by something narrower says less.
		expect(weightOf('vestido', { text: 'vestido' })).toBeCloseTo(0.6 * 1.6);
	});

	test('count once within a passage, for each passage, and as much as it does', () => {
		expect(weightOf('saia', { text: 'saia, saias e saia' })).toBe(1.6);
		expect(weightOf('saia', { text: 'saia' }, { text: 'saia', weight: 0.5 })).toBeCloseTo(1.6 + 0.8);
		expect(read({ text: 'saia' }, { text: 'preto' }).size).toBe(2);
	});

	test('are limited where the passage says so, before its own weight', () => {
		const wedding = Math.max(...read({ text: 'marathon' }).values());
		expect(wedding).toBe(3);
		expect(Math.max(...read({ text: 'marathon', atMost: 1.6, weight: 0.5 }).values())).toBeCloseTo(0.8);
		expect([...read({ text: 'preto', atMost: 1.6, weight: 0.5 }).values()]).toEqual([0.3]);
	});
});

test('codes of words are above those of ideas, and none is that of nothing', () => {
	for (let n = 0; n < 5_000; n++) {
		const letters = [...n.toString(26).padStart(4, '0')].map(
			(digit) => 'qwrtzpsdfghjklxcvbnmyueioa'[Number.parseInt(digit, 26)],
		);
		for (const code of about(`q${letters.join('')}zq`)) {
			expect(code).toBeLessThan(NO_CODE);
			expect(code).toBeLessThan(CODES);
		}
	}
	expect(about(STRANGE)[0]).toBeGreaterThanOrEqual(512);
	expect(about('saia')[0]).toBeLessThan(512);
});

describe('a product', () => {
	const signature = (text: string) => {
		const found = productSignature(text);
		if (found === undefined) throw new Error(`Nothing is named in “${text}”`);
		return found;
	};
	const isSame = (one: string, other: string) => isSameProduct(signature(one), signature(other));

	test.each([
		'Vestido Longo Verde',
		'vestidos longos verdes',
		'Viu Vestido Longo Verde (3x)',
		'Vestido Longo Verde 12 mai',
		'Vestido Longo Verde, 2026',
		'(wishlist) Vestido (M) Longo Verde (2x)',
		'Vestido-Longo Verde'.replace('-', ' - '),
	])('%s is named by the words of its name', (text) => {
		expect(signature(text)).toBe(signature('Vestido Longo Verde'));
	});

	test('is named by its first four words', () => {
		expect(signature('Vestido Longo Verde Esmeralda Premium')).toBe(signature('Vestido Longo Verde Esmeralda'));
		expect(signature('Vestido Longo Verde Esmeralda')).not.toBe(signature('Vestido Longo Verde'));
		expect(signature('Vestido Longo')).not.toBe(signature('Longo Vestido'));
	});

	test.each(['', 'de', '12/05', '(Vestido Longo)', 'mai 2026', 'xy', 'X1 Y2'])('in %j is none', (text) => {
		expect(productSignature(text)).toBeUndefined();
	});

	test('is the same one where the shorter name is part of the other, in any order, by two words at least', () => {
		expect(isSame('Vestido Longo Verde', 'Verde Longo')).toBe(true);
		expect(isSame('Verde Longo', 'Vestido Longo Verde')).toBe(true);
		expect(isSame('Vestido Longo Verde', 'Vestido Longo Preto')).toBe(false);
		expect(isSame('Vestido', 'Vestido')).toBe(true);
		expect(isSame('Vestido', 'Vestido Verde')).toBe(false);
		expect(isSame('Vestido Verde', 'Vestido')).toBe(false);
	});

	test('has a pair for each two of its words, whatever their order, and a single word is its own', () => {
		const pairs = (text: string) => productPairs(signature(text));
		expect(pairs('Vestido Longo Verde Esmeralda')).toHaveLength(6);
		expect(pairs('Vestido Longo Verde')).toHaveLength(3);
		expect(pairs('Verde Vestido Longo')).toEqual(pairs('Vestido Longo Verde'));
		expect(pairs('Vestido Longo Verde')).toEqual(expect.arrayContaining(pairs('Longo Verde')));
		expect(pairs('Vestido')).toHaveLength(1);
		expect(pairs('Vestido vestidos')).toEqual(pairs('Vestido'));
		expect(pairs('Vestido')[0]).toBeLessThan(64);
		expect(Math.min(...pairs('Vestido Longo Verde'))).toBeGreaterThanOrEqual(64);
	});

	test('is known by three of its pairs where it has six, and else by one', () => {
		for (const [known, all, enough] of [
			[3, 6, true],
			[2, 6, false],
			[1, 3, true],
			[0, 3, false],
			[1, 1, true],
			[0, 1, false],
		] as const)
			expect([known, all, areEnoughPairs(known, all)]).toEqual([known, all, enough]);
	});
});

test('a text is not kept in memory for the sake of a word in it', () => {
	const before = heapUsed();
	for (let n = 0; n < 20; n++) {
		const answer = JSON.parse(`"desconhecidissima${n} ${' '.repeat(5_000_000)}"`) as string;
		read({ text: answer.slice(0, 1_000) });
	}
	expect(heapUsed() - before).toBeLessThan(20_000_000);
});
