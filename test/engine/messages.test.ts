import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { checkSlackBlocks } from '../formats/slack';
import { runNode, type NodeRun } from './engine';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const OPERATIONS = ['email', 'hubspot', 'slack', 'whatsapp'];
const KNOWN = 'marina.alves@example.com';
const UNKNOWN = 'nobody@example.com';
const SCHEMAS = join(__dirname, '../../dist/nodes/GetCustomerProfile/__schema__/v1.0.0');

const write = (
	operation: string,
	parameters: IDataObject = {},
	input: IDataObject[] = [{ email: KNOWN }],
	timezone?: string,
) =>
	runNode({
		timezone,
		type: 'getCustomerProfile',
		credential: { token: sandbox.token, host: 'custom', baseUrl: sandbox.url },
		input,
		parameters: { operation, identifyBy: 'email', email: '={{ $json.email }}', ...parameters } as NodeRun['parameters'],
	});

const putProfile = (email: string, profile: unknown) =>
	sandbox.putProfile({ email, userProfileId: `id-${email}`, profile });

const schemaOf = (operation: string) =>
	JSON.parse(readFileSync(join(SCHEMAS, `${operation}.json`), 'utf8')) as {
		properties: Record<string, { type: string }>;
	};
/** The fields of an item: the address has one of two names, depending on the audience, and the editor shows both. */
const fieldsOf = (operation: string, audience = 'team') => {
	const { properties } = schemaOf(operation);
	const others = audience === 'team' ? ['email', 'phone'] : ['customerEmail', 'customerPhone'];
	const isOther = (name: string) => others.includes(name) && operation !== 'hubspot';
	return Object.fromEntries(Object.entries(properties).filter(([name]) => !isOther(name)));
};
const typesOf = (json: IDataObject = {}) =>
	Object.fromEntries(Object.entries(json).map(([key, value]) => [key, { type: typeof value }]));

describe.each(OPERATIONS)('%s', (operation) => {
	test('returns what the editor shows before the first run', async () => {
		const { items } = await write(operation);

		expect(items).toHaveLength(1);
		expect(typesOf(items[0]?.json)).toEqual(fieldsOf(operation));
		expect(items[0]?.json).toMatchObject({
			found: true,
			userProfileId: 'mrn7k2a9',
			newBehavior: true,
			identifyBy: 'email',
			identifier: KNOWN,
		});
	});

	test.each(['team', 'customer'])('for the audience %s has the fields that the editor shows', async (audience) => {
		const { items } = await write(operation, { audience });
		expect(typesOf(items[0]?.json)).toEqual(fieldsOf(operation, audience));
	});

	test('returns nothing for a customer who is not found, and says so', async () => {
		const { items, hints, error } = await write(operation, {}, [{ email: UNKNOWN }, { email: KNOWN }]);

		expect(error).toBeUndefined();
		expect(items.map(({ json, pairedItem }) => [json.identifier, pairedItem])).toEqual([[KNOWN, { item: 1 }]]);
		expect(hints[0]?.message).toBe(
			'1 of 2 customers gave no result: 1 not found (see If Not Found and Continue With).',
		);
	});

	test('returns an item with every field empty for a customer who is not found, if requested', async () => {
		const { items } = await write(operation, { ifNotFound: 'item' }, [{ email: UNKNOWN }]);

		const {
			found,
			newBehavior,
			identifyBy,
			identifier,
			email = UNKNOWN,
			customerEmail = UNKNOWN,
			...others
		} = items[0]?.json ?? {};
		expect(typesOf(items[0]?.json)).toEqual(fieldsOf(operation));
		expect({ found, newBehavior, identifyBy, identifier, email, customerEmail }).toEqual({
			found: false,
			newBehavior: false,
			identifyBy: 'email',
			identifier: UNKNOWN,
			email: UNKNOWN,
			customerEmail: UNKNOWN,
		});
		expect(new Set(Object.values(others))).toEqual(new Set(['']));
	});

	test('accepts a profile with arbitrary types', async () => {
		const deep = { a: [{ b: [[null, 1, true]] }] };
		for (const value of [0, 'text', [], {}, deep, [deep], null, true]) {
			putProfile('wild@example.com', {
				perfil_cliente: value,
				ocasioes_relevantes: value,
				briefing_marketing: value,
				ganchos_conteudo: value,
				momento_compra_atual: { resumo_momento: 'Moment', oportunidades: value, novo_comportamento: value },
			});
			const { items, error } = await write(operation, {}, [{ email: 'wild@example.com' }]);
			expect(error).toBeUndefined();
			expect(typesOf(items[0]?.json)).toEqual(fieldsOf(operation));
		}
	});
});

