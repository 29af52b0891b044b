import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { promisify } from 'node:util';

import { Spec, Validation } from '@cyclonedx/cyclonedx-library';

import { billOfMaterials, bundledPackages } from '../../../release/bill-of-materials';
import { packPackage, unpackPackage } from '../../../tools/n8n/install-package';
import { recordChecked } from '../record';

const ROOT = join(__dirname, '../../..');
const PART = 'The package';
/** Licenses that allow redistribution in an MIT-licensed package, with attribution. */
const LICENCES = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];

/** Of the schema itself, in which a misspelled property is an error. */
const VALIDATOR = new Validation.JsonStrictValidator(Spec.Version.v1dot6);

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'fashionai-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let unpacked: string;
let files: string[];
beforeAll(async () => {
	unpacked = await unpackPackage(await packPackage(folder), folder);
	files = filesIn(unpacked);
});

function filesIn(root: string): string[] {
	const all = readdirSync(root, { recursive: true, encoding: 'utf8' });
	return all
		.filter((file) => statSync(join(root, file)).isFile())
		.map((file) => file.split(sep).join('/'))
		.sort();
}

const textOf = (file: string) => readFileSync(join(unpacked, file), 'utf8');

/** The modules that a built file requires or imports in any way. */
function requiredBy(script: string): string[] {
	return [...script.matchAll(/\b(?:require|import)\s*\(\s*(["'`])(.*?)\1\s*\)|\bfrom\s*(["'])([^"']+)\3/g)].map(
		(match) => match[2] ?? match[4] ?? '',
	);
}

test('the published package has no dependencies and no scripts: n8n-workflow is provided by n8n', () => {
	const manifest = JSON.parse(textOf('package.json')) as Record<string, unknown>;
	for (const field of [
		'dependencies',
		'optionalDependencies',
		'bundledDependencies',
		'bundleDependencies',
		'overrides',
		'gypfile',
		'bin',
		'private',
		'scripts',
		'devDependencies',
	]) {
		expect([field, manifest[field]]).toEqual([field, undefined]);
	}
	expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });

	const scripts = files.filter((file) => /\.[cm]?js$/.test(file));
	const outside = new Set<string>();
	for (const file of scripts) {
		for (const required of requiredBy(textOf(file))) {
			if (!required.startsWith('.')) outside.add(required);
			else
				expect(files).toContain(
					normalize(join(dirname(file), required))
						.split(sep)
						.join('/'),
				);
		}
	}
	recordChecked(
		{
			part: PART,
			what: 'every require of the packed files',
			outcome: 'no dependency except n8n-workflow and Node.js’ own crypto; no install scripts',
			cases: scripts.length,
			figures: `${scripts.length} scripts of ${files.length} files`,
		},
		() => expect([...outside].sort()).toEqual(['crypto', 'n8n-workflow']),
	);
});

test('the package contains the build output, and nothing else', () => {
	const beside = files.filter((file) => !file.startsWith('dist/'));
	expect(beside.filter((file) => !/^(CHANGELOG|README(\.[\w-]+)?)\.md$/.test(file))).toEqual([
		'LICENSE',
		'package.json',
	]);
	for (const file of files) expect([file, /\.(test\.|ts$|env|pem|key|log|tgz)/.test(file)]).toEqual([file, false]);
	const ownPath = new RegExp(ROOT.replace(/[^\w/]/g, '\\$&'));
	for (const file of files.filter((file) => /\.(js|map|json|md)$/.test(file)))
		expect([file, ownPath.test(textOf(file))]).toEqual([file, false]);
});

