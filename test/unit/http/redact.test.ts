import { redactorOf } from '../../../nodes/shared/http/redact';
import { cpuTimer } from '../cpu-timer';

const TOKEN = 'fa-Live_7Qx+9/z=Kd&"p\\Tt0m %41';

const shown = (text: string, token = TOKEN) => redactorOf(token)({ status: 400, headers: {}, text }).text;
const each = (text: string, write: (character: string) => string) => [...text].map(write).join('');
const code = (character: string, radix = 10) => character.charCodeAt(0).toString(radix);
const encoded = encodeURIComponent;
const percent = (text: string) => each(text, (character) => `%${code(character, 16)}`);

test.each<[string, string]>([
	['as it is', TOKEN],
	['in lower case', TOKEN.toLowerCase()],
	['in upper case', TOKEN.toUpperCase()],
	['URL-encoded', encodeURIComponent(TOKEN)],
	['URL-encoded in lower case', encodeURIComponent(TOKEN).toLowerCase()],
	['URL-encoded to the last letter', percent(TOKEN)],
	['URL-encoded twice', encodeURIComponent(encodeURIComponent(TOKEN))],
	['as a form', new URLSearchParams({ a: TOKEN }).toString().slice(2)],
	[
		'with named entities',
		TOKEN.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('+', '&plus;').replaceAll('=', '&equals;'),
	],
	['with decimal entities', each(TOKEN, (character) => `&#${code(character)};`)],
	['with hex entities', each(TOKEN, (character) => `&#x${code(character, 16)};`)],
	['with hex entities, zeros and capitals', each(TOKEN, (character) => `&#X00${code(character, 16).toUpperCase()};`)],
	['with entities that are escaped again', each(TOKEN, (character) => `&amp;#${code(character)};`)],
	['with JSON escapes', JSON.stringify(TOKEN).slice(1, -1)],
	['with needless JSON escapes', each(TOKEN, (character) => `\\u00${code(character, 16).padStart(2, '0')}`)],
	['with JSON escapes, twice', JSON.stringify(JSON.stringify(TOKEN)).slice(3, -3)],
	['in hex', Buffer.from(TOKEN).toString('hex')],
	['in hex, upper case', Buffer.from(TOKEN).toString('hex').toUpperCase()],
	['in hex of itself URL-encoded', Buffer.from(encodeURIComponent(TOKEN)).toString('hex')],
	['in hex of itself in upper case', Buffer.from(TOKEN.toUpperCase()).toString('hex')],
	['in hex of itself in lower case', Buffer.from(TOKEN.toLowerCase()).toString('hex')],
	['URL-encoded four times', encoded(encoded(encoded(encoded(TOKEN))))],
	['in hex with gaps', each(TOKEN, (character) => ` ${code(character, 16)}`).trim()],
	['in hex with colons', each(TOKEN, (character) => `:${code(character, 16)}`).slice(1)],
	['backwards', [...TOKEN].reverse().join('')],
	['in UTF-16', Buffer.from(TOKEN, 'utf16le').toString('latin1').slice(0, -1)],
	['in UTF-16 and JSON', JSON.stringify(Buffer.from(TOKEN, 'utf16le').toString('latin1')).slice(1, -7)],
	['with escaped slashes', TOKEN.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('/', '\\/')],
	[
		'in a mix of all',
		`${percent(TOKEN.slice(0, 5))}${TOKEN.slice(5, 9).toUpperCase()}${each(TOKEN.slice(9), (character) => `&#${code(character)};`)}`,
	],
])('a token echoed %s is redacted, and nothing else', (_what, echo) => {
	expect(shown(`bad “${echo}”, 100% of ${echo} & more`)).toBe('bad “…”, 100% of … & more');
});

test.each(['', 'x', 'xy', 'xyz', 'user:'])('a token in base64 after "%s" is redacted completely', (before) => {
	for (const after of ['', ':', ':1', ':12']) {
		for (const encoding of ['base64', 'base64url'] as const) {
			const echo = Buffer.from(before + TOKEN + after).toString(encoding);
			const text = shown(`Basic ${echo} is refused`);
			const rest = text.replace(/^Basic | is refused$/g, '');

			expect(rest).toContain('…');
			expect(rest.replace(/=+$/, '').length).toBeLessThanOrEqual(
				Math.ceil(((before.length + after.length) * 8) / 6) + 1,
			);
			for (const part of rest.split('…')) expect(Buffer.from(part, encoding).toString()).not.toMatch(/fa-|%41/);
		}
	}
	expect(shown(encodeURIComponent(Buffer.from(`${before}${TOKEN}`).toString('base64')))).not.toMatch(/[a-zA-Z0-9]{12}/);
});

