import { execFileSync } from 'node:child_process';

const PRINT = `require('mockttp').generateCACertificate({ bits: 2048 })
	.then(({ key, cert }) => process.stdout.write(JSON.stringify({ key, cert })))`;

let made: { key: string; cert: string } | undefined;

/** A key and a self-signed certificate (PEM), one for all. Made in a process of its own: jest cannot load all parts of mockttp. */
export function selfSigned(): { key: string; cert: string } {
	made ??= JSON.parse(execFileSync(process.execPath, ['-e', PRINT], { encoding: 'utf8' })) as {
		key: string;
		cert: string;
	};
	return made;
}
