import { Failure } from './failure';
import { LOOKUP_LIMIT } from './limits';
import { Pace } from './pace';
import { pauseUntil } from './pause';
import type { ApiRequest, ApiResponse, Send } from './request';
import { mayRepeat, pauseBefore, readRetryAfter } from './retry';

export interface TransportOptions {
	/** The most calls that may be under way. */
	maxConcurrency: number;
	/** For each try, in milliseconds. */
	timeout: number;
	/** Tries of one call, the first included. */
	maxTries: number;
}

const TOO_MUCH: readonly Failure['kind'][] = ['rateLimited', 'timeout'];

/**
 * The way to the API for one execution: paces the calls, repeats what may be repeated and stops for good once the API has
 * refused the token.
 */
export class Transport {
	private readonly pace: Pace;
	/** Set by the first 401 or 403: with a token that is not accepted nothing more is sent. */
	private closedBy: Failure | undefined;

	/** `cancelled` tells whether the execution was stopped. */
	constructor(
		private readonly send: Send,
		private readonly options: TransportOptions,
		private readonly cancelled: () => boolean,
	) {
		this.pace = new Pace(options.maxConcurrency, cancelled);
	}

	/**
	 * Makes one call, repeated where its kind allows. Gives every answer that is one: 200, and 404, which only the api layer
	 * can tell from a wrong host. Throws a `Failure` for all else.
	 */
	async request(request: ApiRequest): Promise<ApiResponse> {
		let deadline: number | undefined;
		for (let tries = 1; ; tries++) {
			const begun = await this.pace.enter();
			deadline ??= begun + LOOKUP_LIMIT;
			const outcome = await this.tryOnce(request, begun, deadline).finally(() => this.pace.leave());
			if (!(outcome instanceof Failure)) return outcome;

			const pause = pauseBefore(tries + 1, outcome);
			const holds = outcome.facts.retryAfter;
			if (holds !== undefined) this.pace.hold(Date.now() + pause);
			const ended = tries >= this.options.maxTries || Date.now() + pause >= deadline;
			if (ended || !mayRepeat(outcome, request.replay)) throw outcome.with({ tries });
			await pauseUntil(Date.now() + pause, this.cancelled);
		}
	}

	private async tryOnce(request: ApiRequest, begun: number, deadline: number): Promise<ApiResponse | Failure> {
		if (this.closedBy) return this.closedBy;
		const outcome = await this.sendOnce(request, Math.min(this.options.timeout, deadline - begun));
		if (!(outcome instanceof Failure)) {
			this.pace.speedUp();
		} else if (TOO_MUCH.includes(outcome.kind) || outcome.facts.status === 503) {
			this.pace.slowDown(begun);
		} else if (outcome.kind === 'unauthorized' || outcome.kind === 'forbidden') {
			this.closedBy = outcome;
		}
		return outcome;
	}

	private async sendOnce(request: ApiRequest, timeout: number): Promise<ApiResponse | Failure> {
		const outcome = await this.send(request, timeout).catch((error: unknown) =>
			error instanceof Failure ? error : Promise.reject(error),
		);
		if (this.cancelled()) return new Failure('cancelled');
		return outcome instanceof Failure ? outcome : (failureOfStatus(outcome) ?? outcome);
	}
}

/** The failure that a status stands for; undefined for 200, and for 404, whose meaning the body decides. */
export function failureOfStatus({ status, headers, text }: ApiResponse): Failure | undefined {
	if (status === 200 || status === 404) return undefined;
	const facts = { status, said: text };
	if (status === 401) return new Failure('unauthorized', facts);
	if (status === 403) return new Failure('forbidden', facts);
	if (status === 429) return new Failure('rateLimited', { ...facts, retryAfter: readRetryAfter(headers['retry-after']) });
	if (status === 408) return new Failure('timeout', facts);
	if (status >= 500) {
		return new Failure('unavailable', { ...facts, retryAfter: readRetryAfter(headers['retry-after']) });
	}
	if (status >= 300 && status < 400) return new Failure('redirected', facts);
	return new Failure(status >= 400 ? 'invalid' : 'malformed', facts);
}
