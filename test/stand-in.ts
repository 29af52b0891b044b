import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { HOSTS } from '../nodes/shared/http/account';

const ownFetch = globalThis.fetch;

/**
 * Lets a test or benchmark server stand in for Fashion.AI's host in this process: requests of Node.js' own `fetch` to
 * that host go to `url`. Connections are reused only to Fashion.AI's own hosts, so a credential could not name the
 * server itself.
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
