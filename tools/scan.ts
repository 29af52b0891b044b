/**
 * n8n's own package scanner, offline: first the source, like its source scan, then every .js and the package.json of the
 * package to be published, like its tarball scan. Its verdict ignores warnings, so these are counted here with its
 * configuration.
 */

import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { packPackage, unpackPackage } from './n8n/install-package';

const ROOT = join(__dirname, '..');
const TARBALL_PATTERNS = ['**/*.js', 'package.json'];
/** What the package may contain besides `dist/`. */
const BESIDE_DIST = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
const MAX_KILOBYTES = 400;

interface Scanner {
	SOURCE_FILE_PATTERNS: string[];
	analyzePackage(
		directory: string,
		patterns: string[],
	): Promise<{ passed: boolean; message?: string; details?: string }>;
	buildScanConfig(): Promise<unknown>;
}

async function scan(scanner: Scanner, what: string, directory: string, patterns: string[]): Promise<boolean> {
	const verdict = await scanner.analyzePackage(directory, patterns);
	const { ESLint } = await import('eslint');
	const eslint = new ESLint({
		cwd: directory,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: (await scanner.buildScanConfig()) as never,
	});
	const results = await eslint.lintFiles(patterns);
	const errors = results.reduce((sum, { errorCount }) => sum + errorCount, 0);
	const warnings = results.reduce((sum, { warningCount }) => sum + warningCount, 0);
	process.stdout.write(`${what}: ${results.length} files, ${errors} errors, ${warnings} warnings\n`);
	if (errors + warnings > 0) process.stdout.write(await (await eslint.loadFormatter('stylish')).format(results));
	return verdict.passed && errors + warnings === 0 && results.length > 0;
}

/** Checks that the package contains exactly what it should, and stays small. */
function isLean(unpacked: string): boolean {
	const strays = readdirSync(unpacked).filter((name) => name !== 'dist' && !BESIDE_DIST.includes(name));
	const files = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).map((file) => join(unpacked, file));
	const counted = files.filter((file) => statSync(file).isFile());
	const kilobytes = Math.ceil(counted.reduce((sum, file) => sum + statSync(file).size, 0) / 1000);
	process.stdout.write(`Package: ${kilobytes} KB unpacked (at most ${MAX_KILOBYTES})\n`);
	if (strays.length > 0) process.stdout.write(`Package: these do not belong in it: ${strays.join(', ')}\n`);
	return strays.length === 0 && kilobytes <= MAX_KILOBYTES;
}

async function main(): Promise<void> {
	if (!existsSync(join(ROOT, 'dist'))) {
		process.stderr.write('There is nothing to scan yet. Run `npm run build` first.\n');
		process.exitCode = 1;
		return;
	}
	const scanner = (await import('@n8n/scan-community-package/scanner/scanner.mjs' as string)) as Scanner;
	const folder = mkdtempSync(join(tmpdir(), 'fashionai-scan-'));
	try {
		const packed = await unpackPackage(await packPackage(folder), folder);
		const passed = [
			await scan(scanner, 'Source', ROOT, scanner.SOURCE_FILE_PATTERNS),
			await scan(scanner, 'Package', packed, TARBALL_PATTERNS),
			isLean(packed),
		];
		process.exitCode = passed.every(Boolean) ? 0 : 1;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

void main();
