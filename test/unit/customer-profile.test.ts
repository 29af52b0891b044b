import type { RawProfile } from '../../nodes/shared/api/profile';
import { isEmptyProfile, readProfile } from '../../nodes/shared/profile/customer-profile';
import { selectedFields, simplified } from '../../nodes/shared/profile/simplified';

const read = (profile: unknown, userProfileId: unknown = 'id-1') => readProfile({ userProfileId, profile } as RawProfile);

const withMoment = (moment: unknown) => read({ momento_compra_atual: moment });

test.each([
	[true, true],
	['true', true],
	['Sim', true],
	['sim, a cliente explora cores vivas', true],
	['yes', true],
	[1, true],
	['1', true],
	[[true], true],
	[false, false],
	['não', false],
	['simples', false],
	['false', false],
	[0, false],
	[2, false],
	[null, false],
	[{}, false],
	[undefined, false],
])('novo_comportamento %j is %j', (written, newBehavior) => {
	expect(withMoment({ novo_comportamento: written }).newBehavior).toBe(newBehavior);
});

test.each([
	[['a', 'b'], ['a', 'b']],
	['uma frase só', ['uma frase só']],
	['inspiracional, autêntico', ['inspiracional', 'autêntico']],
	['Looks de verão; Bundle viagem', ['Looks de verão', 'Bundle viagem']],
	['- Looks de verão\n- Bundle viagem\n', ['Looks de verão', 'Bundle viagem']],
	['1. Looks\r\n2) Viagem', ['Looks', 'Viagem']],
	['["a","b"]', ['a', 'b']],
	['[quebrado', ['[quebrado']],
	['Uma frase longa, que tem vírgulas no meio, mas não é uma lista', ['Uma frase longa, que tem vírgulas no meio, mas não é uma lista']],
	[[' a ', '', null, 3, { nome: 'b' }], ['a', '3', 'b']],
	[{ primeiro: 'a', segundo: 'b' }, ['a', 'b']],
	[7, ['7']],
	['', []],
	[null, []],
	[true, []],
])('oportunidades %j are %j', (written, opportunities) => {
	expect(withMoment({ oportunidades: written }).opportunities).toEqual(opportunities);
});

test.each([
	['  texto ', 'texto'],
	[['parte um', 'parte dois'], 'parte um, parte dois'],
	[{ a: 'um', b: ['dois'] }, 'um, dois'],
	[12, '12'],
	[null, ''],
	[false, ''],
])('resumo_momento %j is %j', (written, summary) => {
	expect(withMoment({ resumo_momento: written }).momentSummary).toBe(summary);
});

test('keys are found with and without accents, in any case', () => {
	const look = { occasion: 'Trabalho', persona: 'Serena', look: ['Camisa'] };
	const accented = { 'ocasião': 'Trabalho', 'persona_na_ocasião': 'Serena', sugestao_look: ['Camisa'] };
	const plain = { ocasiao: 'Trabalho', persona_na_ocasiao: 'Serena', 'Sugestão Look': 'Camisa' };
	const decomposed = { ['ocasião'.normalize('NFD')]: 'Trabalho', PERSONA_NA_OCASIAO: 'Serena', sugestao_look: ['Camisa'] };

	expect(read({ ocasioes_relevantes: [accented, plain, decomposed] }).occasions).toEqual([look, look, look]);
});

test.each([
	['one object where a list belongs', { ocasião: 'Festa' }, [{ occasion: 'Festa', persona: '', look: [] }]],
	['a text where a list belongs', 'Festa', [{ occasion: 'Festa', persona: '', look: [] }]],
	['texts where objects belong', ['Festa', 'Praia'], [{ occasion: 'Festa', persona: '', look: [] }, { occasion: 'Praia', persona: '', look: [] }]],
	['JSON text', '[{"ocasião":"Festa"}]', [{ occasion: 'Festa', persona: '', look: [] }]],
	['empty entries', [null, {}, '', { ocasião: '' }], []],
	['nothing', null, []],
])('occasions as %s', (_what, written, occasions) => {
	expect(read({ ocasioes_relevantes: written }).occasions).toEqual(occasions);
});

test('200 occasions and a text of 1 MB come through whole', () => {
	const text = 'é'.repeat(1024 * 1024);
	const occasions = Array.from({ length: 200 }, (_, n) => ({ 'ocasião': `Ocasião ${n}` }));

	const profile = read({ ocasioes_relevantes: occasions, perfil_cliente: { estilo_geral: text } });

	expect(profile.occasions).toHaveLength(200);
	expect(profile.style).toBe(text);
});

const JUNK: unknown[] = [null, undefined, true, 0, -1.5, '', ' ', 'texto', '<b>x</b>', '👗🏽', 'مرحبا', '{', '[', [], {}, [[]], [null], [{ a: [{}] }], { length: 3 }, { __proto__: null }];

test('whatever stands in any place, every field has its promised type', () => {
	for (const junk of JUNK) {
		const shapes: unknown[] = [
			junk,
			{ perfil_cliente: junk, ocasioes_relevantes: junk, briefing_marketing: junk, ganchos_conteudo: junk, momento_compra_atual: junk },
			{
				perfil_cliente: { descricao_geral: junk, estilo_geral: junk },
				ocasioes_relevantes: [junk, { 'ocasião': junk, 'persona_na_ocasião': junk, sugestao_look: junk }],
				briefing_marketing: { tom_de_voz: junk, direcao_visual: junk, orientacao_campanhas: junk },
				ganchos_conteudo: junk,
				momento_compra_atual: { navegacoes: junk, resumo_momento: junk, relacao_com_historico: junk, novo_comportamento: junk, oportunidades: junk },
			},
		];
		for (const shape of shapes) {
			const { newBehavior, occasions, ...rest } = read(shape, junk);
			expect(typeof newBehavior).toBe('boolean');
			for (const { occasion, persona, look } of occasions) {
				expect([typeof occasion, typeof persona]).toEqual(['string', 'string']);
				expect(look.every((entry) => typeof entry === 'string')).toBe(true);
			}
			for (const [name, value] of Object.entries(rest)) {
				const isText = ['userProfileId', 'momentSummary', 'description', 'style', 'relationToHistory'].includes(name);
				expect(isText ? typeof value : Array.isArray(value) && value.every((entry) => typeof entry === 'string')).toBe(isText ? 'string' : true);
			}
		}
	}
});

test('a profile whose sections are all empty is an empty one', () => {
	expect(isEmptyProfile(read({ perfil_cliente: {}, ocasioes_relevantes: [], ganchos_conteudo: '' }))).toBe(true);
	expect(isEmptyProfile(read({ ganchos_conteudo: ['x'] }))).toBe(false);
	expect(isEmptyProfile(withMoment({ novo_comportamento: true }))).toBe(false);
});

test('Selected Fields gives the chosen fields and always the ID', () => {
	const profile = read({ perfil_cliente: { estilo_geral: 'Boho' }, momento_compra_atual: { navegacoes: ['01/09: Short'] } });

	expect(selectedFields(profile, ['recentNavigation', 'style'])).toEqual({
		found: true,
		userProfileId: 'id-1',
		recentNavigation: ['01/09: Short'],
		style: 'Boho',
	});
	expect(selectedFields(profile, [])).toEqual({ found: true, userProfileId: 'id-1' });
});

test('Simplified has ten fields and no more', () => {
	expect(Object.keys(simplified(read({})))).toHaveLength(10);
});
