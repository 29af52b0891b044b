import type { IDataObject } from 'n8n-workflow';

import { explain } from '../shared/http/error-texts';
import { Failure } from '../shared/http/failure';
import type { Progress, HttpClient } from '../shared/http/http-client';
import { forEachConcurrent } from '../shared/items/for-each-concurrent';
import type { CustomerProfile, Found } from '../shared/profile/customer-profile';
import { itemOf, lookUp, toFailure } from './customer-lookup';
import { EVENTS, type Judgement } from './events';
import type { Settings, Watched } from './read-parameters';
import type { Shortfall } from './report';
import type { Memory } from './state/memory';
import type { Round } from './state/round';

/** This many consecutive lookups without any answer from the API count as an outage. */
const OUTAGE_THRESHOLD = 10;
/** A 429 nearly always applies to all calls, so it counts twice: five in a row are an outage. */
const WEIGHT_OF_429 = 2;

/** The judgement on a customer, and the profile it is based on: the last one fetched. */
interface JudgedProfile extends Judgement {
	found: Found;
}

/** One poll over the watched customers: what to report, and what could not be done. */
export class PollRun {
	private readonly reported: { entry: number; json: IDataObject }[] = [];
	private readonly unknown: Watched[] = [];
	private readonly failed: { customer: Watched; failure: Failure }[] = [];
	private readonly skipped: Watched[] = [];
	/** Those of whom something was kept that cannot be read. */
	private readonly damaged: Watched[] = [];
	/** The progress of each lookup in flight. */
	private readonly inFlight = new Map<Watched, Progress>();
	/** What the first lookup said of those whose second one is in flight. */
	private readonly unconfirmed = new Map<Watched, JudgedProfile>();
	/** Weighted count of passing failures since the API last answered. */
	private unanswered = 0;
	/** The same, for customers whose previous lookup had failed as well. */
	private unansweredAgain = 0;
	private skipRepeatFailures = false;
	private reached = 0;
	private lastFailure: Failure | undefined;
	private endedBy: Failure | undefined;

	constructor(
		private readonly settings: Settings,
		private readonly client: HttpClient,
		private readonly memory: Memory,
		private readonly round: Round,
	) {}

	/**
	 * Looks up as many customers as it can before `deadline` (epoch ms). Throws the last `Failure` if no lookup succeeded, and any
	 * `final` one; nothing was reported then.
	 */
	async run(deadline: number): Promise<void> {
		const startedAt = Date.now();
		const { maxConcurrency } = this.settings.http;
		await forEachConcurrent(
			this.round.order,
			maxConcurrency,
			async (customer, isOver) => await this.visit(customer, isOver),
			deadline,
		);
		if (this.endedBy?.class === 'final') throw this.endedBy;
		// A second lookup that comes too late each time must neither keep its customer from being reported nor hold up the others.
		for (const [customer, judged] of this.unconfirmed) {
			this.inFlight.delete(customer);
			this.reach(customer, judged);
		}
		this.giveUpOnLate((deadline - startedAt) / 2);
		const isLimited =
			this.endedBy?.kind === 'rateLimited' || this.failed.some(({ failure }) => failure.kind === 'rateLimited');
		if (this.learnedNothing && !isLimited) throw this.lastFailure ?? new Failure('timeout');
	}

	/** Whether no customer could be looked up at all. */
	get learnedNothing(): boolean {
		return this.reached === 0;
	}

	/** The items to emit, in the order of the list. */
	get items(): IDataObject[] {
		return this.reported.sort((a, b) => a.entry - b.entry).map(({ json }) => json);
	}

	get shortfall(): Shortfall {
		const endedBy = this.endedBy && explain(this.endedBy).message;
		const { invalid, customers } = this.settings.watchList;
		return {
			invalid,
			watched: customers.length,
			unknown: this.unknown,
			failed: this.failed,
			skipped: this.skipped,
			damaged: this.damaged,
			endedBy,
		};
	}

	private async visit(customer: Watched, isOver: () => boolean): Promise<'stop' | 'go on'> {
		if (this.shouldSkip(customer)) {
			this.skipped.push(customer);
			return 'go on';
		}
		const outcome = await this.lookUpAndJudge(customer, isOver);
		// The poll has already returned its result to n8n: a late answer must be neither reported nor remembered.
		if (isOver()) return 'stop';
		this.inFlight.delete(customer);
		this.unconfirmed.delete(customer);
		if (outcome instanceof Failure) return this.recordFailure(customer, outcome);
		this.resetOutage();
		this.reach(customer, outcome);
		return 'go on';
	}

