import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium, type Browser } from 'playwright-core';

const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-dev-shm-usage',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
];

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * The Chromium in PATH, or the one set in CHROMIUM_PATH.
 *
 * @throws Error if there is none
 */
export async function launchBrowser(): Promise<Browser> {
	return await chromium.launch({ executablePath: chromiumPath(), args: ARGUMENTS });
}

function chromiumPath(): string {
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	const folders = (process.env.PATH ?? '').split(delimiter);
	const found = COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) =>
		existsSync(path),
	);
	if (found !== undefined) return found;
	throw new Error(
		'There is no Chromium in PATH: install it (on Debian: apt-get install chromium) or set CHROMIUM_PATH.',
	);
}
