import { execFileSync } from 'node:child_process';

const PRINT = `require('mockttp').generateCACertificate({ bits: 2048 })
	.then(({ key, cert }) => process.stdout.write(JSON.stringify({ key, cert })))`;

/** Makes a key and a self-signed certificate (PEM). In a process of its own: jest cannot load all that mockttp is made of. */
export function selfSigned(): { key: string; cert: string } {
	return JSON.parse(execFileSync(process.execPath, ['-e', PRINT], { encoding: 'utf8' })) as { key: string; cert: string };
}
