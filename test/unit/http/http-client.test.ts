import { getEventListeners } from 'node:events';

import type { ApiResponse } from '../../../nodes/shared/http/answer';
import { explain } from '../../../nodes/shared/http/error-texts';
import { CLASSES, Failure, type FailureKind } from '../../../nodes/shared/http/failure';
import { HttpClient, type HttpOptions } from '../../../nodes/shared/http/http-client';
import { mayBeProcessed, mayRetry } from '../../../nodes/shared/http/retry-policy';
import type { ApiRequest, Send } from '../../../nodes/shared/http/senders';
import { ManualClock } from './manual-clock';

const LOOKUP: ApiRequest = { method: 'GET', path: '/profile', retryPolicy: 'safe' };
const EVENT: ApiRequest = { method: 'POST', path: '/event', body: {}, retryPolicy: 'event' };
const MINUTE = 60_000;

let clock: ManualClock;
beforeEach(() => {
	clock = new ManualClock();
});

const status = (code: number, headers: Record<string, string> = {}): ApiResponse => ({
	status: code,
	headers,
	text: '{"error":"no"}',
});

/** A client for a fake server that gives scripted answers after some milliseconds and counts the calls. */
function transportTo(
	answer: (nth: number) => ApiResponse | Failure,
	{ takes = 20, ...options }: Partial<HttpOptions> & { takes?: number } = {},
) {
	const sent: ApiRequest[] = [];
	const send: Send = async (request, _timeout, end) => {
		sent.push(request);
		const outcome = answer(sent.length);
		await new Promise<void>((resolve) => {
			clock.after(takes, resolve);
			end.addEventListener('abort', () => resolve());
		});
		if (outcome instanceof Failure) throw outcome;
		return outcome;
	};
	return {
		sent,
		transport: new HttpClient(
			send,
			{ maxConcurrency: 128, timeout: 60_000, maxTries: 4, ...options },
			undefined,
			clock,
		),
	};
}

/** Makes calls in as many workers as the nodes have, and returns the outcome of each. */
async function callAll(
	transport: HttpClient,
	count: number,
	request: ApiRequest,
	width = 128,
): Promise<PromiseSettledResult<ApiResponse>[]> {
	const outcomes: PromiseSettledResult<ApiResponse>[] = [];
	const rest = Array.from({ length: count }, (_, n) => n).values();
	const worker = async () => {
		for (const n of rest)
			[outcomes[n]] = (await Promise.allSettled([transport.request(request)])) as [PromiseSettledResult<ApiResponse>];
	};
	await Promise.all(Array.from({ length: Math.min(width, count) }, worker));
	return outcomes;
}

function failures(outcomes: PromiseSettledResult<ApiResponse>[]): Failure[] {
	return outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Failure] : []));
}

describe('the classes of failures', () => {
	const kinds = Object.keys(CLASSES) as FailureKind[];

	test('only passing failures may be retried, and for an event only those certainly not processed', () => {
		for (const kind of kinds)
			expect([kind, mayRetry(new Failure(kind), 'safe')]).toEqual([kind, CLASSES[kind] === 'passing']);
		expect(kinds.filter((kind) => mayRetry(new Failure(kind), 'event'))).toEqual(['rateLimited', 'refused', 'dns']);
	});

	test('an event may have been processed if it was sent and nothing said that it was refused', () => {
		const perhaps = kinds.filter((kind) => mayBeProcessed(new Failure(kind)));

		expect(perhaps.sort()).toEqual(['disconnected', 'malformed', 'timeout', 'tooLarge', 'unavailable']);
		for (const kind of perhaps) expect(mayBeProcessed(new Failure(kind, { notSent: true }))).toBe(false);
	});

	test.each(kinds.filter((kind) => CLASSES[kind] === 'final'))(
		'after %s nothing more is sent, and the others are told why',
		async (kind) => {
			const { transport, sent } = transportTo((nth) => (nth === 3 ? new Failure(kind) : status(200)));

			const working = callAll(transport, 50, LOOKUP, 1);
			await clock.until(working);

			expect(sent).toHaveLength(3);
			const [own, ...others] = failures(await working);
			expect(own).toMatchObject({ kind, facts: { tries: 1 } });
			expect(others).toHaveLength(47);
			for (const other of others)
				expect(other).toMatchObject({ kind, facts: kind === 'cancelled' ? {} : { notSent: true } });
		},
	);

	test.each(kinds.filter((kind) => CLASSES[kind] === 'ofItem'))(
		'%s of one call says nothing about the others',
		async (kind) => {
			const { transport, sent } = transportTo((nth) => (nth % 2 ? new Failure(kind) : status(200)));

			const working = callAll(transport, 50, LOOKUP, 1);
			await clock.until(working);

			expect(sent).toHaveLength(50);
			expect(failures(await working)).toHaveLength(25);
		},
	);
});

