import { setTimeout as sleep } from 'node:timers/promises';

import pairs from '../../test/fixtures/moments.json';
import { startSandbox, type FaultRule, type Sandbox } from '../../sandbox';
import { DEFAULT_MAX_TRIES } from '../../nodes/shared/http/limits';
import { whatIsMissing } from '../queue/program';
import { NightlySync, type Night } from './night';
import { HELP, readOptions, type ScaleOptions } from './options';
import { startReceiver, type Receiver } from './receiver';

/** How many customers can never be looked up in the third night. */
const FAILING = 5;
/** How many times a night tries a customer. */
const TRIES = 3;

const emailOf = (n: number) => `customer-${n}@example.com`;

/** A customer with two texts for one moment, used alternately. */
function show(sandbox: Sandbox, n: number, newBehavior: boolean): void {
	const { moment, reworded } = pairs.tuned[n % pairs.tuned.length] ?? {};
	const [profile, variant] = [moment, reworded].map((texts) => ({
		momento_compra_atual: { ...texts, novo_comportamento: newBehavior },
	}));
	sandbox.putProfile({ userProfileId: `id-${n}`, email: emailOf(n), profile, variants: [variant] });
}

function tell(night: string, customers: number, { seconds, peakMb, beforeMb, floorsMb, rows, grownMb }: Night): void {
	process.stdout.write(
		`${night}: ${customers} customers in ${seconds.toFixed(0)} s (${(customers / seconds).toFixed(0)} a second), n8n's memory at most ` +
			`${peakMb.toFixed(0)} MB (${beforeMb.toFixed(0)} before; at least, by quarter: ${[...floorsMb].map((mb) => mb?.toFixed(0)).join(', ')}), ${rows} rows written, n8n's database ${grownMb.toFixed(1)} MB more\n`,
	);
}

/** What the API was asked in a night. The sandbox remembers only the last requests one by one. */
function tellRequests(night: string, sandbox: Sandbox): void {
	const last = sandbox.requests();
	process.stdout.write(
		`Requests in the ${night}: ${sandbox.requestCount()}; of the last ${last.length} of them ${last.filter(({ status }) => status === 500).length} failed\n`,
	);
}

/** Makes the run fail, and says why. */
function fail(why: string): void {
	process.stdout.write(`Failed: ${why}\n`);
	process.exitCode = 1;
}

/** Compares what the CRM was told in a night with who showed something new in it, and forgets it. */
function tellReports(crm: Receiver, expected: ReadonlySet<string>): void {
	const times = new Map<string, number>();
	for (const email of crm.reported.values()) times.set(email, (times.get(email) ?? 0) + 1);
	const lost = [...expected].filter((email) => !times.has(email)).length;
	const twice = [...times.values()].filter((count) => count > 1).length;
	const falsely = [...times.keys()].filter((email) => !expected.has(email)).length;
	const repeated = [...crm.deliveries.values()].filter((count) => count > 1).length;
	process.stdout.write(
		`${expected.size} of them showed something new: told ${times.size}, lost ${lost}, reported twice ${twice}, reported falsely ${falsely}, ` +
			`sent again with the same key ${repeated}\n`,
	);
	if (lost + twice + falsely > 0) fail('not everything new was reported exactly once');
	crm.reported.clear();
	crm.deliveries.clear();
}

async function tellLeft(sync: NightlySync, expected = 0): Promise<void> {
	const left = await sync.left();
	process.stdout.write(`Never looked up: ${left}\n`);
	if (left !== expected) fail(`${left} customers were never looked up, instead of ${expected}`);
}

/** Lets every n-th customer show something new, beginning with the given one; returns who. */
function change(sandbox: Sandbox, { customers, changed }: ScaleOptions, offset: number): Set<string> {
	const step = Math.round(1 / changed);
	const expected = new Set<string>();
	for (let n = step - offset; n <= customers; n += step) {
		show(sandbox, n, true);
		expected.add(emailOf(n));
	}
	return expected;
}

