import type { INodeParameters } from 'n8n-workflow';
import { request } from 'undici';

import { type Sandbox, startSandbox } from '../../sandbox';
import { ensureN8n } from '../../tools/n8n/install-n8n';
import { Hunter } from '../attack/hunt/traces';
import { recordChecked } from '../attack/record';
import { startN8n, type TestN8n } from './harness';
import { databaseOf, filesLeftBehind } from './left-behind';
import { waitUntil } from './wait-until';
import { chain, fashionAiNode, node } from './workflows';

/** No text contains one of these by chance; each name says what was found. */
const IDENTITY = {
	email: 'zuleica.quaresma@marcada.example',
	phone: '5511987650123',
	document: '98765432198',
	userProfileId: 'perfil-zq-7781',
};
const SLIPS = {
	email: 'zuleica.quaresma@',
	phone: '5511-9876x0123',
	document: '!!98765432198!!',
	userProfileId: 'perfil zq 7781',
};
const UNKNOWN = {
	email: 'desconhecida@marcada.example',
	phone: '5521912345670',
	document: '45612378945',
	userProfileId: 'perfil-xy-1209',
};
const NAME = 'Zuleica Quaresma de Bragança';
const TEXTS = [
	'Executiva que coleciona porcelanas portuguesas e veleja em Paraty',
	'Alfaiataria azul-petróleo com brocados discretos',
	'Casamento da sobrinha em Petrópolis',
	'Madrinha que não quer ofuscar a noiva',
	'Vestido longo plissado cor de açafrão',
	'Ganchos sobre a história do brocado',
	'01/09: visualizou Vestido Plissado Açafrão',
	'Procura um vestido de madrinha para novembro',
	'Antes comprava só camisas de linho',
	'Oferecer prova em domicílio com estilista',
];
const OTHER_TEXTS = [
	'Agora quer montar enxoval de bebê com tricôs artesanais',
	'Oferecer kit maternidade em algodão pima',
];

const hunter = new Hunter({
	...Object.fromEntries(
		[IDENTITY, SLIPS, UNKNOWN].flatMap((who, nth) =>
			Object.entries(who).map(([by, value]) => [`the ${['customer', 'slip', 'unknown customer'][nth]}'s ${by}`, value]),
		),
	),
	'the name': NAME,
	...Object.fromEntries([...TEXTS, ...OTHER_TEXTS].map((text) => [`“${text}”`, text])),
});
const EVERY_SECOND = Array.from({ length: 60 }, (_, n) => ({ mode: 'custom', cronExpression: `${n} * * * * *` }));
const ALL_BY = Object.keys(IDENTITY) as (keyof typeof IDENTITY)[];

let n8n: TestN8n;
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ writing: { anew: true } });
	// As n8n is set up: told to log for debugging, it writes down each error with its node's parameters, of whatever node.
	n8n = await startN8n({ env: { N8N_LOG_OUTPUT: 'console,file', EXECUTIONS_DATA_SAVE_ON_PROGRESS: 'true' } });
	await n8n.createCredential('fashionAiApi', 'Fashion.AI', {
		token: sandbox.token,
		host: 'custom',
		baseUrl: sandbox.url,
	});
});

afterAll(async () => {
	await n8n?.stop();
	await sandbox?.close();
});

function show(
	novo_comportamento: boolean,
	[resumo_momento, oportunidade]: readonly (string | undefined)[] = [TEXTS[7], TEXTS[9]],
): void {
	sandbox.putProfile({
		...IDENTITY,
		profile: {
			perfil_cliente: { descricao_geral: TEXTS[0], estilo_geral: TEXTS[1] },
			ocasioes_relevantes: [{ ocasião: TEXTS[2], persona_na_ocasião: TEXTS[3], sugestao_look: [TEXTS[4]] }],
			briefing_marketing: {
				tom_de_voz: ['inspiracional'],
				direcao_visual: [TEXTS[1]],
				orientacao_campanhas: [TEXTS[5]],
			},
			ganchos_conteudo: [TEXTS[5]],
			momento_compra_atual: {
				navegacoes: [TEXTS[6]],
				resumo_momento,
				relacao_com_historico: TEXTS[8],
				novo_comportamento,
				oportunidades: [oportunidade],
			},
		},
	});
}

/** A published workflow that looks up the customer in the request body. */
async function onCall(path: string, parameters: INodeParameters, onError?: 'continueErrorOutput'): Promise<void> {
	const webhook = { path, httpMethod: 'POST', responseMode: 'lastNode', responseData: 'allEntries' };
	const id = await n8n.importWorkflow(
		chain(
			path,
			node({ name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: path, parameters: webhook }),
			fashionAiNode('Get Profile', 'getCustomerProfile', parameters, {
				alwaysOutputData: true,
				...(onError ? { onError } : {}),
			}),
		),
	);
	await n8n.activate(id);
}

interface Answer {
	momentFingerprint?: string;
}

