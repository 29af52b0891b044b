import type { Tried } from '../attack/record';
import { MUTATION, withTables } from '../attack/reliability-document';

const EMPTY =
	'Before.\n\n<!-- Written by `FASHIONAI_ATTACK=long npm run test:attack`. -->\n\n<!-- End of what is written. -->\n\nAfter.\n';

const property: Tried = { part: 'Texts', what: 'any text', outcome: 'it ends', cases: 10_000, held: true, seed: 7 };
const trial: Tried = {
	part: 'Hunt',
	what: 'any echo',
	outcome: 'no token',
	cases: 1,
	held: true,
	figures: '6 answers',
};
const server: Tried[] = ['n8n’s helper', 'Reuse Connections'].flatMap((sender) =>
	['TCP', 'TLS'].map((over) => ({
		part: `A server, over ${over}, through ${sender}`,
		what: '418',
		outcome: 'Could not',
		cases: 10,
		held: true,
	})),
);
const mutation: Tried = { ...trial, part: MUTATION, what: '`http`', outcome: '85 %', figures: '9 of 10 changes' };
const all = [property, trial, ...server];
const WHOLE = { whole: true, again: false };
const PART = { whole: false, again: false };

const rows = (document: string) =>
	document.split('\n').filter((line) => /^\| (?!tried|the server|changed|---)/.test(line));

test('one whole run writes every table, and leaves what stands around them', () => {
	const document = withTables(EMPTY, all, WHOLE);

	expect(rows(document)).toEqual([
		'| Texts | any text | it ends | 10,000 | held | 7 |',
		'| Hunt | any echo | no token | 6 answers | held |',
		'| 418 | 10 times over TCP, 10 times over TLS | Could not | Could not |',
	]);
	expect(document).toMatch(/^Before\.\n[^]*\nAfter\.\n$/);
	expect(withTables(document, all, WHOLE)).toBe(document);
});

test('what was not tried this time is marked, once, and no longer when it is tried again', () => {
	const whole = withTables(EMPTY, all, WHOLE);
	const again = { ...property, seed: 8 };
	const part = withTables(withTables(whole, [again], PART), [again], PART);

	expect(rows(part)).toEqual([
		'| Texts | any text | it ends | 10,000 | held | 8 |',
		'| Hunt | any echo | no token | 6 answers | held, in an earlier run |',
		'| 418 | 10 times over TCP, 10 times over TLS, in an earlier run | Could not | Could not |',
	]);
	expect(withTables(part, all, PART)).toBe(whole);
});

test('a part that is tried again after a fix leaves the other rows as they are', () => {
	const broken = withTables(EMPTY, [{ ...property, held: false }, trial, ...server], PART);
	expect(rows(broken)[0]).toContain('**broke**');
	expect(withTables(broken, [property], { whole: false, again: true })).toBe(withTables(EMPTY, all, WHOLE));
});

test('a whole run takes out what is tried no more', () => {
	const document = withTables(EMPTY, [{ ...property, what: 'its former name' }, ...all], WHOLE);
	expect(rows(withTables(document, all, WHOLE)).join()).not.toContain('its former name');
	expect(rows(withTables(document, all, PART))).toContain(
		'| Texts | its former name | it ends | 10,000 | held, in an earlier run | 7 |',
	);
});

test('what broke is told', () => {
	const broken = all.map((one) => ({ ...one, held: false }));
	for (const row of rows(withTables(EMPTY, broken, PART))) expect(row).toMatch(/\*\*(broke|not as it should be)\*\*/);
});

test('what came out differently over TLS is told for itself', () => {
	const [one = trial, ...others] = server;
	const only = { ...one, what: 'An alert', part: one.part.replace('TCP', 'TLS') };
	const document = withTables(EMPTY, [{ ...one, outcome: 'Late', held: false }, ...others, only], WHOLE);

	expect(rows(document)).toEqual([
		'| 418 | 10 times over TCP, 10 times over TLS | over TCP: Late (**not as it should be**); over TLS: Could not | Could not |',
		'| An alert | 10 times over TLS | Could not |  |',
	]);
});

test('mutation testing and the attacks leave each other’s tables alone', () => {
	const attacked = withTables(EMPTY, all, WHOLE);
	const both = withTables(attacked, [mutation], WHOLE);

	expect(rows(both)).toEqual([...rows(attacked), '| `http` | 85 % | 9 of 10 changes | held |']);
	expect(withTables(both, all, WHOLE)).toBe(both);
});
