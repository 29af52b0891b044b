import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Tried } from './record';

const DOCUMENT = join(__dirname, '../../docs/reliability.md');
const BEGIN = '<!-- Written by `FASHIONAI_ATTACK=long npm run test:attack`. -->';
const END = '<!-- End of what is written. -->';
const SENDERS = ['n8n’s helper', 'Reuse Connections'];

/** The part of what was tried that is mutation testing: another command, with a table of its own. */
export const MUTATION = 'Mutation testing';
/** Stands behind what came out of a row that was not tried this time. */
const EARLIER = ', in an earlier run';

/** How a run of the tests went that tried all that there is to try, or a part of it. */
export interface Extent {
	/** Whether nothing was left out and nothing failed: then a row that was not tried is tried no more. */
	whole: boolean;
	/** Whether it continues the last run: then a row that was not tried stays as it is. */
	again: boolean;
}

/** Writes what was tried into the tables of docs/reliability.md. */
export function writeDocument(tried: Tried[], extent: Extent): void {
	writeFileSync(DOCUMENT, withTables(readFileSync(DOCUMENT, 'utf8'), tried, extent));
}

const PROPERTIES = ['tried on', 'what', 'what must hold', 'cases', 'came out', 'seed'];
const TRIALS = ['tried on', 'what', 'what must hold', 'how much', 'came out'];
const SERVERS = ['the server', 'each', ...SENDERS];
const MUTATIONS = ['changed', 'what must hold', 'how much', 'came out'];

/** The document with its tables as of this run: what was not tried is taken out after a whole run, or else marked. */
export function withTables(document: string, tried: Tried[], extent: Extent): string {
	const [before = '', rest = ''] = document.split(BEGIN);
	const [earlier = '', after = ''] = rest.split(END);
	const mutations = tried.filter(({ part }) => part === MUTATION);
	const attacks = tried.filter(({ part }) => part !== MUTATION);
	const properties = attacks.filter(({ seed }) => seed !== undefined).map(propertyRow);
	const trials = attacks.filter(({ figures }) => figures !== undefined).map(trialRow);
	const servers = serverRows(attacks.filter(({ seed, figures }) => seed === undefined && figures === undefined));
	// A run of one command says nothing of what the other tries.
	const updated = (head: string[], now: string[][], { keys, marked, isOf }: Columns) =>
		table(head, isOf.length === 0 ? rowsIn(earlier, head) : merged(rowsIn(earlier, head), now, keys, marked, extent));
	const tables = [
		'What was tried, how often, and what came out (*in an earlier run*: not tried in the last one):',
		updated(PROPERTIES, properties, { keys: 2, marked: 4, isOf: attacks }),
		'Tests for secrets, personal data, long runs and the package itself:',
		updated(TRIALS, trials, { keys: 2, marked: 4, isOf: attacks }),
		'What the user sees when a server does this (*read*: the answer was processed normally):',
		updated(SERVERS, servers, { keys: 1, marked: 1, isOf: attacks }),
		'Mutation testing, written by `npm run mutation`:',
		updated(MUTATIONS, mutations.map(mutationRow), { keys: 1, marked: 3, isOf: mutations }),
	];
	return `${before}${BEGIN}\n\n${tables.join('\n\n')}\n\n${END}${after}`;
}

/** How many cells from the first tell a row from others, in which one an earlier run is marked, and whose rows they are. */
interface Columns {
	keys: number;
	marked: number;
	isOf: Tried[];
}

function propertyRow({ part, what, outcome, cases, held, seed }: Tried): string[] {
	return [part, what, outcome, cases.toLocaleString('en'), held ? 'held' : '**broke**', String(seed)];
}

function trialRow({ part, what, outcome, figures = '', held }: Tried): string[] {
	return [part, what, outcome, figures, held ? 'held' : '**broke**'];
}

function mutationRow({ what, outcome, figures = '', held }: Tried): string[] {
	return [what, outcome, figures, held ? 'held' : '**broke**'];
}

/** One row for what a server did, with what came of it through each sender, over TCP and over TLS. */
function serverRows(tried: Tried[]): string[][] {
	return [...new Set(tried.map(({ what }) => what))].map((what) => {
		const ofRow = tried.filter((one) => one.what === what);
		const through = SENDERS.map((sender) => ofRow.filter(({ part }) => part.endsWith(sender)));
		const times = through[0]?.map(({ part, cases }) => `${cases} times ${transportOf(part)}`) ?? [];
		return [what, times.join(', '), ...through.map(cameOut)];
	});
}

/** What came out, told once if it was the same over TCP and over TLS. */
function cameOut(tried: Tried[]): string {
	const outcomes = tried.map(({ outcome, held }) => `${outcome}${held ? '' : ' (**not as it should be**)'}`);
	const [first = ''] = outcomes;
	if (outcomes.every((outcome) => outcome === first)) return first;
	return outcomes.map((outcome, nth) => `${transportOf(tried[nth]?.part ?? '')}: ${outcome}`).join('; ');
}

function transportOf(part: string): string {
	return /over (TCP|TLS)/.exec(part)?.[0] ?? '';
}

/** The rows of the table that has this head. */
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

/** The rows of now and, unless the run was whole, the earlier ones that are not among them, marked. */
function merged(
	earlier: string[][],
	now: string[][],
	keys: number,
	marked: number,
	{ whole, again }: Extent,
): string[][] {
	const key = (row: string[]) => row.slice(0, keys).join(' | ');
	const rows = new Map(whole ? [] : earlier.map((row) => [key(row), again ? row : mark(row, marked)]));
	for (const row of now) rows.set(key(row), row);
	// What servers do stands in the order of the tests.
	return keys === 1 ? [...rows.values()] : [...rows.values()].sort(byCells);
}

function mark(row: string[], at: number): string[] {
	return row.map((cell, index) => (index === at ? cell.replace(EARLIER, '') + EARLIER : cell));
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
