import {
	combine,
	keep,
	learn,
	readLook,
	saysTooLittle,
	similarity,
	topKeywords,
	withoutKnown,
	type Look,
} from '../../../nodes/shared/moments/similarity';
import { cpuTimer } from '../cpu-timer';

const look = (text: string, products: string[] = []): Look => readLook([{ text, weight: 1 }], products);
const [DRESS, SANDAL, CLUTCH] = ['Vestido Longo Verde', 'Sandália Salto Fino', 'Clutch Strass Prata'];

describe('a look', () => {
	test('is the same text whatever its case and spacing, and another one with another word or product', () => {
		const one = look('Saia de linho.', [DRESS]);
		expect(look(' saia  de\nLINHO. ', [DRESS.toUpperCase()]).identity).toBe(one.identity);
		expect(look('Saia de algodão.', [DRESS]).identity).not.toBe(one.identity);
		expect(look('Saia de linho.', [SANDAL]).identity).not.toBe(one.identity);
		expect(look('Saia de linho.').identity).not.toBe(one.identity);
		expect(one.identity).toBeLessThan(2 ** 18);
	});

	test('is about its wording and its products, the latter for half and no more than garments', () => {
		const bare = look('Saia de linho.');
		const both = look('Saia de linho.', ['Saia Midi Bordada', 'Saia Longa Floral']);
		expect(bare.all).toEqual(bare.wording);
		expect(both.wording).toEqual(bare.wording);
		const [skirt = -1] = look('saia').all.keys();
		expect(both.all.get(skirt)).toBeCloseTo(1.6 + 0.8);
		const [most] = [...look('', ['Maratona 42']).all.values()].sort((a, b) => b - a);
		expect(most).toBeCloseTo(0.8);
	});

	test('has each product once, five of them at most, in whatever order they were listed', () => {
		const names = ['Saia Midi', 'Blusa Seda', 'Bota Couro', 'Colar Prata', 'Bolsa Palha', 'Cinto Largo', 'Brinco Ouro'];
		const signatures = (products: string[]) => look('', products).products.map(({ signature }) => signature);
		expect(signatures(names)).toHaveLength(5);
		expect(signatures([...names].reverse())).toEqual(signatures(names));
		expect(signatures([DRESS, 'vestido longo verde (2x)'])).toHaveLength(1);
		expect(signatures(['12/05', '(2x)'])).toEqual([]);
	});

	test('ends where no text, list or name does', () => {
		expect(look(`${' '.repeat(20_000)} saia`).all.size).toBe(0);
		expect(look('x '.repeat(10_000 - 2) + 'saia').all.size).toBe(1);
		expect(look('', [...Array.from({ length: 200 }, () => '12'), DRESS]).products).toEqual([]);
		expect(look('', [...Array.from({ length: 199 }, () => '12'), DRESS]).products).toHaveLength(1);
		expect(look('', [`${' '.repeat(1_000)}${DRESS}`]).products).toEqual([]);
	});

	test('is about all products of a list written as one sentence, and not about a long remark in brackets', () => {
		const sentence = `Navegou por ${`${DRESS}, `.repeat(20)}e por último ${SANDAL}`;
		expect(look('', [sentence]).all).toEqual(look('', [`${DRESS} ${SANDAL} último`]).all);
		expect(look('', [`(${'visto '.repeat(30)}) ${DRESS}`]).products).toEqual(look('', [DRESS]).products);
	});

	test('says too little with one garment, or with four words that mean nothing here, but not with an occasion', () => {
		expect(saysTooLittle(look(''))).toBe(true);
		expect(saysTooLittle(look('saia'))).toBe(true);
		expect(saysTooLittle(look('brulix cramon dristal felpor'))).toBe(true);
		expect(saysTooLittle(look('saia preta'))).toBe(false);
		expect(saysTooLittle(look('trabalho'))).toBe(false);
	});
});

