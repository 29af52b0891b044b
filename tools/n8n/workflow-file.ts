import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IConnections, INode, IWorkflowSettings } from 'n8n-workflow';

/** A workflow as n8n exports and imports it. */
export interface WorkflowFile {
	id: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
}

const WORKFLOWS = join(__dirname, '../../workflows');

/** The example workflows with their file names, in alphabetical order. */
export function exampleFiles(): { file: string; workflow: WorkflowFile }[] {
	const files = readdirSync(WORKFLOWS).filter((name) => name.endsWith('.json'));
	return files
		.sort()
		.map((file) => ({ file, workflow: JSON.parse(readFileSync(join(WORKFLOWS, file), 'utf8')) as WorkflowFile }));
}

/** The same workflow with its nodes using the given saved credentials, by type: IDs differ between n8n instances. */
export function withCredentials(
	workflow: WorkflowFile,
	saved: Record<string, { id: string; name: string }>,
): WorkflowFile {
	const nodes = workflow.nodes.map((node) => {
		if (node.credentials === undefined) return node;
		const credentials = Object.entries(node.credentials).map(([type, reference]) => [type, saved[type] ?? reference]);
		return { ...node, credentials: Object.fromEntries(credentials) as INode['credentials'] };
	});
	return { ...workflow, nodes };
}

/** The sandbox's default URL, used for product images in the examples' sample data. */
const SANDBOX = 'http://127.0.0.1:4010';

/** The same workflow with its sample images from the sandbox at `url`. */
export function withSandbox(workflow: WorkflowFile, url: string): WorkflowFile {
	return JSON.parse(JSON.stringify(workflow).replaceAll(SANDBOX, url)) as WorkflowFile;
}

/** The account needed by each node type in the examples; all others need none. */
const ACCOUNTS: Readonly<Record<string, string>> = {
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 'OpenAI',
	'n8n-nodes-base.emailSend': 'SMTP',
	'n8n-nodes-base.hubspot': 'HubSpot',
	'n8n-nodes-base.mailchimp': 'Mailchimp',
	'n8n-nodes-base.postgres': 'PostgreSQL',
	'n8n-nodes-base.slack': 'Slack',
	'n8n-nodes-base.whatsApp': 'WhatsApp Business',
	'n8n-nodes-base.whatsAppTrigger': 'WhatsApp Business',
};

function accountOf({ type, parameters }: INode): string[] {
	const account = parameters.nodeCredentialType === 'hubspotAppToken' ? 'HubSpot' : ACCOUNTS[type];
	return account === undefined ? [] : [account];
}

/** The accounts that an example needs to run, and those of its deactivated nodes, which it needs to send. */
export function accountsOf({ nodes }: WorkflowFile): { toRun: string[]; toSend: string[] } {
	const of = (off: boolean) => {
		const accounts = nodes.filter(({ disabled = false }) => disabled === off).flatMap(accountOf);
		return [...new Set(accounts)];
	};
	return { toRun: of(false), toSend: of(true) };
}

/** Whether an example runs with only the sandbox. */
export function runsWithSandboxAlone(workflow: WorkflowFile): boolean {
	return accountsOf(workflow).toRun.length === 0;
}
