import fc from 'fast-check';
import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import { loadNode, runNode, TestTrigger } from '../engine/engine';
import { reusingConnectionsTo } from '../stand-in';
import { anyJson } from './arbitraries/json';
import { checkErrorItems, checkWords, inputsOf } from './checks/failure';
import { attack } from './record';
import { useScriptedApi, type Scripted } from './scripted-api';

const api = useScriptedApi();
const PART = 'Parameters through expressions, in n8n’s engine';
const BATCH = 10;
const credential = (reuse = false) => ({
	token: 'token',
	...(reuse ? reusingConnectionsTo(api().url) : { host: 'custom', baseUrl: api().url }),
});

/**
 * Values that only an expression can yield, as written there. No self-referencing object: n8n overflows the stack
 * before we see it.
 */
const ONLY_IN_JAVASCRIPT = [
	'undefined',
	'NaN',
	'-Infinity',
	'10n',
	'Symbol()',
	'() => 1',
	'new Date()',
	'new Date(NaN)',
	'new Map([[1, 2]])',
	'/x/g',
	'[[[[]]]]',
	'Object.create(null)',
	'$json',
	'$input',
	'$now',
	'(() => { throw new Error("Not here") })()',
	'$json.none.at.all',
	"$('Nowhere').item",
];

/** One value per item: in the item, to be dragged in, and the index of its replacement in the expression. */
const anyValues = fc.array(fc.record({ v: anyJson, n: fc.nat(2 * ONLY_IN_JAVASCRIPT.length) }), {
	minLength: BATCH,
	maxLength: BATCH,
});
const DRAGGED = '={{ $json.v }}';
const WRITTEN = `={{ (([${ONLY_IN_JAVASCRIPT.map((code) => `() => (${code})`).join(', ')}])[$json.n] ?? (() => $json.v))() }}`;

/** A profile and product lists in one: answers any call. */
const EVERYTHING: Scripted = {
	body: JSON.stringify({
		userProfileId: 'u',
		profile: {
			perfil_cliente: { estilo_geral: 'Clássico' },
			momento_compra_atual: {
				resumo_momento: 'Busca vestidos de festa',
				novo_comportamento: true,
				oportunidades: ['Festa'],
			},
		},
		products: ['p1', { productId: 'p2', name: 'Vestido', position: 1, active: true }],
		items: ['p1'],
		totalItems: 1,
		totalPages: 1,
	}),
};

const STANDARD: Record<string, INodeParameters> = {
	getCustomerProfile: {
		identifyBy: 'userProfileId',
		userProfileId: 'case-0',
		email: 'case-0@example.com',
		phone: '5511999998888',
		document: 'case-0',
	},
	getRecommendations: { categoryId: 'case-0', productId: 'case-0', collectionId: 'case-0', sessionId: 'case-0' },
	searchProducts: { query: 'case-0', sessionId: 's' },
};

/** The other parameters needed for a node's parameters to be read. */
const SETTINGS: Record<string, INodeParameters[]> = {
	getCustomerProfile: [
		{},
		{ output: 'selected' },
		{ operation: 'email', audience: 'customer' },
		{ operation: 'whatsapp' },
		{ operation: 'slack' },
		{ operation: 'hubspot', emit: 'changedSince', firstLook: 'emit' },
		{ identifyBy: 'email' },
		{ identifyBy: 'phone' },
		{ identifyBy: 'document' },
	],
	getRecommendations: ['bestSellers', 'categoryView', 'collection', 'similarProducts'].map((operation) => ({
		operation,
	})),
	searchProducts: [{}, { operation: 'searchDetailed' }],
};

/** A node's parameter; an option is prefixed with its collection's name. */
type Path = [name: string, option?: string];

const PATHS: Record<string, string> = {
	getCustomerProfile:
		'operation identifyBy email phone document userProfileId output fields audience labelLanguage customerName subject headline intro closing products brand brand.accentColor brand.buttonText brand.footer brand.logoUrl brand.productButtonText brand.shopName brand.shopUrl brand.unsubscribe ifNotFound emit knownFingerprint firstLook options options.includeInputFields options.includeOpportunities options.includeUnchanged options.currency options.customerUrlTemplate options.labelLanguage options.productUrlTemplate options.quietPeriod options.tellAgainAfter options.maxConcurrency options.timeout options.maxTries options.forgetSeen',
	getRecommendations:
		'operation recommendation categoryId collectionId productId sessionId userId outputAs limit ifEmpty options options.excludeProductIds options.includeInactive options.productUrlTemplate options.userIdAsNumber options.maxConcurrency options.timeout options.maxTries',
	searchProducts:
		'operation query size sessionId userId returnAll limit options options.maxConcurrency options.timeout options.maxTries',
	fashionAiTrigger:
		'triggerOn identifyBy customers output fields firstLook options options.quietPeriod options.tellAgainAfter options.maxConcurrency options.timeout options.maxTries',
};

