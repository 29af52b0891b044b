import {
	decideProfile,
	PROFILE_LENGTH,
	readKeptProfile,
	writeProfile,
	type KeptProfile,
	type Section,
} from '../../../nodes/shared/moments/sections';
import { toHours } from '../../../nodes/shared/moments/encoding';
import type { CustomerProfile } from '../../../nodes/shared/profile/customer-profile';
import { day, profileWith, RUNNING, sealed, WEDDING } from './texts';

const rules = { now: day(1), firstLook: 'remember', quietPeriod: 0 } as const;

const BEFORE: CustomerProfile = {
	...WEDDING[0],
	description: 'Mulher prática que valoriza conforto e peças básicas para o dia a dia.',
	style: 'Casual e minimalista, tons neutros, algodão e linho.',
	occasions: [
		{ occasion: 'Trabalho business casual', persona: 'Profissional discreta', look: ['Camisa branca', 'Calça chino'] },
	],
	toneOfVoice: ['inspirador', 'autêntico', 'acolhedor'],
	visualDirection: ['Paleta neutra'],
	campaignGuidance: ['Versatilidade'],
	contentHooks: ['Guarda-roupa cápsula', 'Básicos que combinam'],
};

/** Each part in other words. */
const REWORDED: Record<Section, Partial<CustomerProfile>> = {
	moment: { momentSummary: WEDDING[1].momentSummary, opportunities: WEDDING[1].opportunities },
	style: {
		description: 'Busca praticidade, roupas confortáveis e essenciais.',
		style: 'Minimalismo casual em cores neutras, com linho.',
	},
	occasions: {
		occasions: [
			{ occasion: 'Escritório', persona: 'Profissional', look: ['Calça chino escura', 'Camisa social clara'] },
		],
	},
	guidance: {
		toneOfVoice: ['autêntico', 'inspiracional'],
		visualDirection: ['Tons neutros'],
		campaignGuidance: ['Peças versáteis'],
	},
	hooks: { contentHooks: ['Cápsula minimalista', 'Peças básicas'] },
};

/** Each part entirely different, some of them in a few words. */
const DIFFERENT: Record<Section, Partial<CustomerProfile>> = {
	moment: { momentSummary: RUNNING[0].momentSummary, opportunities: RUNNING[0].opportunities },
	style: { description: 'Roqueira que vive de shows.', style: 'Couro preto, tachas e coturnos.' },
	occasions: { occasions: [{ occasion: 'Praia', persona: 'Surfista', look: ['Biquíni', 'Saída de praia'] }] },
	guidance: { toneOfVoice: ['irreverente', 'ousado'], visualDirection: ['Neon'], campaignGuidance: ['Urgência'] },
	hooks: { contentHooks: ['Festival de verão'] },
};

const first = decideProfile(undefined, BEFORE, rules).keep;
const sections = Object.keys(DIFFERENT) as Section[];
const look = (kept: KeptProfile, part: Partial<CustomerProfile>, now = day(2)) =>
	decideProfile(kept, { ...BEFORE, ...part }, { ...rules, now });

test.each(sections)('%s alone, entirely different, is told by its name, once', (section) => {
	const one = look(first, DIFFERENT[section]);
	expect(one.verdict).toBe('perhaps');
	const two = look(one.keep, DIFFERENT[section]);
	expect(two).toMatchObject({ verdict: 'new', changed: [section] });
	expect(look(two.keep, DIFFERENT[section]).verdict).toBe('same');
});

test.each(sections)('%s in other words is not told', (section) => {
	expect(look(first, REWORDED[section])).toMatchObject({ verdict: 'same', changed: [] });
});

test('several parts are told together, in order', () => {
	const both = { ...DIFFERENT.hooks, ...DIFFERENT.style };
	expect(look(look(first, both).keep, both).changed).toEqual(['style', 'hooks']);
});

