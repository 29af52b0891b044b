import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A key and a certificate for this machine's loopback address, both in PEM, and the certificate's file. */
export interface Certificate {
	key: string;
	cert: string;
	file: string;
}

/** Creates a self-signed certificate with the openssl command, in `folder`; valid for a day. */
export async function makeCertificate(folder: string): Promise<Certificate> {
	const [keyFile, file] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', keyFile];
	const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'];
	await promisify(execFile)('openssl', ['req', '-x509', ...key, ...subject, '-days', '1', '-out', file]);
	return { key: await readFile(keyFile, 'utf8'), cert: await readFile(file, 'utf8'), file };
}
