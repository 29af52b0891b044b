import type { IDataObject } from 'n8n-workflow';

import { searchDetailed, searchProducts, type Visitor } from '../shared/api/products';
import type { HttpClient } from '../shared/http/http-client';
import type { ChoiceParameter } from '../shared/parameters/choice';

/** One item's parameters. `size` and `limit` belong to one operation each. */
export interface SearchRequest {
	operation: OperationName;
	query: string;
	visitor: Visitor;
	/** Empty for any size. */
	size: string;
	/** `Infinity` for all. */
	limit: number;
}

/** One entry of the Operation list: its texts in n8n, and how to build its items. */
interface Operation {
	name: string;
	action: string;
	description: string;
	/** `note` takes what the user should know of the search. */
	search(client: HttpClient, request: SearchRequest, note: (text: string) => void): Promise<IDataObject[]>;
}

/** The searches that the node offers. The one table behind both the interface and the code. */
export const OPERATIONS = {
	search: {
		name: 'Search Products',
		action: 'Search products',
		description: 'Get the IDs of matching products, best match first',
		async search(client, { query, visitor, limit }, note) {
			const ids = await searchProducts(client, query, visitor, limit, note);
			return ids.map((productId, index) => ({ productId, rank: index + 1 }));
		},
	},
	searchDetailed: {
		name: 'Search Products for Chat',
		action: 'Search products for chat',
		description: 'Get up to five products in stock with name, prices, images and link, for example for a WhatsApp chat',
		async search(client, { query, visitor, size }) {
			const products = await searchDetailed(client, query, size, visitor);
			return products.map((product, index) => ({ ...product, rank: index + 1 }));
		},
	},
} satisfies Record<string, Operation>;
export type OperationName = keyof typeof OPERATIONS;

export const OPERATION: ChoiceParameter<OperationName> = {
	name: 'operation',
	displayName: 'Operation',
	choices: OPERATIONS,
	default: 'search',
};
