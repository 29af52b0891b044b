import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../sandbox';
import pairs from '../fixtures/moments.json';
import { runNode } from './engine';
import { later } from './later';
import { useSandbox } from './use-sandbox';

const { api, credential } = useSandbox({ writing: { anew: true } });

type Pair = (typeof pairs.tuned)[number];
const [first, second] = pairs.tuned as [Pair, Pair];

const ANA = 'ana@example.com';
const FINGERPRINT = /^[!-~]{1,64}$/;

function show(moment: Pair['moment'], shows = true, email = ANA): void {
	const profile = {
		ocasioes_relevantes: [{ ocasião: 'Trabalho', sugestao_look: ['Camisa branca', 'Calça escura'] }],
		momento_compra_atual: { ...moment, novo_comportamento: shows },
	};
	api().putProfile({ userProfileId: `id of ${email}`, email, profile });
}

const compare = (knownFingerprint: unknown, parameters: INodeParameters = {}, times = 1) => {
	const { options = {}, ...others } = parameters as { options?: IDataObject };
	return runNode({
		type: 'getCustomerProfile',
		credential: credential(),
		input: Array.from({ length: times }, () => ({ known: knownFingerprint as IDataObject, name: 'Ana' })),
		mode: 'trigger',
		parameters: {
			email: ANA,
			emit: 'changedSince',
			knownFingerprint: '={{ $json.known }}',
			...others,
			options: { includeUnchanged: true, ...options },
		} as INodeParameters,
	});
};

/** One lookup with the known fingerprint, as in a workflow that writes it back. */
async function look(
	known: unknown,
	parameters: INodeParameters = {},
): Promise<{ isNew: unknown; fingerprint: string }> {
	const { items, error } = await compare(known, parameters);
	expect(error).toBeUndefined();
	const { isNew, momentFingerprint } = items[0]?.json ?? {};
	expect(momentFingerprint).toMatch(FINGERPRINT);
	return { isNew, fingerprint: String(momentFingerprint) };
}

test('a note on a message is for those that are written, not for a customer without a new moment', async () => {
	show(first.moment, true);
	const message = { operation: 'whatsapp', audience: 'customer', firstLook: 'emit' };
	const written = await compare('', message);
	const unchanged = await compare(written.items[0]?.json.momentFingerprint, message, 2);

	expect([written, unchanged].map(({ items }) => items[0]?.json.isNew)).toEqual([true, false]);
	expect(written.hints.map(({ message: hint }) => hint)).toEqual([expect.stringContaining('phone is empty.')]);
	expect(unchanged.hints).toEqual([]);
});

test('reports each moment of a customer once, using only the fingerprint', async () => {
	show(first.moment, false);
	const seen: unknown[] = [];
	let fingerprint: unknown = '';
	for (const moment of [first.moment, first.reworded, second.moment, second.reworded, first.next]) {
		for (const shows of [true, false, true]) {
			show(moment, shows);
			const result = await look(fingerprint, { firstLook: 'emit' });
			seen.push(result.isNew);
			fingerprint = result.fingerprint;
		}
	}

	expect(seen).toEqual([
		true,
		false,
		false,
		false,
		false,
		false,
		true,
		false,
		false,
		false,
		false,
		false,
		true,
		false,
		false,
	]);
});

test.each([
	['remember', false],
	['emit', true],
])('the first look with %s', async (firstLook, isNew) => {
	show(first.moment);
	for (const nothing of ['', null, '  ']) expect(await look(nothing, { firstLook })).toMatchObject({ isNew });
});

test('a behavior that starts after the first look is new, and an unconfirmed one is not', async () => {
	show(first.moment, false);
	const { fingerprint } = await look('');
	show(first.moment);
	expect(await look(fingerprint)).toMatchObject({ isNew: true });

	api().reset();
	const profile = (shows: boolean) => ({ momento_compra_atual: { ...first.moment, novo_comportamento: shows } });
	api().putProfile({ userProfileId: 'ana', email: ANA, profile: profile(true), variants: [profile(false)] });
	expect(await look(fingerprint)).toMatchObject({ isNew: false });
});

