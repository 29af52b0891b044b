import { readAccount, type SendingContext } from './account';
import { createFetchSender } from './fetch-sender';
import { createN8nSender } from './n8n-sender';
import { withoutToken } from './redact';
import type { Send } from './request';
import { Transport, type TransportOptions } from './transport';

/** The transport of one execution or poll. Throws `InvalidHost` or `InvalidToken` where the credential cannot be used. */
export async function openTransport(context: SendingContext, options: TransportOptions): Promise<Transport> {
	const account = await readAccount(context);
	const ask = account.reuseConnections ? createFetchSender(account) : createN8nSender(context, account);
	const send: Send = async (...call) => withoutToken(await ask(...call), account.token);
	const signal = 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	return new Transport(send, options, signal);
}
