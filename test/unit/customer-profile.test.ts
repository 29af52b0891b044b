import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RawProfile } from '../../nodes/shared/api/profile';
import { type CustomerProfile, readProfile } from '../../nodes/shared/profile/customer-profile';
import { selectedFields, simplified } from '../../nodes/shared/profile/outputs';
import { heapUsed } from './heap';
import { cpuTimer } from './cpu-timer';

const read = (profile: unknown, userProfileId: unknown = 'id-1') =>
	readProfile({ userProfileId, profile } as RawProfile);

/** With the fields that are read only when they are asked for. */
const allOf = (profile: CustomerProfile): CustomerProfile => ({ ...profile });

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
	['Si, busca otra cosa', true],
	['Sí, bien distinto', true],
	['Si, bien distinto', true],
	['Si bien mantiene su estilo, no busca nada nuevo', false],
	['Si  bien sí busca algo nuevo', true],
	['Si bien', false],
	['Si no hay cambios, se mantiene el perfil anterior', false],
	['Si.', true],
	['verdadero', true],
	['cierto', true],
	['Novo comportamento detectado: sim', true],
	['Novo comportamento detectado: não', false],
	['S', true],
	['S/ novidades no período', false],
	['S/N', false],
	['Y/N: N', false],
	['1. Nenhum novo comportamento', false],
	['1 - Sem novidades', false],
	['-1', false],
	['**Sim**, não há registro anterior', true],
	['✅ Sim', true],
	['"true"', true],
	['- Sim: vestidos de festa', true],
	['1.0', true],
	['Si\nla clienta cambió', true],
	['Sí, compra'.normalize('NFD'), true],
	['Sim e não só em vestidos', true],
	['Sim e não', false],
	['Sim/Não', false],
	['sim ou não', false],
	['true | false', false],
	['yes or no', false],
	['Sim | vestidos', true],
	['Sim / não comprava vestidos antes', true],
	['Nenhum comportamento: sim', false],
	[{ valor: 'sim', novo: 'Vestidos' }, true],
	['Sim ou quase', true],
	['Novo comportamento: sim', true],
	['novo_comportamento: "true"', true],
	['Novo comportamento: não', false],
	['Resposta: Sim, vestidos', true],
	['Detectado', true],
	['Novo comportamento detectado', true],
	['New behavior identified', true],
	['Nova tendência detectada', true],
	['Nuevo no detectado', false],
	['New nothing detected', false],
	['Novo comportamento não detectado', false],
	['Nenhum novo comportamento detectado', false],
	['Não detectado', false],
	['Identificado padrão recorrente', false],
	[{ novo_comportamento: 'sim', motivo: 'Vestidos' }, true],
	['Sim e novo', true],
	[{ valor: true }, true],
	[{ valor: 'sim' }, true],
	[{ valor: 1 }, true],
	[{ valor: false }, false],
	[{ valor: [true] }, true],
	[{ valor: true, motivo: 'Não há' }, true],
	[{ valor: false, motivo: 'Sim' }, false],
	[{ valor: true, outro: false }, false],
	[{ motivo: 'Sim', nota: '' }, false],
	[{ detectado: 'sim', descricao: 'Passou a ver alfaiataria' }, true],
	[{ Status: 'Sim, detectado', motivo: 'Não comprava vestidos' }, true],
	[{ detectado: 'não', descricao: 'Sim, comprou o mesmo de sempre' }, false],
	[[], false],
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
	[
		['a', 'b'],
		['a', 'b'],
	],
	['uma frase só', ['uma frase só']],
	['inspiracional, autêntico', ['inspiracional', 'autêntico']],
	['Looks de verão; Bundle viagem', ['Looks de verão', 'Bundle viagem']],
	['- Looks de verão\n- Bundle viagem\n', ['Looks de verão', 'Bundle viagem']],
	['1. Looks\r\n2) Viagem', ['Looks', 'Viagem']],
	[
		['- Looks de verão', '2) Viagem'],
		['Looks de verão', 'Viagem'],
	],
	['Desconto de 10,5% no look', ['Desconto de 10,5% no look']],
	['38,40,42', ['38', '40', '42']],
	['vestido 2024,2025', ['vestido 2024', '2025']],
	['R$ 299,90', ['R$ 299,90']],
	['Vestido por R$ 299,90, Saia por R$ 99,90', ['Vestido por R$ 299,90', 'Saia por R$ 99,90']],
	['Salto 7,5 cm, Bolsa preta', ['Salto 7,5 cm', 'Bolsa preta']],
	['Salto 7, bolsa preta,2 cintos', ['Salto 7', 'bolsa preta', '2 cintos']],
	['["a","b"]', ['a', 'b']],
	['[quebrado', ['[quebrado']],
	[
		'Uma frase longa, que tem vírgulas no meio, mas não é uma lista',
		['Uma frase longa, que tem vírgulas no meio, mas não é uma lista'],
	],
	[
		[' a ', '', null, 3, { nome: 'b' }],
		['a', '3', 'b'],
	],
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
	const accented = { ocasião: 'Trabalho', persona_na_ocasião: 'Serena', sugestao_look: ['Camisa'] };
	const plain = { ocasiao: 'Trabalho', persona_na_ocasiao: 'Serena', 'Sugestão Look': 'Camisa' };
	const decomposed = {
		['ocasião'.normalize('NFD')]: 'Trabalho',
		PERSONA_NA_OCASIAO: 'Serena',
		sugestao_look: ['Camisa'],
	};

	expect(read({ ocasioes_relevantes: [accented, plain, decomposed] }).occasions).toEqual([look, look, look]);
});

test.each([
	['one object where a list belongs', { ocasião: 'Festa' }, [{ occasion: 'Festa', persona: '', look: [] }]],
	['a text where a list belongs', 'Festa', [{ occasion: 'Festa', persona: '', look: [] }]],
	[
		'texts where objects belong',
		['Festa', 'Praia'],
		[
			{ occasion: 'Festa', persona: '', look: [] },
			{ occasion: 'Praia', persona: '', look: [] },
		],
	],
	['JSON text', '[{"ocasião":"Festa"}]', [{ occasion: 'Festa', persona: '', look: [] }]],
	[
		'JSON text of several',
		'[{"ocasião":"Festa"},{"ocasião":"Praia"}]',
		[
			{ occasion: 'Festa', persona: '', look: [] },
			{ occasion: 'Praia', persona: '', look: [] },
		],
	],
	[
		'an object with their names',
		{ Festa: { persona_na_ocasião: 'Anfitriã' }, Praia: { sugestao_look: ['Chapéu'] }, total: 2, nada: {} },
		[
			{ occasion: 'Festa', persona: 'Anfitriã', look: [] },
			{ occasion: 'Praia', persona: '', look: ['Chapéu'] },
		],
	],
	[
		'a list in an object',
		{ lista: [{ ocasiao: 'Trabalho', sugestao_look: ['Camisa', 'Chino'] }] },
		[{ occasion: 'Trabalho', persona: '', look: ['Camisa', 'Chino'] }],
	],
	[
		'an object with their names, beside remarks',
		{ Trabalho: { look: ['Camisa', 'Chino'] }, observacoes: ['cliente insegura'] },
		[{ occasion: 'Trabalho', persona: '', look: ['Camisa', 'Chino'] }],
	],
	[
		'an object with the look of each',
		{ Trabalho: ['Camisa', 'Chino'], Praia: [], Festa: 'Vestido', Observações: ['cliente insegura'] },
		[
			{ occasion: 'Trabalho', persona: '', look: ['Camisa', 'Chino'] },
			{ occasion: 'Festa', persona: '', look: ['Vestido'] },
		],
	],
	['an empty object', { ocasião: '', persona_na_ocasião: null, sugestao_look: [] }, []],
	['empty entries', [null, {}, '', { ocasião: '' }], []],
	['nothing', null, []],
])('occasions as %s', (_what, written, occasions) => {
	const profile = read({ ocasioes_relevantes: written });

	expect(profile.occasions).toEqual(occasions);
	expect(profile.looks).toEqual(occasions.map(({ look }) => look).filter((look) => look.length > 0));
});

