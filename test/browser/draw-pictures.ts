/** `npm run pictures`: draws every picture of the docs anew, with a real n8n, the sandbox and the examples. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser } from 'playwright-core';

import type { WorkflowFile } from '../../demo/workflow-file';
import { startSandbox, type Sandbox } from '../../sandbox';
import { startN8n, type TestN8n } from '../n8n/harness';
import { startMailServer, type MailServer } from '../n8n/mail-server';
import { launchBrowser } from './browser';
import { drawEmails } from './draw-emails';
import { openEditor, type Editor } from './editor';
import { slackPage } from './slack-page';
import { addProfileNode, getFirstProfile } from './steps';

const REPOSITORY = join(__dirname, '../..');
const FOLDER = join(REPOSITORY, 'docs/pictures');
const ICON = `data:image/svg+xml;base64,${readFileSync(join(REPOSITORY, 'icons/fashionai.svg')).toString('base64')}`;
/** Around what stands on a canvas. */
const MARGIN = 24;

async function main(): Promise<void> {
	const browser = await launchBrowser();
	try {
		await drawEmails(browser, FOLDER);
		await drawEditor(browser);
	} finally {
		await browser.close();
	}
}

/** What needs a running n8n. */
async function drawEditor(browser: Browser): Promise<void> {
	const sandbox = await startSandbox();
	const mail = await startMailServer();
	const n8n = await startN8n();
	try {
		await saveAccounts(n8n, sandbox, mail);
		await inEditor(n8n, async (editor) => {
			await drawFirstProfile(editor);
			await drawTrigger(n8n, editor);
		});
		await inEditor(n8n, (editor) => drawCanvas(n8n, editor), { width: 1240, height: 720 });
		await drawSlack(browser, n8n);
	} finally {
		await n8n.stop();
		await Promise.all([sandbox.close(), mail.close()]);
	}
}

async function saveAccounts(n8n: TestN8n, sandbox: Sandbox, { port }: MailServer): Promise<void> {
	await n8n.createCredential('fashionAiApi', 'Fashion.AI', { token: sandbox.token, host: 'custom', baseUrl: sandbox.url });
	await n8n.createCredential('smtp', 'Mail', { host: '127.0.0.1', port, secure: false, disableStartTls: true, user: '', password: '' });
}

async function inEditor(n8n: TestN8n, use: (editor: Editor) => Promise<void>, size?: { width: number; height: number }): Promise<void> {
	const editor = await openEditor(n8n.url, { size });
	try {
		await use(editor);
	} finally {
		await editor.close();
	}
}

async function drawFirstProfile(editor: Editor): Promise<void> {
	const look = (step: string) => drawWindow(editor, `first-profile-${step}`);
	await addProfileNode(editor, look);
	await getFirstProfile(editor, look);
}

async function drawTrigger(n8n: TestN8n, editor: Editor): Promise<void> {
	await editor.openWorkflow(await importExample(n8n, 'tell-my-team'));
	await editor.openNode('Fashion.AI Trigger');
	await editor.executeStep();
	await editor.page.getByTestId('output-panel').getByText('momentSummary').first().waitFor();
	await drawWindow(editor, 'trigger');
}

async function drawWindow(editor: Editor, name: string): Promise<void> {
	await editor.closeToasts();
	await editor.picture(join(FOLDER, `${name}.png`));
}

/** A workflow that has run, without the window around it. */
async function drawCanvas(n8n: TestN8n, editor: Editor): Promise<void> {
	const { page } = editor;
	await editor.openWorkflow(await importExample(n8n, 'email-to-a-customer', ({ type }) => (type.endsWith('.emailSend') ? { disabled: false, credentials: { smtp: { id: null, name: '' } } } : {})));
	await editor.execute();
	await editor.isTold('Workflow executed successfully');
	await editor.closeToasts();
	await page.addStyleTag({ content: '[data-test-id="canvas-controls"], [data-test-id="canvas-handle-plus-wrapper"] { visibility: hidden }' });
	const clip = await page.evaluate<{ x: number; y: number; width: number; height: number }>(`(() => {
		const boxes = [...document.querySelectorAll('.vue-flow__node')].map((node) => node.getBoundingClientRect());
		const [x, y] = ['left', 'top'].map((side) => Math.min(...boxes.map((box) => box[side])) - ${MARGIN});
		const [right, bottom] = ['right', 'bottom'].map((side) => Math.max(...boxes.map((box) => box[side])) + ${MARGIN});
		return { x, y, width: right - x, height: bottom - y };
	})()`);
	// The names under the nodes hang out of their boxes.
	await editor.picture(join(FOLDER, 'canvas.png'), { ...clip, height: clip.height + 2 * MARGIN });
}

/** What the operation gave in n8n, as Slack would show it. */
async function drawSlack(browser: Browser, n8n: TestN8n): Promise<void> {
	const button = { options: { customerUrlTemplate: 'https://crm.example/customers/{identifier}' } };
	const id = await importExample(n8n, 'slack-briefing', ({ type, parameters }) =>
		type.endsWith('.getCustomerProfile') ? { parameters: { ...parameters, ...button } } : {},
	);
	const { nodes } = await n8n.execute(id);
	const slackBlocks = nodes['Write the Briefing']?.[0]?.[0]?.json.slackBlocks;
	const page = await browser.newPage({ viewport: { width: 640, height: 100 } });
	await page.setContent(slackPage(String(slackBlocks), ICON));
	await page.screenshot({ path: join(FOLDER, 'slack-briefing.png'), fullPage: true });
	await page.close();
}

type Change = (node: WorkflowFile['nodes'][number]) => Partial<WorkflowFile['nodes'][number]>;

/** Saves an example with its nodes changed, and gives its id. */
async function importExample(n8n: TestN8n, name: string, change: Change = () => ({})): Promise<string> {
	const { id: _id, ...workflow } = JSON.parse(readFileSync(join(REPOSITORY, `workflows/${name}.json`), 'utf8')) as WorkflowFile;
	return await n8n.importWorkflow({ ...workflow, nodes: workflow.nodes.map((node) => ({ ...node, ...change(node) })) });
}

void main();
