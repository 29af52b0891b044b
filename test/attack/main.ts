import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Tried } from './record';
import { writeDocument } from './reliability-document';

/** Attacks on a real n8n, or on a process for minutes: only in the long form. */
const LONG_RUNS = [
	'test/n8n/token-hunt',
	'test/n8n/personal-data',
	'test/n8n/stopped',
	'test/soak/long-lived',
	'test/soak/mixed-work',
];

/** Those that hunt in n8n's files and database, which differ: on the older line of n8n as well. */
const ON_BOTH_LINES = ['test/n8n/token-hunt', 'test/n8n/personal-data'];

/** A part of the last run is tried again, after what broke in it was fixed. */
const AGAIN = '--again';

/** How long the short form may take on two idle cores, in seconds. */
const LONGEST_SHORT_FORM = 60;

/** Says how long the short form took. A busy machine is no failure. */
function reportTime(start: number): void {
	const seconds = Math.round((Date.now() - start) / 1000);
	console.log(`The short form took ${seconds} s.`);
	if (seconds > LONGEST_SHORT_FORM)
		console.warn(`That is more than ${LONGEST_SHORT_FORM} s: try again on an idle machine, or try fewer cases.`);
}

/** Runs the attacks; in the long form, writes the results to the docs. Arguments select files, as in Jest. */
function main(): number {
	const folder = mkdtempSync(join(tmpdir(), 'fashionai-attack-'));
	const file = join(folder, 'tried.jsonl');
	const isLong = process.env.FASHIONAI_ATTACK === 'long';
	const options = process.argv.slice(2);
	const chosen = options.filter((option) => option !== AGAIN);
	const jest = (names: string[], env: NodeJS.ProcessEnv = {}) => {
		const { status } = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), ...names], {
			stdio: 'inherit',
			env: { ...process.env, ...env, FASHIONAI_ATTACK_RECORD: file },
		});
		return status ?? 1;
	};
	/** Those that the arguments select, if any, one after the other. */
	const longRuns = (all: string[], env: NodeJS.ProcessEnv) => {
		const runs = chosen.length === 0 ? all : all.filter((run) => chosen.some((pattern) => run.includes(pattern)));
		return runs.length === 0 ? 0 : jest([...runs, '--selectProjects', 'n8n', 'soak', '--runInBand'], env);
	};
	const start = Date.now();
	try {
		let status = jest([
			...chosen,
			'--selectProjects',
			'attack',
			'--maxWorkers=100%',
			...(isLong ? ['--passWithNoTests'] : []),
		]);
		if (!isLong) reportTime(start);
		if (isLong) {
			status = Math.max(status, longRuns(LONG_RUNS, { FASHIONAI_N8N_LINE: '' }));
			status = Math.max(status, longRuns(ON_BOTH_LINES, { FASHIONAI_N8N_LINE: '1' }));
		}
		if (isLong && existsSync(file)) {
			const tried = readFileSync(file, 'utf8')
				.trimEnd()
				.split('\n')
				.map((line) => JSON.parse(line) as Tried);
			const whole = chosen.length === 0 && status === 0;
			writeDocument(tried, { whole, again: options.includes(AGAIN) });
		}
		return status;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

process.exitCode = main();
