import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject, INode } from 'n8n-workflow';

import { noHubspotProperties } from '../../nodes/shared/messages/hubspot';
import { type Sandbox, startSandbox } from '../../sandbox';
import { OLDER_LINE } from '../../tools/n8n/cache-folder';
import { checkHubspotContact, checkHubspotProperty } from '../formats/hubspot';
import { checkSlackBlocks, type SlackBlock } from '../formats/slack';
import { checkWhatsAppTemplate, checkWhatsAppText } from '../formats/whatsapp';
import { type SavedCredential, startN8n, type TestN8n, type WorkflowFile } from './harness';
import { type MailServer, startMailServer } from './mail-server';
import { type OutsideWorld, startOutsideWorld } from './outside-world';
import { node } from './workflows';

const WORKFLOWS = join(__dirname, '../../workflows');
const OURS = 'n8n-nodes-fashionai.';
/** The result of dragging a field from the previous node: nothing has to be typed. */
const DRAGGED = /^=\{\{ \$json\.\w+ \}\}$/;
const EMPTY = { email: 'empty@example.com', phone: '5511900000001', name: 'Empty' };
const ATTACK = '<!channel> *@here* <script>alert(1)</script>\r\nBcc: evil@example.com\u0000 https://evil.example';
/** The same without what a name never holds: an address, a remark. */
const ATTACK_BY_NAME = '<!channel> *here* <script>alert`1`</script>\r\n\u0000 evil.example';
const ATTACKER = { email: 'attack@example.com', phone: '5511900000002', name: 'Attack' };

let n8n: TestN8n;
let sandbox: Sandbox;
let mail: MailServer;
let outside: OutsideWorld;
let credentials: Record<string, SavedCredential>;

beforeAll(async () => {
	sandbox = await startSandbox();
	mail = await startMailServer();
	outside = await startOutsideWorld();
	n8n = await startN8n({ env: outside.env });
	const data = {
		fashionAiApi: { token: sandbox.token, host: 'custom', baseUrl: sandbox.url },
		smtp: { user: '', password: '', host: '127.0.0.1', port: mail.port, secure: false, disableStartTls: true },
		slackApi: { accessToken: 'xoxb-slack' },
		whatsAppApi: { accessToken: 'whatsapp-token', businessAccountId: '1' },
		hubspotAppToken: { appToken: 'hubspot-token' },
	};
	// One after the other: n8n 1.123 on SQLite cannot save two at once.
	const saved: [string, SavedCredential][] = [];
	for (const [type, fields] of Object.entries(data)) saved.push([type, await n8n.createCredential(type, type, fields)]);
	credentials = Object.fromEntries(saved) as typeof credentials;
});

beforeEach(() => {
	sandbox.reset();
	sandbox.putProfile({ ...EMPTY, userProfileId: 'empty', profile: { perfil_cliente: {}, momento_compra_atual: {} } });
	const moment = { resumo_momento: ATTACK, novo_comportamento: true, oportunidades: [ATTACK, ATTACK] };
	const profile = {
		momento_compra_atual: moment,
		ocasioes_relevantes: [{ sugestao_look: [ATTACK, 'Saia *midi* `preta`'] }],
	};
	sandbox.putProfile({ ...ATTACKER, userProfileId: 'attack', profile });
	mail.messages.length = 0;
	outside.calls.length = 0;
});

afterAll(async () => {
	await n8n?.stop();
	await Promise.all([sandbox?.close(), mail?.close(), outside?.close()]);
});

/** The credential type of each node: the examples name none, as everyone has their own. */
const CREDENTIAL: Record<string, string> = {
	'n8n-nodes-base.emailSend': 'smtp',
	'n8n-nodes-base.slack': 'slackApi',
	'n8n-nodes-base.whatsApp': 'whatsAppApi',
	'n8n-nodes-base.hubspot': 'hubspotAppToken',
	'n8n-nodes-base.httpRequest': 'hubspotAppToken',
};

const read = (file: string) => JSON.parse(readFileSync(join(WORKFLOWS, `${file}.json`), 'utf8')) as WorkflowFile;

/** Runs an example with its sending node on, the customers where they are given, all of whom have agreed, and what `change` does to a node. */
async function run(
	file: string,
	customers?: object[],
	change: (node: INode) => INode = (node) => node,
	example = read(file),
) {
	const { id: _id, ...workflow } = example;
	const nodes = workflow.nodes.map((node) => {
		const type = CREDENTIAL[node.type];
		if (node.name === 'Customers' && customers) {
			const agreed = customers.map((customer) => ({ agreed: true, optedOut: false, ...customer }));
			return { ...node, parameters: { ...node.parameters, jsonOutput: JSON.stringify({ customers: agreed }) } };
		}
		return change(
			type === undefined
				? node
				: { ...node, disabled: false, credentials: { [type]: credentials[type] as SavedCredential } },
		);
	});
	return await n8n.execute(await n8n.importWorkflow({ ...workflow, nodes }));
}