async function call(path: string, body: object): Promise<Answer[]> {
	return await waitUntil(`an answer of ${path}`, async () => {
		const answer = await request(`${n8n.url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		const text = await answer.body.text();
		// On 2.x a workflow is published shortly before its webhook is ready.
		if (answer.statusCode === 404 || text === '') return undefined;
		return answer.statusCode === 200 ? ([JSON.parse(text)].flat() as Answer[]) : [];
	});
}

test('looks up customers by every identifier, found and not, and stores what is remembered', async () => {
	show(true);
	const fingerprints: string[] = [];
	for (const by of ALL_BY) {
		const who = { identifyBy: by, [by]: '={{ $json.body.who }}' };
		await onCall(`stop-${by}`, { ...who, ifNotFound: 'stop' });
		await onCall(`error-${by}`, { ...who, ifNotFound: 'stop' }, 'continueErrorOutput');
		await onCall(`seen-${by}`, { ...who, emit: 'newlyDetected', options: { quietPeriod: 7 } });
		await onCall(`compared-${by}`, {
			...who,
			emit: 'changedSince',
			firstLook: 'emit',
			knownFingerprint: '={{ $json.body.known }}',
			options: { includeUnchanged: true },
		});
		for (const who of [IDENTITY[by], SLIPS[by], UNKNOWN[by]])
			for (const path of ['stop', 'error']) await call(`${path}-${by}`, { who, name: NAME });
		for (const moment of [undefined, OTHER_TEXTS]) {
			show(true, moment);
			await call(`seen-${by}`, { who: IDENTITY[by] });
			await call(`seen-${by}`, { who: IDENTITY[by] });
			const [answer] = await call(`compared-${by}`, { who: IDENTITY[by], known: fingerprints.at(-1) ?? '' });
			fingerprints.push(answer?.momentFingerprint ?? '');
		}
		sandbox.setFaults([{ fault: { kind: 'status', status: 400, message: 'Bad identifier' } }]);
		await call(`stop-${by}`, { who: IDENTITY[by] });
		sandbox.setFaults([]);
	}
	for (const operation of ['email', 'slack', 'hubspot', 'whatsapp']) {
		await onCall(operation, { operation, email: '={{ $json.body.who }}', customerName: '={{ $json.body.name }}' });
		await call(operation, { who: IDENTITY.email, name: NAME });
	}
	expect(fingerprints.filter((one) => one.length > 20)).toHaveLength(2 * ALL_BY.length);
	expect(hunter.find(Buffer.from(fingerprints.join('\n')))).toEqual([]);
});

test.each(ALL_BY)('the trigger watches by %s, reports, and logs failed lookups', async (by) => {
	show(false);
	const customers = [IDENTITY[by], SLIPS[by], UNKNOWN[by]].join('\n');
	const parameters = { identifyBy: by, customers, pollTimes: { item: EVERY_SECOND } };
	const id = await n8n.importWorkflow(
		chain(
			`Watching by ${by}`,
			fashionAiNode('Trigger', 'fashionAiTrigger', parameters),
			node({ name: 'Told', type: 'n8n-nodes-base.noOp' }),
		),
	);
	await n8n.execute(id, 'Trigger').catch(() => undefined);
	sandbox.clearRequests();
	await n8n.activate(id);
	await waitUntil('the first look', () => sandbox.requests().length > 0);
	show(true, OTHER_TEXTS);
	await waitUntil('an execution', async () =>
		(await n8n.executions(id)).some(({ status, mode }) => status === 'success' && mode === 'trigger'),
	);
	await n8n.deactivate(id);

	// A list of which nothing can be used fails when it is activated, and again when n8n starts. 2.x answers before it has tried.
	const useless = { ...parameters, customers: SLIPS[by] };
	const nobody = await n8n.importWorkflow(
		chain(
			`Watching nobody by ${by}`,
			fashionAiNode('Trigger', 'fashionAiTrigger', useless),
			node({ name: 'Told', type: 'n8n-nodes-base.noOp' }),
		),
	);
	await n8n
		.activate(nobody)
		.catch((error: unknown) => expect(String(error)).toContain('No entry in Customers can be used'));
	const log = await n8n.log();
	expect(log).toMatch(/Entry 2 of Customers cannot be used\./);
	expect(log).toMatch(/does not know entry 3 of Customers/);
});

/** n8n's tables with executions and workflows: what the user sees. */
const SEEN_BY_THE_USER: Record<string, readonly string[]> = {
	execution_data: ['data', 'workflowData'],
	workflow_entity: ['nodes'],
	workflow_history: ['nodes'],
	// The older line keeps the version that is live in a table of its own.
	workflow_published_version: ['nodes'],
};

test('no log line and no stored data contains a customer', async () => {
	const { version } = await ensureN8n();
	// A final restart flushes everything.
	await n8n.restart();
	const files = await filesLeftBehind(n8n.userFolder);
	const logs = [...files].filter(([path]) => !path.includes('database.sqlite'));
	const found = logs.flatMap(([path, bytes]) => hunter.find(bytes).map((trace) => `${path}: ${trace}`));
	const database = await databaseOf(n8n.userFolder);
	let cells = 0;
	for (const [table, rows] of Object.entries(database)) {
		for (const row of rows) {
			for (const [column, value] of Object.entries(row)) {
				if (SEEN_BY_THE_USER[table]?.includes(column)) continue;
				cells++;
				found.push(...hunter.find(Buffer.from(String(value))).map((trace) => `${table}.${column}: ${trace}`));
			}
		}
	}
	const lines = logs.reduce((sum, [, bytes]) => sum + bytes.toString().split('\n').length, 0);
	recordChecked(
		{
			part: `Personal data, in n8n ${version}`,
			what: 'customers looked up by all four identifiers, found, unknown and mistyped, reported, remembered and watched',
			outcome:
				'no identifier, name or text of a profile appears in a log line, in static data, in the deduplication store, or in a fingerprint',
			cases: cells,
			figures: `${lines.toLocaleString('en')} log lines, ${cells.toLocaleString('en')} database cells`,
		},
		() => {
			expect([...new Set(found)]).toEqual([]);

			// The search looked where things are, and the user is told which value was wrong.
			const stored = JSON.stringify(database.execution_data);
			for (const value of [IDENTITY.email, UNKNOWN.document, SLIPS.phone]) expect(stored).toContain(value);
			expect(database.processed_data?.length).toBeGreaterThan(0);
			expect(JSON.stringify(database.workflow_entity?.map(({ staticData }) => staticData))).toMatch(/generation/);
		},
	);
});
