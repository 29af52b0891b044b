import { decide, type Decision, type KeptMoment, type MomentRules } from '../../../nodes/shared/moments/decide';
import { toHours } from '../../../nodes/shared/moments/encoding';
import type { CustomerProfile } from '../../../nodes/shared/profile/customer-profile';
import { day, flagged, profileWith, RUNNING, WEDDING } from './texts';

const RULES: MomentRules = { event: 'newBehavior', now: day(0), firstLook: 'remember', quietPeriod: 0 };

/** Looks in turn, one a day, each with what the one before kept. */
function looks(
	profiles: readonly CustomerProfile[],
	rules: Partial<MomentRules> = {},
	from?: KeptMoment,
	start = 0,
): Decision[] {
	let kept = from;
	return profiles.map((profile, at) => {
		const decision = decide(kept, profile, { ...RULES, now: day(start + at), ...rules });
		kept = decision.keep;
		return decision;
	});
}
const verdicts = (decisions: Decision[]) => decisions.map(({ verdict }) => verdict);
const kept = (decisions: Decision[]) => decisions.at(-1)?.keep;

describe('the first look', () => {
	test('is remembered silently, or told where it shows new behavior', () => {
		expect(decide(undefined, WEDDING[0], RULES)).toMatchObject({ verdict: 'same', reason: 'firstLook' });
		expect(decide(undefined, WEDDING[0], { ...RULES, firstLook: 'emit' })).toMatchObject({
			verdict: 'new',
			reason: 'firstLook',
		});
		expect(decide(undefined, flagged(WEDDING[0], false), { ...RULES, firstLook: 'emit' }).verdict).toBe('same');
	});

	test('with new behavior counts as told, in whatever words it comes again', () => {
		expect(verdicts(looks([WEDDING[0], WEDDING[1], WEDDING[2], WEDDING[0]]))).toEqual(['same', 'same', 'same', 'same']);
	});
});

describe('another moment', () => {
	test('is told once a second look says so in its own words, and once alone', () => {
		const told = looks([WEDDING[0], RUNNING[0], RUNNING[1], RUNNING[0], RUNNING[1]]);
		expect(verdicts(told)).toEqual(['same', 'perhaps', 'new', 'same', 'same']);
		expect(told[2]?.reason).toBe('otherMoment');
	});

	test('is told where a summary announces it after the habit that it repeats', () => {
		const habit = profileWith({
			momentSummary:
				'A cliente acompanha semanalmente a categoria de brincos e colares banhados a ouro, gosta de conjuntos delicados.',
			opportunities: ['Conjunto colar + brinco'],
			recentNavigation: ['visualizou Colar Ponto de Luz', 'visualizou Brinco Argola Dourado'],
		});
		const announced = [
			'A cliente acompanha semanalmente brincos e colares banhados a ouro e gosta de conjuntos delicados. Novidade: pesquisa roupas e coleiras para cachorro, após adotar um pet.',
			'Toda semana confere semijoias, como colares e brincos dourados e delicados. Pela primeira vez, quer roupinha e coleira para o seu cachorro.',
		].map((momentSummary) =>
			profileWith({
				momentSummary,
				opportunities: ['Linha pet'],
				recentNavigation: [
					'visualizou Colar Ponto de Luz',
					'visualizou Roupinha Pet Moletom',
					'visualizou Coleira Couro Pet',
				],
			}),
		);
		expect(verdicts(looks([habit, ...announced]))).toEqual(['same', 'perhaps', 'new']);
	});

	test('is not told where the second look says what was told', () => {
		const told = looks([WEDDING[0], RUNNING[0], WEDDING[1]]);
		expect(verdicts(told)).toEqual(['same', 'perhaps', 'same']);
		expect(kept(told)?.pending).toBeUndefined();
	});

	test('is not told where the two looks of a run have no more to do with each other than with what was told, and nothing waits', () => {
		const pajamas = profileWith({ momentSummary: 'Pijama de seda, roupão e chinelo para ficar em casa.' });
		const told = looks([WEDDING[0]]);
		const [first] = looks([RUNNING[0]], {}, kept(told), 1);
		expect(first?.verdict).toBe('perhaps');
		const again = { ...RULES, now: day(1) };
		expect(decide(first?.keep, RUNNING[1], again, RUNNING[0])).toMatchObject({ verdict: 'new', reason: 'otherMoment' });
		const other = decide(first?.keep, pajamas, again, RUNNING[0]);
		expect(other.verdict).toBe('same');
		expect(other.keep).toEqual(kept(told));
	});

	test('awaits another text where the second look has the same one, unless next to nothing is shared', () => {
		const near = profileWith({
			momentSummary: 'Vestidos de linho e sandália rasteira para trabalhar no escritório no verão, com bolsa e blazer.',
		});
		const rest = looks([near, near], {}, kept(looks([WEDDING[0]])), 1);
		expect(verdicts(rest)).toEqual(['perhaps', 'perhaps']);
		const clear = looks([RUNNING[0], RUNNING[0]], {}, kept(looks([WEDDING[0]])), 1);
		expect(verdicts(clear)).toEqual(['perhaps', 'new']);
	});
});