test('a tone of voice of three words is told when it becomes another one', () => {
	const kept = decideProfile(undefined, profileWith({ toneOfVoice: ['acolhedor', 'próximo', 'leve'] }), rules).keep;
	const other = profileWith({ toneOfVoice: ['técnico', 'direto', 'objetivo'] });
	const one = decideProfile(kept, other, rules);
	expect(decideProfile(one.keep, other, rules)).toMatchObject({ verdict: 'new', changed: ['guidance'] });
});

test('a part that is missing once, or comes for the first time, is not told', () => {
	expect(look(first, { contentHooks: [] }).verdict).toBe('same');
	const bare = decideProfile(undefined, { ...BEFORE, contentHooks: [] }, rules).keep;
	expect(look(bare, {}).verdict).toBe('same');
});

test('a second look that says what was told takes it back', () => {
	const one = look(first, DIFFERENT.style);
	const two = look(one.keep, REWORDED.style);
	expect(two.verdict).toBe('same');
	expect(two.keep.sections.style.pending).toBe(0);
});

test('a moment is not told where its two texts have no more to do with each other than with what was told', () => {
	const doubted = { ...BEFORE, ...DIFFERENT.moment };
	const pajamas = { momentSummary: 'Pijama de seda, roupão e chinelo para ficar em casa.', opportunities: [] };
	const { keep } = decideProfile(first, doubted, { ...rules, now: day(2) });
	const again = (part: Partial<CustomerProfile>) =>
		decideProfile(keep, { ...BEFORE, ...part }, { ...rules, now: day(2) }, doubted);
	expect(again(pajamas).verdict).toBe('same');
	expect(again(pajamas).keep.sections.moment).toEqual(first.sections.moment);
	expect(again({ momentSummary: RUNNING[1].momentSummary, opportunities: RUNNING[1].opportunities }).changed).toEqual([
		'moment',
	]);
});

test('a part that stands as it is for a week, though never written anew, is believed', () => {
	// Made-up words, one of six in both: not the same, and not clearly another one.
	const style = (text: string) => ({ ...BEFORE, style: text, description: '' });
	const near = style('hultim jarbos klendor mistrul norpal ostrix');
	let { keep: kept } = decideProfile(undefined, style('brulix cramon dristal felpor gronex hultim'), rules);
	const verdicts = Array.from({ length: 9 }, (_, at) => {
		const decision = decideProfile(kept, near, { ...rules, now: day(2 + at) });
		kept = decision.keep;
		return decision.verdict;
	});
	expect(verdicts).toEqual([...Array.from({ length: 7 }, () => 'perhaps'), 'new', 'same']);
});

describe('a part that is not clearly another one', () => {
	const style = (text: string) => ({ ...BEFORE, style: text, description: '' });
	const known = style('brulix cramon dristal felpor gronex hultim');
	const near = style('hultim jarbos klendor mistrul norpal ostrix');
	const on = (kept: KeptProfile, profile: CustomerProfile, doubted?: CustomerProfile) =>
		decideProfile(kept, profile, { ...rules, now: day(2) }, doubted);
	const { keep: kept } = decideProfile(undefined, known, rules);
	const waiting = on(kept, near);

	test('is told once another text confirms it', () => {
		expect(waiting.verdict).toBe('perhaps');
		expect(on(waiting.keep, near).verdict).toBe('perhaps');
		const other = on(waiting.keep, style('ostrix hultim klendor jarbos mistrul pradim'));
		expect(other).toMatchObject({ verdict: 'new', changed: ['style'] });
	});

	test('teaches its words where the second look has the known text, unless next to nothing is shared', () => {
		const words = (decision: ReturnType<typeof on>) => [...decision.keep.sections.style.keywords].sort();
		expect(on(waiting.keep, known, near)).toMatchObject({
			verdict: 'same',
			keep: { sections: { style: { pending: 0 } } },
		});
		expect(words(on(waiting.keep, known, near))).not.toEqual(words(on(waiting.keep, known)));
		const unrelated = style('jarbos klendor mistrul norpal ostrix pradim');
		const asked = on(kept, unrelated);
		expect(words(on(asked.keep, known, unrelated))).toEqual(words(on(asked.keep, known)));
		// Nothing seemed different in the style: another part was doubted.
		expect(words(on(kept, known, near))).toEqual(words(on(kept, known)));
	});

	test('is told though its two texts share nothing, unlike a moment: it is too short for that', () => {
		const first = style('jarbos klendor mistrul norpal ostrix pradim');
		const second = on(on(kept, first).keep, style('quivex sulfim tarvok wexlor yandil zopram'), first);
		expect(second).toMatchObject({ verdict: 'new', changed: ['style'] });
	});
});

