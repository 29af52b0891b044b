import { request } from 'undici';

import pairs from '../../test/fixtures/moments.json';
import { startSandbox, type Sandbox } from '../../sandbox';
import { whatIsMissing } from '../queue/program';
import { NightlySync, type Night } from './night';
import { HELP, readOptions, type ScaleOptions } from './options';
import { startReceiver } from './receiver';

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
async function tellRequests(night: string, sandbox: Sandbox): Promise<void> {
	const last = sandbox.requests();
	const { body } = await request(`${sandbox.url}/sandbox/state`);
	const { requests } = (await body.json()) as { requests: number };
	process.stdout.write(
		`Requests in the ${night}: ${requests}; of the last ${last.length} of them ${last.filter(({ status }) => status === 500).length} failed\n`,
	);
}

async function measure(options: ScaleOptions): Promise<void> {
	const { customers, changed, faults, kill, latencyMs } = options;
	const sandbox = await startSandbox({ writing: { anew: true }, latencyMs });
	const crm = await startReceiver();
	for (let n = 1; n <= customers; n++) show(sandbox, n, false);
	const sync = await NightlySync.start(customers);
	try {
		await sync.publish(sandbox, crm.url);
		tell('First night', customers, await sync.measure());
		await tellRequests('first night', sandbox);
		if (crm.reported.size > 0) process.stdout.write(`Reported in the first night already: ${crm.reported.size}\n`);

		const step = Math.round(1 / changed);
		const expected = new Set<string>();
		for (let n = step; n <= customers; n += step) {
			show(sandbox, n, true);
			expected.add(emailOf(n));
		}
		sandbox.clearRequests();
		if (faults > 0) sandbox.setFaults([{ rate: faults, fault: { kind: 'status', status: 500 } }]);
		await sync.nextDay();
		tell('Second night', customers, await sync.measure(kill ? () => sync.kill() : undefined));

		const reported = [...crm.reported.values()];
		const times = new Map<string, number>();
		for (const email of reported) times.set(email, (times.get(email) ?? 0) + 1);
		const lost = [...expected].filter((email) => !times.has(email)).length;
		const twice = [...times.values()].filter((count) => count > 1).length;
		const falsely = [...times.keys()].filter((email) => !expected.has(email)).length;
		const repeated = [...crm.deliveries.values()].filter((count) => count > 1).length;
		await tellRequests('second night', sandbox);
		process.stdout.write(
			`${expected.size} of them showed something new: told ${times.size}, lost ${lost}, reported twice ${twice}, reported falsely ${falsely}, ` +
				`sent again with the same key ${repeated}\n` +
				`Never looked up: ${await sync.left()}. Executions that n8n has kept: ${await sync.executions()}\n`,
		);
		if (lost > 0 || twice > 0) process.exitCode = 1;
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
	const missing = whatIsMissing();
	if (missing !== undefined) throw new Error(missing);
	await measure(options);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
