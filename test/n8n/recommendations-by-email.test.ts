import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeCredentials } from 'n8n-workflow';
import { request } from 'undici';

import { startSandbox, type Sandbox } from '../../sandbox';
import { call, PRODUCTS } from '../sandbox/client';
import { startN8n, type SavedCredential, type TestN8n, type WorkflowFile } from './harness';
import { startMailServer, type MailServer } from './mail-server';
import { waitUntil } from './wait-until';

const EXAMPLE = join(__dirname, '../../workflows/complete-the-look-by-email.json');
const EMAIL = 'marina.alves@example.com';
const ORDER = {
	email: EMAIL,
	name: 'Marina',
	agreed: true,
	optedOut: false,
	sessionId: 'visit-9',
	userId: 90,
	productId: 'vestido-03',
	bought: ['calcado-01', 'vestido-03'],
};

/** What the shop sends with each call. */
const KEY = { name: 'X-Shop-Key', value: 'a-long-secret-of-the-shop' };

let n8n: TestN8n;
let sandbox: Sandbox;
let mail: MailServer;
let smtp: SavedCredential;
let httpHeaderAuth: SavedCredential;

beforeAll(async () => {
	sandbox = await startSandbox();
	mail = await startMailServer();
	n8n = await startN8n();
	await n8n.createCredential('fashionAiApi', 'Fashion.AI', {
		token: sandbox.token,
		host: 'custom',
		baseUrl: sandbox.url,
	});
	const connection = {
		host: '127.0.0.1',
		port: mail.port,
		secure: false,
		disableStartTls: true,
		user: '',
		password: '',
	};
	smtp = await n8n.createCredential('smtp', 'Mail', connection);
	httpHeaderAuth = await n8n.createCredential('httpHeaderAuth', 'Shop', KEY);
});

beforeEach(() => {
	sandbox.reset();
	mail.messages.length = 0;
});

afterAll(async () => {
	await n8n?.stop();
	await Promise.all([sandbox?.close(), mail?.close()]);
});

/** The example with its mail node and its webhook switched on and given their credentials, as its note tells the user to. */
async function importExample(): Promise<string> {
	const { id: _id, ...workflow } = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as WorkflowFile;
	const credentials: Record<string, INodeCredentials> = { 'Order Placed': { httpHeaderAuth }, 'Send Email': { smtp } };
	const nodes = workflow.nodes.map((node) =>
		node.name in credentials ? { ...node, disabled: false, credentials: credentials[node.name] } : node,
	);
	return await n8n.importWorkflow({ ...workflow, nodes });
}

/** Calls the webhook of the shop; returns the status of its answer. */
async function post(order: object, headers: Record<string, string>): Promise<number> {
	const { statusCode, body } = await request(`${n8n.url}/webhook/fashionai-order-placed`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(order),
	});
	await body.dump();
	return statusCode;
}

/** Posts what a shop would, once the published webhook is ready. */
async function placeOrder(order: object): Promise<void> {
	await waitUntil('the webhook answers', async () => (await post(order, { [KEY.name]: KEY.value })) === 200);
}

/** The products in an email, in order. */
function linked(text: string | undefined): string[] {
	return [...new Set([...(text ?? '').matchAll(/https:\/\/shop\.example\/p\/([\w-]+)/g)].map(([, id]) => String(id)))];
}

/** These names in the order of their cards. */
function cardNames(html: string, names: string[]): string[] {
	return [...names].sort((a, b) => html.lastIndexOf(a) - html.lastIndexOf(b));
}

