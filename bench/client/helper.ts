import type { IHttpRequestOptions } from 'n8n-workflow';

import type { Job, Measured } from '../cases';
import { loadN8n } from './n8n';
import { TOKEN_HEADER } from './nodes';

/** As many calls as our node has under way at most. */
const CALLS = 128;

/** As much as is used of n8n's client for outgoing requests, which all its helpers for nodes end in. */
interface Network {
	OutboundHttp: unknown;
}
interface OutboundHttp {
	requests(): { request(options: IHttpRequestOptions): Promise<AsyncIterable<Uint8Array>> };
}

/** The least that a node can cost: n8n's own client, asked in the way our node asks it, and the JSON read. */
export async function askWithHelper({ url, token, n8nFolder, userFolder }: Job): Promise<
	(emails: string[]) => Promise<Pick<Measured, 'delivered' | 'failed'>>
> {
	const { load } = await loadN8n(n8nFolder, userFolder);
	const { Container } = load<{ Container: { get<T>(type: unknown): T } }>('@n8n/di');
	const client = Container.get<OutboundHttp>(load<Network>('@n8n/backend-network').OutboundHttp).requests();
	const ask = async (email: string): Promise<unknown> => {
		const body = await client.request({
			url: `${url}/api/v1/crm/protected/profile/email/${encodeURIComponent(email)}`,
			headers: { accept: 'application/json', [TOKEN_HEADER]: token },
			encoding: 'stream',
			disableFollowRedirect: true,
		});
		const chunks: Uint8Array[] = [];
		for await (const chunk of body) chunks.push(chunk);
		return JSON.parse(Buffer.concat(chunks).toString('utf8'));
	};

	return async (emails) => {
		const answers: unknown[] = [];
		const rest = emails.values();
		const worker = async () => {
			for (const email of rest) answers.push(await ask(email).catch(() => undefined));
		};
		await Promise.all(Array.from({ length: CALLS }, worker));
		const delivered = answers.filter((answer) => answer !== undefined).length;
		return { delivered, failed: answers.length - delivered };
	};
}