test.each<[Section, (entries: string[]) => Partial<CustomerProfile>]>([
	['occasions', (all) => ({ occasions: all.map((occasion) => ({ occasion, persona: '', look: [] })) })],
	['occasions', (all) => ({ occasions: all.map((persona) => ({ occasion: '', persona, look: [] })) })],
	['occasions', (look) => ({ occasions: [{ occasion: '', persona: '', look }] })],
	['guidance', (toneOfVoice) => ({ toneOfVoice })],
	['guidance', (visualDirection) => ({ visualDirection })],
	['guidance', (campaignGuidance) => ({ campaignGuidance })],
	['hooks', (contentHooks) => ({ contentHooks })],
])('the entries of a list are words of their own: %s (%#)', (section, part) => {
	const { keep } = decideProfile(undefined, profileWith(part(['brulix', 'cramon', 'dristal'])), rules);
	expect(keep.sections[section].keywords).toHaveLength(3);
});

test('a part that says nothing changes nothing', () => {
	const waiting = look(first, DIFFERENT.style).keep;
	expect(look(waiting, { style: '', description: '' })).toMatchObject({ verdict: 'same', changed: [] });
	expect(look(waiting, { style: '', description: '' }).keep.sections.style).toEqual(waiting.sections.style);
});

test.each(['null', 'Não informado', 'Indefinido', 'Sem dados suficientes', 'Nenhum interesse identificado', 'Unknown'])(
	'“%s” changes nothing, and is nothing that changes',
	(words) => {
		const filler = {
			...{ momentSummary: words, opportunities: [], recentNavigation: [], style: words, description: words },
			...{ contentHooks: [words], toneOfVoice: [words], visualDirection: [], campaignGuidance: [] },
			occasions: [{ occasion: words, persona: '', look: [] }],
		};
		expect(look(first, filler)).toMatchObject({ verdict: 'same', keep: first });
		const bare = decideProfile(undefined, { ...BEFORE, ...filler }, rules).keep;
		expect(look(bare, {}).verdict).toBe('same');
	},
);

test('a quiet period holds a change back and tells it afterwards', () => {
	const told = look(look(first, DIFFERENT.style).keep, DIFFERENT.style).keep;
	const next = { ...DIFFERENT.style, ...DIFFERENT.hooks };
	const at = (now: number, kept: typeof told) =>
		decideProfile(kept, { ...BEFORE, ...next }, { ...rules, now: day(now), quietPeriod: 7 });
	const doubtful = at(5, told);
	expect(doubtful).toMatchObject({ verdict: 'perhaps', changed: [] });
	const during = at(5, doubtful.keep);
	expect(during).toMatchObject({ verdict: 'same', reason: 'quiet', changed: [] });
	expect(during.keep.sections).toEqual(told.sections);
	const after = at(10, during.keep);
	expect(after).toMatchObject({ verdict: 'perhaps' });
	expect(at(10, after.keep)).toMatchObject({ verdict: 'new', changed: ['hooks'] });
});

