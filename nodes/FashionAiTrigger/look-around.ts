import type { IDataObject } from 'n8n-workflow';

import { explain } from '../shared/api/explain';
import type { RawProfile } from '../shared/api/profile';
import { readProfile } from '../shared/profile/customer-profile';
import { Failure } from '../shared/transport/failure';
import type { Transport } from '../shared/transport/transport';
import { EVENTS, judge } from './events';
import { itemOf } from './item';
import { lookUp } from './look-up';
import type { Memory } from './memory';
import { patrol } from './patrol';
import type { Shortfall } from './report';
import type { Round } from './round';
import type { Settings } from './settings';
import type { Watched } from './watch-list';

/** So many lookups that fail one after the other, with none in between that succeeds, are an outage and end the round. */
const OUTAGE = 10;

/** One poll's look at the watched customers: what is to be told, and what could not be done. */
export class LookAround {
	private readonly told: { entry: number; json: IDataObject }[] = [];
	private readonly unknown: Watched[] = [];
	private readonly failed: Watched[] = [];
	/** Those whose lookup failed since the last one that succeeded. */
	private streak: Watched[] = [];
	private lastFailure: Failure | undefined;
	private endedBy: Failure | undefined;

	constructor(
		private readonly settings: Settings,
		private readonly transport: Transport,
		private readonly memory: Memory,
		private readonly round: Round,
	) {}

	/**
	 * Looks at as many customers as there is time until `until` (epoch ms). Throws a `Failure` where the token is not accepted,
	 * or where not one customer could be looked up: then nothing was learned, and nothing is to be remembered.
	 */
	async run(until: number): Promise<void> {
		const { maxConcurrency } = this.settings.transport;
		await patrol(this.round.order, maxConcurrency, until, (customer, isOver) => this.visit(customer, isOver));
		if (this.endedBy && isRefusal(this.endedBy)) throw this.endedBy;
		const isLimited = this.endedBy?.kind === 'rateLimited';
		if (this.round.reachedCount === 0 && !isLimited) throw this.lastFailure ?? new Failure('timeout');
		if (this.endedBy === undefined) this.giveUpOn(this.streak);
	}

	/** What is to be told, in the order of the list. */
	get items(): IDataObject[] {
		return this.told.sort((a, b) => a.entry - b.entry).map(({ json }) => json);
	}

	get shortfall(): Shortfall {
		const endedBy = this.endedBy && explain(this.endedBy).message;
		return { invalid: this.settings.watchList.invalid, unknown: this.unknown, failed: this.failed, endedBy };
	}

	private async visit(customer: Watched, isOver: () => boolean): Promise<'stop' | 'go on'> {
		const raw = await lookUp(this.transport, customer);
		// An answer after the end would be told, or remembered, by a poll that n8n has the result of already.
		if (isOver()) return 'stop';
		if (raw instanceof Failure) return this.miss(customer, raw);
		this.giveUpOn(this.streak);
		this.round.reach(customer);
		if (raw) this.look(customer, raw);
		else this.unknown.push(customer);
		return 'go on';
	}

	private look(customer: Watched, raw: RawProfile): void {
		const { triggerOn, firstLook } = this.settings;
		const profile = readProfile(raw);
		const { tell, after } = judge(EVENTS[triggerOn], this.memory.get(customer), profile, firstLook);
		this.memory.set(customer, after);
		if (tell) this.told.push({ entry: customer.entry, json: itemOf(this.settings, customer, raw, profile) });
	}

	private miss(customer: Watched, failure: Failure): 'stop' | 'go on' {
		this.lastFailure = failure;
		this.streak.push(customer);
		const ends = isRefusal(failure) || failure.kind === 'rateLimited' || this.streak.length >= OUTAGE;
		if (!ends) return 'go on';
		this.endedBy = failure;
		return 'stop';
	}

	/** These failed while others did not: their turn comes in the next round, or they would hold up everyone else. */
	private giveUpOn(streak: Watched[]): void {
		for (const customer of streak) this.round.reach(customer);
		this.failed.push(...streak);
		this.streak = [];
	}
}

function isRefusal({ kind }: Failure): boolean {
	return kind === 'unauthorized' || kind === 'forbidden';
}