test.each<[string, string]>([
	['URL-encoded', encodeURIComponent(TOKEN)],
	['in upper case', TOKEN.toUpperCase()],
	['in lower case', TOKEN.toLowerCase()],
])('a token in base64 together %s is redacted completely', (_what, form) => {
	expect(shown(`Basic ${Buffer.from(form).toString('base64')} is refused`)).toMatch(/^Basic ….{0,2}={0,2} is refused$/);
});

/** A server that changes the case of base64 makes it unreadable, but a reader could try all cases of each letter. */
test.each<[string, string]>([
	['as it is', TOKEN],
	['in upper case', TOKEN.toUpperCase()],
	['in lower case', TOKEN.toLowerCase()],
	['URL-encoded', encodeURIComponent(TOKEN)],
])('a token %s in base64 whose case was changed is redacted completely', (_what, form) => {
	for (const before of ['', 'x', 'xy', 'user:']) {
		for (const after of ['', ':', ':1']) {
			const echo = Buffer.from(before + form + after)
				.toString('base64')
				.replace(/=+$/, '');
			for (const changed of [echo.toLowerCase(), echo.toUpperCase()]) {
				const [prefix = '', suffix = ''] = shown(changed).split('…');
				// What is left stands for characters outside the token, in base64 characters that contain none of its bits.
				expect(prefix).toBe(changed.slice(0, Math.floor((before.length * 8) / 6)));
				expect(changed.slice(changed.length - suffix.length)).toBe(suffix);
				expect(suffix.length).toBeLessThanOrEqual(echo.length - Math.ceil(((before.length + form.length) * 8) / 6));
			}
		}
	}
	expect(shown(`${Buffer.from(form).toString('base64').toLowerCase()} and more`)).toMatch(/^….{0,2}={0,2} and more$/);
});

test('a token in base64 is found unescaped and without its white space, too', () => {
	const echo = Buffer.from(TOKEN.replace('%41', 'A').replace(' ', '')).toString('base64');

	expect(shown(`Basic ${echo} is refused`)).toMatch(/^Basic ….{0,2}={0,2} is refused$/);
});

test('short tokens are not taken for other text in hex and base64', () => {
	expect(shown('616263 and abc', 'abc')).toBe('616263 and …');
	expect(shown('61626364 and abcd', 'abcd')).toBe('… and …');
	expect(shown('ywjjza and abcd', 'abcd')).toBe('ywjjza and …');
	expect(shown('ywjjzg and abcde', 'abcde')).toBe('… and …');
});

test('what another letter takes apart is not the token', () => {
	for (const text of ['abcd%C3%A1efgh', 'abcd\\u00e1efgh', 'abcd&#225;efgh'])
		expect(shown(text, 'abcdefgh')).toBe(text);
});

test('two tokens in a row are redacted', () => {
	expect(shown(`${TOKEN}${TOKEN}`)).toBe('…');
});

describe('of a token of which a server shows no more than a part', () => {
	const PLAIN = 'fai_live_9f8e7d6c5b4a3210';

	test.each<[string, string, string]>([
		['the start', "Token 'fai_live_9f8e7d6c5b4a' (shortened) is unknown", "Token '…' (shortened) is unknown"],
		['the end', 'Token …d6c5b4a3210 is unknown', 'Token …… is unknown'],
		['the middle', 'Token **live_9f8e** is unknown', 'Token **…** is unknown'],
		['eight characters', 'Token fai_live is unknown', 'Token … is unknown'],
		['the start in capitals', 'Token FAI_LIVE_9F8E is unknown', 'Token … is unknown'],
		['the start in hex', `Token ${Buffer.from('fai_live_9f8e').toString('hex')} is unknown`, 'Token … is unknown'],
	])('%s is redacted', (_what, text, expected) => {
		expect(shown(text, PLAIN)).toBe(expected);
	});

	test('seven characters are shown, which many texts hold by chance', () => {
		expect(shown('Token fai_liv is unknown', PLAIN)).toBe('Token fai_liv is unknown');
	});

	test.each(['start', 'end'])('the %s in base64 is redacted', (which) => {
		const part = which === 'start' ? PLAIN.slice(0, 15) : PLAIN.slice(-15);
		expect(shown(`Token ${Buffer.from(part).toString('base64')} is unknown`, PLAIN)).toBe('Token … is unknown');
	});
});

test.each([' ', '.', '-', '*', '|', '\u00b7', '•', '\t', '&nbsp;', '%20', '\\u00a0'.replace('a0', '20')])(
	'a token whose characters are separated by %j is redacted',
	(sign) => {
		for (const token of ['fai_live_9f8e7d6c5b4a3210', 'hunt-7Qx+9/z=Kd0p']) {
			expect(shown(`Token ${[...token].join(sign)} is unknown`, token)).toBe('Token … is unknown');
			expect(shown(`Token ${token.slice(0, 4)}${sign}${token.slice(4)}`, token)).toBe('Token …');
		}
	},
);

