import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { request } from 'undici';

import { type FaultRule, type Sandbox, startSandbox } from '../../sandbox';
import { OLDER_LINE } from '../../tools/n8n/cache-folder';
import { ensureN8n } from '../../tools/n8n/install-n8n';
import { ECHOES, type EchoServer, MARKED_TOKEN, startEchoServer, TYPICAL_ECHOES } from '../attack/hunt/echo-server';
import { EVERY_OPERATION, TRIGGER } from '../attack/hunt/every-node';
import { Hunter } from '../attack/hunt/traces';
import { IS_LONG, recordChecked } from '../attack/record';
import { type Execution, type SavedCredential, startN8n, type TestN8n, type WorkflowFile } from './harness';
import { databaseOf, filesLeftBehind } from './left-behind';
import { waitUntil } from './wait-until';
import { chain, connect, fashionAiNode, itemsNode, manualTrigger, node } from './workflows';

const echoes = IS_LONG ? ECHOES : TYPICAL_ECHOES.filter((_, nth) => nth % 2 === 0);
/** A marker in n8n's data that an execution took place. */
const CUSTOMER = 'ana@example.com';
const EVERY_SECOND = Array.from({ length: 60 }, (_, n) => ({ mode: 'custom', cronExpression: `${n} * * * * *` }));

/** Faults of the sandbox, and what the nodes say about them: then they met this one, and no timeout before it. */
const FAULTS: [fault: FaultRule['fault'], says: string][] = [
	[{ kind: 'status', status: 401 }, 'did not accept the API token'],
	[{ kind: 'status', status: 403 }, 'has no permission'],
	[{ kind: 'status', status: 429, retryAfter: 1_000 }, 'too many requests'],
	[{ kind: 'status', status: 500 }, 'not available right now'],
	[{ kind: 'reset' }, 'was cut'],
	[{ kind: 'reset', midBody: true }, 'was cut'],
	[{ kind: 'stall' }, 'did not answer in time'],
	[{ kind: 'invalidJson' }, 'cannot be read'],
	[{ kind: 'htmlPage' }, 'did not answer like Fashion.AI'],
	[{ kind: 'wrongShape', body: null }, 'cannot be read'],
	[{ kind: 'redirect', location: 'http://127.0.0.1:1/' }, 'redirects to another address'],
	[{ kind: 'hugeBody', bytes: 11_000_000 }, 'larger than 10 MB'],
];
/** Each operation waits for its timeout. */
if (IS_LONG)
	FAULTS.push(
		[{ kind: 'stall', midBody: true }, 'did not answer in time'],
		[{ kind: 'slowBody', everyMs: 100 }, 'did not answer in time'],
	);
const stalls = ({ kind }: FaultRule['fault']) => kind === 'stall' || kind === 'slowBody';

/** Hosts that no call gets through to, and what the nodes say about them. */
const HOSTS: [what: string, url: () => Promise<string> | string, says: string][] = [
	['a closed port', closedPort, 'could not be reached'],
	['a port without TLS', () => sandbox.url.replace('http:', 'https:'), 'secure connection'],
];

/** Whom the sandbox knows, and what the trigger reports. */
const PROFILE = {
	userProfileId: 'hunted',
	email: CUSTOMER,
	profile: {
		perfil_cliente: { estilo_geral: 'clássico' },
		momento_compra_atual: { resumo_momento: 'Procura um vestido de festa', novo_comportamento: true },
	},
};
/** The search of several hundred megabytes takes minutes. */
const SEARCH_WITHIN_MS = 20 * 60_000;
/** A busy machine gets its time, except where there is nothing to wait for. */
const PATIENT: INodeParameters = { maxTries: 1, timeout: 60_000 };
const HASTY: INodeParameters = { maxTries: 1, timeout: 150 };
/** Few calls are the trigger's, so each may take longer. */
const LESS_HASTY: INodeParameters = { maxTries: 1, timeout: 1_000 };

