import type { IDataObject } from 'n8n-workflow';

import { readProfile } from '../../../nodes/shared/profile/customer-profile';
import { languageOf } from '../../../nodes/shared/messages/profile-language';

const PORTUGUESE = 'Procura um vestido de linho para o casamento da irmã, e não quer mais nada';
const SPANISH = 'Busca un vestido de lino para la boda de su hermana, y quiere algo más';
const ENGLISH = 'She is looking for a linen dress for the wedding of her sister';

const moment = (resumo_momento: string, rest = {}) =>
	readProfile({ profile: { momento_compra_atual: { resumo_momento }, ...rest } });

test.each([
	[PORTUGUESE, 'pt'],
	[SPANISH, 'es'],
	[ENGLISH, 'en'],
	['', 'en'],
	['Azul. 42.', 'en'],
	// By letters only, in both Unicode forms and in capitals.
	['Coleção de verão', 'pt'],
	['COLEÇÃO DE VERÃO'.normalize('NFD'), 'pt'],
	['Olhar; sonho', 'pt'],
	['Silhouettes: enhanced, inherent', 'en'],
	['Silhueta; brilho; vinho', 'pt'],
	['Colección de montaña', 'es'],
	['¿Novedad?', 'es'],
	// Without any word that Spanish does not have.
	['Cliente busca roupas para viagem', 'pt'],
	['Pessoa que prefere tons neutros', 'pt'],
	['Cliente que busca ropa de viaje para el verano', 'es'],
	// A word that contains another one is not that word.
	['Elos. Losango. Ynot.', 'en'],
	['Do not mention weight. Do not offer discounts. Do not call.', 'en'],
	['Pantalón negro', 'es'],
])('%j is read as %s', (text, language) => {
	expect(languageOf(moment(text))).toBe(language);
});

describe('of a few words', () => {
	test.each([
		'Busca vestido para casamento',
		'Agora procura roupa de trabalho',
		'Sapatos para festa',
		'Saia midi preta para o escritório',
		'Explora biquínis para viagem',
		'Cliente busca presente para a filha',
		'Vestido de festa vermelho',
		'Ela quer jaqueta de couro',
		'Prefere roupas confortáveis para o dia a dia',
		'Interesse em blazer branco',
		'Mulher elegante, busca camisa para trabalho',
		'Moda praia e acessórios',
		'Primeira compra: bolsa',
		'Interesse por alfaiataria',
		'Gosta de jeans',
		'Cores neutras',
	])('%s: Portuguese', (text) => {
		expect(languageOf(moment(text))).toBe('pt');
	});

	test.each([
		'Busca vestido para boda',
		'Ahora busca ropa para trabajo',
		'Zapatos para fiesta',
		'Falda midi negra para la oficina',
		'Explora bikinis para viaje',
		'Cliente busca regalo para su hija',
		'Vestido de fiesta rojo',
		'Ella quiere chaqueta de cuero',
		'Prefiere ropa cómoda para el día a día',
		'Interés en blazer blanco',
		'Mujer elegante, busca camisa para trabajo diario',
		'Ropa de playa y accesorios',
		'Compró dos pantalones',
		'Prefiere prendas básicas',
		'Chaqueta de cuero',
	])('%s: Spanish', (text) => {
		expect(languageOf(moment(text))).toBe('es');
	});

	test.each([
		'Looking for a wedding dress',
		'Now shops for work clothes',
		'Party shoes',
		'Black midi skirt for the office',
		'Explores bikinis for a trip',
		'Wants a gift for her daughter',
		'Red evening dress',
		'She wants a leather jacket',
		'Prefers comfortable clothes',
		'Interest in white blazers',
		'Elegant woman, new linen shirt for work',
		'Beachwear and accessories',
		'Loves what her dad wears',
	])('%s: English', (text) => {
		expect(languageOf(moment(text))).toBe('en');
	});
});

test.each<[string, IDataObject]>([
	['the description', { perfil_cliente: { descricao_geral: PORTUGUESE } }],
	['the style', { perfil_cliente: { estilo_geral: PORTUGUESE } }],
	['what has to do with the past', { momento_compra_atual: { relacao_com_historico: PORTUGUESE } }],
	['an opportunity', { momento_compra_atual: { oportunidades: [PORTUGUESE] } }],
	['a hook', { ganchos_conteudo: [PORTUGUESE] }],
	['the guidance of a campaign', { briefing_marketing: { orientacao_campanhas: [PORTUGUESE] } }],
	['the look of a campaign', { briefing_marketing: { direcao_visual: [PORTUGUESE] } }],
	['the tone of voice', { briefing_marketing: { tom_de_voz: [PORTUGUESE] } }],
	['an occasion', { ocasioes_relevantes: [{ ocasião: PORTUGUESE }] }],
	['who the customer is then', { ocasioes_relevantes: [{ persona_na_ocasião: PORTUGUESE }] }],
	['a look', { ocasioes_relevantes: [{ sugestao_look: [PORTUGUESE] }] }],
])('%s is enough to detect it', (_what, profile) => {
	expect(languageOf(readProfile({ profile }))).toBe('pt');
});

test('the language of most of the text counts, not that of product names', () => {
	expect(languageOf(moment(ENGLISH, { ganchos_conteudo: ['Coleção'] }))).toBe('en');
	expect(
		languageOf(
			readProfile({
				profile: { momento_compra_atual: { navegacoes: [SPANISH, SPANISH], resumo_momento: 'Linho e seda, não' } },
			}),
		),
	).toBe('pt');
});

test('only as much of an endless text is read as needed', () => {
	expect(languageOf(moment(`${'x '.repeat(3_000)}${PORTUGUESE}`))).toBe('en');
	expect(languageOf(moment(`${'x '.repeat(2_000)}${PORTUGUESE}`))).toBe('pt');
	expect(languageOf(moment('', { ganchos_conteudo: [...Array<string>(50).fill('x'), PORTUGUESE] }))).toBe('en');
	expect(languageOf(moment('', { ganchos_conteudo: [...Array<string>(40).fill('x'), PORTUGUESE] }))).toBe('pt');
});
