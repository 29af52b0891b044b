import type { IDataObject } from 'n8n-workflow';

import { TestTrigger } from '../../engine/engine';
import { checkWords } from '../checks/failure';
import type { Scripted, ScriptedApi } from '../scripted-api';
import { look, type Known, type Rules, type Shown } from './oracle';

/** How a customer's calls are answered. `half`: the first one succeeds, the second one fails. */
export type Health = 'well' | 'down' | 'cut' | 'page' | 'garbage' | 'unknown' | 'half' | 'limited' | 'refused';

const REFUSAL = '{"error":"Error","message":"No"}';
const ILL: Record<Exclude<Health, 'well' | 'half'>, Scripted> = {
	down: { status: 503, body: REFUSAL },
	cut: { status: 0, body: '' },
	page: { status: 404, body: '<!doctype html><title>Gone</title>' },
	garbage: { status: 200, body: '{"userProfileId":"x","profile":[]}' },
	unknown: { status: 404, body: REFUSAL },
	limited: { status: 429, body: REFUSAL },
	refused: { status: 401, body: REFUSAL },
};

interface Customer extends Shown {
	health: Health;
	/** Counts the lookups: each has a different word order. */
	looks: number;
}

export interface Setting extends Rules {
	/** Max concurrency. */
	width: number;
	/** Whose lookup fails when the workflow is first activated. */
	away: number[];
}

/** n8n's database, and the model state it represents. */
interface Saved {
	data: IDataObject;
	known: Map<number, Known>;
}

const SYLLABLES = ['xu', 'ki', 'wu', 'zy', 'qo', 'ku', 'zi', 'wi', 'xi', 'yu'];
const WORDS = 10;
const HOUR = 3_600_000;
let processes = 0;

/** The text of a moment: ten words that no other moment has, in a different order each time. */
function textOf(moment: number, looks: number): string {
	const words = Array.from(
		{ length: WORDS },
		(_, at) => [moment, at, (moment * 3 + at) % 10].map((digit) => SYLLABLES[digit]).join('') + 'n',
	);
	return [...words.slice(looks % WORDS), ...words.slice(0, looks % WORDS)].join(' ');
}

/** A shop with its customers, n8n with the trigger, and the model of what must be reported. */
export class World {
	readonly customers: Customer[];
	now = Date.UTC(2026, 2, 1);
	active = false;
	reported = 0;
	private entries: string[] = [];
	private known = new Map<number, Known>();
	private readonly history: Saved[] = [{ data: {}, known: new Map() }];
	/** How each customer's calls in the current poll were answered, in the order of the first ones. */
	private readonly calls = new Map<number, boolean[]>();
	private readonly trigger: TestTrigger;
	private newContext = true;

	constructor(
		private readonly setting: Setting,
		count: number,
		api: ScriptedApi,
	) {
		this.customers = Array.from({ length: count }, (_, number) => ({
			moment: number,
			shows: number % 2 === 0,
			health: setting.away.includes(number) ? 'down' : 'well',
			looks: 0,
		}));
		api.onCall = (number) => this.answer(number);
		this.trigger = new TestTrigger({
			type: 'fashionAiTrigger',
			credential: { token: 'token', host: 'custom', baseUrl: api.url },
			workflowId: '',
			parameters: {},
		});
		this.newProcess();
		this.watch(this.customers.map((_customer, number) => `case-${number}`));
	}

	/** Changes the list; takes effect with the next activation. */
	watch(entries: string[]): void {
		this.entries = entries;
		const { event, firstLook, quietPeriod, tellAgainAfter, width } = this.setting;
		this.trigger.run.parameters = {
			triggerOn: event,
			identifyBy: 'userProfileId',
			customers: entries,
			firstLook,
			options: { maxTries: 1, maxConcurrency: width, quietPeriod, tellAgainAfter },
		};
	}

	async poll(): Promise<void> {
		const items = await this.expectPoll(false, () => this.trigger.poll());
		if (items.length > 0) this.save();
	}

	/** Deactivates and activates the workflow. */
	async activate(mode: 'activate' | 'update' | 'init' = 'activate'): Promise<void> {
		this.active = false;
		this.newContext = true;
		const before = this.trigger.saved;
		await this.expectPoll(mode === 'init', () => this.trigger.activate(mode));
		if (this.trigger.saved === before) return;
		this.active = true;
		this.save();
	}

	/** Kills n8n and restarts it with its database as of the given number of saves ago. */
	async kill(savingsAgo: number): Promise<void> {
		const saved = this.history[Math.max(0, this.history.length - 1 - savingsAgo)];
		if (!saved) throw new Error('There is always something saved');
		this.trigger.saved = structuredClone(saved.data);
		this.known = new Map(saved.known);
		this.newProcess();
		await this.activate('init');
	}

	/** A poll whose items n8n discards; then the workflow is activated with the database's state, with the clock set back. */
	async discard(setBackHours: number): Promise<void> {
		const before = new Map(this.known);
		const items = await this.expectPoll(false, () => this.trigger.pollUnsaved());
		if (items.length > 0) this.known = before;
		this.reported -= items.length;
		this.now += 15_000 - setBackHours * HOUR;
		await this.activate();
	}

