import { type CustomerProfile, readProfile } from '../../../nodes/shared/profile/customer-profile';
import { labelsIn } from '../../../nodes/shared/messages/labels';
import {
	briefingOf,
	customerName,
	entryOf,
	filled,
	isEmptyBriefing,
	isEmptyOffer,
	customerMessage,
	linesOf,
	offerOf,
	type Person,
} from '../../../nodes/shared/messages/message';
import { slackMessage } from '../../../nodes/shared/messages/slack';
import { customerWhatsApp, teamWhatsApp } from '../../../nodes/shared/messages/whatsapp';
import { NO_WORDING } from '../../../nodes/shared/messages/brand';
import { PERSON } from './profiles';

const EN = labelsIn('en');
const NOBODY = { name: '', identifier: 'ana@example.com' };

const look = (occasion: string, persona: string, pieces: string) => ({
	title: 'Looks',
	looks: [{ occasion, persona, pieces }],
});

describe('a section in lines', () => {
	test.each([
		[look('Work', 'in a hurry', 'Shirt, trousers'), ['- Work: Shirt, trousers – in a hurry']],
		[look('Work', '', 'Shirt'), ['- Work: Shirt']],
		[look('', '', 'Shirt'), ['- Shirt']],
		[look('Work', '', ''), ['- Work']],
		[look('', 'in a hurry', ''), ['- in a hurry']],
		[{ title: 'Sets', sets: [['Shirt', 'Skirt'], ['Dress']] }, ['- Shirt + Skirt', '- Dress']],
		[{ title: 'List', list: ['a', 'b'] }, ['- a', '- b']],
		[{ title: 'Notes', notes: ['a'] }, ['- a']],
		[{ title: 'Text', text: 'a' }, ['a']],
	])('%j', (section, lines) => {
		expect(linesOf(section, '- ')).toEqual(lines);
	});

	test('is left out if it is empty', () => {
		const full = [
			{ title: 'a', text: 'x' },
			{ title: 'b', list: ['', 'y'] },
		];

		expect(
			filled([
				...full,
				{ title: 'c', text: '' },
				{ title: 'd', list: [] },
				{ title: 'e', notes: [''] },
				look('', '', ''),
				{ title: 'f', sets: [] },
			]),
		).toEqual(full);
	});
});

const profile = readProfile({
	profile: {
		ocasioes_relevantes: [
			{ ocasião: 'Work', sugestao_look: ['Shirt', 'Skirt'] },
			{ ocasião: 'Sleep', sugestao_look: [] },
		],
		momento_compra_atual: { oportunidades: ['Discount'], novo_comportamento: true },
	},
});

test.each([
	'-',
	'–',
	'...',
	'\u200b',
	' \u200e ',
	'/',
	'N/A',
	'n.a.',
	'N/D',
	'null',
	' undefined ',
	'Não informado',
	'não identificada.',
	'Sem informações',
	'Não há dados suficientes.',
	'Não há dados suficientes para definir o estilo',
	'Dados insuficientes',
	'No hay datos suficientes',
	'Sin información',
	'Not enough data',
	'No data about this customer.',
	'Nenhuma',
	'Desconhecido',
	'A definir',
	'Not available',
	'Ninguna',
	'No aplica',
	'Não se aplica',
	'Sin definir',
	'No hay información disponible',
	'Information not available',
	'Não foi possível identificar',
	'Nada',
])('text without anything to read, as %j, is left out', (blank) => {
	const dashes = readProfile({
		userProfileId: '1',
		profile: {
			perfil_cliente: { descricao_geral: blank },
			ocasioes_relevantes: [{ ocasião: blank, sugestao_look: [blank, 'Saia'] }, { sugestao_look: [blank] }],
			momento_compra_atual: { oportunidades: [blank] },
		},
	});

	expect(offerOf(dashes, true)).toEqual({ opportunities: [], looks: [['Saia']] });
	expect(briefingOf(dashes, { name: blank, identifier: 'ana@example.com' }, labelsIn('en'))).toMatchObject({
		title: 'ana@example.com',
		lead: '',
		sections: [{ title: 'Looks', looks: [{ occasion: '', persona: '', pieces: 'Saia' }] }],
	});
});

test('how to talk to a customer is one line of sentences or words', () => {
	const profile = readProfile({
		profile: { briefing_marketing: { tom_de_voz: ['Direto, sem pressa.', 'Evite gírias', 'acolhedor'] } },
	});
	expect(briefingOf(profile, { name: '', identifier: 'a@b.example' }, labelsIn('pt')).sections).toEqual([
		{ title: 'Como falar', text: 'Direto, sem pressa. Evite gírias, acolhedor' },
	]);
});

