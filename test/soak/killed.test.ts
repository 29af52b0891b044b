import { setTimeout as sleep } from 'node:timers/promises';

import { startSandbox, type Sandbox } from '../../sandbox';
import pairs from '../fixtures/moments.json';
import { DURABLE_CURSORS } from '../n8n/durable-cursors';
import { startN8n, type TestN8n } from '../n8n/harness';
import { startMailServer, type MailServer } from '../n8n/mail-server';
import { tellMyTeam } from '../n8n/trigger-workflow';
import { waitUntil } from '../n8n/wait-until';

const KILLS = 20;
/** A poll starts every other second: the kill comes before, during or after the one that sees the change. */
const KILLED_WITHIN = 3_000;

jest.setTimeout(1_800_000);

let sandbox: Sandbox;
let mail: MailServer;

beforeAll(async () => {
	// Like the real service: each answer is worded differently.
	[sandbox, mail] = await Promise.all([startSandbox({ writing: { anew: true } }), startMailServer()]);
});
afterAll(async () => {
	await Promise.all([sandbox?.close(), mail?.close()]);
});
beforeEach(() => {
	sandbox.reset();
	mail.messages.length = 0;
});

const emailOf = (n: number) => `customer-${n}@example.com`;

function show(n: number, newBehavior: boolean): void {
	const { moment, reworded } = pairs.tuned[n % pairs.tuned.length] ?? {};
	const [profile, variant] = [moment, reworded].map((texts) => ({
		momento_compra_atual: { ...texts, novo_comportamento: newBehavior },
	}));
	sandbox.putProfile({ userProfileId: `id-${n}`, email: emailOf(n), profile, variants: [variant] });
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

/** An n8n killed while publishing a workflow waits two minutes before it retries. */
const AFTER_A_KILL = 300;

/** Waits until all customers were looked up the given number of times. */
async function looks(times: number): Promise<void> {
	sandbox.clearRequests();
	const isLookedUp = () => {
		const paths = sandbox.requests().map(({ path, query }) => `${path}?${query}`);
		const counts = [...new Set(paths)].map((path) => paths.filter((other) => other === path).length);
		return counts.length === KILLS && counts.every((count) => count >= times);
	};
	await waitUntil('all customers to be looked at', isLookedUp, AFTER_A_KILL);
}

/** The outcome of the changes. */
interface Outcome {
	/** How many executions reported each customer. */
	reported: number[];
	/** Executions ended by the kill: n8n keeps them as crashed, without their items. */
	crashed: number;
	/** How many emails were received for each customer. */
	mails: number[];
}

async function outcomeOf(n8n: TestN8n, id: string): Promise<Outcome> {
	const executions = await n8n.executions(id);
	const whole = executions.filter(({ status }) => status === 'success');
	const items = whole.flatMap(({ nodes }) => nodes['Fashion.AI Trigger']?.[0] ?? []);
	const subjects = mail.messages.map(({ subject }) => subject?.replace('New behavior: ', ''));
	const customers = Array.from({ length: KILLS }, (_, n) => emailOf(n));
	const times = (list: unknown[]) => customers.map((email) => list.filter((entry) => entry === email).length);
	return {
		reported: times(items.map(({ json }) => json.identifier)),
		crashed: executions.length - whole.length,
		mails: times(subjects),
	};
}

const once = (counts: number[]) => counts.filter((count) => count === 1).length;
const twice = (counts: number[]) => counts.filter((count) => count > 1).length;
const never = (counts: number[]) => counts.filter((count) => count === 0).length;

test.each([
	// Saved and not yet an execution: the milliseconds in which a kill loses a report.
	['as it is by default', {}, 2],
	['with durable cursors', DURABLE_CURSORS, 0],
])('n8n %s, killed at twenty random moments: how many times each change was reported', async (how, env, mayBeLost) => {
	for (let n = 0; n < KILLS; n++) show(n, false);
	const n8n = await startN8n({ env });
	try {
		const id = await startWorkflow(n8n);
		// Durable cursors save the first look with the first poll after the one on activation.
		await looks(4);

		for (let n = 0; n < KILLS; n++) {
			show(n, true);
			await sleep(Math.random() * KILLED_WITHIN);
			await n8n.kill('SIGKILL');
			await n8n.start();
			// The second look begins when the first poll has ended: no execution reports two customers, of which a crash would count as one.
			await looks(2);
		}
		await looks(3);
		// The email of the last lookup may be in flight.
		await sleep(3_000);

		const { reported, crashed, mails } = await outcomeOf(n8n, id);
		const lost = never(reported) - crashed;
		process.stdout.write(
			`n8n ${how}, ${KILLS} kills: reported once ${once(reported)}, reported twice ${twice(reported)}, ` +
				`reported by an execution that crashed ${crashed}, lost ${lost}; ` +
				`mails: once ${once(mails)}, twice ${twice(mails)}, none ${never(mails)}\n`,
		);
		expect(twice(reported)).toBe(0);
		expect(twice(mails)).toBe(0);
		expect(lost).toBeLessThanOrEqual(mayBeLost);
	} finally {
		await n8n.stop();
	}
});