let n8n: TestN8n;
let echo: EchoServer;
let sandbox: Sandbox;
/** n8n's responses. */
const answered: string[] = [];
let executions = 0;
/** What n8n had written when it was killed: some of it is gone when it has started again. */
let leftByKill = new Map<string, Buffer>();
let folder: string;
/** Names the server that stands in for Fashion.AI's host. */
const standIn = () => join(folder, 'stand-in');

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'fashionai-hunt-'));
	[echo, sandbox] = await Promise.all([startEchoServer(), startSandbox({ token: MARKED_TOKEN })]);
	n8n = await startN8n({
		env: {
			NODE_OPTIONS: `--require "${join(__dirname, 'redirect-fetch.cjs')}"`,
			FASHIONAI_STAND_IN_FILE: standIn(),
			// As in n8n's own image: only then does it keep a crash journal.
			NODE_ENV: 'production',
			// Turn on everything that n8n can log.
			N8N_LOG_LEVEL: 'debug',
			N8N_LOG_OUTPUT: 'console,file',
			DB_LOGGING_ENABLED: 'true',
			DB_LOGGING_OPTIONS: 'all',
			EXECUTIONS_DATA_SAVE_ON_PROGRESS: 'true',
			EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
			EXECUTIONS_DATA_SAVE_ON_ERROR: 'all',
		},
	});
});

afterAll(async () => {
	await n8n?.stop();
	await Promise.all([echo?.close(), sandbox?.close(), rm(folder, { recursive: true, force: true })]);
});

/** The credential that sends to a server through n8n's helper. */
const throughHelper = async (url: string) => ({ token: MARKED_TOKEN, host: 'custom', baseUrl: url });
/** The one that does so with Reuse Connections, until it is made for another server. */
async function reusing(url: string): Promise<ICredentialDataDecryptedObject> {
	await writeFile(standIn(), url);
	return { token: MARKED_TOKEN, host: 'current', reuseConnections: true };
}

/** Workflows imported from now on use this credential. */
async function use(name: string, data: ICredentialDataDecryptedObject): Promise<SavedCredential> {
	return await n8n.createCredential('fashionAiApi', name, data);
}

/** How many calls the servers have received. */
const received = () => echo.received + sandbox.requests().length;

/** Runs a workflow, of which a server must receive at least so many calls, and keeps n8n's response. */
async function run(id: string, calls: number, trigger?: string): Promise<Execution> {
	const before = received();
	let execution: Execution;
	let tries = 0;
	do {
		executions++;
		execution = await n8n.execute(id, trigger);
		answered.push(JSON.stringify(execution));
		// On a busy machine a call may time out before it has been sent.
	} while (received() - before < calls && ++tries < 5);
	expect(received() - before).toBeGreaterThanOrEqual(calls);
	expect(['success', 'error']).toContain(execution.status);
	return execution;
}

/** Every operation's own error output, and the trigger, must say this. */
function expectToSay(says: string, { nodes }: Execution, { error }: Execution): void {
	const said = EVERY_OPERATION.map(({ name }) => [name, nodes[name]?.[1]?.[0]?.json.error]);
	expect([...said, ['Trigger', error?.message]]).toEqual(
		[...said, ['Trigger']].map(([name]) => [name, expect.stringContaining(says)]),
	);
}

/** One workflow with every operation, each connected to the trigger. */
function everyOperation(
	name: string,
	onError: 'continueErrorOutput' | 'continueRegularOutput',
	options: INodeParameters,
): Omit<WorkflowFile, 'id'> {
	const workflow = chain(name, manualTrigger());
	for (const { name: operation, type, parameters } of EVERY_OPERATION) {
		const chosen = { ...parameters, options };
		connect(workflow, 'Start', 0, fashionAiNode(operation, type, chosen, { onError, alwaysOutputData: true }));
	}
	return workflow;
}

const stopping = ({ name, type, parameters }: (typeof EVERY_OPERATION)[number], options: INodeParameters) =>
	chain(`Stops at ${name}`, manualTrigger(), fashionAiNode(name, type, { ...parameters, options }));

const watching = (options: INodeParameters) => {
	const parameters = { ...TRIGGER.parameters, options, pollTimes: { item: EVERY_SECOND } };
	return chain(
		'Watching',
		fashionAiNode('Trigger', TRIGGER.type, parameters),
		node({ name: 'Told', type: 'n8n-nodes-base.noOp' }),
	);
};

