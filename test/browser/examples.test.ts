import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INode } from 'n8n-workflow';

import { runsWithSandboxAlone, type WorkflowFile } from '../../demo/workflow-file';
import { startSandbox, type Sandbox } from '../../sandbox';
import { startN8n, type Execution, type SavedCredential, type TestN8n } from '../n8n/harness';
import { startMailServer, type MailServer } from '../n8n/mail-server';
import { waitUntil } from '../n8n/wait-until';
import { openEditor, type Editor } from './editor';
import { PICTURES } from './pictures';

const WORKFLOWS = join(__dirname, '../../workflows');
const FILES = readdirSync(WORKFLOWS).filter((name) => name.endsWith('.json'));
const OURS = 'n8n-nodes-fashionai.';

let n8n: TestN8n;
let sandbox: Sandbox;
let mail: MailServer;
let smtp: SavedCredential;
let editor: Editor;

beforeAll(async () => {
	sandbox = await startSandbox();
	mail = await startMailServer();
	n8n = await startN8n();
	await n8n.createCredential('fashionAiApi', 'Fashion.AI', { token: sandbox.token, host: 'custom', baseUrl: sandbox.url });
	const connection = { host: '127.0.0.1', port: mail.port, secure: false, disableStartTls: true, user: '', password: '' };
	smtp = await n8n.createCredential('smtp', 'Mail', connection);
	editor = await openEditor(n8n.url);
});

afterAll(async () => {
	await editor?.close();
	await n8n?.stop();
	await Promise.all([sandbox?.close(), mail?.close()]);
});

/** The example as it is, with an account for the mail nodes alone. */
function read(file: string): Omit<WorkflowFile, 'id'> {
	const { id: _id, ...workflow } = JSON.parse(readFileSync(join(WORKFLOWS, file), 'utf8')) as WorkflowFile;
	return { ...workflow, nodes: workflow.nodes.map((node) => (isMail(node) ? { ...node, credentials: { smtp } } : node)) };
}

const isMail = ({ type }: INode) => type === 'n8n-nodes-base.emailSend';

/** Whether it runs here to its end. The others stop at the node for which nobody has chosen an account. */
function hasAllItNeeds({ nodes, ...rest }: Omit<WorkflowFile, 'id'>): boolean {
	return runsWithSandboxAlone({ id: '', ...rest, nodes: nodes.filter((node) => !isMail(node)) });
}

test.each(FILES)('%s runs by its own button', async (file) => {
	const workflow = read(file);
	const name = file.replace('.json', '');
	const id = await n8n.importWorkflow(workflow);
	await editor.openWorkflow(id);
	await editor.picture(join(PICTURES, 'examples', `${name}-1.png`));
	await editor.execute();

	const [execution] = await waitUntil(`${file} has run`, async () => {
		const ended = await n8n.executions(id);
		return ended.length > 0 && ended;
	});
	await editor.page.getByTestId('canvas-node-status-success').first().waitFor();
	await editor.picture(join(PICTURES, 'examples', `${name}-2.png`));
	expect(oursThatFailed(workflow, execution)).toEqual([]);
	if (hasAllItNeeds(workflow)) expect(execution).toMatchObject({ status: 'success' });
	else expect(execution?.error?.message ?? '').toMatch(/credential|^$/i);
});

/** The Fashion.AI nodes that did not do their work. */
function oursThatFailed({ nodes }: Omit<WorkflowFile, 'id'>, execution: Execution | undefined): string[] {
	const ours = nodes.filter(({ type }) => type.startsWith(OURS)).map((node) => node.name);
	return ours.filter((name) => execution?.nodeErrors[name] !== undefined);
}
