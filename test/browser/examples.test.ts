import { basename, join } from 'node:path';

import { type IDataObject, type INode, type INodeTypeDescription, NodeHelpers } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { OLDER_LINE } from '../../tools/n8n/cache-folder';
import { accountsOf, exampleFiles, withSandbox } from '../../tools/n8n/workflow-file';
import { type Execution, type SavedCredential, startN8n, type TestN8n } from '../n8n/harness';
import { type MailServer, startMailServer } from '../n8n/mail-server';
import { type OutsideAnswer, type OutsideWorld, startOutsideWorld } from '../n8n/outside-world';
import { startStubModel, type StubModel } from '../n8n/stub-model';
import { waitUntil } from '../n8n/wait-until';
import { type Editor, openEditor } from './editor';
import { PICTURES } from './pictures';

const [MARINA, CAMILA, RAFAEL, BEATRIZ, HELENA] = [
	'marina.alves',
	'camila.ribeiro',
	'rafael.nogueira',
	'beatriz.fonseca',
	'helena.barros',
].map((name) => `${name}@example.com`) as [string, string, string, string, string];

/** `tools/scale` runs those with PostgreSQL against a real one. n8n 1.123 has no node that creates a data table. */
const EXAMPLES = exampleFiles()
	.filter(({ workflow }) => !accountsOf(workflow).toRun.includes('PostgreSQL'))
	.filter(({ file }) => !(OLDER_LINE && file === 'nightly-data-table-sync.json'));

let n8n: TestN8n;
let sandbox: Sandbox;
let mail: MailServer;
let outside: OutsideWorld;
let model: StubModel;
let editor: Editor;
let saved: Record<string, SavedCredential>;

beforeAll(async () => {
	// As in the demo: each answer is worded differently.
	sandbox = await startSandbox({ writing: { anew: true } });
	mail = await startMailServer();
	outside = await startOutsideWorld();
	model = await startStubModel();
	n8n = await startN8n({ env: outside.env });
	await n8n.createCredential('fashionAiApi', 'Fashion.AI', {
		token: sandbox.token,
		host: 'custom',
		baseUrl: sandbox.url,
	});
	const accounts = {
		smtp: { user: '', password: '', host: '127.0.0.1', port: mail.port, secure: false, disableStartTls: true },
		slackApi: { accessToken: 'xoxb-slack' },
		whatsAppApi: { accessToken: 'whatsapp-token', businessAccountId: '1' },
		hubspotAppToken: { appToken: 'hubspot-token' },
		mailchimpApi: { apiKey: 'mailchimp-key-us1' },
		openAiApi: { ...model.credential },
	};
	saved = {};
	for (const [type, data] of Object.entries(accounts)) saved[type] = await n8n.createCredential(type, type, data);
	editor = await openEditor(n8n.url);
});

beforeEach(() => {
	sandbox.reset();
	mail.messages.length = 0;
	outside.calls.length = 0;
	outside.answer = answerOfWorld;
	model.conversations.length = 0;
	model.think = () => ({ say: 'Show her the green satin dress.' });
});

afterAll(async () => {
	await editor?.close();
	await n8n?.stop();
	await Promise.all([sandbox?.close(), mail?.close(), outside?.close(), model?.close()]);
});

/** The credential of each node that needs an account. */
const CREDENTIAL: Record<string, string> = {
	'n8n-nodes-base.emailSend': 'smtp',
	'n8n-nodes-base.slack': 'slackApi',
	'n8n-nodes-base.whatsApp': 'whatsAppApi',
	'n8n-nodes-base.hubspot': 'hubspotAppToken',
	'n8n-nodes-base.httpRequest': 'hubspotAppToken',
	'n8n-nodes-base.mailchimp': 'mailchimpApi',
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 'openAiApi',
};

const HUBSPOT = 'https://api.hubapi.com';
const CONTACT = { id: '51', properties: { email: MARINA, firstname: 'Marina', fashionai_moment_fingerprint: '' } };

/** The external hosts, without failures. */
function answerOfWorld({ url }: { url: string }): OutsideAnswer | undefined {
	if (url.startsWith('https://slack.com/api/')) return { status: 200, body: { ok: true, ts: '1.2' } };
	if (url.startsWith('https://graph.facebook.com/')) return { status: 200, body: { messages: [{ id: 'wamid.1' }] } };
	if (url.startsWith('https://us1.api.mailchimp.com/')) return { status: 200, body: {} };
	if (url.startsWith(`${HUBSPOT}/crm/v3/properties/`)) return { status: 201, body: {} };
	if (url.startsWith(`${HUBSPOT}/crm/v3/objects/contacts/search`))
		return { status: 200, body: { total: 1, results: [CONTACT] } };
	if (url.startsWith(`${HUBSPOT}/contacts/v1/contact/`)) return { status: 200, body: { vid: 51 } };
	return undefined;
}

