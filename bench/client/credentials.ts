/**
 * The credentials of a benchmark, kept and decrypted by n8n's own code: its database (SQLite, n8n's default) and its
 * CredentialsHelper. In place are only parts that have nothing to do here: overwrites, external secrets, policies, and the
 * store of the encryption key, which n8n keeps in memory too.
 */
import type { ICredentialDataDecryptedObject, ICredentialType, ICredentialsHelper } from 'n8n-workflow';

import type { N8n } from './n8n';

type CredentialsHelperClass = new (...parts: unknown[]) => ICredentialsHelper;

interface Container {
	get<T>(type: unknown): T;
}

/** As much as is used of n8n's database. */
interface Database {
	DbConnection: unknown;
	CredentialsRepository: unknown;
}

const KEY_ID = 'benchmark';

/** `credentials` by their type's name, which is their id too. */
export async function createCredentialsHelper(
	n8n: N8n,
	credentials: Record<string, ICredentialDataDecryptedObject>,
): Promise<ICredentialsHelper> {
	const { Container } = n8n.load<{ Container: Container }>('@n8n/di');
	const database = n8n.load<Database>('@n8n/db');
	provideKey(n8n, Container);
	await Container.get<{ init(): Promise<void> }>(database.DbConnection).init();
	const repository = Container.get<{ upsert(row: object, by: string[]): Promise<void> }>(
		database.CredentialsRepository,
	);
	for (const [type, data] of Object.entries(credentials)) {
		const credential = new n8n.core.Credentials({ id: type, name: type }, type);
		await credential.setData(data);
		await repository.upsert(credential.getDataToSave(), ['id']);
	}
	const { CredentialsHelper } = n8n.load<{ CredentialsHelper: CredentialsHelperClass }>('n8n/dist/credentials-helper');
	return new CredentialsHelper(
		{ getByName: (type: string) => typeOf(n8n, type), getParentTypes: () => [], getSupportedNodes: () => [] },
		{ applyOverwrite: (_type: string, data: unknown) => data },
		repository,
		{ getEffectiveResolverId: () => undefined },
		{},
		{ isExternalSecretsLicensed: () => false },
		{},
		{},
		{ enforceCredentialDecrypt: async () => undefined },
	);
}

function typeOf(n8n: N8n, type: string): ICredentialType {
	const loader = type in n8n.ours.known.credentials ? n8n.ours : n8n.builtIn;
	return loader.getCredential(type).type;
}

/** n8n wraps the key of its credentials with the instance's own. */
function provideKey(n8n: N8n, container: Container): void {
	const cipher = container.get<{ encryptDEKWithInstanceKey(data: string): string }>(n8n.core.Cipher);
	const key = { id: KEY_ID, value: cipher.encryptDEKWithInstanceKey('ab'.repeat(32)), algorithm: 'aes-256-gcm' };
	const provider = { getActiveKey: async () => key, getKeyById: async () => key, getLegacyKey: async () => key };
	container.get<{ setProvider(given: typeof provider): void }>(n8n.core.EncryptionKeyProxy).setProvider(provider);
}
