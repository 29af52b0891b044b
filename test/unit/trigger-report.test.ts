import { reportOf } from '../../nodes/FashionAiTrigger/report';
import { Failure } from '../../nodes/shared/http/failure';
import { cpuTimer } from './cpu-timer';

const nothing = { invalid: [], unknown: [], failed: [] };

test('a list that is too long for one trigger is reported, with what to do instead', () => {
	expect(reportOf({ ...nothing, watched: 10_000 }, 'logged')).toBe('');
	expect(reportOf({ ...nothing, watched: 12_345 }, 'logged')).toMatch(
		/^Customers has 12,345 entries, and one trigger is made for 10,000: split the list/,
	);
});

test('many failures cost no more than a moment', () => {
	const failure = new Failure('malformed');
	const failed = Array.from({ length: 40_000 }, (_, n) => ({
		customer: { identifier: { by: 'email' as const, value: '' }, entry: n + 1 },
		failure,
	}));
	const spent = cpuTimer();

	expect(reportOf({ ...nothing, failed, watched: 10_000 }, 'logged')).toContain('40000 entries of Customers');

	expect(spent()).toBeLessThan(1_000);
});
