import { readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { exists, headings, links, PAGES, readPage, ROOT } from './docs-pages';

const PICTURES = 'docs/pictures';
const MOST_BYTES = 200_000;

/** The links of a page to targets in the repository, by path and anchor. */
function within(path: string): { picture: boolean; to: string; anchor: string }[] {
	return links(readPage(path))
		.filter(({ target }) => !/^\w+:/.test(target))
		.map(({ picture, target }) => {
			const [file = '', anchor = ''] = target.split('#');
			return { picture, to: file === '' ? path : normalize(join(dirname(path), file)), anchor };
		});
}

describe.each(PAGES)('%s', (path) => {
	test('links to existing files', () => {
		const missing = within(path).filter(({ to }) => !exists(to));
		expect(missing).toEqual([]);
	});

	test('links to existing headings', () => {
		const lost = within(path).filter(
			({ to, anchor }) =>
				anchor !== '' && exists(to) && !headings(readPage(to)).some((heading) => heading.anchor === anchor),
		);
		expect(lost).toEqual([]);
	});

	test('has alternative text for each picture', () => {
		expect(links(readPage(path)).filter(({ picture, text }) => picture && text.length < 10)).toEqual([]);
	});
});

test('every picture is used somewhere', () => {
	const shown = new Set(PAGES.flatMap((path) => within(path).map(({ to }) => to)));
	expect(readdirSync(join(ROOT, PICTURES)).filter((name) => !shown.has(`${PICTURES}/${name}`))).toEqual([]);
});

test('no picture is large', () => {
	const large = readdirSync(join(ROOT, PICTURES)).filter(
		(name) => statSync(join(ROOT, PICTURES, name)).size > MOST_BYTES,
	);
	expect(large).toEqual([]);
});
