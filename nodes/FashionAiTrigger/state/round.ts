import type { Watched } from '../read-parameters';
import type { Memory } from './memory';

/**
 * A round visits every watched customer once, over as many polls as it takes. This is one poll's part of it: first the customers
 * not yet visited in this round, then, if time is left, the others, as the start of the next round.
 */
export class Round {
	private readonly pending: Watched[];
	private readonly others: Watched[];
	/** The customers handled in this poll, and whether their lookup failed. */
	private readonly done = new Map<Watched, { failed: boolean }>();

	constructor(
		private readonly memory: Memory,
		customers: readonly Watched[],
	) {
		this.pending = this.failedLast(customers.filter((customer) => !memory.wasVisited(customer)));
		this.others = this.failedLast(customers.filter((customer) => memory.wasVisited(customer)));
	}

	/** The customers to look up, in order. */
	get order(): Watched[] {
		return [...this.pending, ...this.others];
	}

	/** Records a customer whose profile was received, or of whom the API has none. */
	reach(customer: Watched): void {
		this.done.set(customer, { failed: false });
	}

	/** Records a customer whose lookup failed: they count as visited too, and come last in the next round. */
	giveUpOn(customer: Watched): void {
		this.done.set(customer, { failed: true });
	}

	/**
	 * Saves the round's progress to the memory. A poll that visits everyone changes only the marks of new customers, so for a list
	 * that fits into one poll, the memory changes only when a customer does.
	 */
	close(): void {
		const isDone = (customer: Watched) => this.done.has(customer);
		const failedBefore = new Set(this.pending.filter((customer) => this.memory.hasFailed(customer)));
		for (const [customer, { failed }] of this.done) this.memory.setFailed(customer, failed);
		this.mark(this.pending.filter(isDone));
		const mustWait = (customer: Watched) => !isDone(customer) && !failedBefore.has(customer);
		// The next round may as well take up all the time of a poll, so some of those that failed must have had their turn.
		const isTurn = failedBefore.size > 0 && ![...failedBefore].some(isDone);
		if (this.order.every(isDone) || this.pending.some(mustWait) || isTurn) return;
		this.memory.nextRound();
		this.mark(this.others.filter(isDone));
	}

	private mark(customers: Watched[]): void {
		for (const customer of customers) this.memory.mark(customer, this.done.get(customer)?.failed === true);
	}

	/** Puts the customers that failed behind the others: ten of them in front would end every poll as an outage. */
	private failedLast(customers: Watched[]): Watched[] {
		const failed = (customer: Watched) => this.memory.hasFailed(customer);
		const rested = customers.filter(failed).sort((a, b) => this.memory.age(b) - this.memory.age(a));
		return [...customers.filter((customer) => !failed(customer)), ...rested];
	}
}
