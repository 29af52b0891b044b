import { toAmount } from '../../nodes/shared/values/amount';

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
	['-5', null],
	['10,', 10],
	['', null],
	['on request', null],
	['<b>10</b>', null],
	['10 - 20', null],
	['US$ 10.00', 10],
	['10 reais', 10],
	[null, null],
	[undefined, null],
	[true, null],
	[NaN, null],
	[[10], null],
])('%p is %p', (value, amount) => {
	expect(toAmount(value)).toBe(amount);
});