/** Kills n8n once half of the customers were asked for, at a moment when lookups are unanswered. Returns how many were. */
async function killMidway(sync: NightlySync, sandbox: Sandbox, half: number, over: AbortSignal): Promise<number> {
	while (!over.aborted) {
		const unanswered = sandbox.requestCount() < half ? [] : sandbox.requests().filter(({ status }) => status === 0);
		if (unanswered.length > 0) {
			await sync.kill();
			return unanswered.length;
		}
		await sleep(5);
	}
	return 0;
}

async function secondNight(sync: NightlySync, sandbox: Sandbox, crm: Receiver, options: ScaleOptions): Promise<void> {
	const { customers, faults, kill } = options;
	const expected = change(sandbox, options, 0);
	sandbox.clearRequests();
	if (faults > 0) sandbox.setFaults([{ rate: faults, fault: { kind: 'status', status: 500 } }]);
	await sync.nextDay();
	const over = new AbortController();
	const [night, unanswered] = await Promise.all([
		sync.measure().finally(() => over.abort()),
		kill ? killMidway(sync, sandbox, customers / 2, over.signal) : 0,
	]);
	tell('Second night', customers, night);
	tellRequests('second night', sandbox);
	if (kill) process.stdout.write(`Killed with ${unanswered} lookups under way\n`);
	if (kill && unanswered === 0) fail('n8n was not killed');
	tellReports(crm, expected);
	await tellLeft(sync);
}

/** One start alone, since each start gives those who fail new tries. */
async function thirdNight(sync: NightlySync, sandbox: Sandbox, crm: Receiver, options: ScaleOptions): Promise<void> {
	await sync.startNoMore();
	const failing = await sync.first(FAILING);
	for (let n = 1; n <= options.customers; n++) show(sandbox, n, false);
	const expected = change(sandbox, options, 1);
	for (const email of failing) expected.delete(email);
	sandbox.clearRequests();
	sandbox.setFaults(
		failing.map((email): FaultRule => ({
			path: `/${encodeURIComponent(email)}`,
			fault: { kind: 'status', status: 500 },
		})),
	);
	await sync.nextDay();
	const page = new Set(await sync.failPage());

	const asked = new Map<string, number>();
	for (const { path } of sandbox.requests()) {
		const email = decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
		asked.set(email, (asked.get(email) ?? 0) + 1);
	}
	const tries = failing.map((email) => (asked.get(email) ?? 0) / DEFAULT_MAX_TRIES);
	// Whoever shows something new takes a second request.
	const repeated = [...asked].filter(
		([email, count]) => !failing.includes(email) && count > (expected.has(email) ? 2 : 1),
	);
	process.stdout.write(
		`Third night: ${failing.length} customers failed, after ${Math.min(...tries)} to ${Math.max(...tries)} tries; ` +
			`${repeated.length} were asked for again, ${page.size} of them on the page that was not written\n`,
	);
	if (!tries.every((count) => count >= 1 && count <= TRIES)) fail(`a customer who fails takes 1 to ${TRIES} tries`);
	const once = repeated.every(([email, count]) => page.has(email) && count === (expected.has(email) ? 4 : 2));
	if (!once || repeated.length !== page.size) fail('not that page alone was repeated, once');
	tellReports(crm, expected);
	await tellLeft(sync, failing.length);
}

async function measure(options: ScaleOptions): Promise<void> {
	const { customers, failingPage, latencyMs } = options;
	const sandbox = await startSandbox({ writing: { anew: true }, latencyMs });
	const crm = await startReceiver();
	for (let n = 1; n <= customers; n++) show(sandbox, n, false);
	const sync = await NightlySync.start(customers);
	try {
		await sync.publish(sandbox, crm.url);
		tell('First night', customers, await sync.measure());
		tellRequests('first night', sandbox);
		tellReports(crm, new Set());
		await secondNight(sync, sandbox, crm, options);
		if (failingPage) await thirdNight(sync, sandbox, crm, options);
		process.stdout.write(`Executions that n8n has kept: ${await sync.executions()}\n`);
	} finally {
		await sync.stop();
		await Promise.all([sandbox.close(), crm.close()]);
	}
}

async function main(): Promise<void> {
	const options = readOptions(process.argv.slice(2));
	if (options === undefined) {
		process.stdout.write(HELP);
		return;
	}
	const missing = whatIsMissing(['postgresql']);
	if (missing !== undefined) throw new Error(missing);
	await measure(options);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