describe('an empty profile', () => {
	const EMPTY = 'empty@example.com';
	beforeEach(() =>
		putProfile(EMPTY, { perfil_cliente: {}, ocasioes_relevantes: [], momento_compra_atual: { oportunidades: [] } }),
	);

	test.each(['email', 'slack', 'whatsapp'])('sends nothing with %s, and is accounted for', async (operation) => {
		for (const audience of ['team', 'customer']) {
			const products = '={{ [{ id: "dress-1", name: "Dress" }] }}';
			const { items, hints } = await write(operation, { audience, products }, [{ email: EMPTY }]);

			expect(items).toEqual([]);
			expect(hints[0]?.message).toBe('1 of 1 customers gave no result: 1 with nothing to show.');
		}
	});

	test.each(['email', 'slack', 'whatsapp'])(
		'is one that holds nothing which %s shows: the team gets no heading alone',
		async (operation) => {
			putProfile('guidance@example.com', {
				briefing_marketing: { direcao_visual: ['Paleta neutra'], orientacao_campanhas: ['Versatilidade'] },
			});
			putProfile('dashes@example.com', {
				perfil_cliente: { descricao_geral: '-', estilo_geral: '-' },
				momento_compra_atual: { oportunidades: ['-'] },
			});
			putProfile('new@example.com', { momento_compra_atual: { novo_comportamento: true } });
			const emails = ['guidance', 'dashes', 'new'].map((name) => ({ email: `${name}@example.com` }));

			const { items, hints } = await write(operation, {}, emails);

			expect(items.map(({ json }) => json.identifier)).toEqual(['new@example.com']);
			expect(hints[0]?.message).toBe('2 of 3 customers gave no result: 2 with nothing to show.');
		},
	);

	test('clears the properties in HubSpot', async () => {
		const { items } = await write('hubspot', {}, [{ email: EMPTY }]);

		expect(items[0]?.json).toMatchObject({
			email: EMPTY,
			fashionai_style: '',
			fashionai_opportunities: '',
			fashionai_new_behavior: 'false',
		});
	});
});

describe('a profile with nothing to show to its customer', () => {
	const SHY = 'shy@example.com';
	beforeEach(() => putProfile(SHY, { perfil_cliente: { descricao_geral: 'Someone' } }));

	test.each(['email', 'whatsapp'])('sends the customer nothing with %s, and the team a briefing', async (operation) => {
		const toCustomer = await write(operation, { audience: 'customer' }, [{ email: SHY }]);
		const toTeam = await write(operation, { audience: 'team' }, [{ email: SHY }]);

		expect(toCustomer.items).toEqual([]);
		expect(toTeam.items[0]?.json.text).toContain('Someone');
	});

	test('sends the customer an email of products, if there are any', async () => {
		const parameters = {
			audience: 'customer',
			products: '={{ $json.products }}',
			options: { productUrlTemplate: 'https://shop.example/p/{{id}}' },
		};
		const { items } = await write('email', parameters, [
			{
				email: SHY,
				products: [
					{ id: 'dress 1', name: 'One' },
					{ id: 7, name: 'Two' },
				],
			},
		]);

		expect(items[0]?.json.html).toContain('href="https://shop.example/p/dress%201"');
		expect(items[0]?.json.text).toContain('https://shop.example/p/7');
		expect(JSON.stringify(items)).not.toContain('Someone');
	});
});

test('an email whose template has no placeholder for the ID is not written, and its item says so', async () => {
	const { items, error } = await write('email', { options: { productUrlTemplate: 'https://shop.example/' } });

	expect(items).toEqual([]);
	expect(error?.message).toMatch('Product URL Template is not valid: “https://shop.example/”');
	expect(error?.description).toMatch(/Put \{ID\} where/);
});

