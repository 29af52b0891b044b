import { setTimeout as sleep } from 'node:timers/promises';

import { startSandbox, type Sandbox } from '../../sandbox';
import pairs from '../fixtures/moments.json';
import { startN8n, type TestN8n } from '../n8n/harness';
import { startMailServer, type MailServer } from '../n8n/mail-server';
import { tellMyTeam } from '../n8n/trigger-workflow';
import { waitUntil } from '../n8n/wait-until';

const KILLS = 20;
/** A poll begins every other second: the kill comes before, during or after the one that sees the change. */
const KILLED_WITHIN = 3_000;

const DURABLE_CURSORS = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
	// As often as the polls of this test; n8n's own pace is half a minute.
	N8N_SCHEDULER_MATERIALIZATION_INTERVAL: '1',
	N8N_SCHEDULER_EXECUTOR_INTERVAL: '1',
};

jest.setTimeout(1_800_000);

let sandbox: Sandbox;
let mail: MailServer;

beforeAll(async () => {
	[sandbox, mail] = await Promise.all([startSandbox(), startMailServer()]);
});
afterAll(async () => {
	await Promise.all([sandbox.close(), mail.close()]);
});
beforeEach(() => {
	sandbox.reset();
	mail.messages.length = 0;
});

const emailOf = (n: number) => `customer-${n}@example.com`;

function show(n: number, newBehavior: boolean): void {
	const moment = pairs.tuned[n % pairs.tuned.length]?.moment;
	const profile = { momento_compra_atual: { ...moment, novo_comportamento: newBehavior } };
	sandbox.putProfile({ userProfileId: `id-${n}`, email: emailOf(n), profile });
}

async function startWorkflow(n8n: TestN8n): Promise<string> {
	const credential = { token: sandbox.token, host: 'custom', baseUrl: sandbox.url };
	await n8n.createCredential('fashionAiApi', 'Fashion.AI', credential);
	const data = { user: '', password: '', host: '127.0.0.1', port: mail.port, secure: false, disableStartTls: true };
	const smtp = await n8n.createCredential('smtp', 'Team mail', data);
	const customers = Array.from({ length: KILLS }, (_, n) => emailOf(n)).join('\n');
	const id = await n8n.importWorkflow(tellMyTeam({ customers }, smtp));
	await n8n.activate(id);
	return id;
}

/** n8n that is killed while it publishes a workflow waits two minutes before it does so again. */
const AFTER_A_KILL = 300;

/** Waits until all customers were looked at so many times. */
async function looks(times: number): Promise<void> {
	sandbox.clearRequests();
	await waitUntil('all customers to be looked at', () => sandbox.requests().length >= times * KILLS, AFTER_A_KILL);
}

/** How often each customer was told of: executions that were created, whatever became of them, and mails. */
async function tellings(n8n: TestN8n, id: string): Promise<{ executions: number[]; mails: number[] }> {
	const executions = await n8n.executions(id);
	const told = executions.flatMap(({ nodes, data }) => {
		// One that was killed before its first node has its items on the stack still.
		const waiting = data.executionData?.nodeExecutionStack[0]?.data.main?.[0] ?? [];
		return (nodes['Fashion.AI Trigger']?.[0] ?? waiting).map(({ json }) => json.identifier);
	});
	const kinds = new Map<string, number>();
	for (const { status } of executions) kinds.set(status, (kinds.get(status) ?? 0) + 1);
	process.stdout.write(`${[...kinds].map(([status, count]) => `${count} ${status}`).join(', ')}\n`);
	const times = (list: unknown[], of: string) => list.filter((entry) => entry === of).length;
	const subjects = mail.messages.map(({ subject }) => subject?.replace('New behavior: ', ''));
	const customers = Array.from({ length: KILLS }, (_, n) => emailOf(n));
	return { executions: customers.map((email) => times(told, email)), mails: customers.map((email) => times(subjects, email)) };
}

function summary(counts: number[]): string {
	const tally = (wanted: (count: number) => boolean) => counts.filter(wanted).length;
	return `told once ${tally((n) => n === 1)}, told twice ${tally((n) => n > 1)}, lost ${tally((n) => n === 0)}`;
}

test.each([
	['as it is by default', {}],
	['with durable cursors', DURABLE_CURSORS],
])('n8n %s, killed at twenty random moments: how often each change was told', async (how, env) => {
	for (let n = 0; n < KILLS; n++) show(n, false);
	const n8n = await startN8n({ env });
	try {
		const id = await startWorkflow(n8n);
		await looks(2);

		for (let n = 0; n < KILLS; n++) {
			show(n, true);
			await sleep(Math.random() * KILLED_WITHIN);
			await n8n.kill('SIGKILL');
			await n8n.start();
			await looks(1);
		}
		await looks(3);
		// The mail of the last look may be on its way.
		await sleep(3_000);

		const { executions, mails } = await tellings(n8n, id);
		process.stdout.write(`n8n ${how}, ${KILLS} kills: executions: ${summary(executions)}; mails: ${summary(mails)}\n`);
		expect(executions.filter((times) => times > 1)).toEqual([]);
		expect(executions.filter((times) => times === 0).length).toBeLessThanOrEqual(2);
		expect(mails.filter((times) => times > 1)).toEqual([]);
	} finally {
		await n8n.stop();
	}
});
