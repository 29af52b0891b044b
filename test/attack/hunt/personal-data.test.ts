import fc from 'fast-check';
import { DataDeduplicationService } from 'n8n-core';
import type {
	DeduplicationItemTypes,
	ICheckProcessedContextData,
	ICheckProcessedOptions,
	INodeParameters,
} from 'n8n-workflow';

import { MemoryDeduplicator } from '../../engine/deduplicator';
import { noteLog, runNode, TestTrigger } from '../../engine/engine';
import { checkWords } from '../checks/failure';
import { attack } from '../record';
import { useScriptedApi, type Scripted } from '../scripted-api';
import { Hunter } from './traces';

const api = useScriptedApi();
const PART = 'Personal data, in n8n’s engine';
const CUSTOMERS = 5;

/** n8n's store, which also records its input: n8n would hash that once more. */
class NotingStore extends MemoryDeduplicator {
	readonly handed: string[] = [];

	override async checkProcessedAndRecord(
		items: DeduplicationItemTypes[],
		scope: never,
		context: ICheckProcessedContextData,
		options: ICheckProcessedOptions,
	) {
		this.handed.push(...items.map(String));
		return await super.checkProcessedAndRecord(items, scope, context, options);
	}
}
const store = new NotingStore();
let log: string[];
beforeAll(() => {
	DataDeduplicationService.init(store);
	log = noteLog();
});

/** Long and random enough that no log line, hash or fingerprint contains it by chance. */
const word = fc.string({ unit: fc.constantFrom(...'bcdfghjklmnpqrstvwxz'), minLength: 12, maxLength: 20 });
const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 12, maxLength: 14 });
const text = fc
	.array(fc.oneof(word, fc.constantFrom('vestido', 'casamento', 'linho', 'ção')), { minLength: 2, maxLength: 5 })
	.map((words) => words.join(' '));

const BY = ['email', 'phone', 'document', 'userProfileId'] as const;
const customersWith = (...fates: ('found' | 'unknown' | 'broken' | 'refused')[]) =>
	fc.array(
		fc.record({
			word,
			digits,
			texts: fc.array(text, { minLength: 9, maxLength: 9 }),
			later: text,
			fate: fc.constantFrom(...fates),
		}),
		{ minLength: CUSTOMERS, maxLength: CUSTOMERS },
	);
type Customer = ReturnType<typeof customersWith> extends fc.Arbitrary<(infer T)[]> ? T : never;

/** The number at the end identifies the customer to the scripted API. */
const IDENTIFIER: Record<(typeof BY)[number], (customer: Customer, nth: number) => string> = {
	email: ({ word }, nth) => `${word}.case-${nth}@loja-xq.br`,
	phone: ({ digits }, nth) => `9${digits.slice(0, 12)}${nth}`,
	document: ({ digits }, nth) => `${digits}${nth}`,
	userProfileId: ({ word }, nth) => `${word}-case-${nth}`,
};

function answerOf(customer: Customer, nth: number, isLater: boolean): Scripted {
	const { texts, later, fate } = customer;
	if (fate === 'broken') return { status: 500, body: '{"error":"Oh","message":"Not now"}' };
	if (fate === 'refused') return { status: 400, body: '{"error":"Bad Request","message":"Not this way"}' };
	if (fate === 'unknown') return { status: 404, body: '{"error":"Not Found","message":"There is no such thing"}' };
	const [a, b, c, d, e, f, g, h, i] = texts;
	const moment = {
		navegacoes: [a, b],
		resumo_momento: isLater ? later : c,
		relacao_com_historico: d,
		novo_comportamento: isLater,
		oportunidades: [isLater ? later : e],
	};
	const profile = {
		perfil_cliente: { descricao_geral: f, estilo_geral: g },
		ocasioes_relevantes: [{ ocasião: h, persona_na_ocasião: i, sugestao_look: [a] }],
		momento_compra_atual: moment,
	};
	return { body: JSON.stringify({ userProfileId: IDENTIFIER.userProfileId(customer, nth), profile }) };
}

