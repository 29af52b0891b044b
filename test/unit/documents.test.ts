import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { scripts } from '../../package.json';
import { PAGES } from './docs-pages';

const ROOT = join(__dirname, '../..');
/** Not part of the repository: installed, built or downloaded files, and git's own. */
const FOREIGN = ['.git', '.demo', 'coverage', 'dist', 'node_modules'];

function filesIn(folder: string): string[] {
	const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !FOREIGN.includes(name));
	return entries.flatMap((entry) =>
		entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
	);
}

const FILES = filesIn(ROOT);
const DOCUMENTS = FILES.filter((file) => file.endsWith('.md'));
const read = (file: string) => readFileSync(file, 'utf8');
const nameOf = (file: string) => relative(ROOT, file);

/** The text without code, where brackets are not links and hashes not headings. */
function prose(markdown: string): string {
	return markdown.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()#]/g, ''));
}

/** The targets of a document's links and pictures within the repository. */
function linksOf(markdown: string): string[] {
	const targets = [...prose(markdown).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
	return targets.filter((target) => !/^[a-z]+:/.test(target));
}

// docs-links.test.ts checks the links of the pages themselves.
test.each(DOCUMENTS.map(nameOf).filter((name) => !PAGES.includes(name)))(
	'every link in %s leads to a file of the repository',
	(name) => {
		const file = join(ROOT, name);
		expect(linksOf(read(file)).filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
	},
);

test('every document is reachable from the README', () => {
	const reached = new Set([join(ROOT, 'README.md')]);
	for (const file of reached) {
		const targets = linksOf(read(file)).map((link) => join(dirname(file), link.split('#')[0] ?? ''));
		for (const target of targets) if (DOCUMENTS.includes(target)) reached.add(target);
	}
	const others = DOCUMENTS.filter((file) => !reached.has(file)).map(nameOf);
	// GitHub links to these by itself.
	expect(others.filter((name) => !/^(?:\.github\/|CHANGELOG|CONTRIBUTING|SECURITY)/.test(name))).toEqual([]);
});

/**
 * The repository files that a document names in code, such as `sandbox/main.ts`; not patterns such as `test/<kind>/`,
 * nor ignored files.
 */
function pathsNamedIn(markdown: string): string[] {
	const named = [
		...markdown.matchAll(
			/`((?:credentials|nodes|sandbox|tools|demo|bench|test|workflows|docs|release)\/[\w./-]+|\.[\w-]+(?:\/[\w.-]+)*)`/g,
		),
	];
	return named.map(([, path = '']) => path);
}

test.each(['CONTRIBUTING.md', 'docs/api.md', 'docs/sandbox.md', 'README.md', 'SECURITY.md'])(
	'every file that %s names exists',
	(name) => {
		expect(pathsNamedIn(read(join(ROOT, name))).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
	},
);

/** The npm scripts that a text says to run. */
function scriptsNamedIn(text: string): string[] {
	const named = [...text.matchAll(/\bnpm run (?:--?[\w-]+ )*([a-z][\w:-]*)/g)].map(([, script = '']) => script);
	return [...named, ...[...text.matchAll(/\bnpm (test|start)\b/g)].map(([, script = '']) => script)];
}

test('every mentioned npm script exists', () => {
	const naming = FILES.filter((file) => /\.(?:md|ya?ml|[cm]?[jt]s)$|package\.json$|\.ci\/run$/.test(file));
	const missing = naming.flatMap((file) =>
		scriptsNamedIn(read(file))
			.filter((script) => !Object.hasOwn(scripts, script))
			.map((script) => `${nameOf(file)}: ${script}`),
	);
	expect(missing).toEqual([]);
});

test('CONTRIBUTING documents every npm script', () => {
	const told = scriptsNamedIn(read(join(ROOT, 'CONTRIBUTING.md')));
	expect(Object.keys(scripts).filter((script) => !told.includes(script))).toEqual([]);
});

test('no lock file names a registry, so that everyone uses their own', () => {
	const locks = FILES.filter((file) => file.endsWith('package-lock.json'));
	expect(locks).not.toEqual([]);
	expect(locks.filter((file) => read(file).includes('"resolved"')).map(nameOf)).toEqual([]);
});

test('every action in a workflow is pinned to a commit, with its version in a comment', () => {
	const workflows = FILES.filter((file) => nameOf(file).startsWith(join('.github', 'workflows')));
	const uses = workflows.flatMap((file) => read(file).match(/^.*\buses: .*$/gm) ?? []);
	expect(uses).not.toEqual([]);
	expect(uses.filter((line) => !/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});
