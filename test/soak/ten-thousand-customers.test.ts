import { startSandbox, type Sandbox } from '../../sandbox';
import { TestTrigger } from '../engine/engine';
import pairs from '../fixtures/moments.json';

const WATCHED = 10_000;
const CHANGED = 1_000;
/** Less than a list of this size takes, so that a round is several polls. */
const BUDGET = 10_000;

jest.setTimeout(1_800_000);

let sandbox: Sandbox;

beforeAll(async () => {
	// Like the real service: each answer is worded differently.
	sandbox = await startSandbox({ writing: { anew: true } });
});
afterAll(() => sandbox?.close());

const emailOf = (n: number) => `customer-${n}@example.com`;

function show(n: number, newBehavior: boolean): void {
	const { moment, reworded } = pairs.tuned[n % pairs.tuned.length] ?? {};
	const [profile, variant] = [moment, reworded].map((texts) => ({
		momento_compra_atual: { ...texts, novo_comportamento: newBehavior },
	}));
	sandbox.putProfile({ userProfileId: `id-${n}`, email: emailOf(n), profile, variants: [variant] });
}

test('10,000 watched customers, one call in twenty failing, 1,000 changes: how many times each was reported', async () => {
	for (let n = 0; n < WATCHED; n++) show(n, false);
	const watching = new TestTrigger({
		type: 'fashionAiTrigger',
		credential: { token: sandbox.token, host: 'custom', baseUrl: sandbox.url },
		workflowId: 'ten thousand',
		parameters: {
			customers: Array.from({ length: WATCHED }, (_, n) => emailOf(n)).join('\n'),
			// One try, so that the trigger has to make up for every failed call.
			options: { maxTries: 1 },
		},
		budget: BUDGET,
	});
	sandbox.setFaults([{ rate: 0.05, fault: { kind: 'status', status: 500 } }]);
	const visits = new Map<string, number>();
	let failed = 0;
	const count = () => {
		for (const { path, status } of sandbox.requests()) {
			visits.set(path, (visits.get(path) ?? 0) + 1);
			if (status === 500) failed++;
		}
		sandbox.clearRequests();
	};

	const reported = new Map<unknown, number>();
	const tell = (items: object[]) => {
		for (const item of items) {
			const { identifier } = item as { identifier: string };
			reported.set(identifier, (reported.get(identifier) ?? 0) + 1);
		}
		count();
	};
	tell(await watching.activate());
	let polls = 1;
	for (; visits.size < WATCHED || polls < 8; polls++) tell(await watching.poll());
	expect(reported.size).toBe(0);

	for (let n = 0; n < CHANGED; n++) show(n * (WATCHED / CHANGED), true);
	const changedAt = polls;
	for (; polls < changedAt + 24; polls++) tell(await watching.poll());

	const stored = Buffer.byteLength(JSON.stringify(watching.saved)) / WATCHED;
	const times = Array.from({ length: CHANGED }, (_, n) => reported.get(emailOf(n * (WATCHED / CHANGED))) ?? 0);
	const tally = (wanted: (times: number) => boolean) => times.filter(wanted).length;
	process.stdout.write(
		`${WATCHED} watched, ${polls} polls of ${BUDGET / 1000} s, ${failed} calls failed, ${stored.toFixed(1)} bytes per customer; ` +
			`of ${CHANGED} changes reported once ${tally((n) => n === 1)}, more often ${tally((n) => n > 1)}, not at all ${tally((n) => n === 0)}\n`,
	);
	expect(failed).toBeGreaterThan(WATCHED / 20);
	expect(stored).toBeLessThan(80);
	expect(reported.size).toBe(CHANGED);
	expect(tally((n) => n === 1)).toBe(CHANGED);
});
