import { startSandbox, type Sandbox } from '../../sandbox';
import { startN8n, type SavedCredential, type TestN8n } from './harness';
import { chain, connect, fashionAiNode, itemsNode, manualTrigger, node } from './workflows';

const KNOWN = 'marina.alves@example.com';

let n8n: TestN8n;
let sandbox: Sandbox;
let saved: SavedCredential;

beforeAll(async () => {
	sandbox = await startSandbox();
	n8n = await startN8n();
	saved = await n8n.createCredential('fashionAiApi', 'Fashion.AI', credentialFor(sandbox.url, sandbox.token));
});

afterAll(async () => {
	await n8n?.stop();
	await sandbox?.close();
});

function credentialFor(baseUrl: string, token: string) {
	return { token, host: 'custom', baseUrl };
}

const getProfile = (parameters = {}, more = {}) =>
	fashionAiNode('Get Profile', 'getCustomerProfile', { email: '={{ $json.email }}', ...parameters }, more);

test('executes a workflow from customers to their profiles', async () => {
	const customers = itemsNode('Customers', [{ email: KNOWN }, { email: 'nobody@example.com' }]);
	const id = await n8n.importWorkflow(chain('Profiles', manualTrigger(), customers, getProfile()));

	const execution = await n8n.execute(id);

	expect(execution.status).toBe('success');
	const items = execution.nodes['Get Profile']?.[0] ?? [];
	expect(items.map(({ json }) => json)).toEqual([
		expect.objectContaining({ found: true, newBehavior: expect.any(Boolean), opportunities: expect.any(Array) }),
		{ found: false, identifyBy: 'email', identifier: 'nobody@example.com' },
	]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
});

test('executes a workflow from a session to its recommended products', async () => {
	const parameters = { operation: 'categoryView', categoryId: 'vestidos', sessionId: 'visit-1', userId: '90' };
	const recommend = fashionAiNode('Recommend', 'getRecommendations', parameters);
	const id = await n8n.importWorkflow(chain('Recommendations', manualTrigger(), recommend));

	const { status, nodes } = await n8n.execute(id);

	expect(status).toBe('success');
	const products = (nodes['Recommend']?.[0] ?? []).map(({ json }) => json);
	expect(products.length).toBeGreaterThan(1);
	expect(products.map(({ rank }) => rank)).toEqual(products.map((_, index) => index + 1));
	expect(products[0]).toMatchObject({ source: 'categoryView', sessionId: 'visit-1', productId: expect.any(String) });
});

test('runs from the command line as well', async () => {
	const id = await n8n.importWorkflow(chain('From the command line', manualTrigger(), getProfile({ email: KNOWN })));

	const printed = await n8n.command('execute', `--id=${id}`, '--rawOutput');

	const { data } = JSON.parse(printed.slice(printed.search(/^\{/m))) as { data: { resultData: { runData: object } } };
	expect(data.resultData.runData).toMatchObject({
		'Get Profile': [{ data: { main: [[{ json: { found: true } }]] } }],
	});
});

test('sends failed lookups to the error output, with their input kept', async () => {
	const customers = itemsNode('Customers', [
		{ email: KNOWN, order: 1 },
		{ email: 'not an address', order: 2 },
	]);
	const workflow = chain(
		'Error output',
		manualTrigger(),
		customers,
		getProfile({}, { onError: 'continueErrorOutput' }),
	);
	connect(workflow, 'Get Profile', 0, node({ name: 'Found', type: 'n8n-nodes-base.noOp' }));
	connect(workflow, 'Get Profile', 1, node({ name: 'Failed', type: 'n8n-nodes-base.noOp' }));

	const { status, nodes } = await n8n.execute(await n8n.importWorkflow(workflow));

	expect(status).toBe('success');
	expect(nodes['Found']?.[0]?.map(({ json }) => json.found)).toEqual([true]);
	expect(nodes['Failed']?.[0]?.map(({ json }) => json)).toEqual([
		{ email: 'not an address', order: 2, error: expect.stringContaining('[item 1]') },
	]);
});

describe('the credential test', () => {
	const check = async (baseUrl: string, token: string) =>
		await n8n.testCredential(saved, 'fashionAiApi', credentialFor(baseUrl, token));

	test('accepts the right token', async () => {
		expect(await check(sandbox.url, sandbox.token)).toMatchObject({ status: 'OK' });
	});

	test('reports a wrong token', async () => {
		const { status, message } = await check(sandbox.url, 'wrong-token');
		expect(status).toBe('Error');
		expect(message).toMatch(/token/i);
		expect(message).not.toContain('wrong-token');
	});

	test('reports a host where nothing listens', async () => {
		const { status, message } = await check('http://127.0.0.1:1', sandbox.token);
		expect(status).toBe('Error');
		expect(message).toMatch(/host|reach/i);
		expect(message).not.toMatch(/token/i);
	});

	test('reports a host that is another server', async () => {
		const { status, message } = await check(n8n.url, sandbox.token);
		expect(status).toBe('Error');
		expect(message).toMatch(/host/i);
	});

	test('rejects a base URL with a path', async () => {
		const { status, message } = await check(`${sandbox.url}/api/v1`, sandbox.token);
		expect(status).toBe('Error');
		expect(message).toMatch(/path/i);
	});
});

describe('what the editor is served', () => {
	interface NodeType {
		name: string;
		displayName: string;
		iconUrl?: { light: string; dark: string };
		codex?: { categories?: string[]; resources?: object };
	}
	interface CredentialType {
		name: string;
		iconUrl?: { light: string; dark: string };
	}

	test('lists the nodes under the names of a community package, with codex and icons', async () => {
		const all = (await n8n.rest('GET', '/types/nodes.json')) as NodeType[];
		const ours = all.filter(({ name }) => name.startsWith('n8n-nodes-fashionai.'));

		expect(ours.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['n8n-nodes-fashionai.getCustomerProfile', 'n8n-nodes-fashionai.getRecommendations']),
		);
		for (const { displayName, codex, iconUrl } of ours) {
			expect(displayName).toMatch(/^Fashion\.AI/);
			expect(codex?.categories).not.toHaveLength(0);
			await expectSvg(iconUrl?.light);
			await expectSvg(iconUrl?.dark);
		}
	});

	test('lists the credential with its icons', async () => {
		const all = (await n8n.rest('GET', '/types/credentials.json')) as CredentialType[];
		const ours = all.find(({ name }) => name === 'fashionAiApi');
		await expectSvg(ours?.iconUrl?.light);
		await expectSvg(ours?.iconUrl?.dark);
	});

	async function expectSvg(path: string | undefined): Promise<void> {
		const response = await fetch(`${n8n.url}/${path}`);
		expect(response.headers.get('content-type')).toContain('image/svg+xml');
		expect(await response.text()).toContain('<svg');
	}
});