test.each([
	[
		['Camisa', ' Calça ', '', null],
		['Camisa', 'Calça'],
	],
	['Camisa, Calça', ['Camisa', 'Calça']],
	['- Camisa azul\n- Calça', ['Camisa azul', 'Calça']],
	[
		[{ peça: 'Camisa', cor: 'azul' }, { nome: 'Calça' }],
		['Camisa, azul', 'Calça'],
	],
	[{ nome: 'Calça' }, ['Calça']],
	[{ nome: 'Calça', cor: 'azul' }, ['Calça']],
	[{ nome: 'Executiva que quer parecer mais magra', superior: 'Camisa', inferior: 'Chino' }, ['Camisa', 'Chino']],
	[
		[{ nome: 'Para disfarçar a barriga', 'Parte de cima': { nome: 'Camisa', motivo: 'VIP' }, acessórios: ['Cinto'] }],
		['Camisa', 'Cinto'],
	],
	[{ name: 'Price-conscious', top: 'Shirt', bottom: null, shoes: 'Loafers, brown' }, ['Shirt', 'Loafers, brown']],
	[{ nome: 'VIP', pecas: ['Camisa'], acessorios: ['Cinto'] }, ['Camisa', 'Cinto']],
	[{ peca: 'Camisa', acessorio: 'Cinto', nome: 'VIP' }, ['Camisa', 'Cinto']],
	[{ produto: 'Vestido midi', acessorios: ['Brinco'] }, ['Vestido midi', 'Brinco']],
	[{ nome: 'Vestido midi', acessorios: ['Brinco'] }, ['Vestido midi', 'Brinco']],
	[{ pieces: [{ name: 'Blazer', bottom: 'vai bem com chino' }] }, ['Blazer']],
	[{ pecas: ['Vestido', 'Bolsa'], bolsa: 'Bolsa' }, ['Vestido', 'Bolsa']],
	[{ items: 'Shirt; Skirt', note: 'no discount' }, ['Shirt', 'Skirt']],
	['{"pecas":["Camisa"],"nota":"VIP"}', ['Camisa']],
	[
		[
			['Camisa', 'Saia'],
			['Bolsa', 7],
		],
		['Camisa', 'Saia', 'Bolsa'],
	],
	[
		['Blazer', 'Obs.: cliente reclamou da modelagem', 'Nota interna: margem alta', 'Saia'],
		['Blazer', 'Saia'],
	],
	['Blazer; Calça; Observação: tem joanete; não mencionar', ['Blazer', 'Calça']],
	['- Blazer\n- Justificativa: esconde, alonga\n- Calça', ['Blazer', 'Calça']],
	['Blazer (engordou, evitar P), Calça (encalhada), Bolsa', ['Blazer', 'Calça', 'Bolsa']],
	[['Blazer — nota para a equipe: oferecer desconto', 'Saia (evitar (P'], ['Blazer']],
	[
		['Vestido soltinho para disfarçar a barriga', 'Calça que esconde o quadril', 'Dress that hides the belly'],
		['Vestido soltinho', 'Calça', 'Dress'],
	],
	['Blazer com scarpin nude. Disfarça os quadris.', ['Blazer com scarpin nude']],
	[
		['Blazer R$ 1.299,90', 'Calça por R$ 199,90 em até 10x', 'Sapato -20% OFF'],
		['Blazer', 'Calça'],
	],
	[
		['Evitar decotes', 'Não oferecer: peças justas', 'Não informado', 'Nenhuma', 'Sem dados suficientes', 'Saia'],
		['Saia'],
	],
	[
		['Desculpe, não há sugestões', 'Para a cliente ana', 'Calça, se houver em estoque', '[inserir peça]', '{{ x }}'],
		undefined,
	],
	[['SKU-123', 'dress-01', 'REF991', 'Vestido para ana@example.com', 'Saia 11 99999-8888'], undefined],
	[
		[
			'**Blazer** azul',
			'Camisa 100% algodão',
			'Tênis Air Max 90',
			'Jeans Levi’s 501',
			'Blazer tam. M',
			'T-shirt off-white',
		],
		['Blazer azul', 'Camisa 100% algodão', 'Tênis', 'Jeans', 'Blazer tam. M', 'T-shirt off-white'],
	],
	[{ motivo: 'VIP' }, undefined],
	['```json\n["Camisa de seda", "Calça reta"]\n```', ['Camisa de seda', 'Calça reta']],
	[[], undefined],
	[true, undefined],
])('of the look %j a customer may see %j', (written, pieces) => {
	expect(read({ ocasioes_relevantes: [{ sugestao_look: written }] }).looks).toEqual(pieces ? [pieces] : []);
});

/** Pieces that a customer sees as they are written. */
const PIECES = [
	'Linda saia plissada',
	'Par de brincos dourados',
	'2 camisetas básicas',
	'High-waisted wide-leg trousers',
	'Scarpin – nude',
	'Blusa branca, de algodão',
	'Calcinha fio dental',
	'Sutiã tomara que caia',
	'Terceira peça em alfaiataria',
	'Maxi colar',
	'Fato de banho preto',
	'Zapatos de tacón',
	'Um par de brincos de argola',
	'Os óculos de sol',
	'Over the knee boots',
];