/** Sets parameters of the node of this type. */
const set =
	(type: string, parameters: IDataObject, more: Partial<INode> = {}) =>
	(node: INode) =>
		node.type === type ? ({ ...node, ...more, parameters: { ...node.parameters, ...parameters } } as INode) : node;

/** The expressions in a node's parameters. */
function expressions(value: unknown): string[] {
	if (typeof value === 'string') return value.startsWith('=') ? [value] : [];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(expressions) : [];
}

describe.each(['email-to-a-customer', 'whatsapp-to-a-customer', 'slack-briefing', 'hubspot-contact'])(
	'the example %s',
	(file) => {
		const { nodes, connections } = read(file);
		const ours = nodes.find(({ type }) => type.startsWith(OURS));
		const [next, ...others] = connections[ours?.name ?? '']?.main?.[0] ?? [];

		test('has one node between ours and the outside world', () => {
			// An HTML node shows the email in the editor.
			const previews = others.map(({ node }) => nodes.find(({ name }) => name === node)?.type);
			expect(previews).toEqual(previews.map(() => 'n8n-nodes-base.html'));
			expect(Object.keys(CREDENTIAL)).toContain(nodes.find(({ name }) => name === next?.node)?.type);
			expect(connections[next?.node ?? '']).toBeUndefined();
		});

		test('contains only expressions created by dragging a field', () => {
			for (const node of nodes)
				for (const expression of expressions(node.parameters)) expect(expression).toMatch(DRAGGED);
		});

		test('says to check consent and opt-out, if it writes to customers', () => {
			const notes = nodes
				.filter(({ type }) => type.endsWith('.stickyNote'))
				.map(({ parameters }) => String(parameters.content));
			const consent = notes.some(
				(note) => /agreed/.test(note) && /opted out/.test(note) && /LGPD/.test(note) && /GDPR/.test(note),
			);
			expect(consent).toBe(ours?.parameters.audience === 'customer');
		});

		test('sends nothing if no customer is found', async () => {
			const { status } = await run(file, [
				{ email: 'nobody@example.com', phone: '5511900000009', name: 'Nobody', products: [] },
			]);

			expect(status).toBe('success');
			expect([...mail.messages, ...outside.calls]).toEqual([]);
		});
	},
);

test.each(['email-to-a-customer', 'whatsapp-to-a-customer', 'slack-briefing'])(
	'the example %s sends nothing for an empty profile',
	async (file) => {
		const { status } = await run(file, [EMPTY]);

		expect(status).toBe('success');
		expect([...mail.messages, ...outside.calls]).toEqual([]);
	},
);

describe('Send Email', () => {
	test('sends what the node wrote: address, subject, HTML and text, without n8n’s attribution', async () => {
		const { status, nodes } = await run('email-to-a-customer');

		expect(status).toBe('success');
		const items = nodes['Write the Email']?.[0] ?? [];
		expect(mail.messages.map(({ recipients }) => recipients)).toEqual([
			['marina.alves@example.com'],
			['camila.ribeiro@example.com'],
		]);
		for (const [index, message] of mail.messages.entries()) {
			const { subject, html, text } = items[index]?.json ?? {};
			expect(message.subject).toBe(subject);
			expect(message.subject).toMatch(/^(Marina|Camila), escolhemos para você: ./);
			expect(message.html?.trim()).toBe(html);
			expect(message.text?.trim()).toBe(text);
			expect(message.from).toEqual({ address: 'shop@example.com', name: '' });
			expect(`${message.html}${message.text}`).not.toMatch(/n8n/i);
		}
		expect(mail.messages[0]?.html).toContain('href="https://shop.example/p/vestido-04"');
		expect(mail.messages[0]?.text).toContain('https://shop.example/p/vestido-04');
	});

	test('arrives without a subject if the item has none: the mail server shows what was sent', async () => {
		const example = read('email-to-a-customer');
		const main = example.connections['Write the Email'] ?? {};
		const parameters = { includeOtherFields: true, include: 'except', excludeFields: 'subject', options: {} };
		example.nodes.push(node({ name: 'Without Subject', type: 'n8n-nodes-base.set', typeVersion: 3.4, parameters }));
		example.connections['Without Subject'] = main;
		example.connections['Write the Email'] = { main: [[{ node: 'Without Subject', type: 'main', index: 0 }]] };

		await run('email-to-a-customer', undefined, undefined, example);

		expect(mail.messages).toHaveLength(2);
		for (const { subject, html } of mail.messages) {
			expect(subject).toBeUndefined();
			expect(html).toContain('Looks para montar');
		}
	});

	test('n8n’s attribution, if enabled, is in the body of the document', async () => {
		await run(
			'email-to-a-customer',
			[{ email: 'marina.alves@example.com' }],
			set('n8n-nodes-base.emailSend', { options: {} }),
		);

		expect(mail.messages[0]?.html).toMatch(/<body[^]*<\/table>[^]*sent automatically with[^]*n8n/);
		expect(mail.messages[0]?.html).not.toMatch(/<\/body>/);
	});

	test('a profile cannot inject a header, recipient or tag', async () => {
		await run('email-to-a-customer', [{ ...ATTACKER, name: ATTACK_BY_NAME }]);

		const [message, ...others] = mail.messages;
		expect(others).toEqual([]);
		expect(message?.recipients).toEqual([ATTACKER.email]);
		expect(message?.bcc).toBeUndefined();
		expect(message?.subject).toMatch(/^<!channel> \*here\* <script>/);
		expect(message?.html).not.toMatch(/<script|https:\/\/evil/);
	});
});

