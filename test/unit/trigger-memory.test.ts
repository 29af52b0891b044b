import { readWatchList, type Watched } from '../../nodes/FashionAiTrigger/read-parameters';
import { isUnreadable, Memory, MEMORY_VERSION } from '../../nodes/FashionAiTrigger/state/memory';
import { Round } from '../../nodes/FashionAiTrigger/state/round';
import { findState, readSaved, writeSaved } from '../../nodes/FashionAiTrigger/state/saved-memory';

const list = (...values: string[]): Watched[] => readWatchList('userProfileId', values).customers;
const stored = (memory: Memory, watched: Watched[]) =>
	JSON.parse(JSON.stringify(memory.toStored(watched))) as ReturnType<Memory['toStored']>;

describe('the memory of the trigger', () => {
	const [ana, bia] = list('ana', 'bia') as [Watched, Watched];

	test('keeps its records across a save, and knows no other customers', () => {
		const memory = Memory.read({}, 'newBehavior');
		memory.set(ana, 'NaAbCd');

		const read = Memory.read(stored(memory, [ana]), 'newBehavior');

		expect(read.get(ana)).toEqual('NaAbCd');
		expect(read.get(bia)).toBeUndefined();
	});

	test('keeps the events separate', () => {
		const memory = Memory.read({}, 'newBehavior');
		memory.set(ana, 'NaAbCd');
		expect(Memory.read(stored(memory, [ana]), 'momentChanged').get(ana)).toBeUndefined();
	});

	test('has different keys for each trigger', () => {
		const [one, other] = [Memory.read({}, 'newBehavior'), Memory.read({}, 'newBehavior')];
		for (const memory of [one, other]) memory.set(ana, 'NaAbCd');
		expect(stored(one, [ana]).customers).not.toBe(stored(other, [ana]).customers);
	});

	test('takes less than 80 bytes per customer, with the longest fingerprint, at 10,000 customers', () => {
		const customers = list(...Array.from({ length: 10_000 }, (_, n) => `customer-${n}`));
		const memory = Memory.read({}, 'newBehavior');
		for (const customer of customers) memory.set(customer, 'Ab'.repeat(32));

		const text = JSON.stringify(stored(memory, customers));

		expect(Buffer.byteLength(text) / customers.length).toBeLessThan(80);
		expect(new Set(text.match(/customer-/g)).size).toBe(0);
	});

	test('forgets the oldest of those no longer watched, and nobody who is watched', () => {
		const former = list(...Array.from({ length: 10_005 }, (_, n) => `former-${n}`));
		const memory = Memory.read({}, 'newBehavior');
		for (const customer of [ana, ...former]) memory.set(customer, 'Na');

		const read = Memory.read(stored(memory, [ana]), 'newBehavior');

		expect(read.get(ana)).toBeDefined();
		expect(former.filter((customer) => read.get(customer) === undefined)).toEqual(former.slice(0, 5));
	});
});

test.each([
	['the first release', { salt: 's', round: 'A', customers: 'x'.repeat(58) }],
	['a later one', { version: 99, salt: 's', round: 'A', customers: 'x'.repeat(58) }],
	['a damaged one', { version: MEMORY_VERSION, salt: 's', round: 'AB', customers: 'x'.repeat(58) }],
	['no list at all', { version: MEMORY_VERSION, salt: 's', round: 'A', customers: 7 as never }],
])('the memory of %s is not read, and detected as unreadable', (_what, saved) => {
	expect(isUnreadable(saved)).toBe(true);
	expect(Memory.read(saved, 'newBehavior').toStored([]).customers).toBe('');
	expect(isUnreadable(Memory.read(saved, 'newBehavior').toStored([]))).toBe(false);
	expect(isUnreadable({})).toBe(false);
});