test('another text that stands for a week, though never written anew, is believed', () => {
	const near = profileWith({
		momentSummary: 'Vestidos de linho e sandália rasteira para trabalhar no escritório no verão, com bolsa e blazer.',
	});
	expect(
		verdicts(
			looks(
				Array.from({ length: 9 }, () => near),
				{},
				kept(looks([WEDDING[0]])),
				1,
			),
		),
	).toEqual([...Array.from({ length: 7 }, () => 'perhaps'), 'new', 'same']);
	expect(
		verdicts(looks([near, near, near, WEDDING[1], near, near, near, near], {}, kept(looks([WEDDING[0]])), 1)),
	).not.toContain('new');
});

describe('the flag', () => {
	const baseline = () => kept(looks([flagged(WEDDING[0], false)]));

	test('that rises is told once a second look says true as well', () => {
		expect(verdicts(looks([WEDDING[1], WEDDING[2]], {}, baseline(), 1))).toEqual(['perhaps', 'new']);
		expect(verdicts(looks([WEDDING[1], flagged(WEDDING[2], false)], {}, baseline(), 1))).toEqual(['perhaps', 'same']);
		expect(looks([WEDDING[1], WEDDING[2]], {}, baseline(), 1)[1]?.reason).toBe('began');
	});

	test('that rises is told at once where answers are kept', () => {
		expect(verdicts(looks([WEDDING[1], WEDDING[1]], {}, baseline(), 1))).toEqual(['perhaps', 'new']);
	});

	test('that nobody is sure of is told at the second yes, with any number of no between them, and not again', () => {
		const no = flagged(WEDDING[0], false);
		const told = looks([WEDDING[1], no, no, WEDDING[2], no, WEDDING[0], no, WEDDING[1]], {}, baseline(), 1);
		expect(verdicts(told)).toEqual(['perhaps', 'same', 'same', 'new', 'same', 'same', 'same', 'same']);
	});

	test('that comes back for the moment told last is told again only after it was gone for long', () => {
		const told = kept(looks([WEDDING[0]]));
		const gone = kept(looks([flagged(WEDDING[1], false)], {}, told, 1));
		expect(verdicts(looks([WEDDING[2], WEDDING[0]], {}, gone, 29))).toEqual(['same', 'same']);
		expect(verdicts(looks([WEDDING[2], WEDDING[0]], {}, gone, 31))).toEqual(['perhaps', 'new']);
		expect(verdicts(looks([WEDDING[2], WEDDING[0]], { tellAgainAfter: 7 }, gone, 8))).toEqual(['perhaps', 'new']);
	});

	test('that was gone in the future, by a clock that was wrong, is told again after it was gone for long', () => {
		const told = kept(looks([WEDDING[0]]));
		const ahead = kept(looks([flagged(WEDDING[1], false)], {}, told, 100));
		const gone = kept(looks([flagged(WEDDING[1], false)], {}, ahead, 1));
		expect(verdicts(looks([WEDDING[2], WEDDING[0]], {}, gone, 29))).toEqual(['same', 'same']);
		expect(verdicts(looks([WEDDING[2], WEDDING[0]], {}, gone, 31))).toEqual(['perhaps', 'new']);
	});

	test('does not count as gone while nobody looked', () => {
		expect(verdicts(looks([WEDDING[1]], {}, kept(looks([WEDDING[0]])), 90))).toEqual(['same']);
	});

	test('makes no difference where any other moment is to be told', () => {
		const no = [WEDDING[0], RUNNING[0], RUNNING[1], WEDDING[0]].map((profile) => flagged(profile, false));
		expect(verdicts(looks(no, { event: 'momentChanged' }))).toEqual(['same', 'perhaps', 'new', 'perhaps']);
	});
});

