import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';

/** Stands in for the user's CRM: counts what is reported to it. */
export interface Receiver {
	url: string;
	/** How many times each key was received. */
	deliveries: Map<string, number>;
	/** The reported customers by key: a CRM that supports the key accepts nothing twice. */
	reported: Map<string, string>;
	close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
	const deliveries = new Map<string, number>();
	const reported = new Map<string, string>();
	const server = createServer((request, response) => {
		let body = '';
		request.setEncoding('utf8').on('data', (text: string) => (body += text));
		request.on('end', () => {
			const key = String(request.headers['idempotency-key']);
			deliveries.set(key, (deliveries.get(key) ?? 0) + 1);
			reported.set(key, (JSON.parse(body) as { email: string }).email);
			response.setHeader('content-type', 'application/json').end('{}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/new-behavior`,
		deliveries,
		reported,
		close: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
	};
}
