import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { FaultRule } from '../sandbox';
import type { Certificate } from './certificate';
import type { Served } from './cases';
import { messageOf } from './child';
import type { Answer, Order } from './server';

/** The API in its own process. */
export interface ApiProcess {
	url: string;
	token: string;
	/** Resets the counts, and applies these faults from now on. */
	begin(faults: FaultRule[]): Promise<void>;
	count(): Promise<Served>;
	close(): Promise<void>;
}

/** @param certificate by default the API is served over plain HTTP */
export async function startApi(latencyMs: number, certificate?: Certificate): Promise<ApiProcess> {
	const tls = certificate && { key: certificate.key, cert: certificate.cert };
	const child = fork(join(__dirname, 'server.ts'), [JSON.stringify({ latencyMs, tls })]);
	const { url, token } = (await answerOf(child)) as { url: string; token: string };
	return {
		url,
		token,
		begin: async (faults) => void (await ask(child, { faults })),
		count: async () => (await ask(child, 'count')) as Served,
		close: async () => {
			child.disconnect();
			await once(child, 'exit');
		},
	};
}

async function ask(child: ChildProcess, order: Order): Promise<Answer> {
	child.send(order);
	return await answerOf(child);
}

async function answerOf(child: ChildProcess): Promise<Answer> {
	return (await messageOf(child, 'The API of the benchmark')) as Answer;
}
