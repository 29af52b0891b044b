import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	IExecuteFunctions,
	IPollFunctions,
} from 'n8n-workflow';

import { readToken } from '../credential/token';
import { originOf } from './host';

export const CREDENTIAL = 'fashionAiApi';

/** The n8n contexts that send: an execution, or a poll, which has no cancel signal. */
export type SendingContext = IExecuteFunctions | IPollFunctions;

/** Where and as whom an execution asks. */
export interface Account {
	origin: string;
	token: string;
	/** Whether the user wants connections to be kept open, past n8n's proxy and egress rules. Never to a host of their own. */
	reuseConnections: boolean;
	/** The credential in the form in which n8n's helper takes it. */
	decrypted: ICredentialsDecrypted;
}

/**
 * Reads the credential of a node: this decrypts it, so it is done once per execution.
 * Throws `InvalidHost` where the credential's base URL is none, `InvalidToken` where its token cannot be sent.
 */
export async function readAccount(context: SendingContext): Promise<Account> {
	const data = await context.getCredentials<ICredentialDataDecryptedObject>(CREDENTIAL);
	const { id, name } = context.getNode().credentials?.[CREDENTIAL] ?? { id: '', name: '' };
	return {
		origin: originOf(data),
		token: readToken(data),
		// Else whoever may write a credential could reach whatever this n8n's administrator has closed.
		reuseConnections: data.reuseConnections === true && data.host !== 'custom',
		decrypted: { id: id ?? '', name, type: CREDENTIAL, data },
	};
}
