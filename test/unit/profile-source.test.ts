import { ProfileSource } from '../../nodes/GetCustomerProfile/profile-source';
import { Failure } from '../../nodes/shared/http/failure';
import type { HttpClient } from '../../nodes/shared/http/http-client';

const sourceThat = (error: unknown) => {
	const client = { request: jest.fn().mockRejectedValue(error) };
	return { client, source: new ProfileSource(client as unknown as HttpClient, { by: 'email', value: 'a@b.example' }) };
};

test.each([new Failure('unavailable'), new Failure('unauthorized'), new TypeError('odd profile')])(
	'a first lookup fails for all items of its customer, a second one for none: %s',
	async (error) => {
		const { client, source } = sourceThat(error);

		await expect(source.fetch()).rejects.toBe(error);
		expect(await Promise.all([source.fetchAgain(), source.fetchAgain()])).toEqual([undefined, undefined]);
		expect(client.request).toHaveBeenCalledTimes(2);
	},
);

test('a stopped execution ends a second lookup too', async () => {
	const stopped = new Failure('cancelled');
	await expect(sourceThat(stopped).source.fetchAgain()).rejects.toBe(stopped);
});
