import { Failure } from '../../../nodes/shared/http/failure';
import { mayRetry, backoff, readRetryAfter } from '../../../nodes/shared/http/retry-policy';

const NOW = Date.parse('2026-03-01T12:00:00Z');

test.each([
	['2', 2_000],
	['0', 0],
	['1.5', 1_500],
	[' 7 ', 7_000],
	[30, 30_000],
	['Sun, 01 Mar 2026 12:00:20 GMT', 20_000],
	['Sunday, 01-Mar-26 12:00:20 GMT', 20_000],
	['2026-03-01T12:00:20Z', 20_000],
	['2026-03-01T12:00:20', 20_000],
	['Sun Mar  1 12:00:20 2026', 20_000],
	['Sun, 01 Mar 2026 12:00:20', 20_000],
	['Sun, 01 Mar 2026 09:00:20 -0300', 20_000],
	['Sun, 01 Mar 2026 11:00:00 GMT', 0],
])('Retry-After %p asks to wait %d ms', (header, wait) => {
	expect(readRetryAfter(header, NOW)).toBe(wait);
});

test.each([
	undefined,
	null,
	'',
	'-5',
	'on Sun, 01 Mar 2026 12:00:20 GMT',
	'!2026-03-01T12:00:20Z',
	'Mon2026',
	'soon',
	'5 minutes',
	'0x10',
	'1e3',
	'Infinity',
	{},
])('Retry-After %p is invalid and ignored', (header) => {
	expect(readRetryAfter(header, NOW)).toBeUndefined();
});

test('the backoff grows with every try, up to a cap, with full jitter', () => {
	const failure = new Failure('unavailable');
	const longest = [1, 2, 3, 4, 5, 6, 7].map((tries) => backoff(tries, failure, () => 1));

	expect(longest).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
	expect(backoff(4, failure, () => 0)).toBe(0);
});

test('after a timeout the backoff is several times longer, and may take half a minute', () => {
	const longest = [1, 2, 3, 4, 5].map((tries) => backoff(tries, new Failure('timeout'), () => 1));

	expect(longest).toEqual([4_000, 8_000, 16_000, 30_000, 30_000]);
});

test('no pause is shorter than Retry-After, and calls that wait together do not return together', () => {
	const failure = new Failure('rateLimited', { retryAfter: 2_000 });

	expect(backoff(1, failure, () => 0)).toBe(2_000);
	expect(backoff(1, failure, () => 1)).toBe(2_125);
	expect(backoff(5, failure, () => 1)).toBe(4_000);
});

test('a Retry-After of zero leaves the usual backoff', () => {
	expect(backoff(2, new Failure('rateLimited', { retryAfter: 0 }), () => 1)).toBe(1_000);
});

test.each([
	['rateLimited', true, true],
	['refused', true, true],
	['dns', true, true],
	['unavailable', true, false],
	['timeout', true, false],
	['disconnected', true, false],
	['unauthorized', false, false],
	['certificate', false, false],
	['redirected', false, false],
	['malformed', false, false],
	['tooLarge', false, false],
	['blocked', false, false],
	['cancelled', false, false],
] as const)('%s: a lookup is repeated: %p, an event: %p', (kind, lookup, event) => {
	expect(mayRetry(new Failure(kind), 'safe')).toBe(lookup);
	expect(mayRetry(new Failure(kind), 'event')).toBe(event);
});
