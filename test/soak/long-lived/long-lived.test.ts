import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { IS_LONG, recordTrial } from '../../attack/record';
import type { Held, LeakReport, StopReport } from './child';

const EXECUTIONS = IS_LONG ? 500 : 60;
const LOOKUPS = 10_000;
/** The engine's caches and V8's counters fluctuate by some; a leak of one item per execution would be more. */
const FLAT = 3_000_000;
const PART = 'A long-lived process, in n8n’s engine';

const sockets = new Set<Socket>();
let lastHeard = 0;
let server: Server;
let url: string;

/** Answers by the identifier in the URL; never for `silent` customers. */
beforeAll(async () => {
	server = createServer((request, response) => {
		lastHeard = Date.now();
		const json = (status: number, body: object) =>
			response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
		if (request.url?.includes('silent')) return;
		if (request.url?.includes('broken')) json(500, { error: 'Oh', message: 'Not now' });
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

async function inChild<T>(what: 'leaks' | 'stop', count: number): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'fashionai-long-lived-'));
	const env = {
		...process.env,
		FASHIONAI_LONG_LIVED_URL: url,
		FASHIONAI_LONG_LIVED_COUNT: String(count),
		FASHIONAI_LONG_LIVED_WHAT: what,
		N8N_USER_FOLDER: folder,
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_LOG_LEVEL: 'silent',
	};
	try {
		const { stdout } = await promisify(execFile)(
			process.execPath,
			['--expose-gc', '--import', 'tsx', join(__dirname, 'child.ts')],
			{ env },
		);
		return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
/** The relevant handles: sockets and timers. A process's own, such as pipes, stay the same. */
const total = ({ resources }: Held) => Object.values(resources).reduce((sum, count) => sum + count, 0);

test('a sequence of executions with every outcome leaves nothing behind', async () => {
	const { executions, before, after } = await inChild<LeakReport>('leaks', EXECUTIONS);
	const grown = after.heap - before.heap;
	recordTrial({
		part: PART,
		what: 'executions that succeed, fail, time out or are stopped, and polls, both senders',
		outcome: 'sockets, timers and listeners are as before, and so is the heap after garbage collection',
		cases: executions,
		figures: `${executions} executions; heap ${megabytes(before.heap)} before, ${megabytes(after.heap)} after`,
		held: grown < FLAT && total(after) <= total(before) && after.listeners <= before.listeners && sockets.size === 0,
	});
	expect(after.resources).toEqual(before.resources);
	expect(after.listeners).toBe(before.listeners);
	expect(grown).toBeLessThan(FLAT);
	expect(sockets.size).toBe(0);
}, 600_000);

test('an execution stopped with thousands of lookups pending sends nothing more and releases everything', async () => {
	let closedAt = 0;
	let most = 0;
	const watch = setInterval(() => {
		most = Math.max(most, sockets.size);
		if (sockets.size > 0) closedAt = 0;
		else if (closedAt === 0) closedAt = Date.now();
	}, 5);
	const { stopped, ended, before, after } = await inChild<StopReport>('stop', LOOKUPS);
	clearInterval(watch);
	const grown = after.heap - before.heap;
	recordTrial({
		part: PART,
		what: `an execution with ${LOOKUPS.toLocaleString('en')} lookups, stopped`,
		outcome: 'it ends, nothing more is sent, its sockets close, its memory is freed',
		cases: 1,
		figures: `${most} calls in flight; ended after ${ended - stopped} ms, last socket closed after ${closedAt - stopped} ms, heap ${megabytes(before.heap)} before, ${megabytes(after.heap)} after`,
		held: grown < FLAT && sockets.size === 0,
	});
	expect(most).toBeGreaterThan(0);
	// They would have waited a minute.
	expect(ended - stopped).toBeLessThan(20_000);
	expect(lastHeard).toBeLessThanOrEqual(closedAt);
	expect(sockets.size).toBe(0);
	expect(after.resources).toEqual(before.resources);
	expect(grown).toBeLessThan(FLAT);
}, 600_000);
