import type { INode } from 'n8n-workflow';

/** Whether an AI agent has the node as its tool: n8n gives such a node a type of its own. `isToolExecution` says no within an agent. */
export function isTool({ type }: INode): boolean {
	return type.endsWith('Tool');
}
