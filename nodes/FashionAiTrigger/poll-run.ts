import type { IDataObject } from 'n8n-workflow';

import { explain } from '../shared/http/error-texts';
import { Failure } from '../shared/http/failure';
import type { Progress, HttpClient } from '../shared/http/http-client';
import { forEachConcurrent } from '../shared/items/for-each-concurrent';
import type { Found } from '../shared/profile/customer-profile';
import { itemOf, lookUp, type Shortfall, toFailure } from './customer-lookup';
import { EVENTS, type Judgement } from './events';
import type { Settings, Watched } from './read-parameters';
import type { Memory } from './state/memory';
import type { Round } from './state/round';

/** So many lookups in a row to which the API gave no answer, with none in between that it answered, are an outage. */
const OUTAGE = 10;
/** A 429 is said to everyone, save in rare cases: five of them are as much as an outage. */
const WEIGHT_OF_429 = 2;

/** What became of a customer's look, or looks, and the profile that the last of them found. */
interface Look extends Judgement {
	found: Found;
}

/** One poll's look at the watched customers: what is to be told, and what could not be done. */
export class PollRun {
	private readonly reported: { entry: number; json: IDataObject }[] = [];
	private readonly unknown: Watched[] = [];
	private readonly failed: { customer: Watched; failure: Failure }[] = [];
	private readonly waiting: Watched[] = [];
	/** How far each lookup has come that is under way. */
	private readonly underWay = new Map<Watched, Progress>();
	/** How many lookups failed, with nothing but a passing cause, since the API last answered. */
	private unanswered = 0;
	/** The same of customers whose last lookup had failed as well. */
	private unansweredAgain = 0;
	private restCanWait = false;
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
	 * Looks at as many customers as there is time until `until` (epoch ms). Throws a `Failure` where nothing was learned of any
	 * of them, the last one; and a `final` one, after which what was learned must not be remembered: nobody would be told.
	 */
	async run(until: number): Promise<void> {
		const begun = Date.now();
		const { maxConcurrency } = this.settings.http;
		await forEachConcurrent(
			this.round.order,
			maxConcurrency,
			async (customer, isOver) => await this.visit(customer, isOver),
			until,
		);
		if (this.endedBy?.class === 'final') throw this.endedBy;
		this.giveUpOnLate((until - begun) / 2);
		const isLimited =
			this.endedBy?.kind === 'rateLimited' || this.failed.some(({ failure }) => failure.kind === 'rateLimited');
		if (this.learnedNothing && !isLimited) throw this.lastFailure ?? new Failure('timeout');
	}

	/** Whether not one customer could be looked up. */
	get learnedNothing(): boolean {
		return this.reached === 0;
	}

	/** What is to be told, in the order of the list. */
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
			waiting: this.waiting,
			endedBy,
		};
	}

	private async visit(customer: Watched, isOver: () => boolean): Promise<'stop' | 'go on'> {
		if (this.canWait(customer)) {
			this.waiting.push(customer);
			return 'go on';
		}
		const outcome = await this.lookAt(customer);
		// An answer after the end would be told, or remembered, by a poll that n8n has the result of already.
		if (isOver()) return 'stop';
		this.underWay.delete(customer);
		if (outcome instanceof Failure) return this.miss(customer, outcome);
		if (outcome === undefined) this.unknown.push(customer);
		else this.take(customer, outcome);
		this.hear();
		this.reached++;
		this.round.reach(customer);
		return 'go on';
	}

	/**
	 * Whether a lookup is not worth it in this poll: the last one failed, and so many of its kind have failed again. They are no
	 * outage, since they may fail by themselves, and keep nobody else from being looked at.
	 */
	private canWait(customer: Watched): boolean {
		return this.restCanWait && this.memory.hasFailed(customer);
	}

	private hear(): void {
		this.unanswered = 0;
		this.unansweredAgain = 0;
	}

	private async lookAt(customer: Watched): Promise<Look | Failure | undefined> {
		const first = await this.ask(customer);
		if (first === undefined || first instanceof Failure) return first;
		return await this.look(customer, first).catch(toFailure);
	}

	private async ask(customer: Watched): Promise<Found | Failure | undefined> {
		const progress: Progress = {};
		this.underWay.set(customer, progress);
		return await lookUp(this.client, customer, progress);
	}

	private take(customer: Watched, { verdict, news, keep, found }: Look): void {
		this.memory.set(customer, keep);
		if (verdict === 'new')
			this.reported.push({ entry: customer.entry, json: itemOf(this.settings, customer, found, news) });
	}

	/** Judges a look at a customer, and a second one where the first seems to tell something new. */
	private async look(customer: Watched, first: Found): Promise<Look | Failure> {
		const judged = this.judge(this.memory.get(customer), first);
		if (judged.verdict !== 'perhaps') return judged;
		const second = await this.ask(customer);
		if (second instanceof Failure) return second;
		return second ? this.judge(judged.keep, second, first) : judged;
	}

	private judge(kept: string | undefined, found: Found, doubted?: Found): Look {
		const { triggerOn, rules } = this.settings;
		return { ...EVENTS[triggerOn].judge(kept, found.profile, rules, doubted?.profile), found };
	}

	/** A failure of one customer is an answer: however many there are, they are no outage. */
	private miss(customer: Watched, failure: Failure): 'stop' | 'go on' {
		if (failure.class === 'final' || failure.facts.notSent) return this.end(failure);
		const weight = failure.kind === 'rateLimited' ? WEIGHT_OF_429 : 1;
		if (failure.class !== 'passing') this.hear();
		else if (this.memory.hasFailed(customer)) this.unansweredAgain += weight;
		else this.unanswered += weight;
		if (this.unansweredAgain >= OUTAGE) this.restCanWait = true;
		this.giveUpOn(customer, failure);
		return this.unanswered < OUTAGE ? 'go on' : this.end(failure);
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

	/** Whoever was asked for this long ago (ms) and gave no answer until the end would take up the next poll as well. */
	private giveUpOnLate(long: number): void {
		if (this.endedBy) return;
		for (const [customer, { sentAt = Infinity, met }] of this.underWay) {
			if (Date.now() - sentAt >= long) this.giveUpOn(customer, met ?? new Failure('timeout'));
		}
	}
}