describe('the number of calls under way', () => {
	/** How long 400 lookups take if the hundredth fails, in milliseconds. */
	async function timeOf(outcome: ApiResponse | Failure): Promise<number> {
		const { transport } = transportTo((nth) => (nth === 100 ? outcome : status(200)), { maxTries: 1 });
		return await clock.until(callAll(transport, 400, LOOKUP));
	}

	test.each([status(400), status(500), new Failure('disconnected'), new Failure('malformed')])(
		'does not slow down after a failure that says nothing of the load (%#)',
		async (outcome) => {
			expect(await timeOf(outcome)).toBe(await timeOf(status(200)));
		},
	);

	test.each([status(429), status(503), new Failure('timeout')])(
		'slows down after a failure that tells of overload (%#)',
		async (outcome) => {
			expect(await timeOf(outcome)).toBeGreaterThan(await timeOf(status(200)));
		},
	);
});

describe('an API that gives no answer for five minutes', () => {
	test.each([
		['status 503', 5_000, () => status(503)],
		['429 with Retry-After', 20, () => status(429, { 'retry-after': '5' })],
		['silence', 60_000, () => new Failure('timeout')],
	])(
		'(%s) is given up: the rest ends at once, is told that it was not requested, and why',
		async (_what, takes, answer) => {
			const { transport, sent } = transportTo(answer, { takes });

			const working = callAll(transport, 500, LOOKUP, 40);
			const took = await clock.until(working);

			const all = failures(await working);
			expect(all).toHaveLength(500);
			const given = all.filter(({ kind }) => kind === 'gaveUp');
			expect(given.length).toBeGreaterThan(300);
			for (const failure of given) {
				expect(failure.facts).toMatchObject({ notSent: true, last: expect.any(Failure) });
				expect(failure.facts.tries).toBeUndefined();
				expect(explain(failure)).toMatchObject({
					message: expect.stringMatching(/no answer for 5 minutes/),
					description: expect.stringMatching(/The last call ended with.*This item was not requested/),
				});
			}
			const tries = all.reduce((sum, { facts }) => sum + (facts.tries ?? 0), 0);
			expect(tries).toBe(sent.length);
			// A call in flight when the client gave up has its own timeout.
			expect(took).toBeLessThan(6 * MINUTE);
		},
	);

	test('does not end the run while some calls succeed', async () => {
		const { transport } = transportTo((nth) => (nth % 20 ? status(503) : status(200)), { maxTries: 2 });

		const working = callAll(transport, 1_000, LOOKUP, 4);
		await clock.until(working);

		expect(failures(await working).filter(({ kind }) => kind === 'gaveUp')).toEqual([]);
	});
});

