import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyOptions,
	type INodeTypeDescription,
	NodeHelpers,
	type NodeParameterValueType,
} from 'n8n-workflow';

import { version } from '../../package.json';
import { OF_N8N } from '../../release/fixtures/every-value';
import { runStoredNode, storedNodes, typeOf } from '../../release/fixtures/run-nodes';
import {
	at,
	continueFrom,
	daysAfter,
	type Part,
	PARTS,
	Place,
	QUIET_PERIOD,
	remembered,
	type StoredMemory,
} from '../../release/fixtures/stored-memory';
import { loadNode } from './engine';

const RELEASES = join(__dirname, '../fixtures/releases');
const releases = readdirSync(RELEASES, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);

/** What a release stored in a form that can no longer be read. It starts over, and says so: docs/how-new-behavior-is-detected.md. */
const STARTS_OVER: Partial<Record<string, Part[]>> = {
	'0.1.0-pre.1': ['newBehavior', 'momentChanged', 'profileChanged', 'seenBefore'],
	'0.1.0-pre.3': [...PARTS],
	'0.1.0-pre.6': [...PARTS],
};

/** Fields that were renamed before the first release, where the customer is not known by them. */
const RENAMED: Partial<Record<string, Record<string, string>>> = {
	'0.1.0-pre.1': { email: 'customerEmail', phone: 'customerPhone' },
};

/** Which words say that a part starts over. */
const SAYS_SO = (part: Part) =>
	part === 'fingerprints'
		? /written by another version/
		: /stored by another version and cannot be read\. It starts over/;

let place: Place;
beforeAll(async () => {
	place = await Place.open();
});
afterAll(() => place.close());

function readJson<T>(...path: string[]): T {
	return JSON.parse(readFileSync(join(RELEASES, ...path), 'utf8')) as T;
}

function memoryOf(release: string): StoredMemory {
	return readJson(release, 'memory.json');
}

const nodesOf = (release: string) => storedNodes(join(RELEASES, release, 'workflows'));

/** What a stored node says that this build would pass over: a parameter that does not show, a value that no list offers. */
function lost({ parameters, typeVersion }: INode, description: INodeTypeDescription): string[] {
	const { properties } = description;
	const node = { typeVersion };
	const values = NodeHelpers.getNodeParameters(properties, parameters, true, false, node, description) ?? {};
	const lostIn = (stored: INodeParameters, offered: INodeProperties[], path: string): string[] =>
		Object.entries(stored)
			.filter(([name]) => !OF_N8N.includes(name))
			.flatMap(([name, value]) => {
				const property = offered.find(
					(each) =>
						each.name === name &&
						NodeHelpers.displayParameterPath(values, each, path.replace(/\.$/, ''), node, description),
				);
				if (!property) return [`${path}${name}`];
				if (property.type === 'collection')
					return lostIn(value as INodeParameters, property.options as INodeProperties[], `${path}${name}.`);
				return refused(property, value).map((one) => `${path}${name}: ${String(one)}`);
			});
	return lostIn(parameters, properties, '');
}

function refused({ type, options = [] }: INodeProperties, value: NodeParameterValueType): unknown[] {
	if (type !== 'options' && type !== 'multiOptions') return [];
	const offered = new Set<unknown>((options as INodePropertyOptions[]).map((option) => option.value));
	return [value].flat().filter((one) => !offered.has(one) && !String(one).startsWith('='));
}

test('the version in package.json has left its fixtures: npm run fixtures', () => {
	expect(releases).toContain(version);
});

