import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { request } from 'undici';

import { startN8n, type TestN8n } from './harness';

const NODES = join(__dirname, '../../dist/nodes');

let n8n: TestN8n;

beforeAll(async () => {
	n8n = await startN8n();
});
afterAll(async () => await n8n?.stop());

/** The URL at which n8n's editor requests a preview. */
function addressOf(file: string): string {
	const [node = '', , version = '', operation = ''] = relative(NODES, file)
		.replace(/\.json$/, '')
		.split(sep);
	const type = node.charAt(0).toLowerCase() + node.slice(1);
	return `/schemas/n8n-nodes-fashionai.${type}/${version.replace(/^v/, '')}/${operation}.json`;
}

test('n8n serves every schema preview of the package, each with fields to drag', async () => {
	const files = readdirSync(NODES, { recursive: true, encoding: 'utf8' }).filter(
		(file) => file.includes('__schema__') && file.endsWith('.json'),
	);
	const addresses = files.map((file) => addressOf(join(NODES, file)));
	expect(addresses).toContain('/schemas/n8n-nodes-fashionai.getCustomerProfile/1.0.0/get.json');
	// n8n's editor asks for none of a trigger.
	expect(addresses).toHaveLength(14);

	for (const address of addresses) {
		const response = await request(n8n.url + address);
		expect([address, response.statusCode]).toEqual([address, 200]);
		const schema = (await response.body.json()) as { type: string; properties: object };
		expect([address, schema.type, Object.keys(schema.properties).length > 0]).toEqual([address, 'object', true]);
	}
});
