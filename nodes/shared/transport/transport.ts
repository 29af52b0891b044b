import { runCall } from './call';
import { systemClock, type Clock } from './clock';
import { Failure, type FailureKind } from './failure';
import { LOOKUP_LIMIT, SILENCE_LIMIT } from './limits';
import { Pace } from './pace';
import { pauseUntil } from './pause';
import type { ApiRequest, ApiResponse, Send } from './request';
import { mayRepeat, pauseBefore } from './retry';
import { failureOfStatus } from './status';

export interface TransportOptions {
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
export class Transport {
	private readonly pace: Pace;
	private answeredAt: number;
	private closed = false;
	private readonly underWay = new Set<AbortController>();

	/** `stopped` fires when the execution is stopped; it is let go with `close`. */
	constructor(
		private readonly send: Send,
		private readonly options: TransportOptions,
		private readonly stopped?: AbortSignal,
		private readonly clock: Clock = systemClock,
	) {
		this.pace = new Pace(options.maxConcurrency, clock);
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
		const ownFailure = (why: Failure) => Promise.reject(why.kind === 'cancelled' ? why : (progress.met ?? why.with({ notSent: true })));
		for (let tries = 1; ; tries++) {
			const begun = await this.pace.enter(deadline).catch(ownFailure);
			deadline ??= begun + LOOKUP_LIMIT;
			progress.sentAt ??= begun;
			const outcome = await this.tryOnce(request, begun, deadline, progress.met).finally(() => this.pace.leave());
			if (!(outcome instanceof Failure)) return outcome;

			const until = this.clock.now() + pauseBefore(tries + 1, outcome);
			if (outcome !== progress.met && outcome.facts.retryAfter !== undefined) this.pace.hold(until, outcome);
			const met = outcome.with({ tries });
			progress.met = met;
			if (tries >= this.options.maxTries || until >= deadline || !mayRepeat(outcome, request.replay)) throw met;
			await pauseUntil(this.clock, until, this.pace.ended).catch(ownFailure);
		}
	}

	/** Ends what is still on its way, pauses included; nothing more is sent. */
	readonly close = (): void => {
		this.stopped?.removeEventListener('abort', this.close);
		this.closed = true;
		this.pace.end(new Failure('cancelled'));
		for (const call of this.underWay) call.abort();
	};

	/** `met` is what the call met before. It is given again for a try that the end of its lookup cut short: that one tells nothing. */
	private async tryOnce(request: ApiRequest, begun: number, deadline: number, met?: Failure): Promise<ApiResponse | Failure> {
		// A lookup ends at its deadline. An event that is on its way then must be heard to its end: whether it was taken hangs on it.
		const left = request.replay === 'safe' ? deadline - begun : Infinity;
		const heard = await this.sendOnce(request, Math.min(this.options.timeout, left));
		const isSilence = heard instanceof Failure && heard.kind === 'timeout' && heard.facts.status === undefined;
		const outcome = met && isSilence && left < this.options.timeout ? met : heard;
		this.learnFrom(outcome, begun);
		return outcome;
	}

	private async sendOnce(request: ApiRequest, timeout: number): Promise<ApiResponse | Failure> {
		const ending = new AbortController();
		this.underWay.add(ending);
		const outcome = await runCall(this.clock, timeout, ending, async (end) => await this.send(request, timeout, end))
			.catch((error: unknown) => (error instanceof Failure ? error : Promise.reject(error)))
			.finally(() => this.underWay.delete(ending));
		if (this.closed) return new Failure('cancelled');
		return outcome instanceof Failure ? outcome : (failureOfStatus(outcome) ?? outcome);
	}

	private learnFrom(outcome: ApiResponse | Failure, begun: number): void {
		const now = this.clock.now();
		if (!(outcome instanceof Failure)) this.pace.speedUp(begun);
		else if (TOO_MUCH.includes(outcome.kind) || outcome.facts.status === 503) this.pace.slowDown(begun);
		if (!(outcome instanceof Failure) || outcome.class !== 'passing') this.answeredAt = now;
		else if (now - this.answeredAt > SILENCE_LIMIT) this.pace.end(new Failure('gaveUp', { last: outcome }));
		if (outcome instanceof Failure && outcome.class === 'final') this.pace.end(outcome);
	}
}
