import { createRequire } from 'node:module';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';

/** The source of all pauses in the nodes: n8n's own `sleep`. */
const n8nSleep = createRequire(require.resolve('n8n-workflow'))('@n8n/utils/sleep') as {
	sleep(milliseconds: number): Promise<void>;
};

const realNow = Date.now.bind(Date);
/** How many times n8n must be idle before its pauses are skipped: it is also idle for a moment between two calls. */
const LOOKS = 3;

interface Sleeper {
	until: number;
	timer: NodeJS.Timeout;
	wake(): void;
}

/**
 * Controls the nodes' pauses for all tests of a file. They are real unless a test skips them: then the clock
 * (`Date.now`) is advanced instead, and they end in the order in which they would have ended.
 */
export function usePauses(): Pauses {
	const pauses = new Pauses();
	beforeEach(() => pauses.begin());
	afterEach(() => pauses.end());
	return pauses;
}

class Pauses {
	private ahead = 0;
	private underWay = 0;
	private readonly sleepers = new Set<Sleeper>();
	private spies: jest.SpyInstance[] = [];

	begin(): void {
		const timeout = AbortSignal.timeout.bind(AbortSignal);
		this.ahead = 0;
		this.underWay = 0;
		this.spies = [
			jest.spyOn(Date, 'now').mockImplementation(() => realNow() + this.ahead),
			jest.spyOn(n8nSleep, 'sleep').mockImplementation(async (milliseconds) => await this.sleep(milliseconds)),
			jest.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => this.watch(timeout(milliseconds))),
		];
	}

	end(): void {
		for (const spy of this.spies) spy.mockRestore();
		for (const { timer, wake } of this.sleepers) {
			clearTimeout(timer);
			wake();
		}
		this.sleepers.clear();
	}

	/** Runs the work, skipping every pause during which no call is in flight. */
	async skipIn<T>(work: Promise<T>): Promise<T> {
		let isDone = false;
		const done = () => (isDone = true);
		work.then(done, done);
		for (let looks = 0; !isDone; looks = this.underWay === 0 ? looks + 1 : 0) {
			await wait(1);
			if (looks >= LOOKS) this.skip(Math.min(...[...this.sleepers].map(({ until }) => until)) - Date.now());
		}
		return await work;
	}

	/** Advances the clock, and runs everything that is due in that time. */
	async pass(milliseconds: number): Promise<void> {
		const end = Date.now() + milliseconds;
		while (Date.now() < end) {
			this.skip(Math.min(100, end - Date.now()));
			await turn();
		}
	}

	private skip(milliseconds: number): void {
		if (!Number.isFinite(milliseconds)) return;
		this.ahead += Math.max(0, milliseconds);
		for (const sleeper of [...this.sleepers].sort((a, b) => a.until - b.until)) {
			clearTimeout(sleeper.timer);
			if (sleeper.until <= Date.now()) sleeper.wake();
			else this.setTimer(sleeper);
		}
	}

	private async sleep(milliseconds: number): Promise<void> {
		if (milliseconds <= 0) return void (await turn());
		await new Promise<void>((resolve) => {
			const wake = () => {
				this.sleepers.delete(sleeper);
				resolve();
			};
			const sleeper = { until: Date.now() + milliseconds, wake } as Sleeper;
			this.sleepers.add(sleeper);
			this.setTimer(sleeper);
		});
	}

	private setTimer(sleeper: Sleeper): void {
		sleeper.timer = setTimeout(sleeper.wake, sleeper.until - Date.now());
	}

	/** A call is in flight from when its timeout starts until it stops listening for it. */
	private watch(time: AbortSignal): AbortSignal {
		const remove: AbortSignal['removeEventListener'] = time.removeEventListener.bind(time);
		let isUnderWay = true;
		const end = () => {
			if (isUnderWay) this.underWay--;
			isUnderWay = false;
		};
		this.underWay++;
		time.addEventListener('abort', end);
		time.removeEventListener = (...listening: Parameters<typeof remove>) => {
			remove(...listening);
			end();
		};
		return time;
	}
}