test.each<[unknown, string[]]>([
	[
		'Parte de cima: blusa de seda; Calçado: scarpin; Dica: usar com jeans; Look 1: saia',
		['blusa de seda', 'scarpin', 'saia'],
	],
	[
		[
			'Camisa com botões escondidos',
			'Blazer com ombreiras disfarçadas',
			'Blusa 50% off-white',
			'Hipster jeans',
			'1) Camisa branca',
			'Blusa com motivo floral',
			'Saia a partir de R$ 99',
			'Bolsa: preta',
		],
		[
			'Camisa com botões',
			'Blazer com ombreiras',
			'Blusa 50% off-white',
			'Camisa branca',
			'Blusa com motivo floral',
			'Saia',
			'Bolsa: preta',
		],
	],
	['Blusa com motivo floral; Sapatos: scarpin', ['Blusa com motivo floral', 'scarpin']],
	[
		['Vestido encalhado', 'Blusa grátis', 'Saia 199 reais', 'Mostre o casaco', 'Ver catálogo', 'Vestido verde'],
		['Vestido verde'],
	],
	['Opção 1: macacão; Noite: vestido longo; Estratégia: upsell', ['macacão', 'vestido longo']],
	[['Blazer descontraído', 'Vestido com desconto'], ['Blazer descontraído']],
	[['Interno: VIP', 'CRM: churn alto', 'Calça: alonga a perna', 'Saia'], ['Saia']],
	['### Look 1\n- Blazer\n⚠️ Não sugerir vestidos\n✅ Calça', ['Blazer', 'Calça']],
	['Blazer\nObservações:\n- insegura\n- tímida', ['Blazer']],
	[
		['Blazer\nmuito triste', 'Saia'],
		['Blazer', 'Saia'],
	],
	[
		['Vestido, pois engordou', 'Blazer porque disfarça', 'Sandália, ideal para ficar em pé', 'Saia que ela ama'],
		['Vestido', 'Blazer', 'Sandália', 'Saia'],
	],
	[
		['Saia — valoriza o quadril', 'Wrap dress to hide the belly', 'Jeans for her', 'Vestido dela', 'Cinto'],
		['Saia', 'Wrap dress', 'Jeans', 'Cinto'],
	],
	// Of a piece with a note, the words that describe clothes.
	[
		[
			'Saia midi plissada tapa varizes',
			'Silk scarf covers wrinkled neck',
			'Casaco de lã sempre atrasa pagamento',
			'Falda recta disimula la tripa',
			'Blusa decote V aumenta o busto',
			'Tênis branco de R$ 200 é o que ela paga',
		],
		['Saia midi plissada', 'Silk scarf', 'Casaco de lã', 'Falda recta', 'Blusa decote V', 'Tênis branco'],
	],
	// What follows a garment at once, and does not describe it, may as well say that it is none.
	[['Bag lady', 'Polo player', 'Bolsa família', 'Casaco emprestado da irmã', 'Bolsa de palmeira'], ['Bolsa']],
	[
		['Vestido Aurora midi', 'Tênis Air Max 90', 'Bolsa Lua Nova de couro', 'Blusa Ana devolve', 'Long, black dress'],
		['Vestido', 'Tênis', 'Bolsa', 'Long, black dress'],
	],
	[['No ofrecer faldas', 'Sin datos', 'Do not mention it', "Don't show", 'Falda'], ['Falda']],
	[['Blusa -30%', 'Cashback de 10%', 'Frete grátis', 'Bermuda 2 em 1'], ['Bermuda 2 em 1']],
	[
		['Jeans cintura alta', 'Blusa - 100% linho', 'No-show socks', 'Top sem costura', 'Cinto elástico', 'Notebook bag'],
		['Jeans cintura alta', 'Blusa - 100% linho', 'No-show socks', 'Top sem costura', 'Cinto elástico', 'Notebook bag'],
	],
	[
		[
			'Sensível a preço',
			'Abordar com cuidado',
			'Recém-divorciada',
			'Price sensitive',
			'Vestido agotado',
			'Vestido indisponível',
			'Dress to be defined',
			'Embarazada',
			'Item 1',
			'Devolveu o último vestido',
			'Hates skirts',
			'Prefere sapatos baixos por causa do joelho',
			'Evangélica, não usa calça',
			'Ya tiene una chaqueta parecida',
			'Camisa',
		],
		['Camisa'],
	],
	[
		[
			'Blazer – upsell',
			'Blusa; evitar preto',
			'Calça preta; evitar saias',
			'Relógio prata, sensível a preço',
			'Bermuda, tratar com tacto',
			'SKU 123 - Saia',
			'Tote bag => highest commission',
			'<b>Vestido</b> midi',
			'Casaco - não oferecer',
		],
		['Blazer', 'Blusa', 'Calça preta', 'Relógio prata', 'Bermuda', 'Saia', 'Tote bag', 'Vestido midi'],
	],
	// Notes that begin like a garment.
	[
		[
			'Pés inchados',
			'Flat feet',
			'Short torso',
			'Top spender',
			'Watch out for returns',
			'Body shape pear',
			'Terceira idade',
			'Unhas sempre feitas',
			'Turno da noite',
			'Jeans não fecha',
			'Pants too tight',
			'O botão costuma abrir nela',
			'Conjuntinho, o Rodrigo autorizou',
			'Top de seda',
		],
		['Conjuntinho', 'Top de seda'],
	],
	[
		'Vestido longo com fenda lateral, sandália, teto de gasto 300, aqui ela abre a mão, pulseira rígida dourada',
		['Vestido longo com fenda lateral', 'sandália', 'pulseira rígida dourada'],
	],
	[
		['Scarpin salto 7. Evitar salto fino', 'Saia de 219 por 139 no pix', 'Jaqueta #liquidação'],
		['Scarpin salto 7', 'Saia', 'Jaqueta'],
	],
	// A garment before a colon, and what it is made of; not what it does.
	[
		['Blusa: seda creme', 'Calça: pantalona preta', 'Saia: encurta as pernas', 'Dress: ivory', 'Skirt: her favorite'],
		['Blusa: seda creme', 'Calça: pantalona preta', 'Dress: ivory'],
	],
	[
		['Boots, cherry red', 'Blouse, ivory poplin', 'Saia - laranja queimado', 'Bota; insegura'],
		['Boots, cherry red', 'Blouse, ivory poplin', 'Saia - laranja queimado', 'Bota'],
	],
	[
		['Dress, gold tier member', 'Saia, ouro no cadastro', 'Falda, cuero le irrita la piel', 'Colar, prata velha'],
		['Dress', 'Saia', 'Falda', 'Colar'],
	],
	[
		['Bolsa: parcela em 10x', 'Dress: size up', 'Abrigo: pregunta por rebajas', 'Coat: camel wool, belted'],
		['Coat: camel wool'],
	],
	[
		['Sandália SKU: SD-0092', 'Blusa, cód. 77120', 'Gilet, see www.example.com/gilets'],
		['Sandália', 'Blusa', 'Gilet'],
	],
	[
		['Sandália #4471009', 'Blazer https://example.com/p/1 azul', 'Saia-envelope'],
		['Sandália', 'Blazer azul', 'Saia-envelope'],
	],
	[
		'<ul><li>Vestido <b>midi</b></li><li>Sapato&nbsp;preto</li></ul><p>Luvas</p><!-- VIP -->',
		['Vestido midi', 'Sapato preto', 'Luvas'],
	],
	[
		{ look_1: { pecas: ['Calça', 'Blusa'], comentario: 'VIP' }, 'look 2': ['Vestido'], racional: 'margem' },
		['Calça', 'Blusa', 'Vestido'],
	],
	[
		{ día: 'Vaquero', noche: ['Top', 'Falda'], cima: 'Camisa', pés: 'Bota', nota_noche: 'Blazer' },
		['Camisa', 'Bota', 'Top', 'Falda', 'Vaquero'],
	],
	[
		['Nos pés: mocassim', ...PIECES],
		['mocassim', ...PIECES],
	],
	[
		['Saia Midi Plissada', 'Blusa Esconde Barriga', 'Vestido Aurora Floral'],
		['Saia Midi Plissada', 'Blusa', 'Vestido'],
	],
	[
		['Saia midi plissada', 'Vestido Aurora floral', 'Vestido velho'],
		['Saia midi plissada', 'Vestido'],
	],
	[
		['Suede desert boots', 'Preta gorda vestido largo'],
		['Suede desert boots', 'vestido largo'],
	],
	[['Tee preta + saia midi + bota'], ['Tee preta', 'saia midi', 'bota']],
	[
		['- Vestido midi floral', '• Saia longa', '* Bolsa'],
		['Vestido midi floral', 'Saia longa', 'Bolsa'],
	],
	[
		['Combine a calça preta com a blusa de seda, sem a jaqueta, e finalize com o scarpin nude.'],
		['calça preta', 'blusa de seda', 'scarpin nude'],
	],
	[['Use a calça que disfarça a barriga com a blusa que ela devolveu; evite a bota.'], ['calça']],
	[['Wear the navy blazer over a white tee, because of her hips, and avoid the jeans'], ['navy blazer', 'white tee']],
	[['Aposta por la falda midi y el bolso rojo, que está deprimida'], ['falda midi', 'bolso rojo']],
	// Not to be offered, wherever that is said.
	[
		[
			'Vestido midi (esgotado)',
			'Saia (não oferecer, devolveu 2x)',
			'Bolsa que está em liquidação',
			'Scarpin\nNão oferecer',
			'Red dress (do not offer)',
			'Casaco? Não!',
			'Blazer rejeitado',
			'~~Colete~~',
			'✗ Gravata',
			'Jamais bermuda',
			'Menos saia midi',
			'Camisa',
		],
		['Camisa'],
	],
	[
		[
			{ peca: 'Saia', status: 'esgotado' },
			{ peca: 'Blusa', evitar: true },
			{ peca: 'Calça', disponivel: false },
			{ peca: 'Cinto', estoque: 0 },
			{ peca: 'Bota', estoque: 3 },
		],
		['Bota'],
	],
	[['Camisa branca', 'Evitar:', 'Vestido preto', 'Saia curta'], ['Camisa branca']],
	[
		[
			['Peças a evitar:', 'Vestido'],
			['Evitar:', 'Saia'],
			['Sold out:', 'Bag'],
		],
		[],
	],
	['Vestido midi preto\n**Evitar**\n- Saia curta jeans', ['Vestido midi preto']],
	[[{ tipo: 'evitar', pecas: ['Saia'] }, { peca: 'Blusa', devolvido: true }, { peca: 'Bota' }], ['Bota']],
	[['Saia (cliente devolveu)', 'Cliente nunca usa saia curta', 'Exceto salto alto', 'Saia (avoid)'], []],
	// What a piece does not do is not said of the piece.
	[
		['Vestido midi, não amassa', 'Legging que evita odor', 'Blusa de seda, no tom areia', 'Saia midi (no joelho)'],
		['Vestido midi', 'Legging', 'Blusa de seda', 'Saia midi'],
	],
	// Words of clothes that are said of people.
	[
		['Classe média alta', 'Renda média', 'Cargo executivo', 'Casual shopper', 'Saia, renda baixa', 'Saia (42)'],
		['Saia', 'Saia'],
	],
	['Camisa branca, calça preta. Evitar: vestido vermelho, saia curta', ['Camisa branca', 'calça preta']],
	[['Combine a camisa branca com a saia midi, nunca com a calça preta'], ['camisa branca', 'saia midi']],
	// Details that only clothes have, also in brackets.
	[
		['Blusa de seda (gola alta, off-white)', 'Vestido, manga longa', 'Calça, cintura alta', 'Blusa, ombros largos'],
		['Blusa de seda, gola alta, off-white', 'Vestido, manga longa', 'Calça, cintura alta', 'Blusa'],
	],
	[['Finalize com scarpin preto e brincos de pérola.'], ['scarpin preto', 'brincos de pérola']],
	[['Para dias frios, sobreponha um casaco bege com cinto.'], ['casaco bege', 'cinto']],
	[['Vestido claro p/ pele escura', 'Vestido 太った'], ['Vestido claro']],
	// A refusal behind the piece, what it is no longer, or what only looks like it.
	[
		['Dress no', 'Vestido negro no', 'Jeans – no!', 'Dress? No', 'Blazer no gracias', 'Camisa no entallada'],
		['Camisa no entallada'],
	],
	[['Vestido (devuelto)', 'Dress (sold)', 'Top - skip', 'Saia (nunca mais)', 'Blazer (já tem)', 'Bag (damaged)'], []],
	// The customer has it, or refused it: the same words count behind a comma, in brackets and behind a dash.
	...['já tem', 'ya la compró', 'ya tiene una', 'already owned', 'no disponible', 'doesn’t like', 'she hates it'].map(
		(note): [string[], string[]] => [[`Bag preta, ${note}`, `Bag preta (${note})`, `Bag preta - ${note}`], []],
	),
	[['Casaco (cor que ela não gosta)', 'Abrigo gris (color que no le gusta)', 'Vestido preto queima'], []],
	[
		['Fake fur coat', 'Jaqueta de couro falso', 'Jaqueta de couro fake', 'Used leather bag', 'Traje de baño negro'],
		['Fake fur coat', 'Jaqueta de couro fake', 'Traje de baño negro'],
	],
	// Refused in a note, by all that stands before a colon, or by hate.
	[
		['Vestido. Obs.: não oferecer', 'Blusa, Nota: já comprou', 'Bota (obs: já comprou)', 'Trench (low margin, avoid)'],
		[],
	],
	['Skinny ties, suspenders, anything slim: returned, returned', []],
	[['Strapless jumpsuit (has scars, hates strapless)'], []],
	[["Doesn't like:", 'Red dress', 'Black skirt'], []],
	[['Red dress (she doesn’t wear red)', 'Blusa bota-fora'], []],
	[
		[
			{ nome: 'Saia', obs: 'não oferecer' },
			{ peca: 'Blusa', nota: 'já tem' },
			{ peca: 'Bota', obs: 'em couro' },
		],
		['Bota'],
	],
	[
		[
			'Blazer que ela já tem',
			'Vestido negro que ya tiene la clienta',
			'Jeans that she already owns',
			'Saia que combina com a bolsa que já tem',
			'Vestido com cinto que ela já tem',
			'Blusa (no quiere escote)',
		],
		['Saia', 'Vestido com cinto'],
	],
	// A note on a look, or on something else.
	[
		{ superior: 'Blusa de seda', inferior: 'Calça de alfaiataria', obs: 'Cliente não usa salto' },
		['Blusa de seda', 'Calça de alfaiataria'],
	],
	[{ superior: 'Blusa branca', obs: 'não usa amarelo' }, ['Blusa branca']],
	[
		[
			{ piece: 'Shirt', note: 'do not iron' },
			{ piece: 'Skirt', notes: 'sold out' },
		],
		['Shirt'],
	],
	[
		['Vestido que já tem bojo', 'Black blazer that complements pieces she already has'],
		['Vestido', 'Black blazer'],
	],
	[['Loafers (she doesn’t wear heels)', 'The black blazer you already have'], ['Loafers']],
	['Use a saia midi com a blusa branca e não com tênis', ['saia midi', 'blusa branca']],
	['Superior: blusa branca\nObs: não oferecer\nInferior: saia preta', ['saia preta']],
	['- White shirt\n  - Note: sold out\n- Blue jeans', ['Blue jeans']],
	['- White shirt\n  - Note: size up\n- Blue jeans', ['White shirt', 'Blue jeans']],
	['Sim:\nVestido midi\nNão:\nVestido curto', ['Vestido midi']],
	['Vestido midi\nSem estoque\nVestido curto', []],
	['PRENDAS\n• Vestido azul\nNO PROPONER\n• Mono blanco', []],
	['1) Jean recto azul 2) Sombrero aguadeño 3) Botín negro', ['Jean recto azul', 'Botín negro']],
	[[{ pieces: ['White blouse', 'Black skirt'], note: 'Don’t forget accessories' }], ['White blouse', 'Black skirt']],
	[
		['Vestido tipo amante', 'Vestido estilo boho'],
		['Vestido', 'Vestido estilo boho'],
	],
	// The reason for a piece, what it does not do, and a refusal of another piece are said of something else.
	[
		['Blazer bege (motivo: já tem calça bege)', 'Camisa (bolso: não)', 'Dress, doesn’t wrinkle'],
		['Blazer bege', 'Camisa', 'Dress'],
	],
	['Trabalho: camisa branca, calça preta, não gosta de saia', ['camisa branca', 'calça preta']],
	['Look 1: não usar salto, tênis branco, jeans', ['tênis branco', 'jeans']],
	// A label may be a piece, and a name behind a brand anything.
	[
		['Work bag: black leather', 'Tênis: branco de couro'],
		['Work bag: black leather', 'Tênis: branco de couro'],
	],
	[
		['Tênis Nike Cliente Grávida', 'Tênis Nike 299,90', 'Tênis Adidas Samba'],
		['Tênis Nike', 'Tênis Nike', 'Tênis Adidas Samba'],
	],
	[['Promoção: dress', 'Volta ao estoque: vestido', 'After return: dress', 'Talle incorrecto: vestido'], []],
	['Blazer / casaco bege', ['Blazer / casaco bege']],
	// An occasion before a colon, and slashes between pieces.
	['Para o trabalho: camisa azul, calça cinza', ['camisa azul', 'calça cinza']],
	['Festa junina: vestido xadrez, bota marrom / chapéu de palha', ['vestido xadrez', 'bota marrom', 'chapéu de palha']],
	[
		['Noiva desistiu: vestido longo', 'Calça 40 e tem joanete', 'Camisa branca...'],
		['Calça 40', 'Camisa branca'],
	],
	[['Replace dress with trousers', 'Switch jeans to skirts'], []],
	// Sizes, prices, and what is left of a template.
	[
		['Vestido negro 49 €', 'Calça tam 48', 'Trousers waist 110', 'Calça cintura alta'],
		['Vestido negro', 'Calça', 'Trousers', 'Calça cintura alta'],
	],
	[['Dress n/a', 'Colar ???', 'Calça %s', 'Saia <%= cor %>', 'Vestido *|COLOR|*', 'Blusa ${cor}'], []],
	// The first word of a note.
	[
		['Beige trench coat low margin', 'Saia curta demais pra idade', 'Falda corta para su edad'],
		['Beige trench coat', 'Saia', 'Falda'],
	],
	// What only looks like a refusal, a size or a price.
	[
		[
			'Cardigan cotton/acrylic',
			'Relógio com pedras no mostrador',
			'Blazer com bolsos falsos',
			'Bota cano curto Schutz',
		],
		['Cardigan cotton/acrylic', 'Relógio com pedras no mostrador', 'Blazer com bolsos', 'Bota cano curto Schutz'],
	],
	[
		['Vestido midi - MX$ 899', 'Vestido, 199$', 'Calça cintura baixa Levi’s'],
		['Vestido midi', 'Vestido', 'Calça cintura baixa'],
	],
	[
		[
			{ nome: 'Calça cargo', possui_bolsos: true },
			{ nome: 'Blazer', mostrar_preco: false },
		],
		['Calça cargo', 'Blazer'],
	],
	[
		['Capa', 'Exclusivo:', 'Vestido curto', 'Já para a noite:', 'Saia'],
		['Capa', 'Vestido curto', 'Saia'],
	],
	[
		['Vestido midi (já disponível em preto)', 'Blusa de lino (en verano usar suelta)'],
		['Vestido midi', 'Blusa de lino'],
	],
	// Headings within a list.
	[['Capa', 'DO NOT OFFER', 'Short dress'], ['Capa']],
	[['Capa', 'Não recomendado', 'Vestido curto'], ['Capa']],
	[['Capa', 'Já possui:', 'Vestido curto'], ['Capa']],
	[
		['Capa', 'Para não amassar', 'Vestido curto'],
		['Capa', 'Vestido curto'],
	],
	// Numbered on one line, in sentences, led over to, and under headings.
	['1. Calça cinza 2. Camisa branca 3. Mocassim', ['Calça cinza', 'Camisa branca', 'Mocassim']],
	['(1) Calça cinza (2) Camisa branca', ['Calça cinza', 'Camisa branca']],
	['1) Peças que ela odeia: saia 2) salto', []],
	['1. Não oferecer os itens abaixo 2. Saia lápis 3. Scarpin', []],
	[['User owns: blazer', 'Try avoiding: skirt', 'Propuesta descartada: falda', 'Bota'], ['Bota']],
	['Calça jeans, com cinto que ela já tem', ['Calça jeans']],
	['Vestido, com capuz', ['Vestido']],
	[['Blazer bege que combina com a calça que ela já tem'], ['Blazer bege']],
	['Regata, com sutiã embutido', ['Regata']],
	['Vestido, com cinto do mesmo tecido', ['Vestido']],
	['1. Vestido azul 2. Bolsa preta (não oferecer)', []],
	[[{ peca: 'Vestido azul', cor: 'azul marinho' }], ['Vestido azul']],
	[[{ peca: 'Saia preta', cor: 'Preta' }], ['Saia preta']],
	['Saia midi. Blusa de seda.', ['Saia midi', 'Blusa de seda']],
	['Saia midi. Blusa de seda, bota.', ['Saia midi', 'Blusa de seda', 'bota']],
	['Saia midi. Blusa ficou apertada nela.', ['Saia midi']],
	['Saia midi. Evitar blusa de seda.', ['Saia midi']],
	['Vestido negro, con sandalias doradas', ['Vestido negro', 'sandalias doradas']],
	['Vestido midi, com bolsos', ['Vestido midi']],
	['Vestido midi de linho branco, com bolsos', ['Vestido midi de linho branco']],
	['Jeans, plus white sneakers', ['Jeans', 'white sneakers']],
	['**Vestido midi** + *bolsa* + _saia_ + `bota`', ['Vestido midi', 'bolsa', 'saia', 'bota']],
	['Experimente: saia midi, bota', ['saia midi', 'bota']],
	['Combinação perfeita: saia midi, bota', ['saia midi', 'bota']],
	[
		['Ideal para o dia a dia: saia midi', 'For work: blazer'],
		['saia midi', 'blazer'],
	],
	[['Proposta: desconto na saia', 'Blazer'], ['Blazer']],
	// An object may tell the color and the fabric of its piece, but no more.
	[[{ peca: 'Vestido midi', cor: 'verde', tecido: 'linho' }], ['Vestido midi, verde, linho']],
	[[{ peca: 'Saia preta', cor: 'preto' }], ['Saia preta']],
	['Plus size dress, slip', ['Plus size dress', 'slip']],
	[[{ piece: 'Blazer', color: 'the one that hides her arms' }], ['Blazer']],
	[[{ piece: 'Blazer', color: 'no black' }], ['Blazer']],
	[
		{ prenda_superior: 'Blusa blanca', prenda_inferior: 'Falda midi', nota: 'cliente sensible al precio' },
		['Blusa blanca', 'Falda midi'],
	],
	[{ upper: 'White tee', lower: 'Jeans', roupa: 'Vestido preto' }, ['White tee', 'Jeans', 'Vestido preto']],
	[
		[
			{ peca: 'Saia', recomendado: false },
			{ peca: 'Top', oferecer: 'não' },
			{ peca: 'Bota', recomendado: true },
		],
		['Bota'],
	],
	// A detail of which nothing is said, parts of a shoe, sizes, prices and ratings.
	[
		['Blazer preto, modelagem que disfarça a barriga', 'Vestido azul, cor que valoriza sua pele'],
		['Blazer preto', 'Vestido azul'],
	],
	[
		['Calça reta, corte que alonga', 'Vestido negro, color que le favorece'],
		['Calça reta', 'Vestido negro'],
	],
	[
		['Scarpin nude, salto baixo por dor no joelho', 'Bolsa preta'],
		['Scarpin nude', 'Bolsa preta'],
	],
	[['Black pumps, low heel for her knee pain'], ['Black pumps, low heel']],
	[
		['Black heels', 'Sandália, salto bloco'],
		['Black heels', 'Sandália, salto bloco'],
	],
	[
		['Calça preta 46', 'Tênis branco 37', 'Meia-calça fio 40'],
		['Calça preta', 'Tênis branco', 'Meia-calça fio 40'],
	],
	[
		['Gravata de seda: R$ 390', 'Camisa branca: 199,90', 'Opção: 2'],
		['Gravata de seda', 'Camisa branca'],
	],
	[
		['Navy blazer | $120', 'Suéter bege | R$ 1.290 | SKU 88213'],
		['Navy blazer', 'Suéter bege'],
	],
	[
		['Zapatos negros ★ 4,8', 'Saia midi ⭐ 4.8', '⭐ Blusa'],
		['Zapatos negros', 'Saia midi', 'Blusa'],
	],
	// What the shop does not have.
	[['Mandil de lona (no vendemos)', 'Falda plisada (descatalogada)', 'Blusa (no la tenemos)', 'Bota'], ['Bota']],
	[['Saia plissada (não temos)', 'Saia (fora de linha)', 'Blazer (reposição prevista)', 'Bota'], ['Bota']],
	[['Navy blazer - backordered until May', 'Skirt (we do not carry this)', 'Boots'], ['Boots']],
	// Sentences.
	['Recomenda-se uma camisa branca com calça reta e mocassim.', ['camisa branca', 'calça reta', 'mocassim']],
	['Ela pode usar um macacão preto com sandália dourada.', ['macacão preto', 'sandália dourada']],
	['Para o trabalho, aposte em blazer azul com calça reta.', ['blazer azul', 'calça reta']],
	['Puede llevar un mono negro con sandalias doradas.', ['mono negro', 'sandalias doradas']],
	['For the office, opt for a navy blazer with trousers.', ['navy blazer', 'trousers']],
	['Consider a wrap dress with nude pumps and a clutch.', ['wrap dress', 'nude pumps', 'clutch']],
	[
		'Opt for a white shirt tucked into wide trousers, accessorized with a leather belt.',
		['white shirt', 'wide trousers', 'leather belt'],
	],
	[
		'Layer a cashmere turtleneck under a camel coat with black jeans.',
		['cashmere turtleneck', 'camel coat', 'black jeans'],
	],
	['Silk blouse, with nude pumps and subtle earrings', ['Silk blouse', 'nude pumps']],
	['Ela pode devolver a saia com o blazer.', []],
	['Recomenda-se evitar a saia com blusa curta.', []],
	['Recomendamos no usar la falda con botas.', []],
	['Consider avoiding the red dress and the skirt.', []],
	['Ela usa um sapato 44 e calça 50.', []],
	['Ela pode usar o casaco que comprou com uma saia nova.', []],
	['Recomendamos um blazer com calça para evitar vestidos e saias.', ['blazer']],
	['Consider a blazer with trousers and skip the heels and bag.', ['blazer', 'trousers']],
	['Recomendamos as seguintes peças:\n- Blazer bege\n- Calça branca', ['Blazer bege', 'Calça branca']],
	[['Vestido midi azul', 'Com a calça preta que ela já tem'], ['Vestido midi azul']],
	// What a later sentence, or part of one, says of pieces.
	['Use o vestido com tênis. Vestidos justos a deixam insegura.', ['vestido', 'tênis']],
	['Use o vestido com tênis. Camisa branca básica do acervo dela.', ['vestido', 'tênis']],
	['Use o vestido com tênis. Finalize com bolsa nude.', ['vestido', 'tênis', 'bolsa nude']],
	['Use o vestido com sandália. Tamanho: M.', ['vestido', 'sandália']],
	['Use o blazer com a calça\nCalçado: scarpin nude', ['blazer', 'calça', 'scarpin nude']],
	[
		'Aposte em um look monocromático: calça bege, blusa off-white e scarpin nude.',
		['calça bege', 'blusa off-white', 'scarpin nude'],
	],
	['Use em promoção o vestido e a sandália.', []],
	['Usa el vestido rojo en lugar de la falda negra con sandalias', ['vestido rojo']],
	['Use a calça que não amassa com a camisa', ['calça', 'camisa']],
	['Use o vestido de alça removível com sandália', ['vestido de alça removível', 'sandália']],
	['Vestido, con chaqueta de su hermana', ['Vestido']],
	['Calça jeans, com bolsa da marca dela', ['Calça jeans']],
	[['Recomprou: calça preta', 'Recomendado para a irmã: saia', 'Recomendado: blusa'], ['blusa']],
	[
		['Camiseta UPF 50', 'Falda de los 50', 'Black tights 40'],
		['Camiseta UPF 50', 'Falda de los 50', 'Black tights 40'],
	],
	[['Camiseta branca (reposição de básicos)'], ['Camiseta branca']],
	[
		['Destaque ⭐ Vestido azul', 'Vestido ⭐ azul com cinto'],
		['Vestido azul', 'Vestido azul com cinto'],
	],
	['Saia + camisa + salto', ['Saia', 'camisa', 'salto']],
	['Recomenda-se o uso de cremes com a pele seca.', []],
	// What a label says counts for all pieces behind it.
	...[
		'Devolveu: blazer preto + saia midi',
		'Esgotados: blazer preto, saia midi',
		'Sem estoque: blazer preto; saia midi',
		'Última compra: blazer preto, saia midi',
		'Look rejeitado: blazer preto + saia midi',
		'Look do marido: camisa polo + bermuda',
		'Para a sogra: robe de microfibra, pantufa, camisola',
		'Returned: black blazer, midi skirt',
		'Look 2 (já tem): blazer preto, saia midi',
		'Opção 2: agotada: blazer negro, falda midi',
		'Tem para o trabalho: blazer preto, saia midi',
		'Trabalho anterior: blazer preto, saia midi',
		'Histórico de trabalho: blazer preto, saia midi',
		'Nada de praia: canga, maiô',
		'Regalo de Navidad: blazer negro, falda midi',
		'Winter sale: black blazer, midi skirt',
		'Wishlist of her sister: black blazer, midi skirt',
		'Noiva desistiu: vestido longo, véu',
		'Peças que ela possui: blazer preto, saia midi',
		'Look de outra cliente: blazer preto, saia midi',
		'Look vetado: blazer preto, saia midi',
		'Worst look: black blazer, midi skirt',
		'Devolveu: blazer preto, saia midi. Manteve: casaco',
		'Competitor: black blazer, midi skirt',
	].map((refused): [unknown, string[]] => [
		['Calça jeans', refused, 'Bolsa preta'],
		['Calça jeans', 'Bolsa preta'],
	]),
	['Devolveu: blazer preto, saia midi\nBolsa preta', ['Bolsa preta']],
	[
		'Forró: camisa xadrez de flanela; jeans escuro reto; botina',
		['camisa xadrez de flanela', 'jeans escuro reto', 'botina'],
	],
	[['Audiência: camisa de seda, saia lápis preta'], ['camisa de seda', 'saia lápis preta']],
	[['Se fizer frio: casaco longo + cachecol'], ['casaco longo', 'cachecol']],
	...[
		'Dia dos Namorados',
		'Trabalho no escritório',
		'No parque',
		'Look elegante',
		'Comfortable look',
		'Peças principais',
		'Fim de semana',
		'Última noite do ano',
		'Casamento da filha',
		'Festa das crianças',
		'Use em dias frios',
		'Boho',
		'Tons neutros',
		'Clássico',
		'All black',
		'Seleção',
		'Peças que não amassam',
	].map((label): [unknown, string[]] => [[`${label}: vestido vermelho, scarpin`], ['vestido vermelho', 'scarpin']]),
	[
		['Vestido azul', 'Casaco de lã (só se esfriar)'],
		['Vestido azul', 'Casaco de lã'],
	],
	// A heading that is not known as one in capitals or of a few words, and what an object calls its looks.
	[['Calça jeans', 'Última compra:', 'Blazer preto'], ['Calça jeans']],
	[['Calça jeans', 'Para a mãe:', 'Blazer preto'], ['Calça jeans']],
	[['Look 1', 'Calça jeans', 'Evitar:', 'Look 2', 'Blazer preto'], ['Calça jeans']],
	[['Look 1', 'Calça jeans', 'Look 2 (esgotado)', 'Blazer preto'], ['Calça jeans']],
	...[
		'look_2_rejeitado',
		'look_2_ja_tem',
		'look_2_da_filha',
		'look 2 esgotado',
		'look_do_marido',
		'look_actual',
		'look_descricao',
	].map((name): [unknown, string[]] => [{ look_1: 'Calça jeans', [name]: 'Blazer preto' }, ['Calça jeans']]),
	// The same words refuse a piece wherever they stand.
	...[
		'Tricô cinza - FORA DE LINHA',
		'Tricô cinza (fora de linha)',
		'Tricô cinza, saiu de linha',
		'Tricô cinza (aguardando reposição)',
		'Tricô cinza | repor em 15/04',
		'Tricô cinza (não divulgar)',
		'Tricô cinza (ela já tem duas parecidas)',
		'Tricô cinza (não temos no tamanho dela)',
		'Tricô cinza, ya no hay',
		'Tricô cinza (só se ela perguntar)',
		'Grey sweater — only suggest in private',
		'Grey sweater (recalled)',
		'Tricô cinza (trocou por outro modelo)',
		'Tricô cinza (ficou apertado nos braços)',
		'Tricô cinza – pediu reembolso',
		'Tricô cinza, que ela não quis',
		'Tricô cinza (não curtiu a cor)',
		'Tricô cinza (recusado)',
		'Tricô cinza (veio com defeito)',
		'Tricô cinza (se arrependeu)',
		'Tricô cinza (esgotou)',
		'Tricô cinza para o marido',
		'Tricô cinza (presente para a mãe)',
		'Jersey gris (le quedó grande)',
		'Jersey gris (la cambió por otra)',
		'Jersey gris (no es su estilo)',
		'Grey sweater (she sent it back)',
		'Grey sweater - did not fit',
		'Grey sweater (too tight)',
		'Grey sweater – exchanged for another color',
		'Grey sweater for her brother',
	].map((refused): [unknown, string[]] => [['Calça jeans', refused], ['Calça jeans']]),
	// In one text, a remark behind a comma is on the piece before it.
	['Saia midi, devolvida em agosto, blusa branca', ['blusa branca']],
	['Saia midi, para a mãe, blusa branca', ['blusa branca']],
	// What only sounds like it.
	...[
		'Vestido para mãe da noiva',
		'Vestido para a mãe da noiva',
		'Vestido para mães modernas',
		'Vestido longo, perfeito para mães ocupadas',
		'Vestido (prefere no joelho)',
		'Vestido (trocou de emprego)',
		'Vestido (nunca devolveu)',
		'Vestido (acabou de chegar)',
		'Vestido (não se arrependeu)',
		'Vestido (quase esgotou)',
		'Vestido (she didn’t want to take it off)',
		'Vestido (cambió por completo su estilo)',
		'Vestido infantil para a filha',
		'Vestido (she returned to this page)',
		'Vestido (didn’t have one yet)',
		'Vestido (ficou longa e elegante)',
		'Dress for her sister’s wedding',
		'Tênis branco já reclamou do preço',
		'Blusa branca (a mais vendida)',
		'Blusa branca (vendida separadamente)',
	].map((shown): [unknown, string[]] => [
		[shown],
		[/^(?:Vestido (?:longo|infantil)|Vestido|Dress|Tênis branco|Blusa branca)/.exec(shown)?.[0] ?? ''],
	]),
	// A note in the object of a piece is on it, and a long one beside several may be on others.
	...[
		{ obs: 'devolvida em agosto' },
		{ obs: 'devolvida em maio' },
		{ observacao: 'cliente devolveu por causa do caimento' },
		{ nota: 'la devolvió en agosto' },
		{ feedback: 'esgotada no tamanho dela' },
		{ observacao: 'Não oferecer: cliente já devolveu' },
		{ note: 'she sent it back twice' },
		{ recomendar: 'não' },
	].map((note): [unknown, string[]] => [[{ peca: 'Saia plissada', ...note }, 'Calça reta'], ['Calça reta']]),
	[
		{ look: ['Black blazer', 'Grey trousers'], notes: 'She returned the last two blazers because of the fit' },
		['Black blazer', 'Grey trousers'],
	],
	[[{ peca: 'Sapatilha', obs: 'não usa salto' }], ['Sapatilha']],
	...[
		{ motivo: 'Trocou de emprego' },
		{ motivo: 'substitui a calça devolvida' },
		{ obs: 'nunca devolveu peças dessa marca' },
		{ obs: 'devolve a postura' },
		{ obs: 'rejeita tendências' },
		{ obs: 'acabou de casar' },
		{ nota: 'alternativa ao vestido esgotado' },
	].map((note): [unknown, string[]] => [[{ peca: 'Saia plissada', ...note }], ['Saia plissada']]),
	[
		'Vestido preto & sandália de salto & argolas prateadas',
		['Vestido preto', 'sandália de salto', 'argolas prateadas'],
	],
	[
		'Para o dia: saia midi, blusa. Para a noite: vestido preto, scarpin',
		['saia midi', 'blusa', 'vestido preto', 'scarpin'],
	],
	['Black dress, suede boots, gold ring', ['Black dress', 'suede boots', 'gold ring']],
	[
		['Vestido longo', 'ACESSÓRIOS', 'Clutch de palha'],
		['Vestido longo', 'Clutch de palha'],
	],
	[
		['Calça alfaiataria?', 'Camisa de seda!!!', 'Cinto fino +'],
		['Calça alfaiataria', 'Camisa de seda', 'Cinto fino'],
	],
	[['Camisa polo plus size 4G azul'], ['Camisa polo plus size']],
	[['Aposte em camadas:\n- Casaco de lã\n- Suéter\n- Bota'], ['Casaco de lã', 'Suéter', 'Bota']],
])('of the pieces %j a customer may see %j', (look, pieces) => {
	expect(read({ ocasioes_relevantes: [{ look }] }).looks.flat()).toEqual(pieces);
});

