import { runCall } from './call';
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

const TOO_MUCH: readonly FailureKind[] = ['rateLimited', 'timeout'];
const REFUSED_TOKEN: readonly FailureKind[] = ['unauthorized', 'forbidden'];

/**
 * The way to the API for one execution: paces the calls, repeats what may be repeated and stops for good once the API has
 * refused the token.
 */
export class Transport {
	private readonly pace: Pace;
	/** Why nothing more is sent. */
	private closedBy: Failure | undefined;
	private answeredAt = Date.now();

	private closed = false;
	private readonly underWay = new Set<AbortController>();

	/** `stopped` fires when the execution is stopped. */
	constructor(
		private readonly send: Send,
		private readonly options: TransportOptions,
		stopped?: AbortSignal,
	) {
		this.pace = new Pace(options.maxConcurrency, this.cancelled);
		stopped?.addEventListener('abort', () => this.close(), { once: true });
		if (stopped?.aborted) this.close();
	}

	/**
	 * Makes one call, repeated where its kind allows. Gives every answer that is one: 2xx, and 404, which only the api layer
	 * can tell from a wrong host. Throws a `Failure` for all else.
	 */
	async request(request: ApiRequest): Promise<ApiResponse> {
		let deadline = Infinity;
		for (let tries = 1; ; tries++) {
			const begun = await this.pace.enter(deadline);
			deadline = Math.min(deadline, begun + LOOKUP_LIMIT);
			const outcome = await this.tryOnce(request, begun, deadline).finally(() => this.pace.leave());
			if (!(outcome instanceof Failure)) return outcome;

			const pause = pauseBefore(tries + 1, outcome);
			if (outcome.facts.retryAfter !== undefined) this.pace.hold(Date.now() + pause, outcome);
			const ended = tries >= this.options.maxTries || Date.now() + pause >= deadline;
			if (ended || !mayRepeat(outcome, request.replay)) throw outcome.with({ tries });
			await pauseUntil(Date.now() + pause, this.cancelled);
		}
	}

	/** Ends what is still on its way, pauses included; nothing more is sent. */
	close(): void {
		this.closed = true;
		for (const call of this.underWay) call.abort();
	}

	private readonly cancelled = (): boolean => this.closed;

	private async tryOnce(request: ApiRequest, begun: number, deadline: number): Promise<ApiResponse | Failure> {
		if (this.closedBy) return this.closedBy;
		if (begun >= deadline) return new Failure('timeout');
		const outcome = await this.sendOnce(request, Math.min(this.options.timeout, deadline - begun));
		this.learnFrom(outcome, begun);
		return outcome;
	}

	private async sendOnce(request: ApiRequest, timeout: number): Promise<ApiResponse | Failure> {
		const ending = new AbortController();
		this.underWay.add(ending);
		const outcome = await runCall(timeout, ending, async (end) => await this.send(request, timeout, end))
			.catch((error: unknown) => (error instanceof Failure ? error : Promise.reject(error)))
			.finally(() => this.underWay.delete(ending));
		if (this.cancelled()) return new Failure('cancelled');
		return outcome instanceof Failure ? outcome : (failureOfStatus(outcome) ?? outcome);
	}

	private learnFrom(outcome: ApiResponse | Failure, begun: number): void {
		if (!(outcome instanceof Failure)) this.pace.speedUp(begun);
		else if (TOO_MUCH.includes(outcome.kind) || outcome.facts.status === 503) this.pace.slowDown(begun);
		const inTrouble = outcome instanceof Failure && mayRepeat(outcome, 'safe');
		if (!inTrouble) this.answeredAt = Date.now();
		const silent = Date.now() - this.answeredAt > SILENCE_LIMIT;
		if (outcome instanceof Failure && (silent || REFUSED_TOKEN.includes(outcome.kind))) this.closedBy ??= outcome;
	}
}