test('a briefing says what not to mention', () => {
	const sectionsOf = (style: string) => {
		const profile = { estilo_geral: style, briefing_marketing: { orientacao_campanhas: ['Não mencionar a gravidez'] } };
		return briefingOf(readProfile({ profile }), { name: '', identifier: 'a@b.example' }, labelsIn('pt')).sections;
	};
	expect(sectionsOf('casual')).toEqual([
		{ title: 'Estilo', text: 'casual' },
		{ title: 'A considerar', notes: ['Não mencionar a gravidez'] },
	]);
	expect(sectionsOf('')).toEqual([]);
});

test('a briefing has no marks of Markdown', () => {
	const text =
		'### Perfil\n**Rafael**, 29.\n\n- Mora em Floripa\n- Surfa\n> Nota: *gosta* de azul - e mar\n> 50% de 5** - 20%';
	const { sections } = briefingOf(
		readProfile({
			profile: { perfil_cliente: { descricao_geral: text }, ganchos_conteudo: ['• Temporada', '**Praia**', '**N/A**'] },
		}),
		{ name: '', identifier: 'a@b.example' },
		EN,
	);
	expect(sections).toEqual([
		{
			title: EN.person,
			text: 'Perfil Rafael, 29. • Mora em Floripa • Surfa Nota: *gosta* de azul - e mar > 50% de 5** - 20%',
		},
		{ title: EN.hooks, notes: ['Temporada', 'Praia'] },
	]);
});

test('an emoji and a letter of any script are something to read', () => {
	for (const text of [
		'👗',
		'ñ',
		'قميص',
		'服',
		'7',
		'❤️',
		'Na',
		'Nulla',
		'null e void',
		'Sem manga',
		'Nenhuma vez',
		'No data, but loves linen',
		'Sem dados de calçados',
		'Nada básico',
		'Sin definir cintura',
	])
		expect(entryOf(text)).toBe(text);
});

