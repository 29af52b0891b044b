import type { INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

import { FashionAiApi } from '../../credentials/FashionAiApi.credentials';
import { OPERATIONS } from '../../nodes/GetCustomerProfile/operations';
import type { TestN8n } from '../n8n/harness';
import type { Editor } from './editor';

const OURS = 'n8n-nodes-fashionai.';

/** A customer of the sandbox, who shows new behavior. */
export const CUSTOMER = 'marina.alves@example.com';

/** Called at each step worth a picture. */
export type Look = (step: string) => Promise<void>;

export type NodeName = 'getCustomerProfile' | 'getRecommendations' | 'searchProducts' | 'fashionAiTrigger';

/** The names of our nodes in this n8n. */
export async function shownNodes(n8n: TestN8n): Promise<Record<NodeName, string>> {
	const types = (await n8n.rest('GET', '/types/nodes.json')) as INodeTypeDescription[];
	const ours = types.filter(({ name }) => name.startsWith(OURS));
	return Object.fromEntries(ours.map(({ name, displayName }) => [name.slice(OURS.length), displayName])) as Record<
		NodeName,
		string
	>;
}

/** A newcomer's way from an empty workflow to the open panel of Get Customer Profile, which n8n shows as `name`. */
export async function addProfileNode(editor: Editor, name: string, look: Look = async () => undefined): Promise<void> {
	const action = editor.found(OPERATIONS.get.action);
	await editor.newWorkflow();
	await editor.search('fashion');
	await editor.found(name).click();
	await action.waitFor();
	await look('1-find-the-node');
	await action.click();
	await editor.parameter('email').waitFor();
	await look('2-open-panel');
}

/** From the open panel of Get Customer Profile to a profile. */
export async function getFirstProfile(editor: Editor, look: Look = async () => undefined): Promise<void> {
	await editor.parameter('email').locator('input').click();
	await editor.fill('email', CUSTOMER);
	await look('3-customer');
	await editor.executeStep();
	await editor.page.getByTestId('output-panel').getByText('momentSummary').first().waitFor();
	// The button fades from “Stop” back to its own text.
	await editor.page.mouse.move(0, 0);
	await editor.page.getByTestId('node-execute-button').getByText('Execute step').first().waitFor();
	await look('4-profile');
}

/** The display name of an option in the credential. */
export function credentialOption(parameter: string, value: string): string {
	const property = new FashionAiApi().properties.find(({ name }) => name === parameter);
	const option = (property?.options as INodePropertyOptions[] | undefined)?.find((entry) => entry.value === value);
	if (option === undefined) throw new Error(`The credential has no ${value} in ${parameter}`);
	return option.name;
}
