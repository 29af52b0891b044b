import { sleep } from 'n8n-workflow';

import { Failure } from './failure';
import { BEGIN_AT_ONCE, EARLY_LIMIT, EARLY_PAUSE, EARLY_STEP, FIRST_CONCURRENCY, LOOKUP_LIMIT, OPENING_STEP } from './limits';
import { pauseUntil } from './pause';

/** A pause that the API asked for: until when (epoch ms), and the answer in which it did. */
interface Hold {
	until: number;
	because: Failure;
}

/**
 * Decides how many calls are under way. Starts low, grows a little until the first answer and with every answer up to the
 * maximum, halves when the API says that it is too much, and holds everyone back while the API asks for quiet
 * (`Retry-After`). Like TCP: the API publishes no limit (API.md), so the limit has to be felt.
 */
export class Pace {
	private allowed: number;
	private underWay = 0;
	/** Whether a call has ended, well or not. */
	private heard = false;
	private earlyGrowth: Promise<void> | undefined;
	/** Up to here the way back is quick, after the API has first said that it is too much. */
	private threshold: number | undefined;
	private held: Hold | undefined;
	/** Calls that began before the last slow-down say nothing about the pace after it. */
	private slowedAt = 0;
	private readonly waiting: (() => void)[] = [];
	private turnsTaken = 0;
	private turn: Promise<void> = Promise.resolve();

	constructor(
		private readonly maximum: number,
		private readonly cancelled: () => boolean,
	) {
		this.allowed = Math.min(FIRST_CONCURRENCY, maximum);
	}

	/**
	 * Waits for a place, in order of arrival; `leave` gives it back. Gives the time (epoch ms) at which the call may begin.
	 * Throws a `Failure`: `cancelled`, or that of the answer which asks for a pause beyond `deadline` (epoch ms).
	 */
	async enter(deadline: number): Promise<number> {
		if (this.hasRoom()) this.underWay++;
		else await this.waitForRoom();
		await this.waitForTurn(deadline).catch((error: unknown) => {
			this.leave();
			return Promise.reject(error);
		});
		return Date.now();
	}

	leave(): void {
		this.heard = true;
		this.underWay--;
		this.fill();
	}

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
		this.slowedAt = Date.now();
		const half = Math.max(1, Math.floor(this.allowed / 2));
		this.allowed = this.threshold === undefined ? Math.min(FIRST_CONCURRENCY, half) : half;
		this.threshold = half;
	}

	/** Nobody sends before this moment (epoch ms). */
	hold(until: number, because: Failure): void {
		if (until > (this.held?.until ?? 0)) this.held = { until, because };
	}

	private step(): number {
		if (this.threshold === undefined) return OPENING_STEP;
		return this.allowed < this.threshold ? 1 : 1 / this.allowed;
	}

	private hasRoom(): boolean {
		return this.underWay < Math.floor(this.allowed);
	}

	private async waitForRoom(): Promise<void> {
		this.earlyGrowth ??= this.growEarly();
		await new Promise<void>((resolve) => this.waiting.push(resolve));
	}

	/**
	 * Makes room bit by bit until the first call ends, well or not: an API that is far away is silent for long, one that cannot
	 * bear so much refuses soon.
	 */
	private async growEarly(): Promise<void> {
		const limit = Math.min(EARLY_LIMIT, this.maximum);
		while (this.allowed < limit) {
			await sleep(EARLY_PAUSE);
			if (this.heard || this.cancelled()) return;
			this.allowed = Math.min(limit, this.allowed + EARLY_STEP);
			this.fill();
		}
	}

	/** Hands free places to those who wait; they are taken from here on, so that nobody else slips in. */
	private fill(): void {
		while (this.waiting.length > 0 && this.hasRoom()) {
			this.underWay++;
			this.waiting.shift()?.();
		}
	}

	private async waitForTurn(deadline: number): Promise<void> {
		for (;;) {
			await this.nextTurn();
			if (this.cancelled()) throw new Failure('cancelled');
			const { held } = this;
			const left = (held?.until ?? 0) - Date.now();
			if (held === undefined || left <= 0) return;
			if (left > Math.min(LOOKUP_LIMIT, deadline - Date.now())) throw held.because.with({ retryAfter: left });
			await pauseUntil(held.until, this.cancelled);
		}
	}

	/** After a few calls n8n's event loop gets its turn: a hundred handshakes at once would stop all else for so long. */
	private async nextTurn(): Promise<void> {
		const { turn } = this;
		if (++this.turnsTaken % BEGIN_AT_ONCE === 0) this.turn = turn.then(async () => await sleep(0));
		await turn;
	}
}
