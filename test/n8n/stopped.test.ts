import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';

import { ensureN8n } from '../../tools/n8n/install-n8n';
import { recordTrial } from '../attack/record';
import { startN8n, type TestN8n } from './harness';
import { heapAtRest, TELLS_HEAP } from './heap';
import { waitUntil } from './wait-until';
import { chain, fashionAiNode, manualTrigger, node } from './workflows';

const LOOKUPS = 10_000;
/** The first customers are answered, so that concurrency grows to its maximum; the others never. */
const ANSWERED = 1_000;
/** What a user takes for at once, on a machine that does nothing else: recorded, not asserted. */
const AT_ONCE = 1_000;
/** n8n's own caches grow and shrink by as much. */
const FLAT = 20_000_000;
const PROFILE = JSON.stringify({ userProfileId: 'u', profile: { perfil_cliente: { estilo_geral: 'clássico' } } });

let n8n: TestN8n;
let server: Server;
let url: string;
const sockets = new Set<Socket>();
let waiting = 0;
let lastHeard = 0;

beforeAll(async () => {
	server = createServer((request, response) => {
		lastHeard = Date.now();
		if (Number(/customer-(\d+)/.exec(request.url ?? '')?.[1]) < ANSWERED)
			return void response.writeHead(200, { 'Content-Type': 'application/json' }).end(PROFILE);
		waiting++;
		response.on('close', () => waiting--);
	});
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	n8n = await startN8n({
		env: {
			...TELLS_HEAP,
			NODE_OPTIONS: `${TELLS_HEAP.NODE_OPTIONS} --require "${join(__dirname, 'redirect-fetch.cjs')}"`,
			FASHIONAI_STAND_IN: url,
		},
	});
});

afterAll(async () => {
	await n8n?.stop();
	server.closeAllConnections();
	server.close();
});

test.each([
	['n8n’s helper', () => ({ host: 'custom', baseUrl: url })],
	['Reuse Connections', () => ({ host: 'current', reuseConnections: true })],
])(
	'an execution that is stopped ends with its lookups, their connections and their memory, through %s',
	async (sender, account) => {
		await n8n.createCredential('fashionAiApi', sender, { token: 'a-token', ...account() });
		const jsCode = `return Array.from({ length: ${LOOKUPS} }, (_, n) => ({ json: { email: 'customer-' + n + '@example.com' } }));`;
		const customers = node({ name: 'Customers', type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode } });
		const parameters = { email: '={{ $json.email }}', options: { maxConcurrency: 512, timeout: 120_000 } };
		const id = await n8n.importWorkflow(
			chain(
				`Stopped, ${sender}`,
				manualTrigger(),
				customers,
				fashionAiNode('Get Profile', 'getCustomerProfile', parameters),
			),
		);

		/** Stops it midway: how many calls were in flight, how long their connections lived, and n8n's status. */
		const stopOnce = async () => {
			const running = n8n.execute(id);
			await waitUntil('the pace to be at its most', () => waiting >= 500);
			const [execution] = await waitUntil('n8n to show the execution', async () => {
				const filter = encodeURIComponent(JSON.stringify({ workflowId: id, status: ['running'] }));
				const { results } = (await n8n.rest('GET', `/rest/executions?filter=${filter}`)) as {
					results: { id: string }[];
				};
				return results.length > 0 && results;
			});
			const underWay = waiting;
			const begun = Date.now();
			const end = running.then(({ status }) => ({ status, ended: Date.now() - begun }));
			await n8n.rest('POST', `/rest/executions/${execution?.id}/stop`);
			await waitUntil('the connections to close', () => sockets.size === 0);
			const closed = Date.now() - begun;
			return { underWay, closed, ...(await end), lastHeard: lastHeard - begun };
		};

		await stopOnce();
		const before = await heapAtRest(n8n);
		const stopped = await stopOnce();
		const after = await heapAtRest(n8n);

		const { version } = await ensureN8n();
		recordTrial({
			part: `A stopped execution, in n8n ${version}, through ${sender}`,
			what: `${LOOKUPS.toLocaleString('en')} lookups, stopped in the editor`,
			outcome:
				'it is canceled and ends within a second, its connections close, nothing more is sent, its memory comes back',
			cases: 1,
			figures: `${stopped.underWay} calls under way; connections closed after ${stopped.closed} ms, shown as ended after ${stopped.ended} ms; heap ${(before / 1e6).toFixed(0)} MB before, ${(after / 1e6).toFixed(0)} MB after`,
			held:
				stopped.status === 'canceled' &&
				stopped.ended <= AT_ONCE &&
				stopped.lastHeard <= stopped.closed &&
				after - before < FLAT,
		});
		expect(stopped.status).toBe('canceled');
		expect(stopped.lastHeard).toBeLessThanOrEqual(stopped.closed);
		// They would have waited two minutes.
		expect(stopped.closed).toBeLessThan(30_000);
		expect(after - before).toBeLessThan(FLAT);
		expect(sockets.size).toBe(0);
	},
);