describe('a round', () => {
	const customers = list(...'abcdefghij');
	const names = (watched: Watched[]) => watched.map(({ identifier }) => identifier.value).join('');
	const pollSome = (memory: Memory, count: number, watched = customers) => {
		const round = new Round(memory, watched);
		const visited = round.order.slice(0, count);
		for (const customer of visited) round.reach(customer);
		round.close();
		return names(visited);
	};

	test('continues where it stopped, and wraps around', () => {
		const memory = Memory.read({}, 'newBehavior');
		const visits = Array.from({ length: 6 }, () => pollSome(memory, 4));
		const seen = visits.join('');
		for (const [index, name] of [...seen].entries()) {
			const times = (of: string) => [...seen.slice(0, index)].filter((other) => other === of).length;
			for (const { identifier } of customers) expect(times(name)).toBeLessThanOrEqual(times(identifier.value));
		}
		expect(seen).toHaveLength(24);
	});

	test('visits an added customer before those already visited', () => {
		const memory = Memory.read({}, 'newBehavior');
		pollSome(memory, 10);
		expect(pollSome(memory, 1, list(...'abcxdefghij'))).toBe('x');
	});

	test('puts failed customers behind the others, in the next round too, until a lookup succeeds', () => {
		const memory = Memory.read({}, 'newBehavior');
		const poll = (visits: string, fails: string) => {
			const round = new Round(memory, customers);
			const order = names(round.order);
			for (const customer of round.order.filter(({ identifier }) => visits.includes(identifier.value))) {
				if (fails.includes(customer.identifier.value)) round.giveUpOn(customer);
				else round.reach(customer);
			}
			round.close();
			return order;
		};

		expect(poll('abc', 'abc')).toBe('abcdefghij');
		expect(poll('defghijabc', 'abc')).toBe('defghijabc');
		expect(poll('defghijabc', 'a')).toBe('defghijabc');
		expect(poll('bcdefghija', '')).toBe('bcdefghija');
		expect(poll('', '')).toBe('abcdefghij');
	});

	test('keeps nobody waiting for customers whose lookup always fails, who take turns', () => {
		const memory = Memory.read({}, 'newBehavior');
		/** Four lookups at a time, of which those of a, c, e and g fail. */
		const poll = () => {
			const round = new Round(memory, customers);
			const visited = round.order.slice(0, 4);
			for (const customer of visited) {
				if (!'aceg'.includes(customer.identifier.value)) round.reach(customer);
				else round.giveUpOn(customer);
			}
			round.close();
			return names(visited);
		};
		const first = Array.from({ length: 6 }, poll).join('');
		expect(new Set(first)).toEqual(new Set('abcdefghij'));

		const visits = Array.from({ length: 12 }, poll).join('');
		const times = [...'bdfhij'].map((name) => visits.split(name).length - 1);
		expect(Math.min(...times)).toBeGreaterThanOrEqual(5);
		expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
		for (const name of 'aceg') expect(visits).toContain(name);
	});

	test('looks a customer up again whose lookup failed once, even if each poll has time for the others only', () => {
		const memory = Memory.read({}, 'newBehavior');
		let hasFailed = false;
		const poll = () => {
			const round = new Round(memory, customers);
			const visited = round.order.slice(0, 9);
			for (const customer of visited) {
				if (customer.identifier.value !== 'd' || hasFailed) round.reach(customer);
				else round.giveUpOn(customer);
			}
			hasFailed ||= names(visited).includes('d');
			round.close();
			return names(visited);
		};
		poll();
		expect(Array.from({ length: 4 }, poll).join('')).toContain('d');
	});

	test('leaves the memory unchanged if one poll reaches everyone', () => {
		const memory = Memory.read({}, 'newBehavior');
		pollSome(memory, 10);
		const before = stored(memory, customers);
		pollSome(memory, 10);
		expect(stored(memory, customers)).toEqual(before);
	});
});

