import { execFileSync } from 'node:child_process';
import tls from 'node:tls';

/** A key and its certificate, both in PEM. */
export interface Certificate {
	key: string;
	cert: string;
}

interface Certificates {
	authority: Certificate;
	/** For this machine's loopback address, like the next two, and signed by the authority. */
	valid: Certificate;
	selfSigned: Certificate;
	expired: Certificate;
	/** Signed by the authority, for another host. */
	ofAnotherHost: Certificate;
}

/** The library that mockttp makes its certificates with: mockttp itself makes none for an address, and none that has expired. */
const PRINT = `
const x509 = require('node:module').createRequire(require.resolve('mockttp'))('@peculiar/x509');
const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const inDays = (days) => new Date(Date.now() + days * 86_400_000);

async function make(name, extension, { signer, until = 9 } = {}) {
	const keys = await crypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify']);
	const certificate = await x509.X509CertificateGenerator.create({
		subject: 'CN=' + name,
		issuer: signer?.name ?? 'CN=' + name,
		notBefore: inDays(-9),
		notAfter: inDays(until),
		signingAlgorithm,
		publicKey: keys.publicKey,
		signingKey: (signer?.keys ?? keys).privateKey,
		extensions: [extension],
	});
	const key = x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
	return { name: certificate.subject, keys, key, cert: certificate.toString('pem') };
}

async function main() {
	const named = (type, value) => new x509.SubjectAlternativeNameExtension([{ type, value }]);
	const here = named('ip', '127.0.0.1');
	const signer = await make('Authority', new x509.BasicConstraintsExtension(true));
	const made = {
		authority: signer,
		valid: await make('Valid', here, { signer }),
		selfSigned: await make('Self-signed', here),
		expired: await make('Expired', here, { signer, until: -1 }),
		ofAnotherHost: await make('Another host', named('dns', 'shop.example'), { signer }),
	};
	process.stdout.write(JSON.stringify(made, ['key', 'cert', ...Object.keys(made)]));
}
void main();
`;

/** Makes them in a process of its own: Jest's own globals are not those that the library tells keys and buffers by. */
export function makeCertificates(): Certificates {
	return JSON.parse(execFileSync(process.execPath, ['-e', PRINT], { encoding: 'utf8' })) as Certificates;
}

/**
 * Lets everything in this process trust the authority, for all tests of a file; all that a certificate must be is checked
 * as ever. `NODE_EXTRA_CA_CERTS` is read only as Node.js starts, and n8n's client and `fetch` have nothing else in common.
 */
export function useAuthority({ cert }: Certificate): void {
	const { createSecureContext } = tls;
	let spy: jest.SpyInstance;
	beforeAll(() => {
		spy = jest.spyOn(tls, 'createSecureContext').mockImplementation((options) => {
			const secure = createSecureContext(options);
			(secure.context as { addCACert(cert: string): void }).addCACert(cert);
			return secure;
		});
	});
	afterAll(() => spy.mockRestore());
}
