import { setTimeout as sleep } from 'node:timers/promises';

import { executeWorkflow } from '../tools/n8n/executions';
import { tryLock } from '../tools/n8n/lock';
import { DEMO_OWNER } from '../tools/n8n/owner';
import { accountsOf, runsWithSandboxAlone, type WorkflowFile } from '../tools/n8n/workflow-file';
import { type Demo, startDemo } from './demo';
import { LOCK, readState, removeData, writeState } from './demo-folder';
import { HELP, readOptions, UsageRefusal } from './options';
import { describeExecution } from './show-items';

const STATUS = { done: 0, failed: 1, usage: 2, interrupted: 130 };

const SAME_SIGNAL_MS = 1_000;

/** The stop functions of the running parts; the last one started is stopped first. */
const closers: (() => Promise<void>)[] = [];
let isReady = false;

/** @returns the exit status; a running demo continues until a signal or n8n itself ends it */
async function main(): Promise<number> {
	const options = readOptions(process.argv.slice(2));
	if (options.help) {
		process.stdout.write(HELP);
		return STATUS.done;
	}
	const release = await takeFolder();
	if (release === undefined) return await tellWhereItRuns();
	closers.push(release);
	if (options.reset) await removeData();
	await writeState({ ...(await readState()), pid: process.pid, n8nUrl: undefined });

	const demo = await startDemo((close) => closers.push(close), options.port);
	if (options.run) return await runExamples(demo);
	await writeState({ ...(await readState()), n8nUrl: editorUrl(demo) });
	process.stdout.write(introduction(demo));
	isReady = true;
	await demo.server.ended;
	throw new Error(`n8n stopped unexpectedly. See its log: ${demo.server.logFile}`);
}

/** Only one process at a time uses the data folder. The lock of a killed one expires after some seconds. */
async function takeFolder(): Promise<(() => Promise<void>) | undefined> {
	for (;;) {
		const release = await tryLock(LOCK);
		if (release !== undefined || isAlive((await readState()).pid)) return release;
		await sleep(500);
	}
}

function isAlive(pid: number | undefined): boolean {
	if (pid === undefined) return false;
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

async function tellWhereItRuns(): Promise<number> {
	const { n8nUrl, pid } = await readState();
	const where = n8nUrl === undefined ? 'is starting or busy' : `is already running at ${n8nUrl}`;
	process.stderr.write(`This clone's demo ${where} (process ${pid}). To restart it, stop it first with Ctrl-C.\n`);
	return STATUS.failed;
}

async function runExamples({ rest, examples }: Demo): Promise<number> {
	let failed = 0;
	for (const example of examples.filter(runsWithSandboxAlone)) {
		const execution = await executeWorkflow(rest, example.id);
		if (execution.status !== 'success') failed += 1;
		process.stdout.write(`\n${describeExecution(example, execution)}\n`);
	}
	return failed === 0 ? STATUS.done : STATUS.failed;
}

function editorUrl({ server }: Demo): string {
	return `http://localhost:${server.port}`;
}

function introduction(demo: Demo): string {
	const { sandbox, examples } = demo;
	const linksOf = (isMeant: (accounts: ReturnType<typeof accountsOf>) => boolean) =>
		examples
			.filter((example) => isMeant(accountsOf(example)))
			.map((example) => linkTo(demo, example))
			.join('\n');
	return `
  n8n        ${editorUrl(demo)}
  Email      ${DEMO_OWNER.email}
  Password   ${DEMO_OWNER.password}
  Sandbox    ${sandbox.url} (a Fashion.AI API with demo customers and products; its token: ${sandbox.token})
  Customers  marina.alves@example.com (shows new behavior), rafael.nogueira@example.com (does not)
  Shop       Brazilian, so its texts are in Portuguese. Product vestido-03, category vestidos, collection colecao-primavera;
             as a visitor, any session ID with the user ID 90 (Marina)

  What to do next
  1. Open ${editorUrl(demo)}/home/workflows and sign in.
  2. Open an example there or by its address, and click "Execute workflow". Then double-click a Fashion.AI node to see its output.
     These need no account:
${linksOf(({ toRun, toSend }) => toRun.length + toSend.length === 0)}
  3. These run without an account and show what they would send. To send it, choose a credential for the account listed
     here in the deactivated node, then activate the node (select it and press D):
${linksOf(({ toRun, toSend }) => toRun.length === 0 && toSend.length > 0)}
  4. These need the account listed here to run:
${linksOf(({ toRun }) => toRun.length > 0)}
  5. The trigger polls once an hour. To see it report something sooner, set its "Poll Times" to every minute, publish
     the workflow, wait for the first poll, then have a customer explore something new:
     curl ${sandbox.url}/sandbox/customers/rfl3c8n1/behavior -H 'Content-Type: application/json' -d '{ "style": "festa" }'
     The sandbox rewrites a profile each time it is requested, as Fashion.AI does. You still get only one report.

  Press Ctrl-C to stop everything. Your changes are kept for the next start. To start over: npm start -- --reset
`;
}

function linkTo(demo: Demo, example: WorkflowFile): string {
	const { toRun, toSend } = accountsOf(example);
	const accounts = [...new Set([...toRun, ...toSend])].join(', ');
	return `     ${example.name}${accounts && ` (${accounts})`}\n     ${editorUrl(demo)}/workflow/${example.id}`;
}

async function closeAll(): Promise<void> {
	for (const close of closers.splice(0).reverse()) await close().catch(tell);
}

/**
 * Settles with the exit status at the first signal. A second one ends this process at once, and n8n then exits by
 * itself. npm forwards Ctrl-C, so that it arrives twice: a signal within a second does not count as a second one.
 */
function interruption(): Promise<number> {
	return new Promise((resolve) => {
		let firstAt: number | undefined;
		const onSignal = () => {
			if (firstAt !== undefined && Date.now() - firstAt > SAME_SIGNAL_MS) process.exit(STATUS.interrupted);
			if (firstAt !== undefined) return;
			firstAt = Date.now();
			process.stderr.write('\nStopping n8n and the sandbox…\n');
			resolve(isReady ? STATUS.done : STATUS.interrupted);
		};
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
	});
}

function tell(thrown: unknown): void {
	process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
}

Promise.race([interruption(), main()])
	.catch((thrown: unknown) => {
		tell(thrown);
		return thrown instanceof UsageRefusal ? STATUS.usage : STATUS.failed;
	})
	.then(async (status) => {
		await closeAll();
		process.exit(status);
	});
