import type { INodeParameters } from 'n8n-workflow';
import { request } from 'undici';

import { startSandbox, type Sandbox } from '../../sandbox';
import { sendEvent } from '../sandbox/client';
import { startN8n, type TestN8n } from './harness';
import { startMailServer, type MailServer } from './mail-server';
import { tellMyTeam } from './trigger-workflow';
import { waitUntil } from './wait-until';
import { fashionAiNode, node } from './workflows';

const MARINA = 'marina.alves@example.com';
const MARINA_ID = 'mrn7k2a9';
const RAFAEL = { email: 'rafael.nogueira@example.com', userId: '91', userProfileId: 'rfl3c8n1' };
const BEATRIZ = { email: 'beatriz.fonseca@example.com', userId: '92', userProfileId: 'btz5s0f4' };
/** None of these is of a style that Rafael buys. */
const PARTY = ['vestido-04', 'vestido-06', 'vestido-05'];

let n8n: TestN8n;
let sandbox: Sandbox;
let mail: MailServer;

beforeAll(async () => {
	// Like the real service: each answer is worded differently, and takes time.
	const writing = { anew: true, thinking: { fromMs: 20, toMs: 300 }, seed: 1 };
	[sandbox, mail] = await Promise.all([startSandbox({ writing }), startMailServer()]);
	n8n = await startN8n();
	await n8n.createCredential('fashionAiApi', 'Fashion.AI', {
		token: sandbox.token,
		host: 'custom',
		baseUrl: sandbox.url,
	});
});

afterAll(async () => {
	await n8n?.stop();
	await Promise.all([sandbox?.close(), mail?.close()]);
});

beforeEach(() => {
	sandbox.reset();
	mail.messages.length = 0;
});

const smtp = () =>
	n8n.createCredential('smtp', 'Team mail', {
		user: '',
		password: '',
		host: '127.0.0.1',
		port: mail.port,
		secure: false,
		disableStartTls: true,
	});

const turn = (userProfileId: string, behavior: object) =>
	request(`${sandbox.url}/sandbox/customers/${userProfileId}/behavior`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(behavior),
	});

/** Waits until the trigger has looked up a customer the given number of times, from start to end. */
async function looks(customer: string, times: number): Promise<void> {
	const count = () => sandbox.requests().filter(({ path, status }) => path.includes(customer) && status === 200).length;
	const before = count();
	await waitUntil(`${times} looks at ${customer}`, () => count() > before + times);
}

test('a change of behavior is one execution and one email, despite rewordings, a crash and a change in the meantime', async () => {
	const id = await n8n.importWorkflow(tellMyTeam({}, await smtp()));
	await n8n.activate(id);
	await waitUntil('the first look', () => sandbox.requests().length >= 3);

	for (const product of PARTY)
		await sendEvent(sandbox, 'productView', product, { sessionId: 'visit', userId: RAFAEL.userId });
	await waitUntil('a mail', () => mail.messages.length > 0);
	await looks('rafael', 2);
	await turn(RAFAEL.userProfileId, { products: PARTY, wording: 1 });
	await looks('rafael', 2);
	expect(mail.messages.map(({ subject }) => subject)).toEqual([`New behavior: ${RAFAEL.email}`]);
	expect(mail.messages[0]).toMatchObject({
		recipients: ['team@example.com'],
		text: expect.stringContaining('What to offer:\n- '),
	});

	await n8n.kill('SIGKILL');
	await turn(BEATRIZ.userProfileId, { style: 'festa' });
	await n8n.start();
	await waitUntil('the mail about what changed meanwhile', () => mail.messages.length > 1);
	await looks('beatriz', 2);

	await n8n.deactivate(id);
	expect(mail.messages.map(({ subject }) => subject)).toEqual([
		`New behavior: ${RAFAEL.email}`,
		`New behavior: ${BEATRIZ.email}`,
	]);
	const executions = await n8n.executions(id);
	expect(executions.map(({ status, mode }) => [status, mode])).toEqual([
		['success', 'trigger'],
		['success', 'trigger'],
	]);
	expect(executions[0]?.nodes['Fashion.AI Trigger']?.[0]?.map(({ json }) => json.identifier)).toEqual([RAFAEL.email]);
});

