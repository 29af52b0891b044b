/**
 * `npm run release -- [options of npm publish]`: the only way to publish. package.json says "private", so that npm refuses to
 * publish this folder as it stands, whatever `dist` holds; here all is checked and built anew, and what was packed is
 * published, without that word. A `prepublishOnly` would never run: `.npmrc` switches scripts off. Nothing is published that
 * CHANGELOG.md is silent about, that has not left its workflows and its stored memory for later builds, or (`publishConfig`)
 * without provenance, which only the workflow on GitHub can sign.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { version } from '../package.json';
import { packPackage, unpackPackage } from '../tools/n8n/install-package';
import { notesOf } from './notes';

const ROOT = join(__dirname, '..');

/** Runs a command with inherited stdio. Throws if it fails. */
function run(command: string, ...options: string[]): void {
	const { status, error } = spawnSync(command, options, { cwd: ROOT, stdio: 'inherit' });
	if (error) throw error;
	if (status !== 0)
		throw new Error(`"${[command, ...options].join(' ')}" ended with code ${status}. Nothing was published.`);
}

async function main(options: string[]): Promise<void> {
	notesOf(version);
	run('npm', 'run', 'check');
	run('npm', 'run', 'fixtures', '--', '--check');
	const folder = mkdtempSync(join(tmpdir(), 'fashionai-release-'));
	try {
		run('npm', 'publish', await unpackPackage(await packPackage(folder), folder), ...options);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

main(process.argv.slice(2)).catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
