import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import getPort from 'get-port';
import { request } from 'undici';

import type { N8nInstallation } from './install-n8n';
import { n8nEnvironment, type N8nSettings } from './n8n-environment';
import { lastLines } from './npm';

const READY_WITHIN_MS = 180_000;
const STOP_WITHIN_MS = 20_000;
const COMMAND_WITHIN_MS = 180_000;

/**
 * n8n's CLI (2.41.1 on Node 24) often crashes on exit, while unloading isolated-vm: in 10 of 25 runs of `execute` here,
 * and in none with the legacy expression engine. Its work is done by then, as its output shows.
 */
const CRASH_AT_EXIT = 'SIGSEGV';

export type N8nStart = Omit<N8nSettings, 'port' | 'brokerPort'> & { port?: number };

/** A running n8n server. */
export interface N8nServer {
	url: string;
	port: number;
	pid: number;
	logFile: string;
	/** Settles when the process has ended, for any reason. */
	ended: Promise<void>;
	/** Asks it to shut down, and kills it if it has not after 20 s. */
	stop(): Promise<void>;
	/** Kills the process and its task runners at once, like a crash. */
	kill(signal: NodeJS.Signals): Promise<void>;
}

/** The path of the server's log in `userFolder`. */
function n8nLog(userFolder: string): string {
	return join(userFolder, 'n8n.log');
}

/**
 * Starts an n8n server and waits until it answers (5 to 15 s).
 *
 * @param args `start` and its options
 * @throws Error with the end of its log if it exits before it is ready or is not ready in time
 */
export async function startN8nServer(
	n8n: N8nInstallation,
	start: N8nStart,
	args: string[] = ['start'],
): Promise<N8nServer> {
	return await startN8n(n8n, args, start, n8nLog(start.userFolder), answersSettings);
}

/**
 * Starts a worker of n8n's queue mode and waits until it accepts executions. It needs `QUEUE_HEALTH_CHECK_ACTIVE` in
 * its environment: `port` is that of its health check.
 *
 * @param args `worker` and its options
 * @throws Error with the end of its log, as `startN8nServer` does
 */
export async function startN8nWorker(
	n8n: N8nInstallation,
	args: string[],
	start: N8nStart,
	logFile: string,
): Promise<N8nServer> {
	const port = start.port ?? (await getPort({ host: '127.0.0.1' }));
	const env = { ...start.env, QUEUE_HEALTH_CHECK_PORT: String(port), N8N_WORKER_SERVER_ADDRESS: '127.0.0.1' };
	return await startN8n(n8n, args, { ...start, port, env }, logFile, isReadyWorker);
}

async function startN8n(
	n8n: N8nInstallation,
	args: string[],
	start: N8nStart,
	logFile: string,
	isReady: (url: string) => Promise<boolean>,
): Promise<N8nServer> {
	const port = start.port ?? (await getPort({ host: '127.0.0.1' }));
	const settings = { ...start, port, brokerPort: await getPort({ host: '127.0.0.1' }) };
	const { child, ended } = spawnN8n(n8n, args, settings, logFile, logFile);
	const server: N8nServer = {
		url: `http://127.0.0.1:${port}`,
		port,
		pid: child.pid ?? 0,
		logFile,
		ended,
		stop: () => stop(child, ended),
		kill: async (signal) => {
			signalGroup(child, signal);
			await ended;
		},
	};
	await waitUntilReady(server, child, isReady);
	// The parent may exit without stopping it: a failed test run must not wait forever for its n8n.
	child.unref();
	child.channel?.unref();
	return server;
}

/**
 * Runs one n8n command, e.g. `['import:workflow', '--input=f.json']`, and returns its output.
 *
 * @throws Error with the end of its output if it fails or takes longer than three minutes
 */
