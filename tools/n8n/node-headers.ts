import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What determines the headers node-gyp would compile against. */
export interface RunningNode {
	execPath: string;
	version: string;
	platform: string;
	arch: string;
}

/**
 * The folder with the `include/node` to compile n8n's native parts against, for node-gyp's `nodedir`: that of the
 * running Node.js, else that of the npm package `node` in `folder`. Without one node-gyp downloads them from
 * nodejs.org.
 *
 * @returns undefined if neither has any
 */
export function findNodeHeaders(folder: string, node: RunningNode = process): string | undefined {
	// On Windows node-gyp also needs a library to link with, which neither includes.
	if (node.platform === 'win32') return undefined;
	const own = dirname(dirname(node.execPath));
	if (headersVersion(own) === node.version) return own;
	const packaged = `node-${node.platform}-${node.arch}`;
	// Of the version that runs n8n. What is compiled against it need not load in this process's own, and never has to.
	return [join('node', 'node_modules', packaged), packaged]
		.map((path) => join(folder, 'node_modules', path))
		.find((path) => headersVersion(path) !== undefined);
}

/** The version of the headers in `<root>/include/node`, as in `v24.21.0`. */
function headersVersion(root: string): string | undefined {
	let text: string;
	try {
		text = readFileSync(join(root, 'include', 'node', 'node_version.h'), 'utf8');
	} catch {
		return undefined;
	}
	const parts = ['MAJOR', 'MINOR', 'PATCH'].map(
		(part) => new RegExp(`#define NODE_${part}_VERSION (\\d+)`).exec(text)?.[1],
	);
	return parts.includes(undefined) ? undefined : `v${parts.join('.')}`;
}
