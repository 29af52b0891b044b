/** `npm run pictures`: regenerates every picture in the docs from a real n8n with the sandbox and the examples. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INode } from 'n8n-workflow';
import type { Browser } from 'playwright-core';

import type { OperationName } from '../../nodes/GetCustomerProfile/choices';
import { type Sandbox, startSandbox } from '../../sandbox';
import { exampleFiles, withSandbox } from '../../tools/n8n/workflow-file';
import { startN8n, type TestN8n } from '../n8n/harness';
import { type MailServer, startMailServer } from '../n8n/mail-server';
import { launchBrowser } from './browser';
import { DESK, drawEmail, PHONE } from './draw-email';
import { type Editor, openEditor } from './editor';
import { slackPage } from './slack-page';
import { addProfileNode, getFirstProfile, shownNodes } from './steps';

const REPOSITORY = join(__dirname, '../..');
const pathOf = (name: string) => join(REPOSITORY, 'docs/pictures', `${name}.png`);
const ICON = `data:image/svg+xml;base64,${readFileSync(join(REPOSITORY, 'icons/fashionai.svg')).toString('base64')}`;
/**
 * The margin around the nodes on a canvas: room for their names at the left and below, but not for what follows the
 * last one.
 */
const MARGIN = { left: 64, top: 32, right: 16, bottom: 64 };

interface Studio {
	n8n: TestN8n;
	sandbox: Sandbox;
	mail: MailServer;
	browser: Browser;
}

async function main(): Promise<void> {
	const browser = await launchBrowser();
	const sandbox = await startSandbox();
	const mail = await startMailServer();
	const n8n = await startN8n();
	const studio = { n8n, sandbox, mail, browser };
	try {
		await saveAccounts(studio);
		await drawMessages(studio);
		await inEditor(n8n, { width: 1440, height: 900 }, async (editor) => {
			await drawFirstProfile(studio, editor);
			await drawTrigger(studio, editor);
		});
		await inEditor(n8n, { width: 1300, height: 720 }, (editor) => drawCanvas(studio, editor));
	} finally {
		await n8n.stop();
		await Promise.all([browser.close(), sandbox.close(), mail.close()]);
	}
}

async function saveAccounts({ n8n, sandbox, mail }: Studio): Promise<void> {
	await n8n.createCredential('fashionAiApi', 'Fashion.AI', {
		token: sandbox.token,
		host: 'custom',
		baseUrl: sandbox.url,
	});
	await n8n.createCredential('smtp', 'Mail', {
		host: '127.0.0.1',
		port: mail.port,
		secure: false,
		disableStartTls: true,
		user: '',
		password: '',
	});
}

async function inEditor(
	n8n: TestN8n,
	size: { width: number; height: number },
	use: (editor: Editor) => Promise<void>,
): Promise<void> {
	const editor = await openEditor(n8n.url, { size });
	try {
		await use(editor);
	} finally {
		await editor.close();
	}
}

async function drawFirstProfile({ n8n }: Studio, editor: Editor): Promise<void> {
	const look = (step: string) => drawWindow(editor, `first-profile-${step}`);
	await addProfileNode(editor, (await shownNodes(n8n)).getCustomerProfile, look);
	await getFirstProfile(editor, look);
}

async function drawTrigger(studio: Studio, editor: Editor): Promise<void> {
	await editor.openWorkflow(await importExample(studio, 'tell-my-team'));
	await editor.openNode('Fashion.AI Trigger');
	await editor.executeStep();
	const output = editor.page.getByTestId('output-panel');
	await output.getByText('momentSummary').first().waitFor();
	await output.getByTestId('radio-button-schema').click();
	await output.getByTestId('run-data-schema-item').first().waitFor();
	await drawWindow(editor, 'trigger');
}

async function drawWindow(editor: Editor, name: string): Promise<void> {
	await editor.hideToasts();
	// n8n's buttons fade from one color to another.
	await editor.page.waitForTimeout(1_000);
	await editor.picture(pathOf(name));
}

