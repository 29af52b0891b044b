import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium, selectors, type Browser, type Page } from 'playwright-core';

import { DEMO_OWNER } from '../../demo/owner';

const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-dev-shm-usage',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
];

/** How n8n marks what its own tests click. */
selectors.setTestIdAttribute('data-test-id');

const EDITOR_WITHIN_MS = 60_000;

/** A signed-in n8n editor in the Chromium of this machine. */
export interface Editor {
	page: Page;
	/** Opens a saved workflow and waits until its nodes stand on the canvas. */
	openWorkflow(id: string): Promise<void>;
	/** Opens the panel of a node on the canvas, as a double click does. */
	openNode(name: string): Promise<void>;
	/** Executes the open workflow, and waits for n8n to say that it is done. */
	execute(): Promise<void>;
	close(): Promise<void>;
}

/**
 * @param url of a running n8n that has the demo's owner account
 * @throws Error when there is no Chromium in PATH
 */
export async function openEditor(url: string): Promise<Editor> {
	const browser = await launchBrowser();
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const { email, password } = DEMO_OWNER;
	const login = await context.request.post(`${url}/rest/login`, { data: { emailOrLdapLoginId: email, password } });
	if (!login.ok()) throw new Error(`n8n refused the login: ${login.status()} ${await login.text()}`);
	const page = await context.newPage();
	page.setDefaultTimeout(EDITOR_WITHIN_MS);
	return {
		page,
		async openWorkflow(id) {
			await page.goto(`${url}/workflow/${id}`);
			await page.getByTestId('canvas-node').first().waitFor();
		},
		async openNode(name) {
			await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
			await page.getByTestId('ndv').waitFor();
		},
		async execute() {
			await page.getByTestId('execute-workflow-button').click();
			await page.getByText('Workflow executed successfully').first().waitFor();
		},
		close: () => browser.close(),
	};
}

/** The Chromium that this machine has in PATH, or the one that CHROMIUM_PATH names. */
export async function launchBrowser(): Promise<Browser> {
	return await chromium.launch({ executablePath: chromiumPath(), args: ARGUMENTS });
}

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome'];

function chromiumPath(): string {
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	const folders = (process.env.PATH ?? '').split(delimiter);
	const found = COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
	if (found !== undefined) return found;
	throw new Error('There is no Chromium in PATH: install it (on Debian: apt-get install chromium) or set CHROMIUM_PATH.');
}
