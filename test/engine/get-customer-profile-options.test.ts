import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { loadNode, runNode, type NodeRun } from './engine';
import { readPreview, schemaOf } from './schema-preview';
import { useSandbox } from './use-sandbox';

const { api, credential } = useSandbox();

/** n8n offers it in every `operation`, for its own HTTP Request node; it never reaches ours. */
const CUSTOM_API_CALL = '__CUSTOM_API_CALL__';

const CUSTOMER = { userProfileId: 'cust-1', email: 'ana@example.com', phone: '5511999990000', document: '12345678900' };
const UNKNOWN = { userProfileId: 'none', email: 'none@example.com', phone: '5511000000000', document: '00000000000' };

const PROFILE = {
	perfil_cliente: { descricao_geral: 'Descrição', estilo_geral: 'Estilo' },
	ocasioes_relevantes: [{ ocasião: 'Festa', persona_na_ocasião: 'Anfitriã', sugestao_look: ['Vestido Longo'] }],
	briefing_marketing: { tom_de_voz: ['leve'], direcao_visual: ['neutra'], orientacao_campanhas: ['versátil'] },
	ganchos_conteudo: ['Cápsula'],
	momento_compra_atual: {
		navegacoes: ['01/09: Short'],
		resumo_momento: 'Resumo',
		relacao_com_historico: 'Relação',
		novo_comportamento: true,
		oportunidades: ['Bundle viagem'],
	},
};

beforeEach(() => api().putProfile({ ...CUSTOMER, profile: PROFILE }));

const lookUp = (parameters: IDataObject, input: IDataObject[] = [{}], rest: Partial<NodeRun> = {}) =>
	runNode({
		type: 'getCustomerProfile',
		credential: credential(),
		input,
		...rest,
		parameters: parameters as NodeRun['parameters'],
	});

async function offered(parameter: string): Promise<string[]> {
	const { properties } = (await loadNode('getCustomerProfile')).description;
	const found = properties.filter(({ name }: INodeProperties) => name === parameter);
	const values = found.flatMap(({ options }) => (options as INodePropertyOptions[]).map(({ value }) => String(value)));
	return [...new Set(values)].filter((value) => value !== CUSTOM_API_CALL);
}

/** Every choice of every list, crossed with every choice of the others. */
function cross(choices: Record<string, unknown[]>): Record<string, unknown>[] {
	return Object.entries(choices).reduce<Record<string, unknown>[]>(
		(rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
		[{}],
	);
}

test('every combination that the panel can show is handled, for a known and an unknown customer', async () => {
	const identifiers = (await offered('identifyBy')) as (keyof typeof CUSTOMER)[];
	const combinations = cross({
		operation: await offered('operation'),
		output: await offered('output'),
		ifNotFound: await offered('ifNotFound'),
		emit: (await offered('emit')).filter((value) => value !== 'newlyDetected'),
		includeInputFields: [false, true],
		// The messages have no Output.
	}).filter(({ operation, output }) => operation === 'get' || output === 'simplified');
	expect(combinations.length).toBeGreaterThanOrEqual(7 * 3 * 3 * 2);

	for (const [at, { includeInputFields, ...combination }] of combinations.entries()) {
		// Each identifier in turn: how a customer is named makes no difference to the rest.
		const by = identifiers[at % identifiers.length] ?? 'email';
		const { items, errorItems, error } = await lookUp(
			{
				...combination,
				identifyBy: by,
				[by]: '={{ $json.value }}',
				firstLook: 'emit',
				options: { includeInputFields },
			} as IDataObject,
			[{ value: CUSTOMER[by] }, { value: UNKNOWN[by] }],
			{ onError: 'continueErrorOutput' },
		);
		const label = JSON.stringify(combination);
		expect([label, error]).toEqual([label, undefined]);
		expect([label, items.filter(({ json }) => json.found !== false).length]).toEqual([label, 1]);
		const notFound = items.filter(({ json }) => json.found === false).length;
		const returnsNotFound = combination.ifNotFound === 'item' && combination.emit === 'all';
		expect([label, notFound, errorItems.length]).toEqual([
			label,
			returnsNotFound ? 1 : 0,
			combination.ifNotFound === 'stop' ? 1 : 0,
		]);
		expect([label, items[0]?.json.value]).toEqual([label, includeInputFields ? CUSTOMER[by] : undefined]);
	}
});

test('every field that Selected Fields offers is returned when chosen', async () => {
	const fields = await offered('fields');
	expect(fields).toHaveLength(13);

	const { items } = await lookUp({ email: CUSTOMER.email, output: 'selected', fields });

	expect(Object.keys(items[0]?.json ?? {}).sort()).toEqual(['found', 'userProfileId', ...fields].sort());
	expect(Object.values(items[0]?.json ?? {}).every((value) => value !== undefined && value !== '')).toBe(true);
});

test('input fields are added to ours, never overwrite them, and never include error', async () => {
	const input = { name: 'Ana', found: 'mine', style: 'mine', error: 'old', nested: { a: 1 } };

	const { items } = await lookUp({ email: CUSTOMER.email, options: { includeInputFields: true } }, [input]);

	expect(items[0]?.json).toMatchObject({ found: true, style: 'Estilo', name: 'Ana', nested: { a: 1 } });
	expect(items[0]?.json).not.toHaveProperty('error');
});

test('Stop names the item with the unknown customer', async () => {
	const { error } = await lookUp({ email: '={{ $json.email }}', ifNotFound: 'stop' }, [CUSTOMER, UNKNOWN]);

	expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '404', context: { itemIndex: 1 } });
});

