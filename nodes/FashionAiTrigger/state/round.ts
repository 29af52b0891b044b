import type { Watched } from '../read-parameters';
import type { Memory } from './memory';

/**
 * A round reaches every watched customer once, over as many polls as that takes. This is the part of it that one poll does:
 * first those whom the round has not reached, then, with what is left of the time, the others as the begin of the next one.
 */
export class Round {
	private readonly pending: Watched[];
	private readonly others: Watched[];
	/** Those whose turn is over, and whether their lookup failed. */
	private readonly done = new Map<Watched, { failed: boolean }>();

	constructor(
		private readonly memory: Memory,
		customers: readonly Watched[],
	) {
		this.pending = this.failedLast(customers.filter((customer) => !memory.wasLookedAt(customer)));
		this.others = this.failedLast(customers.filter((customer) => memory.wasLookedAt(customer)));
	}

	/** Whom to look at, in this order. */
	get order(): Watched[] {
		return [...this.pending, ...this.others];
	}

	/** A customer whose profile came, or of whom the API said that there is none. */
	reach(customer: Watched): void {
		this.done.set(customer, { failed: false });
	}

	/** A customer whose lookup failed: their turn is over too, and in the next round they come last. */
	giveUpOn(customer: Watched): void {
		this.done.set(customer, { failed: true });
	}

	/**
	 * Notes in the memory how far the round has come. A poll that looks at all changes no mark but those of new customers: with
	 * a list that one poll can do, the memory changes only when a customer does.
	 */
	close(): void {
		const isDone = (customer: Watched) => this.done.has(customer);
		for (const [customer, { failed }] of this.done) this.memory.note(customer, failed);
		if (this.order.every(isDone) || !this.pending.every(isDone)) {
			this.mark(this.pending.filter(isDone));
			return;
		}
		this.mark(this.pending);
		this.memory.nextRound();
		this.mark(this.others.filter(isDone));
	}

	private mark(customers: Watched[]): void {
		for (const customer of customers) this.memory.mark(customer, this.done.get(customer)?.failed === true);
	}

	/** Whoever failed goes behind the others: ten of them in front would end every poll as an outage. */
	private failedLast(customers: Watched[]): Watched[] {
		const failed = (customer: Watched) => this.memory.hasFailed(customer);
		return [...customers.filter((customer) => !failed(customer)), ...customers.filter(failed)];
	}
}
