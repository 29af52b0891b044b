import { setImmediate as immediate } from 'node:timers/promises';

import type { Clock } from '../../../nodes/shared/http/clock';

/** A clock that advances only on demand: minutes of waiting pass instantly, and always in the same order. */
export class ManualClock implements Clock {
	private time = Date.parse('2026-03-01T12:00:00Z');
	private timers: Timer[] = [];
	private turnsWaitedFor = 0;

	now(): number {
		return this.time;
	}

	async sleep(milliseconds: number): Promise<void> {
		if (milliseconds <= 0) return await this.nextTurn();
		await new Promise<void>((resolve) => this.after(milliseconds, resolve));
	}

	after(milliseconds: number, callback: () => void): () => void {
		this.timers.push({ at: this.time + milliseconds, run: callback });
		return () => (this.timers = this.timers.filter(({ run }) => run !== callback));
	}

	/** Sets the time of day back. Timers do not notice. */
	setBack(milliseconds: number): void {
		this.time -= milliseconds;
		this.timers = this.timers.map(({ at, run }) => ({ at: at - milliseconds, run }));
	}

	/** Advances the clock timer by timer, and runs everything that each of them triggers. */
	async advance(milliseconds: number): Promise<void> {
		const end = this.time + milliseconds;
		await this.settle();
		while (await this.toNextTimer(end));
		this.time = end;
	}

	/** Advances the clock until a promise has settled, and returns how many milliseconds that took. */
	async until(work: Promise<unknown>): Promise<number> {
		const begun = this.time;
		let settled = false;
		const end = () => (settled = true);
		work.then(end, end);
		await this.settle();
		while (await this.toNextTimer(Infinity)) if (settled) return this.time - begun;
		if (!settled) throw new Error('Nothing is left to wait for, and the work is not done');
		return this.time - begun;
	}

	private async toNextTimer(end: number): Promise<boolean> {
		const at = this.timers.reduce((first, timer) => Math.min(first, timer.at), Infinity);
		if (at > end || at === Infinity) return false;
		const due = this.timers.filter((timer) => timer.at === at);
		this.timers = this.timers.filter((timer) => timer.at !== at);
		this.time = Math.max(this.time, at);
		for (const { run } of due) run();
		await this.settle();
		return true;
	}

	private async nextTurn(): Promise<void> {
		this.turnsWaitedFor++;
		await immediate();
		this.turnsWaitedFor--;
	}

	/** Runs everything that is not waiting for a timer: only a few calls start per turn of the event loop. */
	private async settle(): Promise<void> {
		for (let quiet = 0; quiet < 2; quiet = this.turnsWaitedFor === 0 ? quiet + 1 : 0) await immediate();
	}
}

interface Timer {
	at: number;
	run(): void;
}