describe('Slack', () => {
	const posted = () => outside.calls.map(({ body }) => body as { channel: string; text: string; blocks: SlackBlock[] });
	beforeEach(() => {
		outside.answer = ({ url }) =>
			url === 'https://slack.com/api/chat.postMessage' ? { status: 200, body: { ok: true, ts: '1.2' } } : undefined;
	});

	// The older line of n8n has no newer version of the node than the example's.
	test.each(OLDER_LINE ? [2.4] : [2.4, 2.7])(
		'version %d posts the blocks and the text, without a link to the workflow',
		async (typeVersion) => {
			const { status, nodes } = await run(
				'slack-briefing',
				undefined,
				set('n8n-nodes-base.slack', {}, { typeVersion }),
			);

			expect(status).toBe('success');
			expect(outside.calls).toHaveLength(1);
			expect(outside.calls[0]).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer xoxb-slack' } });
			const [{ channel, text, blocks } = { channel: '', text: '', blocks: [] }] = posted();
			const json = nodes['Write the Briefing']?.[0]?.[0]?.json;
			expect({ channel, text, blocks }).toEqual({
				channel: 'C0123456789',
				text: json?.text,
				blocks: JSON.parse(String(json?.slackBlocks)).blocks,
			});
			expect(blocks[0]?.text?.text).toBe('Novo comportamento: Marina Alves');
			checkSlackBlocks(JSON.stringify({ blocks }));
			expect(JSON.stringify(outside.calls[0]?.body)).not.toMatch(/n8n|\/workflow\//i);
		},
	);

	test('a link to the workflow, if enabled, still fits', async () => {
		await run('slack-briefing', undefined, set('n8n-nodes-base.slack', { otherOptions: {} }));

		expect(posted()[0]?.blocks.at(-1)?.text?.text).toContain('n8n workflow');
		expect(posted()[0]?.blocks.length).toBeLessThanOrEqual(50);
	});

	test('a profile mentions nobody and makes no link', async () => {
		await run('slack-briefing', [{ ...ATTACKER, name: ATTACK }]);

		const [{ text, blocks } = { text: '', blocks: [] }] = posted();
		checkSlackBlocks(JSON.stringify({ blocks }));
		expect(`${text}${JSON.stringify(blocks)}`).not.toMatch(/<!|@here|https:\/\/evil/);
	});
});

describe('WhatsApp Business Cloud', () => {
	const MESSAGES = 'https://graph.facebook.com/v13.0/100000000000001/messages';
	beforeEach(() => {
		outside.answer = ({ url }) =>
			url === MESSAGES ? { status: 200, body: { messages: [{ id: 'wamid.1' }] } } : undefined;
	});

	test('sends a template with the three variables', async () => {
		const { status } = await run('whatsapp-to-a-customer');

		expect(status).toBe('success');
		expect(outside.calls).toHaveLength(1);
		const [call] = outside.calls;
		expect(call).toMatchObject({
			method: 'POST',
			url: MESSAGES,
			headers: { authorization: 'Bearer whatsapp-token' },
			body: { to: '5511987650101' },
		});
		expect(checkWhatsAppTemplate(call?.body)).toEqual([
			'Marina',
			expect.stringMatching(/^Camisa de Seda Areia \+ /),
			'Separamos algumas peças que combinam com você.',
		]);
		expect(JSON.stringify(call?.body)).not.toMatch(/n8n/i);
	});

	test('sends the text as an answer', async () => {
		const parameters = { operation: 'send', messageType: 'text', textBody: '={{ $json.text }}' };
		const { status, nodes } = await run(
			'whatsapp-to-a-customer',
			undefined,
			set('n8n-nodes-base.whatsApp', parameters),
		);

		expect(status).toBe('success');
		const text = checkWhatsAppText(outside.calls[0]?.body);
		expect(text).toBe(nodes['Write the Message']?.[0]?.[0]?.json.text);
		expect(text).toMatch(/^Olá, Marina!\n\n/);
	});

	test('a profile makes no line and no link in a variable', async () => {
		await run('whatsapp-to-a-customer', [ATTACKER]);

		for (const text of checkWhatsAppTemplate(outside.calls[0]?.body)) expect(text).not.toMatch(/[*`]|https:\/\/evil/);
	});
});

describe('HubSpot', () => {
	const CREATE = 'https://api.hubapi.com/contacts/v1/contact/createOrUpdate/email/';
	const written = () => outside.calls.filter(({ method }) => method === 'POST');
	beforeEach(() => {
		outside.answer = ({ url, method }) => {
			if (method === 'POST' && url.startsWith(CREATE)) return { status: 200, body: { vid: 51, isNew: true } };
			return url === 'https://api.hubapi.com/contacts/v1/contact/vid/51/profile'
				? { status: 200, body: { vid: 51 } }
				: undefined;
		};
	});

	test('writes every property of each contact as text', async () => {
		const { status } = await run('hubspot-contact');

		expect(status).toBe('success');
		expect(written().map(({ url }) => url)).toEqual([
			`${CREATE}marina.alves@example.com`,
			`${CREATE}rafael.nogueira@example.com`,
		]);
		expect(written()[0]?.headers.authorization).toBe('Bearer hubspot-token');
		const contact = checkHubspotContact(written()[0]?.body);
		expect(Object.keys(contact)).toEqual(Object.keys(noHubspotProperties()));
		expect(contact).toMatchObject({
			fashionai_new_behavior: 'true',
			fashionai_tone_of_voice: 'sofisticado; direto; acolhedor',
		});
	});

	test('clears what an empty profile does not have', async () => {
		await run('hubspot-contact', [EMPTY]);

		const { fashionai_user_profile_id, fashionai_new_behavior, ...others } = checkHubspotContact(written()[0]?.body);
		expect({ fashionai_user_profile_id, fashionai_new_behavior }).toEqual({
			fashionai_user_profile_id: 'empty',
			fashionai_new_behavior: 'false',
		});
		expect(new Set(Object.values(others))).toEqual(new Set(['']));
	});

	test('an address with a path in it names no other contact', async () => {
		const email = 'a/../victim@example.com?x=1';
		sandbox.putProfile({ ...ATTACKER, email, userProfileId: 'path', profile: { ganchos_conteudo: ['x'] } });
		await run('hubspot-contact', [{ email }]);

		expect(written().map(({ url }) => url)).toEqual([`${CREATE}a%2F..%2Fvictim@example.com%3Fx=1`]);
	});

	describe('the properties, created once', () => {
		const PROPERTIES = 'https://api.hubapi.com/crm/v3/properties/contacts';
		const answerProperties = (status: number, message = '') => {
			outside.answer = ({ url }) => (url.startsWith(PROPERTIES) ? { status, body: { message } } : undefined);
		};

		test.each([201, 409])('are those that the node fills; a second run does no harm (status %d)', async (answered) => {
			answerProperties(answered);
			const { status } = await run('hubspot-properties-once');

			expect(status).toBe('success');
			const [group, ...properties] = outside.calls;
			expect(group).toMatchObject({ url: `${PROPERTIES}/groups`, body: { name: 'fashionai', label: 'Fashion.AI' } });
			expect(properties.every(({ url, method }) => url === PROPERTIES && method === 'POST')).toBe(true);
			expect(properties.map(({ body }) => checkHubspotProperty(body)).sort()).toEqual(
				[...Object.keys(noHubspotProperties()), 'fashionai_moment_fingerprint'].sort(),
			);
			expect(properties[0]?.headers.authorization).toBe('Bearer hubspot-token');
		});

		test('that HubSpot does not create end the workflow with what it said', async () => {
			answerProperties(403, 'This key has no scope for it');
			const { status, error } = await run('hubspot-properties-once');

			expect(status).toBe('error');
			expect(error?.message).toContain('This key has no scope for it');
		});
	});
});

test.each(['email', 'hubspot', 'slack', 'whatsapp'])(
	'the editor is served the fields of %s before the first run',
	async (operation) => {
		const response = await fetch(`${n8n.url}/schemas/n8n-nodes-fashionai.getCustomerProfile/1.0.0/${operation}.json`);

		expect(response.status).toBe(200);
		expect(await response.json()).toMatchObject({
			type: 'object',
			properties: { found: { type: 'boolean' } },
			version: 1,
		});
	},
);
