import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { FashionAiApi } from '../../credentials/FashionAiApi.credentials';
import { FashionAiTrigger } from '../../nodes/FashionAiTrigger/FashionAiTrigger.node';
import { GetCustomerProfile } from '../../nodes/GetCustomerProfile/GetCustomerProfile.node';
import { GetRecommendations } from '../../nodes/GetRecommendations/GetRecommendations.node';
import { SearchProducts } from '../../nodes/SearchProducts/SearchProducts.node';
import { exampleFiles } from '../../tools/n8n/workflow-file';
import { PAGES, prose, readPage, tables } from './docs-pages';

/** n8n's own labels (2.41) quoted in the pages, and those of other nodes. `A → B` means that B is found in A. */
const N8N = [
	'Settings → Community nodes',
	'Install',
	'Install a community node',
	'I understand the risks…',
	'Settings → On Error → Continue (using error output)',
	'On Error → Continue',
	'Settings → Retry On Fail',
	'Import → From file',
	'Import from File…',
	'Header Auth',
	'Save successful production executions',
	'Let the model define this parameter',
	'Execute workflow',
	'Execute step',
	'Execute workflow',
	'Fetch Test Event',
	'Poll Times',
	'Fixed',
	'Tool Description → Set Manually',
	'AI Agent',
	'Tool',
	'IF',
	// Aggregate, Slack, HubSpot and WhatsApp Business Cloud.
	'Aggregate',
	'All Item Data (Into a Single List)',
	'Keep Missing And Null Values',
	'Blocks',
	'Create or Update',
	'Send Template',
];

/** Text in italics or bold that looks like a label but is not one. */
const NO_LABELS = [
	// Fashion.AI's own interface.
	'Behaviors',
	// An email header.
	'List-Unsubscribe',
	// Terms that a page explains.
	'Cached',
	'Any JSON',
	'New behavior',
	'Recommendations',
	'Reworded',
];

/** The tables whose first column lists a parameter's options, by that column's header in both languages. */
const TABLES_OF_LABELS = [
	'node',
	'nó',
	'operation',
	'operação',
	'recommendation',
	'recomendação',
	'Trigger On',
	'element of *Brand*',
	'elemento de *Brand*',
];

/** The pages for users; in developer docs, italics have other meanings too. */
const USERS_PAGES = PAGES.filter((path) => /^(README|docs\/)/.test(path));

const known = new Set<string>();

function know(...path: string[]): void {
	for (const [index, label] of path.entries()) {
		known.add(label);
		if (index > 0) known.add(`${path[index - 1]} → ${label}`);
	}
}

function knowProperties(properties: INodeProperties[], within: string[] = []): void {
	for (const { type, displayName, options = [] } of properties) {
		know(...within, displayName);
		if (type === 'collection' || type === 'fixedCollection')
			knowProperties(options as INodeProperties[], [displayName]);
		else for (const option of options as INodePropertyOptions[]) knowOption(displayName, option);
	}
}

/** A name may end in parentheses, which a page need not quote. */
function knowOption(parameter: string, { name, action }: INodePropertyOptions): void {
	know(parameter, name);
	know(parameter, name.replace(/ \(.*\)$/, ''));
	if (action !== undefined) know(action);
}

beforeAll(() => {
	for (const path of N8N) know(...path.split(' → '));
	for (const { description } of [
		new GetCustomerProfile(),
		new GetRecommendations(),
		new SearchProducts(),
		new FashionAiTrigger(),
	]) {
		know(description.displayName);
		know(String(description.defaults.name));
		knowProperties(description.properties);
	}
	for (const { workflow } of exampleFiles()) for (const node of workflow.nodes) know(node.name);
	const credential = new FashionAiApi();
	know(credential.displayName);
	knowProperties(credential.properties);
});

const SMALL_WORDS = /^(a|an|and|as|by|for|if|in|of|on|or|the|to|with)$/;

/**
 * Text that counts as a quoted label: in italics if it starts with a capital, in bold if in Title Case, and every path.
 */
function quoted(page: string): string[] {
	const written = prose(page).replace(/`[^`\n]*`/g, '`code`');
	const emphasised = [...written.matchAll(/(\*{1,3})(?=[^\s*])([^*]+?)(?<=[^\s*])\1/g)];
	return emphasised
		.map(([, marks = '', text = '']) => ({ bold: marks === '**', text: text.replace(/\s+/g, ' ') }))
		.filter(({ bold, text }) => text.includes(' → ') || (/^\p{Lu}/u.test(text) && (!bold || isTitle(text))))
		.map(({ text }) => text);
}

function isTitle(text: string): boolean {
	return !/[.,:]$/.test(text) && text.split(' ').every((word) => /^[\p{Lu}(]/u.test(word) || SMALL_WORDS.test(word));
}

function isKnown(label: string): boolean {
	const path = label.split(' → ');
	if (path.length === 1) return known.has(label) || NO_LABELS.includes(label);
	return path.slice(1).every((part, index) => known.has(`${path[index]} → ${part}`));
}

describe.each(USERS_PAGES)('%s', (path) => {
	const page = readPage(path);

	test('quotes no label that does not exist', () => {
		const columns = tables(page).flatMap(([head = []]) => head.map((cell) => cell.toLowerCase()));
		expect(quoted(page).filter((label) => !isKnown(label) && !columns.includes(label.toLowerCase()))).toEqual([]);
	});

	test('lists existing options in its tables', () => {
		const named = tables(page)
			.filter(([head]) => TABLES_OF_LABELS.includes(head?.[0] ?? ''))
			.flatMap(([, ...rows]) => rows.map(([first = '']) => first))
			.flatMap((cell) => cell.replaceAll('**', '').split(', '))
			.filter((label) => label !== '');
		expect(named.filter((label) => !isKnown(label))).toEqual([]);
	});
});

test('a label that does not exist is detected', () => {
	const page =
		'Set *Audience → The Customer (Safe to Send)*, *Options → Quiet Hours*, **Talk Nicely** or *Custom*, **as you like** and *now*.';
	expect(quoted(page).filter((label) => !isKnown(label))).toEqual(['Options → Quiet Hours', 'Talk Nicely', 'Custom']);
});

test('every listed exception is quoted somewhere', () => {
	const all = new Set(USERS_PAGES.flatMap((path) => quoted(readPage(path))));
	const parts = new Set([...all].flatMap((label) => label.split(' → ')));
	expect(NO_LABELS.filter((label) => !all.has(label))).toEqual([]);
	expect(N8N.flatMap((path) => path.split(' → ')).filter((label) => !parts.has(label))).toEqual([]);
});
