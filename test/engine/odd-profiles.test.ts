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
