import { startSandbox, type Sandbox } from '../../sandbox';
import { callAsTool } from './engine';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const askForProfile = (email: string) =>
	callAsTool({
		type: 'getCustomerProfile',
		credential: { token: sandbox.token, host: 'custom', baseUrl: sandbox.url },
		parameters: {
			operation: 'get',
			identifyBy: 'email',
			email: "={{ $fromAI('Email', 'The email address of the customer', 'string') }}",
		},
		arguments: { Email: email },
	});

test('an agent learns what the tool does, and gets a lean profile', async () => {
	const { name, description, argumentNames, text } = await askForProfile('marina.alves@example.com');

	expect(name).toBe('Ask_Fashion_AI');
	expect(description).toMatch(/customer profile/i);
	expect(argumentNames).toEqual(['Email']);
	const [profile, ...others] = JSON.parse(text) as Record<string, unknown>[];
	expect(others).toEqual([]);
	expect(Object.keys(profile ?? {})).toHaveLength(10);
	expect(profile).toMatchObject({ found: true, newBehavior: true });
	expect(text.length).toBeLessThan(4000);
});

test('tells an agent that a customer is unknown, rather than returning nothing', async () => {
	const { text } = await askForProfile('nobody@example.com');

	expect(JSON.parse(text)).toEqual([{ found: false, identifyBy: 'email', identifier: 'nobody@example.com' }]);
});

test('tells an agent how to fix an error', async () => {
	await expect(askForProfile('marina')).rejects.toThrow(/Email is not valid[^]*looks like name@example.com/);
});

test('returns recommendations to an agent with IDs, ranks and their source', async () => {
	const { description, argumentNames, text } = await callAsTool({
		type: 'getRecommendations',
		credential: { token: sandbox.token, host: 'custom', baseUrl: sandbox.url },
		parameters: {
			operation: 'shopTheLook',
			productId: "={{ $fromAI('Product', 'The ID of the product', 'string') }}",
			sessionId: 'chat-1',
			ifEmpty: 'bestSellers',
			limit: 3,
		},
		arguments: { Product: 'vestido-03' },
	});

	expect(description).toMatch(/which products to show/i);
	expect(argumentNames).toEqual(['Product']);
	expect(JSON.parse(text)).toEqual(
		[1, 2, 3].map((rank) => ({
			productId: expect.any(String),
			rank,
			source: 'bestSellers',
			fallback: true,
			sessionId: 'chat-1',
			userId: '',
		})),
	);
});

test('returns products to an agent with the fields needed for a chat', async () => {
	const { argumentNames, text } = await callAsTool({
		type: 'searchProducts',
		credential: { token: sandbox.token, host: 'custom', baseUrl: sandbox.url },
		parameters: {
			operation: 'searchDetailed',
			query: "={{ $fromAI('Query', 'What the customer is looking for', 'string') }}",
			size: "={{ $fromAI('Size', 'The size, empty if not known', 'string') }}",
			sessionId: 'chat-1',
		},
		arguments: { Query: 'vestido preto', Size: '' },
	});

	expect(argumentNames).toEqual(['Query', 'Size']);
	expect(JSON.parse(text)).toEqual([
		expect.objectContaining({
			productId: 'vestido-03',
			name: 'Vestido Tubinho Preto Essencial',
			price: 349.9,
			rank: 1,
		}),
	]);
});

test('tells an agent that nothing was found, rather than returning nothing', async () => {
	const { text } = await callAsTool({
		type: 'searchProducts',
		credential: { token: sandbox.token, host: 'custom', baseUrl: sandbox.url },
		parameters: { query: "={{ $fromAI('Query', 'What the customer is looking for', 'string') }}", sessionId: 'chat-1' },
		arguments: { Query: 'submarino amarelo' },
	});

	expect(JSON.parse(text)).toEqual([
		{ empty: true, message: '1 of 1 searches gave no result: 1 without a matching product.' },
	]);
});