describe('a quiet period', () => {
	const told = () => kept(looks([WEDDING[0]], { firstLook: 'emit' }));

	test('holds news back, and tells it afterwards if it still holds', () => {
		const quiet = { quietPeriod: 7 };
		const during = looks([RUNNING[0], RUNNING[1]], quiet, told(), 1);
		expect(during.map(({ verdict, reason }) => [verdict, reason])).toEqual([
			['perhaps', 'otherMoment'],
			['same', 'quiet'],
		]);
		expect(verdicts(looks([RUNNING[0], RUNNING[1]], quiet, kept(during), 7))).toEqual(['perhaps', 'new']);
		expect(verdicts(looks([WEDDING[1]], quiet, kept(during), 7))).toEqual(['same']);
	});

	test('that would begin in the future, by a clock that was wrong, holds nothing back', () => {
		const ahead = kept(looks([WEDDING[0]], { firstLook: 'emit' }, undefined, 100));
		for (const quietPeriod of [0, 7])
			expect(verdicts(looks([RUNNING[0], RUNNING[1]], { quietPeriod }, ahead, 1))).toEqual(['perhaps', 'new']);
	});

	test('begins with a telling, not with what was remembered silently', () => {
		expect(verdicts(looks([RUNNING[0], RUNNING[1]], { quietPeriod: 30 }, kept(looks([WEDDING[0]])), 1))).toEqual([
			'perhaps',
			'new',
		]);
	});
});

describe.each<[string, string, [string, string]]>([
	[
		'although the summary tells what was before',
		'Quer roupas de academia: leggings e tops.',
		[
			'Antes focada em roupas de academia, como leggings e tops, agora busca vestidos longos para casamentos.',
			'Deixou as leggings de academia e procura vestido de madrinha.',
		],
	],
	[
		'although the summary tells what has ended',
		'Procura vestido longo para o casamento da irmã.',
		[
			'Deixou de procurar vestido para o casamento da irmã e agora busca roupas de academia.',
			'Já comprou o vestido do casamento; agora quer roupas para treinar.',
		],
	],
	[
		'although the summary tells, in Spanish, what has ended',
		'Busca vestido largo para la boda de su hermana.',
		[
			'Dejó de buscar vestido para la boda de su hermana; ahora busca ropa de gimnasio.',
			'Ya compró el vestido de la boda; ahora quiere ropa para entrenar.',
		],
	],
	[
		'although the summary tells, in English, what has ended',
		'Looking for a prom dress.',
		[
			'No longer looking for a prom dress, she buys jeans and hoodies for college.',
			'Packs jeans and hoodies for college.',
		],
	],
	[
		'although the summary tells, in English, what was before',
		'Looking for gym leggings and sports bras.',
		[
			'Previously focused on gym leggings and sports bras, she now looks for wedding guest dresses.',
			'Moving away from gym leggings, she wants a dress for a wedding.',
		],
	],
	[
		'after no more than an occasion',
		'Está renovando o guarda-roupa de trabalho.',
		['Prepara a mala para uma viagem à praia.', 'Procura biquínis e saídas de praia para a viagem.'],
	],
	['in a few words', 'Quer jaquetas de couro.', ['Ciclista: roupas de bike.', 'Roupas para pedalar de bike.']],
	[
		'at the same time of year: férias are no fair',
		'Férias de julho na praia com a família.',
		['Férias de julho na neve com a família.', 'Viaja nas férias para esquiar na neve.'],
	],
])('another moment %s', (_, before, [now, again]) => {
	test('is told', () => {
		const [first, second, third] = [before, now, again].map((momentSummary) => profileWith({ momentSummary }));
		expect(verdicts(looks([first, second, third] as CustomerProfile[]))).toEqual(['same', 'perhaps', 'new']);
	});
});

test.each([
	'Nenhuma interação recente com o catálogo foi identificada.',
	'No recent activity was found for this customer.',
	'Dados insuficientes para determinar o momento atual de compra.',
	'Cliente inativo no momento, sem visitas ou buscas nos últimos dias.',
	'Não há navegações recentes; o cliente não demonstra um momento de compra ativo.',
])('a text that nothing is going on, as %j, is no other moment', (momentSummary) => {
	const nothing = profileWith({ momentSummary, newBehavior: false });
	expect(verdicts(looks([WEDDING[0], nothing, WEDDING[1]], { event: 'momentChanged' }))).toEqual([
		'same',
		'same',
		'same',
	]);
});

