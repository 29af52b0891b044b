import 'reflect-metadata';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

import getPort from 'get-port';
import { request } from 'undici';

import { DEMO_TOKEN } from '../../sandbox';
import { TestTrigger } from '../../test/engine/engine';
import { ensureN8n } from '../n8n/install-n8n';
import { profile } from './profile';

/** `npm run scale:trigger [-- 10000]`: the trigger's polls of that many customers, in n8n's engine and under n8n's own Node.js. */
const WATCHED = Number(process.argv[2] ?? 10_000);
const CHANGED = 100;
/** Set in the process that n8n's Node.js runs. */
const RESTARTED = 'FASHIONAI_SCALE_RESTARTED';

/** The figures of one poll. */
interface Poll {
	seconds: number;
	/** CPU time per watched customer, in ms: of the whole process, including n8n's HTTP client. */
	cpu: number;
	/** The longest blocking of the event loop, in ms of wall time, which also includes other load on the machine. */
	stall: number;
	/** The same in CPU time. */
	stretch: number;
	reported: number;
}

/** The sandbox in a separate process, so that its work does not count. */
async function startSandboxApart(): Promise<{ url: string; stop: () => Promise<void> }> {
	const port = await getPort({ host: '127.0.0.1' });
	const main = join(__dirname, '../../sandbox/main.ts');
	const child = spawn(
		process.execPath,
		['--import', 'tsx', main, '--port', String(port), '--synthetic', '--rate-limit', '0'],
		{ stdio: 'ignore' },
	);
	const url = `http://127.0.0.1:${port}`;
	const answers = () =>
		request(`${url}/sandbox/state`).then(
			({ body }) => body.dump().then(() => true),
			() => false,
		);
	while (!(await answers())) {
		if (child.exitCode !== null) throw new Error('The sandbox did not start');
		await sleep(100);
	}
	const stop = async () => {
		child.kill();
		await once(child, 'exit');
	};
	return { url, stop };
}

/** Of this thread if Node.js supports that (24), else of the whole process. */
const cpuMs = (): number => {
	const { threadCpuUsage } = process as { threadCpuUsage?: () => NodeJS.CpuUsage };
	const { user, system } = threadCpuUsage?.() ?? process.cpuUsage();
	return (user + system) / 1000;
};

/** Measures the longest blocking of the event loop until it is stopped. */
function watchStretches(): () => number {
	let [longest, last, over] = [0, cpuMs(), false];
	const look = () => {
		const now = cpuMs();
		longest = Math.max(longest, now - last);
		last = now;
		if (!over) setImmediate(look);
	};
	setImmediate(look);
	return () => {
		over = true;
		return longest;
	};
}

async function measure(trigger: TestTrigger, stretches = false): Promise<Poll> {
	const delay = monitorEventLoopDelay({ resolution: 1 });
	// It spins, which distorts the CPU time.
	const stretch = stretches ? watchStretches() : () => NaN;
	const cpu = process.cpuUsage();
	const begun = performance.now();
	delay.enable();
	const reported = (await trigger.poll()).length;
	delay.disable();
	const { user, system } = process.cpuUsage(cpu);
	const seconds = (performance.now() - begun) / 1000;
	return { seconds, cpu: (user + system) / 1000 / WATCHED, stall: delay.max / 1e6, stretch: stretch(), reported };
}

async function turn(url: string, n: number, style: string): Promise<void> {
	const headers = { 'content-type': 'application/json' };
	const { body } = await request(`${url}/sandbox/customers/load-${n}/behavior`, {
		method: 'POST',
		headers,
		body: JSON.stringify({ style }),
	});
	await body.dump();
}

const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

function tell(what: string, { seconds, cpu, stall, reported }: Poll): void {
	process.stdout.write(
		`${what}: ${seconds.toFixed(1)} s, ${cpu.toFixed(2)} ms of CPU time per customer, longest stall ${stall.toFixed(0)} ms by the clock, ${reported} reported\n`,
	);
}

async function main(): Promise<void> {
	const { node } = await ensureN8n();
	if (process.execPath !== node && process.env[RESTARTED] === undefined) {
		const again = [...process.execArgv, ...process.argv.slice(1)];
		process.exitCode =
			spawnSync(node, again, { stdio: 'inherit', env: { ...process.env, [RESTARTED]: '1' } }).status ?? 1;
		return;
	}
	if (!(WATCHED >= CHANGED)) throw new Error(`The number of customers is ${CHANGED} or more`);
	const sandbox = await startSandboxApart();
	try {
		const trigger = new TestTrigger({
			type: 'fashionAiTrigger',
			credential: { token: DEMO_TOKEN, host: 'custom', baseUrl: sandbox.url },
			workflowId: 'ten thousand',
			parameters: { customers: Array.from({ length: WATCHED }, (_, n) => `load-${n + 1}@example.com`).join('\n') },
			budget: 240_000,
		});
		await trigger.activate();
		await trigger.poll();
		const before = JSON.stringify(trigger.saved);
		const quiet = await measure(trigger);
		tell('Nobody changed', quiet);
		if (JSON.stringify(trigger.saved) !== before) throw new Error('A poll with nothing to report has saved something');
		const { stretch } = await measure(trigger, true);
		process.stdout.write(
			`The longest stretch of work between two turns of the event loop: ${stretch.toFixed(0)} ms of CPU time\n`,
		);
		for (let n = 1; n <= CHANGED; n++) await turn(sandbox.url, n * (WATCHED / CHANGED), 'praia');
		tell(`${CHANGED} changed`, await measure(trigger));
		process.stdout.write(
			`Saved by n8n: nothing after a poll that reports nothing, ${(bytes(trigger.saved) / 1e6).toFixed(2)} MB after one that reports\n`,
		);

		const shares = await profile(async () => void (await trigger.poll()));
		process.stdout.write(
			`Of that CPU time, ${(100 * shares.ours).toFixed(0)} % is this package's own, ${(quiet.cpu * shares.ours).toFixed(2)} ms per customer and poll; ` +
				`the rest is n8n's HTTP client and Node.js\n`,
		);
	} finally {
		await sandbox.stop();
	}
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
	process.exitCode = 1;
});
