import { type FaultRule, type Sandbox, startSandbox } from '../../sandbox';
import { type Answer, call, EVENTS, PRODUCTS, PROFILES } from './client';

const RANKING = `${PRODUCTS}/sales-ranking`;
const MARINA = `${PROFILES}/email/marina.alves@example.com`;
const event = { sessionId: 's1', eventType: 'productView', data: { id: 'vestido-01' } };

describe('faults', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	beforeEach(() => sandbox.reset());
	afterAll(async () => await sandbox.close());

	const sendEventWith = async (fault: FaultRule['fault']): Promise<Answer> => {
		sandbox.setFaults([{ fault, times: 1 }]);
		return await call(sandbox, EVENTS, { body: event });
	};
	const statusesOf = async (paths: string[]): Promise<number[]> => {
		const statuses: number[] = [];
		for (const path of paths) statuses.push((await call(sandbox, path)).status);
		return statuses;
	};

	it('answers 429 with Retry-After in seconds or as a date', async () => {
		const seconds = await sendEventWith({ kind: 'status', status: 429, retryAfter: 7 });
		expect([seconds.status, seconds.headers['retry-after']]).toEqual([429, '7']);
		expect(seconds.json).toEqual({ error: 'Too Many Requests', message: expect.any(String) });
		const date = await sendEventWith({ kind: 'status', status: 429, retryAfter: 60, retryAfterAs: 'date' });
		const ahead = Date.parse(String(date.headers['retry-after'])) - Date.now();
		expect(ahead).toBeGreaterThan(50_000);
		expect(ahead).toBeLessThanOrEqual(60_000);
	});

	it('does not process an event answered with a status, unless taken is set', async () => {
		await sendEventWith({ kind: 'status', status: 503 });
		await sendEventWith({ kind: 'status', status: 500, taken: true });
		expect(sandbox.requests().map(({ status, taken }) => [status, taken])).toEqual([
			[503, false],
			[500, true],
		]);
	});

	it('cuts the connection before or after the event is processed', async () => {
		await expect(sendEventWith({ kind: 'reset' })).rejects.toMatchObject({ code: 'ECONNRESET' });
		await expect(sendEventWith({ kind: 'reset', taken: true })).rejects.toMatchObject({ code: 'ECONNRESET' });
		await expect(sendEventWith({ kind: 'reset', midBody: true })).rejects.toThrow();
		expect(sandbox.requests().map(({ status, taken }) => [status, taken])).toEqual([
			[0, false],
			[0, true],
			[0, true],
		]);
	});

	it.each([false, true])('never ends a stalled answer (started: %s)', async (midBody) => {
		sandbox.setFaults([{ fault: { kind: 'stall', midBody } }]);
		const signal = AbortSignal.timeout(300);
		const stalled = fetch(sandbox.url + MARINA, { headers: { 'x-fashionai-app-token': sandbox.token }, signal });
		await expect(stalled.then((answer) => answer.text())).rejects.toThrow();
		expect(sandbox.requests()).toHaveLength(1);
	});

	it('trickles a body that is complete in the end', async () => {
		const whole = await call(sandbox, `${RANKING}?categoryId=saias`);
		sandbox.setFaults([{ fault: { kind: 'slowBody', everyMs: 1 } }]);
		const slow = await fetch(`${sandbox.url}${RANKING}?categoryId=saias`, {
			headers: { 'x-fashionai-app-token': sandbox.token },
		});
		const chunks: Uint8Array[] = [];
		for await (const chunk of slow.body ?? []) chunks.push(chunk as Uint8Array);
		expect(Buffer.concat(chunks).toString()).toBe(whole.text);
		expect(chunks.length).toBeGreaterThan(5);
	});

	it('corrupts the body in every supported way', async () => {
		const broken = await sendEventWith({ kind: 'invalidJson' });
		expect([broken.status, broken.json]).toEqual([200, undefined]);
		const page = await sendEventWith({ kind: 'htmlPage' });
		expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
		for (const body of [{}, null, 'text', []]) {
			const wrong = await sendEventWith({ kind: 'wrongShape', body });
			expect([wrong.status, wrong.json]).toEqual([200, body]);
		}
		const redirect = await sendEventWith({ kind: 'redirect', location: 'https://elsewhere.example/x' });
		expect([redirect.status, redirect.headers.location]).toEqual([302, 'https://elsewhere.example/x']);
	});

	it('pads a body to the requested size, and it is still the answer', async () => {
		sandbox.setFaults([{ fault: { kind: 'hugeBody', bytes: 300_000 } }]);
		const { text, json } = await call(sandbox, MARINA);
		expect(Buffer.byteLength(text)).toBeGreaterThan(299_000);
		expect(json).toMatchObject({ userProfileId: 'mrn7k2a9' });
	});

	it('applies the first rule that matches by method, path, count and turn', async () => {
		sandbox.setFaults([
			{ method: 'post', fault: { kind: 'status', status: 500 } },
			{ path: 'email', times: 1, fault: { kind: 'status', status: 503 } },
			{ path: 'sales-ranking', skip: 1, every: 2, fault: { kind: 'status', status: 502 } },
		]);
		expect(await statusesOf([MARINA, MARINA])).toEqual([503, 200]);
		expect(await statusesOf(Array<string>(6).fill(RANKING))).toEqual([200, 200, 502, 200, 502, 200]);
		expect((await call(sandbox, EVENTS, { body: event })).status).toBe(500);
	});

	it('applies faults at a rate that a seed reproduces, in any order of calls', async () => {
		const paths = Array.from({ length: 400 }, (_, n) => `${RANKING}?categoryId=c${n}`);
		const run = async (seed: number, order: string[]) => {
			sandbox.setFaults([{ rate: 0.2, seed, fault: { kind: 'status', status: 500 } }]);
			const answers = await Promise.all(order.map(async (path) => [path, (await call(sandbox, path)).status] as const));
			return answers
				.filter(([, status]) => status === 500)
				.map(([path]) => path)
				.sort();
		};
		const first = await run(1, paths);
		expect(first.length).toBeGreaterThan(50);
		expect(first.length).toBeLessThan(110);
		expect(await run(1, [...paths].reverse())).toEqual(first);
		expect(await run(2, paths)).not.toEqual(first);
	});

	it('applies a fault from a request header', async () => {
		const withHeader = async (fault: string) => await call(sandbox, RANKING, { headers: { 'x-sandbox-fault': fault } });
		const limited = await withHeader('status=429; retry-after=2');
		expect([limited.status, limited.headers['retry-after']]).toEqual([429, '2']);
		expect((await withHeader('wrong-shape=null')).text).toBe('null');
		expect((await withHeader('html-page')).status).toBe(404);
		await expect(withHeader('reset')).rejects.toMatchObject({ code: 'ECONNRESET' });
		const unreadable = await withHeader('bang');
		expect(unreadable.status).toBe(400);
		expect(unreadable.json).toMatchObject({ message: expect.stringContaining('latency, status, reset') });
		expect((await call(sandbox, RANKING)).status).toBe(200);
	});
});
