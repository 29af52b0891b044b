import { randomUUID } from 'node:crypto';

import type { IConnections, INode, INodeParameters } from 'n8n-workflow';

import type { WorkflowFile } from './harness';

/** A node as a test writes it: the rest has a default. */
export type NodeDraft = Pick<INode, 'name' | 'type'> & Partial<INode> & { parameters?: INodeParameters };

/** A node with its own ID and position. */
export function node(draft: NodeDraft): INode {
	return { id: randomUUID(), typeVersion: 1, position: [0, 0], parameters: {}, ...draft };
}

export function manualTrigger(): INode {
	return node({ name: 'Start', type: 'n8n-nodes-base.manualTrigger' });
}

/** A node that returns these items for any input. */
export function itemsNode(name: string, items: object[]): INode {
	const jsCode = `return ${JSON.stringify(items)}.map((json) => ({ json }));`;
	return node({ name, type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode } });
}

/** A node of this package; workflows imported after `createCredential` get the saved one. */
export function fashionAiNode(
	name: string,
	type: string,
	parameters: INodeParameters,
	more: Partial<INode> = {},
): INode {
	return node({
		name,
		type: `n8n-nodes-fashionai.${type}`,
		parameters,
		credentials: { fashionAiApi: { id: null, name: 'Fashion.AI' } },
		...more,
	});
}

/** Nodes in sequence, each on the first output of the previous one. */
export function chain(name: string, ...nodes: INode[]): Omit<WorkflowFile, 'id'> {
	const connections: IConnections = {};
	for (const [index, { name: from }] of nodes.entries()) {
		const next = nodes[index + 1];
		if (next !== undefined) connections[from] = { main: [[{ node: next.name, type: 'main', index: 0 }]] };
	}
	return { name, nodes, connections };
}

/** Connects an output of a node with another node; output 1 of an action node is its error output. */
export function connect(workflow: Omit<WorkflowFile, 'id'>, from: string, output: number, to: INode): void {
	workflow.nodes.push(to);
	const outputs = ((workflow.connections[from] ??= {}).main ??= []);
	while (outputs.length <= output) outputs.push([]);
	outputs[output] = [...(outputs[output] ?? []), { node: to.name, type: 'main', index: 0 }];
}