test.each([
	['Ana (inadimplente)', 'Ana'],
	['[FNAME]', '[FNAME]'],
	['Ana [VIP] Souza', 'Ana Souza'],
	['Sr(a). Ana', 'Sr(a). Ana'],
	['ana@example.com', ''],
	['11 99999-8888', ''],
	['(não vender)', ''],
	['Não informado', ''],
	['Ana - inadimplente', 'Ana'],
	['Ana Souza – não mencionar preço', 'Ana Souza'],
	['Ana|VIP', 'Ana'],
	['Ana | VIP', 'Ana'],
	['Ana ; devedora', 'Ana'],
	['Ana: ticket alto', 'Ana'],
	['Ana CPF 123.456.789-09', 'Ana'],
	['Ana 11 99999-8888', 'Ana'],
	['CONSUMIDOR FINAL', ''],
	['Sem nome', ''],
	['#N/A', ''],
	['Cliente', ''],
	['Ana (VIP) - inadimplente', 'Ana'],
	['Ana Souza (11) 99999-8888', 'Ana Souza'],
	['Ana (VIP', 'Ana'],
	['Ana（VIP）', 'Ana'],
	['Ana {obs}', 'Ana'],
	['Ana -VIP', 'Ana'],
	['Ana -- VIP', 'Ana'],
	['Ana—devedora', 'Ana'],
	['Ana- devedora', 'Ana'],
	['Ana, não ligar', 'Ana'],
	['Ana "caloteira"', 'Ana'],
	['Ana cpf 123.456.789-00', 'Ana'],
	['N/A', ''],
	['Lojas Renner S/A', 'Lojas Renner S/A'],
	['Nan Goldin', 'Nan Goldin'],
	['Nil', 'Nil'],
	['Empresa™ Ltda', 'Empresa™ Ltda'],
	['Ana obs: devolve tudo', 'Ana'],
	['Ana/VIP', 'Ana'],
	['Ana > VIP', 'Ana'],
	['Ana=bloqueada', 'Ana'],
	['Ana • VIP', 'Ana'],
	['Ana ⚠️ devedora', 'Ana'],
	['Ana não ligar', 'Ana'],
	['Cliente 123', ''],
	['user_123', ''],
	['CONSUMIDOR NÃO IDENTIFICADO', ''],
	['Cliente Balcão', ''],
	['N/I', ''],
	['[Nome]', ''],
	['first_name', ''],
	['Lima, Ana', 'Lima, Ana'],
	['Prezado cliente', ''],
	['Cliente final', ''],
	['Ana-Clara', 'Ana-Clara'],
	['Loja 2000 Modas', 'Loja 2000 Modas'],
	['Comercial RG Ltda', 'Comercial RG Ltda'],
	['Abd al -Rahman', 'Abd al -Rahman'],
	['Maria Clienta', 'Maria Clienta'],
	['João II', 'João II'],
	['D’Ávila', 'D’Ávila'],
	['{{ first_name }}', '{{ first_name }}'],
	['*|FNAME|* *|LNAME|*', '*|FNAME|* *|LNAME|*'],
	['{% if name %}{{ name }}{% endif %}', '{% if name %}{{ name }}{% endif %}'],
	// A note or a number before the name, or behind a comma.
	['Inadimplente - Ana', ''],
	['Devedora: Ana', ''],
	['Não ligar - Ana', ''],
	['VIP - Ana', 'Ana'],
	['VIP - inadimplente', ''],
	['VIP - grávida', ''],
	['Cliente: ligar depois', ''],
	['Cliente - Shopee', ''],
	['Loja 1 - Centro', 'Loja 1 - Centro'],
	['Atacado - Ana Silva', 'Ana Silva'],
	['Loja Centro - Ana', 'Ana'],
	['Nome: Ana', 'Ana'],
	['Attn: Ana', 'Ana'],
	['INADIMPLENTE Ana', ''],
	['[VIP] Ana', 'Ana'],
	['00123 ANA', 'ANA'],
	['CPF 123.456.789-00 Maria', 'Maria'],
	['12345678900 Maria', 'Maria'],
	['+55 11 99999-8888 Maria', 'Maria'],
	['12.345.678 MARIA DA SILVA', 'MARIA DA SILVA'],
	['3 - Ana', 'Ana'],
	['Ana Souza, Inadimplente', 'Ana Souza'],
	['Ana *VIP*', 'Ana'],
	['Ana **VIP**', 'Ana'],
	['Ana <VIP>', 'Ana'],
	['Ana <ana@example.com>', 'Ana'],
	['Ana [VIP', 'Ana'],
	['Ana · VIP', 'Ana'],
	['0012 - Ana Lima', 'Ana Lima'],
	['0800 Modas', '0800 Modas'],
	['Boutique VIP', 'Boutique VIP'],
	['Ana BLOQUEADA', 'Ana'],
	['ANA NAO LIGAR', 'ANA'],
	['Ana NÃO USAR', 'Ana'],
	['Ana obs cliente chata', 'Ana'],
	['Ana OBS: chata', 'Ana'],
	['Ana #4521', 'Ana'],
	['Ana DNI 30.123.456', 'Ana'],
	['Ana Tel 11999998888', 'Ana'],
	['Ana CEP 01310-100', 'Ana'],
	['https://social.example/ana', ''],
	['YUKI NAO TANAKA', 'YUKI NAO TANAKA'],
	['Yuki Nao Tanaka', 'Yuki Nao Tanaka'],
	['Yuki Nao de Souza', 'Yuki Nao de Souza'],
	['Ana Não Atende', 'Ana'],
	['Ana Lima Inadimplente', 'Ana Lima'],
	['Ana Lima bloqueada', 'Ana Lima'],
	['Ana caloteira', 'Ana'],
	['Ana grávida', 'Ana'],
	['Ana Lima, inativa desde 2023', 'Ana Lima'],
	['ANA LIMA FALECIDA', 'ANA LIMA'],
	['Ana Lima Não ligar', 'Ana Lima'],
	['Ana Lima, 35 anos', 'Ana Lima'],
	['CLIENTE NAO IDENTIFICADO', ''],
	['Cliente sem cadastro', ''],
	['Cliente Mostrador', ''],
	['Venta mostrador', ''],
	['teste teste', ''],
	['Vip Sharma', 'Vip Sharma'],
	['ESPACO VIP MODAS LTDA', 'ESPACO VIP MODAS LTDA'],
	['Salão VIP', 'Salão VIP'],
	['Morosa García', 'Morosa García'],
	['Boutique #1', 'Boutique #1'],
	['I <3 Fashion', 'I <3 Fashion'],
	['007 Store Ltda', '007 Store Ltda'],
	['ND', 'ND'],
	['QUE NÃO FALTE MODAS LTDA', 'QUE NÃO FALTE MODAS LTDA'],
	['Casa Cel 10', 'Casa Cel 10'],
	['Ana (a)', 'Ana'],
	['Ana (cliente(a) ruim)', 'Ana'],
	['Rut Cel Obando', 'Rut Cel Obando'],
	['Gal·la Pi', 'Gal·la Pi'],
	['Ana *|LNAME|*', 'Ana *\u2060|LNAME|*'],
	['Loja Bella - Moda', 'Loja Bella'],
	['"Ana",', 'Ana'],
	['50 Cent', '50 Cent'],
	['7-Eleven', '7-Eleven'],
	['1.001 Noites', '1.001 Noites'],
	['"Jão" da Silva', '"Jão" da Silva'],
	["'t Hooft, Jan", "'t Hooft, Jan"],
	['Nao Tanaka', 'Nao Tanaka'],
	['Não Só Jeans', 'Não Só Jeans'],
	['Venda Nova Modas', 'Venda Nova Modas'],
	// As in a page's source.
	['D&#39;Ávila', "D'Ávila"],
	['Jos&eacute; Lima', 'José Lima'],
	['Ana &amp; Pedro', 'Ana & Pedro'],
	// What stands for no name.
	['Público en general', ''],
	['CLIENTE PADRÃO', ''],
	['Venda balcão', ''],
	['Walk-in Customer', ''],
	['Nome Completo', ''],
	['Desconocido', ''],
	['Loading...', ''],
	['NaN', ''],
	['Nan', 'Nan'],
	['teste teste', ''],
	['Cliente WhatsApp', ''],
	['Cliente da loja', ''],
	['Comprador Shopee', ''],
	['Venta mostrador', ''],
	['Nome do Cliente', ''],
	['Diversos', ''],
	['NÃO CONSTA', ''],
	['S/N', ''],
	['Test Anderson', 'Test Anderson'],
	['Noé Diversos', 'Noé Diversos'],
	['Ana *|UNSUB|*', 'Ana *\u2060|UNSUB|*'],
	['*|FNAME|* evil.example *|LNAME|*', '*\u2060|FNAME|* evil.\u2060example *\u2060|LNAME|*'],
])('a customer named %j is greeted as %j', (name, greeted) => {
	expect(customerName(name)).toBe(greeted);
});

