import { CLIENT_NAMES, type Case, type ClientName } from './cases';

/** What is measured: each case with each of its clients, and how many times. */
export interface Plan {
	runs: number;
	cases: (Case & { clients: ClientName[] })[];
	/** The fault run, if any. */
	faults?: FaultPlan;
}

export interface FaultPlan {
	items: number;
	events: number;
	latencyMs: number;
	/** Timeout per attempt, in milliseconds: HTTP Request's default is five minutes. */
	timeout: number;
	/** Total timeout of a client, in milliseconds. */
	limitMs: number;
}

/** Everything: one to two hours. */
const FULL: Plan = {
	runs: 3,
	cases: [100, 1_000, 10_000].flatMap((items) =>
		[20, 200].flatMap((latencyMs) =>
			[0, 0.3].map((repeated) => ({ items, latencyMs, repeated, clients: CLIENT_NAMES })),
		),
	),
	faults: { items: 1_000, events: 500, latencyMs: 20, timeout: 3_000, limitMs: 120_000 },
};

/** The two most important comparisons, once: under two minutes, even on a slow machine. */
const QUICK: Plan = {
	runs: 1,
	cases: [
		{ items: 500, latencyMs: 20, repeated: 0, clients: ['ours', 'ours-reusing', 'http-our-credential', 'undici'] },
		{ items: 500, latencyMs: 200, repeated: 0, clients: ['ours', 'http-no-auth'] },
	],
	faults: { items: 200, events: 100, latencyMs: 20, timeout: 3_000, limitMs: 30_000 },
};

export interface Choice {
	quick: boolean;
	/** Only cases with this number of items. */
	items?: number;
	/** Only cases of this latency, in milliseconds. */
	latencyMs?: number;
	/** Only cases with this share of repeated customers. */
	repeated?: number;
	/** Only these clients. */
	clients?: ClientName[];
	/** The number of runs, instead of the plan's. */
	runs?: number;
	/** Without the fault run. */
	noFaults: boolean;
}

export function planFor({ quick, items, latencyMs, repeated, clients = CLIENT_NAMES, runs, noFaults }: Choice): Plan {
	const plan = quick ? QUICK : FULL;
	const isMeant = (figure: number, meant?: number) => meant === undefined || figure === meant;
	const cases = plan.cases
		.filter(
			(entry) =>
				isMeant(entry.items, items) && isMeant(entry.latencyMs, latencyMs) && isMeant(entry.repeated, repeated),
		)
		.map((entry) => ({ ...entry, clients: entry.clients.filter((client) => clients.includes(client)) }))
		.filter((entry) => entry.clients.length > 0);
	return { runs: runs ?? plan.runs, cases, faults: noFaults ? undefined : plan.faults };
}
