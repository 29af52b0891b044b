import { createN8nSender, type SendingContext } from './n8n-sender';
import { Transport, type TransportOptions } from './transport';

/** The transport of one execution or poll. Throws `InvalidHost` where the credential's base URL is none. */
export async function openTransport(context: SendingContext, options: TransportOptions): Promise<Transport> {
	const signal = 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	return new Transport(await createN8nSender(context), options, () => signal?.aborted === true);
}
