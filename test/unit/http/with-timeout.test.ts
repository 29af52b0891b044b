import { withTimeout } from '../../../nodes/shared/http/http-client';
import { Failure } from '../../../nodes/shared/http/failure';
import { PAUSE_SLICE } from '../../../nodes/shared/http/limits';
import { pauseUntil } from '../../../nodes/shared/http/concurrency-limiter';
import { ManualClock } from './manual-clock';

let clock: ManualClock;
beforeEach(() => {
	clock = new ManualClock();
});

const never = () => new Promise<never>(() => undefined);
const kindFrom = async (work: Promise<unknown>) =>
	(
		(await work.then(
			() => undefined,
			(error: unknown) => error,
		)) as Failure | undefined
	)?.kind;

describe('a call', () => {
	test('returns its result, and its signal never fires, even after the timeout', async () => {
		const ending = new AbortController();

		expect(await withTimeout(clock, 1_000, ending, async () => 'answer')).toBe('answer');
		await clock.advance(2_000);
		expect(ending.signal.aborted).toBe(false);
	});

	test('that ignores its signal still ends on time', async () => {
		const ending = new AbortController();
		const ended = kindFrom(withTimeout(clock, 1_000, ending, never));

		expect(await clock.until(ended)).toBe(1_000);
		expect(await ended).toBe('timeout');
		expect(ending.signal.aborted).toBe(true);
	});

	test('that is aborted from outside ends at once', async () => {
		const ending = new AbortController();
		const ended = kindFrom(withTimeout(clock, 60_000, ending, never));
		ending.abort();

		expect(await ended).toBe('timeout');
	});

	test('that fails releases its resources, and reports the cause', async () => {
		const ending = new AbortController();
		const seen: boolean[] = [];
		const call = async (end: AbortSignal) => {
			end.addEventListener('abort', () => seen.push(true));
			return await Promise.reject(new Failure('tooLarge'));
		};

		expect(await kindFrom(withTimeout(clock, 1_000, ending, call))).toBe('tooLarge');
		expect(seen).toEqual([true]);
	});
});

describe('a pause', () => {
	test('ends exactly on time', async () => {
		const begun = clock.now();
		await clock.until(pauseUntil(clock, begun + 1_234, () => undefined));

		expect(clock.now() - begun).toBe(1_234);
	});

	test('is no longer because the clock is set back', async () => {
		const paused = pauseUntil(clock, clock.now() + 10_000, () => undefined);
		await clock.advance(1_100);
		clock.setBack(3_600_000);

		expect(await clock.until(paused)).toBeLessThanOrEqual(10_000);
	});

	test('ends within a slice when the run ends', async () => {
		const ends: Failure[] = [];
		const paused = kindFrom(pauseUntil(clock, clock.now() + 100_000, () => ends[0]));
		await clock.advance(1_100);
		ends.push(new Failure('cancelled'));

		expect(await clock.until(paused)).toBeLessThanOrEqual(PAUSE_SLICE);
		expect(await paused).toBe('cancelled');
	});

	test('until a moment in the past returns at once, but still reports why the run ended', async () => {
		await pauseUntil(clock, clock.now(), () => undefined);

		expect(await kindFrom(pauseUntil(clock, clock.now() - 1, () => new Failure('gaveUp')))).toBe('gaveUp');
	});
});