test('bundled code may be redistributed, and is named with its license in the bundle, and in the bill of materials', async () => {
	const bundle = textOf('dist/bundle.js');
	const bundled = bundledPackages(bundle);
	expect(bundled).toEqual(['zod']);
	expect(bundledPackages('// node_modules/@a/b/c.js\n\t// ../../x/node_modules/d/e.js\n// nodes/f.ts\n')).toEqual([
		'@a/b',
		'd',
	]);

	const head = bundle.slice(0, bundle.indexOf('*/'));
	const bill = billOfMaterials();
	for (const name of bundled) {
		const manifest = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as {
			license: string;
			version: string;
		};
		expect(LICENCES).toContain(manifest.license);
		const license = readFileSync(join(ROOT, 'node_modules', name, 'LICENSE'), 'utf8');
		const [copyright = ''] = /^Copyright \(c\) .*$/m.exec(license) ?? [];
		expect(license).toMatch(/Copyright \(c\) .*Permission is hereby granted/s);
		expect(head).toContain(`Includes ${name}. ${copyright}. Under the MIT License, whose text is in the file LICENSE.`);
		expect(textOf('LICENSE')).toContain(copyright);
		expect(textOf('LICENSE')).toContain(license.slice(license.indexOf('Permission is hereby granted')));
		expect(bill.components).toContainEqual(
			expect.objectContaining({ name, version: manifest.version, licenses: [{ license: { id: manifest.license } }] }),
		);
	}
	const misspelled = JSON.stringify({ ...bill, composition: bill.compositions });
	await expect(VALIDATOR.validate(misspelled)).resolves.not.toBeNull();
	const complaints = await VALIDATOR.validate(JSON.stringify(bill));
	recordChecked(
		{
			part: PART,
			what: 'what is bundled, according to the bundle',
			outcome: 'a license that allows it, named in the bundle and in a valid bill of materials',
			cases: bundled.length,
			figures: bundled.join(', '),
		},
		() => {
			expect(bill.components.map(({ name }) => name)).toEqual(bundled);
			expect(complaints).toBeNull();
		},
	);
});

/** A checksum of each file in a folder. */
function sumsOf(root: string): Record<string, string> {
	return Object.fromEntries(
		filesIn(root).map((file) => [
			file,
			createHash('sha256')
				.update(readFileSync(join(root, file)))
				.digest('hex'),
		]),
	);
}

test('two builds in two folders are identical, and so are their packages', async () => {
	const sums: Record<string, string>[] = [];
	for (const name of ['one', 'another/far away']) {
		const copy = join(folder, name);
		for (const part of [
			'nodes',
			'credentials',
			'icons',
			'gulpfile.js',
			'package.json',
			'tsconfig.json',
			'README.md',
			'LICENSE',
			'CHANGELOG.md',
		])
			cpSync(join(ROOT, part), join(copy, part), { recursive: true });
		const modules = join(copy, 'node_modules');
		symlinkSync(join(ROOT, 'node_modules'), modules);
		await run(process.execPath, [join(ROOT, 'node_modules/gulp/bin/gulp.js'), 'build'], {
			cwd: copy,
			env: {
				...process.env,
				TZ: name === 'one' ? 'Asia/Tokyo' : 'America/Sao_Paulo',
				LANG: name === 'one' ? 'C' : 'pt_BR.UTF-8',
			},
		});
		// npm would read every package in it, to bundle none.
		rmSync(modules);
		await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', copy], { cwd: copy });
		const tarball = readdirSync(copy).find((file) => file.endsWith('.tgz')) ?? '';
		sums.push({
			...sumsOf(join(copy, 'dist')),
			tarball: createHash('sha256')
				.update(readFileSync(join(copy, tarball)))
				.digest('hex'),
		});
	}
	const [one = {}, other = {}] = sums;
	recordChecked(
		{
			part: PART,
			what: 'built and packed twice, in two folders, time zones and languages',
			outcome: 'every file and the tarball are identical',
			cases: 2,
			figures: `${Object.keys(one).length - 1} files and the tarball`,
		},
		() => {
			expect(other).toEqual(one);
			const { tarball: _, ...built } = one;
			expect(sumsOf(join(unpacked, 'dist'))).toEqual(built);
		},
	);
	expect(relative(folder, unpacked)).toBe('package');
}, 120_000);
