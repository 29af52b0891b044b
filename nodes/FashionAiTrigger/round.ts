import type { Memory } from './memory';
import type { Watched } from './watch-list';

/**
 * A round reaches every watched customer once, over as many polls as that takes. This is the part of it that one poll does:
 * first those whom the round has not reached, then, with what is left of the time, the others as the begin of the next one.
 */
export class Round {
	private readonly pending: Watched[];
	private readonly others: Watched[];
	private readonly reached = new Set<Watched>();

	constructor(
		private readonly memory: Memory,
		customers: readonly Watched[],
	) {
		this.pending = customers.filter((customer) => !memory.wasLookedAt(customer));
		this.others = customers.filter((customer) => memory.wasLookedAt(customer));
	}

	/** Whom to look at, in this order. */
	get order(): Watched[] {
		return [...this.pending, ...this.others];
	}

	get reachedCount(): number {
		return this.reached.size;
	}

	reach(customer: Watched): void {
		this.reached.add(customer);
	}

	/**
	 * Notes in the memory how far the round has come. A poll that reaches all changes no mark but those of new customers: with
	 * a list that one poll can do, the memory changes only when a customer does.
	 */
	close(): void {
		const isDone = (customer: Watched) => this.reached.has(customer);
		const unreached = [...this.pending, ...this.others].filter((customer) => !isDone(customer));
		if (unreached.length === 0 || !this.pending.every(isDone)) {
			for (const customer of this.pending.filter(isDone)) this.memory.mark(customer);
			return;
		}
		for (const customer of this.pending) this.memory.mark(customer);
		this.memory.nextRound();
		for (const customer of this.others.filter(isDone)) this.memory.mark(customer);
	}
}
