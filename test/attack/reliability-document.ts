import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Tried } from './record';

const DOCUMENT = join(__dirname, '../../docs/reliability.md');
const BEGIN = '<!-- Written by `FASHIONAI_ATTACK=long npm run test:attack`. -->';
const END = '<!-- End of the generated part. -->';
const SENDERS = ['n8n’s helper', 'Reuse Connections'];

/** Updates the tables of docs/reliability.md; rows of tests that did not run are kept. */
export function writeDocument(tried: Tried[]): void {
	const document = readFileSync(DOCUMENT, 'utf8');
	const [before = '', rest = ''] = document.split(BEGIN);
	const after = rest.split(END)[1] ?? '';
	const [earlier = ''] = rest.split(END);
	writeFileSync(DOCUMENT, `${before}${BEGIN}\n\n${tables(tried, earlier)}\n\n${END}${after}`);
}

const PROPERTIES = ['tried on', 'what', 'property', 'cases', 'result', 'seed'];
const TRIALS = ['tried on', 'what', 'property', 'scope', 'result'];
const SERVERS = ['the server', 'each', ...SENDERS];

/** All tables. Rows of tests that did not run this time are kept. */
function tables(tried: Tried[], earlier: string): string {
	const properties = tried.filter(({ seed }) => seed !== undefined).map(propertyRow);
	const trials = tried.filter(({ figures }) => figures !== undefined).map(trialRow);
	const servers = serverRows(tried.filter(({ seed, figures }) => seed === undefined && figures === undefined));
	return [
		'Properties tested, number of cases, and results:',
		table(PROPERTIES, merged(rowsIn(earlier, PROPERTIES), properties, 2).sort(byCells)),
		'Tests for secrets, personal data, long runs and the package itself:',
		table(TRIALS, merged(rowsIn(earlier, TRIALS), trials, 2).sort(byCells)),
		'What the user sees when a server does this (*read*: the answer was processed normally):',
		table(SERVERS, merged(rowsIn(earlier, SERVERS), servers, 1)),
	].join('\n\n');
}

function propertyRow({ part, what, outcome, cases, held, seed }: Tried): string[] {
	return [part, what, outcome, cases.toLocaleString('en'), held ? 'held' : '**broke**', String(seed)];
}

function trialRow({ part, what, outcome, figures = '', held }: Tried): string[] {
	return [part, what, outcome, figures, held ? 'held' : '**broke**'];
}

/** One row per server behavior, with the outcome through each sender. */
function serverRows(tried: Tried[]): string[][] {
	return [...new Set(tried.map(({ what }) => what))].map((what) => {
		const through = SENDERS.map((sender) => tried.find((one) => one.what === what && one.part.endsWith(sender)));
		return [
			what,
			`${through[0]?.cases ?? 0} times`,
			...through.map((one) => (one === undefined ? '' : `${one.outcome}${one.held ? '' : ' (**unexpected**)'}`)),
		];
	});
}

/** The rows of the table with this header. */
function rowsIn(text: string, head: string[]): string[][] {
	const [, rows = ''] = text.split(`${line(head)}\n${line(head.map(() => '---'))}\n`);
	return (
		rows
			.split('\n\n')[0]
			?.split('\n')
			.filter((row) => row.startsWith('| '))
			.map((row) => row.slice(2, -2).split(' | ')) ?? []
	);
}

/** The earlier rows, replaced by new ones with the same first cells, plus the other new ones. */
function merged(earlier: string[][], now: string[][], cells: number): string[][] {
	const key = (row: string[]) => row.slice(0, cells).join(' | ');
	const rows = new Map(earlier.map((row) => [key(row), row]));
	for (const row of now) rows.set(key(row), row);
	return [...rows.values()];
}

function byCells(a: string[], b: string[]): number {
	return line(a).localeCompare(line(b));
}

function table(head: string[], rows: string[][]): string {
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function line(cells: string[]): string {
	return `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`;
}
