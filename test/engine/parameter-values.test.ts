import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import { loadNode, runNode, TestTrigger } from './engine';
import { useSandbox } from './use-sandbox';

const { api, credential } = useSandbox();

const MARINA = 'marina.alves@example.com';

/** What an expression may yield instead of an option's value, as JavaScript. */
const ODD = [
	"''",
	"' '",
	'null',
	'undefined',
	'7',
	'true',
	'[]',
	'{}',
	"'constructor'",
	"'toString'",
	"'valueOf'",
	"'__proto__'",
	"'ENOENT'",
	'NaN',
	'Infinity',
	"'a'.repeat(5000)",
	"'team\\n'",
];

/** Every parameter with options, its label, and the other parameters with which it is shown. */
const CHOICES: Record<string, [name: string, label: string, others: INodeParameters][]> = {
	getCustomerProfile: [
		['identifyBy', 'Identify By', { document: '1', phone: '1', userProfileId: '1' }],
		['operation', 'Operation', {}],
		['output', 'Output', {}],
		['emit', 'Continue With', {}],
		['firstLook', 'On First Lookup', { emit: 'changedSince' }],
		['audience', 'Audience', { operation: 'email' }],
		['audience', 'Audience', { operation: 'whatsapp' }],
		['labelLanguage', 'Label Language', { operation: 'email' }],
		['labelLanguage', 'Label Language', { operation: 'slack' }],
		['labelLanguage', 'Label Language', { operation: 'whatsapp' }],
		['ifNotFound', 'If Not Found', {}],
		['ifNotFound', 'If Not Found', { operation: 'slack' }],
	],
	getRecommendations: [
		['operation', 'Operation', {}],
		['outputAs', 'Output As', {}],
		['ifEmpty', 'If Empty', {}],
	],
	searchProducts: [['operation', 'Operation', {}]],
	fashionAiTrigger: [
		['triggerOn', 'Trigger On', {}],
		['identifyBy', 'Identify By', {}],
		['output', 'Output', {}],
		['firstLook', 'On First Lookup', {}],
	],
};

const STANDARD: Record<string, INodeParameters> = {
	getCustomerProfile: { email: MARINA },
	getRecommendations: { operation: 'bestSellers' },
	searchProducts: { query: 'vestido', sessionId: 'visit' },
	fashionAiTrigger: { customers: MARINA },
};

interface Outcome {
	message?: string;
	description?: string | null;
	item?: unknown;
	items: IDataObject[];
}

async function run(type: string, parameters: INodeParameters): Promise<Outcome> {
	const all = { ...STANDARD[type], ...parameters };
	if (type !== 'fashionAiTrigger') {
		const { error, items } = await runNode({ type, credential: credential(), parameters: all, input: [{}] });
		return {
			message: error?.message,
			description: error?.description,
			item: error?.context?.itemIndex,
			items: items.map(({ json }) => json),
		};
	}
	try {
		const watching = new TestTrigger({
			type,
			credential: credential(),
			workflowId: JSON.stringify(all),
			parameters: all,
		});
		return { items: await watching.activate() };
	} catch (error) {
		const { message, description } = error as { message: string; description: string };
		return { message, description, items: [] };
	}
}

const cases = Object.entries(CHOICES).flatMap(([type, choices]) =>
	choices.map(([name, label, others]) => ({ type, name, label, others })),
);

test.each(cases)(
	'$type: $name ($others) takes a value of its list and nothing else',
	async ({ type, name, label, others }) => {
		const { description } = await loadNode(type);
		const [property] = description.properties.filter((candidate) => candidate.name === name);
		const values = (property?.options ?? [])
			.flatMap((option) => ('value' in option ? [option] : []))
			.filter(({ value }) => value !== '__CUSTOM_API_CALL__');
		const [first] = values;
		if (first === undefined) throw new Error(`${name} offers nothing`);
		const near = [first.name, String(first.value).toUpperCase(), ` ${String(first.value)}`].map((value) =>
			JSON.stringify(value),
		);

		for (const odd of [...ODD, ...near, JSON.stringify([first.value])]) {
			const outcome = await run(type, { ...others, [name]: `={{ ${odd} }}` });

			expect({ odd, ...outcome }).toMatchObject({
				odd,
				message: expect.stringMatching(new RegExp(`^${label} is not valid: “.*”$`)),
				description: expect.stringMatching(/^Choose .+\.$/),
				items: [],
			});
			for (const { value } of values) expect(outcome.description).toContain(String(value));
			if (type !== 'fashionAiTrigger') expect(outcome.item).toBe(0);
		}
		expect(api().requests()).toEqual([]);
	},
);