const TWO_LOOKS = [
	['Calça preta', 'blusa branca'],
	['Vestido azul', 'sandália nude'],
];

test.each<[unknown]>([
	[['Look 1: Calça preta + blusa branca', 'Look 2: Vestido azul + sandália nude']],
	['Look 1: Calça preta, blusa branca\n\nLook 2: Vestido azul, sandália nude'],
	[{ look_1: TWO_LOOKS[0], look_2: TWO_LOOKS[1] }],
	[{ dia: 'Calça preta + blusa branca', noite: 'Vestido azul + sandália nude' }],
	[TWO_LOOKS],
	[['Look 1', ...(TWO_LOOKS[0] ?? []), 'Look 2', ...(TWO_LOOKS[1] ?? [])]],
	[['Look A: Calça preta + blusa branca', 'Look B: Vestido azul + sandália nude']],
	[['Para o dia: Calça preta, blusa branca', 'Noite: Vestido azul, sandália nude']],
	[['Segunda: Calça preta + blusa branca', 'Sexta: Vestido azul + sandália nude', 'Tecidos que respiram']],
	[{ opcao_1: TWO_LOOKS[0], opcao_2: TWO_LOOKS[1] }],
	[{ looks: TWO_LOOKS }],
	[{ 'Look do dia': TWO_LOOKS[0], 'Look da noite': TWO_LOOKS[1] }],
	[{ look_trabalho: 'Calça preta, blusa branca', look_fim_de_semana: 'Vestido azul, sandália nude' }],
	[{ morning: TWO_LOOKS[0], afternoon: TWO_LOOKS[1] }],
	[{ 'Look A': TWO_LOOKS[0], 'Look B': TWO_LOOKS[1] }],
	['Look 1: Calça preta + blusa branca. Look 2: Vestido azul + sandália nude.'],
	['Look 1:\n- Calça preta\n- blusa branca\nLook 2:\n- Vestido azul\n- sandália nude'],
	[
		[
			{ nome: 'Look 1', pecas: TWO_LOOKS[0] },
			{ nome: 'Look 2', pecas: TWO_LOOKS[1] },
		],
	],
])('the alternatives %j are two looks, since nobody wears trousers and a dress', (look) => {
	expect(read({ ocasioes_relevantes: [{ look }] }).looks).toEqual(TWO_LOOKS);
});

