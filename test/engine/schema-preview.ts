import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeExecutionData } from 'n8n-workflow';

const DIST = join(__dirname, '../../dist/nodes');

/** The part of JSON Schema that n8n's preview files use. */
export interface PreviewSchema {
	type: string;
	properties?: Record<string, PreviewSchema>;
	items?: PreviewSchema;
	version?: number;
}

/** The schema preview that the built package ships: `GetCustomerProfile/__schema__/v1.0.0/get.json`. */
export function readPreview(path: string): PreviewSchema {
	return JSON.parse(readFileSync(join(DIST, path), 'utf8')) as PreviewSchema;
}

/** The schema of a node's real output, in the form of a preview; items of empty lists are left open. */
export function schemaOf(item: INodeExecutionData | undefined): PreviewSchema {
	return { ...describe(item?.json), version: 1 };
}

function describe(value: unknown): PreviewSchema {
	if (Array.isArray(value))
		return value.length === 0 ? { type: 'array' } : { type: 'array', items: describe(value[0]) };
	if (typeof value !== 'object' || value === null) return { type: value === null ? 'null' : typeof value };
	const properties = Object.entries(value).map(([key, entry]) => [key, describe(entry)] as const);
	return { type: 'object', properties: Object.fromEntries(properties) };
}
