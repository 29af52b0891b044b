import { existsSync, readdirSync, statfsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { type Progress, startProgress } from './progress';
import { N8N_RECIPE, n8nFolder } from './cache-folder';
import { withLock } from './lock';
import { findNodeHeaders } from './node-headers';
import { runNpm } from './npm';

/** An installed n8n. */
export interface N8nInstallation {
	/** The folder that holds its `node_modules`. */
	folder: string;
	version: string;
	/** The Node.js to run it with: this process's own if n8n's native modules are built for it, else the pinned one. */
	node: string;
	/** n8n's command file, the first argument of `node`. */
	command: string;
}

const NEEDED_BYTES = 4e9;

/**
 * Returns the pinned n8n, installing it first if this user has none yet (three to six minutes, 2.4 GB).
 * Concurrent calls, in one process or several, install it once; an interrupted installation is restarted.
 *
 * @throws Error (or NpmFailure) that says what to do if it cannot be installed
 */
export async function ensureN8n(out: NodeJS.WriteStream = process.stderr): Promise<N8nInstallation> {
	const folder = n8nFolder();
	const ready = await findInstallation(folder);
	if (ready) return ready;

	const root = dirname(folder);
	await mkdir(root, { recursive: true });
	const freeAtStart = freeBytes(root);
	const progress = startProgress(out, () => `${gigabytes(Math.max(0, freeAtStart - freeBytes(root)))} written`);
	const onWait = () => progress.step('Waiting for another process to finish installing n8n');
	try {
		return await withLock(
			folder,
			onWait,
			async () => (await findInstallation(folder)) ?? (await install(folder, progress)),
		);
	} finally {
		progress.stop();
	}
}

async function install(folder: string, progress: Progress): Promise<N8nInstallation> {
	const log = `${folder}.log`;
	await rm(log, { force: true });
	if (!existsSync(folder)) await installPackages(folder, log, progress);
	// Installed by a Node.js that can run n8n, and now used by one that cannot.
	await fetchNode(folder, log, progress);
	const installation = await findInstallation(folder);
	if (!installation) {
		throw new Error(`n8n in ${folder} is incomplete: delete that folder and start again.`);
	}
	progress.done(`n8n ${installation.version} is installed in ${folder}`);
	return installation;
}

/**
 * Installs into a temporary folder next to the final one and renames it at the end, so that the final one is always
 * complete.
 */
async function installPackages(folder: string, log: string, progress: Progress): Promise<void> {
	const free = freeBytes(dirname(folder));
	if (free < NEEDED_BYTES) {
		throw new Error(
			`Installing n8n takes 4 GB of disk space, and ${dirname(folder)} has ${gigabytes(free)} free. ` +
				'Free up some space, or set FASHIONAI_N8N_CACHE to a folder on a larger disk.',
		);
	}
	const partial = `${folder}.partial`;
	await rm(partial, { recursive: true, force: true });
	await mkdir(partial);
	for (const file of ['package.json', 'package-lock.json']) await copyFile(join(N8N_RECIPE, file), join(partial, file));

	progress.step(`Installing n8n, ${await countPackages()} packages, once for all clones (takes a few minutes)`);
	// No peer dependencies: with them it may never resolve. No scripts: one of them would compile a Kafka client.
	await runNpm(['install', '--legacy-peer-deps', '--ignore-scripts', ...QUIET], partial, log);
	// Before anything is compiled, since it may include the headers.
	await fetchNode(partial, log, progress);
	progress.step('Building sqlite3');
	await rebuild('sqlite3', partial, log);
	await rename(partial, folder);
}

const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier'];

/** Downloads the pinned Node.js if this process's own cannot run n8n, unless it is already there. */
async function fetchNode(folder: string, log: string, progress: Progress): Promise<void> {
	if (ownNodeRunsN8n(folder) || existsSync(pinnedNode(folder))) return;
	progress.step('Downloading the Node.js version n8n needs');
	await rebuild('node', folder, log);
}

async function rebuild(name: string, folder: string, log: string): Promise<void> {
	const headers = process.env.npm_config_nodedir || findNodeHeaders(folder);
	const env = headers === undefined ? {} : { npm_config_nodedir: headers };
	await runNpm(['rebuild', name, '--ignore-scripts=false', '--foreground-scripts', ...QUIET], folder, log, env);
}

async function countPackages(): Promise<string> {
	const lock = JSON.parse(await readFile(join(N8N_RECIPE, 'package-lock.json'), 'utf8')) as { packages: object };
	return Object.keys(lock.packages).length.toLocaleString('en');
}

async function findInstallation(folder: string): Promise<N8nInstallation | undefined> {
	if (!existsSync(folder)) return undefined;
	const node = ownNodeRunsN8n(folder) ? process.execPath : pinnedNode(folder);
	if (!existsSync(node)) return undefined;
	const manifest = JSON.parse(await readFile(join(folder, 'node_modules/n8n/package.json'), 'utf8')) as {
		version: string;
	};
	return { folder, version: manifest.version, node, command: join(folder, 'node_modules/n8n/bin/n8n') };
}

function pinnedNode(folder: string): string {
	return join(folder, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * n8n requires Node 24 or newer, and its isolated-vm has prebuilt binaries for only some of those (24 and 26, not 25).
 */
function ownNodeRunsN8n(folder: string): boolean {
	const { node, modules } = process.versions;
	const builds = join(folder, 'node_modules/isolated-vm/prebuilds', `${process.platform}-${process.arch}`);
	return (
		Number.parseInt(node, 10) >= 24 &&
		existsSync(builds) &&
		readdirSync(builds).some((name) => name.includes(`abi${modules}.`))
	);
}

function freeBytes(folder: string): number {
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize;
}

function gigabytes(bytes: number): string {
	return `${(bytes / 1e9).toFixed(1)} GB`;
}
