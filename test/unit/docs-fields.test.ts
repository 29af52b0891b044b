import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { EVENTS } from '../../nodes/FashionAiTrigger/events';
import type { OperationName } from '../../nodes/GetCustomerProfile/choices';
import { OPERATIONS } from '../../nodes/GetCustomerProfile/operations';
import { RECOMMENDATIONS } from '../../nodes/GetRecommendations/operations';
import { codeIn, readPage, ROOT, tables } from './docs-pages';

const SCHEMAS = join(ROOT, 'nodes/GetCustomerProfile/__schema__/v1.0.0');

/** The fields of an operation's items, from the schema that the editor's preview shows. */
function fieldsOf(operation: OperationName): string[] {
	const schema = JSON.parse(readFileSync(join(SCHEMAS, `${operation}.json`), 'utf8')) as { properties: object };
	return Object.keys(schema.properties);
}

const MESSAGES = Object.keys(OPERATIONS).filter((name) => name !== 'get') as OperationName[];

/** The fields that all messages have in common. */
const COMMON = fieldsOf('get')
	.filter((field) => MESSAGES.every((name) => fieldsOf(name).includes(field)))
	.concat('identifyBy', 'identifier');

/** The table of a page whose header starts with these cells. */
function table(path: string, ...head: string[]): string[][] {
	const found = tables(readPage(path)).find(([first = []]) => head.every((cell, index) => first[index] === cell));
	if (found === undefined) throw new Error(`${path} has no table ${head.join(' | ')}`);
	return found.slice(1);
}

const sorted = (fields: string[]) => [...new Set(fields)].sort();

test('each operation has a schema', () => {
	expect(readdirSync(SCHEMAS).sort()).toEqual(
		Object.keys(OPERATIONS)
			.map((name) => `${name}.json`)
			.sort(),
	);
});

test('the README lists the fields of the simplified profile, in order', () => {
	expect(table('README.md', 'field', 'content').flatMap(([field = '']) => codeIn(field))).toEqual(fieldsOf('get'));
});

test.each(MESSAGES)('the README lists the fields of %s', (operation) => {
	const rows = table('README.md', 'operation', 'fields');
	const [, own = ''] = rows.find(([name]) => name === OPERATIONS[operation].name) ?? [];
	const listed = codeIn(own);
	const expected = fieldsOf(operation).filter((field) => !COMMON.includes(field));
	if (operation === 'hubspot') expect(listed).toEqual(expected.slice(0, 2));
	else expect(sorted(listed)).toEqual(sorted(expected));
});

test('the README names the fields common to all messages', () => {
	const [, sentence = ''] = /^Each item also has (.+)\.$/m.exec(readPage('README.md')) ?? [];
	expect(sorted(codeIn(sentence))).toEqual(sorted(COMMON));
});

test.each(MESSAGES.filter((name) => name !== 'hubspot'))('docs/messages.md explains each field of %s', (operation) => {
	let name = '';
	const rows = table('docs/messages.md', 'operation', 'field').map(([first = '', field = '']) => {
		name = first || name;
		return { name, fields: codeIn(field) };
	});
	const listed = rows.filter((row) => row.name === OPERATIONS[operation].name).flatMap(({ fields }) => fields);
	expect(sorted(listed)).toEqual(sorted(fieldsOf(operation).filter((field) => !COMMON.includes(field))));
});

test('docs/messages.md explains each property of a HubSpot contact, and the common fields', () => {
	const properties = table('docs/messages.md', 'property').flatMap(([property = '']) => codeIn(property));
	expect(['email', ...properties]).toEqual(fieldsOf('hubspot').filter((field) => !COMMON.includes(field)));
	expect(sorted(table('docs/messages.md', 'field').flatMap(([field = '']) => codeIn(field)))).toEqual(sorted(COMMON));
});

test('the README lists every operation, recommendation and event', () => {
	const messages = table('README.md', 'operation', 'fields').map(([name]) => name);
	expect(sorted(messages.map(String))).toEqual(sorted(MESSAGES.map((name) => OPERATIONS[name].name)));
	const recommendations = table('README.md', 'recommendation').map(([name]) => name);
	expect(sorted(recommendations.map(String))).toEqual(sorted(Object.values(RECOMMENDATIONS).map(({ name }) => name)));
	const events = table('README.md', 'Trigger On').map(([name]) => name);
	expect(events).toEqual(Object.values(EVENTS).map(({ name }) => name));
});
