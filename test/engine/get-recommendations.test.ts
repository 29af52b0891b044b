import type { IDataObject } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { runNode, type NodeRun } from './engine';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const recommend = (parameters: IDataObject, rest: Partial<Omit<NodeRun, 'parameters'>> = {}) =>
	runNode({
		type: 'getRecommendations',
		credential: { token: sandbox.token, host: 'custom', baseUrl: sandbox.url },
		...rest,
		parameters: { sessionId: 'session-1', ...parameters } as NodeRun['parameters'],
	});

const seeDresses = async () => {
	for (let visit = 0; visit < 3; visit++) await recommend({ recommendation: 'categoryView', categoryId: 'vestidos' });
};

test('Category View gives one item per product, ranked from 1, once the session is known', async () => {
	await seeDresses();

	const { items, error } = await recommend({ recommendation: 'categoryView', categoryId: 'vestidos', userId: '90' });

	expect(error).toBeUndefined();
	expect(items.length).toBeGreaterThan(3);
	expect(items.map(({ json }) => json.rank)).toEqual(items.map((_, index) => index + 1));
	expect(items[0]).toMatchObject({ json: { source: 'categoryView', sessionId: 'session-1', userId: '90' }, pairedItem: { item: 0 } });
	expect(new Set(items.map(({ json }) => json.productId)).size).toBe(items.length);
});

test('Shop the Look sends the event that the API documents', async () => {
	await recommend({ recommendation: 'shopTheLook', productId: '=789', userId: '' });

	expect(sandbox.requests()[0]).toMatchObject({
		method: 'POST',
		path: '/api/v1/products/protected/recommendation',
		body: { sessionId: 'session-1', eventType: 'shopTheLook', data: { id: '789' } },
	});
	expect(sandbox.requests()[0]?.body).not.toHaveProperty('userId');
});

test('an empty session is told before any call', async () => {
	const { error } = await recommend({ recommendation: 'categoryView', categoryId: 'vestidos', sessionId: ' ' });

	expect(error?.message).toBe('Session ID is empty');
	expect(sandbox.requests()).toEqual([]);
});
