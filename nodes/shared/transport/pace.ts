import { Failure } from './failure';
import { FIRST_CONCURRENCY, LOOKUP_LIMIT } from './limits';
import { pauseUntil } from './pause';

/**
 * Decides how many calls are under way. Starts low, grows with every answer up to the maximum, halves when the API says
 * that it is too much, and holds everyone back while the API asks for quiet (`Retry-After`). Like TCP: the API publishes
 * no limit (API.md), so the limit has to be felt.
 */
export class Pace {
	private allowed: number;
	private underWay = 0;
	private heldUntil = 0;
	private threshold = Infinity;
	/** Calls that began before the last slow-down say nothing about the pace after it. */
	private slowedAt = 0;
	private readonly waiting: (() => void)[] = [];

	constructor(
		private readonly maximum: number,
		private readonly cancelled: () => boolean,
	) {
		this.allowed = Math.min(FIRST_CONCURRENCY, maximum);
	}

	/**
	 * Waits for a place; `leave` gives it back. Gives the time (epoch ms) at which the call may begin.
	 * Throws a `Failure`: `cancelled`, or `rateLimited` where the API asks for a longer pause than a lookup may take.
	 */
	async enter(): Promise<number> {
		while (this.underWay >= Math.floor(this.allowed)) {
			await new Promise<void>((resolve) => this.waiting.push(resolve));
		}
		this.underWay++;
		let entered = false;
		try {
			await this.waitWhileHeld();
			entered = true;
		} finally {
			if (!entered) this.leave();
		}
		return Date.now();
	}

	leave(): void {
		this.underWay--;
		this.wake();
	}

	/** An answer came: room for one more while feeling for the limit, then one more for each round of answers. */
	speedUp(): void {
		if (this.allowed >= this.maximum) return;
		const step = this.allowed < this.threshold ? 1 : 1 / this.allowed;
		this.allowed = Math.min(this.maximum, this.allowed + step);
		this.wake();
	}

	/** The API said, or showed, that it is too much. `begun` is when the call that shows it began (epoch ms). */
	slowDown(begun: number): void {
		if (begun < this.slowedAt) return;
		this.slowedAt = Date.now();
		this.allowed = Math.max(1, Math.floor(this.allowed / 2));
		this.threshold = this.allowed;
	}

	/** Nobody sends before this moment (epoch ms). */
	hold(until: number): void {
		this.heldUntil = Math.max(this.heldUntil, until);
	}

	private wake(): void {
		let free = Math.floor(this.allowed) - this.underWay;
		while (free-- > 0) this.waiting.shift()?.();
	}

	private async waitWhileHeld(): Promise<void> {
		if (this.cancelled()) throw new Failure('cancelled');
		for (let left = this.heldUntil - Date.now(); left > 0; left = this.heldUntil - Date.now()) {
			if (left > LOOKUP_LIMIT) throw new Failure('rateLimited', { status: 429, retryAfter: left });
			await pauseUntil(this.heldUntil, this.cancelled);
		}
	}
}