type Example = (typeof EXAMPLES)[number];

function exampleOf(file: string): Example {
	const example = EXAMPLES.find((some) => some.file === `${file}.json`);
	if (example === undefined) throw new Error(`No example ${file}`);
	return example;
}

/** An example with credentials in its active nodes, as in the file or with all but triggers activated. */
async function importExample(
	{ workflow }: Example,
	on: (node: INode) => boolean = ({ disabled }) => disabled !== true,
): Promise<string> {
	const { id: _id, ...rest } = withSandbox(workflow, sandbox.url);
	const nodes = rest.nodes.map((node) => {
		const type = CREDENTIAL[node.type];
		const credential = type === undefined ? undefined : saved[type];
		if (!on(node)) return { ...node, disabled: true };
		return { ...node, disabled: false, ...(type && credential ? { credentials: { [type]: credential } } : {}) };
	});
	return await n8n.importWorkflow({ ...rest, nodes });
}

/** With an account, everything is active except deactivated triggers, which the sample data replaces. */
const withAccounts = ({ disabled, type }: INode) => disabled !== true || type in CREDENTIAL;

/** Opens a workflow in the editor, clicks its execute button once, and reads the execution. */
async function click(id: string): Promise<Execution> {
	const before = (await n8n.executions(id)).length;
	await editor.openWorkflow(id);
	await editor.execute();
	return await waitUntil('the execution ends', async () => (await n8n.executions(id))[before], 60);
}

/** Saves pictures of the canvas and of the emails written. */
async function takePictures(name: string, execution: Execution): Promise<void> {
	const { page } = editor;
	const file = (end: string) => join(PICTURES, 'examples', `${name}${end}.png`);
	await page.getByTestId('zoom-to-fit').click();
	await editor.hideToasts();
	await editor.picture(file(''));
	for (const [index, { html }] of out(execution, 'Write the Email').entries()) {
		if (typeof html !== 'string') continue;
		const mail = await page.context().newPage();
		await mail.setViewportSize({ width: 600, height: 800 });
		await mail.setContent(html, { waitUntil: 'networkidle' });
		await mail.screenshot({ path: file(`-${index + 1}`), fullPage: true });
		await mail.close();
	}
}

/** The items that a node put out on its first output. */
function out({ nodes }: Execution, node: string): IDataObject[] {
	return (nodes[node]?.[0] ?? []).map(({ json }) => json);
}

const column = (items: IDataObject[], name: string) => items.map((item) => item[name]);

/** Checks what an email shows and must not show. */
function expectProducts(html: unknown, names: string[]): void {
	for (const name of names) expect(html).toContain(name);
	expect(String(html).match(/R\$\s[\d.,]+/g)?.length).toBeGreaterThanOrEqual(names.length);
	const pictures = [...String(html).matchAll(/<img[^>]+src="([^"]+)"/g)].map(([, address]) => address);
	expect(pictures.length).toBeGreaterThanOrEqual(names.length);
	for (const picture of pictures) expect(picture).toMatch(new RegExp(`^${sandbox.url}/images/[\\w-]+\\.png$`));
}

