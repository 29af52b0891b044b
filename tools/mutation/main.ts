/**
 * `npm run mutation [-- <group>]`: mutation testing with Stryker: makes one change to the code at a time, and counts
 * how many of them its own unit tests detect, those in the folder of the same name. Stryker is installed into a separate folder, since it has 250 dependencies.
 * Writes the scores into docs/reliability.md.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Tried } from '../../test/attack/record';
import { MUTATION, writeDocument } from '../../test/attack/reliability-document';

const ROOT = join(__dirname, '../..');
const STRYKER = '9.6.1';
const RUNNER = 'node_modules/@stryker-mutator/jest-runner/dist/src/index.js';
/**
 * The folders that are measured, without tables (`limits`, `lexicon`, `brand`, `labels`) and without files of which unit tests run less
 * than the tests in n8n's engine, as built: half of `account` and `senders` takes n8n's own helpers, and `clock` real pauses. `error-texts` is prose.
 */
const GROUPS: Record<string, string[]> = {
	http: ['account', 'clock', 'limits', 'senders', 'error-texts'],
	moments: ['lexicon'],
	messages: ['brand', 'labels'],
};

/** In percent. */
const ENOUGH = 85;

/** The parts of Stryker's report that are used. */
interface Report {
	files: Record<
		string,
		{
			mutants: {
				id: string;
				status: string;
				location: { start: { line: number } };
				mutatorName: string;
				replacement?: string;
			}[];
		}
	>;
}

function run(folder: string, command: string, ...options: string[]): void {
	const { status } = spawnSync(command, options, { cwd: folder, stdio: 'inherit' });
	if (status !== 0) throw new Error(`${[command, ...options].join(' ')} ended with ${status}`);
}

/**
 * A copy of the files that the tests need, in Stryker's folder: it changes files in place, which must not happen here.
 */
function prepare(folder: string): string {
	writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
	const packages = [
		`@stryker-mutator/core@${STRYKER}`,
		`@stryker-mutator/jest-runner@${STRYKER}`,
		`jest@${versionOf('jest')}`,
		`typescript@${versionOf('typescript')}`,
	];
	run(folder, 'npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages);
	const copy = join(folder, 'copy');
	for (const part of [
		'nodes',
		'credentials',
		'sandbox',
		'test',
		'tools',
		'demo',
		'docs',
		'workflows',
		'package.json',
		'tsconfig.json',
	])
		cpSync(join(ROOT, part), join(copy, part), { recursive: true });
	symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
	return copy;
}

/** The configuration of a group's run. */
function configure(folder: string, copy: string, group: string): void {
	const jest = {
		testMatch: [`<rootDir>/test/unit/${group}/*.test.ts`],
		transform: { '^.+\\.ts$': '<rootDir>/test/transform-typescript.js' },
		// Half a minute for each change, and on texts of other customers the same again.
		testPathIgnorePatterns: ['rates'],
	};
	writeFileSync(join(copy, 'jest.mutation.config.js'), `module.exports = ${JSON.stringify(jest)};\n`);
	const stryker = {
		testRunner: 'jest',
		plugins: [join(folder, RUNNER)],
		jest: { configFile: 'jest.mutation.config.js' },
		coverageAnalysis: 'perTest',
		// Each of these needs its own process and all the tests.
		ignoreStatic: true,
		reporters: ['json', 'clear-text', 'progress-append-only'],
		clearTextReporter: { logTests: false, reportTests: false },
		timeoutMS: 4_000,
	};
	writeFileSync(join(copy, 'stryker.conf.json'), JSON.stringify(stryker));
}

function versionOf(name: string): string {
	return (JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
		.version;
}

function measure(folder: string, copy: string, group: string): Tried {
	configure(folder, copy, group);
	const left = GROUPS[group]?.map((name) => `!nodes/shared/${group}/${name}.ts`) ?? [];
	run(
		copy,
		process.execPath,
		join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
		'run',
		'stryker.conf.json',
		'--mutate',
		[`nodes/shared/${group}/*.ts`, ...left].join(','),
	);
	const { files } = JSON.parse(readFileSync(join(copy, 'reports/mutation/mutation.json'), 'utf8')) as Report;
	const mutants = Object.values(files).flatMap((file) => file.mutants);
	const count = (...statuses: string[]) => mutants.filter(({ status }) => statuses.includes(status)).length;
	const noticed = count('Killed', 'Timeout');
	const all = noticed + count('Survived', 'NoCoverage');
	const score = (100 * noticed) / all;
	return {
		part: MUTATION,
		what: `\`nodes/shared/${group}\``,
		outcome: `its own unit tests notice at least ${ENOUGH} % of the changes`,
		cases: all,
		figures: `${noticed} of ${all} changes, ${score.toFixed(1)} %`,
		held: score >= ENOUGH,
	};
}

function main(chosen: string[]): void {
	const folder = mkdtempSync(join(tmpdir(), 'fashionai-mutation-'));
	const all = Object.keys(GROUPS);
	const measured: Tried[] = [];
	try {
		const copy = prepare(folder);
		for (const group of chosen.length > 0 ? chosen : all) measured.push(measure(folder, copy, group));
	} finally {
		// What took so long is written down, whatever happened after it.
		writeDocument(measured, { whole: measured.length === all.length, again: false });
		rmSync(folder, { recursive: true, force: true });
	}
	for (const { what, figures, held } of measured) console.log(`${what}: ${figures}${held ? '' : ', too few'}`);
	if (measured.some(({ held }) => !held)) process.exitCode = 1;
}

main(process.argv.slice(2));
