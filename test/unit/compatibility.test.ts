import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { devDependencies } from '../../package.json';
import older from '../../tools/n8n/n8n-1/package.json';
import newest from '../../tools/n8n/n8n-2/package.json';

const README = readFileSync(join(__dirname, '../../README.md'), 'utf8');

test('the README names the n8n versions that the tests install', () => {
	const rows = [...README.matchAll(/^\| (\d+\.\d+\.\d+) \| (\d+) \|/gm)].map(([, n8n, node]) => [n8n, node]);
	const major = (version: string) => version.split('.')[0];
	expect(rows).toEqual([newest, older].map(({ dependencies }) => [dependencies.n8n, major(dependencies.node)]));
});

test('npm test runs in the engine of the newest n8n that the README names', () => {
	const engine = devDependencies['n8n-core'];
	expect(engine).toBe(newest.dependencies.n8n);
});