test.each([
	'Deixou no carrinho um vestido de noiva e sandália dourada.',
	'Abandonou no carrinho um sobretudo impermeável.',
	'Antes do Natal procura pijamas e meias.',
	'Antes de la boda busca vestido largo y tacones.',
	'Deixou a barba crescer e compra camisas.',
	'Em vez de calças, saias plissadas.',
])('of %j, what the customer wants is compared', (momentSummary) => {
	const told = looks([profileWith({ momentSummary: 'Óculos de sol e chapéu para a piscina.' })]);
	const [decision] = looks([profileWith({ momentSummary })], {}, kept(told), 1);
	expect(decision).toMatchObject({ verdict: 'perhaps' });
});

test.each([
	['Look para antes da cerimônia: vestido midi e sandália.', 'Vestido midi e sandália para usar antes da cerimônia.'],
	['Suéter de lã e botas', 'Botas, suéteres e casacos de lã'],
])('%j and %j are one moment', (one, other) => {
	const [before, after] = [one, other].map((momentSummary) => profileWith({ momentSummary }));
	expect(verdicts(looks([before, after] as CustomerProfile[]))).toEqual(['same', 'same']);
});

describe('an empty moment', () => {
	const nothing = profileWith({ recentNavigation: [] });

	test('makes the first words the measure, not news', () => {
		expect(verdicts(looks([nothing, WEDDING[0], WEDDING[1], RUNNING[0], RUNNING[1]]))).toEqual([
			'same',
			'same',
			'same',
			'perhaps',
			'new',
		]);
	});

	test('without new behavior is told when it begins', () => {
		expect(verdicts(looks([flagged(nothing, false), WEDDING[0], WEDDING[1]]))).toEqual(['same', 'perhaps', 'new']);
	});

	test('in between tells nothing', () => {
		expect(verdicts(looks([WEDDING[0], nothing, WEDDING[1]]))).toEqual(['same', 'same', 'same']);
	});
});