test('a recommendation as stored by the first release accepts only its options', async () => {
	for (const odd of ODD) {
		const outcome = await run('getRecommendations', {
			recommendation: `={{ ${odd} }}`,
			categoryId: '1',
			collectionId: '1',
			productId: '1',
			sessionId: '1',
		});
		expect({ odd, ...outcome }).toMatchObject({
			odd,
			message: expect.stringMatching(/^Recommendation is not valid: “.*”$/),
			items: [],
		});
	}
	expect(api().requests()).toEqual([]);
});

test('every parameter with options is covered', async () => {
	for (const [type, choices] of Object.entries(CHOICES)) {
		const { description } = await loadNode(type);
		const offered = description.properties
			.filter((property: INodeProperties) => property.type === 'options')
			.map(({ name }) => name);
		expect(new Set(choices.map(([name]) => name))).toEqual(new Set(offered));
	}
});

test('the error names the value, the item and what to choose', async () => {
	const { error } = await runNode({
		type: 'getCustomerProfile',
		credential: credential(),
		input: [{ who: 'customer' }, { who: 'Customer' }],
		parameters: { operation: 'email', email: MARINA, audience: '={{ $json.who }}' },
	});

	expect(error).toMatchObject({
		message: 'Audience is not valid: “Customer”',
		description: 'Choose team or customer.',
		context: { itemIndex: 1 },
	});
	expect(api().requests()).toEqual([]);
});

test.each([
	['NaN', 'NaN'],
	['-Infinity', '-Infinity'],
	["'team\\u200b'", 'team\\u{200b}'],
	["'team\\r\\n'", 'team\\u{d}\\u{a}'],
	["'x'.repeat(59) + '😀😀'", `${'x'.repeat(59)}😀…`],
	['[{ a: 1 }]', '[{"a":1}]'],
])('%s is shown as “%s”', async (expression, expected) => {
	const { message } = await run('getCustomerProfile', { operation: 'email', audience: `={{ ${expression} }}` });
	expect(message).toBe(`Audience is not valid: “${expected}”`);
});

test('with Continue, the item says so on the error branch, and the others continue', async () => {
	const { items, errorItems } = await runNode({
		type: 'getCustomerProfile',
		credential: credential(),
		input: [{ who: 'customer' }, { who: 'Customer' }],
		onError: 'continueErrorOutput',
		parameters: { operation: 'email', email: MARINA, audience: '={{ $json.who }}' },
	});

	expect(items).toHaveLength(1);
	expect(errorItems.map(({ json }) => json.error)).toEqual([
		'Audience is not valid: “Customer”. Choose team or customer. [item 1]',
	]);
});

test.each([
	["={{ ['style', 'constructor'] }}", 'Fields is not valid: “constructor”'],
	["={{ 'Style' }}", 'Fields is not valid: “Style”'],
	['={{ null }}', 'Fields is not valid: “null”'],
	["={{ '' }}", 'Fields is not valid: “”'],
	["={{ ['style', ''] }}", 'Fields is not valid: “”'],
	["={{ 'style,' }}", 'Fields is not valid: “”'],
	['={{ { style: true } }}', 'Fields is not valid: “{"style":true}”'],
])('Fields of %s is an error', async (fields, message) => {
	for (const type of ['getCustomerProfile', 'fashionAiTrigger']) {
		expect(await run(type, { output: 'selected', fields })).toMatchObject({ message, items: [] });
	}
	expect(api().requests()).toEqual([]);
});

test.each(["={{ ['style', 'newBehavior', 'style'] }}", '={{ "newBehavior, style" }}', '={{ "style,newBehavior" }}'])(
	'Fields of %s gives these fields, each once',
	async (fields) => {
		const { items } = await run('getCustomerProfile', { output: 'selected', fields });
		expect(Object.keys(items[0] ?? {})).toEqual(['found', 'userProfileId', 'newBehavior', 'style']);
	},
);

