import { type Sandbox, type Writing, startSandbox } from '../../sandbox';
import { catalog } from '../../sandbox/engine/catalog';
import { Draw, turnOf } from '../../sandbox/writing/draw';
import { withSynonyms } from '../../sandbox/writing/synonyms';
import { call, PROFILES, sendEvent } from './client';

interface Moment {
	navegacoes: string[];
	resumo_momento: string;
	relacao_com_historico: string;
	novo_comportamento: boolean;
	oportunidades: string[];
}

interface Profile {
	perfil_cliente: { descricao_geral: string; estilo_geral: string };
	ocasioes_relevantes: { sugestao_look: string[] }[];
	briefing_marketing: Record<string, string[]>;
	ganchos_conteudo: string[];
	momento_compra_atual: Moment;
}

const LOOKS = 12;
const MARINA = 'marina.alves@example.com';
const RAFAEL = 'rafael.nogueira@example.com';
const LUIZA = 'luiza.conceicao@example.com';

/** What each demo customer's moment is about: every wording contains one of these words. */
const ABOUT: [string, RegExp][] = [
	['aline.souza', /paetê|clutch/i],
	['antonio.carvalho', /lã|oxford|social/i],
	['beatriz.fonseca', /floral|kimono/i],
	['camila.ribeiro', /blazer|pantalona|alfaiataria/i],
	['fernanda.kobayashi', /madrinha|floral/i],
	['gustavo.prado', /linho|short/i],
	['helena.barros', /praia|crochê|pareô/i],
	['isabela.martins+loja', /blusa|cardigã/i],
	['joao.araujo', /tênis|boné/i],
	['luiza.conceicao', /trilha|corta-vento|legging/i],
	['marina.alves', /festa|cetim|paetê/i],
	['patricia.goncalves', /chemise|saia lápis/i],
	['rafael.nogueira', /oxford|chino/i],
	['thiago.moreira', /padrinho|blazer|social/i],
];

