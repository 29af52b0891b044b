import { systemClock } from '../../../nodes/shared/http/clock';

async function after(milliseconds: number): Promise<void> {
	await new Promise<void>((resolve) => systemClock.after(milliseconds, resolve));
}

test('calls back after the time, and not before', async () => {
	const begun = performance.now();
	await after(50);

	expect(performance.now() - begun).toBeGreaterThanOrEqual(49);
});

test('never calls back what was cancelled, beside others that were not', async () => {
	const called: string[] = [];
	const cancel = systemClock.after(20, () => called.push('cancelled'));
	const kept = after(20);
	cancel();
	await kept;

	expect(called).toEqual([]);
});

test('calls back even if an earlier timer of the same moment has run out or was given up', async () => {
	const now = jest.spyOn(Date, 'now').mockReturnValue(0);
	const called: string[] = [];
	try {
		await after(20);
		systemClock.after(20, () => called.push('given up'))();
		await after(20);
	} finally {
		now.mockRestore();
	}

	expect(called).toEqual([]);
});

test('starts few timers for many calls: none can be cleared', () => {
	const timeout = jest.spyOn(AbortSignal, 'timeout');
	const cancels = Array.from({ length: 1_000 }, () => systemClock.after(60_000, () => undefined));
	const started = timeout.mock.calls.length;
	timeout.mockRestore();
	for (const cancel of cancels) cancel();

	expect(started).toBeLessThan(20);
});
