import { join } from 'node:path';
import { inspect } from 'node:util';

import { ExecutionLifecycleHooks, PackageDirectoryLoader, PollContext, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	ICredentialsHelper,
	LoggerProxy,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialType,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
	type INodeTypes,
	type IRun,
	type IWorkflowExecuteAdditionalData,
	type NodeExecutionHint,
	type OnError,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

/** Where the built package is. */
let packageRoot = join(__dirname, '../..');
const PACKAGE_NAME = 'n8n-nodes-fashionai';
const INPUT = 'Input';
const INPUT_TYPE = 'test.input';
const AGENT_TYPE = 'test.agent';
/** The base of n8n's URLs in expressions; nothing listens there. */
const INSTANCE = 'http://localhost:5678';

/** The input of the node under test. */
export interface NodeRun {
	/** The node's type without the package: `getCustomerProfile`. */
	type: string;
	/** The newest, where it is not given. */
	typeVersion?: number;
	parameters: INodeParameters;
	credential: ICredentialDataDecryptedObject;
	/** The fields of each input item. */
	input?: IDataObject[];
	onError?: OnError;
	/** Turns on Retry On Fail, with this many tries. */
	maxTries?: number;
	/** The items of a second run of the node in the same execution, as in a loop. */
	nextInput?: IDataObject[];
	mode?: WorkflowExecuteMode;
	/** The workflow's, or else n8n's. */
	timezone?: string;
	/** Stops the execution when it fires. */
	stopWhen?: Promise<unknown>;
}

/** The result of an execution. */
export interface NodeResult {
	/** The items on the node's own output. */
	items: INodeExecutionData[];
	/** The items on the node's own output in its second run. */
	nextItems: INodeExecutionData[];
	/** The items on its error output, if it has one. */
	errorItems: INodeExecutionData[];
	hints: NodeExecutionHint[];
	/** The error that stopped the node. */
	error?: {
		message: string;
		description?: string | null;
		context?: IDataObject;
		name?: string;
		httpCode?: string | null;
	};
	/** The whole execution, as n8n would save it. */
	run: IRun;
	/** How many times the credential was decrypted. */
	decryptions: number;
}

/** Stands in for the node before ours. It is never executed: its items are passed to the engine. */
const inputNode: INodeType = {
	description: {
		displayName: INPUT,
		name: 'input',
		group: ['input'],
		version: 1,
		description: 'Hands over the items of a test',
		defaults: { name: INPUT },
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
};

/** The credentials of a test, unencrypted; `decryptions` counts how many times the node requested them. */
class TestCredentials extends ICredentialsHelper {
	decryptions = 0;

	constructor(
		private readonly type: ICredentialType,
		private readonly data: ICredentialDataDecryptedObject,
	) {
		super();
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		if (typeof this.type.authenticate !== 'function') throw new Error('authenticate must be a function');
		return await this.type.authenticate(credentials, request);
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	getCredentials(): Promise<ICredentials> {
		throw new Error('A test holds no encrypted credentials');
	}

	async getDecrypted(): Promise<ICredentialDataDecryptedObject> {
		this.decryptions++;
		return { ...this.data };
	}

	async updateCredentials(): Promise<void> {
		throw new Error('A node must not change its credentials');
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error('A node must not change its credentials');
	}

	getCredentialsProperties() {
		return this.type.properties;
	}
}

let loading: Promise<PackageDirectoryLoader> | undefined;

/** Takes the build in another folder from here on: an earlier release. */
export function usePackage(folder: string): void {
	packageRoot = folder;
	loading = undefined;
}

/** The built package, loaded as n8n loads it, with icons and codex. */
export async function loadPackage(): Promise<PackageDirectoryLoader> {
	loading ??= (async () => {
		const loader = new PackageDirectoryLoader(packageRoot);
		await loader.loadAll();
		return loader;
	})();
	return await loading;
}

/** Loads a node type of the built package by its short name. */
export async function loadNode(name: string): Promise<INodeType> {
	return (await loadPackage()).getNode(name).type as INodeType;
}

/** The version that n8n gives to a node which is added now. */
export function newestVersion({ version, defaultVersion }: INodeTypeDescription): number {
	return defaultVersion ?? Math.max(...[version].flat());
}

/** The types of a test's workflow: the package's own, `more` by their names, and the tool form of any of ours. */
function nodeTypes(loader: PackageDirectoryLoader, more: Record<string, INodeType>): INodeTypes {
	const find = (type: string): INodeType => {
		const given = more[type];
		if (given) return given;
		const name = type.replace(`${PACKAGE_NAME}.`, '');
		const ours = loader.getNode(name.replace(/Tool$/, '')).type as INodeType;
		return name.endsWith('Tool') ? toolForm(ours) : ours;
	};
	return { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
}

/** A node as n8n offers it to an AI agent (`convertNodeToAiTool` in n8n): no input, a tool as its output, a description. */
function toolForm(node: INodeType): INodeType {
	const toolDescription: INodeProperties = {
		displayName: 'Description',
		name: 'toolDescription',
		type: 'string',
		default: node.description.description,
	};
	const description: INodeTypeDescription = {
		...node.description,
		inputs: [],
		outputs: ['ai_tool'],
		properties: [toolDescription, ...node.description.properties],
	};
	return Object.assign(Object.create(node) as INodeType, { description });
}

/** The text under a node of the built package on the canvas. */
export async function subtitleOf(node: Pick<INode, 'typeVersion' | 'parameters'> & { type: string }): Promise<unknown> {
	const { subtitle } = (await loadNode(node.type)).description;
	const stored: INode = { id: 'node', name: 'Node', position: [0, 0], ...node, type: `${PACKAGE_NAME}.${node.type}` };
	const workflow = new Workflow({
		nodes: [stored],
		connections: {},
		active: false,
		nodeTypes: nodeTypes(await loadPackage(), {}),
	});
	await workflow.expression.acquireIsolate();
	try {
		return workflow.expression.getSimpleParameterValue(stored, subtitle, 'internal', {});
	} finally {
		await workflow.expression.releaseIsolate();
	}
}

/** Runs one node of the built package in n8n's own engine, after a node that provides the input items. */
export async function runNode(run: NodeRun): Promise<NodeResult> {
	const loader = await loadPackage();
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: `${PACKAGE_NAME}.${run.type}`,
		typeVersion: run.typeVersion ?? newestVersion((await loadNode(run.type)).description),
		position: [200, 0],
		parameters: run.parameters,
		credentials: { fashionAiApi: { id: '1', name: 'Fashion.AI' } },
		...(run.onError ? { onError: run.onError } : {}),
		...(run.maxTries ? { retryOnFail: true, maxTries: run.maxTries, waitBetweenTries: 1 } : {}),
	};
	const input: INode = { id: 'input', name: INPUT, type: INPUT_TYPE, typeVersion: 1, position: [0, 0], parameters: {} };
	const workflow = new Workflow({
		id: 'workflow',
		nodes: [input, node],
		connections: { [INPUT]: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes: nodeTypes(loader, { [INPUT_TYPE]: inputNode }),
		settings: { executionOrder: 'v1', ...(run.timezone === undefined ? {} : { timezone: run.timezone }) },
	});
	const credentials = new TestCredentials(loader.getCredential('fashionAiApi').type, run.credential);
	const saved = await execute(workflow, node, run, credentials);
	const [task, next] = saved.data.resultData.runData[node.name] ?? [];
	return {
		items: task?.data?.main?.[0] ?? [],
		nextItems: next?.data?.main?.[0] ?? [],
		errorItems: task?.data?.main?.[1] ?? [],
		hints: task?.hints ?? [],
		error: saved.data.resultData.error,
		run: saved,
		decryptions: credentials.decryptions,
	};
}

/** An AI agent's call of one of our nodes. */
export interface ToolCall {
	type: string;
	/** With `$fromAI(…)` for values filled in by the model. */
	parameters: INodeParameters;
	credential: ICredentialDataDecryptedObject;
	/** The arguments given by the model. */
	arguments: IDataObject;
}

/** What the model sees: the tool's description before the call, and the result. */
export interface ToolAnswer {
	name: string;
	description: string;
	/** The names of the arguments. */
	argumentNames: string[];
	/** The text that the model reads. */
	text: string;
}

interface Tool {
	name: string;
	description: string;
	schema: { shape: Record<string, unknown> };
	invoke(argumentsOfCall: IDataObject): Promise<string>;
}

/** Calls a node of the built package as the tool of an agent, through n8n's own tool wrapper. */
export async function callAsTool(call: ToolCall): Promise<ToolAnswer> {
	const loader = await loadPackage();
	const tool: INode = {
		id: 'tool',
		name: 'Ask Fashion.AI',
		type: `${PACKAGE_NAME}.${call.type}Tool`,
		typeVersion: newestVersion((await loadNode(call.type)).description),
		position: [200, 200],
		parameters: call.parameters,
		credentials: { fashionAiApi: { id: '1', name: 'Fashion.AI' } },
	};
	const agent: INode = {
		id: 'agent',
		name: 'Agent',
		type: AGENT_TYPE,
		typeVersion: 1,
		position: [200, 0],
		parameters: {},
	};
	const workflow = new Workflow({
		id: 'workflow',
		nodes: [agent, tool],
		connections: { [tool.name]: { ai_tool: [[{ node: agent.name, type: 'ai_tool', index: 0 }]] } },
		active: false,
		nodeTypes: nodeTypes(loader, { [AGENT_TYPE]: agentNode(call.arguments) }),
		settings: { executionOrder: 'v1' },
	});
	const credentials = new TestCredentials(loader.getCredential('fashionAiApi').type, call.credential);
	const saved = await execute(workflow, agent, { input: [{}] }, credentials);
	const { error, runData } = saved.data.resultData;
	if (error) throw new Error(error.message);
	return runData[agent.name]?.[0]?.data?.main?.[0]?.[0]?.json as unknown as ToolAnswer;
}

/** Stands in for the agent: calls its first tool with the given arguments, as a model would. */
function agentNode(argumentsOfCall: IDataObject): INodeType {
	return {
		description: {
			displayName: 'Agent',
			name: 'agent',
			group: ['transform'],
			version: 1,
			description: 'Calls its tool',
			defaults: { name: 'Agent' },
			inputs: ['main', { type: 'ai_tool' }],
			outputs: ['main'],
			properties: [],
		},
		async execute() {
			const [tool] = (await this.getInputConnectionData('ai_tool', 0)) as Tool[];
			if (tool === undefined) throw new Error('n8n offered the agent no tool');
			const { name, description, schema } = tool;
			const text = await tool.invoke(argumentsOfCall);
			return [[{ json: { name, description, argumentNames: Object.keys(schema.shape), text } }]];
		},
	};
}

async function execute(
	workflow: Workflow,
	node: INode,
	run: Pick<NodeRun, 'input' | 'nextInput' | 'mode' | 'stopWhen'>,
	credentials: TestCredentials,
): Promise<IRun> {
	const itemsOf = (input: IDataObject[]) => input.map((json, item) => ({ json, pairedItem: { item } }));
	const items = itemsOf(run.input ?? [{}]);
	const runs = run.nextInput ? [items, itemsOf(run.nextInput)] : [items];
	const mode = run.mode ?? 'manual';
	const runData = createRunExecutionData({
		executionData: {
			nodeExecutionStack: runs.map((main, previousNodeRun) => ({
				node,
				data: { main: [main] },
				source: { main: [{ previousNode: INPUT, previousNodeOutput: 0, previousNodeRun }] },
			})),
		},
		resultData: {
			runData: {
				[INPUT]: runs.map((main) => ({
					startTime: 0,
					executionIndex: 0,
					executionTime: 0,
					source: [],
					data: { main: [main] },
				})),
			},
		},
	});
	const additionalData = createAdditionalData(credentials, mode);
	const execution = new WorkflowExecute(additionalData, mode, runData).processRunExecutionData(workflow);
	void run.stopWhen?.then(() => execution.cancel());
	return await execution;
}

function createAdditionalData(credentials: TestCredentials, mode: WorkflowExecuteMode): IWorkflowExecuteAdditionalData {
	const hooks = new ExecutionLifecycleHooks(mode, 'execution', {
		id: 'workflow',
		name: 'Test',
		active: false,
		isArchived: false,
		createdAt: new Date(0),
		updatedAt: new Date(0),
		nodes: [],
		connections: {},
		activeVersionId: null,
	});
	return {
		credentialsHelper: credentials,
		executionId: 'execution',
		currentNodeExecutionIndex: 0,
		hooks,
		variables: {},
		restApiUrl: `${INSTANCE}/rest`,
		instanceBaseUrl: `${INSTANCE}/`,
		webhookBaseUrl: `${INSTANCE}/webhook`,
		webhookWaitingBaseUrl: `${INSTANCE}/webhook-waiting`,
		webhookTestBaseUrl: `${INSTANCE}/webhook-test`,
		formWaitingBaseUrl: `${INSTANCE}/form-waiting`,
	} as unknown as IWorkflowExecuteAdditionalData;
}

/** A logger that hands over each line, at every level, with what belongs to it. */
function loggerTo(hear: (line: string) => void) {
	const note = (message: string, metadata?: unknown) =>
		hear(metadata === undefined ? message : `${message} ${inspect(metadata, { depth: null })}`);
	const logger = { error: note, warn: note, info: note, debug: note, scoped: () => logger };
	return logger;
}

/** Notes what actions and n8n's engine log from here on, at every level; a trigger's log is its own. */
export function noteLog(): string[] {
	const lines: string[] = [];
	const logger = loggerTo((line) => void lines.push(line));
	// The class of all contexts, which n8n-core does not export.
	const contexts = Object.getPrototypeOf(PollContext.prototype) as object;
	// n8n's own logger takes the engine's lines when it is first asked for.
	Reflect.get(contexts, 'logger', {});
	LoggerProxy.init(logger);
	Object.defineProperty(contexts, 'logger', { get: () => logger });
	return lines;
}

/** A polling trigger of the built package, and its data in n8n's database. */
export interface TriggerRun {
	type: string;
	parameters: INodeParameters;
	credential: ICredentialDataDecryptedObject;
	/** The package keeps memory in the process per workflow: each test uses its own ID. */
	workflowId: string;
	mode?: WorkflowExecuteMode;
	activation?: WorkflowActivateMode;
	/** The time budget that n8n gives a poll, in milliseconds; `none` is n8n 1.x, whose contexts have no such method. */
	budget?: number | 'none';
	/** With n8n's durable cursors: the node's static data is a row of its own, by the node's ID, saved after every poll. */
	durable?: boolean;
}

/**
 * Polls as n8n does, and saves static data when n8n does: on activation, and when a poll returns items. What other
 * polls wrote is lost after `activate` or `crash`.
 */
export class TestTrigger {
	/** What is in n8n's database. */
	saved: IDataObject = {};
	/** The cursors in n8n's database, by node ID. */
	readonly cursors: Record<string, IDataObject> = {};
	/** What the node is called on the canvas, and its ID; changes count from the next activation on. */
	name = 'Trigger';
	nodeId = 'trigger';
	readonly warnings: string[] = [];
	private workflow?: Workflow;
	private context?: PollContext;
	private cursor: IDataObject = {};

	constructor(public run: TriggerRun) {}

	/** Deactivates the workflow if it is active, then activates it: reads what is saved, polls once, and saves. */
	async activate(activation: WorkflowActivateMode = 'activate'): Promise<IDataObject[]> {
		const loader = await loadPackage();
		const node: INode = {
			id: this.nodeId,
			name: this.name,
			type: `${PACKAGE_NAME}.${this.run.type}`,
			typeVersion: 1,
			position: [0, 0],
			parameters: this.run.parameters,
			credentials: { fashionAiApi: { id: '1', name: 'Fashion.AI' } },
		};
		const workflow = new Workflow({
			id: this.run.workflowId,
			nodes: [node],
			connections: {},
			active: true,
			nodeTypes: nodeTypes(loader, {}),
			staticData: structuredClone(this.saved),
			settings: {},
		});
		this.workflow = workflow;
		const mode = this.run.mode ?? 'trigger';
		const credentials = new TestCredentials(loader.getCredential('fashionAiApi').type, this.run.credential);
		const context = new PollContext(workflow, node, createAdditionalData(credentials, mode), mode, activation);
		const logger = loggerTo((line) => void this.warnings.push(line));
		Object.defineProperty(context, 'logger', { value: logger });
		const { budget } = this.run;
		if (budget !== undefined) Object.assign(context, { getPollBudgetMs: budget === 'none' ? undefined : () => budget });
		if (this.run.durable) Object.assign(context, { resolveNodeStaticData: () => this.cursor });
		this.context = context;
		const items = await this.poll();
		this.save();
		return items;
	}

	/** One poll; returns the fields of its items, none if it returned null. */
	async poll(): Promise<IDataObject[]> {
		const items = await this.pollUnsaved();
		if (items.length > 0) this.save();
		else if (this.run.durable) this.saveCursor();
		return items;
	}

	/** One poll whose result n8n discards, as it does if the workflow was changed in the meantime. */
	async pollUnsaved(): Promise<IDataObject[]> {
		if (!this.workflow || !this.context) throw new Error('The trigger is not active');
		const { poll } = await loadNode(this.run.type);
		// n8n starts a cursor from the static data under the node's name.
		this.cursor = structuredClone(this.cursors[this.nodeId] ?? (this.saved[`node:${this.name}`] as IDataObject) ?? {});
		await this.workflow.expression.acquireIsolate();
		try {
			const outputs = await poll?.call(this.context);
			return (outputs?.[0] ?? []).map(({ json }) => json);
		} finally {
			await this.workflow.expression.releaseIsolate();
		}
	}

	private save(): void {
		if (this.run.durable) this.saveCursor();
		this.saved = JSON.parse(JSON.stringify(this.workflow?.staticData)) as IDataObject;
	}

	private saveCursor(): void {
		this.cursors[this.nodeId] = structuredClone(this.cursor);
	}
}
