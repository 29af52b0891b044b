import { sleep, type IDataObject, type INodeParameters } from 'n8n-workflow';

import { MEMORY_VERSION } from '../../nodes/FashionAiTrigger/state/memory';
import { startSandbox, type FaultRule, type Sandbox } from '../../sandbox';
import type { Fault } from '../../sandbox/faults/rules';
import pairs from '../fixtures/moments.json';
import { sendEvent } from '../sandbox/client';
import { TestTrigger, type TriggerRun } from './engine';
import { later } from './later';

type Pair = (typeof pairs.tuned)[number];

let sandbox: Sandbox;
let workflows = 0;

beforeAll(async () => {
	// Like the real service: each answer is worded differently.
	sandbox = await startSandbox({ syntheticCustomers: true, writing: { anew: true } });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const MARINA = 'marina.alves@example.com';
const RAFAEL = 'rafael.nogueira@example.com';
const BEATRIZ = 'beatriz.fonseca@example.com';
const UNKNOWN = 'nobody@example.com';

const [first, second, third] = pairs.tuned as [Pair, Pair, Pair];

function trigger(parameters: INodeParameters, run: Partial<TriggerRun> = {}): TestTrigger {
	return new TestTrigger({
		type: 'fashionAiTrigger',
		credential: { token: sandbox.token, host: 'custom', baseUrl: sandbox.url },
		workflowId: `workflow ${++workflows}`,
		...run,
		parameters: { options: { maxTries: 1, maxConcurrency: 4 }, ...parameters },
	});
}

type Moment = typeof first.moment;

/** Sets a sandbox customer's moment; the rest of the profile stays the same. */
function show(email: string, moment: Moment, newBehavior = true): void {
	const profile = {
		perfil_cliente: { estilo_geral: 'Clássico' },
		momento_compra_atual: { ...moment, novo_comportamento: newBehavior },
	};
	sandbox.putProfile({ userProfileId: `id of ${email}`, email, profile });
}

const ANA = 'ana@example.com';
const EVA = 'eva@example.com';
const DOWN: FaultRule[] = [{ fault: { kind: 'status', status: 503 } }];

describe('New Behavior Detected', () => {
	test('fires once when a customer’s behavior changes through the events of a shop', async () => {
		const watching = trigger({ customers: `${RAFAEL}\n${BEATRIZ}` });
		expect(await watching.activate()).toEqual([]);

		const visitor = { sessionId: 'visit', userId: '91' };
		for (const id of ['vestido-04', 'vestido-06', 'vestido-05']) await sendEvent(sandbox, 'productView', id, visitor);
		const items = await watching.poll();

		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({
			identifyBy: 'email',
			identifier: RAFAEL,
			email: RAFAEL,
			found: true,
			newBehavior: true,
		});
		expect(await watching.poll()).toEqual([]);
	});

	test('does not fire when the same moment is reworded, and fires for a different moment', async () => {
		show(ANA, first.moment, false);
		const watching = trigger({ customers: ANA });
		await watching.activate();

		show(ANA, first.moment);
		expect(await watching.poll()).toHaveLength(1);
		show(ANA, first.reworded);
		expect(await watching.poll()).toEqual([]);
		show(ANA, first.next);
		expect(await watching.poll()).toHaveLength(1);
		expect(await watching.poll()).toEqual([]);
	});

	test('reports the same moment once, however many times its flag is set, and then a different one', async () => {
		show(ANA, first.moment, false);
		const watching = trigger({ customers: ANA });
		await watching.activate();

		const reported: unknown[] = [];
		for (const moment of [first.moment, first.reworded, first.moment, first.reworded]) {
			show(ANA, moment);
			reported.push(...(await watching.poll()));
			show(ANA, moment, false);
			reported.push(...(await watching.poll()));
		}
		expect(reported).toEqual([expect.objectContaining({ isNew: true, reason: 'began' })]);

		show(ANA, first.next);
		expect(await watching.poll()).toEqual([expect.objectContaining({ isNew: true })]);
	});

	test('reports the same moment again after it was gone for the configured time', async () => {
		show(ANA, first.moment, false);
		const watching = trigger({ customers: ANA, options: { tellAgainAfter: 5 } });
		await watching.activate();
		show(ANA, first.moment);
		expect(await watching.poll()).toHaveLength(1);
		show(ANA, first.moment, false);
		await watching.poll();
		show(ANA, first.reworded);

		await later(4, async () => expect(await watching.poll()).toEqual([]));
		show(ANA, first.moment, false);
		await later(5, async () => await watching.poll());
		show(ANA, first.reworded);
		await later(11, async () => expect(await watching.poll()).toHaveLength(1));
	});

	test('reports a customer at most once in the quiet period, and changes during it when it ends', async () => {
		show(ANA, first.moment, false);
		const watching = trigger({ customers: ANA, options: { quietPeriod: 7 } });
		await watching.activate();
		show(ANA, first.moment);
		expect(await watching.poll()).toHaveLength(1);
		show(ANA, first.next);

		for (const days of [1, 3, 6]) await later(days, async () => expect(await watching.poll()).toEqual([]));
		await later(8, async () =>
			expect(await watching.poll()).toEqual([expect.objectContaining({ reason: 'otherMoment' })]),
		);
		await later(9, async () => expect(await watching.poll()).toEqual([]));
	});

	test('looks up a customer twice if a moment seems new, and once if not', async () => {
		show(ANA, first.moment, false);
		const watching = trigger({ customers: ANA });
		await watching.activate();
		expect(sandbox.requests()).toHaveLength(1);
		show(ANA, first.moment);
		await watching.poll();
		expect(sandbox.requests()).toHaveLength(3);
		await watching.poll();
		expect(sandbox.requests()).toHaveLength(4);
	});

	test('a flag that the second lookup does not confirm is not reported', async () => {
		const profile = (shows: boolean) => ({ momento_compra_atual: { ...first.moment, novo_comportamento: shows } });
		show(ANA, first.moment, false);
		const watching = trigger({ customers: ANA });
		await watching.activate();

		sandbox.putProfile({ userProfileId: 'ana', email: ANA, profile: profile(true), variants: [profile(false)] });
		const polls = [await watching.poll()];
		expect(sandbox.requests().length).toBeLessThanOrEqual(3);
		show(ANA, first.moment);
		polls.push(await watching.poll());
		expect(polls.flat()).toHaveLength(1);
	});

	test('where a poll ends before each second lookup, the next one of a customer confirms the first, and holds nobody up', async () => {
		for (const email of [ANA, EVA]) show(email, first.moment);
		const watching = trigger({ customers: [ANA, EVA], options: { maxTries: 1, maxConcurrency: 1 } }, { budget: 900 });
		await watching.activate();
		sandbox.setFaults([{ fault: { kind: 'latency', latencyMs: 600 } }]);
		const reported: unknown[] = [];
		for (const moment of [second.moment, second.moment, second.reworded, second.reworded]) {
			for (const email of [ANA, EVA]) show(email, moment);
			reported.push(...(await watching.poll().catch(() => [])).map(({ identifier }) => identifier));
		}
		sandbox.setFaults([]);
		reported.push(...(await watching.poll()));

		expect(reported).toEqual([ANA, EVA]);
	});

	/** What the second lookup of a poll gets. */
	function answerThen(moment: Partial<Moment>, newBehavior: boolean): void {
		const profile = { perfil_cliente: {}, momento_compra_atual: { ...moment, novo_comportamento: newBehavior } };
		sandbox.setFaults([{ fault: { kind: 'wrongShape', body: { userProfileId: `id of ${ANA}`, profile } }, skip: 1 }]);
	}

	test('a flag that each second lookup contradicts is reported at its second yes, unless that shows the known moment', async () => {
		show(ANA, first.moment);
		const watching = trigger({ customers: ANA });
		await watching.activate();

		const polls: number[] = [];
		for (const [yes, no] of [
			[second.moment, first.reworded],
			[second.reworded, first.moment],
			[second.moment, second.reworded],
			[second.reworded, second.moment],
		] as const) {
			show(ANA, yes);
			answerThen(no, false);
			polls.push((await watching.poll()).length);
		}
		expect(polls).toEqual([0, 0, 0, 1]);
	});

	test('a second lookup without a word confirms nothing', async () => {
		show(ANA, first.moment, false);
		const watching = trigger({ customers: ANA });
		await watching.activate();

		show(ANA, first.moment);
		answerThen({}, true);
		expect(await watching.poll()).toEqual([]);
		sandbox.setFaults([]);
		show(ANA, first.reworded);
		expect(await watching.poll()).toEqual([
			expect.objectContaining({ isNew: true, momentSummary: expect.stringContaining('celebração') }),
		]);
	});

	test('a part of a profile that the second lookup refutes is not reported, whatever its flag says', async () => {
		const CLASSIC = 'Clássico, com alfaiataria, linho e tons neutros';
		const ODD = 'Esportivo, com legging, moletom e tênis coloridos';
		const profileOf = (moment: Moment, style: string) => ({
			perfil_cliente: { estilo_geral: style },
			momento_compra_atual: { ...moment, novo_comportamento: false },
		});
		const put = (moment: Moment, style: string) => {
			sandbox.putProfile({ userProfileId: 'ana', email: ANA, profile: profileOf(moment, style) });
		};
		const second500 = { kind: 'status', status: 500 } as const;
		put(first.moment, CLASSIC);
		const watching = trigger({ triggerOn: 'profileChanged', customers: ANA });
		await watching.activate();
		put(second.moment, ODD);
		sandbox.setFaults([{ fault: second500, skip: 1 }]);
		expect(await watching.poll().catch(() => [])).toEqual([]);

		put(second.reworded, `${ODD} e bonés`);
		const body = { userProfileId: 'ana', profile: profileOf(second.moment, CLASSIC) };
		sandbox.setFaults([{ fault: { kind: 'wrongShape', body }, skip: 1 }]);
		expect(await watching.poll()).toEqual([expect.objectContaining({ changed: ['moment'] })]);
		sandbox.setFaults([]);
		put(second.moment, CLASSIC);
		expect(await watching.poll()).toEqual([]);
	});

	test('a first lookup that is reported says that the moment is what changed', async () => {
		show(ANA, first.moment);
		const parameters = { triggerOn: 'profileChanged', customers: ANA, firstLook: 'emit' };
		expect(await trigger(parameters).activate()).toEqual([expect.objectContaining({ changed: ['moment'] })]);
	});

	test('a raw profile does not replace who an item is about, and why', async () => {
		sandbox.setFaults([
			{
				fault: {
					kind: 'wrongShape',
					body: {
						userProfileId: 'ana',
						identifier: 'zzz',
						isNew: false,
						profile: { momento_compra_atual: { ...first.moment, novo_comportamento: true } },
					},
				},
			},
		]);
		const [item] = await trigger({ customers: ANA, firstLook: 'emit', output: 'raw' }).activate();

		expect(item).toMatchObject({ identifier: ANA, isNew: true, reason: 'began' });
	});

	test.each([
		['fails', { kind: 'status', status: 500 }],
		['is refused', { kind: 'status', status: 429 }],
		['is cut off', { kind: 'reset' }],
	] satisfies [string, Fault][])('where each second lookup %s, the next poll confirms the first', async (_, fault) => {
		show(ANA, first.moment);
		const watching = trigger({ customers: ANA });
		await watching.activate();
		const polls: IDataObject[][] = [];
		for (const moment of [second.moment, second.reworded, second.moment]) {
			show(ANA, moment);
			sandbox.setFaults([{ fault, skip: 1 }]);
			polls.push(await watching.poll().catch(() => []));
		}

		expect(polls.map(({ length }) => length)).toEqual([0, 1, 0]);
	});

	test.each([
		['remember', []],
		['emit', [expect.objectContaining({ identifier: MARINA })]],
	])('at the first look with %s', async (firstLook, expected) => {
		const watching = trigger({ customers: [MARINA, RAFAEL], firstLook } as INodeParameters);

		expect(await watching.activate()).toEqual(expected);
		expect(await watching.poll()).toEqual([]);
	});
});

test('Purchase Moment Changed fires for a different moment, whether or not it is new behavior', async () => {
	show(ANA, second.moment, false);
	const watching = trigger({ triggerOn: 'momentChanged', customers: ANA });
	await watching.activate();

	show(ANA, second.reworded, false);
	expect(await watching.poll()).toEqual([]);
	show(ANA, second.next, false);
	expect(await watching.poll()).toHaveLength(1);
	expect(await watching.poll()).toEqual([]);
});

test('Profile Changed fires for a different moment or style, and not for a rewording', async () => {
	const profile = (style: string, moment: Moment) =>
		sandbox.putProfile({
			userProfileId: 'ana',
			email: ANA,
			profile: {
				perfil_cliente: { estilo_geral: style },
				momento_compra_atual: { ...moment, novo_comportamento: false },
			},
		});
	const classic =
		'Clássico minimalista em paleta neutra de areia e caramelo, com alfaiataria leve e tecidos nobres como seda e linho.';
	const sameClassic =
		'Minimalismo clássico: alfaiataria leve em seda e linho, tecidos nobres e paleta neutra, da areia ao caramelo.';
	const boho =
		'Boho solar e romântico, de vestidos fluidos, laise, crochê e estampas de folhagem em terracota e verde.';
	profile(classic, third.moment);
	const watching = trigger({ triggerOn: 'profileChanged', customers: ANA });
	await watching.activate();

	profile(sameClassic, third.reworded);
	expect(await watching.poll()).toEqual([]);
	profile(sameClassic, third.next);
	expect(await watching.poll()).toHaveLength(1);
	profile(boho, third.next);
	expect(await watching.poll()).toHaveLength(1);
	expect(await watching.poll()).toEqual([]);
});

describe('the output', () => {
	test.each([
		[
			'simplified',
			[
				'found',
				'userProfileId',
				'newBehavior',
				'momentSummary',
				'opportunities',
				'description',
				'style',
				'occasions',
				'toneOfVoice',
				'contentHooks',
			],
		],
		['raw', ['userProfileId', 'profile']],
		['selected', ['found', 'userProfileId', 'style']],
	])('%s, with the identifier', async (output, keys) => {
		const watching = trigger({ customers: MARINA, firstLook: 'emit', output, fields: ['style'] });

		const [item = {}] = await watching.activate();

		expect(Object.keys(item)).toEqual(['identifyBy', 'identifier', 'email', 'isNew', 'reason', ...keys]);
	});

	test('a phone number is returned as phone', async () => {
		const watching = trigger({ identifyBy: 'phone', customers: '+55 (11) 98765-0101', firstLook: 'emit' });

		expect((await watching.activate())[0]).toMatchObject({
			identifyBy: 'phone',
			identifier: '5511987650101',
			phone: '5511987650101',
		});
	});

	test('a document is returned as the identifier only', async () => {
		const watching = trigger({ identifyBy: 'document', customers: '123.456.789-09', firstLook: 'emit' });

		const [item] = await watching.activate();
		expect(item).toMatchObject({ identifyBy: 'document', identifier: '12345678909' });
		expect(item).not.toHaveProperty('email');
		expect(item).not.toHaveProperty('phone');
	});
});

describe('a test run in the editor', () => {
	test('shows a real sample, and remembers nothing', async () => {
		const watching = trigger(
			{ customers: [RAFAEL, MARINA] as unknown as string },
			{ mode: 'manual', activation: 'manual' },
		);

		expect(await watching.activate('manual')).toEqual([
			expect.objectContaining({ identifier: MARINA, newBehavior: true }),
		]);
		expect(JSON.stringify(watching.saved)).not.toContain('customers');
	});

	test('continues with the others if one customer’s lookup fails, and says so if there is no sample', async () => {
		sandbox.putProfile({ userProfileId: 'ana', email: ANA, raw: 'no JSON' });
		const run = { mode: 'manual', activation: 'manual' } as const;

		expect(await trigger({ customers: `${ANA}\n${MARINA}` }, run).activate('manual')).toEqual([
			expect.objectContaining({ identifier: MARINA }),
		]);
		await expect(trigger({ customers: `${ANA}\n${RAFAEL}` }, run).activate('manual')).rejects.toMatchObject({
			message: 'None of the customers looked up shows new behavior right now',
			description: expect.stringMatching(/Customers looked up: 1 of 2\..*entry 1 of Customers.*cannot be read/s),
		});
		await expect(trigger({ customers: ANA }, run).activate('manual')).rejects.toMatchObject({
			message: expect.stringContaining('cannot be read'),
		});
	});

	test.each<[string, Fault]>([
		['do not answer', { kind: 'stall' }],
		['get a 500', { kind: 'status', status: 500 }],
	])('continues with the others if the first of a list %s', async (_what, fault) => {
		sandbox.setFaults([{ path: 'bad-', fault }]);
		const bad = Array.from({ length: 16 }, (_, n) => `bad-${n}@example.com`);
		const watching = trigger(
			{ customers: [...bad, MARINA].join('\n'), options: { timeout: 300 } },
			{ mode: 'manual', activation: 'manual' },
		);

		expect(await watching.activate('manual')).toEqual([expect.objectContaining({ identifier: MARINA })]);
		expect(sandbox.requests().length).toBeLessThanOrEqual(17);
	});

	test('says clearly that nobody shows new behavior', async () => {
		const watching = trigger({ customers: [RAFAEL, UNKNOWN, 'broken@'] as unknown as string }, { mode: 'manual' });

		await expect(watching.activate('manual')).rejects.toMatchObject({
			message: 'None of the customers looked up shows new behavior right now',
			description: expect.stringMatching(/Customers looked up: 2 of 3\..*broken@.*does not know entry 2/s),
		});
	});

	test('names the entries that cannot be used, though there is a sample: once published, only the log would', async () => {
		const list = [MARINA, 'broken@'] as unknown as string;
		const watching = trigger({ customers: list }, { mode: 'manual' });

		expect(await watching.activate('manual')).toEqual([
			expect.objectContaining({
				identifier: MARINA,
				notWatched: expect.stringMatching(/^Entry 2: “broken@” cannot be used\./),
			}),
		]);
	});

	test.each([
		['phone', '11987650101, 1198765432', 'A phone number needs its country code, such as 55 for Brazil.'],
		['document', '1234567890', 'A CPF has 11 digits, a CNPJ 14: a spreadsheet drops zeros at their start.'],
	])('says why each %s of %s may not be known', async (identifyBy, customers, why) => {
		await expect(trigger({ identifyBy, customers }, { mode: 'manual' }).activate('manual')).rejects.toMatchObject({
			description: expect.stringMatching(new RegExp(`of Customers[^.]*\\. ${why} Once`)),
		});
	});

	test('says that its time ran out where it did, and what helps', async () => {
		const slow = Array.from({ length: 20 }, (_, n) => `slow-${n}@example.com`);
		sandbox.setFaults([{ path: 'slow-', fault: { kind: 'stall' } }]);
		const watching = trigger({ customers: [RAFAEL, ...slow].join('\n') }, { mode: 'manual' });
		const sampling = watching.activate('manual').catch((error: unknown) => error);
		while (sandbox.requests().length < 5) await sleep(10);

		await later(1, async () => {
			expect(await sampling).toMatchObject({
				message: 'The time for a test ran out',
				description: expect.stringMatching(
					/^Customers looked up: 1 of 21\. .*For a sample now, start the list with customers who are active in your shop\.$/,
				),
			});
		});
	});

	test.each<[number, string]>([
		[500, 'Fashion.AI is not available right now (status 500)'],
		[429, 'Fashion.AI is receiving too many requests'],
		[400, 'Fashion.AI rejected this request (status 400)'],
	])('says that most lookups ended with a %s, rather than that nobody is known', async (status, message) => {
		const failing = Array.from({ length: 9 }, (_, n) => `bad-${n}@example.com`);
		sandbox.setFaults([{ path: 'bad-', fault: { kind: 'status', status } }]);
		const watching = trigger({ customers: [UNKNOWN, ...failing].join('\n') }, { mode: 'manual' });

		await expect(watching.activate('manual')).rejects.toMatchObject({ message });
	});

	test('says that nobody is known where that is why, as with a misspelled address', async () => {
		await expect(trigger({ customers: UNKNOWN }, { mode: 'manual' }).activate('manual')).rejects.toMatchObject({
			message: 'Fashion.AI knows none of the customers looked up',
			description: expect.stringMatching(/Customers looked up: 1 of 1\..*does not know entry 1/s),
		});
	});
});

describe('the watch list', () => {
	test('accepts lines, commas, tabs, duplicates and invalid entries, which are logged by number while the others are looked up', async () => {
		const customers = `${MARINA}, ${MARINA.toUpperCase()}\nbroken@\n\n ${RAFAEL}\t${RAFAEL}`;
		const watching = trigger({ customers, firstLook: 'emit' });

		expect(await watching.activate()).toEqual([expect.objectContaining({ identifier: MARINA })]);
		expect(sandbox.requests()).toHaveLength(2);
		expect(watching.warnings).toEqual([
			expect.stringContaining('Entry 3 of Customers cannot be used. An email address looks like'),
		]);
		expect(watching.warnings.join()).not.toContain('broken@');
	});

	test('can be an expression that returns a list', async () => {
		const watching = trigger({ customers: `={{ ['${RAFAEL}', '${MARINA}'] }}`, firstLook: 'emit' });

		expect(await watching.activate()).toEqual([expect.objectContaining({ identifier: MARINA })]);
	});

	test.each<[string, unknown, string[]]>([
		['userProfileId', '"abc-1","abc-2"', ['abc-1', 'abc-2']],
		['userProfileId', '["abc-1","abc-2",]', ['abc-1', 'abc-2']],
		['userProfileId', "['abc-1', 'abc-2']", ['abc-1', 'abc-2']],
		['userProfileId', 'auth0|abc-1\n“abc-2”\n""', ['auth0|abc-1', 'abc-2']],
		['phone', '"5511999998888","5511999997777"', ['5511999998888', '5511999997777']],
		['phone', '+55 11 99999-8888 | +55 11 99999-7777', ['5511999998888', '5511999997777']],
		['document', "'123.456.789-00', '987.654.321-00'", ['12345678900', '98765432100']],
		['email', `${ANA} ${EVA}`, [ANA, EVA]],
		['email', `${ANA} | ${EVA}`, [ANA, EVA]],
		['email', `${ANA}|${EVA}`, [ANA, EVA]],
		['email', `${ANA}，${EVA}；${RAFAEL}、${MARINA}`, [ANA, EVA, RAFAEL, MARINA]],
		['email', [{ email: ANA }, { email: EVA }], [ANA, EVA]],
		['email', `[{"email":"${ANA}"},{"email":"${EVA}"}]`, [ANA, EVA]],
	])('reads the customers by %s in %j', async (identifyBy, customers, watched) => {
		const parameters = { identifyBy, customers: customers as string, options: { maxConcurrency: 1 } };
		const watching = trigger(parameters);
		await watching.activate();

		expect(sandbox.requests().map(({ path }) => decodeURIComponent(path.split('/').at(-1) ?? ''))).toEqual(watched);
		expect(watching.warnings.join()).not.toContain('cannot be used');
	});

	test.each<[string, unknown, string]>([
		['email', `Ana ${ANA} Eva ${EVA}`, 'Write one customer per line, or separate them with commas.'],
		['email', `${ANA} / ${EVA}`, 'Write one customer per line, or separate them with commas.'],
		['email', [{ email: ANA, name: 'Ana' }], 'Customers takes a list of texts, not of objects.'],
		['email', true, 'Customers takes a list of texts, not of objects.'],
		['email', 'N/A', 'It stands for an empty value.'],
		['email', ['null'], 'It stands for an empty value.'],
		['email', '{{ $json.email }}', 'Switch Customers from Fixed to Expression.'],
		['phone', [12345678901234567890], 'n8n drops digits of so long a number: write it in quotes.'],
	])('says of an entry by %s such as %j what can be done in a trigger', async (identifyBy, entry, advice) => {
		const customers = [MARINA, entry].flat() as unknown as string;
		const by = identifyBy === 'email' ? {} : { identifyBy, customers: ['5511999998888', entry].flat() as never };
		const said = `cannot be used. ${advice}`;

		const watching = trigger({ customers, ...by });
		await watching.activate();
		expect(watching.warnings[0]).toMatch(new RegExp(`^Trigger: Entry 2 of Customers ${said}`));
		await expect(trigger({ customers: [entry].flat() as never, identifyBy }).activate()).rejects.toMatchObject({
			description: expect.stringMatching(new RegExp(`^Entry 1: “[^”]+” ${said}$`)),
		});
	});

	test.each([
		['', 'Customers is empty', /one per line/],
		['broken@', 'No entry in Customers can be used', /broken@/],
	])('%j fails the poll with what to do', async (customers, message, description) => {
		await expect(trigger({ customers }).activate()).rejects.toMatchObject({
			message,
			description: expect.stringMatching(description),
		});
	});

	test('an unknown customer is reported once, by the entry, and does not hold up the others', async () => {
		const watching = trigger({ customers: `${UNKNOWN}\n${MARINA}`, firstLook: 'emit' });

		expect(await watching.activate()).toHaveLength(1);
		await watching.poll();
		expect(watching.warnings).toEqual([expect.stringContaining('Fashion.AI does not know entry 1 of Customers')]);
		expect(watching.warnings.join()).not.toContain(UNKNOWN);
	});

	test('a customer who is added is looked up first, one who is removed and put back is not reported again', async () => {
		show(ANA, first.moment, false);
		const watching = trigger({ customers: `${ANA}\n${RAFAEL}` });
		await watching.activate();
		show(ANA, first.moment);
		expect(await watching.poll()).toHaveLength(1);

		for (const customers of [RAFAEL, `${RAFAEL}\n${ANA}`]) {
			watching.run = { ...watching.run, parameters: { ...watching.run.parameters, customers, firstLook: 'emit' } };
			expect(await watching.activate('update')).toEqual([]);
		}
		show(ANA, first.next);
		expect(await watching.poll()).toHaveLength(1);
	});
});

describe('when something goes wrong', () => {
	test('a change while the API is down is reported when it is back', async () => {
		show(ANA, first.moment, false);
		const watching = trigger({ customers: ANA });
		await watching.activate();

		sandbox.setFaults(DOWN);
		show(ANA, first.moment);
		await expect(watching.poll()).rejects.toMatchObject({ message: expect.stringContaining('not available') });
		sandbox.setFaults([]);

		expect(await watching.poll()).toHaveLength(1);
	});

	test('an API that goes down midway ends the poll; what was found is reported, the rest is looked up in the next', async () => {
		const customers = Array.from({ length: 60 }, (_, n) => `c${n}@example.com`);
		for (const customer of customers) show(customer, first.moment);
		const watching = trigger({ customers: customers.join('\n'), firstLook: 'emit' });
		sandbox.setFaults([{ skip: 20, fault: { kind: 'status', status: 503 } }]);

		const reported = await watching.activate();
		expect(reported).toHaveLength(20);
		expect(sandbox.requests().length).toBeLessThan(40);
		expect(watching.warnings).toEqual([expect.stringContaining('and the next one continues')]);
		sandbox.setFaults([]);

		expect([...reported, ...(await watching.poll())].map(({ identifier }) => identifier)).toEqual(customers);
	});

	test('a 429 ends the round without failing', async () => {
		const watching = trigger({ customers: `${RAFAEL}\n${MARINA}`, firstLook: 'emit' });
		sandbox.setFaults([{ fault: { kind: 'status', status: 429 } }]);

		expect(await watching.activate()).toEqual([]);
		sandbox.setFaults([]);
		expect(await watching.poll()).toEqual([expect.objectContaining({ identifier: MARINA })]);
	});

	test.each<[string, Fault]>([
		['a page of a firewall', { kind: 'htmlPage', status: 403 }],
		['a 429', { kind: 'status', status: 429 }],
		['a 503 with a long pause', { kind: 'status', status: 503, retryAfter: 400 }],
	])('one customer who gets only %s does not keep the others from being reported', async (_what, fault) => {
		show(ANA, first.moment);
		const watching = trigger({
			customers: [MARINA, ANA].join('\n'),
			firstLook: 'emit',
			options: { maxConcurrency: 1, maxTries: 1 },
		});
		sandbox.setFaults([{ path: 'marina', fault }]);

		const nothing = (): IDataObject[] => [];
		const reported = await watching.activate().catch(nothing);
		for (let polls = 0; polls < 3; polls++) reported.push(...(await watching.poll().catch(nothing)));

		expect(reported.map(({ identifier }) => identifier)).toEqual([ANA]);
	});

	test('a token that is not accepted fails the poll, and loses nothing', async () => {
		show(ANA, first.moment, false);
		const watching = trigger({ customers: `${ANA}\n${RAFAEL}` });
		await watching.activate();

		show(ANA, first.moment);
		const [path] = sandbox
			.requests()
			.map((request) => request.path)
			.filter((called) => called.includes('rafael'));
		sandbox.setFaults([{ path, fault: { kind: 'status', status: 401 } }]);
		await expect(watching.poll()).rejects.toMatchObject({
			message: expect.stringContaining('did not accept the API token'),
			httpCode: '401',
		});
		sandbox.setFaults([]);

		expect(await watching.poll()).toHaveLength(1);
	});

	test('an API that is down when n8n starts does not keep the trigger from starting', async () => {
		const watching = trigger({ customers: MARINA, firstLook: 'emit' });
		sandbox.setFaults(DOWN);

		expect(await watching.activate('init')).toEqual([]);
		await expect(watching.poll()).rejects.toMatchObject({ message: expect.stringContaining('not available') });
		sandbox.setFaults([]);
		expect(await watching.poll()).toHaveLength(1);
	});

	test('a profile that takes too long for the activation waits for the next poll, whose failure shows', async () => {
		show(ANA, first.moment);
		const parameters = { customers: ANA, firstLook: 'emit', options: { maxTries: 1, timeout: 1_000 } };
		const watching = trigger(parameters);
		sandbox.setFaults([{ fault: { kind: 'stall' } }]);
		expect(await watching.activate()).toEqual([]);
		expect(watching.warnings.at(-1)).toMatch(/did not answer in time\. The next poll tries again/);
		await expect(watching.poll()).rejects.toThrow('did not answer in time');
		// With the durable scheduler, every poll is a first one.
		await expect(trigger(parameters, { budget: 36_000 }).activate()).rejects.toThrow('in time');

		sandbox.setFaults([]);
		expect(await watching.poll()).toHaveLength(1);
	});

	test('one customer whose answer cannot be read does not hold up the others', async () => {
		sandbox.putProfile({ userProfileId: 'ana', email: ANA, raw: 'no JSON' });
		const watching = trigger({ customers: `${ANA}\n${MARINA}\n${RAFAEL}`, firstLook: 'emit' });

		expect(await watching.activate()).toHaveLength(1);
		expect(await watching.poll()).toEqual([]);
		show(ANA, first.moment);
		expect(await watching.poll()).toEqual([expect.objectContaining({ identifier: ANA })]);
	});

	describe.each<[string, FaultRule['fault'] | string]>([
		['a profile that is null', JSON.stringify({ userProfileId: 'x', profile: null })],
		['an empty answer', '{}'],
		['no JSON', 'no JSON'],
		['a 400', { kind: 'status', status: 400 }],
		['another server’s 404', { kind: 'htmlPage', status: 404 }],
		['a redirect', { kind: 'redirect', location: 'http://127.0.0.1:9/' }],
	])('customers whose lookup ends in %s', (_what, bad) => {
		const spoil = (customer: string) => {
			if (typeof bad === 'string') sandbox.putProfile({ userProfileId: customer, email: customer, raw: bad });
		};
		/** Polls a list four times, in which some lookups fail and the other customers show something new. */
		async function pollWith(isBad: (index: number) => boolean, count: number) {
			const customers = Array.from({ length: count }, (_, n) => `c${n}${isBad(n) ? '-bad' : ''}@example.com`);
			for (const [index, customer] of customers.entries()) {
				if (isBad(index)) spoil(customer);
				else show(customer, first.moment, false);
			}
			if (typeof bad !== 'string') sandbox.setFaults([{ path: '-bad', fault: bad }]);
			const watching = trigger({ customers: customers.join('\n') });
			const reported = (await watching.activate()).map(({ identifier }) => identifier);
			for (let poll = 0; poll < 4; poll++) {
				if (poll === 2)
					for (const [index, customer] of customers.entries()) if (!isBad(index)) show(customer, first.moment);
				reported.push(...(await watching.poll()).map(({ identifier }) => identifier));
			}
			return { reported, good: customers.filter((_customer, index) => !isBad(index)), warnings: watching.warnings };
		}

		test('ten in front of the others keep none of them from being reported', async () => {
			const { reported, good, warnings } = await pollWith((index) => index < 10, 30);

			expect(reported).toEqual(good);
			expect(warnings.join()).toMatch(/10 entries of Customers: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 \(/);
			expect(warnings.join()).not.toContain('example.com');
		});

		test('neither do forty in the middle of eighty', async () => {
			const { reported, good } = await pollWith((index) => index >= 20 && index < 60, 80);
			expect(reported).toEqual(good);
		});
	});

	test('customers whose lookup never succeeds go behind the others', async () => {
		const bad = Array.from({ length: 12 }, (_, n) => `bad-${n}@example.com`);
		const good = Array.from({ length: 12 }, (_, n) => `good-${n}@example.com`);
		for (const customer of good) show(customer, first.moment);
		sandbox.setFaults([{ path: 'bad-', fault: { kind: 'status', status: 500 } }]);
		const watching = trigger({ customers: [...bad, ...good].join('\n'), firstLook: 'emit' });

		await expect(watching.activate()).rejects.toMatchObject({ message: expect.stringContaining('not available') });
		const reported = await watching.poll();
		expect(reported.map(({ identifier }) => identifier)).toEqual(good);
		for (const customer of good) show(customer, first.next);
		const later = [...(await watching.poll()), ...(await watching.poll())];
		expect(later.map(({ identifier }) => identifier)).toEqual(good);
	});

	test('customers waiting for a cooldown do not count as customers without an answer', async () => {
		const good = Array.from({ length: 40 }, (_, n) => `good-${n}@example.com`);
		for (const customer of good) show(customer, first.moment);
		sandbox.setFaults([{ path: 'bad', fault: { kind: 'status', status: 503, retryAfter: 60 } }]);
		const watching = trigger(
			{ customers: ['bad@example.com', ...good].join('\n'), firstLook: 'emit', options: { maxConcurrency: 32 } },
			{ budget: 2_000 },
		);

		const reported = await watching.activate();
		expect(reported.length).toBeLessThan(40);
		expect(watching.warnings.join()).toContain('entry 1 of Customers');
		expect(watching.warnings.join()).not.toMatch(/entries of Customers/);
		reported.push(...(await watching.poll()));
		expect(reported.map(({ identifier }) => identifier).sort()).toEqual([...good].sort());
	});

	test.each([
		[503, 'Fashion.AI is not available right now (status 503)'],
		[429, undefined],
	])(
		'a poll whose only lookup was asked to wait (%d) tells that, and not that there was no answer',
		async (status, message) => {
			sandbox.setFaults([{ fault: { kind: 'status', status, retryAfter: 60 } }]);
			const watching = trigger({ customers: ANA, options: { maxTries: 4 } }, { budget: 500 });

			const reported = await watching.activate().catch((error: Error) => error.message);
			expect(reported).toEqual(message ?? []);
			expect(watching.warnings.join()).toMatch(status === 503 ? /not available/ : /too many requests/);
		},
	);

	test.each<[string, Fault]>([
		['a 429', { kind: 'status', status: 429 }],
		['a 503', { kind: 'status', status: 503 }],
		['a connection that is cut', { kind: 'reset' }],
	])(
		'thirty customers who get nothing but %s hold up the others for a few polls, and then no more',
		async (_what, fault) => {
			const good = Array.from({ length: 30 }, (_, n) => `good-${n}@example.com`);
			const bad = Array.from({ length: 30 }, (_, n) => `bad-${n}@example.com`);
			for (const customer of good) show(customer, first.moment);
			sandbox.setFaults([{ path: 'bad-', fault }]);
			const watching = trigger({ customers: [...bad, ...good].join('\n'), firstLook: 'emit' });
			const reported = await watching.activate().catch((): IDataObject[] => []);
			for (let polls = 1; polls < 12; polls++) reported.push(...(await watching.poll().catch((): IDataObject[] => [])));
			expect(reported.map(({ identifier }) => identifier)).toEqual(good);

			for (const moment of [first.next, second.moment, third.moment]) {
				for (const customer of good) show(customer, moment);
				sandbox.clearRequests();
				expect((await watching.poll()).map(({ identifier }) => identifier)).toEqual(good);
				const asked = sandbox.requests().filter(({ path }) => path.includes('bad-'));
				expect(asked.length).toBeGreaterThan(0);
				expect(asked.length).toBeLessThan(20);
			}
			expect(watching.warnings.at(-1)).toMatch(
				/Not looked up, .*entries of Customers: .*Left for a later poll, .*entries of Customers: \d+, \d+/,
			);
		},
	);

	test('an occasional 429 keeps nobody from being looked up', async () => {
		const customers = Array.from({ length: 60 }, (_, n) => `c${n}@example.com`);
		for (const customer of customers) show(customer, first.moment);
		sandbox.setFaults([{ rate: 0.3, fault: { kind: 'status', status: 429 } }]);
		const watching = trigger({ customers: customers.join('\n'), firstLook: 'emit' });

		const reported = await watching.activate();
		for (let polls = 1; polls < 8; polls++) reported.push(...(await watching.poll()));
		expect(reported.map(({ identifier }) => identifier).sort()).toEqual([...customers].sort());
	});

	test('customers whose lookup takes longer than a poll do not hold up the others forever', async () => {
		const slow = Array.from({ length: 6 }, (_, n) => `slow-${n}@example.com`);
		show(ANA, first.moment);
		sandbox.setFaults([{ path: 'slow-', fault: { kind: 'stall' } }]);
		const watching = trigger({ customers: [...slow, ANA].join('\n'), firstLook: 'emit' }, { budget: 400 });

		const polls: unknown[] = [await watching.activate().catch(() => [])];
		polls.push(await watching.poll().catch(() => []));

		expect(polls.flat()).toEqual([expect.objectContaining({ identifier: ANA })]);
	});

	test('a profile that breaks the code affects only its own customer', async () => {
		sandbox.putProfile({
			userProfileId: 'x',
			email: ANA,
			raw: `{"userProfileId":"x","profile":{"perfil_cliente":${'['.repeat(3_000)}${']'.repeat(3_000)}}}`,
		});
		const watching = trigger({ customers: `${ANA}\n${MARINA}`, firstLook: 'emit' });

		expect(await watching.activate()).toEqual([expect.objectContaining({ identifier: MARINA })]);
	});

	test.each<[string, IDataObject]>([
		['of the version before', { version: 2, salt: 's', round: 'A', customers: '', lineage: '', step: 0 }],
		['of the first release', { salt: 's', round: 'A', customers: 'x'.repeat(58), lineage: '', step: 0 }],
		['of a later version', { version: MEMORY_VERSION + 1, salt: 's', round: 'A', customers: '', lineage: '', step: 0 }],
		['of a version that is no number', { version: String(MEMORY_VERSION), salt: 's', round: 'A', customers: '' }],
		['in another form', { format: 7, seen: { 'ana@example.com': 'Vestido' } }],
		['that is damaged', { version: MEMORY_VERSION, salt: 's', round: 'AB', customers: '' }],
	])('data stored %s is not read and is removed, and the log says so once', async (_what, stored) => {
		const watching = trigger({ customers: MARINA });
		watching.saved = { 'node:Trigger': stored };

		expect(await watching.activate()).toEqual([]);
		await watching.poll();
		await watching.activate();
		expect(watching.warnings).toEqual([expect.stringContaining('It starts over')]);
		expect(watching.saved['node:Trigger']).toEqual({});
		const { 'fashionAiTrigger:trigger': entry } = watching.saved.global as Record<string, IDataObject>;
		expect(Object.keys(entry ?? {}).sort()).toEqual([
			'customers',
			'generation',
			'node',
			'revision',
			'round',
			'salt',
			'version',
		]);
	});

	test.each(['newBehavior', 'momentChanged', 'profileChanged'])(
		'what is remembered of a customer and damaged starts over, as the log says once, by the entry (%s)',
		async (triggerOn) => {
			for (const email of [ANA, EVA]) show(email, first.moment);
			const watching = trigger({ triggerOn, customers: `${ANA}\n${EVA}` });
			await watching.activate();
			const { global } = watching.saved as { global: Record<string, { customers: string }> };
			for (const stored of Object.values(global)) stored.customers = stored.customers.slice(0, -5);

			const other = inNewProcess(watching);
			await other.activate();
			await other.poll();
			expect(other.warnings).toEqual([
				'Trigger: What was remembered is damaged and starts over: entry 2 of Customers.',
			]);
		},
	);

	test('two simultaneous polls report once', async () => {
		show(ANA, first.moment, false);
		const watching = trigger({ customers: ANA });
		await watching.activate();
		show(ANA, first.moment);
		sandbox.setFaults([{ fault: { kind: 'latency', latencyMs: 100 } }]);

		const reported = await Promise.all([watching.poll(), watching.poll()]);

		expect(reported.flat()).toHaveLength(1);
	});

	test('what a poll finds while n8n 1.x activates the workflow again is reported once', async () => {
		show(ANA, first.moment, false);
		const watching = trigger({ customers: ANA }, { budget: 'none' });
		await watching.activate();
		show(ANA, first.moment);
		sandbox.setFaults([{ fault: { kind: 'latency', latencyMs: 300 } }]);
		const before = watching.poll();
		await sleep(100);
		const reported = [await watching.activate(), await before];
		sandbox.setFaults([]);
		const now = Date.now.bind(Date);
		const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + 15_000);
		reported.push(await watching.poll(), await watching.activate());
		clock.mockRestore();

		expect(reported.flat()).toHaveLength(1);
	});

	test.each([
		['later', 15_000],
		['after the clock was set back', -3_600_000],
	])('a report discarded by n8n is repeated %s', async (_when, passed) => {
		show(ANA, first.moment, false);
		const watching = trigger({ customers: ANA });
		await watching.activate();
		show(ANA, first.moment);
		expect(await watching.pollUnsaved()).toHaveLength(1);
		const now = Date.now.bind(Date);

		const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + passed);
		expect(await watching.activate()).toHaveLength(1);
		expect(await watching.activate()).toEqual([]);
		clock.mockRestore();
	});

	test('a poll that starts before n8n has saved the last report does not repeat it', async () => {
		show(ANA, first.moment, false);
		const watching = trigger({ customers: ANA });
		await watching.activate();
		show(ANA, first.moment);
		expect(await watching.pollUnsaved()).toHaveLength(1);

		expect(await watching.activate()).toEqual([]);
	});

	test('what polls without items have learned survives deactivation', async () => {
		const watching = trigger({ customers: `${ANA}\n${RAFAEL}` });
		await watching.activate();
		show(ANA, first.moment);
		await watching.poll();
		await watching.poll();

		show(ANA, first.next);
		expect(await watching.activate()).toHaveLength(1);
	});
});

/** The trigger in a new process: it has what was saved, and nothing learned since. */
function inNewProcess({ run, saved }: TestTrigger): TestTrigger {
	const other = new TestTrigger({ ...run, workflowId: `workflow ${++workflows}` });
	other.saved = saved;
	return other;
}

test.each<[string, FaultRule[]]>([
	['up', []],
	['down', DOWN],
])(
	'another main that becomes the leader while the API is %s reports nothing again, and loses no change',
	async (_what, faults) => {
		show(ANA, first.moment, false);
		show(MARINA, second.moment, false);
		const watching = trigger({ customers: `${ANA}\n${MARINA}` });
		await watching.activate();
		show(ANA, first.moment);
		expect(await watching.poll()).toHaveLength(1);

		show(MARINA, second.moment);
		sandbox.setFaults(faults);
		const leader = inNewProcess(watching);
		const reported = await leader.activate('leadershipChange');
		sandbox.setFaults([]);
		reported.push(...(await leader.poll()), ...(await leader.poll()));

		expect(reported).toEqual([expect.objectContaining({ identifier: MARINA })]);
	},
);

describe('when n8n is killed', () => {
	const afterKill = async (killed: TestTrigger) => {
		const restarted = inNewProcess(killed);
		return { restarted, reported: await restarted.activate('init') };
	};

	test('before a report was saved, it is made after the restart', async () => {
		show(ANA, first.moment, false);
		const watching = trigger({ customers: ANA });
		await watching.activate();
		show(ANA, first.moment);
		await watching.pollUnsaved();

		expect((await afterKill(watching)).reported).toHaveLength(1);
	});

	test('after a report was saved, it is not repeated', async () => {
		show(ANA, first.moment, false);
		const watching = trigger({ customers: ANA });
		await watching.activate();
		show(ANA, first.moment);
		await watching.poll();

		const { restarted, reported } = await afterKill(watching);
		expect([...reported, ...(await restarted.poll())]).toEqual([]);
	});

	test('a change while n8n was down is reported after the restart', async () => {
		show(ANA, first.moment);
		const watching = trigger({ customers: ANA });
		await watching.activate();
		await watching.poll();
		show(ANA, first.next);

		expect((await afterKill(watching)).reported).toHaveLength(1);
	});

	test('an unsaved end of a behavior does not keep a different behavior from being reported', async () => {
		show(ANA, first.moment);
		const watching = trigger({ customers: ANA });
		await watching.activate();
		show(ANA, first.moment, false);
		await watching.poll();
		show(ANA, second.moment);

		expect((await afterKill(watching)).reported).toHaveLength(1);
	});
});

describe('a trigger that is renamed', () => {
	const rename = async (watching: TestTrigger, name: string) => {
		watching.name = name;
		return await watching.activate();
	};
	/** n8n in a new process, which knows only what was saved. */
	const restarted = (watching: TestTrigger) => {
		watching.run = { ...watching.run, workflowId: `workflow ${++workflows}` };
	};

	test.each([
		['by default', {}],
		['with durable cursors', { durable: true }],
	])('reports nobody again, and every change since, %s', async (_how, run) => {
		const watching = trigger({ customers: ANA, firstLook: 'emit' }, run);
		show(ANA, first.moment, false);
		expect(await watching.activate()).toEqual([]);
		show(ANA, first.moment);
		expect(await watching.poll()).toHaveLength(1);

		expect(await rename(watching, 'Watch')).toEqual([]);
		show(ANA, first.next);
		expect(await rename(watching, 'Trigger')).toHaveLength(1);
		expect(await rename(watching, 'Watch')).toEqual([]);
		restarted(watching);
		expect(await rename(watching, 'Trigger')).toEqual([]);
		show(ANA, second.moment);
		restarted(watching);
		expect(await rename(watching, 'Other')).toHaveLength(1);
		expect(watching.warnings).toEqual([]);
	});

	test('reports a change that its first look did not show', async () => {
		show(ANA, first.moment, false);
		const watching = trigger({ customers: ANA });
		await watching.activate();
		show(ANA, first.moment);
		expect(await rename(watching, 'Watch')).toHaveLength(1);
	});

	test('leaves nothing to a new trigger of its former name', async () => {
		show(ANA, first.moment);
		const watching = trigger({ customers: ANA, firstLook: 'emit' });
		expect(await watching.activate()).toHaveLength(1);
		expect(await rename(watching, 'Watch')).toEqual([]);

		const other = new TestTrigger(watching.run);
		[other.nodeId, other.saved] = ['another', watching.saved];
		expect(await other.activate()).toHaveLength(1);
		watching.saved = other.saved;
		expect(await watching.activate()).toEqual([]);
	});

	/** A trigger that is added to the workflow of others, and polled in a new process. */
	const added = async (nodeId: string, name: string, { run, saved }: TestTrigger) => {
		const other = new TestTrigger(run);
		Object.assign(other, { nodeId, name, saved });
		restarted(other);
		await other.activate();
		return other;
	};

	test.each(['remember', 'emit'])(
		'keeps its memory where a new trigger of its former name is polled before it, with On First Lookup at %s',
		async (firstLook) => {
			show(ANA, first.moment, false);
			show(EVA, second.moment, false);
			const watching = trigger({ customers: `${ANA}\n${EVA}`, firstLook });
			await watching.activate();
			show(EVA, second.moment);
			expect(await watching.poll()).toEqual([expect.objectContaining({ identifier: EVA })]);
			show(ANA, first.moment);

			watching.saved = (await added('new', 'Trigger', watching)).saved;
			restarted(watching);
			expect(await rename(watching, 'VIP')).toEqual([expect.objectContaining({ identifier: ANA })]);
			expect(await watching.poll()).toEqual([]);
		},
	);

	test('keeps its memory with another one where each has a successor of its former name', async () => {
		show(ANA, first.moment);
		const watching = trigger({ customers: ANA, firstLook: 'emit' });
		expect(await watching.activate()).toHaveLength(1);
		const second = await added('second', 'Second', watching);
		const successor = await added('new', 'Trigger', second);
		const { saved } = await added('another new', 'Second', successor);

		for (const former of [watching, second]) {
			former.saved = saved;
			restarted(former);
			expect(await rename(former, `former ${former.name}`)).toEqual([]);
		}
	});
});

test('a trigger that n8n gives another ID continues, and no memory but the one before it is left behind', async () => {
	show(ANA, first.moment);
	const watching = trigger({ customers: ANA, firstLook: 'emit' });
	expect(await watching.activate()).toHaveLength(1);

	for (const nodeId of ['once', 'twice', 'three times']) {
		watching.nodeId = nodeId;
		expect(await watching.activate()).toEqual([]);
	}
	const entries = Object.keys(watching.saved.global as IDataObject);
	expect(entries).toEqual(['fashionAiTrigger:twice', 'fashionAiTrigger:three times']);
});

test('with durable cursors, the state is in the cursor alone, and continues what was stored without them', async () => {
	show(ANA, first.moment);
	const watching = trigger({ customers: ANA, firstLook: 'emit' }, { durable: true });
	expect(await watching.activate()).toHaveLength(1);
	expect(JSON.stringify(watching.saved)).not.toContain('customers');
	expect(watching.cursors).toMatchObject({ trigger: { version: MEMORY_VERSION } });

	const before = trigger({ customers: ANA, firstLook: 'emit' });
	expect(await before.activate()).toHaveLength(1);
	before.run = { ...before.run, durable: true };
	expect(await before.activate()).toEqual([]);
	expect(before.cursors).toMatchObject({ trigger: { version: MEMORY_VERSION } });
});

test('with one call in twenty failing, each of a hundred changes is reported once', async () => {
	const customers = Array.from({ length: 100 }, (_, n) => `c${n}@example.com`);
	for (const customer of customers) show(customer, first.moment, false);
	const watching = trigger({ customers: customers.join('\n') });
	await watching.activate();
	sandbox.setFaults([{ rate: 0.05, fault: { kind: 'status', status: 500 } }]);
	for (const customer of customers) show(customer, first.moment);

	const reported: unknown[] = [];
	let failed = 0;
	for (let poll = 0; poll < 6; poll++) {
		reported.push(...(await watching.poll()).map(({ identifier }) => identifier));
		failed += sandbox.requests().filter(({ status }) => status === 500).length;
		sandbox.clearRequests();
	}

	expect(failed).toBeGreaterThan(0);
	expect(reported.sort()).toEqual([...customers].sort());
});

describe('a long list', () => {
	const customers = Array.from({ length: 300 }, (_, n) => `load-${n}@example.com`);

	test('is looked up over several polls, everyone once before anyone twice, and each reported once', async () => {
		const watching = trigger({ customers: customers.join('\n'), firstLook: 'emit' }, { budget: 2_000 });
		sandbox.setFaults([{ fault: { kind: 'latency', latencyMs: 80 } }]);
		const reported = (await watching.activate()).map(({ identifier }) => identifier);
		const visits = new Map<string, number>();
		const countVisits = () => {
			for (const { path } of sandbox.requests()) visits.set(path, (visits.get(path) ?? 0) + 1);
			sandbox.clearRequests();
		};
		let polls = 1;
		let twice = 0;

		for (countVisits(); visits.size < customers.length; countVisits()) {
			twice = [...visits.values()].filter((times) => times > 1).length;
			reported.push(...(await watching.poll()).map(({ identifier }) => identifier));
			polls++;
		}

		expect(polls).toBeGreaterThan(2);
		// Only lookups in flight at the end of a poll are repeated before everyone has been looked up.
		expect(twice).toBeLessThanOrEqual(4 * polls);
		expect(new Set(reported).size).toBe(reported.length);
		// Every third of the synthetic customers has the profile of the one with new behavior.
		expect(reported.length).toBeGreaterThanOrEqual(99);
	});

	test.each([
		[10_000, false],
		[10_001, true],
	])('of %d customers is looked up, and that it should be split is logged: %s', async (length, isTooLong) => {
		const customers = Array.from({ length }, (_, n) => `load-${n}@example.com`);
		const watching = trigger({ customers: customers.join('\n') }, { budget: 500 });
		await watching.activate();

		expect(sandbox.requests().length).toBeGreaterThan(0);
		expect(watching.warnings.some((warning) => warning.includes('split the list'))).toBe(isTooLong);
	});
});

test('the stored data takes less than 80 bytes per customer and contains no personal data in clear text', async () => {
	const customers = Array.from({ length: 300 }, (_, n) => `load-${n}@example.com`);
	const watching = trigger({ customers: customers.join('\n'), options: { maxConcurrency: 64 } });
	await watching.activate();

	const stored = JSON.stringify(watching.saved);
	expect(Buffer.byteLength(stored) / customers.length).toBeLessThan(80);
	expect(stored).not.toMatch(/load-|example|vestido|festa|Marina/i);
});