/** The nodes of an executed workflow, without its notes and the surrounding window. */
async function drawCanvas(studio: Studio, editor: Editor): Promise<void> {
	const { page } = editor;
	await editor.openWorkflow(await importExample(studio, 'email-to-a-customer', switchOnMail));
	await editor.execute();
	await editor.isTold('Workflow executed successfully');
	await editor.hideToasts();
	const aside = ['canvas-controls', 'canvas-handle-plus-wrapper', 'execute-workflow-button'].map(
		(id) => `[data-test-id="${id}"]`,
	);
	await page.addStyleTag({ content: `${aside.join()} { visibility: hidden }` });
	const clip = await page.evaluate<{ x: number; y: number; width: number; height: number }>(`(() => {
		const boxes = [...document.querySelectorAll('[data-test-id="canvas-node"]:not([data-node-type$="stickyNote"])')].map((node) => node.getBoundingClientRect());
		const [x, y] = ['left', 'top'].map((side) => Math.min(...boxes.map((box) => box[side])));
		const [right, bottom] = ['right', 'bottom'].map((side) => Math.max(...boxes.map((box) => box[side])));
		return {
			x: x - ${MARGIN.left},
			y: y - ${MARGIN.top},
			width: right - x + ${MARGIN.left + MARGIN.right},
			height: bottom - y + ${MARGIN.top + MARGIN.bottom},
		};
	})()`);
	await editor.picture(pathOf('canvas'), clip);
}

const switchOnMail = (node: INode) =>
	node.type.endsWith('.emailSend') ? { disabled: false, credentials: { smtp: { id: null, name: '' } } } : {};

/** The operations' output, rendered as in mail clients and Slack. */
async function drawMessages(studio: Studio): Promise<void> {
	const { browser } = studio;
	const shop = await firstItem(studio, 'email-to-a-customer', 'email');
	await drawEmail(browser, String(shop.html), [DESK, PHONE], pathOf('email-to-a-customer'));
	const team = await firstItem(studio, 'email-to-a-customer', 'email', { audience: 'team', products: '' });
	await drawEmail(browser, String(team.html), [DESK], pathOf('email-to-the-team'));

	const button = { options: { customerUrlTemplate: 'https://crm.example/customers/{identifier}' } };
	const { slackBlocks } = await firstItem(studio, 'slack-briefing', 'slack', button);
	const page = await browser.newPage({ viewport: { width: 640, height: 100 }, deviceScaleFactor: 0.75 });
	await page.setContent(slackPage(String(slackBlocks), ICON));
	await page.screenshot({ path: pathOf('slack-briefing'), fullPage: true });
	await page.close();
}

/** Runs an example with changed message parameters, and returns the first message. */
async function firstItem(
	studio: Studio,
	example: string,
	operation: OperationName,
	parameters: INode['parameters'] = {},
) {
	let writer = '';
	const id = await importExample(studio, example, (node) => {
		if (node.parameters.operation !== operation) return {};
		writer = node.name;
		return { parameters: { ...node.parameters, ...parameters } };
	});
	const { nodes } = await studio.n8n.execute(id, await triggerOf(studio.n8n, id));
	const [item] = nodes[writer]?.[0] ?? [];
	if (item === undefined) throw new Error(`${example} has written no message`);
	return item.json;
}

/** The node that starts a workflow: not every one has a manual trigger. */
async function triggerOf(n8n: TestN8n, id: string): Promise<string | undefined> {
	const { nodes } = (await n8n.rest('GET', `/rest/workflows/${id}`)) as { nodes: INode[] };
	return nodes.find(({ type, disabled }) => /Trigger$/.test(type) && disabled !== true)?.name;
}

/** Saves an example with changed nodes, and returns its ID. */
async function importExample(
	{ n8n, sandbox }: Studio,
	name: string,
	change: (node: INode) => Partial<INode> = () => ({}),
): Promise<string> {
	const example = exampleFiles().find(({ file }) => file === `${name}.json`);
	if (example === undefined) throw new Error(`There is no example ${name}`);
	const { id: _id, ...workflow } = withSandbox(example.workflow, sandbox.url);
	return await n8n.importWorkflow({ ...workflow, nodes: workflow.nodes.map((node) => ({ ...node, ...change(node) })) });
}

void main();
