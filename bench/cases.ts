import type { FaultRule } from '../sandbox';

/** Everything that looks up profiles, in the order of the runs: the closest competitors run next to each other. */
const CLIENTS = {
	ours: 'Get Customer Profile',
	'http-no-auth': 'HTTP Request, no credential',
	'http-our-credential': 'HTTP Request, our credential',
	'http-header-auth': 'HTTP Request, header auth',
	'http-batching': 'HTTP Request, our credential, 50 per batch',
	'ours-reusing': 'Get Customer Profile, Reuse Connections',
	'no-operation': "No Operation: n8n's engine alone, without calls",
	'n8n-helper': "n8n's HTTP client alone (lower limit of a node)",
	fetch: "Node.js' fetch alone (lower limit of Reuse Connections)",
	undici: 'bare undici pool (lower limit)',
} as const;
export type ClientName = keyof typeof CLIENTS;
export const CLIENT_NAMES = Object.keys(CLIENTS) as ClientName[];

/** The client of the fault run that sends events, which must not be sent twice. */
export const EVENTS = 'events';

export type AnyClient = ClientName | typeof EVENTS;

export function displayNameOf(client: AnyClient): string {
	return client === EVENTS ? 'Get Recommendations, one event per item' : CLIENTS[client];
}

/** One measurement: a number of items, one client, and an API that answers after `latencyMs`. */
export interface Case {
	items: number;
	latencyMs: number;
	/** The share of items whose customer another item has already. */
	repeated: number;
	faults?: FaultRule[];
}

/** The job of one client process. */
export interface Job {
	client: AnyClient;
	/** The API, and its token. */
	url: string;
	token: string;
	/** One per item. */
	emails: string[];
	/** Timeout per attempt, in milliseconds; by default each client's own. */
	timeout?: number;
	/** n8n's folder with its node_modules, and the user folder that our package is installed in. */
	n8nFolder: string;
	userFolder: string;
	/** Whether V8's young generation is not filled first. */
	cold: boolean;
}

/** What a client process measured of itself. */
export interface Measured {
	wallMs: number;
	/** User and system time of the process, all threads. */
	cpuMs: number;
	/** Peak resident memory minus that before the run. */
	memoryGrowthMb: number;
	/** The peak itself. */
	peakMemoryMb: number;
	/** The longest blocking of the event loop. */
	stallMs: number;
	/** Items with a customer's profile, or an event's products. */
	delivered: number;
	/** Items with an error message. */
	failed: number;
	/** The error that stopped the node, if any. */
	stoppedBy?: string;
}

/** What the API counted while a client ran. */
export interface Served {
	requests: number;
	connections: number;
	/** The maximum number of events processed for one session. */
	mostTakenOfOneEvent: number;
	/** Events processed. */
	taken: number;
}

export type Result = Measured & Served;

export const emailsOf = ({ items, repeated }: Case): string[] => {
	const distinct = Math.max(1, Math.round(items * (1 - repeated)));
	return Array.from({ length: items }, (_, item) => `load-${item % distinct}@example.com`);
};

/** The occasional faults of any shared API, all at once. */
export const FAULTS: FaultRule[] = [
	{ rate: 0.05, seed: 1, fault: { kind: 'status', status: 429, retryAfter: 1 } },
	{ rate: 0.05, seed: 2, fault: { kind: 'status', status: 500 } },
	{ rate: 0.02, seed: 3, fault: { kind: 'reset' } },
	{ rate: 0.01, seed: 4, fault: { kind: 'stall', midBody: true } },
];
