import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** A failed npm run: the command, the reason if known, and the log. */
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

/**
 * Output of npm and node-gyp for problems of the machine rather than the package; the first match counts. node-gyp's
 * come before npm's network errors: if sqlite3 cannot be downloaded it is compiled, and only that may have failed.
 */
const REASONS: [pattern: RegExp, reason: string][] = [
	[/ENOSPC/, 'The disk is full: free about 4 GB, then start again.'],
	[/EACCES|EPERM/, 'A folder may not be written: see its name below and give your user access to it.'],
	[
		/gyp WARN install got an error/,
		'A native module had to be compiled, and the headers of Node.js that this takes could not be downloaded from nodejs.org: ' +
			'use a Node.js that brings them (that of nodejs.org and nvm does, that of Debian with libnode-dev), ' +
			'or set npm_config_nodedir to a folder that holds include/node, then start again.',
	],
	[
		/gyp ERR! find Python|not found: make|\b(?:make|cc|gcc|g\+\+|c\+\+)(?:: \d+)?: (?:command )?not found|(?:cc|gcc|g\+\+|c\+\+): No such file/i,
		'A native module had to be compiled: install python3, make and a C++ compiler (on Debian and Ubuntu: apt-get install python3 make g++), then start again.',
	],
	[/gyp ERR!/, 'A native module could not be compiled: what the compiler said is in the log.'],
	[/ETARGET|E404/, 'The package registry lacks a version that the lock file names: see its name below.'],
	[
		/npm (?:error|ERR!) .*(?:ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT)/,
		'The package registry does not answer: check the connection, the proxy and `npm config get registry`, then start again.',
	],
];

/** Why npm failed, and what to do, as far as its output shows. */
export function reasonFrom(output: string): string {
	return REASONS.find(([pattern]) => pattern.test(output))?.[1] ?? 'See below.';
}

export function lastLines(text: string, count: number): string[] {
	return text.trimEnd().split(/\r?\n/).slice(-count);
}

/**
 * Runs npm in `cwd` and appends its output to `logFile`.
 * Within an npm script the same npm is used (`npm_execpath`), otherwise the one in PATH.
 *
 * @param env more variables for it, such as `npm_config_nodedir`
 * @throws NpmFailure if npm exits with a status other than 0
 * @throws Error if there is no npm
 */
export async function runNpm(args: string[], cwd: string, logFile: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
	const begin = (await readFile(logFile, 'utf8').catch(() => '')).length;
	const status = await spawnNpm(args, cwd, logFile, env);
	if (status === 0) return;
	const output = (await readFile(logFile, 'utf8')).slice(begin);
	throw new NpmFailure(`npm ${args.slice(0, 2).join(' ')}`, output, logFile);
}

async function spawnNpm(args: string[], cwd: string, logFile: string, env: NodeJS.ProcessEnv): Promise<number | null> {
	const { command, prefix } = npmCommand();
	const log = openSync(logFile, 'a');
	try {
		const child = spawn(command, [...prefix, ...args], {
			cwd,
			env: { ...process.env, ...env },
			stdio: ['ignore', log, log],
		});
		// An installation that continues after its parent was stopped would collide with the next one.
		const end = () => child.kill();
		process.once('exit', end);
		return await new Promise((resolve, reject) => {
			child.once('error', (cause) =>
				reject(new Error('npm was not found. It comes with Node.js; put it in PATH.', { cause })),
			);
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
