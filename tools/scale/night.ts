import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox';
import { ensureN8n } from '../n8n/install-n8n';
import { installPackage } from '../n8n/install-package';
import { type N8nServer, startN8nServer } from '../n8n/n8n-process';
import { N8nRest } from '../n8n/n8n-rest';
import { DEMO_OWNER } from '../n8n/owner';
import { withCredentials, type WorkflowFile } from '../n8n/workflow-file';
import { type Postgres, startPostgres } from '../queue/services';

const SHOP = 'shop';
/** The customers of a page, as in its workflow. */
export const PAGE = 500;
const LOGIN = { database: 'n8n', user: 'n8n', password: 'measured-here-alone' };
const WORKFLOWS = join(__dirname, '../../workflows');
/** The workflows, the page before the night that refers to it. */
const FILES = { page: 'nightly-sync-2-page', send: 'nightly-sync-3-send', night: 'nightly-sync-1-night' };
/** As in the workflow of the night. */
const DUE = "fashionai_looked_at < now() - interval '8 hours'";

/** Makes the second page that is written back from here on fail, once: a sequence survives the rollback. */
const FAIL_SECOND_PAGE = `
	CREATE SEQUENCE pages_written;
	CREATE FUNCTION fail_second_page() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
		IF nextval('pages_written') = 2 THEN RAISE EXCEPTION 'The second page is not written'; END IF;
		RETURN NULL;
	END $$;
	CREATE TRIGGER fail_second_page BEFORE INSERT ON fashionai_news EXECUTE FUNCTION fail_second_page();
`;

/** The lock of an interrupted night expires sooner than in the workflow, and starts are more frequent. */
const HURRIED: [from: string, to: string][] = [
	["interval '30 minutes'", "interval '60 seconds'"],
	["interval '10 minutes'", "interval '60 seconds'"],
];

/** The figures of one night. */
export interface Night {
	seconds: number;
	/** The peak memory of n8n's process, in MB. */
	peakMb: number;
	/** Its memory before the night, in MB. */
	beforeMb: number;
	/** Its minimum memory in each quarter of the night, in MB: what remains after garbage collection. */
	floorsMb: number[];
	/** Rows inserted and updated in the shop's tables. */
	rows: number;
	/** The growth of n8n's own database, in MB. */
	grownMb: number;
}

/** A real n8n with the nightly sync, and a shop's PostgreSQL. */
export class NightlySync {
	private server?: N8nServer;
	/** The workflows' IDs in n8n. */
	private readonly ids = { page: '', send: '', night: '' };

	private constructor(
		private readonly postgres: Postgres,
		private readonly folder: string,
	) {}

	static async start(customers: number): Promise<NightlySync> {
		const postgres = await startPostgres(LOGIN);
		await postgres.query(`CREATE DATABASE ${SHOP}`);
		const sync = new NightlySync(postgres, await mkdtemp(join(tmpdir(), 'fashionai-scale-')));
		await sync.shop(readFileSync(join(__dirname, 'customers.sql'), 'utf8'));
		await sync.shop(
			`INSERT INTO customers (id, email) SELECT n, 'customer-' || n || '@example.com' FROM generate_series(1, ${customers}) n`,
		);
		await sync.shop('ANALYZE');
		await installPackage(sync.folder);
		await sync.startN8n();
		return sync;
	}

	/** The rows of a query to the shop's database. */
	async shop(sql: string): Promise<string[][]> {
		return await this.postgres.query(sql, SHOP);
	}