describe('the offer to a customer', () => {
	test('contains looks with pieces, and opportunities only if included', () => {
		expect(offerOf(profile, true)).toEqual({ opportunities: ['Discount'], looks: [['Shirt', 'Skirt']] });
		expect(offerOf(profile, false)).toEqual({ opportunities: [], looks: [['Shirt', 'Skirt']] });
	});

	test('is empty if there are neither', () => {
		expect(isEmptyOffer({ opportunities: [], looks: [] })).toBe(true);
		expect(isEmptyOffer({ opportunities: ['a'], looks: [] })).toBe(false);
		expect(isEmptyOffer({ opportunities: [], looks: [['a']] })).toBe(false);
	});

	test('uses the marketer’s words if given', () => {
		const offer = { opportunities: [], looks: [['a']] };

		expect(customerMessage(offer, 'Ana', NO_WORDING, EN)).toEqual({
			badge: '',
			title: `${EN.greeting}, Ana!`,
			lead: EN.intro,
			sections: [{ title: EN.outfits, sets: [['a']] }],
		});
		expect(customerMessage(offer, '', NO_WORDING, EN).title).toBe(`${EN.greeting}!`);
		expect(
			customerMessage(offer, 'Ana', { ...NO_WORDING, headline: 'New in', intro: 'See what came' }, EN),
		).toMatchObject({
			title: 'New in',
			lead: 'See what came',
		});
	});
});

test('a briefing has the customer’s name, or else the identifier', () => {
	expect(briefingOf(profile, PERSON, EN)).toMatchObject({
		badge: EN.newBehavior,
		title: PERSON.name,
		lead: PERSON.identifier,
	});
	expect(briefingOf({ ...profile, newBehavior: false }, NOBODY, EN)).toMatchObject({
		badge: EN.profile,
		title: 'ana@example.com',
		lead: '',
	});
});

test('a briefing is empty if it has neither new behavior nor anything below its heading', () => {
	const isEmpty = (part: Partial<CustomerProfile>) =>
		isEmptyBriefing(briefingOf({ ...readProfile({ profile: {} }), ...part }, PERSON, EN));
	expect(isEmpty({})).toBe(true);
	expect(isEmpty({ newBehavior: true })).toBe(false);
	expect(isEmpty({ style: 'Casual' })).toBe(false);
});

