import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { IS_LONG, recordChecked } from '../../attack/record';
import type { LeakReport, StopReport } from './child';
import { AT_A_TIME, LARGE, largeText } from './shared';

const EXECUTIONS = IS_LONG ? 500 : 60;
const LOOKUPS = 10_000;
/**
 * What V8 compiles late makes the heap of a process that leaks nothing grow by up to 1.7 MB in 500 executions, so that a leak of less than 6 KB
 * per execution stays unnoticed. That of an item or an answer is noticed, even of a single one: large objects are counted apart, to the byte.
 */
const FLAT = 3_000_000;
/**
 * 100 bytes per lookup: measured ten times, the heap of a process that leaks nothing grew by up to 0.1 MB. Each item has 1 KB, and whatever
 * keeps one call keeps all items, through the context of the execution.
 */
const FLAT_AFTER_STOP = 1_000_000;
/** A stop is promised to take effect within a second (ms). CI asserts no speed: there, it must only not wait for the calls, a minute. */
const AT_ONCE = IS_LONG ? 1_000 : 20_000;
const PART = 'A long-lived process, in n8n’s engine';

/** V8 drops the code of functions that were not called for a while, which would hide a leak. */
const FLAGS = ['--expose-gc', '--no-flush-bytecode', '--import', 'tsx'];

const sockets = new Set<Socket>();
/** When calls came (epoch ms). */
const heardAt: number[] = [];
/** The calls that get no answer, until their connection closes. */
let waiting = 0;
/** When the last of them closed (epoch ms). fetch may then open spare connections, which carry no call and close four seconds later. */
let closedAt = 0;
let server: Server;
let url: string;
let allWait: (() => void) | undefined;

/** Answers by the identifier in the URL; never for `silent` customers. */
beforeAll(async () => {
	server = createServer((request, response) => {
		heardAt.push(Date.now());
		const json = (status: number, body: object) =>
			response
				.writeHead(status, { 'Content-Type': 'application/json' })
				.end(JSON.stringify({ ...body, note: largeText() }));
		if (request.url?.includes('silent')) {
			response.on('close', () => {
				if (--waiting === 0) closedAt = Date.now();
			});
			if (++waiting === AT_A_TIME) allWait?.();
		} else if (request.url?.includes('broken')) json(500, { error: 'Oh', message: 'Not now' });
		else if (request.url?.includes('cut')) response.destroy();
		else if (request.url?.includes('known-'))
			json(200, {
				userProfileId: request.url,
				profile: { perfil_cliente: { estilo_geral: 'clássico' }, momento_compra_atual: { novo_comportamento: false } },
			});
		else if (request.url?.includes('sales-ranking')) json(200, { categoryId: null, products: ['a', 'b'] });
		else json(404, { error: 'Not Found', message: 'Nobody' });
	});
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

/** Runs child.ts, and returns its report. It is told to stop whenever all slots are taken by calls that get no answer. */
async function inChild<T>(what: 'leaks' | 'stop', count: number, sender = ''): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'fashionai-long-lived-'));
	const env = {
		...process.env,
		FASHIONAI_LONG_LIVED_URL: url,
		FASHIONAI_LONG_LIVED_COUNT: String(count),
		FASHIONAI_LONG_LIVED_WHAT: what,
		FASHIONAI_LONG_LIVED_SENDER: sender,
		N8N_USER_FOLDER: folder,
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_LOG_LEVEL: 'silent',
	};
	const child = fork(join(__dirname, 'child.ts'), {
		execArgv: FLAGS,
		env,
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
	allWait = () => child.send('stop');
	try {
		const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The process ended: ${code}`)));
		const [report] = (await Promise.race([once(child, 'message'), ended])) as [T];
		return report;
	} finally {
		child.kill();
		rmSync(folder, { recursive: true, force: true });
	}
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

test('a sequence of executions with every outcome leaves nothing behind', async () => {
	const { executions, before, after, listening, warnings } = await inChild<LeakReport>('leaks', EXECUTIONS);
	recordChecked(
		{
			part: PART,
			what: 'executions that succeed, fail, time out or are stopped, and polls, both senders',
			outcome:
				'sockets, timers and listeners are as before, and so is the heap after garbage collection; not one item or answer stays',
			cases: executions,
			figures: `${executions} executions; heap ${megabytes(before.heap)} before, ${megabytes(after.heap)} after`,
		},
		() => {
			expect(after.resources).toEqual(before.resources);
			expect(after.listeners).toBe(before.listeners);
			expect(listening).toBe(0);
			expect(warnings).toEqual([]);
			expect(after.large - before.large).toBeLessThan(LARGE);
			expect(after.heap - before.heap).toBeLessThan(FLAT);
			expect(sockets.size).toBe(0);
		},
	);
}, 600_000);

test.each(['n8n’s helper', 'Reuse Connections'])(
	'an execution stopped with thousands of lookups pending sends nothing more and releases everything, through %s',
	async (sender) => {
		const report = await inChild<StopReport>('stop', LOOKUPS, sender);
		const { stopped, ended, before, after, listening, warnings } = report;
		recordChecked(
			{
				part: `${PART}, through ${sender}`,
				what: `an execution with ${LOOKUPS.toLocaleString('en')} lookups, stopped`,
				outcome: 'it ends and its sockets close within a second, nothing more is sent, its memory is freed',
				cases: 1,
				figures: `${AT_A_TIME} calls in flight; ended after ${ended - stopped} ms, connections closed after ${closedAt - stopped} ms; heap ${megabytes(before.heap)} before, ${megabytes(after.heap)} after`,
			},
			() => {
				expect(waiting).toBe(0);
				expect(ended - stopped).toBeLessThanOrEqual(AT_ONCE);
				expect(closedAt - stopped).toBeLessThanOrEqual(AT_ONCE);
				// All slots were taken, so no call was on its way when it was stopped: not one may come.
				expect(heardAt.filter((at) => at > stopped).length).toBe(0);
				expect(listening).toBe(0);
				expect(warnings).toEqual([]);
				expect(after.resources).toEqual(before.resources);
				expect(after.heap - before.heap).toBeLessThan(FLAT_AFTER_STOP);
				expect(sockets.size).toBe(0);
			},
		);
	},
	600_000,
);
