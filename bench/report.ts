import { displayNameOf, EVENTS, type AnyClient, type Case, type ClientName, type Result } from './cases';
import type { Machine } from './machine';
import { median, spreadOf, type Spread } from './statistics';

/** All runs of one client in one case. */
export interface Row {
	client: ClientName;
	runs: Result[];
}

export interface CaseReport {
	case: Case;
	rows: Row[];
	ratios: Ratios[];
}

/** Our node against another client: the ratios of their figures per run, so that other load on the machine affects both. */
export interface Ratios {
	of: ClientName;
	to: ClientName;
	throughput: Spread;
	cpu: Spread;
	memory: Spread;
}

/** How a client did while the API was failing. */
export interface FaultRow {
	client: AnyClient;
	items: number;
	result: Result;
}

export interface Report {
	machine: Machine;
	cases: CaseReport[];
	faults: FaultRow[];
}

const OURS: ClientName[] = ['ours', 'ours-reusing'];
const PEERS: ClientName[] = ['http-our-credential', 'http-header-auth', 'http-no-auth', 'ours', 'n8n-helper', 'fetch'];

/** The ratios of both of our senders to each peer measured. */
export function ratiosOf(rows: Row[]): Ratios[] {
	const runsOf = (client: ClientName) => rows.find((row) => row.client === client)?.runs;
	return OURS.flatMap((of) =>
		PEERS.filter((to) => to !== of && (of === 'ours-reusing' || (to !== 'ours' && to !== 'fetch'))).flatMap((to) => {
			const [a, b] = [runsOf(of), runsOf(to)];
			if (a === undefined || b === undefined) return [];
			const spread = (figure: (ours: Result, theirs: Result) => number) =>
				spreadOf(a.flatMap((run, n) => (b[n] === undefined ? [] : [figure(run, b[n])])));
			return [
				{
					of,
					to,
					throughput: spread((ours, theirs) => theirs.wallMs / ours.wallMs),
					cpu: spread((ours, theirs) => ours.cpuMs / theirs.cpuMs),
					memory: spread((ours, theirs) => ours.memoryGrowthMb / theirs.memoryGrowthMb),
				},
			];
		}),
	);
}

/** The report as Markdown, for `docs/benchmark.md`. */
export function toMarkdown({ machine, cases, faults }: Report): string {
	const { processor, cores, memoryGb, system, node, n8n, loadAtStart } = machine;
	return [
		`n8n ${n8n}, Node.js ${node}, ${system}, ${cores} × ${processor}, ${memoryGb} GB; load at the start ${loadAtStart}.`,
		...cases.flatMap(caseToMarkdown),
		...(faults.length === 0 ? [] : faultsToMarkdown(faults)),
		'',
	].join('\n');
}

function caseToMarkdown({ case: measured, rows, ratios }: CaseReport): string[] {
	const { items, latencyMs, repeated } = measured;
	const who = repeated === 0 ? 'every customer once' : `${repeated * 100} % repeated customers`;
	const figure = (runs: Result[], of: (run: Result) => number, digits = 0) => format(median(runs.map(of)), digits);
	return [
		'',
		`### ${items.toLocaleString('en')} items, ${latencyMs} ms, ${who}`,
		'',
		...table(
			[
				'Client',
				'Wall time',
				'Items/s',
				'CPU per item',
				'Memory growth',
				'Peak memory',
				'Longest stall',
				'Requests',
				'Connections',
				'Delivered',
			],
			rows.map(({ client, runs }) => [
				displayNameOf(client),
				`${figure(runs, ({ wallMs }) => wallMs / 1e3, 2)} s`,
				figure(runs, ({ wallMs }) => (items / wallMs) * 1e3),
				`${figure(runs, ({ cpuMs }) => cpuMs / items, 2)} ms`,
				`${figure(runs, ({ memoryGrowthMb }) => memoryGrowthMb)} MB`,
				`${figure(runs, ({ peakMemoryMb }) => peakMemoryMb)} MB`,
				`${figure(runs, ({ stallMs }) => stallMs)} ms`,
				figure(runs, ({ requests }) => requests),
				figure(runs, ({ connections }) => connections),
				figure(runs, ({ delivered }) => delivered),
			]),
		),
		...notes(rows.flatMap(({ client, runs }) => runs.map((result) => ({ client, result })))),
		...(ratios.length === 0
			? []
			: [
					'',
					...table(
						['Ratio, run by run', 'Throughput', 'CPU', 'Memory growth'],
						ratios.map(({ of, to, throughput, cpu, memory }) => [
							`${displayNameOf(of)} : ${displayNameOf(to)}`,
							`${spread(throughput)} ×`,
							percent(cpu),
							percent(memory),
						]),
					),
				]),
	];
}

function faultsToMarkdown(faults: FaultRow[]): string[] {
	return [
		'',
		'### When the API is failing',
		'',
		...table(
			[
				'Client',
				'Items',
				'Delivered',
				'Reported as failed',
				'Lost',
				'Requests',
				'Wall time',
				'Events processed',
				'Most for one item',
			],
			faults.map(({ client, items, result }) => [
				displayNameOf(client),
				String(items),
				String(result.delivered),
				String(result.failed),
				String(items - result.delivered - result.failed),
				String(result.requests),
				`${format(result.wallMs / 1e3, 1)} s`,
				client === EVENTS ? String(result.taken) : '',
				client === EVENTS ? String(result.mostTakenOfOneEvent) : '',
			]),
		),
		...notes(faults),
	];
}

/** What stopped a client, if anything did. */
function notes(rows: Pick<FaultRow, 'client' | 'result'>[]): string[] {
	const stopped = rows.flatMap(({ client, result: { stoppedBy } }) =>
		stoppedBy === undefined ? [] : [`- ${displayNameOf(client)}: ${stoppedBy}`],
	);
	return stopped.length === 0 ? [] : ['', ...new Set(stopped)];
}

function table(head: string[], rows: string[][]): string[] {
	const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(line)];
}

function spread({ median: middle, least, most }: Spread): string {
	return withRange(format(middle, 2), format(least, 2), format(most, 2));
}

function percent({ median: middle, least, most }: Spread): string {
	return withRange(`${format(middle * 100, 0)} %`, format(least * 100, 0), format(most * 100, 0));
}

/** A single run has no range. */
function withRange(middle: string, least: string, most: string): string {
	return least === most ? middle : `${middle} (${least} to ${most})`;
}

function format(figure: number, digits: number): string {
	return figure.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
