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

test('an agent is told that a customer is not known, rather than nothing', async () => {
	const { text } = await askForProfile('nobody@example.com');

	expect(JSON.parse(text)).toEqual([{ found: false, identifyBy: 'email', identifier: 'nobody@example.com' }]);
});

test('an agent is told what to put right', async () => {
	await expect(askForProfile('marina')).rejects.toThrow(/Email is not valid[^]*looks like name@example.com/);
});
