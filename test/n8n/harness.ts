import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Dispatcher } from 'undici';

import { endOfExecution, executeWorkflow, type Execution } from '../../tools/n8n/executions';
import { ensureN8n, type N8nInstallation } from '../../tools/n8n/install-n8n';
import { installPackage } from '../../tools/n8n/install-package';
import { type N8nServer, runN8nCommand, startN8nServer } from '../../tools/n8n/n8n-process';
import { N8nRest } from '../../tools/n8n/n8n-rest';
import { DEMO_OWNER } from '../../tools/n8n/owner';
import { createUserFolder } from '../../tools/n8n/user-folder';
import { withCredentials, type WorkflowFile } from '../../tools/n8n/workflow-file';

export type { Execution } from '../../tools/n8n/executions';
export type { WorkflowFile } from '../../tools/n8n/workflow-file';

/** A credential as n8n saves it. */
export interface SavedCredential {
	id: string;
	name: string;
}

export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

interface ExecutionSummary {
	id: string;
	status: string;
	mode: string;
	workflowId: string;
}

/**
 * A real n8n with the packed package installed, in its own folder.
 *
 * @param options.env more variables for n8n, e.g. `NODE_EXTRA_CA_CERTS`
 */
export async function startN8n(options: { env?: NodeJS.ProcessEnv } = {}): Promise<TestN8n> {
	const installation = await ensureN8n();
	const parent = await mkdtemp(join(tmpdir(), 'fashionai-n8n-'));
	const userFolder = join(parent, 'user');
	await createUserFolder(installation, userFolder);
	await installPackage(userFolder);
	const n8n = new TestN8n(installation, parent, userFolder, options.env ?? {});
	await n8n.start();
	return n8n;
}

/** The n8n of a test file: shared by its tests, which must `stop()` it at the end. */
export class TestN8n {
	private server?: N8nServer;

	private client?: N8nRest;

	private readonly credentials: Record<string, SavedCredential> = {};

	constructor(
		private readonly installation: N8nInstallation,
		private readonly parent: string,
		readonly userFolder: string,
		private readonly env: NodeJS.ProcessEnv,
		private readonly startCommand = ['start'],
	) {}

	get url(): string {
		return this.running.url;
	}

	async start(): Promise<void> {
		const start = { userFolder: this.userFolder, env: this.env };
		this.server = await startN8nServer(this.installation, start, this.startCommand);
		this.client = new N8nRest(this.server.url);
		await this.client.logIn(DEMO_OWNER);
	}

	/** Shuts down this n8n gracefully and removes its folder. */
	async stop(): Promise<void> {
		await this.server?.stop();
		await rm(this.parent, { recursive: true, force: true });
	}

	/** Kills the process, by default like a crash; `start()` or `restart()` brings it back with its data. */
	async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
		await this.running.kill(signal);
	}

	/** Settles when the process that runs now has ended, for any reason. */
	get ended(): Promise<void> {
		return this.running.ended;
	}

	/** Shuts down this n8n gracefully, if it is running, and restarts it with the same data. */
	async restart(): Promise<void> {
		await this.running.stop();
		await this.start();
	}

	/** n8n's output since its first start. */
	async log(): Promise<string> {
		return await readFile(this.running.logFile, 'utf8');
	}

	/** A call to the editor's API as the owner: returns its `data`, or throws an N8nRestRefusal. */
	async rest(
		method: Dispatcher.HttpMethod,
		path: string,
		body?: unknown,
		headers?: Record<string, string>,
	): Promise<unknown> {
		if (this.client === undefined) throw new Error('n8n is not started');
		return await this.client.call(method, path, body, headers);
	}

	/** Runs an n8n CLI command next to the server, on the same data. */
	async command(...args: string[]): Promise<string> {
		return await runN8nCommand(this.installation, args, { userFolder: this.userFolder, env: this.env });
	}

	/** Saves a credential; workflows imported later use the last one of each type. */
	async createCredential(type: string, name: string, data: ICredentialDataDecryptedObject): Promise<SavedCredential> {
		const { id } = (await this.rest('POST', '/rest/credentials', { type, name, data })) as SavedCredential;
		this.credentials[type] = { id, name };
		return { id, name };
	}

	/** The result of Test in the credential's dialog: the saved credential with `data` typed into it. */
	async testCredential(
		saved: SavedCredential,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<CredentialTestResult> {
		const credentials = { ...saved, type, data };
		return (await this.rest('POST', '/rest/credentials/test', { credentials })) as CredentialTestResult;
	}

	/**
	 * Saves a workflow, with the credentials created so far in its nodes.
	 *
	 * @returns its id
	 */
	async importWorkflow({ name, nodes, connections, settings, ...rest }: Omit<WorkflowFile, 'id'>): Promise<string> {
		const workflow = {
			...rest,
			id: '',
			name,
			nodes,
			connections,
			settings: { executionOrder: 'v1' as const, ...settings },
		};
		const { id: _id, ...body } = { active: false, ...withCredentials(workflow, this.credentials) };
		return ((await this.rest('POST', '/rest/workflows', body)) as { id: string }).id;
	}

	/** Executes a saved workflow from its manual trigger, or from the trigger node named, and waits for its end. */
	async execute(id: string, trigger?: string): Promise<Execution> {
		if (this.client === undefined) throw new Error('n8n is not started');
		return await executeWorkflow(this.client, id, trigger);
	}

	/** Publishes a workflow: its triggers are then live. */
	async activate(id: string): Promise<void> {
		const { versionId } = (await this.rest('GET', `/rest/workflows/${id}`)) as { versionId: string };
		await this.rest('POST', `/rest/workflows/${id}/activate`, { versionId });
	}

	async deactivate(id: string): Promise<void> {
		await this.rest('POST', `/rest/workflows/${id}/deactivate`);
	}

	/** The finished executions of a workflow, oldest first. */
	async executions(id: string): Promise<Execution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: id, finished: undefined }));
		const { results } = (await this.rest('GET', `/rest/executions?filter=${filter}&limit=100`)) as {
			results: ExecutionSummary[];
		};
		const ended = results.filter(({ status }) => !['new', 'running', 'waiting'].includes(status));
		const client = this.client as N8nRest;
		return await Promise.all(ended.reverse().map(async (summary) => await endOfExecution(client, summary.id)));
	}

	private get running(): N8nServer {
		if (this.server === undefined) throw new Error('n8n is not started');
		return this.server;
	}
}
