import fc from 'fast-check';

import { runNode } from '../engine/engine';
import { anyJson } from './arbitraries/json';
import { anyText } from './arbitraries/texts';
import { checkWords } from './checks/failure';
import { attack } from './record';
import { useScriptedApi } from './scripted-api';
import { InvalidHost, originOf } from './subject';

const api = useScriptedApi();
const PART = 'The credential';

const anyBaseUrl = fc.oneof(
	{ weight: 2, arbitrary: anyText },
	fc
		.tuple(
			fc.constantFrom('http://', 'https://', 'HTTPS:', 'javascript:', 'file:///', '//', ''),
			anyText,
			fc.constantFrom('', ':8080', ':99999', '/', '/x', '?', '#', '\\'),
		)
		.map((parts) => parts.join('')),
	fc.webUrl({ withFragments: true, withQueryParameters: true }),
	anyJson,
);

attack(
	PART,
	'any Base URL',
	'it is reduced to the scheme, host and port of a web address, or it is rejected with a readable error',
	anyBaseUrl,
	(baseUrl) => {
		let origin: string;
		try {
			origin = originOf({ host: 'custom', baseUrl: baseUrl as string });
		} catch (error) {
			expect(error).toBeInstanceOf(InvalidHost);
			checkWords((error as InvalidHost).message);
			return;
		}
		const url = new URL(origin);
		expect(url.origin).toBe(origin);
		expect(url.protocol).toMatch(/^https?:$/);
	},
);

const anyToken = fc.oneof(
	anyText,
	fc.string({ unit: fc.constantFrom(...'abcXYZ019 -_.~!@#$%^&*()"\'<>/\\'), minLength: 8, maxLength: 40 }),
	anyJson,
);

attack(
	PART,
	'any token, echoed by a server that rejects it, in n8n’s engine',
	'a readable error; neither it nor the execution contains the token',
	fc.tuple(anyToken, fc.constantFrom(400, 401, 403, 500)),
	async ([token, status]) => {
		api().answers = [
			{ status, body: JSON.stringify({ error: 'No', message: `Not this one: ${String(JSON.stringify(token))}` }) },
		];
		const { error, run } = await runNode({
			type: 'getCustomerProfile',
			credential: { token: token as string, host: 'custom', baseUrl: api().url },
			input: [{}],
			parameters: { identifyBy: 'userProfileId', userProfileId: 'case-0', options: { maxTries: 1 } },
		});
		expect(error?.name).toMatch(/^Node(Api|Operation)Error$/);
		expect(error?.context?.itemIndex).toBe(0);
		checkWords(error?.message ?? '');
		// Shorter ones occur in any text by chance.
		if (typeof token === 'string' && token.trim().length >= 8)
			expect(JSON.stringify(run)).not.toContain(JSON.stringify(token.trim()).slice(1, -1));
	},
);