attack(
	PART,
	'any customers, watched and looked up by each identifier, found, unknown, mistyped and failing',
	'none of their identifiers or texts appears in a log line, in stored data, or in a fingerprint',
	fc.record({
		customers: fc.oneof(
			{ weight: 4, arbitrary: customersWith('found', 'found', 'unknown', 'broken', 'refused') },
			// The trigger fails as a whole.
			{ weight: 1, arbitrary: customersWith('broken', 'refused') },
		),
		by: fc.constantFrom(...BY),
		slip: word,
	}),
	async ({ customers, by, slip }) => {
		const credential = { token: 'a-token-of-somebody', host: 'custom', baseUrl: api().url };
		const identifiers = customers.map((one, nth) => IDENTIFIER[by](one, nth));
		const mistyped = by === 'userProfileId' ? `${slip} ${slip}` : `${slip}@`;
		const secrets = [
			slip,
			...identifiers,
			...customers.flatMap(({ word, digits, texts, later }) => [word, digits, later, ...texts]),
		]
			.flatMap((secret) => secret.split(' '))
			.filter(({ length }) => length >= 12);
		const hunter = new Hunter(Object.fromEntries(secrets.map((secret) => [secret, secret])));
		let isLater = false;
		api().onCall = (number) => answerOf(customers[number % 10] as Customer, number % 10, isLater);
		store.rows.clear();
		store.handed.length = 0;
		log.length = 0;

		const options = { maxTries: 1 };
		const trigger = new TestTrigger({
			type: 'fashionAiTrigger',
			credential,
			workflowId: slip,
			parameters: { identifyBy: by, customers: [mistyped, ...identifiers].join('\n'), options },
		});
		const fingerprints: unknown[] = [];
		const look = async (parameters: INodeParameters) => {
			const input = [mistyped, ...identifiers].map((who) => ({ who }));
			return await runNode({
				type: 'getCustomerProfile',
				credential,
				mode: 'trigger',
				input,
				onError: 'continueErrorOutput',
				parameters: { identifyBy: by, [by]: '={{ $json.who }}', options, ...parameters },
			});
		};
		const reported: unknown[] = [];
		for (isLater of [false, true]) {
			const polled = await (isLater ? trigger.poll() : trigger.activate()).catch((error: Error) => {
				expect(error.name).toMatch(/^Node(Api|Operation)Error$/);
				checkWords(error.message);
				// n8n logs it.
				log.push(error.message);
				return [];
			});
			reported.push(...polled.map(({ identifier }) => identifier));
			await look({ emit: 'newlyDetected' });
			const { items } = await look({ emit: 'changedSince', knownFingerprint: '', firstLook: 'emit' });
			fingerprints.push(...items.map(({ json }) => json.momentFingerprint));
		}
		api().onCall = undefined;

		// There was something to search, of everyone who was found.
		const found = identifiers.filter((_, nth) => customers[nth]?.fate === 'found');
		expect(reported).toEqual(found);
		const remembered = /"customers":"([^"]*)"/.exec(JSON.stringify(trigger.saved))?.[1] ?? '';
		expect(remembered.split(' ').filter(({ length }) => length > 20)).toHaveLength(found.length);
		expect(store.handed.length).toBeGreaterThanOrEqual(found.length);
		expect(fingerprints).toEqual(found.map(() => expect.stringMatching(/^\S{8,64}$/)));
		// n8n itself says there that it ran the nodes.
		expect(log.length).toBeGreaterThan(0);
		expect(hunter.find(Buffer.from([...trigger.warnings, ...log].join('\n')))).toEqual([]);
		expect(hunter.find(Buffer.from(JSON.stringify([trigger.saved, store.handed, fingerprints])))).toEqual([]);
	},
	{ perRun: CUSTOMERS },
);
