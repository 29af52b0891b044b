import fc, { type Arbitrary } from 'fast-check';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { z } from 'zod/v4';

import { runNode, TestTrigger } from '../engine/engine';
import { anyJson, objectOf } from './arbitraries/json';
import { anyAnswer } from './arbitraries/profiles';
import { anyText, ODD_KEYS } from './arbitraries/texts';
import { checkErrorItems, checkWords, inputsOf } from './checks/failure';
import { attack } from './record';
import { useScriptedApi, type Scripted } from './scripted-api';

const api = useScriptedApi();
const PART = 'Answers to outputs, in n8n’s engine';
const BATCH = 20;
const TOKEN = 'a-token-that-nobody-may-see';

const statuses = fc.constantFrom(200, 200, 200, 200, 200, 200, 200, 201, 400, 404, 409, 418, 422);
const deep = fc
	.constantFrom(99, 101, 5_000, 100_000)
	.map((depth) => `{"profile":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`);

/** Answers of the documented shape, of any other shape, and bodies that are not JSON. */
const answersLike = (promised: Arbitrary<unknown>): Arbitrary<Scripted[]> => {
	const body = fc.oneof(
		{ weight: 8, arbitrary: promised.map((value) => JSON.stringify(value)) },
		{ weight: 1, arbitrary: anyJson.map((value) => JSON.stringify(value)) },
		{ weight: 1, arbitrary: anyText.map((text) => text.replace(/\p{Cs}/gu, '')) },
		{
			weight: 1,
			arbitrary: fc
				.tuple(anyText, anyText)
				.map(([error, message]) => JSON.stringify({ error, message: `${message} ${TOKEN}` })),
		},
	);
	const answer = fc.record({ status: statuses, body });
	return fc
		.tuple(
			fc.array(answer, { minLength: BATCH, maxLength: BATCH }),
			fc.oneof({ weight: 9, arbitrary: fc.constant('') }, deep),
		)
		.map(([answers, nested]) => (nested === '' ? answers : [...answers.slice(1), { body: nested }]));
};

async function run(type: string, parameters: INodeParameters, answers: Scripted[]) {
	api().answers = answers;
	const result = await runNode({
		type,
		credential: { token: TOKEN, host: 'custom', baseUrl: api().url },
		input: answers.map((_answer, number) => ({ case: `case-${number}` })),
		onError: 'continueErrorOutput',
		parameters: { ...parameters, options: { maxTries: 1, ...(parameters.options as object) } },
	});
	expect(result.error).toBeUndefined();
	checkErrorItems(result.errorItems);
	// What goes wrong in sending counts as a cut connection, a defect of ours too. This server cuts none.
	for (const { json } of result.errorItems) expect(json.error).not.toMatch(/^The connection to Fashion\.AI was cut/);
	const failed = new Set(inputsOf(result.errorItems));
	expect(failed.size).toBe(result.errorItems.length);
	expect(inputsOf(result.items).filter((item) => failed.has(item))).toEqual([]);
	expect(JSON.stringify([result.errorItems, result.hints])).not.toContain(TOKEN);
	for (const { message } of result.hints) checkWords(`Hint: ${message}`);
	return result;
}

/** Not by user profile ID: an answer with any other one counts as another customer's. */
const WHO = { identifyBy: z.literal('document'), identifier: z.string() };
const SIMPLIFIED = z.strictObject({
	found: z.literal(true),
	userProfileId: z.string(),
	newBehavior: z.boolean(),
	momentSummary: z.string(),
	opportunities: z.array(z.string()),
	description: z.string(),
	style: z.string(),
	occasions: z.array(z.strictObject({ occasion: z.string(), persona: z.string(), look: z.array(z.string()) })),
	toneOfVoice: z.array(z.string()),
	contentHooks: z.array(z.string()),
});
const FINGERPRINT = z.string().regex(/^N[a-z][\w-]{14,62}$/);
const NOT_FOUND = z.strictObject({ found: z.literal(false), ...WHO });
const message = (fields: Record<string, z.ZodType>) =>
	z.strictObject({ found: z.literal(true), ...fields, userProfileId: z.string(), newBehavior: z.boolean(), ...WHO });
const FILLED = z.string().min(1);
const PROPERTIES = Object.fromEntries(
	`user_profile_id new_behavior moment_summary opportunities description style occasions looks tone_of_voice content_hooks
	visual_direction campaign_guidance recent_navigation relation_to_history`
		.split(/\s+/)
		.map((name) => [`fashionai_${name}`, z.string()]),
);