function pathsOf(type: string): Path[] {
	return (PATHS[type] ?? '').split(' ').map((path) => path.split('.') as Path);
}

/** The parameters with an expression in one of them. */
function withExpression(parameters: INodeParameters, [name, option]: Path, expression: string): INodeParameters {
	const options = { maxTries: 1, timeout: 2_000, ...(parameters.options as IDataObject) };
	return option === undefined
		? { options, ...parameters, [name]: expression }
		: { ...parameters, [name]: { ...options, [option]: expression } };
}

/** The parameter names in a node description, those in collections prefixed with the collection's name. */
function namesIn(properties: INodeProperties[], before = ''): string[] {
	return (
		properties
			// Poll Times are n8n's own.
			.filter(({ type, name }) => type !== 'notice' && name !== 'pollTimes')
			.flatMap(({ name, type, options = [] }) => [
				before + name,
				...(type === 'collection' ? namesIn(options as INodeProperties[], `${name}.`) : []),
			])
	);
}

test.each(Object.keys(PATHS))('every parameter of %s is attacked', async (type) => {
	const { description } = await loadNode(type);
	const attacked = pathsOf(type).map((path) => path.join('.'));
	expect(namesIn(description.properties).filter((name) => !attacked.includes(name))).toEqual([]);
});

test.each([false, true])(
	'a text that was cut within a character is searched for (with reused connections: %s)',
	async (reuse) => {
		api().answers = [EVERYTHING];
		const parameters = { operation: 'searchDetailed', query: 'case-0 \ud83d', size: '\ud83d', sessionId: 's' };

		const { items, error } = await runNode({
			type: 'searchProducts',
			credential: credential(reuse),
			input: [{}],
			parameters,
		});

		expect(error).toBeUndefined();
		expect(items).toHaveLength(2);
	},
);

for (const type of Object.keys(SETTINGS)) {
	const paths = pathsOf(type);
	attack(
		PART,
		`any value for any parameter of ${type}`,
		'items, or a readable error with the item’s number; nothing else',
		fc.tuple(
			anyValues,
			fc.constantFrom(...paths),
			fc.constantFrom(...(SETTINGS[type] ?? [])),
			fc.constantFrom(DRAGGED, WRITTEN),
			fc.boolean(),
			fc.boolean(),
		),
		async ([input, path, settings, expression, mayContinue, reuse]) => {
			api().answers = [EVERYTHING];
			const { items, errorItems, error } = await runNode({
				type,
				credential: credential(reuse),
				input: input as unknown as IDataObject[],
				...(mayContinue ? { onError: 'continueErrorOutput' } : {}),
				parameters: withExpression({ ...STANDARD[type], ...settings }, path, expression),
			});
			checkErrorItems(errorItems);
			for (const item of inputsOf([...items, ...errorItems])) expect(input[item]).toBeDefined();
			if (mayContinue) expect(error).toBeUndefined();
			if (error === undefined) return;
			expect(error.name).toMatch(/^Node(Api|Operation)Error$/);
			expect(error.context?.itemIndex).toEqual(expect.any(Number));
			checkWords(error.message);
		},
		{ perRun: BATCH, short: 500, long: 20_000 },
	);
}

let workflows = 0;

attack(
	PART,
	'any value for any parameter of fashionAiTrigger',
	'a poll returns items or none, or a readable error',
	fc.tuple(
		fc.constantFrom(...pathsOf('fashionAiTrigger')),
		fc.constantFrom('newBehavior', 'profileChanged'),
		fc.oneof(
			anyJson.map((value) => `={{ ${JSON.stringify(value).replaceAll('}', ' }').replaceAll('{', '{ ')} }}`),
			fc.constantFrom(...ONLY_IN_JAVASCRIPT).map((code) => `={{ ${code} }}`),
		),
	),
	async ([path, triggerOn, expression]) => {
		api().answers = [EVERYTHING];
		const standard = { triggerOn, identifyBy: 'userProfileId', customers: 'case-0', firstLook: 'emit' };
		const trigger = new TestTrigger({
			type: 'fashionAiTrigger',
			credential: credential(),
			workflowId: `parameters ${++workflows}`,
			parameters: withExpression(standard, path, expression),
		});
		const items = await trigger.activate().catch((error: Error) => {
			expect(error.name).toMatch(/^Node(Api|Operation)Error$/);
			checkWords(error.message);
			return [];
		});
		for (const item of items) expect(item).toMatchObject({ identifier: expect.any(String) });
	},
);
