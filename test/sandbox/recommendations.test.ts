import { type Sandbox, startSandbox } from '../../sandbox';
import { call, PRODUCTS, PROFILES, sendEvent } from './client';

interface Moment {
	navegacoes: string[];
	resumo_momento: string;
	novo_comportamento: boolean;
	oportunidades: string[];
}

const DRESSES = ['vestido-01', 'vestido-02', 'vestido-04'];
const categoryOf = (productId: string) => productId.replace(/-\d+$/, '');

describe('recommendations', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	beforeEach(() => sandbox.reset());
	afterAll(async () => await sandbox.close());

	async function seeDresses(visitor: { sessionId: string; userId?: string | number }): Promise<void> {
		for (const dress of DRESSES) await sendEvent(sandbox, 'productView', dress, visitor);
	}

	async function moment(email: string): Promise<Moment> {
		const { json } = await call(sandbox, `${PROFILES}/email/${email}`);
		return (json as { profile: { momento_compra_atual: Moment } }).profile.momento_compra_atual;
	}

	it.each([
		['categoryView', 'vestidos'],
		['shopTheLook', 'vestido-01'],
		['productView', 'vestido-01'],
		['customShelf', ''],
	])('knows nothing about a new session: %s is empty', async (eventType, id) => {
		expect(await sendEvent(sandbox, eventType, id, { sessionId: 'fresh' })).toEqual([]);
	});

	it('puts dresses first in Category View for a session that has seen three', async () => {
		await seeDresses({ sessionId: 's1' });
		const ids = await sendEvent(sandbox, 'categoryView', 'novidades', { sessionId: 's1' });
		const dresses = ids.filter((id) => categoryOf(id) === 'vestido').length;
		expect(dresses).toBeGreaterThan(0);
		expect(dresses).toBeLessThan(ids.length);
		expect(ids.slice(0, dresses).map(categoryOf)).toEqual(Array(dresses).fill('vestido'));
	});

	it('completes the look with pieces from other categories that are in stock and share a style', async () => {
		await seeDresses({ sessionId: 's1' });
		const ids = await sendEvent(sandbox, 'shopTheLook', 'vestido-01', { sessionId: 's1' });
		const shop = (await call(sandbox, '/sandbox/products')).json as {
			id: string;
			styles: string[];
			inStock: boolean;
		}[];
		const find = (id: string) => shop.find((product) => product.id === id);
		expect(ids.length).toBeGreaterThanOrEqual(3);
		expect(new Set(ids.map(categoryOf)).size).toBeGreaterThan(1);
		for (const id of ids) {
			expect(categoryOf(id)).not.toBe('vestido');
			expect(find(id)?.inStock).toBe(true);
			expect(find(id)?.styles.some((style) => find('vestido-01')?.styles.includes(style))).toBe(true);
		}
	});

	it('ranks the same category differently for sessions with different tastes, and the same way each time', async () => {
		await seeDresses({ sessionId: 'romantic' });
		for (const id of ['vestido-03', 'vestido-07']) await sendEvent(sandbox, 'productView', id, { sessionId: 'office' });
		const romantic = await sendEvent(sandbox, 'categoryView', 'calcados', { sessionId: 'romantic' });
		const office = await sendEvent(sandbox, 'categoryView', 'calcados', { sessionId: 'office' });
		expect([...romantic].sort()).toEqual([...office].sort());
		expect(romantic[0]).not.toBe(office[0]);
		expect(office[0]).toBe('calcado-01');
		sandbox.reset();
		await seeDresses({ sessionId: 'again' });
		expect(await sendEvent(sandbox, 'categoryView', 'calcados', { sessionId: 'again' })).toEqual(romantic);
	});

	it('leaves out sold-out products', async () => {
		await seeDresses({ sessionId: 's1' });
		expect(await sendEvent(sandbox, 'categoryView', 'vestidos', { sessionId: 's1' })).not.toContain('vestido-12');
	});

	it('knows a customer in a new session, whether the user ID is text or a number', async () => {
		const asText = await sendEvent(sandbox, 'customShelf', '', { sessionId: 'a', userId: '94' });
		const asNumber = await sendEvent(sandbox, 'customShelf', '', { sessionId: 'b', userId: 94 });
		expect(asText.length).toBeGreaterThan(0);
		expect(asNumber).toEqual(asText);
		expect(new Set(asText.map(categoryOf)).size).toBeGreaterThan(2);
	});

	it('carries an unknown user’s views over to the next session', async () => {
		await seeDresses({ sessionId: 'monday', userId: 'u-7' });
		expect(await sendEvent(sandbox, 'customShelf', '', { sessionId: 'friday', userId: 'u-7' })).not.toEqual([]);
		expect(await sendEvent(sandbox, 'customShelf', '', { sessionId: 'other' })).toEqual([]);
	});

	it('sets new behavior after three views outside the usual style, not after two', async () => {
		const rafael = { sessionId: 'r1', userId: 91 };
		const before = await moment('rafael.nogueira@example.com');
		expect(before.novo_comportamento).toBe(false);
		for (const id of ['calca-11', 'camisa-12']) await sendEvent(sandbox, 'productView', id, rafael);
		expect(await moment('rafael.nogueira@example.com')).toEqual(before);
		await sendEvent(sandbox, 'shopTheLook', 'calcado-07', rafael);
		const after = await moment('rafael.nogueira@example.com');
		expect(after.novo_comportamento).toBe(true);
		expect(after.resumo_momento).toContain('esportivo');
		expect(after.navegacoes).toEqual([
			expect.stringMatching(/^\d\d\/\d\d: visualizou Bermuda de Corrida 2 em 1$/),
			expect.stringMatching(/^\d\d\/\d\d: visualizou Camiseta Técnica Respirável Preta$/),
			expect.stringMatching(/^\d\d\/\d\d: montou o look com Tênis de Corrida Leve$/),
		]);
		expect(after.oportunidades.length).toBeGreaterThanOrEqual(2);
	});

	it('does not change a customer who stays within the usual style', async () => {
		const before = await moment('rafael.nogueira@example.com');
		for (const id of ['camisa-08', 'calca-08', 'calcado-09', 'camisa-10', 'acessorio-09']) {
			await sendEvent(sandbox, 'productView', id, { sessionId: 'r2', userId: '91' });
		}
		expect(await moment('rafael.nogueira@example.com')).toEqual(before);
	});

	it('records events as processed, and other calls not', async () => {
		await sendEvent(sandbox, 'productView', 'vestido-01', { sessionId: 's1' });
		await call(sandbox, `${PRODUCTS}/sales-ranking`);
		expect(sandbox.requests().map(({ taken, status }) => [taken, status])).toEqual([
			[true, 200],
			[false, 200],
		]);
		expect(sandbox.requests()[0]?.body).toMatchObject({ eventType: 'productView', data: { id: 'vestido-01' } });
	});
});
