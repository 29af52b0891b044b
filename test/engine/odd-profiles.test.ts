import type { INodeParameters } from 'n8n-workflow';

import { runNode, TestTrigger } from './engine';
import { useSandbox } from './use-sandbox';

const { api, credential } = useSandbox();

const ANA = 'ana@example.com';
const MARINA = 'marina.alves@example.com';

const lookUp = (parameters: INodeParameters, emails = [ANA, MARINA]) =>
	runNode({
		type: 'getCustomerProfile',
		credential: credential(),
		input: emails.map((email) => ({ email })),
		onError: 'continueErrorOutput',
		parameters: { email: '={{ $json.email }}', ...parameters },
	});

const FORMS: INodeParameters[] = [
	{},
	{ output: 'raw' },
	{ output: 'selected', fields: ['occasions', 'style'] },
	{ operation: 'email' },
	{ operation: 'hubspot' },
	{ operation: 'slack' },
	{ operation: 'whatsapp' },
	{ emit: 'changedSince', firstLook: 'emit' },
];

describe.each([3_000, 100_000])('a list %d deep', (depth) => {
	const deep = '['.repeat(depth) + ']'.repeat(depth);

	test.each(FORMS)('affects only that customer: %j', async (parameters) => {
		api().putProfile({
			userProfileId: 'ana',
			email: ANA,
			raw: `{"userProfileId":"ana","profile":{"ganchos_conteudo":${deep}}}`,
		});

		const { items, errorItems, run } = await lookUp(parameters);

		expect(items).toHaveLength(1);
		expect(errorItems.map(({ json }) => json.error)).toEqual([
			expect.stringMatching(/cannot be read.*nested more than 100 levels deep.*\[item 0\]/s),
		]);
		expect(() => JSON.stringify(run)).not.toThrow();
	});

	test('does not stop the trigger', async () => {
		api().putProfile({
			userProfileId: 'ana',
			email: ANA,
			raw: `{"userProfileId":"ana","profile":{"perfil_cliente":${deep}}}`,
		});
		const parameters = { customers: `${ANA}\n${MARINA}`, firstLook: 'emit' };
		const watching = new TestTrigger({
			type: 'fashionAiTrigger',
			credential: credential(),
			workflowId: `deep ${depth}`,
			parameters,
		});

		expect(await watching.activate()).toEqual([expect.objectContaining({ identifier: MARINA })]);
	});
});

test.each(['{"constructor":null}', '{"constructor":{"a":1},"toString":"x"}', '{"__proto__":{"a":1}}'])(
	'a profile with the keys %s is a profile',
	async (profile) => {
		api().putProfile({ userProfileId: 'ana', email: ANA, raw: `{"userProfileId":"ana","profile":${profile}}` });
		for (const parameters of [{}, { output: 'raw' }, { operation: 'hubspot' }]) {
			const { items, errorItems } = await lookUp(parameters, [ANA]);
			expect([items.length, errorItems.length]).toEqual([1, 0]);
			expect(items[0]?.json.userProfileId ?? items[0]?.json.fashionai_user_profile_id).toBe('ana');
		}
	},
);

test('two items of one customer share nothing', async () => {
	const { items } = await lookUp({ output: 'raw' }, [MARINA, MARINA]);
	const [one, other] = items.map(({ json }) => json.profile as Record<string, unknown>);
	if (!one || !other) throw new Error('There are no two items');

	expect(one).toEqual(other);
	one.ganchos_conteudo = 'changed';
	expect(other.ganchos_conteudo).not.toBe('changed');
});

test('Raw is the original: no digit of a long number is lost, and every key is in place', async () => {
	const raw =
		'{"zeta":1,"profile":{"n":12345678901234567890,"text":"9007199254740993 \\" 1","x":[-9007199254740993,0.1234567890123456]},"userProfileId":9007199254740993}';
	api().putProfile({ userProfileId: 'ana', email: ANA, raw });

	const { items } = await lookUp({ output: 'raw' }, [ANA]);
	expect(JSON.stringify(items[0]?.json)).toBe(
		'{"zeta":1,"profile":{"n":"12345678901234567890","text":"9007199254740993 \\" 1","x":["-9007199254740993",0.1234567890123456]},"userProfileId":"9007199254740993"}',
	);
	const simplified = await lookUp({}, [ANA]);
	expect(simplified.items[0]?.json.userProfileId).toBe('9007199254740993');
});

describe('an answer about another customer', () => {
	const answer = (userProfileId: unknown) => {
		const profile = {
			ocasioes_relevantes: [{ ocasião: 'Festa', sugestao_look: ['Vestido longo'] }],
			momento_compra_atual: { resumo_momento: 'Procura um vestido longo de festa', novo_comportamento: true },
		};
		api().putProfile({ userProfileId: 'ana-1', email: ANA, raw: { userProfileId, profile } });
	};
	const OTHER = 'Fashion.AI answered about another customer';
	const byId = { identifyBy: 'userProfileId', userProfileId: 'ana-1' };

	test.each([...FORMS, { operation: 'email', audience: 'customer' }, { operation: 'whatsapp', audience: 'customer' }])(
		'fails its item: %j',
		async (parameters) => {
			answer('SOMEBODY-ELSE');

			const { items, errorItems } = await lookUp({ ...parameters, ...byId }, [ANA]);

			expect(items).toEqual([]);
			expect(errorItems.map(({ json }) => json.error)).toEqual([
				expect.stringMatching(new RegExp(`^${OTHER}\\. .*another user profile ID.* \\[item 0\\]$`)),
			]);
		},
	);

	test.each([' ANA-1 ', '', null, undefined, 'ana-1'])('has another ID than the requested one; not %j', async (id) => {
		answer(id);
		expect((await lookUp(byId, [ANA])).items.map(({ json }) => json.found)).toEqual([true]);
	});

	test('cannot be told where the customer is identified by other means', async () => {
		answer('whoever');
		expect((await lookUp({}, [ANA])).items.map(({ json }) => json.userProfileId)).toEqual(['whoever']);
	});

	test('is a failed lookup for the trigger, which tries again', async () => {
		answer('SOMEBODY-ELSE');
		const watching = new TestTrigger({
			type: 'fashionAiTrigger',
			credential: credential(),
			workflowId: 'another customer',
			parameters: { identifyBy: 'userProfileId', customers: 'ana-1\nmrn7k2a9', firstLook: 'emit' },
		});

		expect((await watching.activate()).map(({ identifier }) => identifier)).toEqual(['mrn7k2a9']);
		expect(watching.warnings.join()).toContain(`tried again in a later poll: entry 1 of Customers (${OTHER})`);
		expect(watching.warnings.join()).not.toMatch(/ana-1|somebody/i);
		answer('ana-1');
		expect((await watching.poll()).map(({ identifier }) => identifier)).toEqual(['ana-1']);
	});
});
