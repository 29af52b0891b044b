import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server started by a test. */
export interface Running {
	/** Shuts it down gracefully, and waits for that. */
	stop(): Promise<void>;
}

export interface ProgramStart {
	command: string;
	args: string[];
	logFile: string;
	/** Whether it is ready; called until it is. */
	isReady: () => Promise<boolean>;
	/** The user to run it as, if it does not run as root. */
	user?: { uid: number; gid: number };
}

const READY_WITHIN_MS = 60_000;

/** Runs a program until its stdin closes: it ends with its parent process, however that ends. */
const TETHER = `
exec 3<&0
"$@" </dev/null & program=$!
( read -r _ <&3; kill -INT $program ) & tether=$!
wait $program; status=$?
kill $tether 2>/dev/null
exit $status
`;

/**
 * Starts a server and waits until it is ready.
 *
 * @throws Error with the end of its log if it exits before that or takes longer than a minute
 */
export async function startProgram({ command, args, logFile, isReady, user }: ProgramStart): Promise<Running> {
	const log = openSync(logFile, 'a');
	const child = spawn('sh', ['-c', TETHER, 'sh', command, ...args], {
		stdio: ['pipe', log, log],
		cwd: '/',
		detached: true,
		...user,
	});
	closeSync(log);
	let isOver = false;
	const ended = new Promise<void>((resolve) => {
		const end = () => {
			isOver = true;
			resolve();
		};
		child.once('exit', end);
		child.once('error', end);
	});
	child.unref();
	const stop = async () => {
		// Keep the process alive until its folder is removed.
		child.ref();
		child.stdin?.end();
		await ended;
	};

	const deadline = Date.now() + READY_WITHIN_MS;
	while (!(await isReady())) {
		if (!isOver && Date.now() < deadline) {
			await Promise.race([sleep(100), ended]);
			continue;
		}
		await stop();
		throw new Error(`${command} did not start. Its log ends with:\n${(await readFile(logFile, 'utf8')).slice(-2000)}`);
	}
	return { stop };
}

/** Where Debian keeps PostgreSQL's server programs, which are not in PATH: the newest version. */
function debianPostgres(): string[] {
	const root = '/usr/lib/postgresql';
	const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
	return versions.map((version) => join(root, version, 'bin'));
}

/** The full path of a program, or undefined if it is not installed. */
export function findProgram(name: string): string | undefined {
	const folders = [...(process.env.PATH ?? '').split(delimiter), ...debianPostgres()];
	return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** The services that are started here, by Debian's package: the programs of each. */
const SERVICES = { 'redis-server': ['redis-server'], postgresql: ['postgres', 'initdb', 'psql'] };
type Service = keyof typeof SERVICES;

/** Which programs of these services, by default of all, are missing on this machine, and how to get them; undefined if none are. */
export function whatIsMissing(services = Object.keys(SERVICES) as Service[]): string | undefined {
	const missing = services.flatMap((service) => SERVICES[service]).filter((name) => findProgram(name) === undefined);
	if (missing.length === 0) return undefined;
	return (
		`${missing.join(', ')} cannot be found in PATH. On Debian and Ubuntu: apt-get install ${services.join(' ')}. ` +
		'What is started here has a free port and data of its own; services of your system are left alone.'
	);
}

/** PostgreSQL does not run as root: returns the user created by Debian for it, or nobody. */
export function unprivilegedUser(): { uid: number; gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	for (const name of ['postgres', 'nobody']) {
		try {
			const id = (which: string) => Number(execFileSync('id', [which, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
			return { uid: id('-u'), gid: id('-g') };
		} catch {
			// There is no such user here.
		}
	}
	throw new Error('PostgreSQL cannot be run by root, and this system has neither a user "postgres" nor "nobody".');
}
