import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { runNode, type NodeRun } from './engine';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const KNOWN = 'marina.alves@example.com';
const UNKNOWN = 'nobody@example.com';

const toSandbox = (): ICredentialDataDecryptedObject => ({
	token: sandbox.token,
	host: 'custom',
	baseUrl: sandbox.url,
});

type Rest = Partial<Omit<NodeRun, 'parameters'>> & { parameters?: IDataObject };

const lookUp = (emails: string[], { parameters, ...rest }: Rest = {}) =>
	runNode({
		type: 'getCustomerProfile',
		credential: toSandbox(),
		input: emails.map((email) => ({ email, name: 'Ana' })),
		...rest,
		parameters: {
			operation: 'get',
			identifyBy: 'email',
			email: '={{ $json.email }}',
			...parameters,
		} as NodeRun['parameters'],
	});

test('a customer is returned simplified: ten fields in order, of the declared types, paired with the input', async () => {
	const { items, error } = await lookUp([KNOWN]);

	expect(error).toBeUndefined();
	expect(items).toHaveLength(1);
	expect(items[0]?.pairedItem).toEqual({ item: 0 });
	const json = items[0]?.json ?? {};
	expect(Object.keys(json)).toEqual([
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
	]);
	expect(json).toMatchObject({ found: true, newBehavior: true, toneOfVoice: ['sofisticado', 'direto', 'acolhedor'] });
	expect((json.occasions as IDataObject[])[0]).toEqual({
		occasion: 'Trabalho business casual',
		persona: expect.stringContaining('executiva serena'),
		look: ['Camisa de Seda Areia', 'Calça de Alfaiataria Reta Caramelo', 'Scarpin Salto Bloco Nude'],
	});
});

test('Raw is the API’s answer as is', async () => {
	const answer = { userProfileId: 7, profile: { ocasião: null, extra: [{ deep: 'ü' }] }, more: true };
	sandbox.putProfile({ email: 'raw@example.com', userProfileId: 'raw', raw: answer });

	const { items } = await lookUp(['raw@example.com'], { parameters: { output: 'raw' } });

	expect(items[0]?.json).toEqual(answer);
});

test('an unknown customer becomes an item that says so', async () => {
	const { items } = await lookUp([UNKNOWN]);

	expect(items).toEqual([
		{ json: { found: false, identifyBy: 'email', identifier: UNKNOWN }, pairedItem: { item: 0 } },
	]);
});

test('every call carries the token in its own header, and JSON as its type', async () => {
	await lookUp([KNOWN]);

	const [request, ...others] = sandbox.requests();
	expect(others).toEqual([]);
	expect(request?.path).toBe('/api/v1/crm/protected/profile/email/marina.alves%40example.com');
	expect(request?.headers).toMatchObject({
		'x-fashionai-app-token': sandbox.token,
		'content-type': 'application/json',
	});
	expect(request?.headers.authorization).toBeUndefined();
});

describe('failed items', () => {
	const SECRET = 'a-token-that-must-not-show';
	const cases: [what: string, credential: () => ICredentialDataDecryptedObject, email: string, expected: RegExp][] = [
		['a wrong token', () => ({ ...toSandbox(), token: SECRET }), KNOWN, /did not accept the API token/],
		[
			'a host where nothing answers',
			() => ({ ...toSandbox(), baseUrl: 'http://127.0.0.1:9' }),
			KNOWN,
			/could not be reached/,
		],
		[
			'a host that does not exist',
			() => ({ ...toSandbox(), baseUrl: 'http://none.invalid' }),
			KNOWN,
			/could not be found/,
		],
		[
			'a base URL with a path',
			() => ({ ...toSandbox(), baseUrl: `${sandbox.url}/api/v1` }),
			KNOWN,
			/Base URL contains a path/,
		],
		['an invalid e-mail', toSandbox, 'marina.alves', /Email is not valid/],
	];

	test.each(cases)(
		'%s stops the node with what happened, what to do and the item',
		async (_what, credential, email, expected) => {
			const { error, run } = await lookUp([email], {
				credential: credential(),
				parameters: { options: { maxTries: 1 } },
			});

			expect(error?.message).toMatch(expected);
			expect(error?.description).toBeTruthy();
			expect(error?.context?.itemIndex).toBe(0);
			expect(JSON.stringify(run)).not.toContain(SECRET);
		},
	);

	test.each(cases)('%s goes to the error output with its input kept', async (_what, credential, email, expected) => {
		const { items, errorItems, error, run } = await lookUp([email, 'broken@'], {
			credential: credential(),
			onError: 'continueErrorOutput',
			parameters: { options: { maxTries: 1 } },
		});

		expect(error).toBeUndefined();
		expect(items).toEqual([]);
		expect(errorItems).toHaveLength(2);
		expect(errorItems[0]?.json).toEqual({ email, name: 'Ana', error: expect.stringMatching(expected) });
		expect(errorItems[0]?.json.error).toMatch(/\[item 0\]$/);
		expect(errorItems[1]?.json.error).toMatch(/\[item 1\]$/);
		expect(JSON.stringify(run)).not.toContain(SECRET);
	});
});

test('a rejected token is sent a few times at the start, not a thousand times', async () => {
	const emails = Array.from({ length: 1000 }, (_, n) => `customer${n}@example.com`);

	const { errorItems } = await lookUp(emails, {
		credential: { ...toSandbox(), token: 'wrong' },
		onError: 'continueErrorOutput',
	});

	expect(errorItems).toHaveLength(1000);
	expect(sandbox.requests().length).toBeLessThanOrEqual(64);
});
