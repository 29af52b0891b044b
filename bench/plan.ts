import { CLIENT_NAMES, type Case, type ClientName } from './cases';

/** What is measured: each case with each of its clients, so many times. */
export interface Plan {
	runs: number;
	cases: (Case & { clients: ClientName[] })[];
	/** The fault run, where there is one. */
	faults?: FaultPlan;
}

export interface FaultPlan {
	items: number;
	events: number;
	latencyMs: number;
	/** How long one try may take, in milliseconds: HTTP Request waits five minutes by itself. */
	timeout: number;
	/** How long a client may take in all, in milliseconds. */
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

/** The two comparisons that matter most, once around: under two minutes, also on a slow machine. */
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
	/** Only cases of so many items. */
	items?: number;
	/** Only cases of this latency, in milliseconds. */
	latencyMs?: number;
	/** Only cases with this part of repeated customers. */
	repeated?: number;
	/** Only these clients. */
	clients?: ClientName[];
	/** So many runs instead of the plan's. */
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
