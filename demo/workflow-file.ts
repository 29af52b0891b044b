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

const WORKFLOWS = join(__dirname, '../workflows');

/** The example workflows, in the order of their file names. */
export function exampleWorkflows(): WorkflowFile[] {
	const files = readdirSync(WORKFLOWS).filter((name) => name.endsWith('.json'));
	return files.sort().map((name) => JSON.parse(readFileSync(join(WORKFLOWS, name), 'utf8')) as WorkflowFile);
}

/** The same workflow with its nodes pointing to the saved credentials given, by type: an id is n8n's own on each machine. */
export function withCredentials(workflow: WorkflowFile, saved: Record<string, { id: string; name: string }>): WorkflowFile {
	const nodes = workflow.nodes.map((node) => {
		if (node.credentials === undefined) return node;
		const credentials = Object.entries(node.credentials).map(([type, reference]) => [type, saved[type] ?? reference]);
		return { ...node, credentials: Object.fromEntries(credentials) as INode['credentials'] };
	});
	return { ...workflow, nodes };
}

const BUILT_IN = 'n8n-nodes-base.';
const OURS = 'n8n-nodes-fashionai.';

/** n8n's own nodes that the examples use and that work without an account with anybody. */
const NEED_NO_ACCOUNT = new Set(
	['aggregate', 'filter', 'if', 'limit', 'manualTrigger', 'merge', 'noOp', 'set', 'splitOut', 'stickyNote', 'webhook'].map(
		(name) => BUILT_IN + name,
	),
);

/** Whether an example runs with the sandbox alone. The others need an account of the user's: mail, Slack, HubSpot, WhatsApp, OpenAI. */
export function runsWithSandboxAlone({ nodes }: WorkflowFile): boolean {
	return nodes.every(({ type, disabled }) => disabled === true || type.startsWith(OURS) || NEED_NO_ACCOUNT.has(type));
}