describe('what is kept', () => {
	const NEVER = 0;
	const at = (number: number) => toHours(day(number));
	const after = (
		profile: CustomerProfile,
		from: KeptMoment | undefined,
		now: number,
		rules: Partial<MomentRules> = {},
	) => decide(from, profile, { ...RULES, ...rules, now: day(now) }).keep;

	test('of a first look is its moment, whether it counts as told, and when', () => {
		expect(after(WEDDING[0], undefined, 3)).toMatchObject({ reported: true, reportedAt: NEVER, goneSince: 0 });
		expect(after(WEDDING[0], undefined, 3, { firstLook: 'emit' })).toMatchObject({
			reported: true,
			reportedAt: at(3),
			goneSince: 0,
		});
		for (const firstLook of ['remember', 'emit'] as const) {
			const calm = after(flagged(WEDDING[0], false), undefined, 3, { firstLook });
			expect(calm).toMatchObject({ reported: false, reportedAt: NEVER, goneSince: at(3), pending: undefined });
			expect(calm.keywords).toEqual(after(WEDDING[0], undefined, 3).keywords);
		}
	});

	test('of a moment too short to compare is nothing', () => {
		expect(after(profileWith({ momentSummary: 'Vestido.' }), undefined, 0)).toMatchObject({
			keywords: [],
			products: [],
		});
	});

	test('of new behavior that is gone is since when, until it shows again', () => {
		const told = after(WEDDING[0], undefined, 0);
		const gone = after(flagged(WEDDING[1], false), told, 1);
		expect(gone.goneSince).toBe(at(1));
		expect(after(flagged(WEDDING[1], false), gone, 2).goneSince).toBe(at(1));
		expect(after(WEDDING[1], gone, 3).goneSince).toBe(0);
	});

	test('learns from the words of the known moment, flagged or not, once it was told', () => {
		const told = after(WEDDING[0], undefined, 0);
		expect(after(WEDDING[1], told, 1).keywords).not.toEqual(told.keywords);
		expect(after(flagged(WEDDING[1], false), told, 1).keywords).not.toEqual(told.keywords);
		expect(after(flagged(RUNNING[0], false), told, 1).keywords).toEqual(told.keywords);
		const calm = after(flagged(WEDDING[0], false), undefined, 0);
		expect(after(flagged(WEDDING[1], false), calm, 1).keywords).toEqual(calm.keywords);
	});

	test('learns nothing from what says too little', () => {
		const told = after(WEDDING[0], undefined, 0);
		expect(after(profileWith({ momentSummary: 'Vestido.' }), told, 1)).toEqual(told);
	});

	test('of a look that awaits another is which text it was, and when the first of them came', () => {
		const told = after(WEDDING[0], undefined, 0);
		const near = profileWith({
			momentSummary: 'Vestidos de linho e sandália rasteira para trabalhar no escritório no verão, com bolsa e blazer.',
		});
		const waiting = after(near, told, 1);
		expect(waiting.pending?.at).toBe(at(1));
		expect({ ...waiting, pending: undefined }).toEqual(told);
		expect(after(near, waiting, 2)).toEqual(waiting);
		expect(after(WEDDING[1], waiting, 2).pending).toBeUndefined();
	});

	test('of a report is the moment told last, and when', () => {
		const waiting = after(RUNNING[0], after(flagged(WEDDING[0], false), undefined, 0), 1);
		expect(after(RUNNING[1], waiting, 2)).toEqual(after(RUNNING[1], undefined, 2, { firstLook: 'emit' }));
	});

	test('of an unconfirmed look is forgotten after 45 days', () => {
		const waiting = after(RUNNING[0], after(WEDDING[0], undefined, 0), 0);
		const verdict = (now: number) => decide(waiting, RUNNING[1], { ...RULES, now: day(now) }).verdict;
		expect([verdict(44), verdict(45)]).toEqual(['new', 'perhaps']);
		expect(after(RUNNING[1], waiting, 45).pending?.at).toBe(at(45));
	});

	test('of a quiet period is nothing that would spare the second look after it', () => {
		const told = kept(looks([WEDDING[0]], { firstLook: 'emit' }));
		expect(kept(looks([RUNNING[0], RUNNING[1]], { quietPeriod: 7 }, told, 1))).toEqual(told);
	});

	test('says that new behavior was gone since the last report at most, whatever the clock said in between', () => {
		const told = kept(looks([WEDDING[0]], { firstLook: 'emit' }, undefined, 50));
		const behind = kept(looks([flagged(WEDDING[0], false)], {}, told, 2));
		expect(behind?.goneSince).toBe(told?.reportedAt);
	});

	test('learns from a first look that the second one cleared up, unless it shares next to nothing', () => {
		const told = after(WEDDING[0], undefined, 0);
		const cleared = (first: CustomerProfile) => {
			const waiting = after(first, told, 1);
			expect(waiting.pending).toBeDefined();
			return decide(waiting, WEDDING[1], { ...RULES, now: day(1) }, first).keep;
		};
		const odd = profileWith({
			momentSummary:
				'Sandália dourada e clutch, tênis de corrida, mochila e biquíni para a praia no verão, com amigas.',
		});
		const unrelated = after(WEDDING[1], told, 1);
		expect(cleared(RUNNING[0])).toEqual(unrelated);
		expect(cleared(odd).keywords).not.toEqual(unrelated.keywords);
	});
});

