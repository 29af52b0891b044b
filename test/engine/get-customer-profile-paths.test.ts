import { runNode } from './engine';
import { useSandbox } from './use-sandbox';

const { api, credential } = useSandbox();

const BASE = '/api/v1/crm/protected/profile';

test.each([
	['email', 'a/../b@x.com?x=1', `${BASE}/email/a%2F..%2Fb%40x.com%3Fx%3D1`],
	['email', 'ana+loja@example.com', `${BASE}/email/ana%2Bloja%40example.com`],
	['email', '100%25@example.com', `${BASE}/email/100%2525%40example.com`],
	['email', 'a#b@example.com', `${BASE}/email/a%23b%40example.com`],
	['email', 'joão.açaí@example.com', `${BASE}/email/jo%C3%A3o.a%C3%A7a%C3%AD%40example.com`],
	['email', '👗@example.com', `${BASE}/email/%F0%9F%91%97%40example.com`],
	['email', `${'a'.repeat(288)}@example.com`, `${BASE}/email/${'a'.repeat(288)}%40example.com`],
	['phone', '+55 (11) 99999-8888', `${BASE}/phone/5511999998888`],
	['document', '123.456.789-00', `${BASE}/document/12345678900`],
	['userProfileId', '../../v2', `${BASE}/user-profile-id/..%2F..%2Fv2`],
	['userProfileId', 'a\\b;c', `${BASE}/user-profile-id/a%5Cb%3Bc`],
	['userProfileId', '%2e%2e', `${BASE}/user-profile-id/%252e%252e`],
])('%s %s reaches one path only, and finds its customer', async (identifyBy, value, path) => {
	const sent = decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
	api().putProfile({ userProfileId: 'someone', [identifyBy]: sent, profile: { ganchos_conteudo: ['encontrado'] } });

	const { items, error } = await runNode({
		type: 'getCustomerProfile',
		credential: credential(),
		input: [{ value }],
		parameters: { identifyBy, [identifyBy]: '={{ $json.value }}' },
	});

	expect(error).toBeUndefined();
	expect(
		api()
			.requests()
			.map((request) => request.path + request.query),
	).toEqual([path]);
	expect(items[0]?.json).toMatchObject({ found: true, contentHooks: ['encontrado'] });
});
