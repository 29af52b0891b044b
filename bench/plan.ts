import { CLIENTS, type Case, type ClientName } from './cases';

/** What is measured: each case with each of its clients, so many times. */
export interface Plan {
	runs: number;
	cases: (Case & { clients: ClientName[] })[];
	/** The fault run: items, events, and how long one try may take (HTTP Request waits five minutes by itself). */
	faults: { items: number; events: number; latencyMs: number; timeout: number };
}

const ALL = Object.keys(CLIENTS) as ClientName[];

/** Everything: about an hour. */
const FULL: Plan = {
	runs: 3,
	cases: [100, 1_000, 10_000].flatMap((items) =>
		[20, 200].flatMap((latencyMs) => [0, 0.3].map((repeated) => ({ items, latencyMs, repeated, clients: ALL }))),
	),
	faults: { items: 1_000, events: 500, latencyMs: 20, timeout: 3_000 },
};

/** The two comparisons that matter most, once around: under two minutes. */
const QUICK: Plan = {
	runs: 1,
	cases: [20, 200].map((latencyMs) => ({
		items: 500,
		latencyMs,
		repeated: 0,
		clients: ['ours', 'ours-reusing', 'http-our-credential', 'http-no-auth', 'undici'],
	})),
	faults: { items: 200, events: 100, latencyMs: 20, timeout: 3_000 },
};

export interface Choice {
	quick: boolean;
	/** Only cases of so many items. */
	items?: number;
	/** Only cases of this latency, in milliseconds. */
	latencyMs?: number;
	/** So many runs instead of the plan's. */
	runs?: number;
}

export function planFor({ quick, items, latencyMs, runs }: Choice): Plan {
	const plan = quick ? QUICK : FULL;
	const cases = plan.cases
		.filter((entry) => items === undefined || entry.items === items)
		.filter((entry) => latencyMs === undefined || entry.latencyMs === latencyMs);
	return { ...plan, cases, runs: runs ?? plan.runs };
}