	private newProcess(): void {
		this.trigger.run.workflowId = `process ${++processes}`;
	}

	private save(): void {
		this.history.push({ data: structuredClone(this.trigger.saved), known: new Map(this.known) });
	}

	private answer(number: number): Scripted {
		const customer = this.customers[number];
		if (!customer) throw new Error('Nobody else is asked for');
		const calls = this.calls.get(number) ?? [];
		const isWell = customer.health === 'well' || (customer.health === 'half' && calls.length === 0);
		this.calls.set(number, [...calls, isWell || customer.health === 'unknown']);
		if (!isWell) return customer.health === 'half' ? ILL.down : ILL[customer.health as keyof typeof ILL];
		const momento_compra_atual = {
			resumo_momento: textOf(customer.moment, customer.looks++),
			novo_comportamento: customer.shows,
		};
		return { body: JSON.stringify({ userProfileId: `case-${number}`, profile: { momento_compra_atual } }) };
	}

	/** Polls, and compares the result with the model. */
	private async expectPoll(isStart: boolean, work: () => Promise<IDataObject[]>): Promise<IDataObject[]> {
		this.calls.clear();
		const warnedBefore = this.trigger.warnings.length;
		let error: Error | undefined;
		const items = await work().catch((thrown: Error) => {
			error = thrown;
			return [];
		});
		const isFirst = this.newContext;
		this.newContext = false;

		// Where each second lookup fails, the first lookups of two polls may do: then it must be news.
		const isReported = (number: number) => items.some(({ identifier }) => identifier === `case-${number}`);
		const answered = [...this.calls]
			.filter(([number, calls]) => calls.every(Boolean) || (calls[0] && isReported(number)))
			.map(([number]) => number);
		const met = (health: Health) => [...this.calls.keys()].some((number) => this.customers[number]?.health === health);
		const failsAsAWhole = met('refused') || (answered.length === 0 && !met('limited'));
		if (failsAsAWhole) {
			expect(items).toEqual([]);
			const warnings = this.trigger.warnings.slice(warnedBefore);
			for (const warning of warnings) expect(warning).not.toContain('case-');
			// An error would make n8n give up the trigger as it starts.
			const isDeferred = isStart && isFirst;
			expect(error?.name).toEqual(isDeferred ? undefined : expect.stringMatching(/^Node(Api|Operation)Error$/));
			const said = isDeferred
				? /^Trigger: (.+)\. The next poll tries again\.$/.exec(warnings.at(-1) ?? '')?.[1]
				: error?.message;
			checkWords(said ?? '');
			return [];
		}
		expect(error).toBeUndefined();
		expect([...this.calls.keys()].sort()).toEqual([...this.watched.keys()].sort());
		this.compare(items, answered);
		this.checkLog(warnedBefore, answered);
		return items;
	}

	/** Exactly the customers with an unreported change are reported. */
	private compare(items: IDataObject[], answered: number[]): void {
		const expected: number[] = [];
		for (const number of answered) {
			const customer = this.customers[number];
			if (!customer || customer.health === 'unknown') continue;
			const { report, known } = look(this.known.get(number), customer, this.setting, this.now);
			this.known.set(number, known);
			if (report) expected.push(number);
		}
		const entry = (number: number) => this.watched.get(number) ?? 0;
		expect(items.map(({ identifier }) => identifier)).toEqual(
			expected.sort((a, b) => entry(a) - entry(b)).map((number) => `case-${number}`),
		);
		this.reported += items.length;
	}

	/** Every customer not looked up is named, by entry, in this poll's log message or in an identical previous one. */
	private checkLog(warnedBefore: number, answered: number[]): void {
		const reports = this.trigger.warnings.filter((warning) => /Entry \d|of Customers|ended early/.test(warning));
		for (const warning of this.trigger.warnings.slice(warnedBefore)) expect(warning).not.toContain('case-');
		const named = new Set<number>();
		for (const [, one = '', other = '', more = ''] of (reports.at(-1) ?? '').matchAll(
			/Entry (\d+) of|entry (\d+) of|entries of Customers: ([\d, ]+)/g,
		)) {
			for (const number of (one || other || more).match(/\d+/g) ?? []) named.add(Number(number));
		}
		const unwell = [...this.calls.keys()].filter(
			(number) => !answered.includes(number) || this.customers[number]?.health === 'unknown',
		);
		const failed = unwell.map((number) => this.watched.get(number));
		const expected = [...failed, ...this.invalid];
		if (expected.length > 0) expect([...named].sort()).toEqual([...expected].sort());
		else
			expect(reports.length).toBe(
				this.trigger.warnings.slice(0, warnedBefore).filter((warning) => reports.includes(warning)).length,
			);
	}

	/** The watched customers with the position of their first entry. */
	private get watched(): Map<number, number> {
		const watched = new Map<number, number>();
		for (const [index, entry] of this.entries.entries()) {
			const number = /^case-(\d+)$/.exec(entry.trim())?.[1];
			if (number !== undefined && !watched.has(Number(number))) watched.set(Number(number), index + 1);
		}
		return watched;
	}

	private get invalid(): number[] {
		return this.entries.flatMap((entry, index) => (/^case-\d+$/.test(entry.trim()) ? [] : [index + 1]));
	}
}