/** Imports a workflow with either timeout; returns the ID of the one for an answer that comes, or that stalls. */
async function bothWays(
	workflow: (options: INodeParameters) => Omit<WorkflowFile, 'id'>,
	hasty = HASTY,
): Promise<(stalls?: boolean) => string> {
	const patient = await n8n.importWorkflow(workflow(PATIENT));
	const impatient = await n8n.importWorkflow(workflow(hasty));
	return (stalls = false) => (stalls ? impatient : patient);
}

/** Activates it, with any outcome; n8n's response includes the error of the first poll, or is sent before it. */
async function activate(id: string): Promise<void> {
	const before = received();
	await n8n.activate(id).catch((error: unknown) => answered.push(String(error)));
	await waitUntil('the first poll', () => received() > before);
	await n8n.deactivate(id).catch(() => undefined);
}

/** An address at which nobody listens. */
async function closedPort(): Promise<string> {
	const server = await startEchoServer();
	await server.close();
	return server.url;
}

describe.each([
	['n8n’s helper', throughHelper],
	['Reuse Connections', reusing],
])('through %s', (name, credentialFor) => {
	test('success', async () => {
		await use(name, await credentialFor(sandbox.url));
		sandbox.putProfile(PROFILE);
		const all = await n8n.importWorkflow(everyOperation(`All succeed, ${name}`, 'continueErrorOutput', PATIENT));
		const { nodes, status } = await run(all, EVERY_OPERATION.length);
		expect(status).toBe('success');
		for (const { name: operation } of EVERY_OPERATION) {
			const [items = [], errors = []] = nodes[operation] ?? [];
			expect({ operation, errors }).toEqual({ operation, errors: [] });
			expect(items[0]?.json ?? {}).not.toEqual({});
			expect(items[0]?.json.found).not.toBe(false);
		}
		const watch = await n8n.importWorkflow(watching(PATIENT));
		const tested = await run(watch, 1, 'Trigger');
		expect(tested.nodes.Trigger?.[0]?.[0]?.json).toMatchObject({ identifier: CUSTOMER, found: true });
		await n8n.activate(watch);
		const reported = await waitUntil('the trigger to report', async () =>
			(await n8n.executions(watch)).find(({ status, mode }) => status === 'success' && mode === 'trigger'),
		);
		executions++;
		answered.push(JSON.stringify(reported));
		await n8n.deactivate(watch);
	});

	test('every sandbox fault', async () => {
		await use(name, await credentialFor(sandbox.url));
		const all = await bothWays((options) =>
			everyOperation(`All to the sandbox, ${name}`, 'continueErrorOutput', options),
		);
		const watch = await bothWays(watching, LESS_HASTY);
		for (const [fault, says] of FAULTS) {
			sandbox.setFaults([{ fault }]);
			const failed = await run(all(stalls(fault)), stalls(fault) ? 1 : EVERY_OPERATION.length);
			expectToSay(says, failed, await run(watch(stalls(fault)), 1, 'Trigger'));
		}
		sandbox.reset();
	});

	test.each(HOSTS)('%s', async (what, url, says) => {
		await use(name, await credentialFor(await url()));
		const all = await n8n.importWorkflow(everyOperation(`All to ${what}, ${name}`, 'continueErrorOutput', PATIENT));
		const watch = await n8n.importWorkflow(watching(PATIENT));
		expectToSay(says, await run(all, 0), await run(watch, 0, 'Trigger'));
	});
});

