import { request } from 'undici';

import { type Sandbox, startSandbox } from '../../sandbox';
import { buildApp } from '../../sandbox/app';
import { Shop } from '../../sandbox/engine/shop';
import { FaultPlan } from '../../sandbox/faults/plan';
import { Recorder } from '../../sandbox/recorder';
import { type Answer, call, EVENTS, PRODUCTS, PROFILES, sendEvent } from './client';

const JOAO = '/sandbox/customers/jpa4d7u2';

interface Moment {
	resumo_momento: string;
	novo_comportamento: boolean;
	navegacoes: string[];
}

describe('admin calls', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	beforeEach(() => sandbox.reset());
	afterAll(async () => await sandbox.close());

	const admin = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Answer> =>
		await call(sandbox, path, { method, body, token: null });

	const momentOfJoao = async (): Promise<Moment> => {
		const { json } = await call(sandbox, `${PROFILES}/user-profile-id/jpa4d7u2`);
		return (json as { profile: { momento_compra_atual: Moment } }).profile.momento_compra_atual;
	};

	it('lists the customers, without a token', async () => {
		const { status, json } = await admin('GET', '/sandbox/state');
		const { customers, ...rest } = json as { customers: { newBehavior?: unknown }[] };
		expect(status).toBe(200);
		expect(customers.length).toBeGreaterThanOrEqual(14);
		expect(customers.filter(({ newBehavior }) => newBehavior === true).length).toBeGreaterThanOrEqual(5);
		expect(rest).toEqual({ sessions: 0, requests: 0, faults: [], writing: {} });
	});

	describe.each(['/sandbox/state', '/%73andbox/state', '/sandbox/%73tate', '/sandbox/state?x=/'])('%s', (url) => {
		const shop = new Shop(false);
		const workings = { shop, plan: new FaultPlan(), recorder: new Recorder(1), reset: () => undefined };
		const statusOf = async (remoteAddress: string, host: string) => {
			const app = await buildApp({ token: 'token', requestsPerMinute: 0, latencyMs: 0 }, workings);
			app.server.on('connection', (socket) => Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress }));
			const address = await app.listen({ port: 0 });
			const { statusCode, body } = await request(address + url, { headers: { host } });
			await body.dump();
			await app.close();
			return statusCode;
		};

		it.each(['127.0.0.1:4010', 'localhost:4010', '127.1.2.3', '[::1]:4010'])(
			'is answered to this machine, as %s',
			async (host) => {
				expect(await statusOf('127.0.0.1', host)).toBe(200);
				expect(await statusOf('::1', host)).toBe(200);
				expect(await statusOf('::ffff:127.0.0.1', host)).toBe(200);
			},
		);

		it.each(['10.0.0.7', '::ffff:10.0.0.7', 'fe80::1'])('is not answered to another machine, %s', async (address) => {
			expect(await statusOf(address, '127.0.0.1:4010')).toBe(403);
		});

		it.each(['evil.example', '127.0.0.1.evil.example:4010', 'localhost.evil.example', '10.0.0.7', ''])(
			'is not answered to a page whose name leads here: %s',
			async (host) => {
				expect(await statusOf('127.0.0.1', host)).toBe(403);
			},
		);
	});

	it.each([
		'/%61pi/v1/crm/protected/profile/email/marina.alves@example.com',
		'/%76%31/products/protected/search/detailed',
	])('needs a token for the API in any spelling: %s', async (path) => {
		const method = path.includes('search') ? 'POST' : 'GET';
		expect((await call(sandbox, path, { method, token: null })).status).toBe(401);
		expect(sandbox.requestCount()).toBe(1);
	});

	it('refuses a browser', async () => {
		const headers = { origin: 'https://shop.example' };
		expect((await call(sandbox, '/sandbox/reset', { method: 'POST', token: null, headers })).status).toBe(403);
	});

	it('returns the recorded API calls, filtered, and clears them', async () => {
		await sendEvent(sandbox, 'productView', 'vestido-01', { sessionId: 's1' });
		await call(sandbox, `${PRODUCTS}/sales-ranking?categoryId=saias`);
		const posts = (await admin('GET', '/sandbox/requests?method=post&path=recommendation')).json;
		expect(posts).toEqual([expect.objectContaining({ method: 'POST', path: EVENTS, taken: true, status: 200 })]);
		expect((await admin('GET', '/sandbox/requests')).json).toHaveLength(2);
		await admin('DELETE', '/sandbox/requests');
		expect((await admin('GET', '/sandbox/requests')).json).toEqual([]);
	});

	it('sets and removes faults', async () => {
		const rules = [{ path: 'sales-ranking', fault: { kind: 'status', status: 503 } }];
		expect((await admin('POST', '/sandbox/faults', rules)).json).toEqual(rules);
		expect((await call(sandbox, `${PRODUCTS}/sales-ranking`)).status).toBe(503);
		await admin('DELETE', '/sandbox/faults');
		expect((await call(sandbox, `${PRODUCTS}/sales-ranking`)).status).toBe(200);
		expect((await admin('POST', '/sandbox/faults', [{ fault: { kind: 'explode' } }])).status).toBe(400);
	});

	it('adds, replaces and removes customers', async () => {
		const path = '/sandbox/customers/new-1';
		await admin('PUT', path, { email: 'new@example.com', userId: 7, profile: { ganchos_conteudo: ['x'] } });
		const found = await call(sandbox, `${PROFILES}/email/NEW@example.com`);
		expect(found.json).toEqual({ userProfileId: 'new-1', profile: { ganchos_conteudo: ['x'] } });
		await admin('PUT', path, { phone: '5511900000000', profile: null });
		expect((await call(sandbox, `${PROFILES}/email/new@example.com`)).status).toBe(404);
		expect((await call(sandbox, `${PROFILES}/phone/5511900000000`)).status).toBe(200);
		expect((await admin('DELETE', path)).json).toEqual({ deleted: true });
		expect((await admin('DELETE', path)).json).toEqual({ deleted: false });
	});

	it('gives a customer new behavior in a style, and rewords it', async () => {
		expect((await momentOfJoao()).novo_comportamento).toBe(false);
		await admin('POST', `${JOAO}/behavior`, { style: 'esportivo' });
		const first = await momentOfJoao();
		expect(first.novo_comportamento).toBe(true);
		expect(first.resumo_momento).toContain('esportivo');
		await admin('POST', `${JOAO}/behavior`, { style: 'esportivo', wording: 1 });
		const reworded = await momentOfJoao();
		expect(reworded.navegacoes).toEqual(first.navegacoes);
		expect(reworded.resumo_momento).not.toBe(first.resumo_momento);
	});

	it('sets only the flag, or any moment', async () => {
		const before = await momentOfJoao();
		await admin('POST', `${JOAO}/behavior`, { newBehavior: true });
		expect(await momentOfJoao()).toEqual({ ...before, novo_comportamento: true });
		await admin('POST', `${JOAO}/behavior`, { moment: 'um texto' });
		expect(await momentOfJoao()).toBe('um texto');
		expect((await admin('POST', `${JOAO}/behavior`, { style: 'nenhum' })).status).toBe(400);
		expect((await admin('POST', '/sandbox/customers/nobody/behavior', { newBehavior: true })).status).toBe(404);
	});

	it('resets everything', async () => {
		const before = await momentOfJoao();
		await admin('POST', `${JOAO}/behavior`, { style: 'festa' });
		await admin('PUT', '/sandbox/customers/new-1', { profile: null });
		await admin('POST', '/sandbox/faults', [{ fault: { kind: 'latency', latencyMs: 1 } }]);
		await sendEvent(sandbox, 'productView', 'vestido-01', { sessionId: 's1' });
		await admin('POST', '/sandbox/reset');
		const state = (await admin('GET', '/sandbox/state')).json;
		expect(state).toMatchObject({ sessions: 0, requests: 0, faults: [] });
		expect(await momentOfJoao()).toEqual(before);
		expect((await call(sandbox, `${PROFILES}/user-profile-id/new-1`)).status).toBe(404);
	});
});
