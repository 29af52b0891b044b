import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FORBIDDEN_TOKEN, type Sandbox, startSandbox } from '../../sandbox';
import { call, PRODUCTS, PROFILES } from './client';

interface Summary {
	userProfileId: string;
	email: string;
	phone: string;
	document: string;
}

describe('customer profiles', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	beforeEach(() => sandbox.reset());
	afterAll(async () => await sandbox.close());

	it('finds every demo customer by each of the four identifiers, always with the same answer', async () => {
		const state = (await call(sandbox, '/sandbox/state')).json as { customers: Summary[] };
		const files = readdirSync(join(__dirname, '../../sandbox/data/customers'));
		expect(state.customers).toHaveLength(files.length);
		for (const { userProfileId, email, phone, document } of state.customers) {
			const byId = await call(sandbox, `${PROFILES}/user-profile-id/${userProfileId}`);
			expect(byId.status).toBe(200);
			expect(byId.json).toMatchObject({ userProfileId });
			for (const path of [`email/${email}`, `phone/${phone}`, `document/${document}`]) {
				expect((await call(sandbox, `${PROFILES}/${path}`)).text).toBe(byId.text);
			}
		}
	});

	it('answers 404 with the error body for an unknown customer and for an unknown path', async () => {
		const unknown = await call(sandbox, `${PROFILES}/email/nobody@example.com`);
		expect(unknown.status).toBe(404);
		expect(unknown.json).toEqual({ error: 'Not Found', message: 'Profile not found' });
		const nowhere = await call(sandbox, '/api/v2/nothing');
		expect(nowhere.status).toBe(404);
		expect(nowhere.json).toEqual({ error: 'Not Found', message: 'Cannot GET /api/v2/nothing' });
	});

	it.each([
		['a slash and dots', 'a/../b@x.com?x=1#y'],
		['Unicode', 'joão+çã😀@example.com'],
		['percent signs', '100%25%2F@example.com'],
		['320 characters', `${'a'.repeat(308)}@example.com`],
		['320 characters that need encoding', `${'ã'.repeat(308)}@example.com`],
	])('accepts an identifier with %s as one path segment', async (_name, email) => {
		sandbox.putProfile({ userProfileId: 'odd-1', email, profile: { ganchos_conteudo: ['a'] } });
		const found = await call(sandbox, `${PROFILES}/email/${encodeURIComponent(email)}`);
		expect(found.json).toEqual({ userProfileId: 'odd-1', profile: { ganchos_conteudo: ['a'] } });
		expect(sandbox.requests().at(-1)?.path).toBe(`${PROFILES}/email/${encodeURIComponent(email)}`);
	});

	it.each([
		['a path that cannot be decoded', '%ZZ'],
		['no value', ''],
		['a blank value', '%20'],
	])('answers 400 with the error body for %s', async (_name, value) => {
		const { status, json } = await call(sandbox, `${PROFILES}/email/${value}`);
		expect(status).toBe(400);
		expect(json).toEqual({ error: 'Bad Request', message: expect.stringMatching(/\w/) });
	});

	it('requires the token on every call and rejects one without permission', async () => {
		for (const path of [`${PROFILES}/email/marina.alves@example.com`, `${PRODUCTS}/sales-ranking`]) {
			for (const token of [null, 'wrong', '']) {
				const refused = await call(sandbox, path, { token });
				expect(refused.status).toBe(401);
				expect(refused.json).toEqual({
					error: 'Unauthorized',
					message: 'Invalid or missing authentication token',
				});
			}
			expect((await call(sandbox, path, { token: FORBIDDEN_TOKEN })).status).toBe(403);
			const bearer = { authorization: `Bearer ${sandbox.token}` };
			expect((await call(sandbox, path, { token: null, headers: bearer })).status).toBe(401);
		}
	});

	it('rejects browsers: 403 and no CORS header, for preflights too', async () => {
		const path = `${PROFILES}/email/marina.alves@example.com`;
		for (const method of ['GET', 'OPTIONS'] as const) {
			const refused = await call(sandbox, path, { method, headers: { origin: 'https://shop.example' } });
			expect(refused.status).toBe(403);
			expect(Object.keys(refused.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
		}
	});

	it('serves profiles and whole answers of any shape, and forgets them on reset', async () => {
		sandbox.putProfile({ userProfileId: 'p1', profile: null });
		sandbox.putProfile({ userProfileId: 'p2', profile: {}, raw: [] });
		sandbox.putProfile({ userProfileId: 'p3', profile: {}, raw: 'not JSON' });
		expect((await call(sandbox, `${PROFILES}/user-profile-id/p1`)).json).toEqual({
			userProfileId: 'p1',
			profile: null,
		});
		expect((await call(sandbox, `${PROFILES}/user-profile-id/p2`)).text).toBe('[]');
		expect((await call(sandbox, `${PROFILES}/user-profile-id/p3`)).text).toBe('not JSON');
		sandbox.deleteProfile('p1');
		expect((await call(sandbox, `${PROFILES}/user-profile-id/p1`)).status).toBe(404);
		sandbox.reset();
		expect((await call(sandbox, `${PROFILES}/user-profile-id/p2`)).status).toBe(404);
	});
});