describe.each([
	['n8n’s helper', throughHelper],
	['Reuse Connections', reusing],
])('a server that answers with the token, through %s', (name, credentialFor) => {
	test('each operation continues, on the error output and on its own', async () => {
		await use(name, await credentialFor(echo.url));
		const ways = [
			await bothWays((options) => everyOperation(`To the error output, ${name}`, 'continueErrorOutput', options)),
			await bothWays((options) => everyOperation(`Goes on, ${name}`, 'continueRegularOutput', options)),
		];
		for (const [nth, one] of echoes.entries()) {
			echo.echo = one;
			const { status } = await run(ways[nth % 2]?.(one.stalls) ?? '', one.stalls ? 1 : EVERY_OPERATION.length);
			expect(status).toBe('success');
		}
	});

	test('each operation stops its workflow', async () => {
		await use(name, await credentialFor(echo.url));
		const ways: Awaited<ReturnType<typeof bothWays>>[] = [];
		// One by one: the older line mixes up transactions that are open at once.
		for (const operation of EVERY_OPERATION) ways.push(await bothWays((options) => stopping(operation, options)));
		for (const [nth, one] of echoes.entries()) {
			echo.echo = one;
			await run(ways[nth % ways.length]?.(one.stalls) ?? '', 1);
			// The others share its code.
			await run(ways[0]?.(one.stalls) ?? '', 1);
		}
	});

	test('the trigger is tested, activated and polls', async () => {
		await use(name, await credentialFor(echo.url));
		for (const one of echoes) {
			echo.echo = one;
			// One of its own for each: n8n waits ever longer before it polls again where a first poll failed.
			const id = await n8n.importWorkflow(watching(one.stalls ? LESS_HASTY : PATIENT));
			await run(id, 1, 'Trigger');
			await activate(id);
		}
		const id = await n8n.importWorkflow(watching(PATIENT));
		// No line goes on polling if its first polls fail, and n8n 2.x makes them after it has answered.
		const profile = Buffer.from(JSON.stringify(PROFILE));
		const head = `HTTP/1.1 200 OK\r\nContent-Length: ${profile.length}\r\n\r\n`;
		echo.echo = { what: 'a profile', answer: () => Buffer.concat([Buffer.from(head), profile]) };
		await n8n.activate(id);
		await waitUntil('the trigger to report', async () =>
			(await n8n.executions(id)).some(({ status, mode }) => status === 'success' && mode === 'trigger'),
		);
		for (const one of TYPICAL_ECHOES.slice(0, 6)) {
			const before = echo.received;
			echo.echo = one;
			await waitUntil('the next poll', () => echo.received > before);
		}
		await n8n.deactivate(id);
	});
});

test('a credential is tested, which n8n’s helper does in any case', async () => {
	const credential = await throughHelper(echo.url);
	const saved = await use('n8n’s helper', credential);
	for (const one of echoes) {
		echo.echo = one;
		const before = received();
		answered.push(JSON.stringify(await n8n.testCredential(saved, 'fashionAiApi', credential)));
		expect(received()).toBeGreaterThan(before);
	}
	const working = await throughHelper(sandbox.url);
	expect(await n8n.testCredential(saved, 'fashionAiApi', working)).toMatchObject({ status: 'OK' });
});

test('a workflow that is notified when another one fails', async () => {
	await use('n8n’s helper', await throughHelper(echo.url));
	const errorWorkflow = await n8n.importWorkflow(
		chain(
			'Told',
			node({ name: 'Error', type: 'n8n-nodes-base.errorTrigger' }),
			node({ name: 'Kept', type: 'n8n-nodes-base.noOp' }),
		),
	);
	const workflow = chain(
		'Called',
		node({
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: 'hunt',
			parameters: { path: 'hunt', responseMode: 'lastNode' },
		}),
		fashionAiNode('Get Profile', 'getCustomerProfile', EVERY_OPERATION[0]?.parameters ?? {}),
	);
	const id = await n8n.importWorkflow({ ...workflow, settings: { errorWorkflow } });
	await n8n.activate(errorWorkflow).catch(() => undefined);
	await n8n.activate(id);
	for (const one of TYPICAL_ECHOES.slice(0, 10)) {
		echo.echo = one;
		const before = echo.received;
		const text = await waitUntil('the webhook to answer', async () => {
			const { body } = await request(`${n8n.url}/webhook/hunt`);
			const answer = await body.text();
			return echo.received > before && answer;
		});
		answered.push(text);
		executions++;
	}
	await n8n.deactivate(id);
});

