import { codeBlocks, codeIn, headings, links, readPage, tables } from './docs-pages';

const english = readPage('README.md');
/** With its links as from the root. */
const portuguese = readPage('docs/README.pt-BR.md')
	.replace(/\]\((?=[\w-]+(?:\.md|\/))/g, '](docs/')
	.replaceAll('](../', '](');

/** A target without its anchor: the headings differ. */
const withoutAnchor = (target: string) => target.replace(/#.*/, '#');

test('both have the same heading levels', () => {
	expect(headings(portuguese).map(({ level }) => level)).toEqual(headings(english).map(({ level }) => level));
});

test('the names of nodes are the same in both', () => {
	const names = (page: string) =>
		headings(page)
			.map(({ text }) => text)
			.filter((text) => /^(Get|Search|Fashion\.AI)\b/.test(text));
	expect(names(portuguese)).toEqual(names(english));
	expect(names(english).length).toBeGreaterThan(3);
});

test('both have the same tables', () => {
	const shapes = (page: string) => tables(page).map((rows) => rows.map((cells) => cells.length));
	expect(shapes(portuguese)).toEqual(shapes(english));
});

test('each cell contains the same code', () => {
	const code = (page: string) => tables(page).map((rows) => rows.map((cells) => cells.map(codeIn)));
	expect(code(portuguese)).toEqual(code(english));
});

test('the first column names the same interface labels', () => {
	/** Labels and names are English in both; translated text starts in lower case. */
	const labels = (page: string) =>
		tables(page).map(([, ...rows]) => rows.map(([first = '']) => (/^(\*\*)?[A-Z][^[]*$/.test(first) ? first : '')));
	expect(labels(portuguese)).toEqual(labels(english));
});

test('both have the same code blocks', () => {
	expect(codeBlocks(portuguese)).toEqual(codeBlocks(english));
});

test('both mention the same code in their sentences', () => {
	const named = (page: string) => [...new Set(codeIn(page.replace(/^```.*?^```$/gms, '')))].sort();
	expect(named(portuguese)).toEqual(named(english));
});

test('both link to the same pages and show the same pictures, in the same order', () => {
	const targets = (page: string) =>
		links(page)
			.filter(({ target }) => !/README/.test(target))
			.map(
				({ picture, target }) =>
					`${picture ? '!' : ''}${target.startsWith('#') ? '#' : /\.md#/.test(target) ? withoutAnchor(target) : target}`,
			);
	expect(targets(portuguese)).toEqual(targets(english));
});

test('each links to the other', () => {
	expect(links(english)[0]?.target).toBe('docs/README.pt-BR.md');
	expect(links(portuguese)[0]?.target).toBe('README.md');
});
