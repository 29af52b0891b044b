import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** A run of npm that ended badly: what it was, why where that can be told, and where to read the rest. */
export class NpmFailure extends Error {
	constructor(command: string, output: string, logFile: string) {
		super(
			[
				`${command} did not finish. ${reasonFrom(output)}`,
				`The whole log is in ${logFile}. It ends with:`,
				...lastLines(output, 15).map((line) => `  ${line}`),
			].join('\n'),
		);
		this.name = 'NpmFailure';
	}
}

/** What npm and node-gyp print when it is the machine, not the package, that stops them; the first match counts. */
const REASONS: [pattern: RegExp, reason: string][] = [
	[/ENOSPC/, 'The disk is full: free about 4 GB, then start again.'],
	[/EACCES|EPERM/, 'A folder may not be written: see its name below and give your user access to it.'],
	[
		/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT/,
		'The package registry does not answer: check the connection, the proxy and `npm config get registry`, then start again.',
	],
	[
		/gyp ERR!/,
		'A native module had to be compiled: install python3, make and a C++ compiler (on Debian and Ubuntu: apt-get install python3 make g++), then start again.',
	],
	[/ETARGET|E404/, 'The package registry lacks a version that the lock file names: see its name below.'],
];

function reasonFrom(output: string): string {
	return REASONS.find(([pattern]) => pattern.test(output))?.[1] ?? 'See below.';
}

export function lastLines(text: string, count: number): string[] {
	return text.trimEnd().split(/\r?\n/).slice(-count);
}

/**
 * Runs npm in `cwd`; everything it prints goes to the end of `logFile`.
 * Inside an npm script the same npm is used (`npm_execpath`), otherwise the one in PATH.
 *
 * @throws NpmFailure when npm ends with another status than 0
 * @throws Error when there is no npm
 */
export async function runNpm(args: string[], cwd: string, logFile: string): Promise<void> {
	const begin = (await readFile(logFile, 'utf8').catch(() => '')).length;
	const status = await spawnNpm(args, cwd, logFile);
	if (status === 0) return;
	const output = (await readFile(logFile, 'utf8')).slice(begin);
	throw new NpmFailure(`npm ${args.slice(0, 2).join(' ')}`, output, logFile);
}

async function spawnNpm(args: string[], cwd: string, logFile: string): Promise<number | null> {
	const { command, prefix } = npmCommand();
	const log = openSync(logFile, 'a');
	try {
		const child = spawn(command, [...prefix, ...args], { cwd, stdio: ['ignore', log, log] });
		// An installation that goes on after its start was stopped would meet the next one.
		const end = () => child.kill();
		process.once('exit', end);
		return await new Promise((resolve, reject) => {
			child.once('error', (cause) => reject(new Error('npm was not found. It comes with Node.js; put it in PATH.', { cause })));
			child.once('exit', (status) => {
				process.off('exit', end);
				resolve(status);
			});
		});
	} finally {
		closeSync(log);
	}
}

function npmCommand(): { command: string; prefix: string[] } {
	const cli = process.env.npm_execpath;
	if (cli && /npm-cli\.[cm]?js$/.test(cli)) return { command: process.execPath, prefix: [cli] };
	return { command: 'npm', prefix: [] };
}
