import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { build } from 'esbuild';

import type { ApiProcess } from './api-process';
import { emailsOf, type Case, type Job, type Measured, type Result } from './cases';
import { messageOf } from './child';

/** The settings of all client processes. */
export interface Surroundings {
	/** The Node.js that runs n8n. */
	node: string;
	/** The built client. */
	script: string;
	n8nFolder: string;
	userFolder: string;
	certificateFile: string;
	/** Whether V8's young generation is not filled first. */
	cold: boolean;
	/** Profiler flags, if a profile is wanted. */
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

/** No client needs this long; one that does is stuck. */
const CLIENT_LIMIT_MS = 5 * 60_000;

/** Runs one client once, in its own process, and kills it if it does not exit by itself. */
export async function runClient(
	surroundings: Surroundings,
	api: ApiProcess,
	client: Job['client'],
	{ faults = [], ...measuredCase }: Case & { timeout?: number; limitMs?: number },
): Promise<Result> {
	const { n8nFolder, userFolder, cold } = surroundings;
	const { url, token } = api;
	const emails = emailsOf(measuredCase);
	const job: Job = { client, url, token, emails, timeout: measuredCase.timeout, n8nFolder, userFolder, cold };
	await api.begin([]);
	const child = start(surroundings);
	child.send(job);
	const name = `The client "${client}"`;
	await messageOf(child, name);
	await api.begin(faults);
	child.send('go');
	const measured = await Promise.race([
		messageOf(child, name) as Promise<Measured>,
		limit(child, measuredCase.limitMs),
	]);
	if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
	return { ...measured, ...(await api.count()) };
}

/** The result of a client that timed out. */
async function limit(child: ChildProcess, limitMs = CLIENT_LIMIT_MS): Promise<Measured> {
	await setTimeout(limitMs, undefined, { ref: false });
	child.kill('SIGKILL');
	const stoppedBy = `It was still waiting after ${limitMs / 1e3} s`;
	return {
		wallMs: limitMs,
		cpuMs: 0,
		memoryGrowthMb: 0,
		peakMemoryMb: 0,
		stallMs: 0,
		delivered: 0,
		failed: 0,
		stoppedBy,
	};
}

function start({ node, script, n8nFolder, certificateFile, profileFolder }: Surroundings): ChildProcess {
	const profile = profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`];
	// n8n runs with its own modules first on the path, and isolated-vm requires this flag.
	const environment = {
		...process.env,
		NODE_EXTRA_CA_CERTS: certificateFile,
		NODE_PATH: join(n8nFolder, 'node_modules'),
	};
	return spawn(node, ['--no-node-snapshot', '--expose-gc', ...profile, script], {
		env: environment,
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
}
