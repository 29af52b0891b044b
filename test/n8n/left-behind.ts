import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

import { ensureN8n } from '../../tools/n8n/install-n8n';

/** The unpacked editor and the installed packages: not written by an execution. */
const NOT_WRITTEN = /^(\.cache|\.n8n\/nodes)\//;

/** Everything n8n has written to its folder, by path: database, journal, logs, output. */
export async function filesLeftBehind(userFolder: string): Promise<Map<string, Buffer>> {
	const entries = await readdir(userFolder, { recursive: true, withFileTypes: true });
	const files = new Map<string, Buffer>();
	for (const entry of entries) {
		const path = relative(userFolder, join(entry.parentPath, entry.name));
		if (!entry.isFile() || NOT_WRITTEN.test(path)) continue;
		// A marker that n8n creates briefly while starting.
		const bytes = await readFile(join(userFolder, path)).catch(() => undefined);
		if (bytes) files.set(path, bytes);
	}
	return files;
}

const READ_ALL = `
	const { DatabaseSync } = require('node:sqlite');
	const db = new DatabaseSync(process.argv[1], { readOnly: true });
	// The older line locks the whole file while it writes.
	db.exec('PRAGMA busy_timeout = 10000');
	const names = db.prepare("select name from sqlite_master where type = 'table'").all();
	const rows = Object.fromEntries(names.map(({ name }) => [name, db.prepare('select * from "' + name + '"').all()]));
	process.stdout.write(JSON.stringify(rows, (_key, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value)));
`;

/** Every table of n8n's database with its rows. Read with n8n's Node.js, which includes SQLite. */
export async function databaseOf(userFolder: string): Promise<Record<string, Record<string, unknown>[]>> {
	const { node } = await ensureN8n();
	const file = join(userFolder, '.n8n/database.sqlite');
	const { stdout } = await promisify(execFile)(node, ['--no-warnings', '-e', READ_ALL, file], { maxBuffer: 2 ** 30 });
	return JSON.parse(stdout) as Record<string, Record<string, unknown>[]>;
}
