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

/** The example workflows with the names of their files, in the order of these. */
export function exampleFiles(): { file: string; workflow: WorkflowFile }[] {
	const files = readdirSync(WORKFLOWS).filter((name) => name.endsWith('.json'));
	return files
		.sort()
		.map((file) => ({ file, workflow: JSON.parse(readFileSync(join(WORKFLOWS, file), 'utf8')) as WorkflowFile }));
}

/** The same workflow with its nodes pointing to the saved credentials given, by type: an id is n8n's own on each machine. */
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

/** The sandbox's own address, by which the sample data of the examples name the pictures of its products. */
const SANDBOX = 'http://127.0.0.1:4010';

/** The same workflow with its sample pictures from the sandbox that runs at `url`. */
export function withSandbox(workflow: WorkflowFile, url: string): WorkflowFile {
	return JSON.parse(JSON.stringify(workflow).replaceAll(SANDBOX, url)) as WorkflowFile;
}

/** Whose account each of the examples' nodes needs; all others need none. */
const ACCOUNTS: Readonly<Record<string, string>> = {
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 'OpenAI',
	'n8n-nodes-base.emailSend': 'a mail server',
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

/** The accounts that an example needs to run, and those of its nodes that are switched off: it needs these to send. */
export function accountsOf({ nodes }: WorkflowFile): { toRun: string[]; toSend: string[] } {
	const of = (off: boolean) => {
		const accounts = nodes.filter(({ disabled = false }) => disabled === off).flatMap(accountOf);
		return [...new Set(accounts)];
	};
	return { toRun: of(false), toSend: of(true) };
}

/** Whether an example runs with the sandbox alone. */
export function runsWithSandboxAlone(workflow: WorkflowFile): boolean {
	return accountsOf(workflow).toRun.length === 0;
}
