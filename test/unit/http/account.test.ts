import { HOSTS, InvalidHost, originOf } from '../../../nodes/shared/http/account';

const custom = (baseUrl: unknown) => originOf({ host: 'custom', baseUrl: baseUrl as string });

test('Fashion.AI’s own hosts are chosen by name; a stored Base URL is ignored', () => {
	expect(HOSTS).toEqual({
		current: 'https://catalog.api.fashionai.dev',
		earlier: 'https://catalog.api.fashionaiale.com',
	});
	expect(originOf({ host: 'current', baseUrl: 'http://elsewhere.example' })).toBe(HOSTS.current);
	expect(originOf({ host: 'earlier', baseUrl: 'http://elsewhere.example' })).toBe(HOSTS.earlier);
	expect(originOf({})).toBe(HOSTS.current);
});

test.each([
	['https://gateway.example', 'https://gateway.example'],
	[' http://127.0.0.1:4010/ \n', 'http://127.0.0.1:4010'],
	['HTTPS://Gateway.Example:443', 'https://gateway.example'],
	['https://gateway.example:8443/', 'https://gateway.example:8443'],
	['http://[::1]:80', 'http://[::1]'],
])('%j is the origin %s', (typed, origin) => {
	expect(custom(typed)).toBe(origin);
});

test.each([
	['', 'The Base URL is empty'],
	['  ', 'The Base URL is empty'],
	[undefined, 'The Base URL is empty'],
	[{ url: 'https://gateway.example' }, 'The Base URL is empty'],
	['gateway.example', 'The Base URL is not a web address'],
	['ftp://gateway.example', 'The Base URL is not a web address'],
	['javascript:alert(1)', 'The Base URL is not a web address'],
	['https://', 'The Base URL is not a web address'],
	['https://ana@gateway.example', 'The Base URL contains a user name or password'],
	['https://:secret@gateway.example', 'The Base URL contains a user name or password'],
	['https://ana:secret@gateway.example/path', 'The Base URL contains a user name or password'],
	['https://gateway.example?key=1', 'The Base URL contains a query'],
	['https://gateway.example/?', 'The Base URL contains a query'],
	['https://gateway.example#top', 'The Base URL contains a query'],
	['https://gateway.example/#', 'The Base URL contains a query'],
	['https://gateway.example/api/v1', 'The Base URL contains a path'],
])('%j is rejected: %s', (typed, message) => {
	expect(() => custom(typed)).toThrow(InvalidHost);
	expect(() => custom(typed)).toThrow(
		expect.objectContaining({
			name: 'InvalidHost',
			message,
			description: `Enter the scheme, host and port only, for example ${HOSTS.current}, in the credential's Base URL.`,
		}),
	);
});
