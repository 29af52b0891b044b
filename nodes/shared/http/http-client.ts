import { readAccount, type SendingContext } from './account';
import { type ApiResponse, failureOfStatus } from './answer';
import { type Clock, systemClock } from './clock';
import { ConcurrencyLimiter, pauseUntil } from './concurrency-limiter';
import { Failure, type FailureKind } from './failure';
import { LOOKUP_LIMIT, SILENCE_LIMIT } from './limits';
import { withoutToken } from './redact';
import { mayRepeat, pauseBefore } from './retry-policy';
import { type ApiRequest, createFetchSender, createN8nSender, type Send } from './senders';

export interface HttpOptions {
	/** The most calls that may be under way. */
	maxConcurrency: number;
	/** For each try, in milliseconds. */
	timeout: number;
	/** Tries of one call, the first included. */
	maxTries: number;
}

/** How far a call has come, for whoever cannot wait for its end. */
export interface Progress {
	/** When it was sent first (epoch ms); undefined while it waits for its turn. */
	sentAt?: number;
	/** What it has met so far. */
	met?: Failure;
}

const TOO_MUCH: readonly FailureKind[] = ['rateLimited', 'timeout'];

/**
 * The way to the API for one execution: paces the calls, repeats what may be repeated, and stops for good at the first
 * failure that is final (`failure.ts`) or when nothing was heard of the API for minutes.
 */
export class HttpClient {
	private readonly limiter: ConcurrencyLimiter;
	private answeredAt: number;
	private closed = false;
	private readonly underWay = new Set<AbortController>();

	/** `stopped` fires when the execution is stopped; it is let go with `close`. */
	constructor(
		private readonly send: Send,
		private readonly options: HttpOptions,
		private readonly stopped?: AbortSignal,
		private readonly clock: Clock = systemClock,
	) {
		this.limiter = new ConcurrencyLimiter(options.maxConcurrency, clock);
		this.answeredAt = clock.now();
		stopped?.addEventListener('abort', this.close);
		if (stopped?.aborted) this.close();
	}

	/**
	 * Makes one call, repeated where its kind allows. Gives every answer that is one: 2xx, and 404, which only the api layer
	 * can tell from a wrong host. Throws a `Failure` for all else: the last one that the call itself met, with the number of
	 * tries that were sent; another call's only where this one was never sent.
	 */
	async request(request: ApiRequest, progress: Progress = {}): Promise<ApiResponse> {
		let deadline: number | undefined;
		const ownFailure = (why: Failure) =>
			Promise.reject(why.kind === 'cancelled' ? why : (progress.met ?? why.with({ notSent: true })));
		for (let tries = 1; ; tries++) {
			const begun = await this.limiter.enter(deadline).catch(ownFailure);
			deadline ??= begun + LOOKUP_LIMIT;
			progress.sentAt ??= begun;
			const outcome = await this.tryOnce(request, begun, deadline, progress.met).finally(() => {
				this.limiter.leave();
			});
			if (!(outcome instanceof Failure)) return outcome;

			const until = this.clock.now() + pauseBefore(tries + 1, outcome);
			if (outcome !== progress.met && outcome.facts.retryAfter !== undefined) this.limiter.coolDown(until, outcome);
			const met = outcome.with({ tries });
			progress.met = met;
			if (tries >= this.options.maxTries || until >= deadline || !mayRepeat(outcome, request.retryPolicy)) throw met;
			await pauseUntil(this.clock, until, this.limiter.ended).catch(ownFailure);
		}
	}

	/** Ends what is still on its way, pauses included; nothing more is sent. */
	readonly close = (): void => {
		this.stopped?.removeEventListener('abort', this.close);
		this.closed = true;
		this.limiter.end(new Failure('cancelled'));
		for (const call of this.underWay) call.abort();
	};

	/** `met` is what the call met before. It is given again for a try that the end of its lookup cut short: that one tells nothing. */
	private async tryOnce(
		request: ApiRequest,
		begun: number,
		deadline: number,
		met?: Failure,
	): Promise<ApiResponse | Failure> {
		// A lookup ends at its deadline. An event that is on its way then must be heard to its end: whether it was taken hangs on it.
		const left = request.retryPolicy === 'safe' ? deadline - begun : Infinity;
		const heard = await this.sendOnce(request, Math.min(this.options.timeout, left));
		const isSilence = heard instanceof Failure && heard.kind === 'timeout' && heard.facts.status === undefined;
		const outcome = met && isSilence && left < this.options.timeout ? met : heard;
		this.learnFrom(outcome, begun);
		return outcome;
	}

	private async sendOnce(request: ApiRequest, timeout: number): Promise<ApiResponse | Failure> {
		const ending = new AbortController();
		this.underWay.add(ending);
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
			.finally(() => this.underWay.delete(ending));
		if (this.closed) return new Failure('cancelled');
		return outcome instanceof Failure ? outcome : (failureOfStatus(outcome) ?? outcome);
	}

	private learnFrom(outcome: ApiResponse | Failure, begun: number): void {
		const now = this.clock.now();
		if (!(outcome instanceof Failure)) this.limiter.speedUp(begun);
		else if (TOO_MUCH.includes(outcome.kind) || outcome.facts.status === 503) this.limiter.slowDown(begun);
		if (!(outcome instanceof Failure) || outcome.class !== 'passing') this.answeredAt = now;
		else if (now - this.answeredAt > SILENCE_LIMIT) this.limiter.end(new Failure('gaveUp', { last: outcome }));
		if (outcome instanceof Failure && outcome.class === 'final') this.limiter.end(outcome);
	}
}

/**
 * Runs one call, which must be done within `timeout` milliseconds, and sooner where `ending` is aborted. n8n's own timeout
 * counts silence, and knows neither a body that trickles nor one that stops half way, so the time of a call is measured here.
 * The call is given the signal of `ending`. It also fires when the call went wrong: whatever that left open is to be closed.
 * Throws a `Failure` of kind `timeout` where the call did not end by itself.
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

/** The HTTP client of one execution or poll. Throws `InvalidHost` or `InvalidToken` where the credential cannot be used. */
export async function openHttpClient(context: SendingContext, options: HttpOptions): Promise<HttpClient> {
	const account = await readAccount(context);
	const ask = account.reuseConnections ? createFetchSender(account) : createN8nSender(context, account);
	const send: Send = async (...call) => withoutToken(await ask(...call), account.token);
	const signal = 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	return new HttpClient(send, options, signal);
}