	private reach(customer: Watched, outcome: JudgedProfile | undefined): void {
		if (outcome === undefined) this.unknown.push(customer);
		else this.record(customer, outcome);
		this.reached++;
		this.round.reach(customer);
	}

	/**
	 * Whether to skip a customer in this poll: their last lookup failed, and too many such customers have failed again. These do
	 * not count as an outage, since the cause may be the customers themselves, and must not hold up the others.
	 */
	private shouldSkip(customer: Watched): boolean {
		return this.skipRepeatFailures && this.memory.hasFailed(customer);
	}

	private resetOutage(): void {
		this.unanswered = 0;
		this.unansweredAgain = 0;
	}

	private async lookUpAndJudge(customer: Watched, isOver: () => boolean): Promise<JudgedProfile | Failure | undefined> {
		const first = await this.fetch(customer);
		if (first === undefined || first instanceof Failure) return first;
		return await this.judgeAndConfirm(customer, first, isOver).catch(toFailure);
	}

	private async fetch(customer: Watched): Promise<Found | Failure | undefined> {
		const progress: Progress = {};
		this.inFlight.set(customer, progress);
		return await lookUp(this.client, customer, progress);
	}

	private record(customer: Watched, { verdict, reason, news, keep, found }: JudgedProfile): void {
		if (reason === 'firstLook' && this.memory.get(customer) !== undefined) this.damaged.push(customer);
		this.memory.set(customer, keep);
		if (verdict === 'new')
			this.reported.push({ entry: customer.entry, json: itemOf(this.settings, customer, found, news) });
	}

	/**
	 * Judges a profile; if it seems to show something new, confirms that with a second lookup. Where that fails or comes too late, what
	 * the first one saw is kept, and two first lookups have to do: else a customer whose second one always fails would never be reported.
	 */
	private async judgeAndConfirm(
		customer: Watched,
		first: Found,
		isOver: () => boolean,
	): Promise<JudgedProfile | Failure> {
		const kept = this.memory.get(customer);
		const judged = this.judge(kept, first);
		if (judged.verdict === 'same' || kept === undefined || isOver()) return judged;
		const isConfirmed = judged.verdict === 'new';
		if (!isConfirmed) this.memory.set(customer, judged.keep);
		this.unconfirmed.set(customer, judged);
		const second = await this.fetch(customer);
		if (second instanceof Failure) return isConfirmed ? judged : second;
		if (!second) return judged;
		if (!isConfirmed) return this.judge(judged.keep, second, first);
		// This was the second yes already: an undecided AI may say no now, but not that it is the known moment after all.
		// It inherits the rest: a copy would read the looks, which takes longest.
		const asNew = Object.create(second.profile, { newBehavior: { value: true } }) as CustomerProfile;
		const again = { ...this.judge(kept, { ...second, profile: asNew }, first), found: second };
		return again.verdict === 'same' ||
			(again.verdict === 'new' && (this.settings.triggerOn !== 'newBehavior' || second.profile.newBehavior))
			? again
			: judged;
	}

	private judge(kept: string | undefined, found: Found, doubted?: Found): JudgedProfile {
		const { triggerOn, rules } = this.settings;
		return { ...EVENTS[triggerOn].judge(kept, found.profile, rules, doubted?.profile), found };
	}

	/** A failure that concerns one customer is still an answer: no number of them is an outage. */
	private recordFailure(customer: Watched, failure: Failure): 'stop' | 'go on' {
		if (failure.class === 'final' || failure.facts.notSent) return this.end(failure);
		const weight = failure.kind === 'rateLimited' ? WEIGHT_OF_429 : 1;
		if (failure.class !== 'passing') this.resetOutage();
		else if (this.memory.hasFailed(customer)) this.unansweredAgain += weight;
		else this.unanswered += weight;
		if (this.unansweredAgain >= OUTAGE_THRESHOLD) this.skipRepeatFailures = true;
		this.giveUpOn(customer, failure);
		return this.unanswered < OUTAGE_THRESHOLD ? 'go on' : this.end(failure);
	}

	private end(failure: Failure): 'stop' {
		this.endedBy = failure;
		return 'stop';
	}

	private giveUpOn(customer: Watched, failure: Failure): void {
		this.lastFailure = failure;
		this.failed.push({ customer, failure });
		this.round.giveUpOn(customer);
	}

	/** Gives up on customers whose lookup has been in flight for `minAge` ms or more: they would hold up the next poll as well. */
	private giveUpOnLate(minAge: number): void {
		if (this.endedBy) return;
		for (const [customer, { sentAt = Infinity, met }] of this.inFlight) {
			if (Date.now() - sentAt >= minAge) this.giveUpOn(customer, met ?? new Failure('timeout'));
		}
	}
}