/** The guarantees of each output form. */
const FORMS: [name: string, parameters: INodeParameters, promised: z.ZodType][] = [
	['Simplified', {}, SIMPLIFIED.or(NOT_FOUND)],
	['Raw', { output: 'raw' }, z.looseObject({ profile: z.custom((value) => typeof value === 'object') }).or(NOT_FOUND)],
	[
		'Selected Fields',
		{ output: 'selected', fields: ['momentFingerprint', 'recentNavigation', 'occasions'] },
		SIMPLIFIED.pick({ found: true, userProfileId: true, occasions: true })
			.extend({ momentFingerprint: FINGERPRINT, recentNavigation: z.array(z.string()) })
			.or(NOT_FOUND),
	],
	[
		'New Compared With a Known Fingerprint',
		{ emit: 'changedSince', firstLook: 'emit', options: { includeUnchanged: true } },
		SIMPLIFIED.extend({ isNew: z.boolean(), momentFingerprint: FINGERPRINT }).or(NOT_FOUND),
	],
	[
		'`email`',
		{ operation: 'email' },
		message({ customerEmail: z.string(), subject: FILLED, html: FILLED, text: FILLED, listUnsubscribe: z.literal('') }),
	],
	['`slack`', { operation: 'slack' }, message({ text: FILLED, slackBlocks: FILLED })],
	[
		'`whatsapp`',
		{ operation: 'whatsapp' },
		message({
			customerPhone: z.string(),
			text: FILLED,
			templateText1: FILLED,
			templateText2: FILLED,
			templateText3: FILLED,
		}),
	],
	['`hubspot`', { operation: 'hubspot' }, message({ email: z.string(), ...PROPERTIES })],
];

function checkItems(items: INodeExecutionData[], promised: z.ZodType): void {
	for (const { json } of items) {
		const { error } = promised.safeParse(json);
		if (error) throw new Error(`An item is not as promised: ${z.prettifyError(error)}`);
	}
}

/** An integer that JavaScript would round is returned as text, with all its digits. */
function withDigits(_key: string, value: unknown): unknown {
	return Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(String(value))
		? String(value)
		: value;
}

for (const [name, parameters, promised] of FORMS) {
	attack(
		PART,
		`any answers about ${BATCH} customers, as ${name}`,
		'items of the declared types, or a readable error with the item’s number; nothing else',
		answersLike(anyAnswer),
		async (answers) => {
			const { items } = await run(
				'getCustomerProfile',
				{ identifyBy: 'document', document: '={{ $json.case }}', ...parameters },
				answers,
			);
			checkItems(items, promised);
			if (parameters.output !== 'raw') return;
			for (const [at, item] of inputsOf(items).entries()) {
				const json = items[at]?.json ?? {};
				if (json.found !== false)
					expect(JSON.stringify(json)).toBe(JSON.stringify(JSON.parse(answers[item]?.body ?? '', withDigits)));
			}
		},
		{ perRun: BATCH },
	);
}

const anyId = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom<unknown>('1', '2', 'a/b', 7, 2 ** 60) },
	{ weight: 2, arbitrary: anyText },
	anyJson,
);
const oddFlag = fc.oneof(fc.boolean(), objectOf(fc.constantFrom(...ODD_KEYS), anyJson, 3), anyJson);
const anyProduct = fc.oneof(
	anyId,
	fc.record({ productId: anyId, position: oddFlag, active: oddFlag }, { requiredKeys: [] }),
	fc.record(
		{
			productId: anyId,
			sku: anyJson,
			name: anyJson,
			price: anyJson,
			salePrice: anyJson,
			link: anyJson,
			images: anyJson,
		},
		{ requiredKeys: ['productId'] },
	),
);
const productList = fc.record(
	{
		products: fc.oneof({ weight: 8, arbitrary: fc.array(anyProduct, { maxLength: 5 }) }, anyJson),
		items: fc.oneof({ weight: 8, arbitrary: fc.array(anyProduct, { maxLength: 5 }) }, anyJson),
		totalItems: fc.oneof(fc.integer(), anyJson),
		totalPages: fc.oneof(fc.integer(), anyJson),
	},
	{ requiredKeys: ['products', 'items'] },
);

const RANK = z.int().min(1);
const RECOMMENDED = z.strictObject({
	productId: FILLED,
	rank: RANK,
	source: z.string(),
	fallback: z.boolean(),
	sessionId: z.string(),
	userId: z.string(),
	productUrl: z.string().startsWith('https://shop.example/').optional(),
	position: z.number().nullable().optional(),
	active: z.boolean().optional(),
});
const SUBJECT = {
	categoryId: '={{ $json.case }}',
	collectionId: '={{ $json.case }}',
	productId: '={{ $json.case }}',
	sessionId: '={{ $json.case }}',
};