describe('what is kept', () => {
	const at = (number: number) => toHours(day(number));

	test('of a first look is each part, and whether it was told', () => {
		const emit = { ...rules, firstLook: 'emit' } as const;
		expect(decideProfile(undefined, BEFORE, emit)).toMatchObject({
			verdict: 'new',
			reason: 'firstLook',
			changed: ['moment'],
			keep: { reportedAt: at(1), pendingSince: 0 },
		});
		expect(decideProfile(undefined, { ...BEFORE, newBehavior: false }, emit)).toMatchObject({
			verdict: 'same',
			reason: 'firstLook',
			changed: [],
			keep: { ...first, reportedAt: 0 },
		});
		expect(first).toMatchObject({ reportedAt: 0, pendingSince: 0 });
		for (const section of sections) {
			expect(first.sections[section].pending).toBe(0);
			expect(first.sections[section].keywords.length).toBeGreaterThan(0);
		}
		expect(first.sections.moment.products).toEqual([]);
	});

	test('of a part that waits is which text, and since when the parts that wait do', () => {
		const one = look(first, DIFFERENT.style, day(2));
		expect(one).toMatchObject({ verdict: 'perhaps', reason: 'changed', changed: [] });
		expect(one.keep.pendingSince).toBe(at(2));
		expect(one.keep.sections.style).toMatchObject({ keywords: first.sections.style.keywords });
		expect(one.keep.sections.style.pending).toBeGreaterThan(0);
		const both = look(one.keep, { ...REWORDED.style, ...DIFFERENT.hooks }, day(3));
		expect(both.keep.sections.style.pending).toBe(0);
		expect(both.keep.pendingSince).toBe(at(3));
		expect(look(both.keep, {}, day(4)).keep.pendingSince).toBe(0);
	});

	test('of a change is the new part, the others as they are known, and when it was told', () => {
		const told = look(look(first, DIFFERENT.style).keep, DIFFERENT.style, day(3));
		const { style } = decideProfile(undefined, { ...BEFORE, ...DIFFERENT.style }, rules).keep.sections;
		expect(told).toMatchObject({ reason: 'changed', keep: { reportedAt: at(3), pendingSince: 0 } });
		expect(told.keep.sections.style).toEqual(style);
		expect(look(told.keep, DIFFERENT.style, day(4))).toMatchObject({ reason: 'known', keep: { reportedAt: at(3) } });
	});

	test.each(sections.filter((section) => section !== 'hooks'))('learns from %s in other words', (section) => {
		const { keep: kept } = look(first, REWORDED[section]);
		expect(kept.sections[section].keywords).not.toEqual(first.sections[section].keywords);
		for (const other of sections)
			if (other !== section)
				expect([...kept.sections[other].keywords].sort()).toEqual([...first.sections[other].keywords].sort());
	});

	test('of a part that is missing once is what was known of it', () => {
		expect(look(first, { contentHooks: [] }).keep.sections.hooks).toEqual(first.sections.hooks);
	});
});

test('an occasion is known by its name and its look, and less by its persona', () => {
	const occasions = (occasion: string, persona: string, ...look: string[]) =>
		decideProfile(undefined, profileWith({ occasions: [{ occasion, persona, look }] }), rules).keep.sections.occasions
			.keywords;
	expect(occasions('Brulixo', 'Cramonte', 'Dristal')).toHaveLength(3);
	const last = occasions('', 'Cramonte');
	expect(occasions('Brulixo', 'Cramonte', 'Dristal').at(-1)).toBe(last[0]);
});

test('what is kept is one text of always the same length, read as it was written', () => {
	expect(PROFILE_LENGTH).toBeLessThanOrEqual(220);
	for (const kept of [
		first,
		look(first, DIFFERENT.guidance).keep,
		decideProfile(undefined, profileWith({}), rules).keep,
	]) {
		expect(writeProfile(kept)).toHaveLength(PROFILE_LENGTH);
		expect(readKeptProfile(writeProfile(kept))).toEqual(kept);
	}
	for (const other of [
		undefined,
		'',
		writeProfile(first).slice(1),
		writeProfile(first).replace('P', 'Q'),
		`${writeProfile(first).slice(0, -1)}!`,
		sealed(`${writeProfile(first).slice(0, -3)}AA`),
		sealed(writeProfile(first).slice(0, -5)),
	]) {
		expect(readKeptProfile(other)).toBeUndefined();
	}
});