test.each([
	[['Blazer preto', 'Camisa branca + calça', 'Brinco + colar']],
	[['Calça preta + blusa branca', 'Evitar:', 'Vestido azul + sandália nude']],
	[{ dia: 'Calça preta', noite: 'Vestido azul' }],
	[['Roupas: calça preta, blusa branca', 'Acessórios: bolsa caramelo, brinco dourado']],
	[['Blusa + calça', 'Opção 1: scarpin + clutch', 'Opção 2: tênis + mochila']],
	[{ dia: 'Calça + blusa', noite: 'Vestido + bota', acessorios: 'Brinco' }],
	[
		[
			['Calça preta', 'Blusa branca'],
			['Bolsa caramelo', 'Brinco dourado'],
		],
	],
	['Look 1: Calça + blusa\nEvitar:\nLook 2: Vestido + bota'],
])('%j is one look', (look) => {
	expect(read({ ocasioes_relevantes: [{ look }] }).looks).toHaveLength(1);
});

test.each([
	'No Leblon',
	'No uso diário',
	'No serviço',
	'Não identificada',
	'Festa para a filha',
	'Chá com as amigas',
	'Última competição',
	'Gift exchange at work',
	'Recusar o frio',
])('the pieces of the occasion %j may be seen', (occasion) => {
	expect(read({ ocasioes_relevantes: [{ ocasião: occasion, look: ['Vestido'] }] }).looks).toEqual([['Vestido']]);
});

