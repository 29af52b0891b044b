import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

/** The pages that people read, by their paths in the repository. */
export const PAGES = [
	'README.md',
	'README.pt-BR.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	...readdirSync(join(ROOT, 'docs'))
		.filter((name) => name.endsWith('.md'))
		.map((name) => `docs/${name}`),
];

export function readPage(path: string): string {
	return readFileSync(join(ROOT, path), 'utf8');
}

export function exists(path: string): boolean {
	return existsSync(join(ROOT, path));
}

const FENCED = /^```.*?^```$/gms;

/** The blocks of code, without their fences. */
export function codeBlocks(page: string): string[] {
	return (page.match(FENCED) ?? []).map((block) => block.split('\n').slice(1, -1).join('\n'));
}

/** A page without its blocks of code. */
export function prose(page: string): string {
	return page.replace(FENCED, '');
}

export interface Heading {
	level: number;
	text: string;
	/** What a link to it ends with, as GitHub makes it. */
	anchor: string;
}

export function headings(page: string): Heading[] {
	return [...prose(page).matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', text = '']) => ({
		level: marks.length,
		text,
		anchor: anchorOf(text),
	}));
}

function anchorOf(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N} _-]/gu, '')
		.replaceAll(' ', '-');
}

/** The tables, each as its rows, the first of which is the head. */
export function tables(page: string): string[][][] {
	return (prose(page).match(/(?:^\|.*\|$\n?)+/gm) ?? []).map((table) =>
		table
			.trim()
			.split('\n')
			.filter((_, index) => index !== 1)
			.map((row) =>
				row
					.slice(1, -1)
					.split('|')
					.map((cell) => cell.trim()),
			),
	);
}

export interface Link {
	/** Whether it is a picture. */
	picture: boolean;
	text: string;
	target: string;
}

export function links(page: string): Link[] {
	const written = prose(page).replace(/`[^`\n]*`/g, '`code`');
	return [...written.matchAll(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g)].map(([, mark, text = '', target = '']) => ({
		picture: mark === '!',
		text,
		target,
	}));
}

/** The code that stands in a text. */
export function codeIn(text: string): string[] {
	return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}
