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

/** A part of the last run is tried again, after what broke in it was fixed. */
const AGAIN = '--again';

/** Runs the attacks; in the long form, writes the results to the docs. Arguments select files, as in Jest. */
function main(): number {
	const folder = mkdtempSync(join(tmpdir(), 'fashionai-attack-'));
	const file = join(folder, 'tried.jsonl');
	const isLong = process.env.FASHIONAI_ATTACK === 'long';
	const options = process.argv.slice(2);
	const chosen = options.filter((option) => option !== AGAIN);
	const jest = (...names: string[]) => {
		const { status } = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), ...names], {
			stdio: 'inherit',
			env: { ...process.env, FASHIONAI_ATTACK_RECORD: file },
		});
		return status ?? 1;
	};
	try {
		let status = jest(
			...chosen,
			'--selectProjects',
			'attack',
			'--maxWorkers=100%',
			...(isLong ? ['--passWithNoTests'] : []),
		);
		if (isLong) {
			const runs =
				chosen.length === 0 ? LONG_RUNS : LONG_RUNS.filter((run) => chosen.some((pattern) => run.includes(pattern)));
			if (runs.length > 0) status = Math.max(status, jest(...runs, '--selectProjects', 'n8n', 'soak', '--runInBand'));
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
