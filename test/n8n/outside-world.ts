import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A call from n8n to an external host, as received. */
interface OutsideCall {
	method: string;
	url: string;
	headers: Record<string, string | string[] | undefined>;
	/** The JSON body; undefined if there is none. */
	body: unknown;
}

export interface OutsideAnswer {
	status: number;
	body: object;
}

export type FromProcess = { url: string; certificate: string } | { call: number; made: OutsideCall };
export interface ToProcess {
	call: number;
	answer: OutsideAnswer | undefined;
}

/** Stands in for external hosts: n8n's calls to their real names end here, and nothing leaves the machine. */
export interface OutsideWorld {
	/** Makes n8n use and trust it. */
	env: NodeJS.ProcessEnv;
	calls: OutsideCall[];
	/** The hosts' answer to a call; without one the connection is cut. */
	answer: (call: OutsideCall) => OutsideAnswer | undefined;
	close(): Promise<void>;
}

export async function startOutsideWorld(): Promise<OutsideWorld> {
	const folder = await mkdtemp(join(tmpdir(), 'fashionai-ca-'));
	const proxy = fork(join(__dirname, 'outside-world-process.ts'), [folder], { execArgv: ['--import', 'tsx'] });
	const [started] = (await once(proxy, 'message')) as [Extract<FromProcess, { url: string }>];
	const world: OutsideWorld = {
		env: { NODE_EXTRA_CA_CERTS: started.certificate, HTTPS_PROXY: started.url, https_proxy: started.url },
		calls: [],
		answer: () => undefined,
		close: async () => {
			proxy.disconnect();
			await once(proxy, 'exit');
			await rm(folder, { recursive: true });
		},
	};
	proxy.on('message', (message: Extract<FromProcess, { call: number }>) => {
		world.calls.push(message.made);
		const reply: ToProcess = { call: message.call, answer: world.answer(message.made) };
		proxy.send(reply);
	});
	return world;
}
