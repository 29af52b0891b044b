import { readAccount, type SendingContext } from './account';
import { type ApiResponse, failureOfStatus } from './answer';
import { type Clock, systemClock } from './clock';
import { ConcurrencyLimiter, pauseUntil } from './concurrency-limiter';
import { Failure, type FailureKind } from './failure';
import { CALLS_PER_TURN, LOOKUP_LIMIT, REUSING_CALLS_PER_TURN, SILENCE_LIMIT } from './limits';
import { redactorOf } from './redact';
import { mayRetry, backoff } from './retry-policy';
import { type ApiRequest, createFetchSender, createN8nSender, type Send } from './senders';

/** What the user sets of all calls of an execution. */
export interface HttpOptions {
	/** The maximum number of calls in flight. */
	maxConcurrency: number;
	/** Per attempt, in milliseconds. */
	timeout: number;
	/** Attempts per call, including the first. */
	maxTries: number;
}

/** The progress of a call, for callers that cannot wait for its end. */
export interface Progress {
	/** When it was first sent (epoch ms); undefined while it waits for a slot. */
	sentAt?: number;
	/** The last failure so far. */
	met?: Failure;
}

const OVERLOAD: readonly FailureKind[] = ['rateLimited', 'timeout'];

/**
 * The API client of one execution: limits concurrency, retries, and stops for good at the first final failure (`failure.ts`) or
 * after minutes without any answer.
 */
export class HttpClient {
	private readonly limiter: ConcurrencyLimiter;
	private answeredAt: number;
	private closed = false;
	private readonly inFlight = new Set<AbortController>();

	/**
	 * `stopped` fires when the execution is stopped; `close` removes the listener. `callsPerTurn` is how many calls are started or
	 * answered in one turn of the event loop.
	 */
	constructor(
		private readonly send: Send,
		private readonly options: HttpOptions,
		private readonly stopped?: AbortSignal,
		private readonly clock: Clock = systemClock,
		callsPerTurn?: number,
	) {
		this.limiter = new ConcurrencyLimiter(options.maxConcurrency, clock, callsPerTurn);
		this.answeredAt = clock.now();
		stopped?.addEventListener('abort', this.close);
		if (stopped?.aborted) this.close();
	}

	/**
	 * Makes one call, with retries if its policy allows. Returns 2xx and 404 responses: only the api layer can distinguish a 404 of
	 * the API from that of a wrong host. Throws a `Failure` for everything else: the call's own last one, with the number of
	 * attempts; another call's only if this one was never sent.
	 */
	async request(request: ApiRequest, progress: Progress = {}): Promise<ApiResponse> {
		let deadline: number | undefined;
		const ownFailure = (why: Failure) =>
			Promise.reject(why.kind === 'cancelled' ? why : (progress.met ?? why.with({ notSent: true })));
		for (let tries = 1; ; tries++) {
			const startedAt = await this.limiter.acquire(deadline).catch(ownFailure);
			deadline ??= startedAt + LOOKUP_LIMIT;
			progress.sentAt ??= startedAt;
			const outcome = await this.tryOnce(request, startedAt, deadline, progress.met).finally(async () => {
				await this.limiter.release();
			});
			if (!(outcome instanceof Failure)) return outcome;

			const until = this.clock.now() + backoff(tries, outcome);
			if (outcome !== progress.met && outcome.facts.retryAfter !== undefined) this.limiter.coolDown(until, outcome);
			const met = outcome.with({ tries });
			progress.met = met;
			if (tries >= this.options.maxTries || until >= deadline || !mayRetry(outcome, request.retryPolicy)) throw met;
			await pauseUntil(this.clock, until, this.limiter.ended).catch(ownFailure);
		}
	}

	/** Aborts all calls in flight and all pauses; nothing more is sent. */
	readonly close = (): void => {
		this.stopped?.removeEventListener('abort', this.close);
		this.closed = true;
		this.limiter.end(new Failure('cancelled'));
		for (const call of this.inFlight) call.abort();
	};

