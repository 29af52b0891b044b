import type { Clock } from './clock';
import { Failure } from './failure';
import {
	CALLS_PER_TURN,
	EARLY_LIMIT,
	EARLY_PAUSE,
	EARLY_STEP,
	FIRST_CONCURRENCY,
	LOOKUP_LIMIT,
	OPENING_STEP,
	PAUSE_SLICE,
} from './limits';

/** A pause requested by the API: until when (epoch ms), and the answer that asked for it. */
interface Cooldown {
	until: number;
	because: Failure;
}

/** A call waiting for a slot. */
interface Waiter {
	resolve(): void;
	reject(why: Failure): void;
}

/**
 * Limits the number of calls in flight, adapting like TCP congestion control (RFC 5681), since the API publishes no limit
 * (docs/api.md): slow start up to the maximum; on the first refusal back to the start, then slow start again up to a threshold of
 * half the concurrency that was too much; above it additive increase, and multiplicative decrease on every further refusal
 * (AIMD). During a cooldown (`Retry-After`) all calls wait.
 */
export class ConcurrencyLimiter {
	private allowed: number;
	private inFlight = 0;
	/** Whether any call has completed, successfully or not. */
	private hasCompleted = false;
	private earlyRamp: Promise<void> | undefined;
	/** The slow start threshold; undefined before the first refusal. */
	private threshold: number | undefined;
	private cooldown: Cooldown | undefined;
	/** When the limit was last lowered (epoch ms): calls started before say nothing about the new limit. */
	private loweredAt = 0;
	private readonly waiting: Waiter[] = [];
	/** Retries waiting for a slot: their deadline is running, so they go first. */
	private readonly retrying: Waiter[] = [];
	private endedBy: Failure | undefined;
	private turnsTaken = 0;
	private turn: Promise<void> = Promise.resolve();

	constructor(
		private readonly maximum: number,
		private readonly clock: Clock,
		private readonly callsPerTurn = CALLS_PER_TURN,
	) {
		this.allowed = Math.min(FIRST_CONCURRENCY, maximum);
	}

	/**
	 * Waits for a slot, first come, first served; `release` returns it. A call with a `deadline` (epoch ms) is a retry, and goes
	 * before first attempts. Returns the time (epoch ms) at which the call may start. Throws a `Failure`: that of `end`; that of the
	 * answer whose cooldown goes beyond the deadline; `timeout` if the deadline passes first.
	 */
	async acquire(deadline = Infinity): Promise<number> {
		if (this.endedBy) throw this.endedBy;
		if (this.hasFreeSlot()) this.inFlight++;
		else await this.waitForSlot(deadline);
		await this.waitForTurn(deadline).catch((error: unknown) => {
			this.freeSlot();
			throw error;
		});
		return this.clock.now();
	}

	/** Returns a slot, and waits until there is time to read the answer. */
	async release(): Promise<void> {
		this.hasCompleted = true;
		this.freeSlot();
		await this.nextTurn();
	}

	/** Admits no more calls and rejects all that wait. Calls in flight go on. */
	end(why: Failure): void {
		this.endedBy ??= why;
		for (const waiter of [...this.retrying.splice(0), ...this.waiting.splice(0)]) waiter.reject(this.endedBy);
	}

	/** Why no more calls are admitted; undefined while they are. */
	readonly ended = (): Failure | undefined => this.endedBy;

	/**
	 * Raises the limit after an answer: by several during the initial slow start, which must be quick if latency is high; by one
	 * below the threshold; above it, by one per round of answers. `startedAt` is when the call started (epoch ms).
	 */
	increase(startedAt: number): void {
		if (startedAt < this.loweredAt || this.allowed >= this.maximum) return;
		this.allowed = Math.min(this.maximum, this.allowed + this.step());
		this.fill();
	}

	/**
	 * Lowers the limit after the API said, or showed, that it is overloaded. `startedAt` is when that call started (epoch ms). The
	 * initial slow start may have gone far beyond what the API can take, so the first time the limit is reset to the start:
	 * otherwise the same call would be refused over and over.
	 */
	decrease(startedAt: number): void {
		if (startedAt < this.loweredAt) return;
		this.loweredAt = this.clock.now();
		const half = Math.max(1, Math.floor(this.allowed / 2));
		this.allowed = this.threshold === undefined ? Math.min(FIRST_CONCURRENCY, half) : half;
		this.threshold = half;
	}