	/** Imports the three workflows into n8n and publishes them; they start by themselves. */
	async publish(sandbox: Sandbox, crmUrl: string): Promise<void> {
		const rest = await this.logIn();
		const create = async (type: string, name: string, data: object) =>
			(await rest.call('POST', '/rest/credentials', { type, name, data })) as { id: string; name: string };
		const saved = {
			fashionAiApi: await create('fashionAiApi', 'Fashion.AI', {
				token: sandbox.token,
				host: 'custom',
				baseUrl: sandbox.url,
			}),
			postgres: await create('postgres', 'Shop', {
				host: '127.0.0.1',
				port: this.postgres.port,
				...LOGIN,
				database: SHOP,
				ssl: 'disable',
			}),
		};
		for (const name of Object.keys(FILES) as (keyof typeof FILES)[]) {
			const workflow = readWorkflow(FILES[name], { crmUrl, page: this.ids.page });
			const { id: _id, ...body } = withCredentials(workflow, saved);
			const created = (await rest.call('POST', '/rest/workflows', { active: false, ...body })) as {
				id: string;
				versionId: string;
			};
			this.ids[name] = created.id;
			await rest.call('POST', `/rest/workflows/${created.id}/activate`, { versionId: created.versionId });
		}
	}

	/** Stops the hourly starts, and waits until none is under way. */
	async startNoMore(): Promise<void> {
		const rest = await this.logIn();
		await rest.call('POST', `/rest/workflows/${this.ids.night}/deactivate`, {});
		while ((await this.nightsUnderWay()) > 0) await sleep(250);
	}

	/** Runs one night as a click does, the second page of which is not written at first. Returns the customers of that page. */
	async failPage(): Promise<string[]> {
		const rest = await this.logIn();
		const page = await this.shop(
			`SELECT email FROM customers WHERE ${DUE} ORDER BY fashionai_looked_at, id OFFSET ${PAGE} LIMIT ${PAGE}`,
		);
		await this.shop(FAIL_SECOND_PAGE);
		const triggerToStartFrom = { name: 'When clicking ‘Execute workflow’' };
		await rest.call('POST', `/rest/workflows/${this.ids.night}/run`, { triggerToStartFrom });
		while ((await this.nightsUnderWay()) > 0 || (await this.unsent()) > 0) await sleep(250);
		return page.map(([email]) => String(email));
	}

	/** The first customers of the next night, in its order. */
	async first(count: number): Promise<string[]> {
		const rows = await this.shop(`SELECT email FROM customers ORDER BY fashionai_looked_at, id LIMIT ${count}`);
		return rows.map(([email]) => String(email));
	}

	/** Makes everyone due again, as if a day had passed. */
	async nextDay(): Promise<void> {
		await this.shop("UPDATE customers SET fashionai_looked_at = fashionai_looked_at - interval '1 day'");
	}

	/** The number of customers still to be looked up in this night. */
	async left(): Promise<number> {
		return await this.count(`customers WHERE ${DUE}`);
	}

	/** Waits until everyone was looked up and all news were sent. */
	async measure(): Promise<Night> {
		const all = await this.left();
		const before = await this.written();
		const grown = await this.n8nBytes();
		const begun = performance.now();
		const beforeMb = await this.residentMb();
		let peakMb = beforeMb;
		const floorsMb: number[] = [];
		let seconds = 0;
		for (let left = all; left > 0 || (await this.unsent()) > 0; left = await this.left()) {
			const mb = await this.residentMb();
			peakMb = Math.max(peakMb, mb);
			const quarter = Math.min(3, Math.floor((4 * (all - left)) / all));
			// Nothing while it is killed, and little while it starts.
			if (mb > 0) floorsMb[quarter] = Math.min(floorsMb[quarter] ?? Infinity, mb);
			if (left > 0) seconds = (performance.now() - begun) / 1000;
			await sleep(250);
		}
		return {
			seconds,
			peakMb,
			beforeMb,
			floorsMb,
			// A session that has just become idle tells its statistics only ten seconds later.
			rows: (await this.written(11_000)) - before,
			grownMb: ((await this.n8nBytes()) - grown) / 1e6,
		};
	}

	/** Kills n8n at once, and starts it again. */
	async kill(): Promise<void> {
		await this.server?.kill('SIGKILL');
		await this.startN8n();
	}