describe('the reported failure', () => {
	test('is rate limiting for events that got only 429s, however long they waited for a slot', async () => {
		const { transport, sent } = transportTo(() => status(429, { 'retry-after': '20' }), { maxTries: 10 });

		const working = callAll(transport, 26, EVENT);
		await clock.until(working);

		const all = failures(await working);
		expect(all).toHaveLength(26);
		expect([...new Set(all.map(({ kind }) => kind))].filter((kind) => kind !== 'gaveUp')).toEqual(['rateLimited']);
		expect(all.reduce((sum, { facts }) => sum + (facts.tries ?? 0), 0)).toBe(sent.length);
	});

	test('no call takes longer than its limit, counted from its first try', async () => {
		const begun = new Map<number, number>();
		const { transport } = transportTo(() => new Failure('timeout'), { maxTries: 10, maxConcurrency: 2, takes: 55_000 });

		const calls = Array.from({ length: 4 }, async (_, n) => {
			begun.set(n, clock.now());
			await transport.request(LOOKUP).catch(() => undefined);
		});

		expect(await clock.until(Promise.all(calls))).toBeLessThan(2 * 181_000 + 60_000);
	});

	test.each([30, 45, 58, 59.5, 89, 119])(
		'the API’s own refusal, where the last try has no time left to be heard: Retry-After of %d s',
		async (seconds) => {
			const { transport } = transportTo(() => status(429, { 'retry-after': String(seconds) }), {
				maxTries: 10,
				takes: 5_000,
			});

			const working = callAll(transport, 20, LOOKUP);
			await clock.until(working);

			for (const { kind, facts } of failures(await working)) {
				expect(kind === 'gaveUp' ? facts.last?.kind : kind).toBe('rateLimited');
			}
		},
	);

	test('is the call’s own last failure if another call’s cooldown outlasts it', async () => {
		const { transport, sent } = transportTo((nth) =>
			nth === 1 ? status(500) : status(503, { 'retry-after': '3600' }),
		);

		const first = transport.request(LOOKUP);
		first.catch(() => undefined);
		await clock.advance(20);
		const second = transport.request(LOOKUP);
		second.catch(() => undefined);
		await clock.until(Promise.allSettled([first, second]));

		await expect(second).rejects.toMatchObject({ kind: 'unavailable', facts: { status: 503, tries: 1 } });
		await expect(first).rejects.toMatchObject({ kind: 'unavailable', facts: { tries: expect.any(Number) } });
		expect(sent.length).toBeLessThanOrEqual(3);
	});
});

describe('a call that fails', () => {
	const inTries = async (
		answer: (nth: number) => ApiResponse | Failure,
		request = LOOKUP,
		options: Partial<HttpOptions> = {},
	) => {
		const { transport, sent } = transportTo(answer, options);
		const working = callAll(transport, 1, request);
		await clock.until(working);
		const [outcome] = await working;
		return { tries: sent.length, outcome };
	};

	test('is retried until it succeeds', async () => {
		expect(await inTries((nth) => status(nth === 3 ? 200 : 500))).toMatchObject({
			tries: 3,
			outcome: { status: 'fulfilled', value: { status: 200 } },
		});
	});

	test('is sent as often as Max Tries says, and then fails with what it met last', async () => {
		for (const maxTries of [1, 2, 4])
			expect(
				await inTries((nth) => (nth < maxTries ? status(500) : new Failure('disconnected')), LOOKUP, { maxTries }),
			).toMatchObject({
				tries: maxTries,
				outcome: { status: 'rejected', reason: { kind: 'disconnected', facts: { tries: maxTries } } },
			});
	});

	test('is sent once if it is an event that may have been processed', async () => {
		expect(await inTries(() => status(500), EVENT)).toMatchObject({ tries: 1 });
		expect(await inTries((nth) => status(nth === 1 ? 429 : 200), EVENT)).toMatchObject({ tries: 2 });
	});

	test('is retried after the pause that the API asks for, and so are the others', async () => {
		const { transport, sent } = transportTo((nth) => (nth === 1 ? status(429, { 'retry-after': '5' }) : status(200)), {
			maxConcurrency: 1,
		});
		const begun = clock.now();
		const working = callAll(transport, 3, LOOKUP, 1);
		await clock.advance(4_900);
		expect(sent).toHaveLength(1);
		await clock.until(working);

		expect(sent).toHaveLength(4);
		expect(clock.now() - begun).toBeLessThan(6_000);
	});

	test('is retried after pauses that grow', async () => {
		const random = jest.spyOn(Math, 'random').mockReturnValue(0.999);
		const arrivals: number[] = [];
		const { transport } = transportTo(
			() => {
				arrivals.push(clock.now());
				return status(500);
			},
			{ takes: 0 },
		);
		await clock.until(callAll(transport, 1, LOOKUP));
		random.mockRestore();

		const pauses = arrivals.slice(1).map((at, n) => Math.round((at - (arrivals[n] ?? 0)) / 100) * 100);
		expect(pauses).toEqual([500, 1_000, 2_000]);
	});

	test('without a pause that the API asks for does not make the others wait', async () => {
		const { transport, sent } = transportTo((nth) => (nth === 1 ? status(500) : status(200)));
		jest.spyOn(Math, 'random').mockReturnValueOnce(0.999);
		const first = transport.request(LOOKUP);
		await clock.advance(30);
		const second = transport.request(LOOKUP);
		await clock.advance(30);
		expect(sent).toHaveLength(2);
		await clock.until(Promise.all([first, second]));
	});

	test('with an error of our own is not taken for an answer', async () => {
		const send: Send = () => Promise.reject(new TypeError('a mistake'));
		const transport = new HttpClient(send, { maxConcurrency: 1, timeout: MINUTE, maxTries: 4 }, undefined, clock);

		await expect(transport.request(LOOKUP)).rejects.toThrow(TypeError);
	});

	test('tells its progress: when it was first sent, and what it met last', async () => {
		const { transport } = transportTo((nth) => (nth < 3 ? status(500) : status(200)));
		const progress: { sentAt?: number; met?: Failure } = {};
		const begun = clock.now();
		const working = transport.request(LOOKUP, progress);
		await clock.until(working);

		expect(progress).toMatchObject({ sentAt: begun, met: { kind: 'unavailable', facts: { tries: 2 } } });
	});
});

