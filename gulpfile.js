const { rm } = require('node:fs/promises');
const { spawn } = require('node:child_process');
const path = require('node:path');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const DIST = path.join(__dirname, 'dist');
const ZOD = 'nodes/shared/zod';

function clean() {
	return rm(DIST, { recursive: true, force: true });
}

function compile() {
	const tsc = require.resolve('typescript/bin/tsc');
	return spawn(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
}

/**
 * n8n installs no runtime dependency of a community node, and promises no zod of its own: the one file that imports
 * zod is replaced by a bundle of just what it exports.
 */
function bundleZod() {
	return esbuild.build({
		entryPoints: [`${ZOD}.ts`],
		outfile: path.join(DIST, `${ZOD}.js`),
		bundle: true,
		format: 'cjs',
		platform: 'neutral',
		target: 'es2022',
		mainFields: ['module', 'main'],
		minifySyntax: true,
		minifyWhitespace: true,
		banner: { js: '/* zod, MIT License, Copyright (c) 2025 Colin McDonnell */' },
	});
}

function icons() {
	return src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
}

function codex() {
	return src('nodes/**/*.node.json', { base: '.' }).pipe(dest('dist'));
}

function schemas() {
	return src('nodes/**/__schema__/**/*.json', { base: '.', allowEmpty: true }).pipe(dest('dist'));
}

exports.build = series(clean, compile, parallel(bundleZod, icons, codex, schemas));
exports.default = exports.build;