describe('the memory between polls', () => {
	const state = (customers: string) => ({ version: MEMORY_VERSION, salt: 's', round: 'A', customers });
	const place = (node: object, global = {}) =>
		findState({
			getNode: () => ({ id: '1', name: 'N', type: 'x', typeVersion: 1, position: [0, 0], parameters: {} }),
			getWorkflowStaticData: (type) => (type === 'node' ? node : global),
		});
	let triggers = 0;
	const name = () => `workflow:${++triggers}`;

	test('uses what this process has learned if n8n comes back with an earlier revision', () => {
		const trigger = name();
		const staticData = {};
		writeSaved(trigger, place(staticData), state('1'), true);
		const saved = structuredClone(staticData);
		writeSaved(trigger, place(staticData), state('2'), false);
		writeSaved(trigger, place(staticData), state('3'), false);

		expect(readSaved(trigger, place(saved))).toMatchObject(state('3'));
	});

	test('uses n8n’s state if another process has reported since', () => {
		const trigger = name();
		const staticData = {};
		writeSaved(trigger, place(staticData), state('1'), true);
		writeSaved(trigger, place(staticData), state('2'), false);
		const elsewhere = {};
		writeSaved(name(), place(elsewhere), state('4'), true);

		expect(readSaved(trigger, place(elsewhere))).toMatchObject(state('4'));
	});

	test('uses the state before a report that n8n discarded', () => {
		const trigger = name();
		const staticData = {};
		writeSaved(trigger, place(staticData), state('1'), true);
		const saved = structuredClone(staticData);
		writeSaved(trigger, place(staticData), state('2'), false);
		writeSaved(trigger, place(staticData), state('3'), true);

		expect(readSaved(trigger, place(saved))).toMatchObject(state('2'));
	});

	test('is written if n8n has an earlier revision, even if nothing new was learned', () => {
		const trigger = name();
		writeSaved(trigger, place({}), state('1'), false);
		const discarded = {};
		writeSaved(trigger, place(discarded), state('1'), false);
		expect(discarded).toMatchObject(state('1'));
	});

	test('is not written if nothing was learned', () => {
		const trigger = name();
		const staticData = {};
		writeSaved(trigger, place(staticData), state('1'), true);
		const before = structuredClone(staticData);
		writeSaved(trigger, place(staticData), state('1'), false);
		expect(staticData).toEqual(before);
	});

	describe('that n8n observes', () => {
		const observed = (data: object) => Object.defineProperty(data, '__dataChanged', { value: false });
		const entry = (of: string, node: string) => ({ ...state(of), generation: '', revision: 0, node });

		test.each([
			['its own entry', { 'fashionAiTrigger:1': entry('1', 'old') }, { 'fashionAiTrigger:1': entry('1', 'N') }],
			[
				'the entry of its name, which may be of a trigger that was renamed,',
				{ 'fashionAiTrigger:0': entry('1', 'N') },
				{ 'fashionAiTrigger:0': entry('1', 'fashionAiTrigger:1'), 'fashionAiTrigger:1': entry('1', 'N') },
			],
			[
				'the entry of its name, whose predecessor is of no more use,',
				{ 'fashionAiTrigger:x': entry('1', 'fashionAiTrigger:0'), 'fashionAiTrigger:0': entry('1', 'N') },
				{ 'fashionAiTrigger:0': entry('1', 'fashionAiTrigger:1'), 'fashionAiTrigger:1': entry('1', 'N') },
			],
		])('is read from %s and put in its place', (_what, before, after) => {
			const [node, global] = [observed({}), { ...before, seen: { node: 'N' } }];
			const trigger = name();
			expect(readSaved(trigger, place(node, global))).toMatchObject(state('1'));

			writeSaved(trigger, place(node, global), state('1'), false);
			expect(global).toEqual({ ...after, seen: { node: 'N' } });
		});

		test('moves from the node’s own data, with all that was there', () => {
			const [node, global] = [observed({ ...state('1'), lineage: '' }), {}];
			writeSaved(name(), place(node, global), state('1'), false);
			expect([node, global]).toEqual([{}, { 'fashionAiTrigger:1': entry('1', 'N') }]);
		});

		test('is not written if it is in its place and nothing was learned', () => {
			const global = Object.freeze({ 'fashionAiTrigger:1': Object.freeze(entry('1', 'N')) });
			expect(() => writeSaved(name(), place(observed({}), global), state('1'), false)).not.toThrow();
		});

		test('is taken along when n8n starts to use durable cursors, and then the cursor counts', () => {
			const [node, global] = [{}, { 'fashionAiTrigger:1': entry('1', 'N') }];
			const trigger = name();
			writeSaved(trigger, place(node, global), state('1'), false);
			expect(node).toMatchObject(state('1'));

			writeSaved(trigger, place(node, global), state('2'), true);
			expect(readSaved(trigger, place(node, global))).toMatchObject(state('2'));
		});
	});
});

test.each([
	['ana, bia\ncai;dan\r\n eva ', ['ana', 'bia', 'cai', 'dan', 'eva']],
	[
		['ana', ['bia, cai'], 7],
		['ana', 'bia', 'cai', '7'],
	],
	['["ana", "bia, cai", 7, ["dan"], null]', ['ana', 'bia', 'cai', '7', 'dan']],
	[' [\n"ana",\n12345678901234567890]\n', ['ana', '12345678901234567890']],
	['[ana, bia]', ['ana', 'bia']],
	['[]', []],
	[undefined, []],
	[12345, ['12345']],
])('a watch list of %j', (value, customers) => {
	expect(readWatchList('userProfileId', value).customers.map(({ identifier }) => identifier.value)).toEqual(customers);
});

test.each([
	'["a@example.com","b@example.com"]',
	'"a@example.com"\n<b@example.com>',
	'Ana <a@example.com>, b@example.com.',
	['a@example.com;', '"b@example.com"', 'a@example.com'],
	[{ email: ['a@example.com'] }, [{ email: 'b@example.com' }]],
	'Ana <a@example.com>|b@example.com',
	'a@example.com \u00a0b@example.com',
])('the addresses in %j', (value) => {
	const { customers, invalid } = readWatchList('email', value);
	expect(customers.map(({ identifier }) => identifier.value)).toEqual(['a@example.com', 'b@example.com']);
	expect(invalid).toEqual([]);
});

test.each(['{"name":"a@example.com"}', `${'['.repeat(50_000)}1${']'.repeat(50_000)}`])(
	'JSON text without customers is one invalid entry',
	(value) => {
		const advice = 'cannot be used. Customers takes a list of texts, not of objects.';
		expect(readWatchList('email', value)).toEqual({
			customers: [],
			invalid: [
				{ shown: expect.stringMatching(`^Entry 1: “.+” ${advice}$`), logged: `Entry 1 of Customers ${advice}` },
			],
		});
	},
);

test('an invalid identifier is reported by name and entry, whatever it is', () => {
	const { customers, invalid } = readWatchList('email', ['a@example.com', {}, 'b@', null]);
	expect(customers).toHaveLength(1);
	expect(invalid).toHaveLength(2);
	expect(invalid[1]?.shown).toMatch(/Entry 3: “b@”/);
});
