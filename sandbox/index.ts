import type { AddressInfo } from 'node:net';
import { buildApp } from './app';
import { DEMO_TOKEN, RECORDED_REQUESTS } from './constants';
import type { Customer } from './engine/customers';
import { Shop } from './engine/shop';
import { FaultPlan } from './faults/plan';
import type { FaultRule } from './faults/rules';
import { type RecordedRequest, Recorder } from './recorder';
import type { Writing } from './writing/options';

export { DEMO_TOKEN, FORBIDDEN_TOKEN } from './constants';
export type { Customer } from './engine/customers';
export type { Fault, FaultRule } from './faults/rules';
export type { Writing } from './writing/options';

export interface SandboxOptions {
	/** 0, the default, takes any free port. */
	port?: number;
	/** Default `127.0.0.1`. */
	host?: string;
	/** Default `DEMO_TOKEN`. */
	token?: string;
	/** The rate limit per token; 0, the default, for none. */
	requestsPerMinute?: number;
	/** Serves https with this key and certificate (PEM). */
	tls?: { key: string; cert: string };
	/** A delay before every API call. */
	latencyMs?: number;
	/** Whether `load-<n>@example.com` is a customer for every n, with the profile of a demo customer. */
	syntheticCustomers?: boolean;
	/**
	 * The rewording settings, from the start and after each reset; by default each lookup returns the stored text at
	 * once.
	 */
	writing?: Writing;
}

export interface Sandbox {
	/** Scheme, host and port, without a slash at the end. */
	url: string;
	token: string;
	/** The last 50,000 calls of the API, oldest first. */
	requests(): RecordedRequest[];
	/** How many calls there were since the last clear, including those no longer remembered. */
	requestCount(): number;
	clearRequests(): void;
	/** Replaces all rules and resets their counters. */
	setFaults(faults: FaultRule[]): void;
	/** Replaces the rewording settings; omitted ones are off. The lookup count is kept. */
	setWriting(writing: Writing): void;
	/** Resets demo data, faults, requests and rewording settings. */
	reset(): void;
	/** Adds a customer with a profile, or a whole answer (`raw`), of any shape; replaces the one with the same ID. */
	putProfile(record: Customer): void;
	deleteProfile(userProfileId: string): void;
	close(): Promise<void>;
}

/**
 * Starts a local Fashion.AI API, with demo customers and a demo shop.
 *
 * @throws the server's error if it cannot listen (`code: 'EADDRINUSE'` for a port in use)
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, host = '127.0.0.1', token = DEMO_TOKEN, requestsPerMinute = 0, latencyMs = 0, tls } = options;
	const shop = new Shop(options.syntheticCustomers ?? false, options.writing);
	const plan = new FaultPlan();
	const recorder = new Recorder(RECORDED_REQUESTS);
	const reset = () => {
		shop.reset();
		plan.set([]);
		recorder.clear();
	};
	const app = await buildApp({ token, requestsPerMinute, latencyMs, tls }, { shop, plan, recorder, reset });
	await app.listen({ port, host });
	return {
		url: urlOf(app.server.address() as AddressInfo, host, tls !== undefined),
		token,
		requests: () => recorder.list(),
		requestCount: () => recorder.count,
		clearRequests: () => recorder.clear(),
		setFaults: (faults) => plan.set(faults),
		setWriting: (writing) => shop.writer.set(writing),
		reset,
		putProfile: (record) => shop.customers.put(record),
		deleteProfile: (userProfileId) => void shop.customers.delete(userProfileId),
		close: () => app.close(),
	};
}

/** The address of the server from this machine: loopback for one that listens on all interfaces. */
function urlOf({ port }: AddressInfo, host: string, secure: boolean): string {
	const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
	return `${secure ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
