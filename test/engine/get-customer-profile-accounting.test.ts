import type { IDataObject } from 'n8n-workflow';

import { runNode, type NodeResult } from './engine';
import { useSandbox } from './use-sandbox';

const { api, credential } = useSandbox({ syntheticCustomers: true });

const TOTAL = 1000;
const MALFORMED: unknown[] = [{}, { profile: null }, { profile: 'texto' }, [], null];

/** Item n of a thousand: every 20th is unknown (50), ten are no e-mail, five get a malformed answer, the rest are customers. */
function thousand(): IDataObject[] {
	MALFORMED.forEach((raw, n) => {
		api().putProfile({ userProfileId: `malformed-${n}`, email: `malformed-${n}@example.com`, raw });
	});
	return Array.from({ length: TOTAL }, (_, n) => {
		if (n % 20 === 0) return { n, kind: 'unknown', email: `unknown-${n}@example.com` };
		if (n % 100 === 1) return { n, kind: 'invalid', email: `invalid-${n}` };
		if (n % 200 === 2) return { n, kind: 'malformed', email: `malformed-${(n - 2) / 200}@example.com` };
		return { n, kind: 'customer', email: `load-${n}@example.com` };
	});
}

const lookUp = (
	input: IDataObject[],
	parameters: IDataObject = {},
	onError?: 'continueErrorOutput' | 'continueRegularOutput',
) =>
	runNode({
		type: 'getCustomerProfile',
		credential: credential(),
		input,
		onError,
		parameters: { email: '={{ $json.email }}', ...parameters } as never,
	});

const indexes = (items: NodeResult['items']) => items.map(({ pairedItem }) => (pairedItem as { item: number }).item);

test('of a thousand items every one is accounted for, in order, paired with its input', async () => {
	const input = thousand();

	const { items, errorItems, error, hints } = await lookUp(input, {}, 'continueErrorOutput');

	expect(error).toBeUndefined();
	expect(items).toHaveLength(985);
	expect(errorItems).toHaveLength(15);
	expect([...indexes(items), ...indexes(errorItems)].sort((a, b) => a - b)).toEqual([...input.keys()]);
	expect(indexes(items)).toEqual([...indexes(items)].sort((a, b) => a - b));
	for (const { json, pairedItem } of items) {
		const { email, kind } = input[(pairedItem as { item: number }).item] ?? {};
		expect(json.found).toBe(kind === 'customer');
		if (!json.found) expect(json.identifier).toBe(email);
	}
	for (const { json } of errorItems) {
		expect(json.error).toMatch(json.kind === 'invalid' ? /^Email is not valid/ : /answer that cannot be read/);
		expect(json.error).toMatch(new RegExp(`\\[item ${json.n}\\]$`));
	}
	expect(hints).toEqual([
		expect.objectContaining({ message: '15 of 1000 customers gave no result: 15 could not be looked up.' }),
	]);
});

test('with Skip and only new behavior, the hint counts what was left out', async () => {
	const { items, hints } = await lookUp(
		thousand(),
		{ ifNotFound: 'skip', emit: 'newBehavior' },
		'continueRegularOutput',
	);

	const returned = items.filter(({ json }) => json.error === undefined).length;
	const [, left, notFound, without, failed] =
		/^(\d+) of 1000 customers gave no result: (\d+) not found \(see If Not Found and Continue With\), (\d+) without new behavior, (\d+) could not be looked up\.$/.exec(
			hints[0]?.message ?? '',
		) ?? [];
	expect([Number(notFound), Number(failed)]).toEqual([50, 15]);
	expect(returned).toBeGreaterThan(0);
	expect(Number(left)).toBe(Number(notFound) + Number(without) + Number(failed));
	expect(returned + Number(left)).toBe(TOTAL);
});

test('a customer is looked up once, and every item gets the answer', async () => {
	const emails = ['load-1@example.com', 'load-2@example.com', ' load-1@example.com', 'load-1@example.com'];

	const { items } = await lookUp(emails.map((email) => ({ email })));

	expect(items.map(({ json }) => json.userProfileId)).toEqual(
		[1, 2, 1, 1].map((n) => items[n - 1]?.json.userProfileId),
	);
	expect(indexes(items)).toEqual([0, 1, 2, 3]);
	expect(api().requests()).toHaveLength(2);
});

test('by default, one invalid item stops the node before any call', async () => {
	const { items, error } = await lookUp([{ email: 'load-1@example.com' }, { email: 'none' }]);

	expect(items).toEqual([]);
	expect(error).toMatchObject({ message: 'Email is not valid', context: { itemIndex: 1 } });
	expect(api().requests()).toEqual([]);
});

test('an expression that cannot be evaluated fails only its own item', async () => {
	const input = [{ email: 'load-1@example.com' }, { email: null }, { email: 'load-2@example.com' }];

	const { items, errorItems } = await lookUp(
		input,
		{ email: '={{ $json.email.toLowerCase() }}' },
		'continueErrorOutput',
	);

	expect(indexes(items)).toEqual([0, 2]);
	expect(indexes(errorItems)).toEqual([1]);
});
