import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandbox, type Sandbox } from '../../sandbox';
import { openEditor, type Editor } from '../browser/browser';
import { startN8n, type TestN8n } from './harness';

let n8n: TestN8n;
let sandbox: Sandbox;
let editor: Editor;
let pictures: string;

beforeAll(async () => {
	// DOCS_PICTURES keeps them, for the documentation; otherwise they show only that the steps can be taken.
	pictures = process.env.DOCS_PICTURES ?? (await mkdtemp(join(tmpdir(), 'fashionai-pictures-')));
	sandbox = await startSandbox();
	n8n = await startN8n();
	await n8n.createCredential('fashionAiApi', 'Fashion.AI', { token: sandbox.token, host: 'custom', baseUrl: sandbox.url });
	editor = await openEditor(n8n.url);
});

afterAll(async () => {
	await editor?.close();
	await n8n?.stop();
	await sandbox?.close();
	if (process.env.DOCS_PICTURES === undefined) await rm(pictures, { recursive: true, force: true });
});

/** Runs in the page; what a script does by itself is no click of a person. */
const COUNT_CLICKS = `window.clicks = 0;
document.addEventListener('click', (event) => { if (event.isTrusted) window.clicks++; }, true);`;

test('a first profile takes under five clicks, counted from the node’s open panel', async () => {
	const { page } = editor;
	const picture = (name: string) =>
		page.screenshot({ path: join(pictures, `first-profile-${name}.png`), animations: 'disabled' });
	const action = page.getByText('Get a customer profile', { exact: true });
	await page.goto(`${n8n.url}/workflow/new`);
	await page.getByTestId('canvas-add-button').click();
	await page.getByTestId('node-creator-search-bar').fill('fashion');
	await page.getByText('Fashion.AI: Get Customer Profile').first().click();
	await action.waitFor();
	await picture('1-find-the-node');
	await action.click();
	const email = page.getByTestId('parameter-input-email').locator('input');
	await email.waitFor();
	await picture('2-open-panel');

	await page.evaluate(COUNT_CLICKS);
	await email.click();
	await email.fill('marina.alves@example.com');
	await picture('3-customer');
	await page.getByTestId('node-execute-button').click();
	await page.getByText('momentSummary').first().waitFor();
	await picture('4-profile');

	const clicks = await page.evaluate('window.clicks');
	expect(clicks).toBeGreaterThan(0);
	expect(clicks).toBeLessThan(5);
	expect(sandbox.requests()).toEqual([
		expect.objectContaining({ path: '/api/v1/crm/protected/profile/email/marina.alves%40example.com', status: 200 }),
	]);
});
