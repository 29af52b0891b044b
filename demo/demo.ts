import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import getPort from 'get-port';

import { type Sandbox, startSandbox } from '../sandbox';
import { ensureN8n } from '../tools/n8n/install-n8n';
import { installPackage } from '../tools/n8n/install-package';
import { type N8nServer, startN8nServer } from '../tools/n8n/n8n-process';
import { N8nRest } from '../tools/n8n/n8n-rest';
import { runNpm } from '../tools/n8n/npm';
import { DEMO_OWNER } from '../tools/n8n/owner';
import { createUserFolder } from '../tools/n8n/user-folder';
import type { WorkflowFile } from '../tools/n8n/workflow-file';
import { BUILD_LOG, readState, USER_FOLDER, writeState } from './demo-folder';
import { addExamples } from './examples';
import { startProgress } from '../tools/n8n/progress';

const REPOSITORY = join(__dirname, '..');
const N8N_PORT = 5678;
const SANDBOX_PORT = 4010;
/** The sandbox rejects more, like a real API, so that workflows meet a 429 here rather than in production. */
const REQUESTS_PER_MINUTE = 600;
const LOCALHOST = '127.0.0.1';

export interface Demo {
	server: N8nServer;
	sandbox: Sandbox;
	/** Logged in as the owner. */
	rest: N8nRest;
	examples: WorkflowFile[];
}

/**
 * Builds the package and starts the sandbox and n8n with everything set up, with the data of the last start.
 *
 * @param onStarted called with each part's stop function as soon as it runs
 * @param port of n8n; by default the last one, 5678, or any free one
 * @throws Error that says what to do
 */
export async function startDemo(onStarted: (close: () => Promise<void>) => void, port?: number): Promise<Demo> {
	const n8n = await ensureN8n();
	const progress = startProgress(process.stderr, () => '');
	try {
		progress.step('Building the package');
		await build();
		progress.step('Preparing the data folder');
		if (!existsSync(USER_FOLDER)) await createUserFolder(n8n, USER_FOLDER);
		await installPackage(USER_FOLDER);
		progress.step('Starting the sandbox');
		const sandbox = await openSandbox();
		onStarted(() => sandbox.close());
		progress.step('Starting n8n');
		const server = await startN8nServer(n8n, { userFolder: USER_FOLDER, port: await n8nPort(port) });
		onStarted(() => server.stop());
		progress.step('Adding the account, the credential and the examples');
		const rest = new N8nRest(server.url);
		await rest.logIn(DEMO_OWNER);
		const examples = await addExamples(rest, sandbox);
		progress.done(`n8n ${n8n.version} is ready`);
		return { server, sandbox, rest, examples };
	} finally {
		progress.stop();
	}
}

async function build(): Promise<void> {
	await mkdir(dirname(BUILD_LOG), { recursive: true });
	await rm(BUILD_LOG, { force: true });
	await runNpm(['run', 'build'], REPOSITORY, BUILD_LOG);
}

/**
 * On the port of the last start if it is free, so that the saved credential, and copies of it, stay valid. It rewords
 * profiles on every lookup, like Fashion.AI: the trigger has to see through that.
 */
async function openSandbox(): Promise<Sandbox> {
	const state = await readState();
	const port = await getPort({ host: LOCALHOST, port: [state.sandboxPort ?? SANDBOX_PORT, SANDBOX_PORT] });
	const sandbox = await startSandbox({ port, requestsPerMinute: REQUESTS_PER_MINUTE, writing: { anew: true } });
	await writeState({ ...state, sandboxPort: port });
	return sandbox;
}

async function n8nPort(wanted?: number): Promise<number> {
	if (wanted === undefined) return await getPort({ host: LOCALHOST, port: getPort.makeRange(N8N_PORT, N8N_PORT + 50) });
	if ((await getPort({ host: LOCALHOST, port: wanted })) === wanted) return wanted;
	throw new Error(`Port ${wanted} is in use. Choose another one with --port, or omit --port to use a free one.`);
}