test.each([
	['email', 'nobody@example.com', 'nobody@example.com', 'email', 'Email'],
	['email', `${'x'.repeat(70)}@example.com`, `${'x'.repeat(60)}…`, 'email', 'Email'],
	['phone', '+55 00 00000-0000', '5500000000000', 'phone', 'Phone'],
	['document', '000.000.000-00', '00000000000', 'document', 'Document'],
	['userProfileId', 'ENOENT', 'ENOENT', 'user profile ID', 'User Profile ID'],
])(
	'Stop says which value is not known, and of which parameter: %s %s',
	async (identifyBy, value, shown, noun, label) => {
		const { error } = await lookUp({ identifyBy, [identifyBy]: value, ifNotFound: 'stop' });

		expect(error?.message).toBe(`Fashion.AI knows no customer with this ${noun}`);
		expect(error?.description).toBe(
			`“${shown}” is not known. Check the parameter ${label}, or choose another value in If Not Found.`,
		);
	},
);

test('the schema preview of Get matches a real simplified item', async () => {
	const { items } = await lookUp({ email: CUSTOMER.email });

	expect(readPreview('GetCustomerProfile/__schema__/v1.0.0/get.json')).toEqual(schemaOf(items[0]));
});

test.each([
	['simplified', {}],
	['selected', { fields: ['opportunities', 'occasions', 'toneOfVoice'] }],
])(
	'two %s items of one customer share nothing: a step that changes one leaves the other as it is',
	async (output, rest) => {
		const { items } = await lookUp({ identifyBy: 'email', email: CUSTOMER.email, output, ...rest }, [{}, {}]);

		const [first, second] = items.map(({ json }) => json);
		for (const [name, value] of Object.entries(first ?? {})) {
			if (Array.isArray(value)) expect([name, value === second?.[name]]).toEqual([name, false]);
		}
		expect(first).toEqual(second);
		expect(first?.opportunities).toEqual(['Bundle viagem']);
	},
);

test.each([
	['phone', '11987650101', 'A phone number needs its country code, such as 55 for Brazil.'],
	['document', '1234567890', 'A CPF has 11 digits, a CNPJ 14: a spreadsheet drops zeros at their start.'],
	['document', '123456789012345', undefined],
])('a hint says why the %s %s may not be found', async (by, value, why) => {
	const { hints } = await lookUp({ identifyBy: by, [by]: value });

	const said = hints.map(({ message }) => message).filter((message) => message.startsWith('Some are not found.'));
	expect(said).toEqual(why === undefined ? [] : [`Some are not found. ${why}`]);

	const { error } = await lookUp({ identifyBy: by, [by]: value, ifNotFound: 'stop' });
	expect(error?.description?.endsWith(`another value in If Not Found. ${why}`)).toBe(why !== undefined);
});
