/** `tsx release/notes.ts 1.2.3`: a version's section in CHANGELOG.md, as Markdown, for the release on GitHub. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const CHANGELOG = join(__dirname, '..', 'CHANGELOG.md');

/**
 * The section of one version, without its heading.
 *
 * @throws Error if there is none, if it is empty, or if the version has no date: then it is not ready for a release
 */
export function notesOf(version: string, changelog: string = readFileSync(CHANGELOG, 'utf8')): string {
	const sections = changelog.split(/^## /m).slice(1);
	const section = sections.find((text) => text.startsWith(`[${version}]`));
	const [heading = '', ...lines] = section?.split('\n') ?? [];
	if (!/ - \d{4}-\d\d-\d\d$/.test(heading)) throw new Error(`CHANGELOG.md has no section "## [${version}] - <date>".`);
	// The last section is followed by the link definitions of the headings.
	const notes = lines
		.filter((line) => !/^\[[^\]]+\]: /.test(line))
		.join('\n')
		.trim();
	if (notes === '') throw new Error(`CHANGELOG.md says nothing of ${version}.`);
	return notes;
}

if (require.main === module) process.stdout.write(`${notesOf(process.argv[2] ?? '')}\n`);
