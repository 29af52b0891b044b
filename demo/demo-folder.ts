import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The data folder of this clone's demo, kept between starts; ignored by git. */
const FOLDER = join(__dirname, '../.demo');

export const USER_FOLDER = join(FOLDER, 'n8n');
export const BUILD_LOG = join(FOLDER, 'build.log');
/** Held by the process that uses the folder. It is next to the data, so that a reset does not remove it. */
export const LOCK = join(FOLDER, 'start');

const STATE = join(FOLDER, 'demo.json');

/** What a start has to know about the previous or the running one. */
export interface DemoState {
	/** Of the running demo, or of the last one. */
	pid?: number;
	n8nUrl?: string;
	sandboxPort?: number;
	/** The saved credential and its URL: the user's own changes to it are kept. */
	credential?: { id: string; baseUrl: string };
}

export async function readState(): Promise<DemoState> {
	try {
		return JSON.parse(await readFile(STATE, 'utf8')) as DemoState;
	} catch {
		return {};
	}
}

/** Replaces the file atomically: an interrupted start leaves the old state or the new one. */
export async function writeState(state: DemoState): Promise<void> {
	await mkdir(FOLDER, { recursive: true });
	await writeFile(`${STATE}.new`, `${JSON.stringify(state, null, '\t')}\n`);
	await rename(`${STATE}.new`, STATE);
}

export async function removeData(): Promise<void> {
	await rm(USER_FOLDER, { recursive: true, force: true });
	await rm(STATE, { force: true });
}
