import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { runNpm } from './npm';

const PACKAGE_ROOT = join(__dirname, '../..');
const PACKAGE_NAME = 'n8n-nodes-fashionai';

/**
 * Packs the built package as `npm publish` would.
 *
 * @returns the path of the `.tgz` in `folder`
 */
export async function packPackage(folder: string): Promise<string> {
	await mkdir(folder, { recursive: true });
	const args = ['pack', '--ignore-scripts', '--pack-destination', folder];
	await runNpm(args, PACKAGE_ROOT, join(folder, 'npm-pack.log'));
	const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
	if (tarball === undefined) throw new Error(`npm pack left no .tgz in ${folder}`);
	return join(folder, tarball);
}

/** Unpacks a packed package into n8n's folder for community packages, so that its types are `n8n-nodes-fashionai.*`. */
async function unpackInto(userFolder: string, tarball: string): Promise<void> {
	const modules = join(userFolder, '.n8n/nodes/node_modules');
	await mkdir(modules, { recursive: true });
	const unpacked = await mkdtemp(join(userFolder, 'unpack-'));
	await promisify(execFile)('tar', ['-xzf', tarball, '-C', unpacked]);
	await rm(join(modules, PACKAGE_NAME), { recursive: true, force: true });
	await rename(join(unpacked, 'package'), join(modules, PACKAGE_NAME));
	await rm(unpacked, { recursive: true });
}

/** Packs the built package and installs it into `userFolder`, as n8n installs a community package. */
export async function installPackage(userFolder: string): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'fashionai-pack-'));
	try {
		await unpackInto(userFolder, await packPackage(folder));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
