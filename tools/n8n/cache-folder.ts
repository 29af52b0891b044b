import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** `FASHIONAI_N8N_LINE=1` selects the older supported line of n8n, 1.123, instead of 2.41. */
export const OLDER_LINE = process.env.FASHIONAI_N8N_LINE === '1';

/** Where package.json and lock file of the pinned n8n are. */
export const N8N_RECIPE = join(__dirname, OLDER_LINE ? 'n8n-1' : 'n8n-2');

/**
 * The folder of the installed n8n: one per lock file and platform, shared by all clones of one user, as it takes more
 * than 2 GB. `FASHIONAI_N8N_CACHE` overrides it.
 */
export function n8nFolder(): string {
	return join(cacheRoot(), `n8n-${recipeHash()}`);
}

function cacheRoot(): string {
	const { FASHIONAI_N8N_CACHE: chosen, XDG_CACHE_HOME: xdg } = process.env;
	return chosen || join(xdg || join(homedir(), '.cache'), 'n8n-nodes-fashionai');
}

function recipeHash(): string {
	const hash = createHash('sha256').update(`${process.platform}-${process.arch}\n`);
	// A clone on Windows may have different line endings, but is the same recipe.
	for (const file of ['package.json', 'package-lock.json']) {
		hash.update(readFileSync(join(N8N_RECIPE, file), 'utf8').replaceAll('\r\n', '\n'));
	}
	return hash.digest('hex').slice(0, 16);
}
