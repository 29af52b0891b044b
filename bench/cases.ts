import type { FaultRule } from '../sandbox';

/** Everything that asks for profiles, in the order in which they run: the closest race is run side by side. */
const CLIENTS = {
	ours: 'Get Customer Profile',
	'http-no-auth': 'HTTP Request, no credential',
	'http-our-credential': 'HTTP Request, our credential',
	'http-header-auth': 'HTTP Request, header auth',
	'http-batching': 'HTTP Request, our credential, 50 per batch',
	'ours-reusing': 'Get Customer Profile, Reuse Connections',
	'n8n-helper': "n8n's HTTP client alone (lower limit of a node)",
	undici: 'bare undici pool (lower limit)',
} as const;
export type ClientName = keyof typeof CLIENTS;
export const CLIENT_NAMES = Object.keys(CLIENTS) as ClientName[];

/** The client of the fault run that sends events, which may not be sent twice. */
export const EVENTS = 'events';

export type AnyClient = ClientName | typeof EVENTS;

export function displayNameOf(client: AnyClient): string {
	return client === EVENTS ? 'Get Recommendations, one event per item' : CLIENTS[client];
}

/** One measurement: so many items, by one client, against an API that answers after `latencyMs`. */
export interface Case {
	items: number;
	latencyMs: number;
	/** The part of the items that ask for a customer whom another item asked for already. */
	repeated: number;
	faults?: FaultRule[];
}

/** What one client process is told to do. */
export interface Job {
	client: AnyClient;
	/** The API, and the token it takes. */
	url: string;
	token: string;
	/** One per item. */
	emails: string[];
	/** How long one try may take, in milliseconds; each client's own where there is none. */
	timeout?: number;
	/** n8n's folder with its node_modules, and the user folder that our package is installed in. */
	n8nFolder: string;
	userFolder: string;
	/** Whether V8's young generation is left as the client's modules left it. */
	cold: boolean;
}

/** What a client process measured of itself. */
export interface Measured {
	wallMs: number;
	/** User and system time of the process, all threads. */
	cpuMs: number;
	/** The peak of the resident memory over what it was before. */
	memoryGrowthMb: number;
	/** The peak itself. */
	peakMemoryMb: number;
	/** The longest time for which nothing else got its turn. */
	stallMs: number;
	/** Items with a customer's profile, or an event's products. */
	delivered: number;
	/** Items that say what happened to them. */
	failed: number;
	/** What stopped the whole node, if anything did. */
	stoppedBy?: string;
}

/** What the API counted while a client ran. */
export interface Served {
	requests: number;
	connections: number;
	/** Of all sessions, the most events that were taken for one. */
	mostTakenOfOneEvent: number;
	/** Events that were taken. */
	taken: number;
}

export type Result = Measured & Served;

export const emailsOf = ({ items, repeated }: Case): string[] => {
	const distinct = Math.max(1, Math.round(items * (1 - repeated)));
	return Array.from({ length: items }, (_, item) => `load-${item % distinct}@example.com`);
};

/** What any shared API does now and then, all at once. */
export const FAULTS: FaultRule[] = [
	{ rate: 0.05, seed: 1, fault: { kind: 'status', status: 429, retryAfter: 1 } },
	{ rate: 0.05, seed: 2, fault: { kind: 'status', status: 500 } },
	{ rate: 0.02, seed: 3, fault: { kind: 'reset' } },
	{ rate: 0.01, seed: 4, fault: { kind: 'stall', midBody: true } },
];
