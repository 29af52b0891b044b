import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { createCredentialsHelper } from './credentials';
import { OUR_PACKAGE, type N8n } from './n8n';

/** The node that is measured. */
export interface MeasuredNode {
	/** With its package: `n8n-nodes-base.httpRequest`. */
	type: string;
	parameters: INodeParameters;
	/** By the names of their types. */
	credentials: Record<string, ICredentialDataDecryptedObject>;
}

const INPUT = 'Input';
const MODE = 'manual';

/** Prepares the execution of one node in n8n's engine, with continue on fail. */
export async function prepare(
	n8n: N8n,
	{ type, parameters, credentials }: MeasuredNode,
): Promise<(input: IDataObject[]) => Promise<{ items: INodeExecutionData[]; stoppedBy?: string }>> {
	const helper = await createCredentialsHelper(n8n, credentials);
	const node: INode = {
		id: 'node',
		name: 'Node',
		type,
		typeVersion: latestOf(findType(n8n, type)),
		position: [200, 0],
		parameters,
		credentials: Object.fromEntries(Object.keys(credentials).map((id) => [id, { id, name: id }])),
		onError: 'continueRegularOutput',
	};
	const input: INode = {
		...node,
		id: 'input',
		name: INPUT,
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		parameters: {},
		credentials: {},
	};
	const find = (name: string): INodeType => {
		const given = findType(n8n, name);
		return 'nodeVersions' in given ? given.getNodeType() : given;
	};

	return async (items) => {
		const workflow = new n8n.workflow.Workflow({
			id: 'benchmark',
			nodes: [input, node],
			connections: { [INPUT]: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
			active: false,
			nodeTypes: { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) },
			settings: { executionOrder: 'v1' },
		});
		const execution = new n8n.core.WorkflowExecute(additionalDataOf(n8n, helper), MODE, startOf(n8n, node, items));
		const { data } = await execution.processRunExecutionData(workflow);
		const { error, runData } = data.resultData;
		return { items: runData[node.name]?.[0]?.data?.main?.[0] ?? [], stoppedBy: error?.message };
	};
}

function findType(n8n: N8n, type: string) {
	const [packageName = '', name = ''] = type.split('.');
	return (packageName === OUR_PACKAGE ? n8n.ours : n8n.builtIn).getNode(name).type;
}

function latestOf(type: ReturnType<typeof findType>): number {
	return 'nodeVersions' in type ? type.currentVersion : 1;
}

function startOf(n8n: N8n, node: INode, json: IDataObject[]) {
	const items = json.map((fields, item) => ({ json: fields, pairedItem: { item } }));
	return n8n.workflow.createRunExecutionData({
		executionData: {
			nodeExecutionStack: [
				{
					node,
					data: { main: [items] },
					source: { main: [{ previousNode: INPUT, previousNodeOutput: 0, previousNodeRun: 0 }] },
				},
			],
		},
		resultData: {
			runData: {
				[INPUT]: [{ startTime: 0, executionIndex: 0, executionTime: 0, source: [], data: { main: [items] } }],
			},
		},
	});
}

function additionalDataOf(n8n: N8n, credentialsHelper: unknown): IWorkflowExecuteAdditionalData {
	const hooks = new n8n.core.ExecutionLifecycleHooks(MODE, 'benchmark', {
		id: 'benchmark',
		name: 'Benchmark',
		active: false,
		isArchived: false,
		createdAt: new Date(0),
		updatedAt: new Date(0),
		nodes: [],
		connections: {},
		activeVersionId: null,
	});
	const urls = [
		'restApiUrl',
		'instanceBaseUrl',
		'webhookBaseUrl',
		'webhookWaitingBaseUrl',
		'webhookTestBaseUrl',
		'formWaitingBaseUrl',
	];
	return {
		credentialsHelper,
		executionId: 'benchmark',
		currentNodeExecutionIndex: 0,
		hooks,
		variables: {},
		...Object.fromEntries(urls.map((name) => [name, 'http://localhost:5678/'])),
	} as unknown as IWorkflowExecuteAdditionalData;
}
