import { readPrices, toAmount } from '../../nodes/shared/values/amounts';

test.each<[unknown, number | null]>([
	[389.9, 389.9],
	[0, null],
	['0,00', null],
	[Infinity, null],
	['Infinity', null],
	['null', null],
	[-5, null],
	['389.9', 389.9],
	['389,90', 389.9],
	['R$ 1.299,90', 1299.9],
	['1,299.90 USD', 1299.9],
	['1.299', 1299],
	['12.345.678', 12345678],
	['1.234,567', 1234.567],
	['1 299,90 €', 1299.9],
	["CHF 1'299.90", 1299.9],
	['1’299’000,90', 1299000.9],
	[Number.MAX_VALUE, null],
	[1e21, null],
	['9'.repeat(30), null],
	['1e400', null],
	[-0, null],
	['199.9000', 199.9],
	['0.299', 0.299],
	['.50', 0.5],
	['Rs.500', 500],
	['1.5e2', 150],
	['32.989000000000004', 32.989000000000004],
	['0,001', null],
	[0.001, null],
	['1.2.3', null],
	['12,5,0', null],
	['1.299.90', null],
	['-5', null],
	['10,', 10],
	['', null],
	['on request', null],
	['<b>10</b>', null],
	['10 - 20', null],
	['US$ 10.00', 10],
	['10 reais', 10],
	['S/ 89.90', 89.9],
	['/10', null],
	['p/ 30 dias', null],
	['S/. 1,089.90', 1089.9],
	['10/2', null],
	['1/2', null],
	[null, null],
	[undefined, null],
	[true, null],
	[NaN, null],
	[[10], null],
])('%p is %p', (value, amount) => {
	expect(toAmount(value)).toBe(amount);
});

test.each<[unknown, unknown, unknown]>([
	[100, 80, 80],
	['R$ 100,00', 'R$ 99,99', 'R$ 99,99'],
	[null, 80, 80],
	[100, 100, null],
	[100, 150, null],
	[100, 99.999, null],
	[100, 0, null],
])('with the price %p and the sale price %p, the sale price is %p', (price, salePrice, kept) => {
	expect(readPrices(price, salePrice)).toEqual({ price, salePrice: kept });
});

test('an amount of 10 MB is none', () => {
	expect(toAmount(`1${'.111'.repeat(2_500_000)}`)).toBeNull();
});