/** What each example's note says a click on its button does, without any account. */
const PROMISES: Record<string, (execution: Execution) => void> = {
	'ai-stylist-agent': (execution) => {
		expect(out(execution, 'AI Agent')).toEqual([{ output: 'Show her the green satin dress.' }]);
	},
	'campaigns-by-tone-of-voice': (execution) => {
		const campaigns = ['Elegant', 'Direct', 'Warm', 'Usual'].map((name) => out(execution, `${name} Campaign`));
		expect(column(campaigns.flat(), 'email').sort()).toEqual(
			[MARINA, RAFAEL, BEATRIZ, 'luiza.conceicao@example.com', 'aline.souza@example.com'].sort(),
		);
		for (const customers of campaigns) expect(customers).not.toEqual([]);
		expect(column(campaigns[0] ?? [], 'email')).toContain(MARINA);
		for (const customer of campaigns.flat())
			expect(Object.keys(customer).sort()).toEqual(['campaign', 'email', 'name']);
	},
	'complete-the-look-by-email': (execution) => {
		const [email, ...others] = out(execution, 'Write the Email');
		expect([email?.email, others]).toEqual([MARINA, []]);
		const names = column(out(execution, 'Add Names, Prices and Pictures'), 'name').map(String);
		expect(names.length).toBeGreaterThan(2);
		expectProducts(email?.html, names);
	},
	'email-to-a-customer': (execution) => {
		const emails = out(execution, 'Write the Email');
		expect(column(emails, 'email')).toEqual([MARINA, CAMILA]);
		expectProducts(emails[0]?.html, [
			'Vestido de Festa Cetim Verde-Esmeralda',
			'Sandália Salto Fino Dourada',
			'Clutch Metalizada Ouro',
		]);
		expectProducts(emails[1]?.html, ['Saia Alfaiataria Fenda Caramelo', 'Tênis Chunky Branco']);
	},
	'hubspot-contact': (execution) => {
		expect(
			out(execution, 'Prepare the Contact').map(({ email, fashionai_tone_of_voice: tone }) => [email, tone]),
		).toEqual([
			[MARINA, expect.stringContaining('; ')],
			[RAFAEL, expect.stringContaining('; ')],
		]);
	},
	'hubspot-properties-once': () => {
		expect(outside.calls.map(({ url }) => url.replace(HUBSPOT, ''))).toEqual([
			'/crm/v3/properties/contacts/groups',
			...Array.from({ length: 15 }, () => '/crm/v3/properties/contacts'),
		]);
	},
	'new-behavior-of-customers': (execution) => {
		expect(column(out(execution, 'Write to Them Now'), 'email')).toEqual([MARINA]);
		expect(column(out(execution, 'Nothing New'), 'found')).toEqual([true, true, false]);
	},
	'nightly-data-table-sync': (execution) => {
		expect(column(out(execution, 'Send Email'), 'email')).toEqual([MARINA]);
		expect(column(out(execution, 'Compare With the Table'), 'identifier')).toEqual([MARINA, RAFAEL, BEATRIZ]);
	},
	'nightly-hubspot-sync': (execution) => {
		expect(column(out(execution, 'New Behavior Only'), 'email')).toEqual([MARINA]);
		expect(
			out(execution, 'Write Back to HubSpot').map(({ email, fashionai_moment_fingerprint: print }) => [email, print]),
		).toEqual([
			[MARINA, expect.stringMatching(/./)],
			[RAFAEL, expect.stringMatching(/./)],
		]);
	},
	'recommendations-of-a-visit': (execution) => {
		expect(column(out(execution, 'First Six'), 'rank')).toEqual([1, 2, 3, 4, 5, 6]);
		expect(out(execution, 'Shop the Look').length).toBeGreaterThan(2);
	},
	'slack-briefing': (execution) => {
		expect(column(out(execution, 'Write the Briefing'), 'text')).toEqual([
			expect.stringMatching(/^Novo comportamento: Marina Alves – /),
		]);
	},
	'tell-my-team': (execution) => {
		expect(out(execution, 'Fashion.AI Trigger')).toEqual([
			expect.objectContaining({ email: MARINA, newBehavior: true }),
		]);
	},
	'vip-appointment-briefing': (execution) => {
		expect(column(out(execution, 'Write the Briefing'), 'text')).toEqual([
			expect.stringMatching(/^New behavior: Marina Alves, 5 pm with Paula – /),
		]);
	},
	'weekly-content-ideas': (execution) => {
		const [{ subject, text } = {}, ...others] = out(execution, 'Write the Email');
		const ideas = String(text)
			.split('\n')
			.filter((line) => line.startsWith('- '));
		expect([subject, others]).toEqual([`Content ideas of the week: ${ideas.length}`, []]);
		expect(ideas.length).toBeGreaterThan(6);
		for (const name of ['Marina', 'Rafael', 'Beatriz', 'Camila'])
			expect(text).toMatch(new RegExp(`^- .+\\(.*${name}.*\\)$`, 'm'));
	},
	'whatsapp-product-answer': (execution) => {
		const [{ phone, text } = {}, ...others] = out(execution, 'Write the Answer');
		expect([phone, others]).toEqual(['5511987650101', []]);
		expect(text).toMatch(
			/^Hi Marina! These are in stock:\n\n(\*[^*\n]+\*\nR\$\s\d+,\d\d\nhttps:\/\/shop\.example\/p\/[\w-]+(\n\n|$)){2,5}$/,
		);
	},
	'whatsapp-to-a-customer': (execution) => {
		expect(out(execution, 'Write the Message')).toEqual([
			expect.objectContaining({ phone: '5511987650101', templateText1: 'Marina' }),
		]);
	},
};