describe('a webhook of the shop', () => {
	let id: string;

	beforeAll(async () => {
		id = await importExample();
		await n8n.activate(id);
	});
	afterAll(() => n8n.deactivate(id));

	test('sends the customer an email with the recommended products as cards, in rank order', async () => {
		await placeOrder(ORDER);
		const message = await waitUntil('the mail arrives', () => mail.messages[0]);
		const execution = await waitUntil('the execution ends', async () => (await n8n.executions(id))[0]);

		expect(execution.status).toBe('success');
		const products = (execution.nodes['Pieces of the Look']?.[0] ?? []).map(({ json }) => json);
		const ids = products.map(({ productId }) => String(productId));
		expect(ids.length).toBeGreaterThan(2);
		expect(ids).not.toContain('calcado-01');
		expect(products.map(({ rank }) => rank)).toEqual(ids.map((_, index) => index + 1));
		expect(products[0]).toMatchObject({ source: 'shopTheLook', fallback: false, sessionId: 'visit-9', userId: '90' });

		expect(message.recipients).toEqual([EMAIL]);
		expect(linked(message.html)).toEqual(ids);
		expect(linked(message.text)).toEqual(ids);
		const names = (execution.nodes['Add Names, Prices and Pictures']?.[0] ?? []).map(({ json }) => String(json.name));
		expect(names.every((name) => message.html?.includes(name))).toBe(true);
		const [shelf = ''] = (message.html ?? '').split('Looks para montar');
		expect(cardNames(shelf, names)).toEqual(names);
		expect(mail.messages).toHaveLength(1);
	});

	test('sends one event to Fashion.AI', async () => {
		await placeOrder({ ...ORDER, email: 'camila.ribeiro@example.com', sessionId: 'visit-10' });
		await waitUntil('the mail arrives', () => mail.messages[0]);

		const events = sandbox.requests().filter(({ path }) => path.endsWith('/recommendation'));
		expect(events.map(({ body }) => body)).toEqual([
			{ userId: '90', sessionId: 'visit-10', eventType: 'shopTheLook', data: { id: 'vestido-03' } },
		]);
	});

	test('sends the best sellers for an unknown visitor', async () => {
		sandbox.putProfile({ userProfileId: 'new', email: 'new@example.com', profile: { ganchos_conteudo: ['novo'] } });
		await placeOrder({ ...ORDER, email: 'new@example.com', userId: '', sessionId: 'visit-11', bought: [] });

		const message = await waitUntil('the mail arrives', () => mail.messages[0]);
		const { json } = await call(sandbox, `${PRODUCTS}/sales-ranking`);
		expect(linked(message.html)).toEqual((json as { products: string[] }).products.slice(0, 6));
		expect(message.html).toContain('os mais vendidos da nossa loja');
	});

	/** Places an order that sends no email, and waits until it was processed. */
	async function placeInVain(order: object): Promise<void> {
		const before = (await n8n.executions(id)).length;
		await placeOrder(order);
		const executions = await waitUntil('the execution ends', async () => {
			const ended = await n8n.executions(id);
			return ended.length > before && ended;
		});

		expect(executions.at(-1)?.status).toBe('success');
		expect(mail.messages).toEqual([]);
	}

	test.each<[string, Record<string, string>]>([
		['without the key', {}],
		['with another key', { [KEY.name]: 'guessed' }],
	])('refuses a call %s', async (_how, headers) => {
		const before = (await n8n.executions(id)).length;
		expect(await post({ ...ORDER, email: 'anyone@example.com', name: 'You have won' }, headers)).toBe(403);

		expect(await n8n.executions(id)).toHaveLength(before);
		expect(sandbox.requests()).toEqual([]);
	});

	test('sends nothing to an unknown customer', async () => {
		await placeInVain({ ...ORDER, email: 'nobody@example.com' });
	});

	test('sends nothing for a second order in one week', async () => {
		await placeInVain({ ...ORDER, sessionId: 'visit-12' });
		expect(sandbox.requests()).toEqual([]);
	});

	test.each([
		{ email: 'declined@example.com', agreed: false },
		{ email: 'silent@example.com', agreed: undefined },
		{ email: 'opted-out@example.com', optedOut: true },
	])('looks up no customer who has not opted in, or has opted out: $email', async (customer) => {
		await placeInVain({ ...ORDER, ...customer });
		expect(sandbox.requests()).toEqual([]);
	});
});

test('the example runs with its sample order, with one click', async () => {
	const { status } = await n8n.execute(await importExample());

	expect(status).toBe('success');
	expect(mail.messages.map(({ recipients }) => recipients)).toEqual([[EMAIL]]);
});

test('the editor previews the fields of both nodes before the first run', async () => {
	const preview = async (path: string) =>
		(await n8n.rest('GET', `/schemas/n8n-nodes-fashionai.${path}`)) as { properties: object };

	expect(Object.keys((await preview('getRecommendations/1.1.0/shopTheLook.json')).properties)).toContain('productId');
	expect(Object.keys((await preview('searchProducts/1.0.0/search.json')).properties)).toContain('rank');
	expect(Object.keys((await preview('searchProducts/1.0.0/searchDetailed.json')).properties)).toContain('images');
});
