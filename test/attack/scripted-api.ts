import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The answer to a call: a status and the raw body. With the status 0 the connection is closed instead. */
export interface Scripted {
	status?: number;
	body: string;
}

/**
 * A server with scripted answers, by the number in each call's URL or body: `case-12` or `case12`, or the last digit of a phone
 * number or document.
 */
export interface ScriptedApi {
	url: string;
	/** The answers by number; without one, the call gets the API's 404. */
	answers: readonly Scripted[];
	/** In place of `answers`: returns the answer to each call. */
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
			const number = (/case-?(\d+)/.exec(asked) ?? /\/(?:phone|document)\/\d*(\d)$/m.exec(asked))?.[1];
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