describe.each(releases)('after an upgrade from %s', (release) => {
	test('every stored node loads, with each of its parameters', async () => {
		const nodes = nodesOf(release);
		expect(nodes.length).toBeGreaterThan(0);
		const missing: string[] = [];
		for (const { title, node } of nodes) {
			const { description } = await loadNode(typeOf(node));
			if (![description.version].flat().includes(node.typeVersion)) missing.push(`${title}: ${node.typeVersion}`);
			missing.push(...lost(node, description).map((what) => `${title}: ${what}`));
		}
		expect(missing).toEqual([]);
	});

	test('every stored node runs, asks Fashion.AI for what it asked before, and its items still have each field', async () => {
		const before = readJson<Record<string, string[]>>(release, 'fields.json');
		const renamed = RENAMED[release] ?? {};
		const calls: Record<string, unknown> = {};
		const missing: string[] = [];
		for (const stored of nodesOf(release)) {
			const { title } = stored;
			const run = await runStoredNode(place, stored);
			calls[title] = run.error ?? run.calls;
			const has = (field: string | undefined) => field !== undefined && run.fields.includes(field);
			const gone = before[title]?.filter((field) => !has(field) && !has(renamed[field])) ?? ['nothing was kept'];
			missing.push(...gone.map((field) => `${title}: ${field}`));
		}
		expect(calls).toEqual(readJson(release, 'calls.json'));
		expect(missing).toEqual([]);
	});

	const memory = memoryOf(release);
	const startsOver = STARTS_OVER[release] ?? [];
	const stored = PARTS.filter((part) => part !== 'fingerprints' || memory.fingerprints.length > 0);
	const readable = stored.filter((part) => !startsOver.includes(part));

	// Where nothing was read, a first look would return everybody.
	if (readable.length > 0)
		test.each(readable)(
			'%s: what was told is not told again, in other words either, and what is next is',
			async (part) => {
				const { same, reworded, next, again } = await continueFrom(place, memory, part, 'emit');

				expect(same.told).toEqual([]);
				expect(same.said).not.toContainEqual(expect.stringMatching(SAYS_SO(part)));
				expect(reworded.told).toEqual([]);
				expect(next.told.sort()).toEqual(remembered(memory, part).sort());
				expect(again.told).toEqual([]);
			},
		);

	if (readable.length > 0)
		test.each(readable)('%s: a quiet period that began before still holds, and ends', async (part) => {
			const reading = place.read(memory, part, 'emit');
			const options = { quietPeriod: QUIET_PERIOD };
			const told = memory.customers.filter(({ state }) => state === 'told');
			place.show(told, 'next', () => true);
			const emails = told.map(({ email }) => email);
			const those = ({ told }: { told: string[] }) => told.filter((email) => emails.includes(email)).sort();

			expect(those(await at(daysAfter(memory, 1), () => reading.look(options)))).toEqual([]);
			expect(those(await at(daysAfter(memory, QUIET_PERIOD + 2), () => reading.look(options)))).toEqual(emails.sort());
		});

	if (startsOver.length > 0)
		test.each(startsOver)('%s: it starts over, says so once, and knows from then on what it saw', async (part) => {
			const { same, reworded, next, again } = await continueFrom(place, memory, part, 'remember');

			// Not Seen Before has no first look that only remembers.
			expect(same.told).toEqual(part === 'seenBefore' ? remembered(memory, part) : []);
			expect(same.said).toContainEqual(expect.stringMatching(SAYS_SO(part)));
			for (const { said } of [reworded, next, again])
				expect(said).not.toContainEqual(expect.stringMatching(SAYS_SO(part)));
			expect(reworded.told).toEqual([]);
			expect(next.told.sort()).toEqual(remembered(memory, part).sort());
			expect(again.told).toEqual([]);
		});
});

test('what starts over was really stored', () => {
	for (const [release, parts = []] of Object.entries(STARTS_OVER)) {
		expect(existsSync(join(RELEASES, release))).toBe(true);
		const { trigger, seenBefore, fingerprints } = memoryOf(release);
		const has: Record<Part, boolean> = {
			newBehavior: 'node:Trigger' in trigger.newBehavior,
			momentChanged: 'node:Trigger' in trigger.momentChanged,
			profileChanged: 'node:Trigger' in trigger.profileChanged,
			seenBefore: seenBefore.length > 0,
			fingerprints: fingerprints.length > 0,
		};
		expect(parts.filter((part) => !has[part])).toEqual([]);
	}
});
