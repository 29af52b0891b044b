/**
 * The intercepting proxy of `outside-world.ts`, a process of its own: parts of mockttp are ES modules alone, which Jest
 * cannot load. It tells every call to the process that started it, and answers what that says.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import getPort from 'get-port';
import { generateCACertificate, getLocal } from 'mockttp';

import type { FromProcess, OutsideAnswer, ToProcess } from './outside-world';

async function main(folder: string): Promise<void> {
	const ca = await generateCACertificate({ subject: { commonName: 'Test of n8n-nodes-fashionai' } });
	const certificate = join(folder, 'ca.pem');
	await writeFile(certificate, ca.cert);
	const server = getLocal({ https: { key: ca.key, cert: ca.cert } });
	await server.start(await getPort({ host: '127.0.0.1' }));

	const waiting: ((answer: OutsideAnswer | undefined) => void)[] = [];
	const tell = (message: FromProcess) => process.send?.(message);
	process.on('message', ({ call, answer }: ToProcess) => waiting[call]?.(answer));
	await server.forAnyRequest().thenCallback(async ({ method, url, headers, body }) => {
		const text = await body.getText();
		const answer = await new Promise<OutsideAnswer | undefined>((resolve) => {
			const call = waiting.push(resolve) - 1;
			tell({ call, made: { method, url, headers, body: text ? (JSON.parse(text) as unknown) : undefined } });
		});
		return answer === undefined ? 'close' : { statusCode: answer.status, json: answer.body };
	});
	tell({ url: server.url, certificate });
}

process.once('disconnect', () => process.exit());
void main(process.argv[2] ?? '.');
