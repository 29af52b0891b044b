import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is answered to a call: a status and the body as it is. With the status 0 the connection ends instead. */
export interface Scripted {
	status?: number;
	body: string;
}

/** A server that answers what a test says, by the number that each call has in its address or body: `case-12`, or a phone's or document's last digit. */
export interface ScriptedApi {
	url: string;
	/** The answers of the calls by their numbers; what has none is answered with a 404 of the API's. */
	answers: readonly Scripted[];
	/** In place of `answers`: gives what is answered to each call when it comes. */
	onCall?: (number: number) => Scripted;
	close(): Promise<void>;
}

const NOT_FOUND: Scripted = { status: 404, body: '{"error":"Not Found","message":"There is no such thing"}' };

async function startScriptedApi(): Promise<ScriptedApi> {
	const api: ScriptedApi = {
		url: '',
		answers: [],
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	const server = createServer((request, response) => {
		let asked = `${request.method} ${request.url}\n`;
		request.on('data', (chunk: Buffer) => (asked += chunk.toString('utf8')));
		request.on('end', () => {
			const number = (/case-(\d+)/.exec(asked) ?? /\/(?:phone|document)\/\d*(\d)$/m.exec(asked))?.[1];
			const scripted = number === undefined ? undefined : (api.onCall?.(Number(number)) ?? api.answers[Number(number)]);
			const { status = 200, body } = scripted ?? NOT_FOUND;
			if (status === 0) return void response.destroy();
			response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	api.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return api;
}

/** A scripted API for all tests of a file. */
export function useScriptedApi(): () => ScriptedApi {
	let api: ScriptedApi;
	beforeAll(async () => {
		api = await startScriptedApi();
	});
	afterAll(() => api.close());
	return () => api;
}