describe('what is kept', () => {
	test('are the most telling keywords, those of equal weight by code', () => {
		const vocabulary = new Map([
			[7, 1],
			[5, 3],
			[9, 1],
			[2, 2],
		]);
		expect(topKeywords(vocabulary, 3)).toEqual([5, 2, 7]);
		expect(topKeywords(vocabulary, 9)).toEqual([5, 2, 7, 9]);
	});

	test('are also the products', () => {
		const one = look('saia preta de linho', [DRESS, SANDAL]);
		expect(keep(one, 2)).toEqual({
			keywords: topKeywords(one.all, 2),
			products: one.products.map(({ signature }) => signature),
		});
	});

	test('moves some way towards another wording, and further with each', () => {
		const known = { keywords: [1, 2, 3, 4], products: [] };
		const said = (...codes: number[]): Look => {
			const wording = new Map(codes.map((code, rank) => [code, 9 - rank]));
			return { all: new Map([...wording, [99, 50]]), wording, products: [], identity: 0 };
		};
		// Three quarters of the weight stay with what is known, by rank, and one quarter goes to what is said.
		expect(learn(known, said(7, 8), 4).keywords).toEqual([1, 2, 3, 7]);
		expect(learn(known, said(7, 8), 6).keywords).toEqual([1, 2, 3, 7, 4, 8]);
		expect(learn(known, said(4, 3, 2, 1), 4).keywords).toEqual([1, 2, 3, 4]);
		expect(learn(known, said(7), 5).keywords).toEqual([1, 7, 2, 3, 4]);
		expect(learn({ keywords: [], products: [] }, said(7), 2).keywords).toEqual([99, 7]);
	});

	test('has the latest products before the known ones, each once, five at most', () => {
		const known = keep(look('vestido verde de festa', [DRESS, SANDAL, 'Bota Couro', 'Colar Prata']), 8);
		const later = look('vestido de festa longo', ['Longo Verde', 'Vestido Festa', 'Vestido Verde Longo Festa']);
		const { products } = learn(known, later, 8);
		expect(products).toHaveLength(5);
		expect(products.slice(0, 3)).toEqual(later.products.map(({ signature }) => signature));
		const [dress = 0] = look('', [DRESS]).products.map(({ signature }) => signature);
		expect(products).not.toContain(dress);
	});

	test('takes one product of another kind at a time, and no wording beside it', () => {
		const known = keep(look('vestido verde de festa', [DRESS, SANDAL]), 8);
		const mixed = look('vestido de festa e tênis de corrida', [DRESS, 'Tênis Corrida Pro', 'Meia Esportiva Run']);
		const { keywords, products } = learn(known, mixed, 8);
		expect(keywords).toEqual(known.keywords);
		expect(products).toHaveLength(3);
		expect(products).toEqual(expect.arrayContaining([...known.products]));
	});
});

