import { Failure } from './failure';
import { FIRST_CONCURRENCY, LOOKUP_LIMIT } from './limits';
import { pauseUntil } from './pause';

/** A pause that the API asked for: until when (epoch ms), and the answer in which it did. */
interface Hold {
	until: number;
	because: Failure;
}

/**
 * Decides how many calls are under way. Starts low, grows with every answer up to the maximum, halves when the API says
 * that it is too much, and holds everyone back while the API asks for quiet (`Retry-After`). Like TCP: the API publishes
 * no limit (API.md), so the limit has to be felt.
 */
export class Pace {
	private allowed: number;
	private underWay = 0;
	private threshold = Infinity;
	private held: Hold | undefined;
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
	 * Waits for a place, in order of arrival; `leave` gives it back. Gives the time (epoch ms) at which the call may begin.
	 * Throws a `Failure`: `cancelled`, or that of the answer which asks for a pause beyond `deadline` (epoch ms).
	 */
	async enter(deadline: number): Promise<number> {
		if (this.hasRoom()) this.underWay++;
		else await new Promise<void>((resolve) => this.waiting.push(resolve));
		await this.waitWhileHeld(deadline).catch((error: unknown) => {
			this.leave();
			return Promise.reject(error);
		});
		return Date.now();
	}

	leave(): void {
		this.underWay--;
		this.fill();
	}

	/** An answer came: room for one more while feeling for the limit, then one more for each round of answers. */
	speedUp(): void {
		if (this.allowed >= this.maximum) return;
		const step = this.allowed < this.threshold ? 1 : 1 / this.allowed;
		this.allowed = Math.min(this.maximum, this.allowed + step);
		this.fill();
	}

	/** The API said, or showed, that it is too much. `begun` is when the call that shows it began (epoch ms). */
	slowDown(begun: number): void {
		if (begun < this.slowedAt) return;
		this.slowedAt = Date.now();
		this.allowed = Math.max(1, Math.floor(this.allowed / 2));
		this.threshold = this.allowed;
	}

	/** Nobody sends before this moment (epoch ms). */
	hold(until: number, because: Failure): void {
		if (until > (this.held?.until ?? 0)) this.held = { until, because };
	}

	private hasRoom(): boolean {
		return this.underWay < Math.floor(this.allowed);
	}

	/** Hands free places to those who wait; they are taken from here on, so that nobody else slips in. */
	private fill(): void {
		while (this.waiting.length > 0 && this.hasRoom()) {
			this.underWay++;
			this.waiting.shift()?.();
		}
	}

	private async waitWhileHeld(deadline: number): Promise<void> {
		if (this.cancelled()) throw new Failure('cancelled');
		for (let hold = this.held; hold && hold.until > Date.now(); hold = this.held) {
			const left = hold.until - Date.now();
			if (left > Math.min(LOOKUP_LIMIT, deadline - Date.now())) throw hold.because.with({ retryAfter: left });
			await pauseUntil(hold.until, this.cancelled);
		}
	}
}