const hosts = () => [...new Set(outside.calls.map(({ url }) => new URL(url).host))];

/** What is sent once the accounts are chosen and their nodes activated. */
const SENT: Record<string, () => void> = {
	'campaigns-by-tone-of-voice': () => {
		expect(hosts()).toEqual(['us1.api.mailchimp.com']);
		expect(outside.calls.every(({ url }) => /\/lists\/a1b2c3d4e5\/members\/[\w.@]+\/tags$/.test(url))).toBe(true);
		expect(outside.calls.map(({ body }) => (body as { tags: { name: string }[] }).tags[0]?.name).sort()).toEqual(
			expect.arrayContaining(['fashionai-direct', 'fashionai-elegant', 'fashionai-usual', 'fashionai-warm']),
		);
		expect(outside.calls).toHaveLength(5);
	},
	'complete-the-look-by-email': () => expect(mail.messages.map(({ recipients }) => recipients)).toEqual([[MARINA]]),
	'email-to-a-customer': () => expect(mail.messages.map(({ recipients }) => recipients)).toEqual([[MARINA], [CAMILA]]),
	'hubspot-contact': () => expect(outside.calls.filter(({ method }) => method === 'POST')).toHaveLength(2),
	'nightly-data-table-sync': () => expect(mail.messages).toEqual([]),
	'nightly-hubspot-sync': () => {
		const order = outside.calls.filter(({ method }) => method === 'POST').map(({ url }) => url.replace(HUBSPOT, ''));
		const write = '/contacts/v1/contact/createOrUpdate/email/';
		expect(order).toEqual(['https://slack.com/api/chat.postMessage', `${write}${MARINA}`, `${write}${RAFAEL}`]);
	},
	'slack-briefing': () =>
		expect(outside.calls.map(({ url }) => url)).toEqual(['https://slack.com/api/chat.postMessage']),
	'tell-my-team': () =>
		expect(mail.messages.map(({ recipients, text }) => [recipients, text?.includes('What to offer:\n- ')])).toEqual([
			[['team@example.com'], true],
		]),
	'vip-appointment-briefing': () =>
		expect(outside.calls.map(({ url }) => url)).toEqual(['https://slack.com/api/chat.postMessage']),
	'weekly-content-ideas': () =>
		expect(mail.messages.map(({ recipients, subject }) => [recipients, subject])).toEqual([
			[['team@example.com'], expect.stringMatching(/^Content ideas of the week: \d+$/)],
		]),
	'whatsapp-product-answer': () =>
		expect(outside.calls.map(({ body }) => body)).toEqual([
			expect.objectContaining({ to: '5511987650101', type: 'text' }),
		]),
	'whatsapp-to-a-customer': () =>
		expect(outside.calls.map(({ body }) => body)).toEqual([
			expect.objectContaining({ to: '5511987650101', type: 'template' }),
		]),
};

const NAMES = EXAMPLES.map(({ file }) => basename(file, '.json'));
const sending = EXAMPLES.filter(({ workflow }) => accountsOf(workflow).toSend.length > 0).map(({ file }) =>
	basename(file, '.json'),
);

describe.each(NAMES)('the example %s', (name) => {
	test('runs with a click on its button and does what its note says', async () => {
		const id = await importExample(exampleOf(name));
		const execution = await click(id);
		await takePictures(name, execution);

		expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
		PROMISES[name]?.(execution);
		expect(mail.messages).toEqual([]);
	});
});

test.each(sending)('the example %s sends it with an account', async (name) => {
	const { status, error } = await n8n.execute(await importExample(exampleOf(name), withAccounts));

	expect([status, error?.message]).toEqual(['success', undefined]);
	SENT[name]?.();
});

test('every example has expectations, and what it sends', () => {
	expect(NAMES.filter((name) => PROMISES[name] === undefined)).toEqual([]);
	expect(sending.filter((name) => SENT[name] === undefined)).toEqual([]);
});

test('HubSpot is read every night, and what was reported is known the next night', async () => {
	const id = await importExample(exampleOf('nightly-hubspot-sync'), () => true);
	const night = async (fingerprint: string) => {
		outside.calls.length = 0;
		const results = [{ ...CONTACT, properties: { ...CONTACT.properties, fashionai_moment_fingerprint: fingerprint } }];
		outside.answer = (call) =>
			call.url.includes('/contacts/search') ? { status: 200, body: { total: 1, results } } : answerOfWorld(call);
		const { status } = await n8n.execute(id, 'Every Night at Two');
		expect(status).toBe('success');
		const written = outside.calls.find(({ url }) => url.includes('/createOrUpdate/'))?.body as {
			properties: { property: string; value: string }[];
		};
		const known = written.properties.find(({ property }) => property === 'fashionai_moment_fingerprint')?.value ?? '';
		return { known, reported: outside.calls.filter(({ url }) => url.startsWith('https://slack.com/')).length };
	};

	const first = await night('');
	expect(first.reported).toBe(1);
	const second = await night(first.known);
	expect(second.reported).toBe(0);
	expect((await night(second.known)).reported).toBe(0);
});