for (const recommendation of [
	'bestSellers',
	'categoryView',
	'collection',
	'customShelf',
	'productView',
	'shopTheLook',
	'similarProducts',
]) {
	attack(
		PART,
		`any answers to ${BATCH} recommendations, ${recommendation}`,
		'items of the declared types, or a readable error with the item’s number; nothing else',
		answersLike(productList),
		async (answers) => {
			const options = { productUrlTemplate: 'https://shop.example/{id}' };
			const { items } = await run('getRecommendations', { recommendation, ...SUBJECT, options }, answers);
			checkItems(items, RECOMMENDED);
		},
		{ perRun: BATCH },
	);
}

const DETAILED = z.strictObject({
	productId: z.string(),
	sku: z.string(),
	name: z.string(),
	price: z.number().positive().nullable(),
	salePrice: z.number().positive().nullable(),
	size: z.string(),
	link: z.string(),
	images: z.array(z.string()),
	rank: RANK,
});

for (const [operation, promised] of [
	['search', z.strictObject({ productId: FILLED, rank: RANK })],
	['searchDetailed', DETAILED],
] as const) {
	attack(
		PART,
		`any answers to ${BATCH} searches, ${operation}`,
		'items of the declared types, or a readable error with the item’s number; nothing else',
		answersLike(productList),
		async (answers) => {
			const { items } = await run(
				'searchProducts',
				{ operation, query: '={{ $json.case }}', sessionId: 's', returnAll: true },
				answers,
			);
			checkItems(items, promised);
		},
		{ perRun: BATCH },
	);
}

let workflows = 0;

/** Whether an answer has a profile in it, as docs/api.md says. */
function isProfile({ status = 200, body }: Scripted): boolean {
	const answer = parsed(body);
	return status < 300 && PROFILE.safeParse(answer).success && !isDeeper(answer, MOST_LEVELS);
}

/** An answer that is nested deeper is not read. */
const MOST_LEVELS = 100;

function isDeeper(value: unknown, levels: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

const PROFILE = z.looseObject({
	userProfileId: z.string().or(z.number()).nullish(),
	profile: z.custom((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
});

function parsed(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

/** The positions of the customers that a line of the log names. */
function entriesIn(line = ''): number[] {
	const named = [...line.matchAll(/entry (\d+) of Customers|entries of Customers: ([\d, ]+)/g)];
	return named
		.flatMap(([, one, several]) => (one ?? several ?? '').match(/\d+/g)?.map(Number) ?? [])
		.sort((a, b) => a - b);
}

attack(
	PART,
	`any answers about ${BATCH} watched customers, over two polls`,
	'items of the declared types or none; the log names every customer without a profile, by entry, and nobody else',
	fc.tuple(
		answersLike(anyAnswer),
		answersLike(anyAnswer),
		fc.constantFrom('newBehavior', 'momentChanged', 'profileChanged'),
	),
	async ([first, second, triggerOn]) => {
		const customers = first.map((_answer, number) => `case-${number}`);
		const trigger = new TestTrigger({
			type: 'fashionAiTrigger',
			credential: { token: TOKEN, host: 'custom', baseUrl: api().url },
			workflowId: `answers ${++workflows}`,
			parameters: { triggerOn, identifyBy: 'document', customers, firstLook: 'emit', options: { maxTries: 1 } },
		});
		const news = {
			...WHO,
			isNew: z.boolean().optional(),
			reason: z.string().optional(),
			changed: z.array(z.string()).optional(),
		};
		for (const answers of [first, second]) {
			api().answers = answers;
			const before = trigger.warnings.length;
			const poll = answers === first ? trigger.activate() : trigger.poll();
			const items = await poll.catch((error: Error) => {
				expect(error.name).toMatch(/^Node(Api|Operation)Error$/);
				checkWords(error.message);
				return [];
			});
			checkItems(
				items.map((json) => ({ json })),
				SIMPLIFIED.extend(news),
			);
			const without = answers.flatMap((answer, at) => (isProfile(answer) ? [] : [at + 1]));
			// A report like the one before is not logged again.
			if (without.length > 0) expect(entriesIn(trigger.warnings.at(-1))).toEqual(without);
			else expect(trigger.warnings.slice(before)).toEqual([]);
		}
		expect(trigger.warnings.join()).not.toMatch(/case-?\d/);
	},
	{ perRun: 2 * BATCH },
);
