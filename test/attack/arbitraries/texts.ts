import fc, { type Arbitrary } from 'fast-check';

import { ATTACKS } from '../../unit/messages/profiles';

/** Names of built-in JavaScript object properties, and some that only look like them. */
export const ODD_KEYS = [
	'__proto__',
	'constructor',
	'toString',
	'valueOf',
	'hasOwnProperty',
	'toJSON',
	'prototype',
	'length',
	'then',
	'',
];

/** Direction marks, invisible characters and lone surrogates. */
const ODD_CHARACTERS = [
	...['\u202A', '\u202B', '\u202D', '\u202E', '\u2066', '\u2067', '\u2069', '\u200E', '\u200F', '\u061C'],
	...['\u0000', '\u0008', '\u001B', '\u007F', '\u0085', '\u2028', '\u2029', '\r\n', '\t', '\v', '\f'],
	...['\uD83D', '\uDE00', '\uDFFF', '\uFFFE', '\uFFFF', '\uFEFF', '\u200B', '\u200D', '\u00AD', '\u2060', '\u3164'],
	...['👩‍👩‍👧‍👦', '🇧🇷', 'é', 'e\u0301\u0301\u0301', 'ﷺ', '𝕳', 'İ', 'ß', '١٢٣', '。'],
];

const MARKUP = [
	...ATTACKS,
	'<svg/onload=alert(1)>',
	'<a href="javascript:alert(1)">x</a>',
	'</title><script src=//evil.example></script>',
	'</style><style>*{background:url(https://evil.example)}</style>',
	'--><img src=x>',
	'<![endif]--><script>1</script>',
	'<form action=https://evil.example><input name=q></form>',
	'<plaintext>',
	'&lt;script&gt;&#x3c;&#60&lt',
	'<link rel=stylesheet href=//evil.example>',
	'@import url(//evil.example)',
	'<@U1|x> <!channel|x> <https://evil.example|here> <mailto:x@evil.example|y>',
	'*_~`*_~`',
	'```',
	'{"a":["b"]}',
	'[1,"2",null]',
	'[[[',
	'a; b; c',
	'- a\n- b\n1. c',
	'null',
	'undefined',
	'-',
	'0',
	"$& $1 $` $' $$",
	'%',
	'%E0%A4%A',
	'\\u0000',
];

const FIRST_SURROGATE = 0xd800;
const SURROGATES = 0x800;
const LAST_CODE_POINT = 0x10ffff;

/** Any code point, as the unit `binary` has it: that one makes a table of them all, which takes a second and a half. */
const anyCharacter = fc
	.nat({ max: LAST_CODE_POINT - SURROGATES })
	.map((index) => String.fromCodePoint(index < FIRST_SURROGATE ? index : index + SURROGATES));

/** So many characters of any kind. */
export const anyCharacters = (maxLength: number): Arbitrary<string> => fc.string({ unit: anyCharacter, maxLength });

const fragment = fc.oneof(
	{ weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
	{ weight: 2, arbitrary: anyCharacters(12) },
	// Any sequence of UTF-16 code units, including lone surrogates.
	{
		weight: 2,
		arbitrary: fc
			.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
			.map((units) => String.fromCharCode(...units)),
	},
	{ weight: 3, arbitrary: fc.constantFrom(...MARKUP) },
	{ weight: 3, arbitrary: fc.constantFrom(...ODD_CHARACTERS) },
	{ weight: 1, arbitrary: fc.constantFrom(...ODD_KEYS) },
	{
		weight: 2,
		arbitrary: fc.constantFrom(
			' ',
			'  ',
			'\n',
			'.',
			',',
			';',
			':',
			'–',
			'vestido',
			'linho',
			'wedding',
			'Bundle viagem',
		),
	},
);

const shortText = fc.array(fragment, { maxLength: 6 }).map((fragments) => fragments.join(''));

/** Texts longer than any limit, of anything: rarely, since each is slow. */
const hugeText = fc
	.tuple(fragment, fc.integer({ min: 500, max: 20_000 }), fragment)
	.map(([piece, times, last]) => (piece || 'x').repeat(Math.ceil(times / (piece.length || 1))) + last);

/** Any text, mostly short and mostly hostile. */
export const anyText: Arbitrary<string> = fc.oneof(
	{ weight: 30, arbitrary: shortText },
	{ weight: 1, arbitrary: hugeText },
);

/** Any text that is not empty after removing invisible characters. */
export const visibleText: Arbitrary<string> = anyText.map((text) => `x${text}`);
