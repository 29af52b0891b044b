import type { Transport } from '../transport/transport';
import { productId } from '../values/id';
import { isRecord, toText } from '../values/tolerant';
import { array, looseObject, unknown } from '../zod';
import { readAnswer } from './answer';

/** A product of a collection. `position` is the shop's own, null where the API gives none. */
export interface CollectionProduct {
	productId: string;
	position: number | null;
	active: boolean;
}

const collectionAnswer = looseObject({ products: array(unknown()) });

/**
 * The products of a collection's active slice in the order of their positions, which is not promised to be that of the
 * answer; those without a position come last. Inactive ones only where they are asked for, each product once. None where
 * no slice is active: the API says so with a 404. Throws a `Failure`.
 */
export async function collectionProducts(
	transport: Transport,
	collectionId: string,
	includeInactive: boolean,
): Promise<CollectionProduct[]> {
	const response = await transport.request({
		method: 'GET',
		path: `/api/v1/merchandising-collections/protected/${encodeURIComponent(collectionId)}`,
		replay: 'safe',
	});
	const products = readAnswer(response, collectionAnswer)?.products ?? [];
	const shown = products.map(readProduct).filter(({ active }) => active || includeInactive);
	return withoutDuplicates(shown.sort(byPosition)).filter(({ productId }) => productId !== '');
}

/** Only a clear no makes a product inactive: one whose flag is missing is shown. */
function readProduct(product: unknown): CollectionProduct {
	const { position, active } = isRecord(product) ? product : {};
	const number = toText(position) === '' ? NaN : Number(toText(position));
	return {
		productId: productId(product),
		position: Number.isFinite(number) ? number : null,
		active: active !== false && !/^(false|0)$/i.test(toText(active)),
	};
}

function withoutDuplicates(products: CollectionProduct[]): CollectionProduct[] {
	const first = new Map<string, CollectionProduct>();
	for (const product of products) if (!first.has(product.productId)) first.set(product.productId, product);
	return [...first.values()];
}

function byPosition(a: CollectionProduct, b: CollectionProduct): number {
	return a.position === b.position ? 0 : (a.position ?? Infinity) - (b.position ?? Infinity);
}