test('n8n is killed while the token is in flight', async () => {
	await use('n8n’s helper', await throughHelper(echo.url));
	echo.echo = {
		what: 'nothing',
		answer: (token) => `HTTP/1.1 200 OK\r\nX: ${token}\r\nContent-Length: 100\r\n\r\n{"profile":"${token}`,
		stalls: true,
	};
	const parameters = { email: '={{ $json.email }}', options: { timeout: 60_000 } };
	const customers = itemsNode(
		'Customers',
		Array.from({ length: 20 }, (_, n) => ({ email: `${n}-${CUSTOMER}` })),
	);
	const id = await n8n.importWorkflow(
		chain('Killed', manualTrigger(), customers, fashionAiNode('Get Profile', 'getCustomerProfile', parameters)),
	);
	const before = echo.received;
	const running = n8n.execute(id).catch(() => undefined);
	await waitUntil('all lookups to be on their way', () => echo.received >= before + 20);
	await n8n.kill('SIGKILL');
	leftByKill = await filesLeftBehind(n8n.userFolder);
	await n8n.start();
	await running;
	const [crashed] = await waitUntil('n8n to find the crashed execution', async () => {
		const ended = await n8n.executions(id);
		return ended.length > 0 && ended;
	});
	executions++;
	answered.push(JSON.stringify(crashed));
	expect(crashed?.status).toBe('crashed');
});

test(
	'nothing that n8n stores, prints or returns contains the token, except the encrypted credential',
	async () => {
		const { version } = await ensureN8n();
		answered.push(
			JSON.stringify(await n8n.rest('GET', '/rest/credentials?includeData=true')),
			JSON.stringify(await n8n.rest('GET', '/rest/workflows')),
		);
		await n8n.restart();
		const hunter = new Hunter({ token: MARKED_TOKEN });
		const files = await filesLeftBehind(n8n.userFolder);
		const isWithin = (bytes: Buffer, longer?: Buffer) => longer?.subarray(0, bytes.length).equals(bytes) === true;
		// Logs have only grown since the kill.
		const before = [...leftByKill].filter(([path, bytes]) => bytes.length === 0 || !isWithin(bytes, files.get(path)));
		const searched = [...files, ...before];
		const found = searched.flatMap(([path, bytes]) => hunter.find(bytes).map((trace) => `${path}: ${trace}`));
		found.push(...hunter.find(Buffer.from(answered.join('\n'))).map((trace) => `n8n's answers: ${trace}`));
		// SQLite spreads a long text over several pages: in the file, a token may be split.
		const database = await databaseOf(n8n.userFolder);
		for (const [table, rows] of Object.entries(database))
			found.push(...hunter.find(Buffer.from(JSON.stringify(rows))).map((trace) => `${table}: ${trace}`));

		const bytes = searched.reduce((sum, [, { length }]) => sum + length, 0);
		await n8n.command('export:credentials', '--all', '--decrypted', `--output=${join(folder, 'all.json')}`);
		const all = JSON.parse(await readFile(join(folder, 'all.json'), 'utf8')) as { data: { token: string } }[];
		recordChecked(
			{
				part: `The token hunt, in n8n ${version}`,
				what: `success, ${FAULTS.length + HOSTS.length} faults and ${echoes.length} echoing answers, for every operation and the trigger, both senders; an error workflow, credential tests, a kill`,
				outcome:
					'the token is in none of n8n’s files (database, write-ahead log, event log, crash journal, debug log, stdout) and none of its responses, in any form, except encrypted in the credential',
				cases: executions,
				figures: `${executions.toLocaleString('en')} executions, ${(bytes / 1e6).toFixed(0)} MB searched`,
			},
			() => {
				expect(found).toEqual([]);

				// The search looked where things are.
				expect([...leftByKill.keys()]).toEqual(
					expect.arrayContaining([
						'.n8n/crash.journal',
						'.n8n/database.sqlite',
						...(OLDER_LINE ? [] : ['.n8n/database.sqlite-wal']),
					]),
				);
				expect([...files.keys()]).toEqual(
					expect.arrayContaining([
						'n8n.log',
						'.n8n/database.sqlite',
						'.n8n/n8nEventLog.log',
						expect.stringMatching(/\.n8n\/logs\/n8n.*\.log/),
					]),
				);
				expect(
					new Hunter({ customer: `19-${CUSTOMER}` }).find(Buffer.from(JSON.stringify(database.execution_data))),
				).not.toEqual([]);
				expect(JSON.stringify(database.execution_data)).toContain(CUSTOMER);
				expect(all.length).toBe(database.credentials_entity?.length);
				for (const { data } of all) expect(data.token).toBe(MARKED_TOKEN);
			},
		);
	},
	SEARCH_WITHIN_MS,
);
