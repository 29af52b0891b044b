import { join } from 'node:path';

import { FashionAiApi } from '../../credentials/FashionAiApi.credentials';
import { InvalidIdentifier, readIdentifier } from '../../nodes/shared/api/identifier';
import { explain } from '../../nodes/shared/http/error-texts';
import { Failure } from '../../nodes/shared/http/failure';
import { type Sandbox, startSandbox } from '../../sandbox';
import { exampleFiles, withSandbox, type WorkflowFile } from '../../tools/n8n/workflow-file';
import { startN8n, type TestN8n } from '../n8n/harness';
import { chain, fashionAiNode, itemsNode, manualTrigger } from '../n8n/workflows';
import { type Colors, type Editor, openEditor } from './editor';
import { PICTURES } from './pictures';
import { addProfileNode, credentialOption, CUSTOMER, getFirstProfile, type NodeName, shownNodes } from './steps';

/** Searches in the node panel, and the expected results. */
const TYPED: Record<string, NodeName[]> = {
	fashion: ['getCustomerProfile', 'getRecommendations', 'searchProducts', 'fashionAiTrigger'],
	whatsapp: ['getCustomerProfile', 'searchProducts'],
	email: ['getCustomerProfile', 'getRecommendations'],
	slack: ['getCustomerProfile'],
	hubspot: ['getCustomerProfile'],
	crm: ['getCustomerProfile'],
	klaviyo: ['getCustomerProfile', 'getRecommendations'],
	cliente: ['getCustomerProfile', 'getRecommendations'],
	perfil: ['getCustomerProfile'],
	recomendação: ['getRecommendations'],
	recomendaciones: ['getRecommendations'],
	loja: ['getCustomerProfile', 'getRecommendations', 'searchProducts'],
	moda: ['getCustomerProfile', 'getRecommendations', 'searchProducts'],
	personalization: ['getCustomerProfile', 'getRecommendations'],
	segment: ['getCustomerProfile', 'fashionAiTrigger'],
	'new behavior': ['getCustomerProfile', 'fashionAiTrigger'],
};

/** Runs in the page: in dark mode the text is bright. Drawn, since a style may use any color space. */
const TEXT_IS_BRIGHT = `(() => {
	const drawn = document.createElement('canvas').getContext('2d');
	drawn.fillStyle = getComputedStyle(document.querySelector('[data-test-id="node-creator-search-bar"]')).color;
	drawn.fillRect(0, 0, 1, 1);
	return drawn.getImageData(0, 0, 1, 1).data[0] > 128;
})()`;

/** Runs in the page; clicks made by scripts do not count. */
const COUNT_CLICKS = `window.clicks = 0;
document.addEventListener('click', (event) => { if (event.isTrusted) window.clicks++; }, true);`;

let n8n: TestN8n;
let sandbox: Sandbox;
let editor: Editor;
let shown: Record<NodeName, string>;

