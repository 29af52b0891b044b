import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { runNpm } from './npm';

const PACKAGE_ROOT = join(__dirname, '../..');
const PACKAGE_NAME = 'n8n-nodes-fashionai';

/** What of package.json only those need who work on the package; and “private”, with which npm refuses to publish it. */
const NOT_PUBLISHED = ['private', 'scripts', 'devDependencies'];

/**
 * Packs the built package as it is published: as `npm pack` does, but without what of package.json no user needs.
 *
 * @returns the path of the `.tgz` in `folder`
 */
export async function packPackage(folder: string): Promise<string> {
	const whole = await unpackPackage(await pack(PACKAGE_ROOT, join(folder, 'whole')), folder);
	const manifest = join(whole, 'package.json');
	const all = JSON.parse(await readFile(manifest, 'utf8')) as Record<string, unknown>;
	const published = Object.fromEntries(Object.entries(all).filter(([name]) => !NOT_PUBLISHED.includes(name)));
	await writeFile(manifest, `${JSON.stringify(published, null, '\t')}\n`);
	const tarball = await pack(whole, folder);
	await Promise.all([whole, join(folder, 'whole')].map((made) => rm(made, { recursive: true })));
	return tarball;
}

async function pack(source: string, into: string): Promise<string> {
	await mkdir(into, { recursive: true });
	await runNpm(['pack', '--ignore-scripts', '--pack-destination', into], source, join(into, 'npm-pack.log'));
	const tarball = (await readdir(into)).find((name) => name.endsWith('.tgz'));
	if (tarball === undefined) throw new Error(`npm pack left no .tgz in ${into}`);
	return join(into, tarball);
}

/** Unpacks a packed package. Returns the path of its files, a folder in `folder`. */
export async function unpackPackage(tarball: string, folder: string): Promise<string> {
	await promisify(execFile)('tar', ['-xzf', tarball, '-C', folder]);
	return join(folder, 'package');
}

/** Unpacks a packed package into n8n's folder for community packages, so that its types are `n8n-nodes-fashionai.*`. */
async function unpackInto(userFolder: string, tarball: string): Promise<void> {
	const modules = join(userFolder, '.n8n/nodes/node_modules');
	await mkdir(modules, { recursive: true });
	const folder = await mkdtemp(join(userFolder, 'unpack-'));
	const unpacked = await unpackPackage(tarball, folder);
	await rm(join(modules, PACKAGE_NAME), { recursive: true, force: true });
	await rename(unpacked, join(modules, PACKAGE_NAME));
	await rm(folder, { recursive: true });
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