test('a customer without a new moment is left out and counted, or returned with isNew false if requested', async () => {
	show(first.moment);
	const { fingerprint } = await look('');

	const { items, hints } = await compare(fingerprint, { options: { includeUnchanged: false } });

	expect(items).toEqual([]);
	expect(hints.map(({ message }) => message)).toEqual(['1 of 1 customers gave no result: 1 without a new moment.']);
});

test('with the defaults, a hint says that first looks are left out, and what returns them', async () => {
	show(first.moment);
	const defaults = { options: { includeUnchanged: false } };

	for (const nothing of ['', 'damaged']) {
		const { items, hints } = await compare(nothing, defaults);
		expect(items).toEqual([]);
		expect(hints[0]?.message).toBe(
			'1 of 1 customers gave no result: 1 looked up for the first time (turn on Options → Include Unchanged to store their fingerprints).',
		);
	}
	// Here a first look is returned as soon as it shows something, so it needs no fingerprint before.
	show(first.moment, false);
	expect((await compare('', { ...defaults, firstLook: 'emit' })).hints[0]?.message).toBe(
		'1 of 1 customers gave no result: 1 without a new moment.',
	);
});

test('a new moment whose fingerprint was not written back is returned again', async () => {
	show(first.moment);
	const { fingerprint } = await look('');
	show(second.moment);
	for (let night = 0; night < 2; night++) expect(await look(fingerprint)).toMatchObject({ isNew: true });
});

describe.each<Fault>([
	{ kind: 'status', status: 429 },
	{ kind: 'status', status: 500 },
	{ kind: 'invalidJson' },
	{ kind: 'stall' },
])('a second lookup that fails (%j)', (fault) => {
	const impatient = { maxTries: 1, timeout: 1000 };

	test('keeps neither its customer nor the others from being returned, and a later text confirms the first', async () => {
		show(first.moment);
		const { fingerprint } = await look('');
		show(second.moment);
		show(second.moment, true, 'bia@example.com');
		api().setFaults([{ path: 'ana%40', skip: 1, fault }]);
		const { items, error } = await runNode({
			type: 'getCustomerProfile',
			credential: credential(),
			input: [{ email: ANA, known: fingerprint }, { email: 'bia@example.com' }],
			mode: 'trigger',
			parameters: {
				email: '={{ $json.email }}',
				emit: 'changedSince',
				knownFingerprint: '={{ $json.known }}',
				firstLook: 'emit',
				options: { includeUnchanged: true, ...impatient },
			},
		});
		api().setFaults([]);

		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.isNew)).toEqual([false, true]);
		const [waiting] = items.map(({ json }) => json.momentFingerprint);
		expect(waiting).not.toBe(fingerprint);
		api().clearRequests();
		show(second.reworded);
		expect(await look(waiting)).toMatchObject({ isNew: true });
		expect(api().requests()).toHaveLength(1);
	});

	test('is what a customer left out waits for', async () => {
		show(first.moment);
		const { fingerprint } = await look('');
		show(second.moment);
		api().setFaults([{ skip: 1, fault }]);
		const { items, hints } = await compare(fingerprint, { options: { includeUnchanged: false, ...impatient } });
		api().setFaults([]);

		expect(items).toEqual([]);
		expect(hints[0]?.message).toBe('1 of 1 customers gave no result: 1 to be confirmed by a second lookup.');
	});
});

test('a change during the quiet period is new when the period ends', async () => {
	const options = { quietPeriod: 7 };
	show(first.moment);
	const reported = await look('', { firstLook: 'emit', options });
	show(first.next);
	const waiting = await look(reported.fingerprint, { options });

	expect([reported.isNew, waiting.isNew]).toEqual([true, false]);
	const { hints } = await compare(reported.fingerprint, { options: { ...options, includeUnchanged: false } });
	expect(hints.map(({ message }) => message)).toEqual(['1 of 1 customers gave no result: 1 in the quiet period.']);
	await later(8, async () => expect(await look(waiting.fingerprint, { options })).toMatchObject({ isNew: true }));
});

