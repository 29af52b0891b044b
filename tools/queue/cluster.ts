import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureN8n, type N8nInstallation } from '../n8n/install-n8n';
import { packPackage } from '../n8n/install-package';
import { type N8nServer, startN8nWorker } from '../n8n/n8n-process';
import { runNpm } from '../n8n/npm';
import { commandOf, type ComposeFile, readCompose, redisOptionsIn, SECRETS, serviceOf } from './compose';
import { type Postgres, type Redis, startPostgres, startRedis } from './services';

const HOME = '/home/node/.n8n';

/** A worker and its executions. */
export interface Worker extends N8nServer {
	/** The executions it has started, oldest first. */
	started(): Promise<string[]>;
}

/**
 * The setup of docker-compose.yml, without containers: its Redis and PostgreSQL on free ports, the package installed by
 * its command, and its environment for n8n's processes. The main is started by the caller.
 */
export class QueueCluster {
	readonly workers: Worker[] = [];

	/** The number of workers requested: two may start at the same time, and each has its own log. */
	private asked = 0;

	private constructor(
		readonly n8n: N8nInstallation,
		readonly folder: string,
		readonly redis: Redis,
		readonly postgres: Postgres,
		private readonly compose: ComposeFile,
	) {}

	/** n8n's folder, which main and workers share, as the containers share a volume. */
	get userFolder(): string {
		return join(this.folder, 'user');
	}

	static async start(): Promise<QueueCluster> {
		const n8n = await ensureN8n();
		const compose = readCompose();
		const folder = await mkdtemp(join(tmpdir(), 'fashionai-queue-'));
		const secret = async (name: string) => {
			const value = randomBytes(24).toString('hex');
			await writeFile(join(folder, 'secrets', name), value, { mode: 0o600 });
			return value;
		};
		await mkdir(join(folder, 'secrets'));
		const [, postgresPassword, redisPassword] = await Promise.all(
			['encryption_key', 'postgres_password', 'redis_password'].map(secret),
		);
		const { POSTGRES_DB: database = '', POSTGRES_USER: user = '' } = serviceOf(compose, 'postgres').environment ?? {};
		const redis = await startRedis(redisPassword ?? '', redisOptionsIn(compose));
		const postgres = await startPostgres({ database, user, password: postgresPassword ?? '' });
		const cluster = new QueueCluster(n8n, folder, redis, postgres, compose);
		await cluster.installPackage();
		return cluster;
	}

	/** The environment of the service `n8n` or `worker`, with local paths and ports. */
	environment(service: string): Record<string, string> {
		const entries = Object.entries(serviceOf(this.compose, service).environment ?? {});
		const here: Record<string, string> = {
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(this.postgres.port),
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(this.redis.port),
		};
		const place = (name: string, value: string) =>
			here[name] ?? value.replace(`${SECRETS}/`, `${join(this.folder, 'secrets')}/`);
		return Object.fromEntries(entries.map(([name, value]) => [name, place(name, value)]));
	}

	/** The command of the main. */
	get command(): string[] {
		return commandOf(serviceOf(this.compose, 'n8n'));
	}

	/** @param env more variables, which override those of docker-compose.yml */
	async startWorker(env: Record<string, string> = {}): Promise<Worker> {
		const logFile = join(this.folder, `worker-${++this.asked}.log`);
		const start = { userFolder: this.userFolder, env: { ...this.environment('worker'), ...env } };
		const server = await startN8nWorker(this.n8n, commandOf(serviceOf(this.compose, 'worker')), start, logFile);
		const started = async () => {
			const log = await readFile(logFile, 'utf8');
			return [...log.matchAll(/Worker started execution (\d+)/g)].map(([, id]) => String(id));
		};
		const worker = { ...server, started };
		this.workers.push(worker);
		return worker;
	}

	/** Stops the workers, Redis and PostgreSQL, and removes everything they have written. */
	async stop(): Promise<void> {
		await Promise.all(this.workers.map((worker) => worker.stop()));
		await Promise.all([this.redis.stop(), this.postgres.stop()]);
		await rm(this.folder, { recursive: true, force: true });
	}

	/** With the command of docker-compose.yml, but the local package instead of the published one. */
	private async installPackage(): Promise<void> {
		const tarball = await packPackage(join(this.folder, 'pack'));
		const [npm, ...args] = serviceOf(this.compose, 'package').entrypoint ?? [];
		if (npm !== 'npm') throw new Error('docker-compose.yml installs the package by something else than npm');
		const here = args.map((arg) =>
			arg.startsWith('n8n-nodes-fashionai@') ? tarball : arg.replace(HOME, join(this.userFolder, '.n8n')),
		);
		const prefix = here[here.indexOf('--prefix') + 1] ?? '';
		await mkdir(prefix, { recursive: true });
		await runNpm(here, prefix, join(this.folder, 'npm-install.log'));
	}
}
