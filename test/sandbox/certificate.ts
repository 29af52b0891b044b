import { execFileSync } from 'node:child_process';

const PRINT = `require('mockttp').generateCACertificate({ bits: 2048 })
	.then(({ key, cert }) => process.stdout.write(JSON.stringify({ key, cert })))`;

/** Makes a key and a self-signed certificate (PEM). In a process of its own: jest cannot load all parts of mockttp. */
export function selfSigned(): { key: string; cert: string } {
	const printed = execFileSync(process.execPath, ['-e', PRINT], { encoding: 'utf8' });
	return JSON.parse(printed) as { key: string; cert: string };
}