test.each([
	['a damaged one', (known: string) => `${known.slice(0, -1)}~`, /damaged/],
	['a shortened one', (known: string) => known.slice(0, 20), /damaged/],
	['any text', () => 'Marina', /damaged/],
	['a number', () => 7, /damaged/],
	['an object', () => ({ a: 1 }), /damaged/],
])('%s counts as a first look, and a hint says so', async (_what, spoil, expected) => {
	show(first.moment);
	const { fingerprint } = await look('');

	const { items, hints, error } = await compare(spoil(fingerprint));

	expect(error).toBeUndefined();
	expect(items[0]?.json).toMatchObject({ isNew: false, momentFingerprint: expect.stringMatching(FINGERPRINT) });
	expect(hints.map(({ message }) => message)).toEqual([expect.stringMatching(expected)]);
});

describe.each(['get', 'hubspot', 'email', 'slack', 'whatsapp'])('with the operation %s', (operation) => {
	test('a new moment has isNew and the fingerprint', async () => {
		show(first.moment);
		const { items } = await compare('', { operation, firstLook: 'emit' });

		expect(items[0]?.json).toMatchObject({
			found: true,
			isNew: true,
			momentFingerprint: expect.stringMatching(FINGERPRINT),
		});
		expect(items[0]?.json.fashionai_moment_fingerprint).toBe(
			operation === 'hubspot' ? items[0]?.json.momentFingerprint : undefined,
		);
	});

	test('an unchanged customer has no message that could be sent', async () => {
		show(first.moment);
		const { items } = await compare('', { operation });
		const { json = {} } = items[0] ?? {};

		expect(json).toMatchObject({ found: true, isNew: false });
		for (const name of ['subject', 'html', 'text', 'slackBlocks', 'templateText1'])
			if (name in json) expect(json[name]).toBe('');
		if (operation !== 'hubspot') expect(json.email ?? '').toBe('');
	});
});

test.each(['simplified', 'raw', 'selected'])('both fields are present with the output %s', async (output) => {
	show(first.moment);
	const { items } = await compare('', { output, fields: ['style', 'momentFingerprint'], firstLook: 'emit' });
	expect(items[0]?.json).toMatchObject({ isNew: true, momentFingerprint: expect.stringMatching(FINGERPRINT) });
});

test('the fingerprint can be selected without a comparison, to initialize a store', async () => {
	show(first.moment);
	const { items } = await runNode({
		type: 'getCustomerProfile',
		credential: credential(),
		parameters: { email: ANA, output: 'selected', fields: ['momentFingerprint'] },
	});
	const fingerprint = items[0]?.json.momentFingerprint;
	expect(Object.keys(items[0]?.json ?? {})).toEqual(['found', 'userProfileId', 'momentFingerprint']);

	expect(await look(fingerprint)).toMatchObject({ isNew: false });
	show(first.next);
	expect(await look(fingerprint)).toMatchObject({ isNew: true });
});

test('two items of one customer are looked up once, and a second time for both', async () => {
	show(first.moment, false);
	const { fingerprint } = await look('');
	api().clearRequests();
	show(first.moment);

	const { items } = await runNode({
		type: 'getCustomerProfile',
		credential: credential(),
		input: [{}, {}],
		parameters: { email: ANA, emit: 'changedSince', knownFingerprint: fingerprint },
	});

	expect(items.map(({ json }) => json.isNew)).toEqual([true, true]);
	expect(api().requests()).toHaveLength(2);
});

test('a fingerprint contains no customer data in clear text', async () => {
	show(first.moment);
	const { fingerprint } = await look('');
	expect(fingerprint).not.toMatch(/ana|example|vestido|festa/i);
});
