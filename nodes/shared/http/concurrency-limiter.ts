import type { Clock } from './clock';
import { Failure } from './failure';
import {
	BEGIN_AT_ONCE,
	EARLY_LIMIT,
	EARLY_PAUSE,
	EARLY_STEP,
	FIRST_CONCURRENCY,
	LOOKUP_LIMIT,
	OPENING_STEP,
	PAUSE_SLICE,
} from './limits';

/** A pause that the API asked for: until when (epoch ms), and the answer in which it did. */
interface Cooldown {
	until: number;
	because: Failure;
}

/** Someone who waits for a place: told to go on, or why there is no more place for anyone. */
interface Waiting {
	goOn(): void;
	giveUp(why: Failure): void;
}

/**
 * Decides how many calls are under way, as TCP's congestion control does (RFC 5681), since the API publishes no limit
 * (docs/api.md): slow start up to the maximum; at the first refusal back to the start, and slow start again up to a threshold of half of what
 * was too much; above it additive increase, and multiplicative decrease at every further refusal (AIMD). While the API asks for quiet
 * (`Retry-After`) everyone waits.
 */
export class ConcurrencyLimiter {
	private allowed: number;
	private underWay = 0;
	/** Whether a call has ended, well or not. */
	private heard = false;
	private earlyGrowth: Promise<void> | undefined;
	/** Up to here the way back is quick, after the API has first said that it is too much. */
	private threshold: number | undefined;
	private cooldown: Cooldown | undefined;
	/** Calls that began before the last slow-down say nothing about the pace after it. */
	private slowedAt = 0;
	private readonly waiting: Waiting[] = [];
	/** Calls that have been sent before and wait to be repeated: their time is running, so they go first. */
	private readonly returning: Waiting[] = [];
	private endedBy: Failure | undefined;
	private turnsTaken = 0;
	private turn: Promise<void> = Promise.resolve();

	constructor(
		private readonly maximum: number,
		private readonly clock: Clock,
	) {
		this.allowed = Math.min(FIRST_CONCURRENCY, maximum);
	}

	/**
	 * Waits for a place, in order of arrival; `leave` gives it back. A call with a `deadline` (epoch ms) has been sent before:
	 * it goes before those that have not. Gives the time (epoch ms) at which the call may begin.
	 * Throws a `Failure`: that of `end`; that of the answer which asks for a pause beyond the deadline; `timeout` where the
	 * deadline came first.
	 */
	async enter(deadline = Infinity): Promise<number> {
		if (this.endedBy) throw this.endedBy;
		if (this.hasRoom()) this.underWay++;
		else await this.waitForRoom(deadline);
		await this.waitForTurn(deadline).catch((error: unknown) => {
			this.giveBack();
			throw error;
		});
		return this.clock.now();
	}

	leave(): void {
		this.heard = true;
		this.giveBack();
	}

	/** Lets nobody in any more, and sends those home who wait, whatever for. What is under way goes on. */
	end(why: Failure): void {
		this.endedBy ??= why;
		for (const waiting of [...this.returning.splice(0), ...this.waiting.splice(0)]) waiting.giveUp(this.endedBy);
	}

	/** Why nobody is let in any more. */
	readonly ended = (): Failure | undefined => this.endedBy;

	/**
	 * An answer came: room for several more in the opening, which must be short where the API is far away; after a first
	 * slow-down for one more, and near the limit for one more with each round of answers. `begun` is when its call began.
	 */
	speedUp(begun: number): void {
		if (begun < this.slowedAt || this.allowed >= this.maximum) return;
		this.allowed = Math.min(this.maximum, this.allowed + this.step());
		this.fill();
	}

	/**
	 * The API said, or showed, that it is too much. `begun` is when the call that shows it began (epoch ms). The opening may
	 * have gone far beyond what the API bears: the first time everything begins anew, so that no call is refused over and over.
	 */
	slowDown(begun: number): void {
		if (begun < this.slowedAt) return;
		this.slowedAt = this.clock.now();
		const half = Math.max(1, Math.floor(this.allowed / 2));
		this.allowed = this.threshold === undefined ? Math.min(FIRST_CONCURRENCY, half) : half;
		this.threshold = half;
	}

	/** Nobody sends before this moment (epoch ms). */
	coolDown(until: number, because: Failure): void {
		if (until > (this.cooldown?.until ?? 0)) this.cooldown = { until, because };
	}

	private giveBack(): void {
		this.underWay--;
		this.fill();
	}

	private step(): number {
		if (this.threshold === undefined) return OPENING_STEP;
		return this.allowed < this.threshold ? 1 : 1 / this.allowed;
	}

	private hasRoom(): boolean {
		return this.underWay < Math.floor(this.allowed);
	}

	private async waitForRoom(deadline: number): Promise<void> {
		this.earlyGrowth ??= this.growEarly();
		const queue = deadline === Infinity ? this.waiting : this.returning;
		let waiting: Waiting | undefined;
		const room = new Promise<void>((resolve, reject) => {
			waiting = { goOn: resolve, giveUp: reject };
			queue.push(waiting);
		});
		if (deadline === Infinity) {
			await room;
			return;
		}

		// n8n's rules leave no timer that can be cleared, so the clock is looked at until there is a place.
		let done = false;
		const ended = () => (done ? new Failure('timeout') : undefined);
		const timeIsUp = pauseUntil(this.clock, deadline, ended).then(() => {
			const at = queue.indexOf(waiting as Waiting);
			if (at >= 0) queue.splice(at, 1)[0]?.giveUp(new Failure('timeout'));
		});
		timeIsUp.catch(() => undefined);
		await room.finally(() => (done = true));
	}

	/**
	 * Makes room bit by bit until the first call ends, well or not: an API that is far away is silent for long, one that cannot
	 * bear so much refuses soon.
	 */
	private async growEarly(): Promise<void> {
		const limit = Math.min(EARLY_LIMIT, this.maximum);
		while (this.allowed < limit) {
			await this.clock.sleep(EARLY_PAUSE);
			if (this.heard || this.endedBy) return;
			this.allowed = Math.min(limit, this.allowed + EARLY_STEP);
			this.fill();
		}
	}

	/** Hands free places to those who wait; they are taken from here on, so that nobody else slips in. */
	private fill(): void {
		while (this.returning.length + this.waiting.length > 0 && this.hasRoom()) {
			this.underWay++;
			(this.returning.shift() ?? this.waiting.shift())?.goOn();
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
		}
	}

	/** After a few calls n8n's event loop gets its turn: a hundred handshakes at once would stop all else for so long. */
	private async nextTurn(): Promise<void> {
		const { turn } = this;
		if (++this.turnsTaken % BEGIN_AT_ONCE === 0)
			this.turn = turn.then(async () => {
				await this.clock.sleep(0);
			});
		await turn;
	}
}

/**
 * Waits until a moment (epoch ms), in slices, so that what ends the run ends the wait too: throws what `ended` then gives.
 */
export async function pauseUntil(clock: Clock, moment: number, ended: () => Failure | undefined): Promise<void> {
	for (;;) {
		const why = ended();
		if (why) throw why;
		const left = moment - clock.now();
		if (left <= 0) return;
		await clock.sleep(Math.min(left, PAUSE_SLICE));
	}
}
