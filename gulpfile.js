const { mkdir, readFile, rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { Transform } = require('node:stream');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const { n8n } = require('./package.json');

const DIST = path.join(__dirname, 'dist');
const BUNDLE = path.join(DIST, 'bundle.js');
const LICENSE_OF_ZOD = path.join(__dirname, 'node_modules/zod/LICENSE');

/** The files that n8n loads, one class each, as package.json lists them. */
const LOADED = [...n8n.credentials, ...n8n.nodes];

function clean() {
	return rm(DIST, { recursive: true, force: true });
}

/**
 * What is left out of zod. Its helpers are imported as a namespace, of which esbuild would keep every function. Its objects generate the
 * code that checks them, with `new Function`, which nobody wants to find in a package. Nothing here is a union or asynchronous, and only `safeParse` is called.
 */
const LEFT_OUT_OF_ZOD = {
	'core/core.js': [
		['NEVER = Object', 'NEVER = /* @__PURE__ */ Object'],
		// What others may add to a schema's prototype, what it calls itself, and `instanceof`, which nothing here asks.
		[/ {8}\/\/ support prototype modifications\n[^]*?\n {8}\}\n/, ''],
		[/ {4}Object\.defineProperty\((?:Definition|_), (?:"name", .*|Symbol\.hasInstance, \{\n[^]*?\n {4}\}\);)\n/g, ''],
	],
	'core/checks.js': [[/ {4}\(_a = inst\._zod\)\.onattach .*\n/, '']],
	'core/errors.js': [
		[/export const \$ZodError = .*\n/, ''],
		// Only the issues are read.
		[/ {4}Object\.defineProperty\(inst, "(?:message|toString)", \{\n[^]*?\n {4}\}\);\n/g, ''],
	],
	'core/parse.js': [
		[/ {4}if \(result instanceof Promise\) \{\n {8}throw .*\n {4}\}\n/g, ''],
		// Only where they are is read of the issues.
		[/result\.issues\.map\(\(iss\) => util\.finalizeIssue\(iss, ctx, core\.config\(\)\)\)/g, 'result.issues'],
		[/\(_Err \?\? errors\.\$ZodError\)/, '_Err'],
	],
	'core/schemas.js': [
		[/ {4}inst\._zod\.version = version;\n/, ''],
		[/ {4}for \(const ch of checks\) \{\n {8}for \(const fn of ch\._zod\.onattach\)[^]*?\n {4}\}\n/, ''],
		[/ {8}for \(const k of keys\) \{\n {12}if \(!\(def\.shape\[k\] instanceof [^]*?\n {8}\}\n/, ''],
		[/ {4}util\.defineLazy\(inst\._zod, "propValues", \(\) => \{\n {8}const shape[^]*?\n {4}\}\);\n/, ''],
		[
			/ {4}const generateFastpass = [^]*?(?= {4}let value;\n)/,
			'    const isObject = util.isObject;\n    const catchall = def.catchall;\n',
		],
		[/if \(jit && fastEnabled [^]*?\n {8}else (?=\{\n)/, ''],
		[/ {4}inst\["~standard"\] = \{[^]*?\n {4}\};\n/, ''],
		// What ends several checks of one value, of which no schema here has more than one.
		[
			/ {12}let isAborted = [^]*?(?= {12}return payload;\n {8}\};\n)/,
			' '.repeat(12) + 'for (const ch of checks)\n' + ' '.repeat(16) + 'ch._zod.check(payload);\n',
		],
		// What waits for a promise, of objects and of what an object does not name.
		[/ {12}if \(result instanceof Promise\) \{\n {16}if \(ctx[^]*?\n {12}\}\n/, ''],
		[/ {8}const proms = \[\];\n(?= {8}\{)/, ''],
		[/ {16}if \(r instanceof Promise\) \{\n[^]*?\n {16}else (?=if \(isOptional)/, ' '.repeat(16)],
		[/proms\.length \? Promise\.all\(proms\)\.then\(\(\) => payload\) : payload/, 'payload'],
		[/ {12}if \(t === "never"\) \{[^]*?\n {12}\}\n/, ''],
		[
			/ {12}if \(r instanceof Promise\) \{\n {16}proms\.push\(r\.then\(\(r\) => handleObjectResult[^]*?\n {12}else (?=\{)/,
			' '.repeat(12),
		],
		[
			/ {8}if \(unrecognized\.length\) \{[^]*?return Promise\.all\(proms\)\.then\(\(\) => \{\n {12}return payload;\n {8}\}\);\n/,
			'        return payload;\n',
		],
		[/ {8}const unrecognized = \[\];\n(?= {8}\/\/ iterate over input keys\n)/, ''],
		[/ {8}const t = _catchall\.def\.type;\n/, ''],
		[/ {8}if \(r instanceof Promise\) \{\n {12}return r\.then\(\(r\) => handleRefineResult[^]*?\n {8}\}\n/, ''],
		[/ {8}if \(inst\._zod\.def\.params\)\n.*\n/, ''],
		[/util\.issue\(_iss\)/, '_iss'],
		[/ {4}util\.defineLazy\(inst\._zod, "(?:values|pattern)", \(\) => \{\n(?: {8}.*\n)*? {4}\}\);\n/g, ''],
	],
	'core/util.js': [
		[/export const captureStackTrace = [^]*?;\n/, 'export function captureStackTrace() {}\n'],
		[/export const allowsEval = [^]*?\n\}\);\n/, ''],
		[/export const NUMBER_FORMAT_RANGES = [^]*?\n\};\n/, ''],
	],
};

const leanZod = {
	name: 'lean-zod',
	setup(build) {
		build.onLoad(
			{ filter: /[\\/]zod[\\/]v4[\\/]core[\\/](?:checks|core|errors|parse|schemas|util)\.js$/ },
			async ({ path: file }) => {
				const name = path.relative(path.join(file, '../..'), file).replaceAll(path.sep, '/');
				let contents = await readFile(file, 'utf8');
				for (const [what, instead] of LEFT_OUT_OF_ZOD[name]) {
					const changed = contents.replace(what, instead);
					if (changed === contents) throw new Error(`${file} is no longer written as expected`);
					contents = changed;
				}
				return { contents };
			},
		);
	},
};

/**
 * One file for all that the nodes share, zod included: n8n installs no runtime dependency of a community node and promises
 * no zod of its own. Not minified: reviewers read what runs, and a user's stack trace names functions. The working folder
 * is given, so that the same source gives the same bytes wherever it is built from.
 */
async function bundle() {
	const imports = LOADED.map(
		(file) => `import { ${nameOf(file)} } from './${file.replace(/^dist\//, '').replace(/\.js$/, '')}';`,
	);
	// Far shorter than what esbuild makes of exports.
	const exported = `module.exports = { ${LOADED.map(nameOf).join(', ')} };`;
	const license = await readFile(LICENSE_OF_ZOD, 'utf8');
	const [copyright = ''] = /^Copyright .*$/m.exec(license) ?? [];
	// zod's license asks for itself in every copy. LICENSE is the same text, under both copyrights.
	const own = await readFile(path.join(__dirname, 'LICENSE'), 'utf8');
	if (!own.includes(copyright) || !own.includes(license.slice(license.indexOf('Permission'))))
		throw new Error('LICENSE no longer holds the license of zod');
	const notice = `/* Includes zod. ${copyright}. Under the MIT License, whose text is in the file LICENSE. */\n`;
	const { outputFiles } = await esbuild.build({
		stdin: { contents: [...imports, exported].join('\n'), resolveDir: __dirname, loader: 'ts' },
		outfile: BUNDLE,
		bundle: true,
		plugins: [leanZod],
		external: ['n8n-workflow'],
		format: 'cjs',
		platform: 'node',
		target: 'es2022',
		mainFields: ['module', 'main'],
		// Where node_modules is a link, the bundle would hold the way to its target on this machine.
		preserveSymlinks: true,
		charset: 'utf8',
		absWorkingDir: __dirname,
		write: false,
	});
	await mkdir(DIST, { recursive: true });
	await writeFile(BUNDLE, notice + (await leaner(requiringOnce(outputFiles[0].text))));
}

/** The modules that the bundle requires. esbuild does it again, by another name, for each file that imports one. */
const REQUIRED = { n8nWorkflow: 'n8n-workflow', nodeCrypto: 'crypto' };

function requiringOnce(code) {
	const once = Object.entries(REQUIRED).reduce((changed, [name, file]) => {
		const imported = `import_${file.replace('-', '_')}\\d*`;
		return changed
			.replace(new RegExp(`^var ${imported} = require\\(.*\\);\\n`, 'gm'), '')
			.replace(new RegExp(`\\(0, ${imported}(\\.\\w+)\\)`, 'g'), `${name}$1`)
			.replace(new RegExp(`\\b${imported}`, 'g'), name);
	}, code);
	if (once.includes('require(')) throw new Error('The bundle requires a module that is not listed here');
	const requires = Object.entries(REQUIRED).map(([name, file]) => `var ${name} = require("${file}");\n`);
	return requires.join('') + once;
}

/**
 * esbuild indents by two spaces, a thirtieth of all that ships, writes each entry of an object or a list on a line of its own, separates files by empty lines, marks what another bundler could
 * leave out, and leaves out comments, but not those of class members and within expressions. Here they go as well. Where zod begins and ends stays, and so does a statement with a text of several lines that would change as well.
 */
async function leaner(code) {
	const statements = code
		.replaceAll('/* @__PURE__ */ ', '')
		.replace(
			/^(\/\/ node_modules[^]*?)^\/\/ nodes\/.*\n/gm,
			(files) => ofPackages(files) + '// node_modules end here\n',
		)
		.split(/^(?=(?:var|function|class) )/m);
	const leanStatements = statements
		.map(asDeclared)
		.map(withoutDeclaredTwice)
		.map(async (statement) => {
			const lean = statement
				.replace(/(?<=\n)(?!\/\/ node_modules) *(?:\/\/ .*|\/\*\*[^]*?\*\/)\n/g, '')
				.replace(/ \/\/ [^"`/\n]*$/gm, '')
				.replace(/\n(?=\n)/g, '')
				.replace(/^(?: {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2))
				.split('\n')
				.reduceRight(onOneLine, [])
				.join('\n');
			const [before, after] = await Promise.all([statement, lean].map(withoutWhitespace));
			return before === after ? lean : statement;
		});
	return (await Promise.all(leanStatements)).join('');
}

/** Files of packages, each of which is told where it begins. */
function ofPackages(files) {
	let last;
	return files.replace(/^\/\/ (?:node_modules\/((?:@[^/]+\/)?[^/]+)\/|nodes\/).*\n/gm, (_, name) => {
		if (name === undefined || name === last) return '';
		last = name;
		return `// node_modules/${name}/\n`;
	});
}

/** In characters. So long are only tables, and lists of parameters. */
const MAX_LINE = 2500;

/** Takes lines from the last to the first: what is short, such as an option of a parameter, comes to stand on one line. */
function onOneLine(below, line) {
	if (!/[[{(]$/.test(line)) return [line, ...below];
	const end = below.findIndex((one) => /^\t*[\]})]/.test(one));
	if (end < 1) return [line, ...below];
	const entries = below.slice(0, end).map((entry) => entry.trim());
	const isLiteral = entries.every((entry, at) => entry.endsWith(',') === at < entries.length - 1);
	const space = line.endsWith('{') ? ' ' : '';
	const short = `${line}${space}${entries.join(' ')}${space}${below[end].trim()}`;
	return isLiteral && short.length <= MAX_LINE ? [short, ...below.slice(end + 1)] : [line, ...below];
}

/** esbuild makes an expression of a class, in case that it is used before. */
function asDeclared(statement) {
	return statement.replace(/^var (\w+) = (class (?!_?\1 )[^]*\n\});(?=\n)/, (_, name, declared) =>
		declared.replace('class', `class ${name}`),
	);
}

/** TypeScript declares a parameter of a constructor that becomes a field, and the constructor sets it. */
function withoutDeclaredTwice(statement) {
	return /^(?:var \w+ = )?class /.test(statement)
		? statement.replace(/^ {2}(\w+);\n/gm, (line, name) => (statement.includes(`this.${name} = ${name};`) ? '' : line))
		: statement;
}

async function withoutWhitespace(code) {
	return (await esbuild.transform(code, { minifyWhitespace: true, charset: 'utf8' })).code;
}

/** The class that n8n takes from a file: the one with its name. */
function nameOf(file) {
	return path.basename(file).split('.')[0];
}

async function loadedFiles() {
	for (const file of LOADED) {
		const target = path.join(__dirname, file);
		const name = nameOf(file);
		const bundlePath = path.relative(path.dirname(target), BUNDLE).replaceAll(path.sep, '/');
		await mkdir(path.dirname(target), { recursive: true });
		await writeFile(target, `exports.${name} = require('${bundlePath}').${name};\n`);
	}
}

function icons() {
	return src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
}

function codex() {
	return src('nodes/**/*.node.json', { base: '.' }).pipe(compact()).pipe(dest('dist'));
}

function schemas() {
	return src('nodes/**/__schema__/**/*.json', { base: '.', allowEmpty: true }).pipe(compact()).pipe(dest('dist'));
}

/** For JSON that only n8n reads: leaves out the whitespace. */
function compact() {
	return new Transform({
		objectMode: true,
		transform(file, _encoding, done) {
			file.contents = Buffer.from(JSON.stringify(JSON.parse(String(file.contents))));
			done(null, file);
		},
	});
}

exports.build = series(clean, parallel(bundle, loadedFiles, icons, codex, schemas));
exports.default = exports.build;