test.each<[string, INodeParameters, string]>([
	[
		'getCustomerProfile',
		{ options: { includeInputFields: '={{ "yes" }}' } },
		'Include Input Fields is not valid: “yes”',
	],
	['getCustomerProfile', { operation: 'slack', labelLanguage: '={{ "fr" }}' }, 'Label Language is not valid: “fr”'],
	['getCustomerProfile', { options: { maxTries: '={{ "many" }}' } }, 'Max Tries is not valid: “many”'],
	[
		'getCustomerProfile',
		{ operation: 'email', customerName: '={{ ({ first: "Ana" }) }}' },
		'Customer Name is neither text nor a number',
	],
	[
		'getCustomerProfile',
		{ operation: 'email', audience: 'customer', intro: 'Oi {{ $json.name }}' },
		'Intro contains an expression that n8n did not evaluate',
	],
	[
		'getRecommendations',
		{ operation: 'customShelf', sessionId: '{{$json.sessionId}}' },
		'Session ID contains an expression that n8n did not evaluate',
	],
	...[
		'{{ ($json.nome || "").split(" ")[0] }}',
		'{{ "Olá " + $json.nome }}',
		'{{ `${$json.nome}` }}',
		'{{ new Date() }}',
		'{{ DateTime.now() }}',
	].map((subject): [string, INodeParameters, string] => [
		'getCustomerProfile',
		{ operation: 'email', audience: 'customer', subject },
		'Subject contains an expression that n8n did not evaluate',
	]),
	[
		'getRecommendations',
		{ operation: 'bestSellers', options: { excludeProductIds: '{{ $json.bought }}' } },
		'Exclude Product IDs contains an expression that n8n did not evaluate',
	],
	[
		'getCustomerProfile',
		{ operation: 'email', products: '{{ $json.products }}' },
		'Products contains an expression that n8n did not evaluate',
	],
	['getCustomerProfile', { operation: 'email', products: '={{ [{ id: 1 }] }} ' }, 'Products contains objects as text'],
	[
		'getCustomerProfile',
		{ emit: 'changedSince', knownFingerprint: '{{ $json.fingerprint }}' },
		'Known Fingerprint contains an expression that n8n did not evaluate',
	],
	[
		'getCustomerProfile',
		{ identifyBy: 'userProfileId', userProfileId: '{{$json.id}}' },
		'User Profile ID contains an expression that n8n did not evaluate',
	],
	['getCustomerProfile', { operation: 'email', options: { currency: 'reais' } }, 'Currency is not valid: “reais”'],
	[
		'getCustomerProfile',
		{ operation: 'slack', options: { customerUrlTemplate: 'crm.example/{identifier}' } },
		'Customer URL Template is not valid: “crm.example/{identifier}”',
	],
	[
		'getCustomerProfile',
		{ operation: 'email', audience: 'customer', brand: { accentColor: 'pink' } },
		'Accent Color in Brand is not valid: “pink”',
	],
	[
		'getCustomerProfile',
		{ operation: 'email', audience: 'customer', brand: { shopUrl: 'javascript:alert(1)' } },
		'Shop URL in Brand is not valid: “javascript:alert(1)”',
	],
	[
		'getCustomerProfile',
		{ operation: 'email', audience: 'customer', brand: { unsubscribe: 'mailto:a@b.example?x="><b>' } },
		'Unsubscribe Address in Brand is not valid: “mailto:a@b.example?x="><b>”',
	],
	[
		'getCustomerProfile',
		{ operation: 'email', audience: 'customer', options: { includeOpportunities: '={{ "yes" }}' } },
		'Include Opportunities is not valid: “yes”',
	],
	[
		'getCustomerProfile',
		{ operation: 'email', products: '={{ 12345678901234567890 }}' },
		'Products contains a number that is too long',
	],
	[
		'getCustomerProfile',
		{ operation: 'email', audience: 'customer', products: '={{ [7, 12345678901234567890] }}' },
		'Products contains a number that is too long',
	],
	['getRecommendations', { options: { maxConcurrency: '={{ null }}' } }, 'Max Concurrency is not valid: “null”'],
	[
		'getCustomerProfile',
		{ emit: 'newlyDetected', options: { forgetSeen: '={{ "yes" }}' } },
		'Forget What Was Seen is not valid: “yes”',
	],
	['searchProducts', { returnAll: '={{ "no" }}' }, 'Return All is not valid: “no”'],
	['fashionAiTrigger', { options: { timeout: '={{ [] }}' } }, 'Timeout is not valid: “[]”'],
])('%s with %j is an error', async (type, parameters, message) => {
	expect(await run(type, parameters)).toMatchObject({ message, items: [] });
	expect(api().requests()).toEqual([]);
});