describe.each<Colors>(['light', 'dark'])('in %s colors', (colors) => {
	const keep = (name: string) => editor.picture(join(PICTURES, colors, `${name}.png`));

	beforeAll(async () => {
		sandbox = await startSandbox();
		n8n = await startN8n();
		shown = await shownNodes(n8n);
		editor = await openEditor(n8n.url, { colors });
	});

	afterEach(() => sandbox.reset());

	afterAll(async () => {
		await editor?.close();
		await n8n?.stop();
		await sandbox?.close();
	});

	test('searching the node panel finds the nodes', async () => {
		await editor.newWorkflow();
		expect(await editor.page.evaluate(TEXT_IS_BRIGHT)).toBe(colors === 'dark');

		for (const [typed, names] of Object.entries(TYPED)) {
			// The panel shows the previous results until the new search is done.
			await editor.search('nothing bears this name');
			await editor.page.getByTestId('node-creator-no-results').waitFor();
			await editor.search(typed);
			for (const name of names) await editor.found(listed(shown[name])).waitFor();
			await keep(`find-${typed.replace(' ', '-')}`);
		}
	});

	test('the credential test distinguishes a wrong token from a valid one', async () => {
		const { page } = editor;
		await addProfileNode(editor, shown.getCustomerProfile);
		await page
			.getByTestId('node-credentials-empty-state')
			.getByText(/Fashion\.AI/)
			.click();
		await editor.fill('token', 'wrong-token');
		await keep('credential-1-token');
		await editor.choose('host', credentialOption('host', 'custom'));
		await editor.fill('baseUrl', sandbox.url);
		await page.getByTestId('credential-save-button').click();
		const dialog = page.getByTestId('credential-edit-dialog');
		await dialog.getByText('More details').click();
		await dialog.getByText(explain(new Failure('unauthorized')).message).waitFor();
		await keep('credential-2-wrong');

		await editor.fill('token', sandbox.token);
		await page.getByTestId('credential-save-button').click();
		await dialog.waitFor({ state: 'hidden' });
		await page.getByTestId('node-credentials-select').waitFor();
		await keep('credential-3-right');

		const saved = (await n8n.rest('GET', '/rest/credentials')) as { type: string }[];
		expect(saved.map(({ type }) => type)).toEqual([new FashionAiApi().name]);
		expect(sandbox.requests().map(({ status }) => status)).toEqual([401, 200]);
	});

	describe('with a credential', () => {
		beforeAll(() =>
			n8n.createCredential('fashionAiApi', 'Fashion.AI', {
				token: sandbox.token,
				host: 'custom',
				baseUrl: sandbox.url,
			}),
		);

		test('a first profile takes under five clicks, counted from the node’s open panel', async () => {
			await addProfileNode(editor, shown.getCustomerProfile, (step) => keep(`first-profile-${step}`));
			await editor.page.evaluate(COUNT_CLICKS);
			await getFirstProfile(editor, (step) => keep(`first-profile-${step}`));

			const clicks = await editor.page.evaluate('window.clicks');
			expect(clicks).toBeGreaterThan(0);
			expect(clicks).toBeLessThan(5);
			expect(sandbox.requests()).toEqual([
				expect.objectContaining({
					path: `/api/v1/crm/protected/profile/email/${encodeURIComponent(CUSTOMER)}`,
					status: 200,
				}),
			]);
		});

		test('an invalid address is reported, with an example of a valid one', async () => {
			await addProfileNode(editor, shown.getCustomerProfile);
			await editor.fill('email', 'Marina Alves');
			await editor.executeStep();

			const { message, description } = refusalOf('Marina Alves');
			await shows(message, description);
			await keep('told-no-address');
			expect(sandbox.requests()).toEqual([]);
		});

		test('a rejected token is reported, with where to get a new one', async () => {
			sandbox.setFaults([{ fault: { kind: 'status', status: 401 } }]);
			await addProfileNode(editor, shown.getCustomerProfile);
			await editor.fill('email', CUSTOMER);
			await editor.executeStep();

			const { message, description } = explain(new Failure('unauthorized'));
			await shows(message, description);
			await keep('told-token');
			expect(await editor.page.content()).not.toContain(sandbox.token);
		});

		test('customers without a result are counted under the output', async () => {
			const customers = ['nobody@example.com', CUSTOMER, 'noone@example.com'].map((email) => ({ email }));
			const node = fashionAiNode('Profile', 'getCustomerProfile', { email: '={{ $json.email }}', ifNotFound: 'skip' });
			const id = await n8n.importWorkflow(chain('Hint', manualTrigger(), itemsNode('Customers', customers), node));
			await editor.openWorkflow(id);
			await editor.openNode('Profile');
			await editor.executeStep();

			await editor.page
				.getByTestId('output-panel')
				.getByText(/2 of 3/)
				.waitFor();
			await keep('told-not-found');
		});

		test('an example runs with its own button', async () => {
			const example = exampleFiles().find(({ file }) => file === 'new-behavior-of-customers.json');
			const { id: _id, ...workflow } = withSandbox(example?.workflow as WorkflowFile, sandbox.url);
			await editor.openWorkflow(await n8n.importWorkflow(workflow));
			await keep('example-1-open');
			await editor.execute();

			await editor.isTold('Workflow executed successfully');
			await keep('example-2-done');
			expect(
				sandbox
					.requests()
					.map(({ status }) => status)
					.sort(),
			).toEqual([200, 200, 200, 404]);
		});

		test('a field from the previous node can be dragged into a parameter', async () => {
			const customers = [{ email: CUSTOMER, name: 'Marina' }];
			const node = fashionAiNode('Profile', 'getCustomerProfile', { email: '' });
			const id = await n8n.importWorkflow(chain('Drag', manualTrigger(), itemsNode('Customers', customers), node));
			await editor.openWorkflow(id);
			await editor.openNode('Profile');
			await editor.page.getByTestId('execute-previous-node').click();
			await editor.drag('email', 'email');

			await editor.parameter('email').getByText('{{ $json.email }}').waitFor();
			await keep('drag-1-dropped');
			await editor.executeStep();
			await editor.page.getByTestId('output-panel').getByText('momentSummary').first().waitFor();
			await keep('drag-2-profile');
			expect(sandbox.requests()).toEqual([expect.objectContaining({ status: 200 })]);
		});

		test('a field of our output can be dragged before the first run', async () => {
			const email = fashionAiNode('Email', 'getCustomerProfile', {
				operation: 'email',
				email: CUSTOMER,
				audience: 'customer',
			});
			const next = fashionAiNode('Next', 'getCustomerProfile', { email: '' });
			const id = await n8n.importWorkflow(chain('Preview', manualTrigger(), email, next));
			await editor.openWorkflow(id);
			await editor.openNode('Next');
			await editor.drag('subject', 'email');

			await editor.parameter('email').getByText('{{ $json.subject }}').waitFor();
			await keep('drag-3-preview');
		});
	});

	/** Waits until the open node's output shows both. */
	async function shows(message: string, description: string): Promise<void> {
		const output = editor.page.getByTestId('output-panel');
		await output.getByTestId('node-error-message').getByText(message).waitFor();
		await output.getByTestId('node-error-description').getByText(description).waitFor();
	}
});

/** The node panel omits the word from a trigger's name. */
function listed(displayName: string): string {
	return displayName.replace(/ Trigger$/, '');
}

/** The node's message for an invalid address. */
function refusalOf(typed: string): InvalidIdentifier {
	try {
		readIdentifier('email', typed);
	} catch (refusal) {
		if (refusal instanceof InvalidIdentifier) return refusal;
	}
	throw new Error(`${typed} is an address`);
}