test.each([
	'Esgotados',
	'Não gosta de',
	'Do not offer',
	'Nunca usar',
	'O que ela odeia',
	'Dislikes',
	'Peças devolvidas',
	'Detesta',
	'Natal – presente para o marido',
	'Ropa para su marido',
	'Última compra',
	'Previous purchases',
])('the pieces of the occasion %j may not be seen', (occasion) => {
	expect(read({ ocasioes_relevantes: [{ ocasião: occasion, look: ['Vestido midi azul'] }] }).looks).toEqual([]);
});

test.each([
	{ status: 'rejeitada' },
	{ status: 'descartada pela cliente' },
	{ status: 'não oferecer' },
	{ recomendar: false },
])('the pieces of an occasion with %j may not be seen, and those of the next may', (mark) => {
	const occasions = [
		{ ocasião: 'Festa', look: ['Saia plissada'], ...mark },
		{
			ocasião: 'Jantar',
			título: 'Nunca passe despercebida',
			obs: 'Rejeita decotes',
			evita_salto: true,
			look: ['Vestido'],
		},
	];
	expect(read({ ocasioes_relevantes: occasions }).looks).toEqual([['Vestido']]);
});

test.each(['Inadimplente', 'Churn iminente', 'Likely pregnant', 'Pendente', 'Adidas Samba'])(
	'a note is not taken for a piece in another language: %s',
	(note) => {
		const inPortuguese = { perfil_cliente: { descricao_geral: 'Cliente que compra para o trabalho.' } };
		expect(read({ ...inPortuguese, ocasioes_relevantes: [{ look: [note] }] }).looks).toEqual([]);
		expect(read({ ocasioes_relevantes: [{ look: [note] }] }).looks).toEqual([]);
	},
);

test('looks stay as they are where the whole profile is in another language', () => {
	const occasions = [{ ocasião: '仕事', look: ['ネイビーのジャケット', '白いシャツ'] }];
	expect(read({ perfil_cliente: { estilo_geral: '都会的なスタイル' }, ocasioes_relevantes: occasions }).looks).toEqual([
		['ネイビーのジャケット', '白いシャツ'],
	]);
});

test('every piece of the demo customers may be seen, but not a bare number', () => {
	const folder = join(__dirname, '../../sandbox/data/customers');
	for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
		const { looks, occasions } = readProfile(JSON.parse(readFileSync(join(folder, name), 'utf8')) as RawProfile);
		expect(looks.flat()).toEqual(occasions.flatMap(({ look }) => look).filter((piece) => piece !== '42'));
	}
});

test.each([' ', '(', '(a', 'para ', 'obs ', 'a. ', '9 ', 'a-', ',;', '\n', '\n ', '/', 'look '])(
	'a look of a million characters, %j over and over, costs no more than a moment',
	(part) => {
		const look = part.repeat(1_000_000 / part.length);
		const spent = cpuTimer();

		// Read when they are asked for.
		expect(read({ ocasioes_relevantes: [{ look }, { look: [look] }, { look: `Blusa${look}x` }] }).looks).toEqual(
			expect.any(Array),
		);

		expect(spent()).toBeLessThan(1_000);
	},
);

test('a look nested without end has no pieces', () => {
	const endless = `${'['.repeat(50_000)}"Camisa"${']'.repeat(50_000)}`;

	expect(read({ ocasioes_relevantes: [{ sugestao_look: JSON.parse(endless) as unknown }] }).looks).toEqual([]);
});

test('200 occasions and a text of 1 MB come through whole', () => {
	const text = 'é'.repeat(1024 * 1024);
	const occasions = Array.from({ length: 200 }, (_, n) => ({ ocasião: `Ocasião ${n}` }));

	const profile = read({ ocasioes_relevantes: occasions, perfil_cliente: { estilo_geral: text } });

	expect(profile.occasions).toHaveLength(200);
	expect(profile.style).toBe(text);
});

