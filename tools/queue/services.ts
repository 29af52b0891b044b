import { execFile, execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import getPort from 'get-port';

import { findProgram, startProgram, unprivilegedUser, whatIsMissing, type Running } from './program';

const HOST = '127.0.0.1';

export interface Redis extends Running {
	port: number;
}

export interface Postgres extends Running {
	port: number;
	/** The rows of a query, as column texts; by default in the database it was started with. */
	query(sql: string, database?: string): Promise<string[][]>;
}

export interface Login {
	database: string;
	user: string;
	password: string;
}

/**
 * Starts an empty Redis on a free port, in its own folder.
 *
 * @param options as in its configuration file, a line each: `appendonly yes`
 */
export async function startRedis(password: string, options: string[]): Promise<Redis> {
	const folder = await mkdtemp(join(tmpdir(), 'fashionai-redis-'));
	const port = await getPort({ host: HOST });
	const config = join(folder, 'redis.conf');
	// In a file rather than in the arguments, which are visible to everyone on this machine.
	const lines = [`port ${port}`, `bind ${HOST}`, `dir ${folder}`, `requirepass ${password}`, ...options];
	await writeFile(config, `${lines.join('\n')}\n`, { mode: 0o600 });
	const running = await startProgram({
		command: program('redis-server'),
		args: [config],
		logFile: join(folder, 'redis.log'),
		isReady: () => accepts(port),
	});
	return { port, stop: () => stopAndRemove(running, folder) };
}

/** Starts a PostgreSQL on a free port with one empty database, in its own folder. */
export async function startPostgres({ database, user, password }: Login): Promise<Postgres> {
	const folder = await mkdtemp(join(tmpdir(), 'fashionai-postgres-'));
	const [data, passwordFile] = [join(folder, 'data'), join(folder, 'password')];
	const owner = unprivilegedUser();
	await mkdir(data);
	await writeFile(passwordFile, password, { mode: 0o600 });
	if (owner) for (const path of [folder, data, passwordFile]) chownSync(path, owner.uid, owner.gid);

	const init = [
		'--pgdata',
		data,
		'--username',
		user,
		'--pwfile',
		passwordFile,
		'--auth',
		'scram-sha-256',
		'--no-sync',
		'--encoding=UTF8',
		'--locale=C',
	];
	execFileSync(program('initdb'), init, { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], ...owner });
	const port = await getPort({ host: HOST });
	const psql = async (into: string, sql: string) => {
		const args = [
			'-X',
			'-q',
			'-A',
			'-t',
			'-F',
			'\t',
			'-v',
			'ON_ERROR_STOP=1',
			'-h',
			HOST,
			'-p',
			String(port),
			'-U',
			user,
			'-d',
			into,
			'-c',
			sql,
		];
		const env = { ...process.env, PGPASSWORD: password };
		const { stdout } = await promisify(execFile)(program('psql'), args, { env, maxBuffer: 256e6 });
		return stdout
			.split('\n')
			.filter(Boolean)
			.map((row) => row.split('\t'));
	};
	const running = await startProgram({
		command: program('postgres'),
		// The tests never kill PostgreSQL, so it need not wait for the disk.
		args: ['-D', data, '-h', HOST, '-p', String(port), '-k', folder, '-c', 'fsync=off'],
		logFile: join(folder, 'postgres.log'),
		isReady: () =>
			psql('postgres', 'SELECT 1').then(
				() => true,
				() => false,
			),
		user: owner,
	});
	if (database !== 'postgres') await psql('postgres', `CREATE DATABASE "${database}"`);
	return { port, query: (sql, into = database) => psql(into, sql), stop: () => stopAndRemove(running, folder) };
}

function program(name: string): string {
	const path = findProgram(name);
	if (path === undefined) throw new Error(whatIsMissing() ?? name);
	return path;
}

function accepts(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, HOST);
		const tell = (answer: boolean) => () => {
			socket.destroy();
			resolve(answer);
		};
		socket.once('connect', tell(true));
		socket.once('error', tell(false));
	});
}

async function stopAndRemove(running: Running, folder: string): Promise<void> {
	await running.stop();
	await rm(folder, { recursive: true, force: true });
}