test('a test run in the editor shows a sample, or says that there is none', async () => {
	const shown = await n8n.execute(await n8n.importWorkflow(tellMyTeam({}, await smtp())), 'Fashion.AI Trigger');
	expect(shown.nodes['Fashion.AI Trigger']?.[0]?.map(({ json }) => json.identifier)).toEqual([MARINA]);

	const none = await n8n.execute(
		await n8n.importWorkflow(tellMyTeam({ customers: RAFAEL.email })),
		'Fashion.AI Trigger',
	);
	expect(none.error?.message).toBe('None of the customers looked up shows new behavior right now');
	expect(none.error?.description).toMatch(/Customers looked up: 1 of 1/);
});

test('a rejected token is a failed execution that says so', async () => {
	const id = await n8n.importWorkflow(tellMyTeam({ customers: RAFAEL.email }, await smtp()));
	await n8n.activate(id);
	await waitUntil('the first look', () => sandbox.requests().length >= 1);

	sandbox.setFaults([{ fault: { kind: 'status', status: 401 } }]);
	const [failed] = await waitUntil('a failed execution', async () => {
		const executions = await n8n.executions(id);
		return executions.length > 0 && executions;
	});
	await n8n.deactivate(id);

	expect(failed).toMatchObject({ status: 'error', error: { message: 'Fashion.AI did not accept the API token' } });
});

/** A published workflow that looks up a customer when it is called. */
async function onCall(path: string, parameters: INodeParameters): Promise<string> {
	const id = await n8n.importWorkflow({
		name: path,
		nodes: [
			node({
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId: path,
				parameters: { path, responseMode: 'lastNode', responseData: 'allEntries' },
			}),
			fashionAiNode('Get Profile', 'getCustomerProfile', parameters, { alwaysOutputData: true }),
		],
		connections: { Webhook: { main: [[{ node: 'Get Profile', type: 'main' as const, index: 0 }]] } },
	});
	await n8n.activate(id);
	return path;
}

interface ProfileItem {
	userProfileId?: string;
	isNew?: boolean;
	momentFingerprint?: string;
}

/** The items returned by a call of such a workflow. */
async function call(path: string, query: Record<string, string> = {}): Promise<ProfileItem[]> {
	return await waitUntil(`an answer of ${path}`, async () => {
		const { statusCode, body } = await request(`${n8n.url}/webhook/${path}`, { query });
		const text = await body.text();
		return statusCode === 200 && (JSON.parse(text) as ProfileItem[]).filter((item) => item.userProfileId);
	});
}

test('New Behavior Not Seen Before is remembered in n8n’s own store, across a restart, until it is cleared', async () => {
	const countOf = async (path: string) => (await call(path)).length;

	const seen = await onCall('seen', { email: MARINA, emit: 'newlyDetected' });
	expect([await countOf(seen), await countOf(seen), await countOf(seen)]).toEqual([1, 0, 0]);
	await n8n.restart();
	expect(await countOf(seen)).toBe(0);

	await turn(MARINA_ID, { style: 'esportivo' });
	expect([await countOf(seen), await countOf(seen), await countOf(seen)]).toEqual([1, 0, 0]);

	const forgetting = await onCall('forgetting', {
		email: MARINA,
		emit: 'newlyDetected',
		options: { forgetSeen: true },
	});
	expect([await countOf(forgetting), await countOf(forgetting)]).toEqual([1, 1]);
});

test('a known fingerprint reports each moment once, with nothing remembered in n8n', async () => {
	const path = await onCall('compared', {
		email: RAFAEL.email,
		emit: 'changedSince',
		knownFingerprint: '={{ $json.query.known }}',
		options: { includeUnchanged: true },
	});
	let known = '';
	const look = async () => {
		const [item] = await call(path, { known });
		known = item?.momentFingerprint ?? '';
		return item?.isNew;
	};

	expect([await look(), await look()]).toEqual([false, false]);
	await turn(RAFAEL.userProfileId, { style: 'festa' });
	expect([await look(), await look(), await look()]).toEqual([true, false, false]);
	await n8n.restart();
	expect([await look(), await look()]).toEqual([false, false]);
	await turn(RAFAEL.userProfileId, { style: 'praia' });
	expect([await look(), await look(), await look()]).toEqual([true, false, false]);
});