test.each<[string, unknown]>([
	['marks after a flag', { momento_compra_atual: { novo_comportamento: `Sim${'!'.repeat(100_000)}a` } }],
	['digits before a comma', { momento_compra_atual: { oportunidades: `${'1'.repeat(40_000)},a` } }],
	['dashes in pieces', { ocasioes_relevantes: [{ look: Array(1_000).fill(`a${'-'.repeat(990)}a`) }] }],
	[
		'slashes in a description',
		{
			perfil_cliente: { descricao_geral: `x${'/'.repeat(500_000)}1` },
			ocasioes_relevantes: [{ look: 'zzz yyy xxx www' }],
		},
	],
	['pieces', { ocasioes_relevantes: [{ look: Array(1_000_000).fill('a') }] }],
])('many %s cost no more than a moment', (_what, profile) => {
	const spent = cpuTimer();

	allOf(read(profile));

	expect(spent()).toBeLessThan(1_000);
});

test('a flag of 10 MB is read', () => {
	expect(withMoment({ novo_comportamento: '!'.repeat(10_000_000) }).newBehavior).toBe(false);
	expect(withMoment({ novo_comportamento: `Sim: ${'!'.repeat(10_000_000)}` }).newBehavior).toBe(true);
});

test.each([['a\n'], ['a;'], ['a,']])('a list written as %j without end has its first 1,000 entries', (entry) => {
	expect(withMoment({ oportunidades: entry.repeat(2_000) }).opportunities).toEqual(Array(1_000).fill('a'));
});

test('endless lists end', () => {
	const list = Array<string>(3_000).fill('Camisa');
	const byName = Object.fromEntries(list.map((piece, n) => [`Ocasião ${n}`, [piece]]));

	expect(withMoment({ oportunidades: list }).opportunities).toHaveLength(1_000);
	expect(read({ ocasioes_relevantes: list }).occasions).toHaveLength(1_000);
	expect(read({ ocasioes_relevantes: byName }).occasions).toHaveLength(1_000);
	expect(read({ ocasioes_relevantes: [{ look: list }] }).looks.flat().length).toBeLessThan(1_000);
	expect(read({ ocasioes_relevantes: [{ look: list.join('\n') }] }).looks.flat()).toHaveLength(50);
	expect(read({ ocasioes_relevantes: list.map((look) => ({ look })) }).looks).toHaveLength(1_000);
});

test('the names that an AI makes up are not kept in memory when they are long', () => {
	const before = heapUsed();
	for (let n = 0; n < 20; n++) read({ [`${n}${'é'.repeat(2_000_000)}`]: n });
	expect(heapUsed() - before).toBeLessThan(20_000_000);
});

const JUNK: unknown[] = [
	null,
	undefined,
	true,
	0,
	-1.5,
	'',
	' ',
	'texto',
	'<b>x</b>',
	'👗🏽',
	'مرحبا',
	'{',
	'[',
	[],
	{},
	[[]],
	[null],
	[{ a: [{}] }],
	{ length: 3 },
	{ __proto__: null },
];

test('whatever the profile contains, every field has its declared type', () => {
	for (const junk of JUNK) {
		const shapes: unknown[] = [
			junk,
			{
				perfil_cliente: junk,
				ocasioes_relevantes: junk,
				briefing_marketing: junk,
				ganchos_conteudo: junk,
				momento_compra_atual: junk,
			},
			{
				perfil_cliente: { descricao_geral: junk, estilo_geral: junk },
				ocasioes_relevantes: [junk, { ocasião: junk, persona_na_ocasião: junk, sugestao_look: junk }],
				briefing_marketing: { tom_de_voz: junk, direcao_visual: junk, orientacao_campanhas: junk },
				ganchos_conteudo: junk,
				momento_compra_atual: {
					navegacoes: junk,
					resumo_momento: junk,
					relacao_com_historico: junk,
					novo_comportamento: junk,
					oportunidades: junk,
				},
			},
		];
		for (const shape of shapes) {
			const { newBehavior, occasions, looks, ...rest } = read(shape, junk);
			expect(typeof newBehavior).toBe('boolean');
			for (const { occasion, persona, look } of occasions) {
				expect([typeof occasion, typeof persona]).toEqual(['string', 'string']);
				expect(look.every((entry) => typeof entry === 'string')).toBe(true);
			}
			expect(looks.flat().every((piece) => typeof piece === 'string')).toBe(true);
			for (const [name, value] of Object.entries(rest)) {
				const isText = ['userProfileId', 'momentSummary', 'description', 'style', 'relationToHistory'].includes(name);
				expect(isText ? typeof value : Array.isArray(value) && value.every((entry) => typeof entry === 'string')).toBe(
					isText ? 'string' : true,
				);
			}
		}
	}
});

test.each(['null', 'N/A', 'unknown', '-', '0', 0, ' '])('%j is no ID of a customer', (id) => {
	expect(readProfile({ userProfileId: id, profile: {} } as RawProfile).userProfileId).toBe('');
});

test('Selected Fields returns the chosen fields and always the ID', () => {
	const profile = read({
		perfil_cliente: { estilo_geral: 'Boho' },
		momento_compra_atual: { navegacoes: ['01/09: Short'] },
	});

	const fingerprint = () => 'a fingerprint';
	expect(selectedFields(profile, ['recentNavigation', 'style'], fingerprint)).toEqual({
		found: true,
		userProfileId: 'id-1',
		recentNavigation: ['01/09: Short'],
		style: 'Boho',
	});
	expect(selectedFields(profile, [], fingerprint)).toEqual({ found: true, userProfileId: 'id-1' });
});

test('Simplified has ten fields and no more', () => {
	expect(Object.keys(simplified(read({})))).toHaveLength(10);
});

describe('the names of the user guide', () => {
	const portuguese = {
		perfil_cliente: { descricao_geral: 'Quem é', estilo_geral: 'Clássico' },
		ocasioes_relevantes: [{ ocasião: 'Trabalho', persona_na_ocasião: 'Executiva', sugestao_look: ['Camisa', 'Calça'] }],
		briefing_marketing: { tom_de_voz: ['direto'], direcao_visual: ['neutra'], orientacao_campanhas: ['versátil'] },
		ganchos_conteudo: ['Cápsula'],
		momento_compra_atual: {
			navegacoes: ['Vestido'],
			resumo_momento: 'Festa',
			relacao_com_historico: 'Nova',
			novo_comportamento: true,
			oportunidades: ['Looks'],
		},
	};
	const english = {
		customer_profile: { general_description: 'Quem é', general_style: 'Clássico' },
		relevant_occasions: [
			{ occasion: 'Trabalho', persona_on_occasion: 'Executiva', look_suggestion: ['Camisa', 'Calça'] },
		],
		marketing_briefing: { tone_of_voice: ['direto'], visual_direction: ['neutra'], campaign_guidance: ['versátil'] },
		content_hooks: ['Cápsula'],
		current_purchase_moment: {
			navigations: ['Vestido'],
			moment_summary: 'Festa',
			relation_to_history: 'Nova',
			new_behavior: true,
			opportunities: ['Looks'],
		},
	};
	const read = (profile: unknown) => readProfile({ userProfileId: 'x', profile } as never);
	const inCamelCase = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(inCamelCase);
		if (typeof value !== 'object' || value === null) return value;
		const camel = (name: string) => name.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
		return Object.fromEntries(Object.entries(value).map(([name, held]) => [camel(name), inCamelCase(held)]));
	};

	test('are read like the Portuguese ones, mixed and in camel case too', () => {
		const expected = read(portuguese);
		expect(expected).toMatchObject({
			newBehavior: true,
			momentSummary: 'Festa',
			occasions: [{ persona: 'Executiva', look: ['Camisa', 'Calça'] }],
		});
		expect(read(english)).toEqual(expected);
		expect(read(inCamelCase(english))).toEqual(expected);
		expect(
			read({ ...english, momento_compra_atual: portuguese.momento_compra_atual, current_purchase_moment: null }),
		).toEqual(expected);
	});
});

test('a record of fifty thousand keys is read by its exact names', () => {
	const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`key ${n}`, n]));
	expect(read({ ...many, perfil_cliente: { ...many, estilo_geral: 'Boho' } })).toMatchObject({
		style: 'Boho',
		description: '',
	});
});

