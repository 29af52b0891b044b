import { setImmediate as immediate } from 'node:timers/promises';

import { ConcurrencyLimiter } from '../../../nodes/shared/http/concurrency-limiter';
import { Failure } from '../../../nodes/shared/http/failure';
import { ManualClock } from './manual-clock';

let clock: ManualClock;
beforeEach(() => {
	clock = new ManualClock();
});

/** How many calls a limiter lets run at once. */
async function slots(limiter: ConcurrencyLimiter): Promise<number> {
	let admitted = 0;
	const calls = Array.from({ length: 300 }, async () => {
		await limiter.acquire();
		admitted++;
	});
	await clock.advance(0);
	const counted = admitted;
	while (admitted < calls.length) {
		void limiter.release();
		await immediate();
	}
	await Promise.all(calls);
	for (let left = counted; left > 0; left--) void limiter.release();
	return counted;
}

/** A limiter whose first call has completed. */
async function limiterAfterCall(): Promise<ConcurrencyLimiter> {
	const limiter = new ConcurrencyLimiter(128, clock);
	await limiter.acquire();
	void limiter.release();
	return limiter;
}

/** A limiter after the given number of answers. */
async function limiterAfter(answers: number): Promise<ConcurrencyLimiter> {
	const limiter = await limiterAfterCall();
	for (let n = 0; n < answers; n++) limiter.increase(clock.now());
	return limiter;
}

test('starts with eight slots, or fewer if the maximum is lower', async () => {
	expect(await slots(await limiterAfterCall())).toBe(8);
	expect(await slots(new ConcurrencyLimiter(3, clock))).toBe(3);
});

describe('until the first call has completed', () => {
	/** The number of calls admitted so far, at each change. */
	function watch(limiter: ConcurrencyLimiter): number[] {
		const seen: number[] = [];
		let admitted = 0;
		for (let n = 0; n < 300; n++) void limiter.acquire().then(() => seen.push(++admitted));
		return seen;
	}

	test('adds sixteen slots after each pause, up to 64', async () => {
		const seen = watch(new ConcurrencyLimiter(128, clock));
		await immediate();
		expect(seen.at(-1)).toBe(8);

		await clock.advance(50);
		expect(seen.at(-1)).toBe(24);
		await clock.advance(600);
		expect(seen.at(-1)).toBe(64);
	});

	test('does not exceed the maximum', async () => {
		const seen = watch(new ConcurrencyLimiter(20, clock));
		await clock.advance(300);
		expect(seen.at(-1)).toBe(20);
	});

	test('stops growing once a call has completed, successfully or not', async () => {
		const limiter = new ConcurrencyLimiter(128, clock);
		const seen = watch(limiter);
		await immediate();
		void limiter.release();
		await clock.advance(300);

		expect(seen.at(-1)).toBe(9);
	});
});

test('grows quickly with each answer, up to the maximum', async () => {
	expect(await slots(await limiterAfter(1))).toBe(23);
	expect(await slots(await limiterAfter(4))).toBe(68);
	expect(await slots(await limiterAfter(500))).toBe(128);
});

test('starts over at the first decrease, and grows by one per answer up to half', async () => {
	const limiter = await limiterAfter(4);
	limiter.decrease(clock.now());
	expect(await slots(limiter)).toBe(8);

	for (let answers = 0; answers < 26; answers++) limiter.increase(clock.now());
	expect(await slots(limiter)).toBe(34);
	for (let answers = 0; answers < 35; answers++) limiter.increase(clock.now());
	expect(await slots(limiter)).toBe(35);
});

test('does not grow with answers to calls that started before a decrease', async () => {
	const limiter = await limiterAfter(4);
	const startedAt = clock.now() - 1;
	limiter.decrease(clock.now());
	for (let answers = 0; answers < 60; answers++) limiter.increase(startedAt);

	expect(await slots(limiter)).toBe(8);
});

test('then halves, once for all calls that started before', async () => {
	const limiter = await limiterAfter(4);
	limiter.decrease(clock.now());
	for (let answers = 0; answers < 26; answers++) limiter.increase(clock.now());
	await clock.advance(2);
	const startedAt = clock.now();
	limiter.decrease(startedAt);
	limiter.decrease(startedAt - 1);

	expect(await slots(limiter)).toBe(17);
});

describe('in one turn of the event loop', () => {
	let limiter: ConcurrencyLimiter;
	beforeEach(() => {
		limiter = new ConcurrencyLimiter(128, clock);
		for (let answers = 0; answers < 8; answers++) limiter.increase(clock.now());
	});

	/** How many of 40 calls go through a step in each turn. */
	async function perTurn(step: () => Promise<unknown>): Promise<number[]> {
		let done = 0;
		const calls = Array.from({ length: 40 }, async () => {
			await step();
			done++;
		});
		const seen: number[] = [];
		for (let before = 0; before < 40; before = done) {
			await immediate();
			seen.push(done - before);
		}
		await Promise.all(calls);
		return seen;
	}

	test('starts eight calls', async () => {
		const seen = await perTurn(async () => await limiter.acquire());
		expect(seen[0]).toBe(8);
		expect(Math.max(...seen)).toBe(8);
	});

	test('lets eight answers be read, if all arrive at once', async () => {
		await perTurn(async () => await limiter.acquire());
		expect(Math.max(...(await perTurn(async () => await limiter.release())))).toBe(8);
	});

	test('starts sixteen that need no handshake', async () => {
		limiter = new ConcurrencyLimiter(128, clock, 16);
		for (let answers = 0; answers < 8; answers++) limiter.increase(clock.now());
		const seen = await perTurn(async () => await limiter.acquire());
		expect(Math.max(...seen)).toBe(16);
	});
});

