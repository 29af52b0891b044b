import { Failure } from '../../nodes/shared/transport/failure';
import { Pace } from '../../nodes/shared/transport/pace';

const LATER = Infinity;

/** How many calls a pace lets in at once. */
async function room(pace: Pace): Promise<number> {
	let inside = 0;
	const calls = Array.from({ length: 600 }, async () => {
		await pace.enter(LATER);
		inside++;
	});
	await new Promise((resolve) => setImmediate(resolve));
	const counted = inside;
	while (inside < calls.length) {
		pace.leave();
		await new Promise((resolve) => setImmediate(resolve));
	}
	for (let left = counted; left > 0; left--) pace.leave();
	return counted;
}

test('begins with eight places, or fewer where the maximum is lower', async () => {
	expect(await room(new Pace(128, () => false))).toBe(8);
	expect(await room(new Pace(3, () => false))).toBe(3);
});

test('grows by one with each answer, up to the maximum', async () => {
	const pace = new Pace(128, () => false);
	for (let answers = 0; answers < 20; answers++) pace.speedUp();
	expect(await room(pace)).toBe(28);
	for (let answers = 0; answers < 500; answers++) pace.speedUp();
	expect(await room(pace)).toBe(128);
});

test('halves once for all calls that began before, and then grows by one per round', async () => {
	const pace = new Pace(128, () => false);
	for (let answers = 0; answers < 56; answers++) pace.speedUp();
	const begun = Date.now() - 1;
	pace.slowDown(begun + 1);
	pace.slowDown(begun - 10);
	expect(await room(pace)).toBe(32);

	for (let answers = 0; answers < 33; answers++) pace.speedUp();
	expect(await room(pace)).toBe(33);
});

test('always leaves one place', async () => {
	const pace = new Pace(128, () => false);
	for (let times = 0; times < 10; times++) pace.slowDown(Date.now() + 1_000);
	expect(await room(pace)).toBe(1);
});

test('gives places in order of arrival', async () => {
	const pace = new Pace(1, () => false);
	const order: number[] = [];
	await pace.enter(LATER);
	const calls = [1, 2, 3].map(async (n) => {
		await pace.enter(LATER);
		order.push(n);
		pace.leave();
	});
	pace.leave();
	await Promise.all(calls);

	expect(order).toEqual([1, 2, 3]);
});

test('a pause that is longer than what is left of a lookup ends it, and gives the place back', async () => {
	const pace = new Pace(1, () => false);
	pace.hold(Date.now() + 30_000, new Failure('unavailable', { status: 503 }));

	for (let times = 0; times < 3; times++) {
		await expect(pace.enter(Date.now() + 10_000)).rejects.toMatchObject({
			kind: 'unavailable',
			facts: { status: 503, retryAfter: expect.any(Number) },
		});
	}
});

test('those who are held back are let go when the execution is stopped', async () => {
	let stopped = false;
	const pace = new Pace(8, () => stopped);
	pace.hold(Date.now() + 30_000, new Failure('rateLimited'));
	const calls = Array.from({ length: 20 }, async () => await pace.enter(LATER));
	stopped = true;

	for (const outcome of await Promise.allSettled(calls)) {
		expect(outcome).toMatchObject({ status: 'rejected', reason: { kind: 'cancelled' } });
	}
});