describe('for the customer', () => {
	const MARKED = 'marked@example.com';
	const secret = (() => {
		let count = 0;
		return () => `Secret${++count}`;
	})();

	test.each(['email', 'whatsapp'])(
		'%s tells nothing of a profile but its looks, unknown fields included',
		async (operation) => {
			const unknown = () => ({ [secret()]: secret() });
			putProfile(MARKED, {
				...unknown(),
				perfil_cliente: { ...unknown(), descricao_geral: secret(), estilo_geral: secret() },
				ocasioes_relevantes: [
					{ ...unknown(), ocasião: secret(), persona_na_ocasião: secret(), sugestao_look: ['Shown1'] },
					{ ...unknown(), ocasião: secret(), persona_na_ocasião: secret(), sugestao_look: ['Shown2'] },
				],
				briefing_marketing: {
					...unknown(),
					tom_de_voz: [secret()],
					direcao_visual: [secret()],
					orientacao_campanhas: [secret()],
				},
				ganchos_conteudo: [secret()],
				momento_compra_atual: {
					...unknown(),
					navegacoes: [secret()],
					resumo_momento: secret(),
					relacao_com_historico: secret(),
					novo_comportamento: true,
					oportunidades: ['Shown3'],
				},
				new_section: { text: secret() },
			});

			const { items } = await write(operation, { audience: 'customer', customerName: 'Ana' }, [{ email: MARKED }]);

			const { userProfileId: _, identifier: __, ...message } = items[0]?.json ?? {};
			expect(JSON.stringify(message)).not.toContain('Secret');
			expect(message.text).not.toContain('Shown3');
			for (const shown of ['Shown1', 'Shown2', 'Ana']) expect(message.text).toContain(shown);
		},
	);

	test.each(['email', 'whatsapp'])(
		'%s tells nothing of a look but its pieces, however it is written',
		async (operation) => {
			const notes = () => ({ motivo: secret(), persona_na_ocasião: secret(), oportunidades: [secret()] });
			const looks = [
				[{ peça: 'Saia', ...notes() }, 'Blusa'],
				{ peças: ['Calça', { nome: 'Camisa', ...notes() }], ...notes() },
				JSON.stringify([{ item: 'Vestido', ...notes() }]),
				notes(),
			];
			putProfile(MARKED, { ocasioes_relevantes: looks.map((look) => ({ sugestao_look: look })) });

			const { items } = await write(operation, { audience: 'customer' }, [{ email: MARKED }]);

			const { text } = items[0]?.json ?? {};
			expect(JSON.stringify(items[0]?.json)).not.toContain('Secret');
			for (const look of ['Saia + Blusa', 'Calça + Camisa', 'Vestido']) expect(text).toContain(`- ${look}`);
		},
	);
});

test('the name, the language and the products are set per item', async () => {
	const { items } = await write(
		'email',
		{
			audience: 'customer',
			customerName: '={{ $json.name }}',
			products: '={{ $json.products }}',
			labelLanguage: '={{ $json.language }}',
		},
		[
			{ email: KNOWN, name: 'Marina', language: 'pt', products: [{ id: 1, name: 'Vestido Azul' }] },
			{ email: KNOWN, name: 'Mary', language: 'en', products: [] },
		],
	);

	expect(items.map(({ json }) => json.subject)).toEqual([
		expect.stringMatching(/^Marina, escolhemos para você: Vestido Azul$/),
		expect.stringMatching(/^Mary, picked for you: /),
	]);
	expect(items.map(({ json }) => String(json.html).includes('Vestido Azul'))).toEqual([true, false]);
});

test('a mail service fills in a tag of the marketer’s, and none that is a customer’s name', async () => {
	const titles = async (customerName: string) => {
		const input = [{ email: KNOWN, name: '*|HTML:FILE|*' }, { email: KNOWN }];
		const { items } = await write('email', { audience: 'customer', labelLanguage: 'en', customerName }, input);
		return items.map(({ json }) => String(json.text).split('\n')[0]);
	};

	expect(await titles('={{ $json.name }}')).toEqual(['Hello!', 'Hello!']);
	expect(await titles("={{ $json.name || '*|FNAME|*' }}")).toEqual(['Hello!', 'Hello, *|FNAME|*!']);
	expect(await titles('*|FNAME|*')).toEqual(['Hello, *|FNAME|*!', 'Hello, *|FNAME|*!']);
});