test.each(['\n', '\r\n', '\\n', '\\r\\n'])(
	'a token in base64 that %j breaks into lines leaves nothing of itself',
	(lineBreak) => {
		const lines = (
			Buffer.from(`user:${TOKEN}${TOKEN}`)
				.toString('base64')
				.match(/.{1,16}/g) ?? []
		).join(lineBreak);
		expect(shown(`Basic ${lines} is refused\nat once`)).toMatch(/^Basic .{0,8}….{0,2}={0,2} is refused\nat once$/);
	},
);

/** What a server may wrap the token in before encoding it in base64. */
const WRAPPINGS: [string, string][] = [
	['JSON', JSON.stringify({ 'x-token': TOKEN, n: 1 })],
	['JSON within JSON', JSON.stringify({ headers: JSON.stringify([TOKEN]) })],
	['a form', new URLSearchParams({ token: TOKEN }).toString()],
	['HTML', TOKEN.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
	[
		'its other case',
		each(TOKEN, (character) =>
			character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase(),
		),
	],
	['base64', Buffer.from(`user:${TOKEN}`).toString('base64')],
];

test.each(WRAPPINGS)('a token within %s in base64 is redacted, at any offset', (_what, wrapped) => {
	for (const before of ['', 'x', 'xy']) {
		for (const encoding of ['base64', 'base64url'] as const) {
			const text = shown(
				JSON.stringify({ error: 'no', message: `token=${Buffer.from(before + wrapped).toString(encoding)}` }),
			);
			expect(text).toContain('…');
			for (const part of text.split(/[^\w+/-]/)) {
				for (const phase of [0, 1, 2, 3])
					expect(Buffer.from(part.slice(phase), encoding).toString('latin1')).not.toMatch(/7_?Qx|tt0m|ZmEt/i);
			}
		}
	}
});

test.each(['a1b2c3d4-e5f6-7890-abcd-ef0123456789', TOKEN.replaceAll(' ', '')])(
	'%s is taken out where white space breaks it into parts',
	(token) => {
		for (const space of [' ', '\t', '\n', '\r\n ', '\\n', '\\r\\n\\t', '%20', '&nbsp;', '\u200b']) {
			for (const form of [token, Buffer.from(`user:${token}`).toString('base64')]) {
				const parts = (form.match(/.{1,5}/g) ?? []).join(space);
				expect(shown(`Basic ${parts}= is refused`, token)).toMatch(/^Basic .{0,16}….{0,8}= is refused$/s);
			}
		}
	},
);

test.each<[string, (text: string) => string]>([
	['hex', (text) => Buffer.from(text).toString('hex')],
	['hex in capitals', (text) => Buffer.from(text).toString('hex').toUpperCase()],
	['the escapes of a script', (text) => each(text, (character) => `\\u{${code(character, 16)}}`)],
])('a token in %s is redacted', (_what, write) => {
	expect(shown(`bad ${write(TOKEN)}!`)).toBe('bad …!');
});

test('the JSON around it stays valid', () => {
	const body = JSON.stringify({ error: 'Bad Request', message: `header "${TOKEN}" of ${encodeURIComponent(TOKEN)}` });

	expect(JSON.parse(shown(body))).toEqual({ error: 'Bad Request', message: 'header "…" of …' });
	expect(shown('{"error":"Olá \\u00e1 %C3%A1","message":"ok"}')).toBe('{"error":"Olá \\u00e1 %C3%A1","message":"ok"}');
});

test('a successful response is unchanged', () => {
	for (const status of [200, 201, 299])
		expect(redactorOf(TOKEN)({ status, headers: {}, text: TOKEN }).text).toBe(TOKEN);
});

test.each([101, 199, 300, 302, 400, 401, 500, 999])(
	'an answer with the status %i is shown without the token',
	(status) => {
		expect(redactorOf(TOKEN)({ status, headers: {}, text: `not ${TOKEN}` }).text).toBe('not …');
	},
);

test('without a token there is nothing to redact', () => {
	expect(shown('{"error":"No","message":""}', '')).toBe('{"error":"No","message":""}');
	expect(shown('x'.repeat(100_000), '')).toHaveLength(100_000);
});

test('a token of white space alone hides the white space', () => {
	expect(shown('a b', ' ')).toBe('a…b');
});

test('only the start of a long page is kept', () => {
	expect(shown('x'.repeat(100_000))).toHaveLength(4 * 1024);
});

test.each<[string, string, string]>([
	['plain text', 'x', TOKEN],
	['escapes', '%2525', TOKEN],
	['entities', '&amp;#x26;', TOKEN],
	['backslashes', '\\', '\\'.repeat(7_999) + 'x'],
	['what is nearly the token', 'a', `${'a'.repeat(4_000)}b${'a'.repeat(3_999)}`],
])('10 MB of %s cost no more than a moment', (_what, piece, token) => {
	const text = piece.repeat((10 * 1024 * 1024) / piece.length);
	const spent = cpuTimer();

	shown(text, token);

	expect(spent()).toBeLessThan(1_000);
});