test('always keeps one slot', async () => {
	const limiter = await limiterAfterCall();
	for (let times = 0; times < 10; times++) limiter.decrease(clock.now() + 1_000);
	expect(await slots(limiter)).toBe(1);
});

test('assigns slots in order of arrival', async () => {
	const limiter = new ConcurrencyLimiter(1, clock);
	const order: number[] = [];
	await limiter.acquire();
	const calls = [1, 2, 3].map(async (n) => {
		await limiter.acquire();
		order.push(n);
		void limiter.release();
	});
	void limiter.release();
	await Promise.all(calls);

	expect(order).toEqual([1, 2, 3]);
});

describe('a retry', () => {
	const DEADLINE = 10_000;

	test('goes before first attempts', async () => {
		const limiter = new ConcurrencyLimiter(1, clock);
		const order: string[] = [];
		await limiter.acquire();
		const acquire = async (name: string, deadline?: number) => {
			await limiter.acquire(deadline);
			order.push(name);
			void limiter.release();
		};
		const calls = [acquire('first'), acquire('second'), acquire('again', clock.now() + DEADLINE)];
		void limiter.release();
		await Promise.all(calls);

		expect(order).toEqual(['again', 'first', 'second']);
	});

	test('waits for a slot no longer than until its deadline, and then leaves the queue', async () => {
		const limiter = new ConcurrencyLimiter(1, clock);
		await limiter.acquire();
		const late = limiter.acquire(clock.now() + DEADLINE);
		late.catch(() => undefined);

		expect(await clock.until(late)).toBeLessThanOrEqual(DEADLINE + 300);
		await expect(late).rejects.toMatchObject({ kind: 'timeout' });
		const next = limiter.acquire();
		void limiter.release();
		await next;
	});

	test('whose deadline has passed does not start, even if there is a slot, and frees it', async () => {
		const limiter = new ConcurrencyLimiter(1, clock);

		await expect(limiter.acquire(clock.now())).rejects.toMatchObject({ kind: 'timeout' });
		await limiter.acquire();
	});

	test('fails if a cooldown goes beyond its deadline, and frees the slot', async () => {
		const limiter = new ConcurrencyLimiter(1, clock);
		limiter.coolDown(clock.now() + 30_000, new Failure('unavailable', { status: 503 }));

		for (let times = 0; times < 3; times++) {
			await expect(limiter.acquire(clock.now() + DEADLINE)).rejects.toMatchObject({
				kind: 'unavailable',
				facts: { status: 503, retryAfter: 30_000 },
			});
		}
	});
});

test('rejects all waiting calls at once when it is ended, whether they wait for a slot or a cooldown', async () => {
	const limiter = new ConcurrencyLimiter(8, clock);
	limiter.coolDown(clock.now() + 30_000, new Failure('rateLimited'));
	const calls = Array.from({ length: 20 }, async () => await limiter.acquire());
	const settled = Promise.allSettled(calls);
	await clock.advance(1_000);
	limiter.end(new Failure('gaveUp'));

	expect(await clock.until(settled)).toBeLessThanOrEqual(300);
	for (const outcome of await settled)
		expect(outcome).toMatchObject({ status: 'rejected', reason: { kind: 'gaveUp' } });
	await expect(limiter.acquire()).rejects.toMatchObject({ kind: 'gaveUp' });
});

test('rejects calls that wait for a slot as it is ended, and those that come later, while the slot is taken', async () => {
	const limiter = new ConcurrencyLimiter(1, clock);
	await limiter.acquire();
	const waiting = [limiter.acquire(), limiter.acquire(clock.now() + 60_000)];
	limiter.end(new Failure('gaveUp'));

	for (const call of [...waiting, limiter.acquire()]) await expect(call).rejects.toMatchObject({ kind: 'gaveUp' });
});

test('a shorter cooldown does not cut a longer one short', async () => {
	const limiter = new ConcurrencyLimiter(8, clock);
	limiter.coolDown(clock.now() + 30_000, new Failure('rateLimited'));
	limiter.coolDown(clock.now() + 5_000, new Failure('rateLimited'));

	expect(await clock.until(limiter.acquire())).toBe(30_000);
});

test('a cooldown is no longer because the clock is set back', async () => {
	const limiter = new ConcurrencyLimiter(8, clock);
	limiter.coolDown(clock.now() + 30_000, new Failure('rateLimited'));
	const call = limiter.acquire();
	await clock.advance(1_000);
	clock.setBack(3_600_000);

	expect(await clock.until(call)).toBeLessThanOrEqual(30_000);
});