test('a promotion runs by the clocks of the workflow', async () => {
	// Where it is today, it is tomorrow or later in Kiritimati, 25 hours ahead.
	const today = new Date().toLocaleDateString('en-GB', { timeZone: 'Pacific/Niue' });
	const products = [{ name: 'Vestido', price: 199.9, salePrice: 149.9, 'Fim da promoção': today }];
	const parameters = { audience: 'customer', products: '={{ $json.products }}' };
	const textIn = async (timezone: string) =>
		(await write('email', parameters, [{ email: KNOWN, products }], timezone)).items[0]?.json.text;

	expect(await textIn('Pacific/Niue')).toMatch(/149[.,]90/);
	expect(await textIn('Pacific/Kiritimati')).not.toMatch(/149[.,]90/);
});

test('a language that the first release stored among the options holds until another one is chosen', async () => {
	const subjects = async (parameters: IDataObject) => {
		const { items } = await write('email', { audience: 'customer', customerName: 'Marina', ...parameters });
		return items.map(({ json }) => json.subject);
	};
	const stored = { options: { labelLanguage: 'es' } };
	const [spanish, english] = [await subjects({ labelLanguage: 'es' }), await subjects({ labelLanguage: 'en' })];

	expect(spanish).not.toEqual(english);
	expect(await subjects(stored)).toEqual(spanish);
	expect(await subjects({ ...stored, labelLanguage: 'en' })).toEqual(english);
});

test.each([
	['email', { identifyBy: 'userProfileId', userProfileId: 'mrn7k2a9' }, 'email'],
	['hubspot', { identifyBy: 'userProfileId', userProfileId: 'mrn7k2a9' }, 'email'],
	['whatsapp', {}, 'phone'],
])('%s: a message to a customer without an address says what to do', async (operation, parameters, name) => {
	const written = async (more: IDataObject, input: IDataObject) =>
		await write(operation, { audience: 'customer', ...parameters, ...more }, [{ email: KNOWN, ...input }]);

	const { items, hints } = await written({}, {});
	expect(items[0]?.json[name]).toBe('');
	expect(hints.map(({ message }) => message)).toEqual([
		`1 of 1 customers: ${name} is empty. Give the input a field named ${name}, and turn on Options → Include Input Fields.`,
	]);

	const included = await written({ options: { includeInputFields: true } }, { phone: '+55 11 99999-8888' });
	expect(included.items[0]?.json[name]).not.toBe('');
	expect(included.hints).toEqual([]);
});

test.each([
	['phone', '041 99123-0202', 'A phone number begins with its country code and has 8 to 15 digits'],
	['email', 'rafael at example.com', 'An email address looks like name@example.com'],
])('a %s of the input that cannot be used is told as such', async (name, value, why) => {
	const { items, hints } = await write(
		name === 'phone' ? 'whatsapp' : 'email',
		{
			audience: 'customer',
			identifyBy: 'userProfileId',
			userProfileId: 'mrn7k2a9',
			options: { includeInputFields: true },
		},
		[{ [name]: value }],
	);

	expect(items[0]?.json[name]).toBe('');
	expect(hints.map(({ message }) => message)).toEqual([
		expect.stringContaining(`${name} is empty, since the input has no valid one. ${why}`),
	]);
});

test.each([
	['(11) 98765-0101', true],
	['31988760606', true],
	['555 123 4567', true],
	// Porto Alegre, or else Peru.
	['(51) 99543-0808', true],
	['+51 912 345 678', false],
	['+55 11 98765-0101', false],
	['+1 (555) 123-4567', false],
	['56 9 8765 0101', false],
])('of the phone number %s, a message says whether the country code may be missing', async (phone, isMissing) => {
	const { hints } = await write('whatsapp', { audience: 'customer', options: { includeInputFields: true } }, [
		{ email: KNOWN, phone },
	]);

	expect(hints.some(({ message }) => /phone may lack its country code/.test(message))).toBe(isMissing);
});