test.each([
	'{{${first_name}}}, veja',
	"{{ person|lookup:'$items_bought' }}",
	"{{formatNumber total '$(0,0)'}}",
	'{{MathClub.name}} {{DateTimeNow}}',
])('the tags of a mail service are no expressions: %s', async (subject) => {
	const { items } = await run('getCustomerProfile', { operation: 'email', audience: 'customer', subject });

	expect(items[0]?.subject).toBe(subject);
});

test('the marketer’s words keep joined emoji, and lose what is pasted along: invisible characters, a second equals sign', async () => {
	const { items } = await run('getCustomerProfile', {
		operation: 'email',
		audience: 'customer',
		subject: 'Só hoje \u200b❤️\u200d🔥 👩\u200d💻 a\u200db',
		customerName: '=={{ "Ana" }}',
	});

	expect(items[0]?.subject).toBe('Só hoje ❤️\u200d🔥 👩\u200d💻 ab');
	expect(items[0]?.text).toContain('Ana');
	expect(items[0]?.text).not.toContain('=');
});

test.each<[string, INodeParameters]>([
	['getCustomerProfile', { email: MARINA }],
	['getRecommendations', {}],
	['searchProducts', { query: 'vestido', sessionId: 'visit' }],
])('%s: invalid options fail only their own item', async (type, parameters) => {
	for (const bad of [0, 1]) {
		const { items, errorItems } = await runNode({
			type,
			credential: credential(),
			input: [0, 1].map((item) => ({ tries: item === bad ? 'many' : 2 })),
			onError: 'continueErrorOutput',
			parameters: { ...parameters, options: { maxTries: '={{ $json.tries }}' } },
		});
		expect(items.length).toBeGreaterThan(0);
		for (const { pairedItem } of items) expect(pairedItem).toEqual({ item: 1 - bad });
		expect(errorItems.map(({ json }) => json.error)).toEqual([
			expect.stringMatching(new RegExp(`^Max Tries is not valid: “many”.*\\[item ${bad}\\]$`)),
		]);
	}
});

test('Return All as the text “false” is false', async () => {
	const { items } = await run('searchProducts', { returnAll: '={{ "false" }}', limit: 2 });
	expect(items).toHaveLength(2);
});

describe('a message for the team', () => {
	const input = { email: 'input@example.com', phone: '5511987650000', name: 'Ana' };

	test.each([
		['email', 'customerEmail', MARINA],
		['whatsapp', 'customerPhone', '5511987650000'],
	])(
		'(%s) has the address under %s, and nothing under the names that the sending nodes take',
		async (operation, name, address) => {
			const { items } = await runNode({
				type: 'getCustomerProfile',
				credential: credential(),
				input: [input],
				parameters: { operation, email: MARINA, ifNotFound: 'item', options: { includeInputFields: true } },
			});

			expect(items[0]?.json).toMatchObject({ found: true, [name]: address, name: 'Ana' });
			expect(items[0]?.json).not.toHaveProperty('email');
			expect(items[0]?.json).not.toHaveProperty('phone');
		},
	);

	test.each(['email', 'whatsapp'])('(%s) does not for an unknown customer either', async (operation) => {
		const { items } = await runNode({
			type: 'getCustomerProfile',
			credential: credential(),
			input: [input],
			parameters: { operation, email: 'nobody@example.com', ifNotFound: 'item', options: { includeInputFields: true } },
		});

		expect(items[0]?.json.found).toBe(false);
		expect(items[0]?.json).not.toHaveProperty('email');
		expect(items[0]?.json).not.toHaveProperty('phone');
	});
});
