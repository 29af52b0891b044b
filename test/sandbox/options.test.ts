import { Agent, request } from 'undici';
import { FORBIDDEN_TOKEN, type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox';
import { Recorder, type RecordedRequest } from '../../sandbox/recorder';
import { selfSigned } from './certificate';
import { call, PRODUCTS, PROFILES } from './client';

const RANKING = `${PRODUCTS}/sales-ranking`;

describe('options', () => {
	let sandbox: Sandbox | undefined;

	const start = async (options: SandboxOptions): Promise<Sandbox> => (sandbox = await startSandbox(options));

	afterEach(async () => {
		await sandbox?.close();
		sandbox = undefined;
	});

	it('accepts another token', async () => {
		const own = await start({ token: 'my-own' });
		expect((await call(own, RANKING)).status).toBe(200);
		expect((await call(own, RANKING, { token: 'fashionai-sandbox-token' })).status).toBe(401);
		expect((await call(own, RANKING, { token: FORBIDDEN_TOKEN })).status).toBe(403);
	});

	it('limits the calls per minute: 429 with Retry-After and the error body; admin calls are free', async () => {
		const limited = await start({ requestsPerMinute: 3 });
		for (let i = 0; i < 3; i++) expect((await call(limited, RANKING)).status).toBe(200);
		const over = await call(limited, `${PROFILES}/email/marina.alves@example.com`);
		expect(over.status).toBe(429);
		expect(Number(over.headers['retry-after'])).toBeGreaterThan(0);
		expect(over.json).toEqual({ error: 'Too Many Requests', message: expect.stringMatching(/try again/) });
		expect((await call(limited, '/sandbox/state')).status).toBe(200);
	});

	it('serves https with a given certificate, and cuts such connections too', async () => {
		const secure = await start({ tls: selfSigned() });
		expect(secure.url).toMatch(/^https:/);
		const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
		const headers = { 'x-fashionai-app-token': secure.token };
		const answer = await request(secure.url + RANKING, { dispatcher, headers });
		expect(answer.statusCode).toBe(200);
		await answer.body.dump();
		secure.setFaults([{ fault: { kind: 'reset' } }]);
		await expect(request(secure.url + RANKING, { dispatcher, headers })).rejects.toThrow();
		expect(secure.requests().map(({ status }) => status)).toEqual([200, 0]);
		await dispatcher.close();
	});

	it('creates synthetic customers on request, who can be changed like others', async () => {
		const synthetic = await start({ syntheticCustomers: true });
		const byEmail = await call(synthetic, `${PROFILES}/email/load-4711@example.com`);
		expect(byEmail.json).toMatchObject({ userProfileId: 'load-4711', profile: { perfil_cliente: expect.anything() } });
		expect((await call(synthetic, `${PROFILES}/user-profile-id/load-4711`)).text).toBe(byEmail.text);
		expect((await call(synthetic, `${PROFILES}/email/load-x@example.com`)).status).toBe(404);
		await call(synthetic, '/sandbox/customers/load-4711/behavior', { body: { moment: { resumo_momento: 'novo' } } });
		const changed = await call(synthetic, `${PROFILES}/email/load-4711@example.com`);
		expect(changed.json).toMatchObject({ profile: { momento_compra_atual: { resumo_momento: 'novo' } } });
		const other = await call(synthetic, `${PROFILES}/email/load-4712@example.com`);
		expect(other.text).not.toContain('"resumo_momento":"novo"');
	});

	it('knows no synthetic customers otherwise', async () => {
		const plain = await start({});
		expect((await call(plain, `${PROFILES}/email/load-1@example.com`)).status).toBe(404);
	});

	it('stops while answers are in flight', async () => {
		const stopping = await startSandbox();
		stopping.setFaults([{ fault: { kind: 'stall' } }]);
		const cutOff = expect(call(stopping, RANKING)).rejects.toThrow();
		while (stopping.requests().length === 0) await new Promise(setImmediate);
		await stopping.close();
		await cutOff;
	});
});

describe('the recorder', () => {
	const record = (path: string): RecordedRequest => ({
		method: 'GET',
		path,
		query: '',
		headers: {},
		body: undefined,
		at: 0,
		status: 200,
		taken: false,
	});

	it('keeps the last requests in order, and counts all', () => {
		const recorder = new Recorder(3);
		for (const path of ['/1', '/2', '/3', '/4', '/5']) recorder.add(record(path));
		expect(recorder.list().map(({ path }) => path)).toEqual(['/3', '/4', '/5']);
		expect(recorder.count).toBe(5);
		recorder.clear();
		expect(recorder.list()).toEqual([]);
	});
});