test('a product without a name, or sold out, is not shown to a customer, and is counted', async () => {
	const products = [
		{ productId: 'vestido-04' },
		{ productId: 'vestido-05', name: 'Vestido Azul' },
		{ productId: 'vestido-06', name: 'Vestido Verde', available: false },
	];
	const { items, hints } = await write('email', { audience: 'customer', products: '={{ $json.products }}' }, [
		{ email: KNOWN, products },
	]);

	expect(items[0]?.json.html).toContain('Vestido Azul');
	expect(JSON.stringify(items)).not.toMatch(/vestido-04|Vestido Verde/);
	expect(hints.map(({ message }) => message)).toContain(
		'1 of 1 customers: 1 product left out as sold out. 1 product left out for lack of a name. Products needs names beside the IDs, as in your catalog: drag in a whole list. 1 product shown without a price.',
	);
});

test('a customer who gets several messages is counted, and a team that does is not', async () => {
	const twice = [{ email: KNOWN }, { email: KNOWN.toUpperCase() }, { email: KNOWN }];
	const { items, hints } = await write('email', { audience: 'customer' }, twice);

	expect(items).toHaveLength(3);
	expect(hints[0]?.message).toMatch(
		/^2 of 3 customers: the same customer as an earlier item, who gets a message for each/,
	);
	expect((await write('email', { audience: 'team' }, twice)).hints).toEqual([]);
});

test.each([
	[{ Celular: '+55 11 99999-8888' }, '5511999998888'],
	[{ telefone: '55 11 99999-8888', whatsapp: true }, '5511999998888'],
	[{ whatsapp: true }, ''],
])('the phone number of the input %j is %j', async (input, phone) => {
	const byId = { identifyBy: 'userProfileId', userProfileId: 'mrn7k2a9', options: { includeInputFields: true } };
	const { items } = await write('whatsapp', { audience: 'customer', ...byId }, [input]);

	expect(items[0]?.json.phone).toBe(phone);
});

test('prices without a currency are told, and products that are withdrawn are left out', async () => {
	const products = [
		{ Produto: 'Vestido Azul', Valor: 349.9 },
		{ name: 'Vestido Verde', status: 'archived' },
		{ name: 'Vestido Preto', active: false },
	];
	const { items, hints } = await write('email', { audience: 'customer', products: '={{ $json.products }}' }, [
		{ email: KNOWN, products },
	]);

	expect(items[0]?.json.text).toContain('Vestido Azul');
	expect(items[0]?.json.text).not.toMatch(/Verde|Preto/);
	expect(hints.map(({ message }) => message)).toContain(
		'1 of 1 customers: 2 products left out as sold out. Prices have no currency: set Currency in Options.',
	);
});

test('a long word or address does not make an email wider than a phone', async () => {
	const { items } = await write('email', {}, [{ email: KNOWN }]);

	expect(items[0]?.json.html).toMatch(/<td class="pad"[^>]*word-break:break-word/);
});

test('prices without a currency get the one of the option', async () => {
	const parameters = {
		audience: 'customer',
		labelLanguage: 'pt',
		options: { currency: 'brl' },
		products: '={{ $json.products }}',
	};
	const { items } = await write('email', parameters, [
		{
			email: KNOWN,
			products: [
				{ name: 'A', price: 1299.9 },
				{ name: 'B', price: 5, currency: 'EUR' },
			],
		},
	]);

	expect(items[0]?.json.html).toContain('R$\u00a01.299,90');
	expect(items[0]?.json.html).toContain('€\u00a05,00');
});

test.each(['email', 'whatsapp'])(
	'opportunities stay with the team unless the marketer wants them told (%s)',
	async (operation) => {
		const opportunity = 'Reposição com desconto';
		putProfile('offer@example.com', {
			ocasioes_relevantes: [{ sugestao_look: ['Camisa', 'Calça'] }],
			momento_compra_atual: { oportunidades: [opportunity], resumo_momento: 'Busca camisas para o trabalho' },
		});
		const input = [{ email: 'offer@example.com' }];
		const without = await write(operation, { audience: 'customer' }, input);
		const including = await write(operation, { audience: 'customer', options: { includeOpportunities: true } }, input);

		expect(JSON.stringify(without.items)).not.toContain(opportunity);
		expect(without.items[0]?.json.text).toContain('Camisa');
		expect(including.items[0]?.json.text).toContain(opportunity);
	},
);

