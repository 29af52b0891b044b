import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { HOSTS } from '../nodes/shared/http/account';

const ownFetch = globalThis.fetch;

/**
 * Lets a server of a test or benchmark stand in for Fashion.AI's host in this process: what Node.js' own `fetch` is to send
 * there goes to `url`. A credential reuses connections only to Fashion.AI's own hosts, so it could not name the server itself.
 *
 * @returns the fields of a credential that reuses connections, to that server
 */
export function reusingConnectionsTo(url: string): ICredentialDataDecryptedObject {
	globalThis.fetch = async (input, init) => {
		const address = String(input);
		const rest = address.slice(HOSTS.current.length);
		return await ownFetch(address.startsWith(`${HOSTS.current}/`) ? url + rest : input, init);
	};
	return { host: 'current', reuseConnections: true };
}