	/** `met` is the previous attempt's failure. It is returned again for an attempt cut short by the lookup's deadline, which says nothing. */
	private async tryOnce(
		request: ApiRequest,
		startedAt: number,
		deadline: number,
		met?: Failure,
	): Promise<ApiResponse | Failure> {
		// A lookup ends at its deadline. An event in flight must not be cut off: only its answer tells whether it was processed.
		const left = request.retryPolicy === 'safe' ? deadline - startedAt : Infinity;
		const received = await this.sendOnce(request, Math.min(this.options.timeout, left));
		const isTimeout = received instanceof Failure && received.kind === 'timeout' && received.facts.status === undefined;
		const outcome = met && isTimeout && left < this.options.timeout ? met : received;
		this.learnFrom(outcome, startedAt);
		return outcome;
	}

	private async sendOnce(request: ApiRequest, timeout: number): Promise<ApiResponse | Failure> {
		const ending = new AbortController();
		this.inFlight.add(ending);
		const outcome = await withTimeout(
			this.clock,
			timeout,
			ending,
			async (end) => await this.send(request, timeout, end),
		)
			.catch((error: unknown) => {
				if (error instanceof Failure) return error;
				throw error;
			})
			.finally(() => this.inFlight.delete(ending));
		if (this.closed) return new Failure('cancelled');
		return outcome instanceof Failure ? outcome : (failureOfStatus(outcome) ?? outcome);
	}

	private learnFrom(outcome: ApiResponse | Failure, startedAt: number): void {
		const now = this.clock.now();
		if (!(outcome instanceof Failure)) this.limiter.increase(startedAt);
		else if (OVERLOAD.includes(outcome.kind) || outcome.facts.status === 503) this.limiter.decrease(startedAt);
		if (!(outcome instanceof Failure) || outcome.class !== 'passing') this.answeredAt = now;
		else if (now - this.answeredAt > SILENCE_LIMIT) this.limiter.end(new Failure('gaveUp', { last: outcome }));
		if (outcome instanceof Failure && outcome.class === 'final') this.limiter.end(outcome);
	}
}

/**
 * Runs one call, which must complete within `timeout` milliseconds, or sooner if `ending` is aborted. n8n's own timeout measures
 * idle time and misses a body that trickles or stalls, so the total time is measured here. The call gets the signal of `ending`,
 * which also fires if the call fails, so that whatever it left open is closed. Throws a `Failure` of kind `timeout` if the call
 * did not complete by itself.
 */
export async function withTimeout<T>(
	clock: Clock,
	timeout: number,
	ending: AbortController,
	call: (end: AbortSignal) => Promise<T>,
): Promise<T> {
	const end = () => {
		ending.abort();
	};
	const stopTimer = clock.after(timeout, end);
	const ended = new Promise<never>((_resolve, reject) => {
		ending.signal.addEventListener('abort', () => {
			reject(new Failure('timeout'));
		});
	});
	try {
		return await Promise.race([call(ending.signal), ended]).catch((error: unknown) => {
			end();
			throw error;
		});
	} finally {
		stopTimer();
	}
}

/** Creates the HTTP client of one execution or poll. Throws `InvalidHost` or `InvalidToken` if the credential cannot be used. */
export async function openHttpClient(context: SendingContext, options: HttpOptions): Promise<HttpClient> {
	const account = await readAccount(context);
	const ask = account.reuseConnections ? createFetchSender(account) : createN8nSender(context, account);
	const redact = redactorOf(account.token);
	const send: Send = async (...call) => redact(await ask(...call));
	const signal = 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	const callsPerTurn = account.reuseConnections ? REUSING_CALLS_PER_TURN : CALLS_PER_TURN;
	return new HttpClient(send, options, signal, systemClock, callsPerTurn);
}