test('opportunities alone do not make a message to a customer', async () => {
	putProfile('offer@example.com', { momento_compra_atual: { oportunidades: ['Reposição com desconto'] } });
	for (const operation of ['email', 'whatsapp']) {
		const { items } = await write(operation, { audience: 'customer' }, [{ email: 'offer@example.com' }]);
		expect(items).toEqual([]);
	}
});

test.each([
	['pt', 'Cliente busca um vestido para a formatura da filha e não quer estampas', 'O momento'],
	['es', 'La clienta busca un vestido para la graduación de su hija y no quiere estampados', 'El momento'],
	['en', 'The customer is looking for a dress for her daughter’s graduation', 'Right now'],
])('labels are written in the language of the profile (%s)', async (_, resumo_momento, heading) => {
	putProfile('speaks@example.com', { momento_compra_atual: { resumo_momento } });
	const { items } = await write('slack', {}, [{ email: 'speaks@example.com' }]);

	expect(items[0]?.json.slackBlocks).toContain(heading);
});

test('a briefing links to the customer’s record', async () => {
	const customerUrlTemplate = 'https://crm.example/{identifier}?id={userProfileId}';
	const { items } = await write('slack', { options: { customerUrlTemplate } });

	checkSlackBlocks(String(items[0]?.json.slackBlocks), 49);
	expect(items[0]?.json.slackBlocks).toContain('"url":"https://crm.example/marina.alves%40example.com?id=mrn7k2a9"');
});

describe('the address of the customer', () => {
	const toCustomer = { audience: 'customer' };
	const byPhone = { ...toCustomer, identifyBy: 'phone', phone: '={{ $json.phone }}' };
	const input = [{ phone: '+55 (11) 98765-0101', email: 'marina.private@example.com' }];

	test('is the identifier', async () => {
		const [byEmail, asked] = [await write('email', toCustomer), await write('whatsapp', byPhone, input)];

		expect(byEmail.items[0]?.json.email).toBe(KNOWN);
		expect(asked.items[0]?.json.phone).toBe('5511987650101');
	});

	test('is empty if it is not known', async () => {
		const { items } = await write('email', byPhone, input);

		expect(items[0]?.json.email).toBe('');
	});

	test('is taken from the input if its fields are included, the number in digits', async () => {
		const options = { includeInputFields: true };
		const byItsPhone = await write('email', { ...byPhone, options }, input);
		const byItsEmail = await write('whatsapp', { ...toCustomer, options }, [
			{ email: KNOWN, phone: '+55 (11) 98765.0101' },
		]);
		const withNone = await write('whatsapp', { ...toCustomer, options }, [{ email: KNOWN, phone: 'none' }]);

		expect(byItsPhone.items[0]?.json.email).toBe('marina.private@example.com');
		expect(byItsEmail.items[0]?.json.phone).toBe('5511987650101');
		expect(withNone.items[0]?.json.phone).toBe('');
	});

	test('is taken from an input field whose name is written in another way, if there is none of that name', async () => {
		const byId = { ...toCustomer, identifyBy: 'userProfileId', userProfileId: 'mrn7k2a9' };
		const from = async (operation: string, row: IDataObject) => {
			const { items } = await write(operation, { ...byId, options: { includeInputFields: true } }, [row]);
			return items[0]?.json;
		};
		const row = { Email: KNOWN, Phone: '+55 11 99999-8888' };

		expect(await from('whatsapp', row)).toMatchObject({ phone: '5511999998888' });
		expect(await from('email', row)).toMatchObject({ email: KNOWN });
		expect(await from('hubspot', { 'E-mail': KNOWN })).toMatchObject({ email: KNOWN });
		expect(await from('email', { EMAIL: UNKNOWN, email: KNOWN })).toMatchObject({ email: KNOWN });
		expect(await from('email', { EMAIL: KNOWN, email: ' ' })).toMatchObject({ email: KNOWN });
	});
});

