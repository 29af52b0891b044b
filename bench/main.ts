/** `npm run bench`: this package against n8n's HTTP Request node and a bare undici pool, in n8n's own engine, over TLS. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureN8n } from '../tools/n8n/install-n8n';
import { installPackage } from '../tools/n8n/install-package';
import { createUserFolder } from '../tools/n8n/user-folder';
import { type ApiProcess, startApi } from './api-process';
import { CLIENT_NAMES, type ClientName, displayNameOf, EVENTS, FAULTS } from './cases';
import { type Certificate, makeCertificate } from './certificate';
import { buildClient, runClient, type Surroundings } from './client-process';
import { describeMachine } from './machine';
import { type FaultPlan, type Plan, planFor } from './plan';
import { type CaseReport, type FaultRow, ratiosOf, type Report, toMarkdown } from './report';

const HELP = `Usage: npm run bench -- [options]

  --quick           a small version, under two minutes
  --items N         only the cases of N items (100, 1000 or 10000; 500 with --quick)
  --latency MS      only the cases of this latency (20 or 200)
  --repeated PART   only the cases with this part of repeated customers (0 or 0.3)
  --clients A,B     only these clients: ${CLIENT_NAMES.join(', ')}
  --runs N          so many runs of each (default 3)
  --no-faults       without the fault run
  --cold            measure memory from the start, with V8's young generation as each client's modules left it
  --json FILE       also write all figures to FILE
  --cpu-prof DIR    also write a CPU profile of every client to DIR
  --help            this text
`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			quick: { type: 'boolean', default: false },
			items: { type: 'string' },
			latency: { type: 'string' },
			repeated: { type: 'string' },
			clients: { type: 'string' },
			runs: { type: 'string' },
			'no-faults': { type: 'boolean', default: false },
			cold: { type: 'boolean', default: false },
			json: { type: 'string' },
			'cpu-prof': { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return void process.stdout.write(HELP);
	const numberOf = (text?: string) => (text === undefined ? undefined : Number(text));
	const plan = planFor({
		quick: values.quick,
		items: numberOf(values.items),
		latencyMs: numberOf(values.latency),
		repeated: numberOf(values.repeated),
		clients: values.clients?.split(',').map(clientOf),
		runs: numberOf(values.runs),
		noFaults: values['no-faults'],
	});
	if (plan.cases.length === 0) throw new Error(`No case is like that.\n\n${HELP}`);

	const folder = await mkdtemp(join(tmpdir(), 'fashionai-bench-'));
	try {
		const report = await run(plan, folder, { cold: values.cold, profileFolder: values['cpu-prof'] });
		process.stdout.write(toMarkdown(report));
		if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, '\t')}\n`);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function run(plan: Plan, folder: string, options: Pick<Surroundings, 'cold' | 'profileFolder'>): Promise<Report> {
	const n8n = await ensureN8n();
	const userFolder = join(folder, 'user-folder');
	await createUserFolder(n8n, userFolder);
	await installPackage(userFolder);
	const certificate = await makeCertificate(folder);
	const script = await buildClient(folder);
	const surroundings: Surroundings = {
		node: n8n.node,
		script,
		n8nFolder: n8n.folder,
		userFolder,
		certificateFile: certificate.file,
		...options,
	};
	const machine = describeMachine(n8n.node, n8n.version);
	const cases: CaseReport[] = [];
	for (const entry of plan.cases) {
		cases.push(await withApi(entry.latencyMs, certificate, (api) => measureCase(surroundings, api, entry, plan.runs)));
	}
	const { faults } = plan;
	if (faults === undefined) return { machine, cases, faults: [] };
	const rows = await withApi(faults.latencyMs, certificate, (api) => measureFaults(surroundings, api, faults));
	return { machine, cases, faults: rows };
}

function clientOf(given: string): ClientName {
	const client = CLIENT_NAMES.find((name) => name === given);
	if (client === undefined) throw new Error(`There is no client "${given}": choose from ${CLIENT_NAMES.join(', ')}`);
	return client;
}

async function withApi<T>(
	latencyMs: number,
	certificate: Certificate,
	use: (api: ApiProcess) => Promise<T>,
): Promise<T> {
	const api = await startApi(latencyMs, certificate);
	try {
		return await use(api);
	} finally {
		await api.close();
	}
}

/** Runs all clients in turn, several times, so that other load on the machine affects all of them. */
async function measureCase(
	surroundings: Surroundings,
	api: ApiProcess,
	{ clients, ...measured }: Plan['cases'][number],
	runs: number,
): Promise<CaseReport> {
	const rows = clients.map((client) => ({ client, runs: [] as CaseReport['rows'][number]['runs'] }));
	for (let nth = 1; nth <= runs; nth++) {
		for (const row of rows) {
			log(
				`${measured.items} items, ${measured.latencyMs} ms, ${measured.repeated * 100} % repeated, run ${nth}: ${displayNameOf(row.client)}`,
			);
			row.runs.push(await runClient(surroundings, api, row.client, measured));
		}
	}
	return { case: measured, rows, ratios: ratiosOf(rows) };
}

async function measureFaults(
	surroundings: Surroundings,
	api: ApiProcess,
	{ items, events, ...conditions }: FaultPlan,
): Promise<FaultRow[]> {
	const clients: ClientName[] = ['ours', 'ours-reusing', 'http-our-credential'];
	const rows: FaultRow[] = [];
	for (const client of [...clients, EVENTS] as const) {
		log(`Faults: ${displayNameOf(client)}`);
		const count = client === EVENTS ? events : items;
		const result = await runClient(surroundings, api, client, {
			items: count,
			repeated: 0,
			faults: FAULTS,
			...conditions,
		});
		rows.push({ client, items: count, result });
	}
	return rows;
}

function log(what: string): void {
	process.stderr.write(`${what}\n`);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
