import { type IdentifyBy, readIdentifier } from '../../nodes/shared/api/identifier';
import { readProductIds } from '../../nodes/shared/api/products';
import { optionalText, requiredText } from '../../nodes/shared/parameters/parameter-reader';
import { entriesOf, productIds } from '../../nodes/shared/values/ids';

/** JSON's value of 12345678901234567890: its last digits are lost. */
const LOST = Number('12345678901234567890');
const TOLD = /is a number that is too long/;

test.each<IdentifyBy>(['document', 'phone', 'userProfileId'])(
	'a number that lost digits names no customer by %s',
	(by) => {
		expect(() => readIdentifier(by, LOST)).toThrow(TOLD);
		expect(readIdentifier(by, 5511987650101).value).toBe('5511987650101');
	},
);

test('nor is it the text of another parameter', () => {
	expect(() => requiredText('Category ID', LOST)).toThrow(TOLD);
	expect(() => optionalText('Session ID', LOST)).toThrow(TOLD);
	expect(requiredText('Category ID', 12345)).toBe('12345');
	expect(optionalText('Session ID', '12345678901234567890')).toBe('12345678901234567890');
});

test.each(['undefined', ' null ', '[object Object]', 'N/A'])('%j stands for a field that is missing', (value) => {
	expect(() => requiredText('Session ID', value)).toThrow('Session ID is empty');
	expect(optionalText('User ID', value)).toBe('');
	expect(optionalText('User ID', `user-${value}`)).toBe(`user-${value}`.trim());
});

test('nor is it the only entry of a list', () => {
	expect(() => readIdentifier('userProfileId', [LOST])).toThrow('is a number that is too long');
});

test.each([{}, ['a@example.com', 'b@example.com'], true, NaN, Infinity])(
	'%j is told to be no text, rather than to be empty',
	(value) => {
		expect(() => requiredText('Category ID', value)).toThrow('Category ID is neither text nor a number');
		expect(() => optionalText('User ID', value)).toThrow('User ID is neither text nor a number');
		expect(() => readIdentifier('userProfileId', value)).toThrow(
			expect.objectContaining({ description: expect.stringContaining('It is neither text nor a number.') }),
		);
	},
);

test.each<[unknown, string[]]>([
	['[12345678901234567890, 1e5, "1e5"]', ['12345678901234567890', '1e5']],
	['[007, 010.5, -5]', ['007', '010.5', '-5']],
	['[{"id": 12345678901234567890}, {"productId": 1e21}]', ['12345678901234567890', '1e21']],
	['[a-1, b-2]', ['a-1', 'b-2']],
	['007, 1e5', ['007', '1e5']],
	[
		[1e5, 7, NaN, Infinity, LOST],
		['100000', '7'],
	],
	[NaN, []],
	[{ data: [{ product_id: 93 }] }, ['93']],
	[{ productIds: [93, '94'] }, ['93', '94']],
	[[{ sizes: ['P', 'M'] }], []],
	[
		[
			{ product_id: 0, id: 4 },
			{ productId: false, id: 5 },
		],
		['4', '5'],
	],
	[{ id: 7, products: [{ id: 8 }] }, ['7']],
	[
		[{ id: 315, product_id: 93 }, { product_id: '94' }, { id: 95, productId: null }],
		['93', '94', '95'],
	],
])('the ids in %j keep every digit', (value, ids) => {
	expect(productIds(entriesOf(value))).toEqual(ids);
});

test.each<[string, string[]]>([
	['[12345678901234567890, 9007199254740993, 1e5, 7]', ['12345678901234567890', '9007199254740993', '100000', '7']],
	[
		'["12345678901234567890\\", 9007199254740993", {"id": 9007199254740993}]',
		['12345678901234567890", 9007199254740993', '9007199254740993'],
	],
])('IDs that an API sends as the numbers %s keep every digit', (products, ids) => {
	expect(readProductIds({ status: 200, headers: {}, text: `{"n":"-","products":${products}}` })).toEqual(ids);
});

test.each(['-', '[12345678901234567890', '"1234567890123456', '1234567890123456.', '{"a":12345678901234567890-}'])(
	'%s is no answer',
	(text) => {
		expect(() => readProductIds({ status: 200, headers: {}, text })).toThrow(
			expect.objectContaining({ kind: 'malformed' }),
		);
	},
);