test.each([
	['email', { audience: 'team' }],
	['whatsapp', { audience: 'team' }],
	['slack', {}],
])(
	'what the team reads in %s has no address of the customer in a field that a send node takes',
	async (operation, audience) => {
		const address = {
			Email: KNOWN,
			phone: '+5511987650101',
			to: KNOWN,
			toEmail: KNOWN,
			recipientPhoneNumber: '+5511987650101',
			'E-mail': KNOWN,
			to_email: KNOWN,
			'Phone Number': '+5511987650101',
			Teléfono: '+5511987650101',
			sendTo: KNOWN,
			client_email: KNOWN,
			'Store customer email': KNOWN,
			toRecipients: [KNOWN],
			emailAddress: { address: KNOWN },
			'Email Address': ` ${KNOWN}`,
			'E-mail (work)': KNOWN,
			mobile: 5511987650101,
			whatsapp: '(11) 98765-0101',
			ccList: `Ana <${KNOWN}>`,
			replyTo: KNOWN,
			para: KNOWN,
			Destinatário: KNOWN,
			login: KNOWN,
			msisdn: 5511987650101,
			Correo: KNOWN,
			contato_celular: '11 9 8765 0101',
			...Object.fromEntries(
				(
					'fone Fone2 contato contacto contact contatoCliente contact_customer wa_id waId zap whats whatsCliente ' +
					'tel1 telCliente celCliente TEL cliente_cel remoteJid chatId'
				)
					.split(' ')
					.map((name) => [name, '5511987650101@s.whatsapp.net']),
			),
			storefrontEmail: KNOWN,
			storeUserEmail: KNOWN,
		};
		const others = {
			city: 'Recife',
			emailOptIn: true,
			emailsOpened: 12,
			lastEmailAt: '2026-11-20T10:00:00.000Z',
			sellerEmail: 'bia@shop.example',
			'Vendedora – WhatsApp': '+5511912345678',
			fromEmail: 'news@shop.example',
			STORE_EMAIL: 'centro@shop.example',
			mobileApp: 'installed',
			total: '12345678.90',
			tone: KNOWN,
			whatsapp_status: null,
			channelId: 'C0123456789',
			contactOwner: 'ana@shop.example',
			contato_vendedora: '+5511912345678',
			ultimoContato: '26/11/2026 10:00',
			...Object.fromEntries(
				'tell cell celebration telas zapatos waist whatsNew contactId'
					.split(' ')
					.map((name) => [name, '5511987650101']),
			),
			store: { name: 'Centro', email: 'centro@shop.example' },
			stylist: { phone: '+5511912345678' },
			pedido: { numero: 12345678, destination: { zip: '12345678' } },
			since: new Date(0),
		};
		const { items } = await write(operation, { ...audience, email: KNOWN, options: { includeInputFields: true } }, [
			{
				...address,
				...others,
				order: {
					id: 7,
					billing: { city: 'Recife', email: KNOWN, phone: '+5511987650101' },
					shipments: [{ carrier: 'x', contactPhone: '+5511987650101' }],
					store: { customer_email: KNOWN },
				},
			},
		]);

		expect(items[0]?.json).toMatchObject({
			...others,
			order: { id: 7, billing: { city: 'Recife' }, shipments: [{ carrier: 'x' }] },
		});
		expect(JSON.stringify(items[0]?.json.order)).not.toMatch(/marina|98765/);
		expect(Object.keys(items[0]?.json ?? {})).not.toEqual(
			expect.arrayContaining([expect.stringMatching(/^(to|toEmail|email|phone|recipientPhoneNumber)$/i)]),
		);
		for (const name of Object.keys(address)) expect(items[0]?.json).not.toHaveProperty([name]);
	},
);

test('Slack’s blocks are the JSON text that its node expects', async () => {
	const { items } = await write('slack', { customerName: 'Marina' });

	checkSlackBlocks(String(items[0]?.json.slackBlocks), 49);
});

test('an item whose name cannot be evaluated fails, and the others are written', async () => {
	const { items, errorItems } = await runNode({
		type: 'getCustomerProfile',
		credential: { token: sandbox.token, host: 'custom', baseUrl: sandbox.url },
		input: [{ name: 'Ana' }, { name: null }],
		onError: 'continueErrorOutput',
		parameters: {
			operation: 'slack',
			identifyBy: 'email',
			email: KNOWN,
			customerName: '={{ $json.name ?? $("Nowhere").item.json.name }}',
		},
	});

	expect(items).toHaveLength(1);
	expect(items[0]?.json.text).toContain('Ana');
	expect(errorItems).toHaveLength(1);
});