test('what the nightly Slack message leaves out is not written back', async () => {
	const id = await importExample(exampleOf('nightly-hubspot-sync'), withAccounts);
	outside.answer = (call) =>
		call.url.startsWith('https://slack.com/')
			? { status: 200, body: { ok: false, error: 'channel_not_found' } }
			: answerOfWorld(call);

	expect((await n8n.execute(id)).status).toBe('error');
	expect(outside.calls.filter(({ url }) => url.includes('hubapi'))).toEqual([]);
});

test.each(OLDER_LINE ? [] : ['nightly-data-table-sync'])(
	'the example %s tells a second click nothing',
	async (name) => {
		const again = await click(await importExample(exampleOf(name)));

		expect(again.status).toBe('success');
		expect(out(again, 'Add Samples to the Table')).toEqual([]);
		expect(out(again, 'New Behavior Only')).toEqual([]);
		expect(column(out(again, 'Write Back to the Table'), 'email')).toEqual([MARINA, RAFAEL, BEATRIZ]);
		expect(column(out(again, 'Read the Table'), 'email')).toEqual([MARINA, RAFAEL, BEATRIZ, HELENA]);
	},
);

test.each(OLDER_LINE ? [] : ['nightly-data-table-sync'])(
	'the example %s writes once to who began something new meanwhile',
	async (name) => {
		const id = await importExample(exampleOf(name), withAccounts);
		const headers = { 'content-type': 'application/json' };
		await fetch(`${sandbox.url}/sandbox/customers/rfl3c8n1/behavior`, {
			method: 'POST',
			headers,
			body: JSON.stringify({ style: 'festa' }),
		});

		expect((await n8n.execute(id)).status).toBe('success');
		expect(mail.messages.map(({ recipients }) => recipients)).toEqual([[RAFAEL]]);
		expect((await n8n.execute(id)).status).toBe('success');
		expect(mail.messages).toHaveLength(1);
	},
);

const asked = (message: object) => ({
	contacts: [{ profile: { name: 'Marina' } }],
	messages: [{ from: '5511987650101', ...message }],
});

test.each([
	{
		what: 'asks for what there is not',
		event: asked({ type: 'text', text: { body: 'Xilofone' } }),
		sent: ['Hi Marina! We found nothing for that right now. Would you like to try other words?'],
	},
	{ what: 'says stop', event: asked({ type: 'text', text: { body: 'PARAR' } }), sent: [] },
	{ what: 'is a picture', event: asked({ type: 'image', image: { id: '7' } }), sent: [] },
	{ what: 'tells that an answer was read', event: { statuses: [{ id: 'wamid.1', status: 'read' }] }, sent: [] },
])('a WhatsApp event that $what', async ({ event, sent }) => {
	const example = exampleOf('whatsapp-product-answer');
	const nodes = example.workflow.nodes.map((node) =>
		node.name === 'Sample Question'
			? { ...node, parameters: { ...node.parameters, jsonOutput: JSON.stringify(event) } }
			: node,
	);
	const { status, nodes: ran } = await n8n.execute(
		await importExample({ ...example, workflow: { ...example.workflow, nodes } }, withAccounts),
	);

	expect(status).toBe('success');
	expect(ran['Write the Answer']).toBeUndefined();
	expect(outside.calls.map(({ body }) => (body as { text: { body: string } }).text.body)).toEqual(sent);
});

test('the nodes and parameters of the examples exist in n8n', async () => {
	const types = (await n8n.rest('GET', '/types/nodes.json')) as INodeTypeDescription[];
	for (const { file, workflow } of EXAMPLES) {
		for (const node of workflow.nodes) {
			const type = types.find(({ name, version }) => name === node.type && [version].flat().includes(node.typeVersion));
			const unknown = Object.keys(node.parameters).filter(
				(name) => !type?.properties.some((property) => property.name === name),
			);
			const issues = type && NodeHelpers.getNodeParametersIssues(type.properties, { ...node, disabled: false }, type);
			expect([file, node.name, type?.name, unknown, issues]).toEqual([file, node.name, node.type, [], null]);
		}
	}
});
