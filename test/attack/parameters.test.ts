import fc, { type Arbitrary } from 'fast-check';
import { DataDeduplicationService } from 'n8n-core';
import type {
	IDataObject,
	INodeParameters,
	INodeProperties,
	INodePropertyOptions,
	NodeParameterValue,
} from 'n8n-workflow';

import { MemoryDeduplicator } from '../engine/deduplicator';
import { runNode, TestTrigger } from '../engine/engine';
import { reusingConnectionsTo } from '../stand-in';
import { anyJson } from './arbitraries/json';
import { checkErrorItems, checkWords, inputsOf } from './checks/failure';
import { attack } from './record';
import { useScriptedApi, type Scripted } from './scripted-api';
import { profileParameters, recommendationParameters, searchParameters, triggerParameters } from './subject';

const api = useScriptedApi();
const store = new MemoryDeduplicator();
beforeAll(() => DataDeduplicationService.init(store));
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
		userProfileId: 'case-0',
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

/** What each node needs to make a call. */
const STANDARD: Record<NodeName, INodeParameters> = {
	getCustomerProfile: {
		userProfileId: 'case-0',
		email: 'case-0@example.com',
		phone: '5511999998880',
		document: '12345678900',
	},
	getRecommendations: { categoryId: 'case-0', productId: 'case-0', collectionId: 'case-0', sessionId: 'case-0' },
	searchProducts: { query: 'case-0', sessionId: 's' },
	// One customer by each kind of identifier.
	fashionAiTrigger: { customers: 'case-0, case-0@example.com, 5511999998880, 12345678900' },
};

/** The nodes' parameters, by their names. */
const NODES = {
	getCustomerProfile: profileParameters,
	getRecommendations: recommendationParameters,
	searchProducts: searchParameters,
	fashionAiTrigger: triggerParameters,
};
type NodeName = keyof typeof NODES;

/** A place for a value: a parameter, or an option in a collection. */
interface Place {
	path: [name: string, option?: string];
	/** The values of other parameters with which n8n shows this one: of one that it does not show, it drops the value. */
	shownWith: Record<string, NodeParameterValue[]>;
}

/** All but collections as a whole: n8n drops an expression in place of one. */
function placesIn(properties: INodeProperties[], outer?: Place): Place[] {
	return properties
		.filter(({ type }) => type !== 'notice')
		.flatMap(({ name, type, options, displayOptions }) => {
			const show = Object.entries(displayOptions?.show ?? {}).map(([of, values]) => [of.replace('/', ''), values]);
			const place = {
				path: [...(outer?.path ?? []), name] as Place['path'],
				shownWith: { ...outer?.shownWith, ...Object.fromEntries(show) } as Place['shownWith'],
			};
			return type === 'collection' ? placesIn(options as INodeProperties[], place) : [place];
		});
}

/** A place, and settings with which n8n shows it: of all others that are a choice, any. */
interface Target {
	path: Place['path'];
	settings: INodeParameters;
}

function anyTarget(properties: INodeProperties[]): Arbitrary<Target> {
	const choices = properties
		.filter(({ type }) => type === 'options')
		.map(({ name, options = [] }) => [name, options.map((option) => (option as INodePropertyOptions).value)]);
	const targets = placesIn(properties).map(({ path, shownWith }) => {
		const values: Place['shownWith'] = { ...Object.fromEntries(choices), ...shownWith };
		const settings = Object.entries(values).map(([name, some]) => [name, fc.constantFrom(...some)]);
		return fc.record({ path: fc.constant(path), settings: fc.record<INodeParameters>(Object.fromEntries(settings)) });
	});
	return fc.oneof(...targets);
}

/** The parameters with an expression in one of them. */
function withExpression({ path: [name, option], settings }: Target, type: NodeName, expression: string) {
	const options = { maxTries: 1, timeout: 2_000 };
	const { '@version': typeVersion, ...chosen }: INodeParameters = { options, ...STANDARD[type], ...settings };
	const parameters: INodeParameters =
		option === undefined
			? { ...chosen, [name]: expression }
			: { ...chosen, [name]: { ...(name === 'options' ? options : {}), [option]: expression } };
	return { parameters, typeVersion: typeVersion as number | undefined };
}

let workflows = 0;

/** The trigger with an expression in one of its parameters. */
function triggerWith(target: Target, expression: string, reuse = false): TestTrigger {
	return new TestTrigger({
		type: 'fashionAiTrigger',
		credential: credential(reuse),
		workflowId: `parameters ${++workflows}`,
		parameters: withExpression(target, 'fashionAiTrigger', expression).parameters,
	});
}

test.each(Object.keys(NODES) as NodeName[])('every parameter of %s is read where it is attacked', async (type) => {
	api().answers = [EVERYTHING];
	const unreadable = "={{ $('Nowhere').item }}";
	for (const { path, shownWith } of placesIn(NODES[type])) {
		const settings = Object.fromEntries(Object.entries(shownWith).map(([name, [value]]) => [name, value]));
		const target = { path, settings } as Target;
		const activated = () => triggerWith(target, unreadable).activate();
		const ran = () => runNode({ type, credential: credential(), ...withExpression(target, type, unreadable) });
		const error = type === 'fashionAiTrigger' ? await activated().catch((error: Error) => error) : (await ran()).error;
		expect([path, error]).toEqual([
			path,
			// n8n's own message, or ours where n8n evaluates no expression.
			expect.objectContaining({ message: expect.stringMatching(/^Referenced node doesn't exist|Nowhere/) }),
		]);
	}
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

for (const type of ['getCustomerProfile', 'getRecommendations', 'searchProducts'] as const) {
	attack(
		PART,
		`any value for any parameter of ${type}`,
		'items, or a readable error with the item’s number; nothing else',
		fc.tuple(anyValues, anyTarget(NODES[type]), fc.constantFrom(DRAGGED, WRITTEN), fc.boolean(), fc.boolean()),
		async ([input, target, expression, mayContinue, reuse]) => {
			api().answers = [EVERYTHING];
			store.rows.clear();
			const { items, errorItems, error } = await runNode({
				type,
				credential: credential(reuse),
				input: input as unknown as IDataObject[],
				mode: 'trigger',
				...(mayContinue ? { onError: 'continueErrorOutput' } : {}),
				...withExpression(target, type, expression),
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

attack(
	PART,
	'any value for any parameter of fashionAiTrigger',
	'a poll returns items or none, or a readable error',
	fc.tuple(
		anyTarget(NODES.fashionAiTrigger),
		fc.oneof(
			anyJson.map((value) => `={{ ${JSON.stringify(value).replaceAll('}', ' }').replaceAll('{', '{ ')} }}`),
			fc.constantFrom(...ONLY_IN_JAVASCRIPT).map((code) => `={{ ${code} }}`),
		),
		fc.boolean(),
	),
	async ([target, expression, reuse]) => {
		api().answers = [EVERYTHING];
		const trigger = triggerWith(target, expression, reuse);
		let message = '';
		const items = await trigger.activate().catch((error: Error) => {
			expect(error.name).toMatch(/^Node(Api|Operation)Error$/);
			checkWords(error.message);
			({ message } = error);
			return [];
		});
		// What goes wrong with a customer, a defect of ours too, counts as an unreadable answer. This server sends none.
		for (const line of [message, ...trigger.warnings]) expect(line).not.toContain('sent an answer that cannot be read');
		for (const item of items) expect(item).toMatchObject({ identifier: expect.any(String) });
	},
);
