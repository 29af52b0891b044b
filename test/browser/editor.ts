import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

import { type Browser, type Locator, type Page, selectors } from 'playwright-core';

import { DEMO_OWNER } from '../../tools/n8n/owner';
import { launchBrowser } from './browser';

/** The attribute that n8n's own tests use to find elements. */
selectors.setTestIdAttribute('data-test-id');

const WITHIN_MS = 60_000;

/** n8n follows the system's color scheme by default. */
export type Colors = 'light' | 'dark';

export interface EditorOptions {
	colors?: Colors;
	/** Of the window, in pixels. */
	size?: { width: number; height: number };
}

/**
 * Opens n8n's editor as the demo's owner, in the local Chromium.
 *
 * @param url of a running n8n that has the demo's owner account
 * @throws Error if there is no Chromium, or n8n rejects the login
 */
export async function openEditor(url: string, options: EditorOptions = {}): Promise<Editor> {
	const browser = await launchBrowser();
	try {
		return new Editor(url, await logIn(browser, url, options), () => browser.close());
	} catch (error) {
		await browser.close();
		throw error;
	}
}

async function logIn(
	browser: Browser,
	url: string,
	{ colors = 'light', size = { width: 1440, height: 900 } }: EditorOptions,
): Promise<Page> {
	const context = await browser.newContext({ viewport: size, colorScheme: colors });
	const { email, password } = DEMO_OWNER;
	const login = await context.request.post(`${url}/rest/login`, { data: { emailOrLdapLoginId: email, password } });
	if (!login.ok()) throw new Error(`n8n refused the login: ${login.status()} ${await login.text()}`);
	const page = await context.newPage();
	page.setDefaultTimeout(WITHIN_MS);
	return page;
}

/** A signed-in n8n editor, and the user's actions in it. */
export class Editor {
	constructor(
		private readonly url: string,
		readonly page: Page,
		readonly close: () => Promise<void>,
	) {}

	/** Opens a new workflow with its node panel. */
	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.getByTestId('canvas-add-button').click();
		await this.page.getByTestId('node-creator-search-bar').waitFor();
	}

	/** Opens a saved workflow and waits until its nodes are on the canvas. */
	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** Types into the node panel's search. */
	async search(text: string): Promise<void> {
		await this.page.getByTestId('node-creator-search-bar').fill(text);
	}

	/** The entry in the node panel with exactly this name. */
	found(name: string): Locator {
		return this.page.getByTestId('node-creator-item-name').getByText(name, { exact: true }).first();
	}

	/** Opens the panel of a node on the canvas, like a double click. */
	async openNode(name: string): Promise<void> {
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		await this.page.getByTestId('ndv').waitFor();
	}

	/** A parameter of the open node or credential, by the name under which workflows store it. */
	parameter(name: string): Locator {
		return this.page.getByTestId(`parameter-input-${name}`);
	}

	/** Types a value into a text parameter. */
	async fill(name: string, value: string): Promise<void> {
		await this.parameter(name).locator('input').fill(value);
	}

	/** Chooses an option of a parameter. */
	async choose(name: string, option: string): Promise<void> {
		await this.parameter(name).click();
		await this.page.getByTestId('parameter-input-item').getByText(option, { exact: true }).click();
	}

	/** Clicks the button of the open node that executes it, or fetches a sample. */
	async executeStep(): Promise<void> {
		const panel = this.page.getByTestId('ndv');
		await panel.getByTestId('node-execute-button').or(panel.getByTestId('trigger-execute-button')).first().click();
	}

	/** Clicks the button of the open workflow that executes it. */
	async execute(): Promise<void> {
		await this.page.getByTestId('execute-workflow-button').click();
	}

	/** Drags a field of the input, in the open node, into a parameter. */
	async drag(field: string, parameter: string): Promise<void> {
		const from = await middle(
			this.page.getByTestId('ndv-input-panel').locator(`[data-target="mappable"][data-name="${field}"]`).first(),
		);
		const to = await middle(this.parameter(parameter));
		const { mouse } = this.page;
		await mouse.move(from.x, from.y);
		await mouse.down();
		await mouse.move(to.x, to.y, { steps: 10 });
		await mouse.up();
	}

	/** Waits until n8n shows this text. */
	async isTold(text: string): Promise<void> {
		await this.page.getByText(text).first().waitFor();
	}

	/** Hides n8n's notifications, for a picture without them. */
	async hideToasts(): Promise<void> {
		await this.page.addStyleTag({ content: '.el-notification { display: none !important }' });
	}

	/** Writes a picture of the window, or of the region, as PNG. */
	async picture(file: string, clip?: { x: number; y: number; width: number; height: number }): Promise<void> {
		await mkdir(dirname(file), { recursive: true });
		await this.page.screenshot({ path: file, animations: 'disabled', clip });
	}
}

async function middle(of: Locator): Promise<{ x: number; y: number }> {
	await of.waitFor();
	const box = await of.boundingBox();
	if (box === null) throw new Error('What is to be dragged, or where to, cannot be seen');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
