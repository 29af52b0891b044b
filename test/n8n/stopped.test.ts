import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';

import { ensureN8n } from '../../tools/n8n/install-n8n';
import { IS_LONG, recordChecked } from '../attack/record';
import { startN8n, type TestN8n } from './harness';
import { heapAtRest, TELLS_HEAP } from './heap';
import { waitUntil } from './wait-until';
import { chain, fashionAiNode, manualTrigger, node } from './workflows';

const LOOKUPS = 10_000;
/** The first customers are answered, so that concurrency grows to its maximum; the others never. */
const ANSWERED = 1_000;
/** Max Concurrency: so many calls wait when the execution is stopped. */
const AT_A_TIME = 512;
/** A stop is promised to take effect within a second (ms). CI asserts no speed: there, it must only not wait for the calls, two minutes. */
const AT_ONCE = IS_LONG ? 1_000 : 30_000;
/** 300 bytes per lookup: measured ten times, n8n's heap grew by up to 0.6 MB from one stop to the next. What keeps each call's signal adds 6 MB. */
const FLAT = 3_000_000;
const PROFILE = JSON.stringify({ userProfileId: 'u', profile: { perfil_cliente: { estilo_geral: 'clássico' } } });

let n8n: TestN8n;
let server: Server;
let url: string;
const sockets = new Set<Socket>();
/** The calls that get no answer, until their connection closes. */
let waiting = 0;
/** When the last of them closed (epoch ms). fetch may then open spare connections, which carry no call and close four seconds later. */
let closedAt = 0;
let heard = 0;

beforeAll(async () => {
	server = createServer((request, response) => {
		heard++;
		if (Number(/customer-(\d+)/.exec(request.url ?? '')?.[1]) < ANSWERED)
			return void response.writeHead(200, { 'Content-Type': 'application/json' }).end(PROFILE);
		waiting++;
		response.on('close', () => {
			if (--waiting === 0) closedAt = Date.now();
		});
	});
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const loaded = ['keep-code.cjs', 'redirect-fetch.cjs'].map((file) => `--require "${join(__dirname, file)}"`);
	n8n = await startN8n({
		env: {
			...TELLS_HEAP,
			NODE_OPTIONS: `${TELLS_HEAP.NODE_OPTIONS} ${loaded.join(' ')}`,
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
		const parameters = { email: '={{ $json.email }}', options: { maxConcurrency: AT_A_TIME, timeout: 120_000 } };
		const id = await n8n.importWorkflow(
			chain(
				`Stopped, ${sender}`,
				manualTrigger(),
				customers,
				fashionAiNode('Get Profile', 'getCustomerProfile', parameters),
			),
		);

		/** Stops it midway: how long its connections lived, when n8n showed its end and as what, and all calls until then. */
		const stopOnce = async () => {
			const running = n8n.execute(id);
			await waitUntil('the pace to be at its most', () => waiting === AT_A_TIME);
			const [execution] = await waitUntil('n8n to show the execution', async () => {
				const filter = encodeURIComponent(JSON.stringify({ workflowId: id, status: ['running'] }));
				const { results } = (await n8n.rest('GET', `/rest/executions?filter=${filter}`)) as {
					results: { id: string }[];
				};
				return results.length > 0 && results;
			});
			const sent = heard;
			const begun = Date.now();
			const end = running.then(({ status }) => ({ status, ended: Date.now() - begun }));
			await n8n.rest('POST', `/rest/executions/${execution?.id}/stop`);
			await waitUntil('the connections to close', () => waiting === 0);
			const closed = closedAt - begun;
			return { sent, closed, ...(await end) };
		};

		await stopOnce();
		const before = await heapAtRest(n8n);
		const stopped = await stopOnce();
		const after = await heapAtRest(n8n);

		const { version } = await ensureN8n();
		recordChecked(
			{
				part: `A stopped execution, in n8n ${version}, through ${sender}`,
				what: `${LOOKUPS.toLocaleString('en')} lookups, stopped in the editor`,
				outcome:
					'it is canceled, and ends and closes its connections within a second, nothing more is sent, its memory comes back',
				cases: 1,
				figures: `${AT_A_TIME} calls under way; connections closed after ${stopped.closed} ms, shown as ended after ${stopped.ended} ms; heap ${(before / 1e6).toFixed(1)} MB before, ${(after / 1e6).toFixed(1)} MB after`,
			},
			() => {
				expect(stopped.status).toBe('canceled');
				expect(stopped.closed).toBeLessThanOrEqual(AT_ONCE);
				expect(stopped.ended).toBeLessThanOrEqual(AT_ONCE);
				// All slots were taken, so no call was on its way when it was stopped: not one may come.
				expect(heard - stopped.sent).toBe(0);
				expect(after - before).toBeLessThan(FLAT);
				expect(sockets.size).toBe(0);
			},
		);
	},
);
