import { readdirSync, readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';

import { FashionAiTrigger } from '../../nodes/FashionAiTrigger/FashionAiTrigger.node';
import { GetCustomerProfile } from '../../nodes/GetCustomerProfile/GetCustomerProfile.node';
import marina from '../../sandbox/data/customers/marina-alves.json';
import { codeIn, readPage, ROOT, tables } from './docs-pages';

const PAGE = readPage('docs/how-it-works.md');
const NODES = join(ROOT, 'nodes');
const FILES = readdirSync(NODES, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
const SHARED = FILES.filter((path) => path.startsWith('shared/'));

/** The rows of the table whose first column is headed like this, by what stands in that column. */
function rows(head: string): Map<string, string[]> {
	const found = tables(PAGE).find(([names = []]) => names[0] === head);
	if (found === undefined) throw new Error(`The page has no table headed ${head}`);
	return new Map(found.slice(1).map(([first = '', ...others]) => [first, others]));
}

/** The files that a row of the figures names, its figure, and the limit where it has one. */
function walk(name: string): { figure: number; limit: number; files: string[] } {
	const [now = '', files = ''] = rows('figure').get(name) ?? [];
	const [figure = NaN, limit = Infinity] = (now.match(/\d+/g) ?? []).map(Number);
	return { figure, limit, files: codeIn(files) };
}

test('the number of files in shared is the one in the table', () => {
	expect(rows('figure').get('files in `nodes/shared/`')?.[0]).toBe(String(SHARED.length));
});

test('each folder of shared imports only from those above it in the table of folders', () => {
	const folders = [...rows('folder').keys()].flatMap(codeIn).map((folder) => folder.replace('/', ''));
	expect([...new Set(SHARED.map((path) => path.split('/')[1] ?? ''))].sort()).toEqual([...folders].sort());
	const upwards = SHARED.flatMap((path) => {
		const own = path.split('/')[1] ?? '';
		const asked = [...readFileSync(join(NODES, path), 'utf8').matchAll(/ from '\.\.\/(?:\.\.\/)?(\w+)\//g)];
		return asked
			.map(([, folder = '']) => folder)
			.filter((folder) => folders.indexOf(folder) > folders.indexOf(own))
			.map((folder) => `${path} asks ${folder}/`);
	});
	expect(upwards).toEqual([]);
});

const EMAIL = 'nathan@example.com';
const MOMENTS = [
	marina.profile.momento_compra_atual,
	{ novo_comportamento: true, resumo_momento: 'Procura casacos de lã e botas para o inverno na serra' },
	{ novo_comportamento: true, resumo_momento: 'Quer botas, cachecóis e um casaco de lã para a serra' },
];

/** What n8n gives a node, with an API whose answers tell of one moment after the other. */
function contextOf(parameters: Record<string, unknown>) {
	const moments = MOMENTS.values();
	const staticData = {};
	const node = { id: 'n', name: 'N', type: 'x', typeVersion: 1, position: [0, 0], parameters };
	return {
		getNode: () => node,
		getWorkflow: () => ({ id: 'w' }),
		getInstanceId: () => 'i',
		getMode: () => 'trigger',
		getActivationMode: () => 'activate',
		getWorkflowStaticData: () => staticData,
		getCredentials: async () => ({ token: 'token', host: 'current' }),
		getExecutionCancelSignal: () => undefined,
		continueOnFail: () => false,
		addExecutionHints: () => undefined,
		helpers: {
			httpRequestWithAuthentication: async () => {
				const profile = { ...marina.profile, momento_compra_atual: moments.next().value };
				const body = Readable.from([Buffer.from(JSON.stringify({ userProfileId: 'id-1', profile }))]);
				return { statusCode: 200, headers: {}, body };
			},
		},
	};
}

/** What a run gave, and the files of which it called a function, by V8's own count. */
async function filesRunBy<T>(run: () => Promise<T>): Promise<{ output: T; files: string[] }> {
	const session = new Session();
	session.connect();
	await session.post('Profiler.enable');
	await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
	const output = await run();
	const { result } = await session.post('Profiler.takePreciseCoverage');
	session.disconnect();
	const files = result.flatMap(({ url, functions }) => {
		const [, path] = /\/nodes\/(.+\.ts)$/.exec(url) ?? [];
		const called = functions.filter(({ functionName, ranges: [range] }) => {
			// To read what another file exports calls `() => name` or esbuild's `get`.
			const length = (range?.endOffset ?? 0) - (range?.startOffset ?? 0);
			return functionName !== 'get' && length !== `() => ${functionName}`.length && (range?.count ?? 0) > 0;
		});
		return path !== undefined && called.length > 0 ? [path] : [];
	});
	return { output, files: [...new Set(files)] };
}

const short = (path: string) => path.replace(/^shared\//, '');

describe.each(['an email address in Get Customer Profile', 'a watched customer in the trigger'])(
	'the walk of %s',
	(of) => {
		const way = walk(`files on the way of ${of}`);
		const beside = walk(`files beside the way of ${of}`);

		test('has as many files as the figures say, each once, and all of them exist', () => {
			for (const { figure, limit, files } of [way, beside]) {
				expect(files).toHaveLength(figure);
				expect(figure).toBeLessThanOrEqual(limit);
				expect(new Set(files).size).toBe(figure);
				expect(files.filter((file) => !FILES.map(short).includes(file))).toEqual([]);
			}
		});

		test('is what really runs', async () => {
			const run = of.includes('trigger') ? watch : lookUp;
			const { output, files } = await filesRunBy(await run());

			expect(output?.[0]?.[0]?.json).toMatchObject({ found: true, userProfileId: 'id-1' });
			expect(files.map(short).sort()).toEqual([...way.files, ...beside.files].sort());
		});
	},
);

/** A look-up of an address that was dragged into its parameter. */
async function lookUp() {
	const parameters: Record<string, unknown> = {
		operation: 'get',
		identifyBy: 'email',
		email: '={{ $json.email }}',
		options: {},
	};
	const context = {
		...contextOf(parameters),
		getInputData: () => [{ json: { email: EMAIL } }],
		getTimezone: () => 'UTC',
		getNodeParameter: (name: string, _item: number, fallback: unknown) => parameters[name] ?? fallback,
	};
	const node = new GetCustomerProfile();
	return async () => await node.execute.call(context as unknown as IExecuteFunctions);
}

/** The poll that tells of a customer, after one that saw them first. */
async function watch() {
	const parameters: Record<string, unknown> = { triggerOn: 'newBehavior', customers: EMAIL, options: {} };
	const context = {
		...contextOf(parameters),
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
	};
	const node = new FashionAiTrigger();
	const poll = async () => await node.poll.call(context as unknown as IPollFunctions);
	expect(await poll()).toBeNull();
	return poll;
}
