import { Failure } from '../transport/failure';
import type { Transport } from '../transport/transport';
import { readProductIds } from './product-ids';
import { visitorBody, type Visitor } from './visitor';

/**
 * The ids of at most `limit` products that resemble one, most alike first. It changes nothing.
 * Throws a `Failure`, `unknownProduct` where the API does not know the product.
 */
export async function similarProducts(transport: Transport, id: string, visitor: Visitor, limit: number): Promise<string[]> {
	const response = await transport.request({
		method: 'POST',
		path: '/api/v1/products/protected/similar',
		query: { limit },
		body: { ...visitorBody(visitor), data: { id } },
		replay: 'safe',
	});
	const ids = readProductIds(response);
	if (ids === undefined) throw new Failure('unknownProduct', { status: 404, said: response.text, asked: id });
	return ids;
}
