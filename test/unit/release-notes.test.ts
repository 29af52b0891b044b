import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { notesOf } from '../../release/notes';
import { version } from '../../package.json';

const CHANGELOG = `# Changelog

## [Unreleased]

## [1.2.0] - 2026-03-04

### Added

- A thing, with a [link](https://example.com).

## [1.1.0] - 2026-02-03

### Fixed

- Another.

## [1.0.0]

- Not dated yet.

## [0.9.0] - 2026-01-02

[Unreleased]: https://example.com/compare/v1.2.0...HEAD
[1.2.0]: https://example.com/releases/tag/v1.2.0
`;

test('the notes of a version are its section', () => {
	expect(notesOf('1.2.0', CHANGELOG)).toBe('### Added\n\n- A thing, with a [link](https://example.com).');
	expect(notesOf('1.1.0', CHANGELOG)).toBe('### Fixed\n\n- Another.');
});

test.each([
	['that is not there', '2.0.0', 'no section'],
	['that is the beginning of another', '1.1', 'no section'],
	['without a date', '1.0.0', 'no section'],
	['with nothing in it', '0.9.0', 'says nothing'],
])('a version %s cannot be released', (_which, missing, message) => {
	expect(() => notesOf(missing, CHANGELOG)).toThrow(message);
});

test('the version in package.json can be released, once *Unreleased* has its name and a date', () => {
	const changelog = readFileSync(join(__dirname, '../../CHANGELOG.md'), 'utf8');
	const isNamed = changelog.includes(`\n## [${version}]`);
	const named = isNamed ? changelog : changelog.replace('\n## [Unreleased]', `\n## [${version}] - 2027-01-01`);
	expect(notesOf(version, named)).toMatch(/^### /);
});
