import fc from 'fast-check';

import { anyJson } from './arbitraries/json';
import { anyText } from './arbitraries/texts';
import { attack } from './record';
import {
	getProfile,
	type HttpClient,
	IDENTIFIERS,
	InvalidIdentifier,
	readIdentifier,
	readWatchList,
	type Identifier,
	type IdentifyBy,
} from './subject';

const PART = 'Identifiers to paths';
const ORIGIN = 'https://api.example';
const by = fc.constantFrom(...(Object.keys(IDENTIFIERS) as IdentifyBy[]));

/** Anything, including near-identifiers. */
const anyValue = fc.oneof(
	{ weight: 3, arbitrary: anyText },
	{ weight: 3, arbitrary: fc.tuple(anyText, anyText, anyText).map(([name, host, end]) => `${name}@${host}.${end}`) },
	{
		weight: 2,
		arbitrary: fc.tuple(anyText, fc.stringMatching(/^\+?[0-9() .-]{8,20}$/), anyText).map((parts) => parts.join('')),
	},
	{
		weight: 2,
		arbitrary: fc
			.array(fc.constantFrom('.', '..', '/', '%2e', '%2F', '\\', '?', '#', '&', ';', ':', '@', 'a', '1', '+'), {
				maxLength: 8,
			})
			.map((parts) => parts.join('')),
	},
	{ weight: 1, arbitrary: anyJson },
);

/** The URL of a customer's lookup. */
async function addressFor(identifier: Identifier): Promise<string> {
	let called = '';
	const client = {
		request: async ({ path }: { path: string }) => {
			called = path;
			return { status: 404, headers: {}, text: '{"error":"Not Found","message":"Profile not found"}' };
		},
	};
	await getProfile(client as unknown as HttpClient, identifier);
	return ORIGIN + called;
}

attack(
	PART,
	'any value as an identifier',
	'it is one segment of the right path and decodes to itself, or it is rejected with a readable error',
	fc.tuple(by, anyValue),
	async ([way, value]) => {
		let identifier: Identifier;
		try {
			identifier = readIdentifier(way, value);
		} catch (error) {
			expect(error).toBeInstanceOf(InvalidIdentifier);
			const { message, description } = error as InvalidIdentifier;
			expect(message).toMatch(
				/^\w[\w ]+ (is (empty|not valid|a number that is too long)|contains an expression that n8n did not evaluate)$/,
			);
			expect(description.length).toBeGreaterThan(20);
			expect(description.length).toBeLessThan(400);
			return;
		}
		const url = new URL(await addressFor(identifier));
		expect(url.origin + url.search + url.hash).toBe(ORIGIN);
		const segments = url.pathname.split('/');
		expect(segments.slice(0, -1).join('/')).toBe(
			`/api/v1/crm/protected/profile/${way === 'userProfileId' ? 'user-profile-id' : way}`,
		);
		expect(decodeURIComponent(segments.at(-1) ?? '')).toBe(identifier.value);
		expect(identifier.value).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+$/u);
	},
);

attack(
	PART,
	'any value as a watch list',
	'each entry is watched or reported as invalid, and none is quoted in the log',
	fc.tuple(by, fc.oneof(anyJson, fc.array(anyValue, { maxLength: 8 }))),
	([way, value]) => {
		const { customers, invalid } = readWatchList(way, value);
		for (const { shown, logged } of invalid) {
			expect(shown).toMatch(/^Entry \d+: \S/);
			expect(logged).toMatch(/^Entry \d+ of Customers cannot be used\. \S/);
			const quoted = /“([^]{4,}?)…?” cannot be used/.exec(shown)?.[1];
			if (quoted !== undefined) expect(logged).not.toContain(quoted);
		}
		const entries = [...customers.map(({ entry }) => entry), ...invalid.map(({ shown }) => Number(/\d+/.exec(shown)))];
		expect(new Set(entries).size).toBe(entries.length);
	},
);
