import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Tried } from './record';

const DOCUMENT = join(__dirname, '../../docs/reliability.md');
const BEGIN = '<!-- Written by `FASHIONAI_ATTACK=long npm run test:attack`. -->';
const END = '<!-- End of what is written. -->';
const SENDERS = ['n8n’s helper', 'Reuse Connections'];

/** Runs the attacks; in the long form, writes down what was tried and what came of it. */
function main(): number {
	const folder = mkdtempSync(join(tmpdir(), 'fashionai-attack-'));
	const file = join(folder, 'tried.jsonl');
	const begun = Date.now();
	const isLong = process.env.FASHIONAI_ATTACK === 'long';
	try {
		const workers = isLong ? ['--maxWorkers=100%'] : [];
		const jest = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), '--selectProjects', 'attack', ...workers, ...process.argv.slice(2)], {
			stdio: 'inherit',
			env: { ...process.env, FASHIONAI_ATTACK_RECORD: file },
		});
		if (isLong && existsSync(file)) {
			const tried = readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Tried);
			writeDocument(tried, Date.now() - begun);
		}
		return jest.status ?? 1;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function writeDocument(tried: Tried[], took: number): void {
	const document = readFileSync(DOCUMENT, 'utf8');
	const [before = '', rest = ''] = document.split(BEGIN);
	const after = rest.split(END)[1] ?? '';
	writeFileSync(DOCUMENT, `${before}${BEGIN}\n\n${tables(tried, took)}\n\n${END}${after}`);
}

function tables(tried: Tried[], took: number): string {
	const properties = tried.filter(({ seed }) => seed !== undefined);
	const cases = tried.reduce((sum, one) => sum + one.cases, 0);
	const broken = tried.filter(({ held }) => !held).length;
	return [
		`${written(cases)} cases in ${Math.round(took / 60_000)} minutes with Node.js ${process.versions.node}; ${broken === 0 ? 'all held' : `**${broken} did not hold**`}.`,
		table(
			['tried on', 'what', 'what must hold', 'cases', 'came out', 'seed'],
			properties.sort(byPart).map(({ part, what, outcome, cases, held, seed }) => [part, what, outcome, written(cases), held ? 'held' : '**broke**', String(seed)]),
		),
		'What the user is told when a server does this (*read*: the answer was taken as it should be):',
		table(['the server', 'each', ...SENDERS], servers(tried.filter(({ seed }) => seed === undefined))),
	].join('\n\n');
}

/** One row for what a server did, with what came of it through each sender. */
function servers(tried: Tried[]): string[][] {
	return [...new Set(tried.map(({ what }) => what))].map((what) => {
		const through = SENDERS.map((sender) => tried.find((one) => one.what === what && one.part.endsWith(sender)));
		return [what, `${through[0]?.cases ?? 0} times`, ...through.map((one) => (one === undefined ? '' : `${one.outcome}${one.held ? '' : ' (**not as it should be**)'}`))];
	});
}

function byPart(a: Tried, b: Tried): number {
	return a.part.localeCompare(b.part) || a.what.localeCompare(b.what);
}

function table(head: string[], rows: string[][]): string {
	const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function written(count: number): string {
	return count.toLocaleString('en');
}

process.exitCode = main();
