import { setImmediate as immediate } from 'node:timers/promises';

import { ConcurrencyLimiter } from '../../nodes/shared/http/concurrency-limiter';
import { Failure } from '../../nodes/shared/http/failure';
import { ManualClock } from './manual-clock';

let clock: ManualClock;
beforeEach(() => {
	clock = new ManualClock();
});

/** How many calls a pace lets be under way. */
async function room(pace: ConcurrencyLimiter): Promise<number> {
	let inside = 0;
	const calls = Array.from({ length: 300 }, async () => {
		await pace.enter();
		inside++;
	});
	await clock.advance(0);
	const counted = inside;
	while (inside < calls.length) {
		pace.leave();
		await immediate();
	}
	await Promise.all(calls);
	for (let left = counted; left > 0; left--) pace.leave();
	return counted;
}

/** A pace after its first call has ended. */
async function paceAfterCall(): Promise<ConcurrencyLimiter> {
	const pace = new ConcurrencyLimiter(128, clock);
	await pace.enter();
	pace.leave();
	return pace;
}

/** A pace after so many answers. */
async function paceAfter(answers: number): Promise<ConcurrencyLimiter> {
	const pace = await paceAfterCall();
	for (let n = 0; n < answers; n++) pace.speedUp(clock.now());
	return pace;
}

test('begins with eight places, or fewer where the maximum is lower', async () => {
	expect(await room(await paceAfterCall())).toBe(8);
	expect(await room(new ConcurrencyLimiter(3, clock))).toBe(3);
});

describe('until the first call has ended', () => {
	/** How many calls the pace has let in, at each change. */
	function watch(pace: ConcurrencyLimiter): number[] {
		const seen: number[] = [];
		let inside = 0;
		for (let n = 0; n < 300; n++) void pace.enter().then(() => seen.push(++inside));
		return seen;
	}

	test('makes room for sixteen more every now and then, up to 64', async () => {
		const seen = watch(new ConcurrencyLimiter(128, clock));
		await immediate();
		expect(seen.at(-1)).toBe(8);

		await clock.advance(50);
		expect(seen.at(-1)).toBe(24);
		await clock.advance(600);
		expect(seen.at(-1)).toBe(64);
	});

	test('keeps to the maximum', async () => {
		const seen = watch(new ConcurrencyLimiter(20, clock));
		await clock.advance(300);
		expect(seen.at(-1)).toBe(20);
	});

	test('grows no more once one has ended, well or not', async () => {
		const pace = new ConcurrencyLimiter(128, clock);
		const seen = watch(pace);
		await immediate();
		pace.leave();
		await clock.advance(300);

		expect(seen.at(-1)).toBe(9);
	});
});

test('opens with each answer, up to the maximum', async () => {
	expect(await room(await paceAfter(1))).toBe(23);
	expect(await room(await paceAfter(4))).toBe(68);
	expect(await room(await paceAfter(500))).toBe(128);
});

test('begins anew at the first slow-down, and grows by one for each answer up to the half', async () => {
	const pace = await paceAfter(4);
	pace.slowDown(clock.now());
	expect(await room(pace)).toBe(8);

	for (let answers = 0; answers < 26; answers++) pace.speedUp(clock.now());
	expect(await room(pace)).toBe(34);
	for (let answers = 0; answers < 35; answers++) pace.speedUp(clock.now());
	expect(await room(pace)).toBe(35);
});

test('does not grow with the answers to calls that began before a slow-down', async () => {
	const pace = await paceAfter(4);
	const begun = clock.now() - 1;
	pace.slowDown(clock.now());
	for (let answers = 0; answers < 60; answers++) pace.speedUp(begun);

	expect(await room(pace)).toBe(8);
});

test('then halves, once for all calls that began before', async () => {
	const pace = await paceAfter(4);
	pace.slowDown(clock.now());
	for (let answers = 0; answers < 26; answers++) pace.speedUp(clock.now());
	await clock.advance(2);
	const begun = clock.now();
	pace.slowDown(begun);
	pace.slowDown(begun - 1);

	expect(await room(pace)).toBe(17);
});

test('lets eight calls begin, then everything else that waits for its turn', async () => {
	const pace = new ConcurrencyLimiter(128, clock);
	for (let answers = 0; answers < 8; answers++) pace.speedUp(clock.now());
	let inside = 0;
	const calls = Array.from({ length: 40 }, async () => {
		await pace.enter();
		inside++;
	});
	const seen: number[] = [];
	for (let before = -1; before !== 40; before = seen.at(-1) ?? 0) {
		await immediate();
		seen.push(inside);
	}
	await Promise.all(calls);

	expect(seen[0]).toBe(8);
	for (const [turn, count] of seen.entries()) expect(count - (seen[turn - 1] ?? 0)).toBeLessThanOrEqual(8);
});

test('always leaves one place', async () => {
	const pace = await paceAfterCall();
	for (let times = 0; times < 10; times++) pace.slowDown(clock.now() + 1_000);
	expect(await room(pace)).toBe(1);
});

test('gives places in order of arrival', async () => {
	const pace = new ConcurrencyLimiter(1, clock);
	const order: number[] = [];
	await pace.enter();
	const calls = [1, 2, 3].map(async (n) => {
		await pace.enter();
		order.push(n);
		pace.leave();
	});
	pace.leave();
	await Promise.all(calls);

	expect(order).toEqual([1, 2, 3]);
});

describe('a call that has been sent before', () => {
	const DEADLINE = 10_000;

	test('goes before those that have not', async () => {
		const pace = new ConcurrencyLimiter(1, clock);
		const order: string[] = [];
		await pace.enter();
		const enter = async (name: string, deadline?: number) => {
			await pace.enter(deadline);
			order.push(name);
			pace.leave();
		};
		const calls = [enter('first'), enter('second'), enter('again', clock.now() + DEADLINE)];
		pace.leave();
		await Promise.all(calls);

		expect(order).toEqual(['again', 'first', 'second']);
	});

	test('waits for its turn no longer than until its deadline, and leaves no trace in the queue', async () => {
		const pace = new ConcurrencyLimiter(1, clock);
		await pace.enter();
		const late = pace.enter(clock.now() + DEADLINE);
		late.catch(() => undefined);

		expect(await clock.until(late)).toBeLessThanOrEqual(DEADLINE + 300);
		await expect(late).rejects.toMatchObject({ kind: 'timeout' });
		const next = pace.enter();
		pace.leave();
		await next;
	});

	test('is told of a pause that is longer than what is left of its time, and gives the place back', async () => {
		const pace = new ConcurrencyLimiter(1, clock);
		pace.coolDown(clock.now() + 30_000, new Failure('unavailable', { status: 503 }));

		for (let times = 0; times < 3; times++) {
			await expect(pace.enter(clock.now() + DEADLINE)).rejects.toMatchObject({
				kind: 'unavailable',
				facts: { status: 503, retryAfter: 30_000 },
			});
		}
	});
});

test('whoever waits, for a place or for the end of a pause, is told at once why there will be none', async () => {
	const pace = new ConcurrencyLimiter(8, clock);
	pace.coolDown(clock.now() + 30_000, new Failure('rateLimited'));
	const calls = Array.from({ length: 20 }, async () => await pace.enter());
	const settled = Promise.allSettled(calls);
	pace.end(new Failure('gaveUp'));

	expect(await clock.until(settled)).toBeLessThanOrEqual(300);
	for (const outcome of await settled)
		expect(outcome).toMatchObject({ status: 'rejected', reason: { kind: 'gaveUp' } });
	await expect(pace.enter()).rejects.toMatchObject({ kind: 'gaveUp' });
});
