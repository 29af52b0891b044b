import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { build } from 'esbuild';

import type { ApiProcess } from './api-process';
import { emailsOf, type Case, type Job, type Result, type Measured } from './cases';

/** What every client process is started with. */
export interface Surroundings {
	/** The Node.js that runs n8n. */
	node: string;
	/** The built client. */
	script: string;
	n8nFolder: string;
	userFolder: string;
	certificateFile: string;
	/** For the profiler, where a profile is wanted. */
	profileFolder?: string;
}

/** Bundles the client into `folder`: it runs under n8n's Node.js, which must not be slowed down by a TypeScript loader. */
export async function buildClient(folder: string): Promise<string> {
	const outfile = join(folder, 'client.cjs');
	await build({
		entryPoints: [join(__dirname, 'client/main.ts')],
		outfile,
		bundle: true,
		platform: 'node',
		target: 'node20',
		logLevel: 'warning',
	});
	return outfile;
}

/** Runs one client once, in a process of its own. */
export async function runClient(
	surroundings: Surroundings,
	api: ApiProcess,
	client: Job['client'],
	{ faults = [], ...measuredCase }: Case & { timeout?: number },
): Promise<Result> {
	const { n8nFolder, userFolder } = surroundings;
	const { url, token } = api;
	const emails = emailsOf(measuredCase);
	const job: Job = { client, url, token, emails, timeout: measuredCase.timeout, n8nFolder, userFolder };
	await api.begin([]);
	const child = start(surroundings);
	child.send(job);
	await messageOf(child, client);
	await api.begin(faults);
	child.send('go');
	const measured = (await messageOf(child, client)) as Measured;
	if (child.exitCode === null) await once(child, 'exit');
	return { ...measured, ...(await api.count()) };
}

function start({ node, script, n8nFolder, certificateFile, profileFolder }: Surroundings): ChildProcess {
	const profile = profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`];
	// n8n runs with its own modules first on the path, and isolated-vm asks for this flag.
	const environment = { ...process.env, NODE_EXTRA_CA_CERTS: certificateFile, NODE_PATH: join(n8nFolder, 'node_modules') };
	return spawn(node, ['--no-node-snapshot', '--expose-gc', ...profile, script], {
		env: environment,
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
}

async function messageOf(child: ChildProcess, client: string): Promise<unknown> {
	const [message] = (await Promise.race([
		once(child, 'message'),
		once(child, 'exit').then(([code]) => Promise.reject(new Error(`The client "${client}" ended with code ${String(code)}`))),
	])) as [unknown];
	return message;
}
