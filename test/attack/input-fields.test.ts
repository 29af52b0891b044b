import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { runNode } from '../engine/engine';
import { anyJson, objectOf } from './arbitraries/json';
import { anyText, ODD_KEYS } from './arbitraries/texts';
import { attack } from './record';
import { useScriptedApi } from './scripted-api';

const api = useScriptedApi();
const BATCH = 10;
const OWN = [
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
];
const key = fc.oneof(
	fc.constantFrom(...ODD_KEYS, ...OWN, 'error', 'json', 'binary', 'pairedItem', 'email'),
	anyText.map((text) => text.slice(0, 30)),
);
const items = fc.array(objectOf(key, anyJson, 8), { minLength: BATCH, maxLength: BATCH });

attack(
	'Outputs beside the input, in n8n’s engine',
	`any ${BATCH} items with Include Input Fields`,
	'every field of the input except `error` is copied unchanged, and none replaces ours',
	items,
	async (input) => {
		api().answers = [{ body: '{"userProfileId":"case-0","profile":{"perfil_cliente":{"estilo_geral":"Clássico"}}}' }];
		const sent = input.map((json) => JSON.parse(JSON.stringify(json)) as IDataObject);
		const { items: outputs, error } = await runNode({
			type: 'getCustomerProfile',
			credential: { token: 'token', host: 'custom', baseUrl: api().url },
			input: sent,
			parameters: { identifyBy: 'userProfileId', userProfileId: 'case-0', options: { includeInputFields: true } },
		});
		expect(error).toBeUndefined();
		expect(outputs).toHaveLength(BATCH);
		for (const [item, { json }] of outputs.entries()) {
			const ours = Object.fromEntries(OWN.map((name) => [name, json[name]]));
			expect(ours).toMatchObject({
				found: true,
				userProfileId: 'case-0',
				newBehavior: false,
				style: 'Clássico',
				occasions: [],
			});
			const theirs = Object.entries(sent[item] ?? {}).filter(([name]) => name !== 'error' && !OWN.includes(name));
			const others = Object.entries(json).filter(([name]) => !OWN.includes(name));
			expect(JSON.stringify(others)).toBe(JSON.stringify(theirs));
		}
	},
	{ perRun: BATCH },
);