describe('the three minutes of a call', () => {
	const LONG = 10 * MINUTE;

	/** A client whose server takes as long for each call as it is told. A call that is cut off ends as a timeout. */
	const clientOf = (timeout: number, ...script: [takes: number, outcome: ApiResponse][]) => {
		const arrivals: number[] = [];
		const send: Send = async (_request, _timeout, end) => {
			const [takes, outcome] = script[arrivals.length] ?? [LONG, status(200)];
			arrivals.push(clock.now());
			await new Promise<void>((resolve) => {
				clock.after(takes, resolve);
				end.addEventListener('abort', () => resolve());
			});
			return outcome;
		};
		const client = new HttpClient(send, { maxConcurrency: 8, timeout, maxTries: 10 }, undefined, clock);
		return { client, arrivals };
	};
	const outcomeOf = async (working: Promise<ApiResponse>) => {
		const begun = clock.now();
		working.catch(() => undefined);
		await clock.until(working);
		const [outcome] = await Promise.allSettled([working]);
		return { took: clock.now() - begun, outcome };
	};

	test('end a lookup’s last try, which then says what the one before met', async () => {
		const { client } = clientOf(LONG, [20, status(500)]);
		const { took, outcome } = await outcomeOf(client.request(LOOKUP));

		expect(took).toBe(180_000);
		expect(outcome).toMatchObject({ reason: { kind: 'unavailable', facts: { status: 500, tries: 2 } } });
	});

	test('end a lookup that gets no answer at all, as a timeout', async () => {
		const { client, arrivals } = clientOf(LONG);
		const { took, outcome } = await outcomeOf(client.request(LOOKUP));

		expect(took).toBe(180_000);
		expect(outcome).toMatchObject({ reason: { kind: 'timeout', facts: { tries: 1 } } });
		expect(arrivals).toHaveLength(1);
	});

	test('do not hide what the last try was answered in time', async () => {
		const found = clientOf(LONG, [20, status(500)], [1_000, status(200)]);
		expect((await outcomeOf(found.client.request(LOOKUP))).outcome).toMatchObject({ value: { status: 200 } });

		const slow = clientOf(LONG, [20, status(500)], [175_000, status(504)]);
		expect((await outcomeOf(slow.client.request(LOOKUP))).outcome).toMatchObject({
			reason: { facts: { status: 504 } },
		});
	});

	test('do not hide a timeout of the try’s own', async () => {
		const { client } = clientOf(100_000, [20, status(500)], [LONG, status(200)], [20, status(400)]);
		const progress: { met?: Failure } = {};
		// Otherwise the pause after the timeout may be over within the second that is left.
		const random = jest.spyOn(Math, 'random').mockReturnValue(0.5);
		const working = client.request(LOOKUP, progress);
		working.catch(() => undefined);
		await clock.advance(101_000);

		expect(progress.met).toMatchObject({ kind: 'timeout', facts: { tries: 2 } });
		await outcomeOf(working);
		random.mockRestore();
	});

	test('do not cut off an event, of which only the answer tells whether it was processed', async () => {
		const { client } = clientOf(LONG, [20, status(429)], [250_000, status(200)]);

		expect((await outcomeOf(client.request(EVENT))).outcome).toMatchObject({ value: { status: 200 } });
	});

	test('that ran out make nobody else wait as the API had asked for before', async () => {
		const { client, arrivals } = clientOf(
			LONG,
			[20, status(429, { 'retry-after': '30' })],
			[LONG, status(200)],
			[20, status(200)],
		);
		await outcomeOf(client.request(LOOKUP));
		const { took } = await outcomeOf(client.request(LOOKUP));

		expect(arrivals).toHaveLength(3);
		expect(took).toBeLessThan(1_000);
	});
});

