import { reportOf } from '../../nodes/FashionAiTrigger/customer-lookup';

const nothing = { invalid: [], unknown: [], failed: [] };

test('a list that is too long for one trigger is reported, with what to do instead', () => {
	expect(reportOf({ ...nothing, watched: 10_000 }, 'logged')).toBe('');
	expect(reportOf({ ...nothing, watched: 12_345 }, 'logged')).toMatch(
		/^Customers has 12,345 entries, and one trigger is made for 10,000: split the list/,
	);
});