describe('rewording', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox({ syntheticCustomers: true });
	});
	beforeEach(() => sandbox.reset());
	afterAll(async () => await sandbox.close());

	const textOf = async (email: string) => (await call(sandbox, `${PROFILES}/email/${email}`)).text;
	const profileOf = async (email: string) => (JSON.parse(await textOf(email)) as { profile: Profile }).profile;
	const momentOf = async (email: string) => (await profileOf(email)).momento_compra_atual;

	async function looks<T>(look: () => Promise<T>, count = LOOKS): Promise<T[]> {
		const seen: T[] = [];
		for (let n = 0; n < count; n++) seen.push(await look());
		return seen;
	}

	const admin = (method: 'GET' | 'PUT' | 'DELETE' | 'POST', path: string, body?: unknown) =>
		call(sandbox, `/sandbox/${path}`, { method, body, token: null });

	it('is off by default, and after a reset', async () => {
		expect(new Set(await looks(() => textOf(MARINA), 4)).size).toBe(1);
		const stored = await textOf(MARINA);
		sandbox.setWriting({ anew: true });
		expect(await textOf(MARINA)).not.toBe(stored);
		sandbox.reset();
		expect(await textOf(MARINA)).toBe(stored);
	});

	it.each(ABOUT)('words the moment of %s differently at each lookup, with the same meaning', async (name, about) => {
		sandbox.setWriting({ anew: true });
		const moments = await looks(() => momentOf(`${name}@example.com`));
		moments.forEach((moment, n) => {
			expect(moment.resumo_momento).not.toBe(moments[n - 1]?.resumo_momento);
			const told = [moment.resumo_momento, ...moment.oportunidades, ...moment.navegacoes].join('\n');
			expect(told).toMatch(about);
			expect(told).not.toMatch(/[{}|]|undefined/);
			expect(moment.oportunidades.length).toBeGreaterThanOrEqual(2);
			expect(moment.navegacoes.length).toBeGreaterThan(0);
		});
		expect(new Set(moments.map(({ novo_comportamento }) => novo_comportamento)).size).toBe(1);
		expect(new Set(moments.flatMap(({ oportunidades }) => oportunidades)).size).toBeGreaterThan(4);
	});

	it('shares few words between one summary and the next', async () => {
		sandbox.setWriting({ anew: true });
		const shared: number[] = [];
		for (const [name] of ABOUT) {
			const summaries = (await looks(() => momentOf(`${name}@example.com`))).map((moment) =>
				wordsOf(moment.resumo_momento),
			);
			summaries.slice(1).forEach((words, n) => shared.push(similarity(words, summaries[n] ?? new Set())));
		}
		expect(shared.reduce((sum, value) => sum + value, 0) / shared.length).toBeLessThan(0.25);
	});

	it('words visits in several ways, all of products named in the stored ones', async () => {
		const stored = await momentOf(MARINA);
		const products = catalog()
			.map(({ name }) => name)
			.filter((name) => stored.navegacoes.some((navigation) => navigation.includes(name)));
		sandbox.setWriting({ anew: true });
		const visits = (await looks(() => momentOf(MARINA), 30)).flatMap(({ navegacoes }) => navegacoes);
		for (const visit of visits) expect(products.some((name) => visit.includes(name))).toBe(true);
		expect(visits).toContainEqual(expect.stringMatching(/^\d\d\/\d\d: visualizou/));
		expect(visits).toContainEqual(expect.stringMatching(/^Viu .* \(\d\d\/11\)$/));
		expect(visits).toContainEqual(expect.stringMatching(/^Vestido/));
	});

	it('rewords the other sections, and keeps their shape and the products in them', async () => {
		const stored = await profileOf(MARINA);
		sandbox.setWriting({ anew: true });
		const [first, second] = (await looks(() => profileOf(MARINA), 2)) as [Profile, Profile];
		for (const section of [
			'perfil_cliente',
			'ocasioes_relevantes',
			'briefing_marketing',
			'ganchos_conteudo',
		] as const) {
			expect(first[section]).not.toEqual(second[section]);
			expect(shapeOf(first[section])).toEqual(shapeOf(stored[section]));
		}
		const looksOf = (profile: Profile) =>
			profile.ocasioes_relevantes.flatMap(({ sugestao_look }) => sugestao_look).sort();
		expect(looksOf(first)).toEqual(looksOf(stored));
	});

	it('has no synonym for a word in a product name', () => {
		for (const { name } of catalog()) {
			for (let n = 0; n < 10; n++) expect(withSynonyms(name, new Draw(String(n)))).toBe(name);
		}
	});

	it('rewords the moments that the sandbox generates, and those with the flag set by hand', async () => {
		sandbox.setWriting({ anew: true });
		for (const id of ['calca-11', 'camisa-12', 'calcado-07']) {
			await sendEvent(sandbox, 'productView', id, { sessionId: 'r1', userId: 91 });
		}
		const moments = await looks(() => momentOf(RAFAEL));
		for (const { resumo_momento, novo_comportamento } of moments) {
			expect(resumo_momento).toMatch(/esportivo/);
			expect(novo_comportamento).toBe(true);
		}
		expect(new Set(moments.map(({ resumo_momento }) => resumo_momento)).size).toBeGreaterThan(4);
		await admin('POST', 'customers/rfl3c8n1/behavior', { newBehavior: false });
		const calm = await looks(() => momentOf(RAFAEL), 4);
		expect(calm.every((moment) => !moment.novo_comportamento && moment.resumo_momento.includes('esportivo'))).toBe(
			true,
		);
		expect(new Set(calm.map(({ resumo_momento }) => resumo_momento)).size).toBeGreaterThan(2);
	});

	it('does not change whole answers and odd shapes, and rewords synthetic customers', async () => {
		const odd = await profileOf('debora.teixeira@example.com');
		sandbox.setWriting({ anew: true });
		expect(shapeOf(await profileOf('debora.teixeira@example.com'))).toEqual(shapeOf(odd));
		sandbox.putProfile({ userProfileId: 'p1', email: 'p1@example.com', raw: 'not JSON' });
		sandbox.putProfile({ userProfileId: 'p2', email: 'p2@example.com', profile: null });
		expect(await textOf('p1@example.com')).toBe('not JSON');
		expect(await profileOf('p2@example.com')).toBeNull();
		const [one, other] = (await looks(() => momentOf('load-7@example.com'), 2)) as [Moment, Moment];
		expect(one.resumo_momento).not.toBe(other.resumo_momento);
	});

	it('returns the variants of a test’s customer unchanged, all of them and none twice in a row', async () => {
		const text = (n: number) => ({ momento_compra_atual: { resumo_momento: `texto ${n}` } });
		sandbox.putProfile({
			userProfileId: 'v1',
			email: 'v1@example.com',
			profile: text(0),
			variants: [text(1), text(2), text(3)],
		});
		expect(new Set(await looks(() => textOf('v1@example.com'), 4)).size).toBe(1);
		sandbox.setWriting({ anew: true });
		const given = await looks(async () => (await momentOf('v1@example.com')).resumo_momento, 20);
		given.forEach((summary, n) => expect(summary).not.toBe(given[n - 1]));
		for (let round = 0; round < 5; round++) {
			expect([...given.slice(4 * round, 4 * round + 4)].sort()).toEqual(['texto 0', 'texto 1', 'texto 2', 'texto 3']);
		}
		await admin('PUT', 'customers/v2', { email: 'v2@example.com', variants: [text(4), text(5)] });
		const two = await looks(async () => (await momentOf('v2@example.com')).resumo_momento, 4);
		expect(two[0]).toBe(two[2]);
		expect([...two.slice(0, 2)].sort()).toEqual(['texto 4', 'texto 5']);
	});

	it('writes the same for the same seed, regardless of other customers, and differently for another seed', async () => {
		const run = async (seed: string | number, disturb = false) => {
			sandbox.reset();
			sandbox.setWriting({ anew: true, undecided: 'all', seed });
			return await looks(async () => {
				if (disturb) await textOf(LUIZA);
				return await textOf(MARINA);
			});
		};
		const first = await run(1);
		expect(await run(1)).toEqual(first);
		expect(await run(1, true)).toEqual(first);
		expect(await run('two')).not.toEqual(first);
	});

	it('takes a random time within the range, and counts as one call', async () => {
		sandbox.setWriting({ thinking: { fromMs: 40, toMs: 60 } });
		const took = await looks(async () => {
			const start = performance.now();
			await textOf(MARINA);
			return performance.now() - start;
		}, 6);
		// A timer may fire a millisecond early, and late on a busy machine.
		for (const ms of took) expect(ms).toBeGreaterThanOrEqual(39);
		expect(Math.min(...took)).toBeLessThan(200);
		expect(sandbox.requests()).toHaveLength(6);
		const drawn = Array.from({ length: 500 }, (_, n) => new Draw(String(n)).between(40, 60));
		expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([40, 60]);
	});

	it('stops at once while an answer is pending', async () => {
		const slow = await startSandbox({ writing: { thinking: { fromMs: 20_000, toMs: 20_000 } } });
		const cutOff = expect(call(slow, `${PROFILES}/email/${MARINA}`)).rejects.toThrow();
		while (slow.requests().length === 0) await new Promise(setImmediate);
		await slow.close();
		await cutOff;
	});

	it('lets the flag of chosen customers flap and leaves the others alone', async () => {
		const { novo_comportamento: _, ...words } = await momentOf(RAFAEL);
		sandbox.setWriting({ undecided: [RAFAEL, 'lzc6c9e1'] });
		const moments = await looks(() => momentOf(RAFAEL), 30);
		const raised = moments.filter(({ novo_comportamento }) => novo_comportamento).length;
		expect(raised).toBeGreaterThan(5);
		expect(raised).toBeLessThan(25);
		for (const { novo_comportamento: _flag, ...same } of moments) expect(same).toEqual(words);
		expect(new Set((await looks(() => momentOf(LUIZA), 20)).map((moment) => moment.novo_comportamento)).size).toBe(2);
		expect((await looks(() => momentOf(MARINA), 20)).every(({ novo_comportamento }) => novo_comportamento)).toBe(true);
	});

	it('repeats a cached answer for the given number of lookups, by any identifier, at once', async () => {
		sandbox.setWriting({ anew: true, undecided: 'all', cached: { looks: 2 } });
		const texts = await looks(() => textOf(MARINA), 6);
		expect(texts.map((text) => texts.indexOf(text))).toEqual([0, 0, 0, 3, 3, 3]);
		const byId = (await call(sandbox, `${PROFILES}/user-profile-id/mrn7k2a9`)).text;
		expect(texts).not.toContain(byId);
		expect(await textOf(MARINA)).toBe(byId);
		sandbox.setWriting({ anew: true, thinking: { fromMs: 300, toMs: 300 }, cached: { looks: 1 } });
		await textOf(MARINA);
		const start = performance.now();
		await textOf(MARINA);
		expect(performance.now() - start).toBeLessThan(250);
	});

	it('repeats a cached answer for the given time, despite a change', async () => {
		const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now());
		try {
			sandbox.setWriting({ anew: true, cached: { forMs: 60_000 } });
			const first = await textOf(MARINA);
			await admin('POST', 'customers/mrn7k2a9/behavior', { newBehavior: false });
			clock.mockReturnValue(Date.now() + 59_999);
			expect(await textOf(MARINA)).toBe(first);
			clock.mockReturnValue(Date.now() + 1);
			expect(await momentOf(MARINA)).toMatchObject({ novo_comportamento: false });
		} finally {
			clock.mockRestore();
		}
	});

	it('can be set, read and removed over HTTP, and starts with the given options', async () => {
		const writing: Writing = {
			anew: true,
			thinking: { fromMs: 1, toMs: 2 },
			undecided: [MARINA],
			cached: { looks: 1 },
			seed: 7,
		};
		expect((await admin('PUT', 'writing', writing)).json).toEqual(writing);
		expect((await admin('GET', 'writing')).json).toEqual(writing);
		expect((await admin('GET', 'state')).json).toMatchObject({ writing });
		expect((await admin('DELETE', 'writing')).json).toEqual({});
		const started = await startSandbox({ writing });
		started.setWriting({});
		started.reset();
		expect((await call(started, '/sandbox/writing')).json).toEqual(writing);
		await started.close();
	});

	it.each([
		[{ anew: 'yes' }, 'anew must be true or false'],
		[{ fresh: true }, 'there is no fresh'],
		[[], 'must be a JSON object of anew, thinking'],
		[{ thinking: 200 }, 'thinking must be { fromMs, toMs }'],
		[{ thinking: { fromMs: 20, toMs: 10 } }, 'thinking.fromMs must not be more than thinking.toMs'],
		[{ thinking: { fromMs: -1, toMs: 10 } }, 'thinking.fromMs must not be negative'],
		[{ undecided: true }, 'undecided must be "all" or a list'],
		[{ cached: {} }, 'cached needs forMs or looks'],
		[{ cached: { looks: 0 } }, 'cached.looks must be at least 1'],
		[{ seed: null }, 'seed must be a text or a number'],
	])('rejects the settings %j and keeps the current ones', async (settings, message) => {
		const refused = await admin('PUT', 'writing', settings);
		expect(refused.status).toBe(400);
		expect(refused.json).toEqual({ error: 'Bad Request', message: expect.stringContaining(message) });
		expect((await admin('GET', 'writing')).json).toEqual({});
	});

	it('rejects variants that are not a list, or an empty one', async () => {
		const refusalOf = async (variants: unknown) => (await admin('PUT', 'customers/v3', { variants })).json;
		expect(await refusalOf({})).toEqual({ error: 'Bad Request', message: 'variants must be a list of profiles' });
		expect(await refusalOf([])).toEqual({ error: 'Bad Request', message: 'variants must not be empty' });
	});
});

describe('the order of turns', () => {
	it.each([1, 2, 3, 4, 7])('takes each of %i once per round, never one twice in a row', (count) => {
		for (let seed = 0; seed < 20; seed++) {
			const turns = Array.from({ length: 5 * count }, (_, turn) => turnOf(String(seed), count, turn));
			for (let round = 0; round < 5; round++) {
				expect(new Set(turns.slice(round * count, (round + 1) * count)).size).toBe(count);
			}
			if (count > 1) turns.forEach((turn, n) => expect(turn).not.toBe(turns[n - 1]));
		}
	});
});

function wordsOf(text: string): Set<string> {
	return new Set(text.toLowerCase().match(/\p{L}{4,}/gu));
}

function similarity(a: Set<string>, b: Set<string>): number {
	const shared = [...a].filter((word) => b.has(word)).length;
	return shared / (a.size + b.size - shared);
}

/** Keys and value types, regardless of words and order. */
function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map((held) => JSON.stringify(shapeOf(held))).sort();
	if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
	return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, shapeOf(held)]));
}