describe('a part under two names, or outside its section', () => {
	const read = (profile: unknown) => readProfile({ userProfileId: 'x', profile } as never);

	test.each<[unknown, Partial<CustomerProfile>]>([
		[{ perfil_cliente: {}, customer_profile: { general_style: 'Boho' } }, { style: 'Boho' }],
		[
			{ perfil_cliente: { descricao_geral: 'Ana', estilo_geral: ' ' }, customer_profile: { general_style: 'Boho' } },
			{ description: 'Ana', style: 'Boho' },
		],
		[
			{ customer_profile: { general_style: 'Boho' }, perfil_cliente: { descricao_geral: 'Ana' } },
			{ description: 'Ana', style: 'Boho' },
		],
		[
			{
				momento_compra_atual: {
					oportunidades: [],
					opportunities: ['Looks'],
					novo_comportamento: null,
					new_behavior: true,
				},
			},
			{ opportunities: ['Looks'], newBehavior: true },
		],
		[
			{
				current_purchase_moment: {
					'new behavior?': true,
					'Recent browsing': ['Dress'],
					'Relationship with history': 'First',
				},
			},
			{ newBehavior: true, recentNavigation: ['Dress'], relationToHistory: 'First' },
		],
		[
			{ marketing_brief: { tone_of_voice: ['warm'], content_hooks: ['Capsule'] } },
			{ toneOfVoice: ['warm'], contentHooks: ['Capsule'] },
		],
		[
			{ general_style: 'Boho', new_behavior: true, opportunities: ['Looks'], tone_of_voice: 'warm' },
			{ style: 'Boho', newBehavior: true, opportunities: ['Looks'], toneOfVoice: ['warm'] },
		],
		[
			{ occasions: [{ occasion: '', ocasião: 'Work', look_suggestions: ['Blazer'] }] },
			{ occasions: [{ occasion: 'Work', persona: '', look: ['Blazer'] }] },
		],
		[{ perfil_cliente: { ['__proto__']: { a: 1 } }, client_profile: { style: 'Boho' } }, { style: 'Boho' }],
		[
			{ perfil_cliente: 'Advogada', momento_compra_atual: 'Busca o verão', briefing_marketing: 'Tom leve' },
			{ description: 'Advogada', momentSummary: 'Busca o verão', campaignGuidance: ['Tom leve'] },
		],
		[
			{ perfil_cliente: 'Advogada', customer_profile: { general_style: 'Boho' } },
			{ description: 'Advogada', style: 'Boho' },
		],
		[
			{
				estilo_geral: { preferidas: ['linho'], evitar: ['poliéster'] },
				tom_de_voz: { usar: 'acolhedor', nao_usar: ['gírias', 'intimidade'], o_que_evitar: 'pressa' },
				oportunidades: { oferecer: 'linho', 'Não oferecer': 'desconto', no_ofrecer: 'saldos' },
				ganchos_de_conteudo: { doNotMention: 'idade', EVITAR: 'corpo', notas: 'Linho', inevitavel: 'Verão' },
			},
			{
				style: 'linho, evitar: poliéster',
				toneOfVoice: ['acolhedor', 'nao usar: gírias, intimidade', 'o que evitar: pressa'],
				opportunities: ['linho', 'Não oferecer: desconto', 'no ofrecer: saldos'],
				contentHooks: ['doNotMention: idade', 'EVITAR: corpo', 'Linho', 'Verão'],
			},
		],
		[
			{ ocasioes_relevantes: { trabalho: ['Camisa'], evitar: ['Salto alto'], noite: ['Vestido'] } },
			{ looks: [['Camisa'], ['Vestido']] },
		],
		[
			{
				ocasioes: [
					{ ocasião: 'Looks rejeitados', look: ['Saia'] },
					{ ocasião: 'No ofrecer', look: ['Saia'] },
					{ ocasião: 'No trabalho', look: ['Camisa'] },
					{ ocasião: 'Festa inevitável', look: ['Vestido'] },
				],
			},
			{ looks: [['Camisa'], ['Vestido']] },
		],
		[
			{ perfil_cliente: ['Advogada', 'Ama linho'], momento_compra_atual: '{"resumo_momento": "Bus' },
			{ description: 'Advogada, Ama linho', momentSummary: '' },
		],
		[
			{ perfil_cliente: 'Não informado', momento_compra_atual: '```json\n{"resumo_momento": "Busca"}\n```' },
			{ description: '', momentSummary: 'Busca' },
		],
		[{ perfil_cliente: 'Não há dados suficientes' }, { description: '' }],
		[{ Ocasiões: [{ Ocasião: 'Festa' }] }, { occasions: [{ occasion: 'Festa', persona: '', look: [] }] }],
		[
			{
				'Momento de Compra Atual': { 'Resumo do Momento': 'Festa', 'Relação com o Histórico': 'Nova' },
				ocasioes: [],
				occasions: [
					{ ocasiao: 'Praia', sugestoes_look: ['Saia'] },
					{ 'Sugestão de Look': 'Biquíni' },
					{ looks: ['Chapéu'] },
				],
				'Ganchos de Conteúdo': ['Cápsula'],
				'Orientação de Campanhas': ['Leve'],
			},
			{
				momentSummary: 'Festa',
				relationToHistory: 'Nova',
				looks: [['Saia'], ['Biquíni'], ['Chapéu']],
				contentHooks: ['Cápsula'],
				campaignGuidance: ['Leve'],
			},
		],
		[
			{ occasions: { festa_de_casamento: { look: ['Vestido'] } } },
			{ occasions: [{ occasion: 'festa de casamento', persona: '', look: ['Vestido'] }] },
		],
		[
			{
				occasions: {
					Trabalho: 'Camisa, calça',
					Festa: 'N/A',
					Evitar: 'Saia curta',
					casual_closet: 'Blazer',
					look_anterior: 'Saia',
				},
			},
			{
				occasions: [{ occasion: 'Trabalho', persona: '', look: ['Camisa', 'calça'] }],
				looks: [['Camisa', 'calça']],
			},
		],
		[
			{ occasions: { Trabalho: { look: 'Camisa' }, resumo: 'Cliente exigente' } },
			{ occasions: [{ occasion: 'Trabalho', persona: '', look: ['Camisa'] }] },
		],
		[
			{
				occasions: [
					{ nome: 'Festa', look: ['Vestido'] },
					{ nome: 'Não oferecer', look: ['Saia'] },
					{ nome: 'Look nunca falha', look: ['Bota'] },
				],
			},
			{
				occasions: [
					{ occasion: 'Festa', persona: '', look: ['Vestido'] },
					{ occasion: 'Não oferecer', persona: '', look: ['Saia'] },
					{ occasion: 'Look nunca falha', persona: '', look: ['Bota'] },
				],
				looks: [['Vestido'], ['Bota']],
			},
		],
	])('%j', (profile, expected) => {
		expect(read(profile)).toMatchObject(expected);
	});
});

test.each<[string, unknown]>([
	['a list a hundred thousand deep', JSON.parse('['.repeat(5_000) + ']'.repeat(5_000))],
	['an object deep in itself', JSON.parse('{"a":'.repeat(3_000) + '1' + '}'.repeat(3_000))],
	['keys of every object', { constructor: null, __proto__: null, toString: 1, hasOwnProperty: 'x', valueOf: [] }],
])('a profile of %s is read without throwing', (_what, odd) => {
	for (const name of [
		'perfil_cliente',
		'ocasioes_relevantes',
		'briefing_marketing',
		'ganchos_conteudo',
		'momento_compra_atual',
		'constructor',
	]) {
		const wrapped = { [name]: odd, momento_compra_atual: { oportunidades: odd, novo_comportamento: odd } };
		expect(() => allOf(readProfile({ userProfileId: odd, profile: wrapped } as never))).not.toThrow();
	}
});

test.each<[string, keyof CustomerProfile, unknown, unknown]>([
	['Perfil do Cliente', 'description', { descricao_geral: 'Clássica' }, 'Clássica'],
	['briefing_de_marketing', 'campaignGuidance', { orientacoes_para_campanhas: ['Sem descontos'] }, ['Sem descontos']],
	['momentoDeCompra', 'newBehavior', { novo_comportamento: true }, true],
	['momento_compra', 'momentSummary', { resumo_do_momento: 'Vestidos' }, 'Vestidos'],
	['momento_atual', 'momentSummary', { resumo: 'Vestidos' }, 'Vestidos'],
	['perfil_cliente', 'description', { descrição: 'Clássica' }, 'Clássica'],
	['perfil_cliente', 'style', { estilo: 'Clássico' }, 'Clássico'],
	['briefing_marketing', 'toneOfVoice', { tom: ['próximo'] }, ['próximo']],
	['ocasioes_relevantes', 'looks', [{ ocasiao: 'Praia', pecas: ['Saia', 'Top'] }], [['Saia', 'Top']]],
	['momento_compra_actual', 'momentSummary', { resumo_momento: 'Vestidos' }, 'Vestidos'],
	['ocasiões relevantes', 'looks', [{ ocasiao: 'Praia', 'Sugestões de looks': ['Saia', 'Top'] }], [['Saia', 'Top']]],
	['ocasioes_relevantes', 'looks', [{ ocasiao: 'Trabalho', look_atual: ['Saia', 'Top'] }], []],
	['ocasioes_relevantes', 'looks', { separado_para_viagem: 'Vestido', gestacao_perdida: 'Vestido gestante' }, []],
	['relevant_occasions', 'looks', [{ occasion: 'Beach', outfits: ['Skirt', 'Top'] }], [['Skirt', 'Top']]],
])('the section %j is found by its words', (section, field, written, value) => {
	expect(read({ [section]: written })[field]).toEqual(value);
});

test('an occasion written with its look as one text has both', () => {
	const { occasions, looks } = read({
		ocasioes_relevantes: [
			'Trabalho: camisa branca + calça preta',
			'Praia: gosta de ir aos domingos',
			'Inverno: bota preta, que já comprou',
		],
	});

	expect(occasions.map(({ occasion }) => occasion)).toEqual([
		'Trabalho',
		'Praia: gosta de ir aos domingos',
		'Inverno: bota preta, que já comprou',
	]);
	expect(looks).toEqual([['camisa branca', 'calça preta']]);
});

test('the team reads which pieces of a look are not to be offered', () => {
	const look = { pecas: ['Blusa'], descartadas: ['Saia'] };
	expect(read({ ocasioes_relevantes: [{ ocasiao: 'Trabalho', look }] }).occasions[0]?.look).toEqual([
		'Blusa',
		'descartadas: Saia',
	]);
});

test('an occasion whose name refuses its look is kept for the team', () => {
	const { occasions, looks } = read({
		ocasioes_relevantes: {
			'Trabalho no escritório': ['Blazer', 'Calça'],
			'Para a filha': ['Vestido'],
			'Última compra': ['Saia'],
		},
	});

	expect(occasions.map(({ occasion }) => occasion)).toEqual([
		'Trabalho no escritório',
		'Para a filha',
		'Última compra',
	]);
	expect(looks).toEqual([['Blazer', 'Calça']]);
});

test('what no database stores is left out of texts', () => {
	expect(read({ perfil_cliente: { estilo_geral: 'a\u0000b\ud83dc 😀' } }).style).toBe('abc 😀');
});

test('a section, or the occasions, written as a list of records lose none of them', () => {
	const { momentSummary, newBehavior, opportunities, occasions } = readProfile({
		profile: {
			momento_compra_atual: [{ resumo_momento: 'Vestidos' }, { novo_comportamento: true, oportunidades: ['Bundle'] }],
			ocasioes_relevantes: [[{ ocasião: 'Trabalho' }, { ocasião: 'Praia' }]],
		},
	} as RawProfile);

	expect({ momentSummary, newBehavior, opportunities }).toEqual({
		momentSummary: 'Vestidos',
		newBehavior: true,
		opportunities: ['Bundle'],
	});
	expect(occasions.map(({ occasion }) => occasion)).toEqual(['Trabalho', 'Praia']);
});
