import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { scripts } from '../../package.json';

const ROOT = join(__dirname, '../..');
/** Not of the repository: what was installed, built or downloaded, and git's own. */
const FOREIGN = ['.git', '.demo', 'coverage', 'dist', 'node_modules'];

function filesIn(folder: string): string[] {
	const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !FOREIGN.includes(name));
	return entries.flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));
}

const FILES = filesIn(ROOT);
const DOCUMENTS = FILES.filter((file) => file.endsWith('.md'));
const read = (file: string) => readFileSync(file, 'utf8');
const nameOf = (file: string) => relative(ROOT, file);

/** The text without its code, in which brackets are no links and hashes no headings. */
function prose(markdown: string): string {
	return markdown.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()#]/g, ''));
}

/** Where a document's links and pictures lead, as far as that is in the repository. */
function linksOf(markdown: string): string[] {
	const targets = [...prose(markdown).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
	return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsOf(markdown: string): string[] {
	const headings = [...markdown.replace(/^```.*?^```/gms, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
	return headings.map((heading) => heading.toLowerCase().replace(/[^\p{L}\p{N}\- ]/gu, '').replaceAll(' ', '-'));
}

test.each(DOCUMENTS.map(nameOf))('every link in %s leads to a file and heading of the repository', (name) => {
	const file = join(ROOT, name);
	const broken = linksOf(read(file)).filter((link) => {
		const [path = '', anchor] = link.split('#');
		const target = path === '' ? file : join(dirname(file), decodeURIComponent(path));
		if (!existsSync(target)) return true;
		return anchor !== undefined && !anchorsOf(read(target)).includes(anchor);
	});
	expect(broken).toEqual([]);
});

test('every document is reached from the README', () => {
	const reached = new Set([join(ROOT, 'README.md')]);
	for (const file of reached) {
		const targets = linksOf(read(file)).map((link) => join(dirname(file), link.split('#')[0] ?? ''));
		for (const target of targets) if (DOCUMENTS.includes(target)) reached.add(target);
	}
	const others = DOCUMENTS.filter((file) => !reached.has(file)).map(nameOf);
	// GitHub shows these by itself.
	expect(others.filter((name) => !/^(?:\.github\/|CHANGELOG|CONTRIBUTING|SECURITY)/.test(name))).toEqual([]);
});

/** The files of the repository that a document names in code, as in `sandbox/main.ts`; not patterns such as `test/<kind>/`. */
function pathsNamedIn(markdown: string): string[] {
	const named = [...markdown.matchAll(/`((?:credentials|nodes|sandbox|tools|demo|bench|test|workflows|docs|release)\/[\w./-]+|\.[\w-]+(?:\/[\w.-]+)*)`/g)];
	return named.map(([, path = '']) => path);
}

test.each(['docs/api.md', 'docs/sandbox.md', 'README.md', 'SECURITY.md'])('every file that %s names exists', (name) => {
	expect(pathsNamedIn(read(join(ROOT, name))).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

/** The npm scripts that a text tells somebody, or a machine, to run. */
function scriptsNamedIn(text: string): string[] {
	const named = [...text.matchAll(/\bnpm run (?:--?[\w-]+ )*([a-z][\w:-]*)/g)].map(([, script = '']) => script);
	return [...named, ...[...text.matchAll(/\bnpm (test|start)\b/g)].map(([, script = '']) => script)];
}

test('every npm script that is named exists', () => {
	const naming = FILES.filter((file) => /\.(?:md|ya?ml|[cm]?[jt]s)$|package\.json$|\.ci\/run$/.test(file));
	const missing = naming.flatMap((file) =>
		scriptsNamedIn(read(file))
			.filter((script) => !Object.hasOwn(scripts, script))
			.map((script) => `${nameOf(file)}: ${script}`),
	);
	expect(missing).toEqual([]);
});

test('CONTRIBUTING tells of every npm script', () => {
	const told = scriptsNamedIn(read(join(ROOT, 'CONTRIBUTING.md')));
	expect(Object.keys(scripts).filter((script) => !told.includes(script))).toEqual([]);
});

test('no lock file names a registry: each takes its own', () => {
	const locks = FILES.filter((file) => file.endsWith('package-lock.json'));
	expect(locks).not.toEqual([]);
	expect(locks.filter((file) => read(file).includes('"resolved"')).map(nameOf)).toEqual([]);
});

test('every action of a workflow is pinned by its commit, with its version beside it', () => {
	const workflows = FILES.filter((file) => nameOf(file).startsWith(join('.github', 'workflows')));
	const uses = workflows.flatMap((file) => read(file).match(/^.*\buses: .*$/gm) ?? []);
	expect(uses).not.toEqual([]);
	expect(uses.filter((line) => !/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});
