import { type IdentifyBy, InvalidIdentifier, nameOf, readIdentifier } from '../../nodes/shared/api/identifier';

test.each<[IdentifyBy, unknown, string]>([
	['email', '  ana@example.com ', 'ana@example.com'],
	['email', 'a/../b@x.com?x=1', 'a/../b@x.com?x=1'],
	['email', `${'a'.repeat(290)}@exa.com`, `${'a'.repeat(290)}@exa.com`],
	['email', '"ana@example.com"', 'ana@example.com'],
	['email', '“ana@example.com”', 'ana@example.com'],
	['email', '<ana@example.com>', 'ana@example.com'],
	['email', 'mailto:ana@example.com', 'ana@example.com'],
	['email', 'Ana <mailto:ana@example.com>', 'ana@example.com'],
	['email', 'Ana Lima <ana@example.com>', 'ana@example.com'],
	['email', '"Lima, Ana" < ana@example.com >;', 'ana@example.com'],
	['email', 'ana@example.com.', 'ana@example.com'],
	['email', "'ana@example.com',", 'ana@example.com'],
	['email', "d'ana+news@example.com;", "d'ana+news@example.com"],
	['phone', '+55 (11) 99999-8888', '5511999998888'],
	['phone', '0055 11 99999.8888', '5511999998888'],
	['phone', 5511999998888, '5511999998888'],
	['phone', '+44 (0)20 7946 0018', '442079460018'],
	['phone', '5511999998888.0', '5511999998888'],
	['phone', '+55 11 99999.8880', '5511999998880'],
	['phone', '+55‑11‑99999‑8888', '5511999998888'],
	['phone', '+55 (011) 99999-8888', '5511999998888'],
	['phone', 'whatsapp:+5511999998888', '5511999998888'],
	['phone', '＋５５ １１ ９９９９９ ８８８８', '5511999998888'],
	['email', 'ana＠example.com', 'ana@example.com'],
	['email', 'mailto:ana@example.com?subject=hi', 'ana@example.com'],
	['email', ['ana@example.com'], 'ana@example.com'],
	['document', '12345678900.0', '12345678900'],
	['document', 'CPF: 123.456.789-00', '12345678900'],
	['document', 'RG 12.345.678-9', '123456789'],
	['document', 'CPF nº 123.456.789-00', '12345678900'],
	['document', 'CPF12345678900', '12345678900'],
	['document', 'RUT 12.345.678-5', '123456785'],
	['document', 'CPF-123.456.789-00', '12345678900'],
	['phone', '5511999998888@s.whatsapp.net', '5511999998888'],
	['phone', '+55 00 00000-0000', '5500000000000'],
	['document', 'RGX1234', 'RGX1234'],
	['document', "'12345678900", '12345678900'],
	['phone', '’5511999998888', '5511999998888'],
	['phone', '+55 011 99999-8888', '5511999998888'],
	['phone', '5501133334444', '551133334444'],
	['document', 'nº 123456', '123456'],
	['document', 'NO123456', 'NO123456'],
	['document', '12345678900,00', '12345678900'],
	['phone', '5511999998888,00', '5511999998888'],
	['userProfileId', '1234567|7654321', '1234567|7654321'],
	['document', '123‑456‑789', '123456789'],
	['phone', '\u202a+55 11 99999-8888\u202c', '5511999998888'],
	['email', '\u200bana@example.com\ufeff', 'ana@example.com'],
	['document', '123.456.789-00', '12345678900'],
	['document', '12.345.678-X', '12345678X'],
	['userProfileId', ' ddsd23223 ', 'ddsd23223'],
])('%s %j is sent as %s', (by, typed, sent) => {
	expect(readIdentifier(by, typed)).toEqual({ by, value: sent });
});

test('a customer has one name, however an address or document is written', () => {
	const name = (by: IdentifyBy, typed: string) => nameOf(readIdentifier(by, typed));
	expect(name('email', 'Ana@Example.com')).toBe(name('email', 'ana@example.com'));
	expect(name('document', '12345678x')).toBe(name('document', '12.345.678-X'));
	expect(name('userProfileId', 'a')).not.toBe(name('userProfileId', 'A'));
});

test.each<[IdentifyBy, unknown]>([
	['email', ''],
	['email', undefined],
	['email', 'ana'],
	['email', 'ana@example'],
	['email', 'ana @example.com'],
	['document', '1.2345678909E10'],
	['email', '"ana@example.com" Lima'],
	['email', '["ana@example.com"]'],
	['email', 'Ana <ana>'],
	['email', 'Ana <ana@example.com>, Bia <bia@example.com>'],
	['email', '(ana@example.com)'],
	['email', 'ana@example.com, bia@example.com'],
	['email', 'ana@example.com\nbia@example.com'],
	['email', ['ana@example.com', 'bia@example.com']],
	['email', 'ana..b@x..com'],
	['email', '11 99999-8888'],
	['phone', '99998888/7777777'],
	['phone', '3333-4444, 55-6666'],
	['email', '""'],
	['email', 'a\u0000@example.com'],
	['email', '\ud800@example.com'],
	['phone', '5.51E+12'],
	['phone', '123'],
	['phone', '011 99999-8888'],
	['phone', '+00 11 99999-8888'],
	['phone', '000000000'],
	['phone', '1'.repeat(16)],
	['document', '---'],
	['document', 'abc'],
	['document', '12#34'],
	['userProfileId', '..'],
	['userProfileId', '.'],
	['userProfileId', 'two words'],
	['userProfileId', '\u200e'],
	['userProfileId', {}],
	['userProfileId', 'null'],
])('%s %j is rejected, with what to do', (by, typed) => {
	expect(() => readIdentifier(by, typed)).toThrow(InvalidIdentifier);
	expect(() => readIdentifier(by, typed)).toThrow(
		expect.objectContaining({ description: expect.stringMatching(/\.$/) }),
	);
});

test.each<[IdentifyBy, string]>([
	['document', '1.2345678909E10'],
	['phone', '5.511999998888E+12'],
	['phone', '+5,512E+12'],
])('%s %s is told as shortened by a spreadsheet', (by, typed) => {
	expect(() => readIdentifier(by, typed)).toThrow(
		expect.objectContaining({ why: 'A spreadsheet has shortened it: format the column as text.' }),
	);
});

test('a list of lists, thousands deep, is not valid either', () => {
	const deep = JSON.parse(`${'['.repeat(50_000)}1${']'.repeat(50_000)}`) as unknown;
	expect(() => readIdentifier('email', [deep, deep])).toThrow(InvalidIdentifier);
});

test('a value of nothing but control characters is quoted no longer than any other', () => {
	expect(() => readIdentifier('document', '\u001b'.repeat(512))).toThrow(
		expect.objectContaining({ description: expect.stringMatching(/^“(\\u\{1b\}){10}…” cannot be used\./) }),
	);
});