test('an API that refuses single items for minutes is not silent', async () => {
	const { transport } = transportTo((nth) => (nth % 20 ? status(503) : status(400)), {
		maxTries: 2,
		takes: 5_000,
	});

	const working = callAll(transport, 200, LOOKUP, 4);
	const took = await clock.until(working);

	expect(took).toBeGreaterThan(6 * MINUTE);
	expect(failures(await working).filter(({ kind }) => kind === 'gaveUp')).toEqual([]);
});

test('an execution that is stopped sends nothing more, and every call ends as canceled', async () => {
	const stopping = new AbortController();
	let sent = 0;
	const send: Send = async (_request, _timeout, end) => {
		sent++;
		await new Promise<void>((resolve) => end.addEventListener('abort', () => resolve()));
		return status(200);
	};
	const options = { maxConcurrency: 2, timeout: MINUTE, maxTries: 4 };
	const transport = new HttpClient(send, options, stopping.signal, clock);
	const working = callAll(transport, 5, LOOKUP);
	await clock.advance(100);
	stopping.abort();
	await clock.until(working);

	expect(sent).toBe(2);
	expect(failures(await working).map(({ kind, facts }) => [kind, facts.notSent])).toEqual(
		Array.from({ length: 5 }, () => ['cancelled', undefined]),
	);
});

test('a client for an execution that was stopped before sends nothing', async () => {
	const send: Send = () => Promise.reject(new Error('sent'));
	const options = { maxConcurrency: 2, timeout: MINUTE, maxTries: 4 };
	const transport = new HttpClient(send, options, AbortSignal.abort(), clock);

	await expect(transport.request(LOOKUP)).rejects.toMatchObject({ kind: 'cancelled' });
});

test('tries that timed out together are not retried together', async () => {
	const arrivals: number[] = [];
	const { transport } = transportTo(
		() => {
			arrivals.push(clock.now());
			return new Failure('timeout');
		},
		{ takes: 60_000, maxTries: 2 },
	);

	const working = callAll(transport, 64, LOOKUP);
	await clock.until(working);

	const again = arrivals.filter((at) => at >= (arrivals[0] ?? 0) + 60_000).sort((a, b) => a - b);
	const busiest = Math.max(...again.map((from) => again.filter((at) => at >= from && at < from + 1_000).length));
	expect(busiest).toBeLessThanOrEqual(16);
});

test('a closed client leaves no listener on the execution’s signal', async () => {
	const stopped = new AbortController();
	const send: Send = async () => status(200);
	for (let run = 0; run < 100; run++) {
		const transport = new HttpClient(send, { maxConcurrency: 8, timeout: 1_000, maxTries: 1 }, stopped.signal);
		await transport.request(LOOKUP);
		transport.close();
	}

	expect(getEventListeners(stopped.signal, 'abort')).toHaveLength(0);
});