describe('the reason', () => {
	const decideAt = (
		kept: KeptMoment | undefined,
		profile: CustomerProfile,
		now: number,
		rules: Partial<MomentRules> = {},
	) => decide(kept, profile, { ...RULES, ...rules, now: day(now) });
	const told = decideAt(undefined, WEDDING[0], 0, { firstLook: 'emit' }).keep;

	test('is that the moment is known, is another one, began or does not show', () => {
		expect(decideAt(told, WEDDING[1], 1)).toMatchObject({ verdict: 'same', reason: 'known' });
		expect(decideAt(told, RUNNING[0], 1)).toMatchObject({ verdict: 'perhaps', reason: 'otherMoment' });
		const gone = decideAt(told, flagged(WEDDING[1], false), 1);
		expect(gone).toMatchObject({ verdict: 'same', reason: 'noNewBehavior' });
		expect(decideAt(gone.keep, RUNNING[0], 2)).toMatchObject({ verdict: 'perhaps', reason: 'began' });
	});

	test('is the same where any other moment is to be told, flagged or not', () => {
		const rules = { event: 'momentChanged' } as const;
		for (const flag of [true, false]) {
			const known = decideAt(told, flagged(WEDDING[1], flag), 1, rules);
			expect(known).toMatchObject({ verdict: 'same', reason: 'known' });
			expect(known.keep.keywords).not.toEqual(told.keywords);
			const other = decideAt(told, flagged(RUNNING[0], flag), 1, rules);
			expect(other).toMatchObject({ verdict: 'perhaps', reason: 'otherMoment' });
		}
	});

	test('of a second look that has no more to do with the first than with what was told is that it is known, unless its flag rose for the first time', () => {
		const pajamas = profileWith({ momentSummary: 'Pijama de seda, roupão e chinelo para ficar em casa.' });
		const second = (kept: KeptMoment) => {
			const first = decideAt(kept, RUNNING[0], 1);
			return decide(first.keep, pajamas, { ...RULES, now: day(1) }, RUNNING[0]);
		};
		expect(second(told)).toMatchObject({ verdict: 'same', reason: 'known', keep: told });
		const calm = decideAt(undefined, flagged(WEDDING[0], false), 0).keep;
		expect(second(calm)).toMatchObject({ verdict: 'new', reason: 'began' });
		// The flag of a moment that was told was off for a night: two odd rewordings of it prove no more than before.
		const gone = decideAt(told, flagged(WEDDING[1], false), 0).keep;
		expect(second(gone)).toMatchObject({ verdict: 'same', reason: 'known' });
		const first = decideAt(gone, RUNNING[0], 1);
		const other = decide(first.keep, RUNNING[1], { ...RULES, now: day(1) }, RUNNING[0]);
		expect(other).toMatchObject({ verdict: 'new', reason: 'began' });
	});
});

test('what is told in a second look is kept as that look words it', () => {
	const told = decide(undefined, WEDDING[0], { ...RULES, firstLook: 'emit', now: day(0) }).keep;
	const first = decide(told, RUNNING[0], { ...RULES, now: day(1) });
	const second = decide(first.keep, RUNNING[1], { ...RULES, now: day(1) }, RUNNING[0]);
	expect(second).toMatchObject({ verdict: 'new', reason: 'otherMoment' });
	expect(second.keep.keywords).toEqual(decide(undefined, RUNNING[1], RULES).keep.keywords);
});

test('another text confirms what the same one does not, where the moment is not clearly another one', () => {
	/** Made-up words, which all count alike: one of six is known. */
	const near = (others: string) => profileWith({ momentSummary: `hultim ${others}` });
	const told = decide(undefined, near('brulix cramon dristal felpor gronex'), { ...RULES, now: day(0) }).keep;
	const first = near('jarbos klendor mistrul norpal ostrix');
	const waiting = decide(told, first, { ...RULES, now: day(1) });
	expect(waiting).toMatchObject({ verdict: 'perhaps', reason: 'otherMoment' });
	expect(decide(waiting.keep, first, { ...RULES, now: day(2) }).verdict).toBe('perhaps');
	expect(decide(waiting.keep, near('klendor jarbos mistrul norpal pradim'), { ...RULES, now: day(2) }).verdict).toBe(
		'new',
	);
});

test('known products do not make it the known moment where its wording is another one entirely', () => {
	const recentNavigation = ['Vestido Longo Verde Esmeralda', 'Sandália Salto Fino', 'Clutch Strass Prata'];
	const about = (momentSummary: string) => profileWith({ momentSummary, recentNavigation });
	const told = decide(undefined, about('casamento, cerimônia, madrinha, igreja, buquê'), {
		...RULES,
		now: day(0),
	}).keep;
	const decideOn = (momentSummary: string) => decide(told, about(momentSummary), { ...RULES, now: day(1) }).verdict;
	expect(decideOn('corrida, maratona, treino, academia, bicicleta')).toBe('perhaps');
	expect(decideOn('casamento, cerimônia, treino, academia, bicicleta')).toBe('same');
});

test('the same question has the same answer, and what is given stays as it was', () => {
	const before = kept(looks([WEDDING[0]]));
	const copy = structuredClone(before);
	expect(decide(before, RUNNING[0], RULES)).toEqual(decide(before, RUNNING[0], RULES));
	expect(before).toEqual(copy);
});
