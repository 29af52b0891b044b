import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { executeFilterCondition, type IDataObject, type INode, Workflow } from 'n8n-workflow';

import { homepage } from '../../package.json';
import { accountsOf, exampleFiles, type WorkflowFile } from '../../tools/n8n/workflow-file';

const LIST = readFileSync(join(__dirname, '../../docs/examples.md'), 'utf8');
const OURS = 'n8n-nodes-fashionai.';
const NOTE = 'n8n-nodes-base.stickyNote';

const notesOf = ({ nodes }: WorkflowFile) =>
	nodes.filter(({ type }) => type === NOTE).map(({ parameters }) => String(parameters.content));
const workersOf = ({ nodes }: WorkflowFile) => nodes.filter(({ type }) => type !== NOTE);

/** Whether a click runs it: parts of the nightly sync are called by another workflow, or only read a table. */
const isStarted = ({ nodes }: WorkflowFile) =>
	!nodes.some(({ type, name }) => type.endsWith('.executeWorkflowTrigger') || name === 'Every Minute');

/** All nodes upstream of a node. */
function before({ nodes, connections }: WorkflowFile, name: string, seen = new Set<string>()): INode[] {
	for (const [from, { main = [] }] of Object.entries(connections)) {
		if (seen.has(from) || !main.flat().some((to) => to?.node === name)) continue;
		seen.add(from);
		before({ nodes, connections } as WorkflowFile, from, seen);
	}
	return nodes.filter((node) => seen.has(node.name));
}

/** Where a message to customers starts: our nodes that write it, or look up the recipients. */
const writesToCustomers = ({ nodes }: WorkflowFile) =>
	nodes.filter(({ type, parameters }) => type.startsWith(OURS) && parameters.audience === 'customer');

/** The space that a node takes on the canvas, including its name below. */
function spaceOf({ type, position: [x, y], parameters, name }: INode) {
	if (type === NOTE)
		return { name, left: x, top: y, right: x + Number(parameters.width), bottom: y + Number(parameters.height) };
	return { name, left: x - 20, top: y, right: x + 116, bottom: y + 140 };
}