export async function runN8nCommand(n8n: N8nInstallation, args: string[], start: N8nStart): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-command-'));
	const [output, complaints] = [join(folder, 'stdout'), join(folder, 'stderr')];
	try {
		const settings = { ...start, port: 0, brokerPort: await getPort({ host: '127.0.0.1' }) };
		const { child, ended } = spawnN8n(n8n, args, settings, output, complaints);
		const inTime = await within(COMMAND_WITHIN_MS, ended);
		if (!inTime) signalGroup(child, 'SIGKILL');
		const printed = await readFile(output, 'utf8');
		if (inTime && (child.exitCode === 0 || child.signalCode === CRASH_AT_EXIT)) return printed;
		const end = lastLines(`${printed}\n${await readFile(complaints, 'utf8')}`, 20).join('\n');
		throw new Error(
			`n8n ${args[0]} ${inTime ? `ended with ${child.signalCode ?? `status ${child.exitCode}`}` : 'took too long'}:\n${end}`,
		);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function spawnN8n(n8n: N8nInstallation, args: string[], settings: N8nSettings, stdout: string, stderr: string) {
	mkdirSync(settings.userFolder, { recursive: true });
	const [out, err] = [openSync(stdout, 'a'), openSync(stderr, 'a')];
	const child = spawn(n8n.node, ['--require', join(__dirname, 'end-with-parent.cjs'), n8n.command, ...args], {
		// n8n reads a `.env` from its working directory: it must not be the user's.
		cwd: settings.userFolder,
		env: n8nEnvironment(n8n.node, settings),
		stdio: ['ignore', out, err, 'ipc'],
		// In its own process group, so that Ctrl-C does not reach it: it is stopped in order, with all its children.
		detached: process.platform !== 'win32',
	});
	closeSync(out);
	closeSync(err);
	const ended = new Promise<void>((resolve) => {
		child.once('exit', () => resolve());
		child.once('error', () => resolve());
	});
	return { child, ended };
}

async function waitUntilReady(
	server: N8nServer,
	child: ChildProcess,
	isReady: (url: string) => Promise<boolean>,
): Promise<void> {
	const deadline = Date.now() + READY_WITHIN_MS;
	while (!(await isReady(server.url))) {
		const hasEnded = isOver(child);
		if (!hasEnded && Date.now() < deadline) {
			await Promise.race([sleep(200), server.ended]);
			continue;
		}
		if (!hasEnded) await server.kill('SIGKILL');
		const log = lastLines(await readFile(server.logFile, 'utf8'), 20).join('\n');
		throw new Error(
			`n8n ${hasEnded ? 'ended before it was ready' : 'was not ready in time'}. ${server.logFile} ends with:\n${log}`,
		);
	}
}

/** `/healthz` answers before the database migrations are complete; the settings only after them. */
async function answersSettings(url: string): Promise<boolean> {
	try {
		const { body } = await request(`${url}/rest/settings`, { headersTimeout: 5_000, bodyTimeout: 5_000 });
		const answer = JSON.parse(await body.text()) as { data?: unknown };
		return answer.data !== undefined;
	} catch {
		return false;
	}
}

async function isReadyWorker(url: string): Promise<boolean> {
	try {
		const { statusCode, body } = await request(`${url}/healthz/readiness`, {
			headersTimeout: 5_000,
			bodyTimeout: 5_000,
		});
		await body.dump();
		return statusCode === 200;
	} catch {
		return false;
	}
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
	if (isOver(child)) return;
	child.kill('SIGTERM');
	if (await within(STOP_WITHIN_MS, ended)) return;
	signalGroup(child, 'SIGKILL');
	await ended;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined || isOver(child)) return;
	if (process.platform === 'win32') child.kill(signal);
	else process.kill(-child.pid, signal);
}

function isOver(child: ChildProcess): boolean {
	return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Whether `event` occurs within the given milliseconds. */
async function within(ms: number, event: Promise<void>): Promise<boolean> {
	const timer = new AbortController();
	const timeout = sleep(ms, false, { signal: timer.signal }).catch(() => false);
	try {
		return await Promise.race([event.then(() => true), timeout]);
	} finally {
		timer.abort();
	}
}