describe('Slack', () => {
	const inSlack = (subject: CustomerProfile, person: Person, recordUrl = '') =>
		slackMessage(briefingOf(subject, person, EN), recordUrl, EN);
	const blocksOf = (...parameters: Parameters<typeof inSlack>) =>
		(JSON.parse(inSlack(...parameters).slackBlocks) as { blocks: { type: string; text?: { text: string } }[] }).blocks;

	test('the whole of a message, with a button to the record', () => {
		expect(inSlack(profile, PERSON, 'https://crm.example/ana').text).toBe(
			`${EN.newBehavior}: ${PERSON.name} – Discount`,
		);
		expect(blocksOf(profile, PERSON, 'https://crm.example/ana')).toEqual([
			{ type: 'header', text: { type: 'plain_text', text: `${EN.newBehavior}: ${PERSON.name}`, emoji: false } },
			{ type: 'context', elements: [{ type: 'mrkdwn', text: PERSON.identifier, verbatim: true }] },
			{ type: 'divider' },
			{ type: 'section', text: { type: 'mrkdwn', text: `*${EN.offer}*\n• Discount`, verbatim: true } },
			{ type: 'divider' },
			{
				type: 'section',
				text: { type: 'mrkdwn', text: `*${EN.looks}*\n• Work: Shirt + Skirt\n• Sleep`, verbatim: true },
			},
			{
				type: 'actions',
				elements: [
					{
						type: 'button',
						text: { type: 'plain_text', text: EN.record, emoji: false },
						url: 'https://crm.example/ana',
					},
				],
			},
		]);
	});

	test('without a name there is no line below the heading, and without a URL no button', () => {
		expect(blocksOf(profile, NOBODY).map(({ type }) => type)).toEqual([
			'header',
			'divider',
			'section',
			'divider',
			'section',
		]);
	});

	test('missing parts leave no dash in the text', () => {
		expect(inSlack({ ...profile, opportunities: ['a', 'b'] }, NOBODY).text).toBe(
			`${EN.newBehavior}: ana@example.com – a, b`,
		);
		expect(inSlack({ ...profile, opportunities: [] }, NOBODY).text).toBe(`${EN.newBehavior}: ana@example.com`);
		expect(inSlack({ ...profile, momentSummary: 'Now' }, NOBODY).text).toBe(
			`${EN.newBehavior}: ana@example.com – Now – Discount`,
		);
	});

	test('a section is split into as many blocks as it needs', () => {
		const text = 'word '.repeat(100).trim();
		const occasions = Array.from({ length: 30 }, () => ({
			occasion: text,
			persona: text,
			look: Array<string>(20).fill(text),
		}));
		const texts = blocksOf({ ...profile, occasions, opportunities: [] }, NOBODY).flatMap(({ type, text }) =>
			type === 'section' ? [text?.text ?? ''] : [],
		);

		expect(texts.length).toBeGreaterThan(1);
		expect(texts.filter((each) => each.startsWith(`*${EN.looks}*`))).toHaveLength(1);
		for (const each of texts) expect(each.length).toBeLessThanOrEqual(3_000);
		expect(texts.join('').length).toBeLessThanOrEqual(12_000);
	});
});

describe('WhatsApp', () => {
	test('the moment of a briefing’s template is the summary, else the first line on anything else than what to offer, else the badge', () => {
		expect(teamWhatsApp(briefingOf({ ...profile, momentSummary: 'Now' }, NOBODY, EN)).templateText2).toBe('Now');
		expect(teamWhatsApp(briefingOf(profile, NOBODY, EN)).templateText2).toBe('Work: Shirt + Skirt');
		expect(teamWhatsApp(briefingOf(readProfile({ profile: {} }), NOBODY, EN))).toEqual({
			text: `*${EN.profile}: ana@example.com*`,
			templateText1: 'ana@example.com',
			templateText2: EN.profile,
			templateText3: '–',
		});
	});

	test('what a briefing’s template offers are the opportunities, else the looks, and never the moment', () => {
		const offered = (others: object) => teamWhatsApp(briefingOf({ ...profile, ...others }, NOBODY, EN)).templateText3;
		expect(offered({})).toBe('Discount');
		expect(offered({ opportunities: [], momentSummary: 'She is expecting' })).toBe('Work: Shirt + Skirt; Sleep');
		expect(offered({ opportunities: [], occasions: [], momentSummary: 'She is expecting' })).toBe('–');
	});

	test('a message to the customer lists looks, and ends with the marketer’s words', () => {
		const offer = { opportunities: [], looks: [['a', 'b'], ['c']] };
		const { text, ...variables } = customerWhatsApp(
			offer,
			{ ...PERSON, name: '' },
			{ ...NO_WORDING, intro: 'See what came', closing: 'Until soon' },
			EN,
		);

		expect(text).toBe(`${EN.greeting}!\n\nSee what came\n\n*${EN.outfits}*\n- a + b\n- c\n\nUntil soon`);
		expect(variables).toEqual({
			templateText1: EN.customer,
			templateText2: 'a + b; c',
			templateText3: 'See what came',
		});
	});
});
