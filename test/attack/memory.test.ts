import fc from 'fast-check';

import { anyJson, objectOf } from './arbitraries/json';
import { anyText } from './arbitraries/texts';
import { attack } from './record';
import { Memory, readWatchList } from './subject';

const PART = 'The trigger’s stored memory';
const { customers } = readWatchList('email', ['ana@example.com', 'bia@example.com', 'caio@example.com']);

/** Anything in place of a stored memory, including near misses. */
const anyStored = fc.oneof(
	anyJson,
	objectOf(fc.constantFrom('version', 'salt', 'round', 'customers', 'generation', 'revision', '__proto__'), anyJson),
	fc.record(
		{
			version: fc.constantFrom<unknown>(2, '2', 1, 3, null),
			salt: fc.oneof(anyText, anyJson),
			round: fc.oneof(fc.constantFrom('A', 'Z', 'a', '', 'AB'), anyJson),
			customers: fc.oneof(
				anyText,
				fc.array(anyText).map((records) => records.join(' ')),
				anyJson,
			),
		},
		{ requiredKeys: [] },
	),
);

attack(
	PART,
	'any JSON as stored memory',
	'it is read, and what is then written is read back',
	fc.tuple(anyStored, anyText),
	([stored, event]) => {
		const saved = (typeof stored === 'object' && stored !== null ? stored : {}) as Parameters<typeof Memory.read>[0];
		const memory = Memory.read(saved, event);
		const [first, second, third] = customers;
		if (!first || !second || !third) throw new Error('There are three customers');
		memory.mark(first, true);
		memory.set(first, 'kept');
		memory.set(second, 'kept-too');
		memory.setFailed(second, false);
		memory.nextRound();

		const written = JSON.parse(JSON.stringify(memory.toStored(customers))) as Parameters<typeof Memory.read>[0];
		const read = Memory.read(written, event);

		expect([read.get(first), read.get(second), read.get(third)]).toEqual(['kept', 'kept-too', memory.get(third)]);
		expect([read.hasFailed(first), read.hasFailed(second), read.wasVisited(first)]).toEqual([true, false, false]);
		expect(read.round).toBe(memory.round);
		expect(read.round).toMatch(/^[A-Z]$/);
	},
);