	/** Starts a cooldown: no calls before `until` (epoch ms). */
	coolDown(until: number, because: Failure): void {
		if (until > (this.cooldown?.until ?? 0)) this.cooldown = { until, because };
	}

	private freeSlot(): void {
		this.inFlight--;
		this.fill();
	}

	private step(): number {
		if (this.threshold === undefined) return OPENING_STEP;
		return this.allowed < this.threshold ? 1 : 1 / this.allowed;
	}

	private hasFreeSlot(): boolean {
		return this.inFlight < Math.floor(this.allowed);
	}

	private async waitForSlot(deadline: number): Promise<void> {
		this.earlyRamp ??= this.rampUpEarly();
		const queue = deadline === Infinity ? this.waiting : this.retrying;
		let waiter: Waiter | undefined;
		const slot = new Promise<void>((resolve, reject) => {
			waiter = { resolve, reject };
			queue.push(waiter);
		});
		if (deadline === Infinity) {
			await slot;
			return;
		}

		// n8n's rules allow no timer that can be cleared, so poll the clock until there is a slot.
		let done = false;
		const ended = () => (done ? new Failure('timeout') : undefined);
		const timeIsUp = pauseUntil(this.clock, deadline, ended).then(() => {
			const at = queue.indexOf(waiter as Waiter);
			if (at >= 0) queue.splice(at, 1)[0]?.reject(new Failure('timeout'));
		});
		timeIsUp.catch(() => undefined);
		await slot.finally(() => (done = true));
	}

	/**
	 * Raises the limit step by step until the first call completes, successfully or not: a distant API takes long to answer, while
	 * an overloaded one refuses soon.
	 */
	private async rampUpEarly(): Promise<void> {
		const limit = Math.min(EARLY_LIMIT, this.maximum);
		while (this.allowed < limit) {
			await this.clock.sleep(EARLY_PAUSE);
			if (this.hasCompleted || this.endedBy) return;
			this.allowed = Math.min(limit, this.allowed + EARLY_STEP);
			this.fill();
		}
	}

	/** Hands free slots to waiting calls. The slots count as taken at once, so that no other call can grab them. */
	private fill(): void {
		while (this.retrying.length + this.waiting.length > 0 && this.hasFreeSlot()) {
			this.inFlight++;
			(this.retrying.shift() ?? this.waiting.shift())?.resolve();
		}
	}

	private async waitForTurn(deadline: number): Promise<void> {
		for (;;) {
			await this.nextTurn();
			if (this.endedBy) throw this.endedBy;
			const { cooldown } = this;
			const now = this.clock.now();
			if (now >= deadline) throw new Failure('timeout');
			const left = (cooldown?.until ?? 0) - now;
			if (cooldown === undefined || left <= 0) return;
			if (left > Math.min(LOOKUP_LIMIT, deadline - now)) throw cooldown.because.with({ retryAfter: left });
			await pauseUntil(this.clock, cooldown.until, this.ended);
			if (this.cooldown === cooldown) this.cooldown = undefined;
		}
	}

	/**
	 * Yields to n8n's event loop after every few calls started or answered: a hundred handshakes or profiles at once would block
	 * everything else.
	 */
	private async nextTurn(): Promise<void> {
		const { turn } = this;
		if (++this.turnsTaken % this.callsPerTurn === 0)
			this.turn = turn.then(async () => {
				await this.clock.sleep(0);
			});
		await turn;
	}
}

/**
 * Waits until a moment (epoch ms), in slices, so that ending the run ends the wait too: it then throws what `ended` returns.
 */
export async function pauseUntil(clock: Clock, moment: number, ended: () => Failure | undefined): Promise<void> {
	let left = moment - clock.now();
	for (;;) {
		const why = ended();
		if (why) throw why;
		if (left <= 0) return;
		const slice = Math.min(left, PAUSE_SLICE);
		const before = clock.now();
		await clock.sleep(slice);
		// A clock that is set back must not prolong the pause.
		left -= Math.max(slice, clock.now() - before);
	}
}