describe('similarity', () => {
	test('of a text to itself is whole, even if its products say much more than its few words', () => {
		const products = ['Vestido de madrinha para casamento na praia', 'Tênis de corrida impermeável para maratona'];
		for (const text of ['brulix cramon dristal', 'brulix cramon dristal felpor gronex jarbos']) {
			const one = look(text, products.slice(0, text.length > 25 ? 2 : 1));
			expect(similarity(keep(one, 13), one, 13)).toEqual({ score: 1, byProducts: true, wording: 1 });
			expect(similarity(keep(one, 13), look(text, [CLUTCH]), 13).score).toBeLessThan(0.44);
		}
	});

	const TEXT = 'Vestido longo de festa para casamento no verão, sandália dourada.';

	test('is 1 with the same text, 0 with nothing in common, and in between by the smaller share', () => {
		const kept = keep(look(TEXT), 13);
		expect(similarity(kept, look(TEXT), 13)).toEqual({ score: 1, byProducts: false, wording: undefined });
		expect(similarity(kept, look('cramonx dristal felpor gronex'), 13).score).toBe(0);
		const part = similarity(kept, look('Casamento'), 13).score;
		expect(part).toBeGreaterThan(0);
		expect(part).toBeLessThan(1);
		const more = similarity(kept, look(`${TEXT} Mochila, coturno, pijama de seda, jaqueta jeans e biquíni.`), 13).score;
		expect(more).toBeGreaterThan(0);
		expect(more).toBeLessThan(1);
	});

	test('counts the wording once more, since browsing carries over', () => {
		const kept = { keywords: [1, 2, 3, 4], products: [] };
		const of = (wording: number[], rest: number[]) => {
			const said = new Map(wording.map((code) => [code, 1]));
			const all = new Map([...said, ...rest.map((code) => [code, 1] as const)]);
			return similarity(kept, { all, wording: said, products: [], identity: 0 }, 8).score;
		};
		expect(of([1, 2, 3, 4], [])).toBe(1);
		// All kept keywords return; half of the look is known, and none or all of its wording.
		expect(of([5, 6, 7, 8], [1, 2, 3, 4])).toBeCloseTo(0.7 * 0.5);
		expect(of([1, 2, 3, 4], [5, 6, 7, 8])).toBeCloseTo(0.7 * 0.5 + 0.3);
		expect(of([], [1, 2, 3, 4, 5, 6, 7, 8])).toBeCloseTo(0.5);
		// The first of the kept ones count most: 1/3 of 1/3 + 1/4 + 1/5 + 1/6.
		expect(of([1], [])).toBeCloseTo(1 / 3 / (1 / 3 + 1 / 4 + 1 / 5 + 1 / 6));
	});

	test('is by products where both have some', () => {
		const kept = keep(look(TEXT, [DRESS, SANDAL]), 30);
		const other = 'Pijama de seda, roupão, chinelo, meia de lã e cachecol.';
		expect(similarity(kept, look(TEXT), 30).byProducts).toBe(false);
		const again = similarity(kept, look(`${TEXT} Cachecol.`, [DRESS, SANDAL]), 30);
		expect(again).toMatchObject({ score: 1, byProducts: true });
		expect(again.wording).toBeGreaterThan(0.8);
		expect(again.wording).toBeLessThan(1);
		// No product is known, and so nothing is added.
		const fresh = similarity(kept, look(other, [CLUTCH, 'Chinelo de quarto']), 30);
		expect(fresh.byProducts).toBe(true);
		expect(fresh.score).toBeLessThan(0.2);
		// A single one may be another each time.
		expect(similarity(kept, look(TEXT, [CLUTCH]), 30).byProducts).toBe(false);
		// Both products are known: 1.4 * (1 - 0.36) for them.
		expect(similarity(kept, look(other, [DRESS, SANDAL]), 30).score).toBeCloseTo(1.4 * 0.64);
		expect(similarity(kept, look(other, [DRESS, SANDAL]), 30).wording).toBe(0);
		expect(similarity(kept, look('Pijama de seda.', [DRESS]), 30).wording).toBeUndefined();
	});

	test('adds up keywords and more known products than carry over anyway, up to 1', () => {
		expect(combine(0.5, undefined)).toEqual({ score: 0.5, byProducts: false });
		expect(combine(0.3, 0.36)).toEqual({ score: 0.3, byProducts: true });
		expect(combine(0.3, 0.2)).toEqual({ score: 0.3, byProducts: true });
		expect(combine(0.3, 0.5).score).toBeCloseTo(0.3 + 1.4 * 0.14);
		expect(combine(0.9, 1).score).toBe(1);
	});

	test('leaves known products out of what the look is about', () => {
		const one = look('Pijama de seda azul.', [DRESS, SANDAL]);
		const [first = 0] = one.products.map(({ signature }) => signature);
		expect(withoutKnown(one, () => false)).toEqual({ share: 0, keywords: one.all });
		expect(withoutKnown(look('Pijama de seda azul.'), () => true).share).toBeUndefined();
		expect(withoutKnown(one, () => true)).toEqual({ share: 1, keywords: one.wording });
		const { share, keywords } = withoutKnown(one, (product) => product === first);
		expect(share).toBe(0.5);
		expect(keywords.size).toBeLessThan(one.all.size);
		expect(keywords.size).toBeGreaterThan(one.wording.size);
	});

	test('one known product of one says less, unless there is nothing else to go by', () => {
		expect(withoutKnown(look('Pijama de seda azul.', [DRESS]), () => true).share).toBe(0.5);
		expect(withoutKnown(look('', [DRESS]), () => true).share).toBe(1);
		const kept = keep(look('', [DRESS, SANDAL]), 13);
		expect(similarity(kept, look('', [DRESS]), 13).score).toBe(1);
	});
});

test('many products with many brackets cost no more than a moment', () => {
	const spent = cpuTimer();

	look('', Array<string>(1_000).fill('('.repeat(1_000)));

	expect(spent()).toBeLessThan(500);
});