describe.each(exampleFiles())('the example $file', ({ file, workflow }) => {
	test('is in the list of examples', () => {
		expect(LIST).toContain(`(../workflows/${file})`);
	});

	test('has a note that says what it does and how to run it, and names each account', () => {
		const [first = ''] = notesOf(workflow);
		expect(first).toMatch(/^## .+\n\n.{60,}/);
		if (isStarted(workflow)) expect(first).toContain('**Execute workflow**');
		const { toRun, toSend } = accountsOf(workflow);
		for (const account of [...toRun, ...toSend]) expect(first).toContain(account);
		const meant = notesOf(workflow).flatMap((note) => [
			...note.matchAll(/(?:[Oo]pen|[Rr]eplace|[Aa]ctivate|[Rr]un|with|in|output of|of) \*\*([A-Z][^*]+)\*\*/g),
		]);
		const names = [...workflow.nodes, ...exampleFiles().map((other) => other.workflow)].map(({ name }) => name);
		for (const [, name] of meant) expect(names).toContain(name?.replace('\\', ''));
	});

	test('contains no credential except the sandbox’s, and no personal data', () => {
		const credentials = workflow.nodes.flatMap((node) => Object.entries(node.credentials ?? {}));
		for (const credential of credentials)
			expect(credential).toEqual(['fashionAiApi', { id: 'fashionAiSandbox', name: 'Fashion.AI sandbox' }]);
		expect(Object.keys(workflow).sort()).toEqual(['connections', 'id', 'name', 'nodes', 'settings']);
		const text = JSON.stringify(workflow).replaceAll(`${homepage.replace(/#.*/, '')}/`, '');
		for (const [, domain] of text.matchAll(/[\w.+-]+@([\w-]+(?:\.[\w-]+)+)/g)) expect(domain).toBe('example.com');
		for (const [, host] of text.matchAll(/https?:\/\/([^/"\\ ]+)/g))
			expect(host).toMatch(/^(127\.0\.0\.1:4010|api\.hubapi\.com|(\w+\.)*example(\.com)?)$/);
	});

	test('polls at most once an hour', () => {
		if (!workflow.nodes.some(({ type }) => type.startsWith(OURS) || type.endsWith('.executeWorkflow'))) return;
		const schedules = workflow.nodes.flatMap(
			({ parameters }) => (parameters.rule as { interval?: IDataObject[] } | undefined)?.interval ?? [],
		);
		for (const { field = 'days', expression = '0' } of schedules) {
			expect(['hours', 'days', 'weeks', 'months', 'cronExpression']).toContain(field);
			expect(expression).toMatch(/^\d+( |$)/);
		}
		const polls = workflow.nodes.filter(({ type }) => type === `${OURS}fashionAiTrigger`);
		for (const { parameters } of polls)
			expect((parameters.pollTimes as { item: IDataObject[] }).item[0]?.mode).toMatch(/^every(Hour|Day|Week)$/);
	});

	test('names each node by what it does', () => {
		const names = workersOf(workflow).map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		for (const name of names)
			expect(name).not.toMatch(
				/\d|^(Edit Fields|If|Switch|Filter|Merge|Aggregate|Split Out|HTTP Request|Webhook|Set)$/,
			);
	});

	test('has no overlapping nodes on its canvas', () => {
		const spaces = workflow.nodes.map(spaceOf);
		const overlaps = spaces.flatMap((a, index) =>
			spaces
				.slice(index + 1)
				.filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
				.map((b) => [a.name, b.name]),
		);
		expect(overlaps).toEqual([]);
	});

	test('connects every node, and only to existing ones', () => {
		const names = workflow.nodes.map(({ name }) => name);
		const ends = Object.entries(workflow.connections).flatMap(([from, outputs]) => [
			from,
			...Object.values(outputs)
				.flat(2)
				.map((to) => to?.node),
		]);
		for (const end of ends) expect(names).toContain(end);
		for (const { name } of workersOf(workflow)) expect(ends).toContain(name);
	});

	test('is started from outside only by who has its key, and says how to create it', () => {
		for (const { name, parameters } of workflow.nodes.filter(({ type }) => /\.(webhook|formTrigger)$/.test(type))) {
			expect(parameters.authentication).toBe('headerAuth');
			expect(notesOf(workflow)[0]).toMatch(
				new RegExp(
					`^\\d\\. .*\\*\\*${name}\\*\\*.* create a \\*\\*Header Auth\\*\\* credential.*\\n\\d\\. .*with that header`,
					'm',
				),
			);
		}
		const chats = workflow.nodes.filter(({ type }) => type.endsWith('.chatTrigger'));
		for (const { parameters } of chats) expect(parameters.public ?? false).toBe(false);
	});

	test('has its sending nodes deactivated: a first click sends nothing', () => {
		const sending = workflow.nodes.filter(({ type }) => /\.(emailSend|slack|whatsApp|hubspot|mailchimp)$/.test(type));
		expect(sending.filter(({ disabled }) => disabled !== true)).toEqual([]);
	});
});

const toCustomers = exampleFiles().filter(({ workflow }) => writesToCustomers(workflow).length > 0);

test('four examples write to customers of their own accord', () => {
	expect(toCustomers.map(({ file }) => file)).toEqual([
		'complete-the-look-by-email.json',
		'email-to-a-customer.json',
		'nightly-data-table-sync.json',
		'whatsapp-to-a-customer.json',
	]);
});

describe.each([...toCustomers, ...exampleFiles().filter(({ file }) => file.startsWith('campaigns-'))])(
	'$file',
	({ workflow }) => {
		test('checks before each lookup that the customer has opted in and not opted out', () => {
			const lookups = workflow.nodes.filter(({ type }) => type.startsWith(OURS));
			for (const { name } of lookups) {
				const filters = before(workflow, name).filter(({ type }) => type === 'n8n-nodes-base.filter');
				const asked = filters.flatMap(
					({ parameters }) =>
						(
							parameters.conditions as {
								conditions: { leftValue: string; rightValue: string; operator: IDataObject }[];
							}
						).conditions,
				);
				expect(asked.map(({ leftValue }) => leftValue)).toEqual(['={{ $json.agreed }}', '={{ $json.optedOut }}']);
				const passes = (agreed: unknown, optedOut: unknown) =>
					asked.every(({ operator, rightValue }, at) =>
						executeFilterCondition({ id: '1', leftValue: [agreed, optedOut][at], rightValue, operator } as never, {
							caseSensitive: true,
							leftValue: '',
							typeValidation: 'loose',
							version: 2,
						}),
					);
				for (const yes of [true, 'TRUE', 'sim', 'Sí ', 'yes', 1, 'VERDADEIRO', 'x'])
					expect([yes, passes(yes, '')]).toEqual([yes, true]);
				for (const no of [false, 'não', 'NO', 'FALSO', 0, '', null, undefined]) {
					expect([no, passes(no, ''), passes('sim', no)]).toEqual([no, false, true]);
				}
				for (const unclear of ['n/a', 'sim, mas só por email', 'quero sair', '2026-01-01', {}, []]) {
					expect([unclear, passes(unclear, ''), passes('sim', unclear)]).toEqual([unclear, false, false]);
				}
			}
			expect(
				notesOf(workflow).some(
					(note) => /agreed/.test(note) && /opted out/.test(note) && /LGPD/.test(note) && /GDPR/.test(note),
				),
			).toBe(true);
		});
	},
);

describe.each(toCustomers)('$file', ({ workflow }) => {
	test('writes to no customer more than once a week', () => {
		for (const { name, parameters } of writesToCustomers(workflow)) {
			const isQuiet =
				(parameters.options as IDataObject | undefined)?.quietPeriod === 7 &&
				/^(newlyDetected|changedSince)$/.test(String(parameters.emit));
			const weekly = before(workflow, name).filter(({ parameters: { dedupeValue } }) =>
				String(dedupeValue).includes('{{ $json.body.email }} {{ $now.toFormat("kkkk-\'W\'WW") }}'),
			);
			expect(isQuiet || weekly.length === 1).toBe(true);
		}
	});
});

test('a row is written back by the address as it stands in the table, not as it was sent', () => {
	const rows = exampleFiles().flatMap(({ workflow: { nodes } }) =>
		nodes.flatMap(({ parameters }) => {
			const { conditions = [] } = (parameters.filters ?? {}) as { conditions?: { keyValue: string }[] };
			return conditions.map(({ keyValue }) => keyValue);
		}),
	);

	expect(rows).toEqual(["={{ $('Agreed and Not Opted Out').item.json.email }}"]);
});

test('a customer who says stop gets no answer', () => {
	const answer = exampleFiles().find(({ file }) => file === 'whatsapp-product-answer.json')?.workflow as WorkflowFile;
	const [filter] = before(answer, 'Search Products').filter(({ type }) => type === 'n8n-nodes-base.filter');
	expect(JSON.stringify(filter?.parameters)).toContain('stop|unsubscribe|parar');
});

test('a start of the nightly sync takes nobody whom an earlier start of the same night has taken', () => {
	const night = JSON.stringify(exampleFiles().find(({ file }) => file === 'nightly-sync-1-night.json'));
	const [, first = NaN, last = NaN] = (/"0 (\d+)-(\d+) \* \* \*"/.exec(night) ?? []).map(Number);
	const [, dueAfter = NaN] = (/now\(\) - interval '(\d+) hours'/.exec(night) ?? []).map(Number);
	// Clocks may be set back in between.
	expect(dueAfter).toBeGreaterThan(last - first + 1);
	// A night may take longer than its starts, and the next one still takes everyone.
	expect(dueAfter).toBeLessThanOrEqual(12);
	// A day begins by the time zone of the database's session, which may be within the night.
	expect(night).not.toMatch(/date_trunc|current_date/i);
});

test('a page with characters that PostgreSQL does not take is written, and one that cannot be written comes last', async () => {
	const page = exampleFiles().find(({ file }) => file === 'nightly-sync-2-page.json')?.workflow as WorkflowFile;
	const isOfType = (type: string) => (node: INode) => node.type === `n8n-nodes-base.${type}`;
	const workflow = new Workflow({
		...page,
		active: false,
		nodeTypes: { getByNameAndVersion: () => undefined } as never,
	});
	const write = page.nodes.find(({ name }) => name === 'Write Back') as INode;
	const ran = (json: IDataObject) => [{ data: { main: [[{ json }]] } }];
	const runData = { 'Take a Page': ran({ id: 7 }), 'When the Night Asks': ran({ night: '2026-01-01' }) };
	const written = (momentSummary: string) => {
		const [answers = '', ...others] = workflow.expression.getParameterValue(
			(write.parameters.options as { queryReplacement: string }).queryReplacement,
			{ resultData: { runData } } as never,
			0,
			0,
			write.name,
			[{ json: { data: [{ id: 7, momentSummary }] } }],
			'manual',
			{},
		) as unknown as string[];
		expect(others).toEqual(['[7]', '2026-01-01']);
		expect(answers).not.toMatch(/(?<!\\)(\\\\)*\\u0000|\p{Cs}/u);
		return (JSON.parse(answers) as [IDataObject])[0].momentSummary;
	};

	expect(written('a\0b')).toBe('ab');
	expect(written('\ud83da')).toBe('a');
	expect(written('a\udc00')).toBe('a');
	expect(written('\\\0')).toBe('\\');
	for (const text of ['Busca vestido 👗 "já"', '\\u0000', 'C:\\ud83d', '\\\\u0000', 'a\nb'])
		expect(written(text)).toBe(text);

	expect(write.onError).toBe('continueErrorOutput');
	expect(page.connections[write.name]?.main?.[1]?.[0]?.node).toBe('Put the Page Last');
	// Else n8n would neither keep the execution nor try the next page.
	expect(page.nodes.filter(isOfType('stopAndError')).map(({ name }) => before(page, name).length)).toEqual([8]);
});
