import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';

import type { N8nInstallation } from './install-n8n';
import { withLock } from './lock';
import { startN8nServer } from './n8n-process';

/**
 * Fills `userFolder` with what n8n creates at its first start: an encryption key and a fully migrated database.
 * That takes n8n 10 to 15 s, so it is done once, cached next to the installation, and copied.
 *
 * @param userFolder must not exist yet
 */
export async function createUserFolder(n8n: N8nInstallation, userFolder: string): Promise<void> {
	const template = `${n8n.folder}.user-folder`;
	if (!existsSync(template))
		await withLock(
			template,
			() => undefined,
			() => createTemplate(n8n, template),
		);
	const partial = `${userFolder}.partial`;
	await rm(partial, { recursive: true, force: true });
	await cp(template, partial, { recursive: true });
	await rename(partial, userFolder);
}

async function createTemplate(n8n: N8nInstallation, template: string): Promise<void> {
	if (existsSync(template)) return;
	const partial = `${template}.partial`;
	await rm(partial, { recursive: true, force: true });
	const server = await startN8nServer(n8n, { userFolder: partial });
	await server.stop();
	await rm(server.logFile);
	await rename(partial, template);
}
