import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';

import { request } from 'undici';

import { type ApiProcess, startApi } from '../../bench/api-process';
import { type Certificate, makeCertificate } from '../../bench/certificate';
import { TestTrigger } from '../../test/engine/engine';
import { reusingConnectionsTo } from '../../test/stand-in';
import { ensureN8n } from '../n8n/install-n8n';
import { profile } from './profile';

const HELP = `npm run scale:trigger -- [10000] [options]

Polls that many watched customers with the trigger, in n8n's engine and under n8n's own Node.js, against the sandbox in
another process.

  --tls                 over TLS, as Fashion.AI is; by default over plain HTTP
  --reuse-connections   with Reuse Connections in the credential; by default with n8n's HTTP client
  --latency MS          how long the sandbox takes to answer a lookup; by default 0, so that it answers in bursts
`;

const { values: OPTIONS, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		tls: { type: 'boolean', default: false },
		'reuse-connections': { type: 'boolean', default: false },
		latency: { type: 'string', default: '0' },
		help: { type: 'boolean', default: false },
	},
});
const WATCHED = Number(positionals[0] ?? 10_000);
const LATENCY = Number(OPTIONS.latency);
const CHANGED = 100;
const EVENTS = { newBehavior: 'New Behavior Detected', profileChanged: 'Profile Changed' };
/** Set in the process that n8n's Node.js runs: the certificate, or null for plain HTTP. Node.js trusts it from its start on. */
const CERTIFICATE = 'FASHIONAI_SCALE_CERTIFICATE';

/** The figures of one poll. */
interface Poll {
	seconds: number;
	/** CPU time per watched customer, in ms: of the whole process, including the HTTP client. */
	cpu: number;
	/** The longest blocking of the event loop, in ms of wall time, which also includes other load on the machine. */
	stall: number;
	/** The same in CPU time. */
	stretch: number;
	reported: number;
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

async function measure(poll: () => Promise<unknown[]>, stretches = false): Promise<Poll> {
	const delay = monitorEventLoopDelay({ resolution: 1 });
	// It spins, which distorts the CPU time.
	const stretch = stretches ? watchStretches() : () => NaN;
	const cpu = process.cpuUsage();
	const begun = performance.now();
	delay.enable();
	const reported = (await poll()).length;
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

const megabytes = (value: unknown) => (Buffer.byteLength(JSON.stringify(value)) / 1e6).toFixed(2);

function tell(what: string, { seconds, cpu, stall, reported }: Poll): void {
	process.stdout.write(
		`${what}: ${seconds.toFixed(1)} s, ${cpu.toFixed(2)} ms of CPU time per customer, longest stall ${stall.toFixed(0)} ms by the clock, ${reported} reported\n`,
	);
}

async function watch(api: ApiProcess, triggerOn: keyof typeof EVENTS): Promise<void> {
	process.stdout.write(`${EVENTS[triggerOn]}\n`);
	const customers = Array.from({ length: WATCHED }, (_, n) => `load-${n + 1}@example.com`).join('\n');
	const trigger = new TestTrigger({
		type: 'fashionAiTrigger',
		credential: {
			token: api.token,
			...(OPTIONS['reuse-connections'] ? reusingConnectionsTo(api.url) : { host: 'custom', baseUrl: api.url }),
		},
		workflowId: triggerOn,
		parameters: { triggerOn, customers },
		budget: 240_000,
	});
	const poll = async () => await trigger.poll();
	await api.begin([]);
	tell('The first poll', await measure(async () => await trigger.activate()));
	const { requests, connections } = await api.count();
	process.stdout.write(`It made ${requests} requests, over ${connections} connections\n`);
	const before = JSON.stringify(trigger.saved);
	const quiet = await measure(poll);
	tell('Nobody changed', quiet);
	if (JSON.stringify(trigger.saved) !== before) throw new Error('A poll with nothing to report has saved something');
	const { stretch } = await measure(poll, true);
	process.stdout.write(
		`The longest stretch of work between two turns of the event loop: ${stretch.toFixed(0)} ms of CPU time\n`,
	);
	for (let n = 1; n <= CHANGED; n++) await turn(api.url, n * Math.floor(WATCHED / CHANGED), 'praia');
	tell(`${CHANGED} changed`, await measure(poll));
	process.stdout.write(
		`The JSON that n8n stores: nothing after a poll that reports nothing, ${megabytes(trigger.saved)} MB after one that reports\n`,
	);
	const shares = await profile(async () => void (await poll()));
	process.stdout.write(
		`Of that CPU time, ${(100 * shares.ours).toFixed(0)} % is this package's own, ${(quiet.cpu * shares.ours).toFixed(2)} ms per customer and poll; ` +
			`the rest is the HTTP client, n8n and Node.js\n`,
	);
}

async function run(certificate: Certificate | null): Promise<void> {
	const api = await startApi(LATENCY, certificate ?? undefined);
	try {
		for (const triggerOn of Object.keys(EVENTS) as (keyof typeof EVENTS)[]) await watch(api, triggerOn);
	} finally {
		await api.close();
	}
}

/** Runs this file again under n8n's Node.js. */
async function restart(): Promise<void> {
	const { node } = await ensureN8n();
	const folder = await mkdtemp(join(tmpdir(), 'fashionai-trigger-'));
	try {
		const certificate = OPTIONS.tls ? await makeCertificate(folder) : null;
		const env = {
			...process.env,
			N8N_USER_FOLDER: folder,
			N8N_LOG_LEVEL: 'silent',
			[CERTIFICATE]: JSON.stringify(certificate),
			...(certificate && { NODE_EXTRA_CA_CERTS: certificate.file }),
		};
		const again = [...process.execArgv, ...process.argv.slice(1)];
		process.exitCode = spawnSync(node, again, { stdio: 'inherit', env }).status ?? 1;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function main(): Promise<void> {
	if (OPTIONS.help) return void process.stdout.write(HELP);
	if (!(WATCHED >= CHANGED)) throw new Error(`The number of customers is ${CHANGED} or more`);
	if (!(LATENCY >= 0)) throw new Error('The latency is 0 ms or more');
	const certificate = process.env[CERTIFICATE];
	await (certificate === undefined ? restart() : run(JSON.parse(certificate) as Certificate | null));
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
	process.exitCode = 1;
});