	async stop(): Promise<void> {
		await this.server?.stop();
		await this.postgres.stop();
		await rm(this.folder, { recursive: true, force: true });
	}

	async count(from: string): Promise<number> {
		return Number((await this.shop(`SELECT count(*) FROM ${from}`))[0]?.[0]);
	}

	/** The statuses of each workflow's kept executions, and the size of what n8n stores of the largest. */
	async executions(): Promise<string> {
		const rows = await this.postgres.query(
			'SELECT w.name, e.status, count(*), round(max(octet_length(d.data)) / 1e3) FROM execution_entity e JOIN workflow_entity w ON w.id = e."workflowId" ' +
				'JOIN execution_data d ON d."executionId" = e.id WHERE e."deletedAt" IS NULL GROUP BY 1, 2 ORDER BY 1, 2',
		);
		return rows
			.map(([name, status, count, kb]) => `${name?.split(': ')[1]}: ${count} ${status}, at most ${kb} kB`)
			.join('; ');
	}

	private async nightsUnderWay(): Promise<number> {
		const [[count] = []] = await this.postgres.query(
			`SELECT count(*) FROM execution_entity WHERE "workflowId" = '${this.ids.night}' AND status IN ('new', 'running', 'waiting')`,
		);
		return Number(count);
	}

	private async unsent(): Promise<number> {
		return await this.count('fashionai_news WHERE sent_at IS NULL');
	}

	/** Rows written so far, after a delay in ms: a busy session tells its statistics once a second. */
	private async written(delay = 1_500): Promise<number> {
		await sleep(delay);
		const [[rows] = []] = await this.shop('SELECT sum(n_tup_ins + n_tup_upd) FROM pg_stat_user_tables');
		return Number(rows);
	}

	private async n8nBytes(): Promise<number> {
		const [[bytes] = []] = await this.postgres.query(`SELECT pg_database_size('${LOGIN.database}')`);
		return Number(bytes);
	}

	private async residentMb(): Promise<number> {
		const status = await readFile(`/proc/${this.server?.pid}/status`, 'utf8').catch(() => '');
		return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
	}

	private async startN8n(): Promise<void> {
		const env = {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(this.postgres.port),
			DB_POSTGRESDB_DATABASE: LOGIN.database,
			DB_POSTGRESDB_USER: LOGIN.user,
			DB_POSTGRESDB_PASSWORD: LOGIN.password,
		};
		this.server = await startN8nServer(await ensureN8n(), { userFolder: this.folder, env });
	}

	private async logIn(): Promise<N8nRest> {
		const rest = new N8nRest(this.server?.url ?? '');
		await rest.logIn(DEMO_OWNER);
		return rest;
	}
}

/** A workflow from the repository, with local addresses and a start every few seconds. */
function readWorkflow(file: string, { crmUrl, page }: { crmUrl: string; page: string }): WorkflowFile {
	const text = readFileSync(join(WORKFLOWS, `${file}.json`), 'utf8');
	const hurried = HURRIED.reduce((json, [from, to]) => json.replaceAll(from, to), text);
	const workflow = JSON.parse(hurried.replace('https://crm.example.com/new-behavior', crmUrl)) as WorkflowFile;
	const nodes = workflow.nodes.map((node) => {
		switch (node.type) {
			case 'n8n-nodes-base.scheduleTrigger':
				return { ...node, parameters: every(10) };
			case 'n8n-nodes-base.executeWorkflow':
				return { ...node, parameters: { ...node.parameters, workflowId: { __rl: true, mode: 'id', value: page } } };
			case 'n8n-nodes-base.postgres':
				return { ...node, credentials: { postgres: { id: null, name: 'Shop' } } };
			default:
				return node;
		}
	});
	return { ...workflow, nodes };
}

function every(seconds: number): INodeParameters {
	return { rule: { interval: [{ field: 'cronExpression', expression: `*/${seconds} * * * * *` }] } };
}
