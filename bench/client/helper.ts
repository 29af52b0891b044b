import { json } from 'node:stream/consumers';

import type { IHttpRequestOptions } from 'n8n-workflow';

import { DEFAULT_MAX_CONCURRENCY } from '../../nodes/shared/http/limits';
import { forEachConcurrent } from '../../nodes/shared/items/for-each-concurrent';
import type { Job, Measured } from '../cases';
import { loadN8n } from './n8n';
import { PATH, TOKEN_HEADER } from './nodes';

/** The used part of n8n's client for outgoing requests, which underlies all its node helpers. */
interface Network {
	OutboundHttp: unknown;
}
interface OutboundHttp {
	requests(): { request(options: IHttpRequestOptions): Promise<AsyncIterable<Uint8Array>> };
}

/** The lower bound for a node: n8n's own client, called like our node calls it, and JSON parsing. */
export async function askWithHelper({
	url,
	token,
	n8nFolder,
	userFolder,
}: Job): Promise<(emails: string[]) => Promise<Pick<Measured, 'delivered' | 'failed'>>> {
	const { load } = await loadN8n(n8nFolder, userFolder);
	const { Container } = load<{ Container: { get<T>(type: unknown): T } }>('@n8n/di');
	const client = Container.get<OutboundHttp>(load<Network>('@n8n/backend-network').OutboundHttp).requests();
	const ask = async (email: string): Promise<unknown> => {
		const body = await client.request({
			url: url + PATH + encodeURIComponent(email),
			headers: { accept: 'application/json', [TOKEN_HEADER]: token },
			encoding: 'stream',
			disableFollowRedirect: true,
		});
		return await json(body);
	};

	return async (emails) => {
		const answers: unknown[] = [];
		await forEachConcurrent(emails, DEFAULT_MAX_CONCURRENCY, async (email) => {
			const answer = await ask(email).catch(() => undefined);
			if (answer !== undefined) answers.push(answer);
		});
		return { delivered: answers.length, failed: emails.length - answers.length };
	};
}
