import { Failure } from '../transport/failure';
import type { Transport } from '../transport/transport';
import { readPrices, toAmount } from '../values/amount';
import { productId, toId } from '../values/id';
import { field, isRecord, toText } from '../values/tolerant';
import { array, looseObject, unknown } from '../zod';
import { readAnswer } from './answer';
import { visitorBody, type Visitor } from './visitor';

/** A product as a chat shows it. Text is empty, and an amount null, where the API says nothing. */
export interface DetailedProduct {
	productId: string;
	sku: string;
	name: string;
	price: number | null;
	salePrice: number | null;
	size: string;
	link: string;
	images: string[];
}

const detailedAnswer = looseObject({ products: array(unknown()) });

/**
 * The few products in stock that a search for a chat finds, best first; `size` may be empty. It changes nothing.
 * The path is documented without `/api`. Throws a `Failure`.
 */
export async function searchDetailed(
	transport: Transport,
	query: string,
	size: string,
	visitor: Visitor,
): Promise<DetailedProduct[]> {
	const response = await transport.request({
		method: 'POST',
		path: '/v1/products/protected/search/detailed',
		query: size === '' ? { query } : { query, size },
		body: visitorBody(visitor),
		replay: 'safe',
	});
	const answer = readAnswer(response, detailedAnswer);
	if (answer === undefined) throw new Failure('invalid', { status: 404, said: response.text });
	return answer.products.map(readProduct).filter(({ productId, name }) => productId !== '' || name !== '');
}

function readProduct(product: unknown): DetailedProduct {
	const record = isRecord(product) ? product : {};
	const text = (name: string) => toText(field(record, name));
	return {
		productId: productId(product),
		sku: toId(field(record, 'sku')),
		name: text('name'),
		...readPrices(toAmount(field(record, 'price')), toAmount(field(record, 'salePrice'))),
		size: text('size'),
		link: text('link'),
		images: readImages(field(record, 'images')),
	};
}

/** A list of addresses. Not `toTextList`, which takes texts apart at commas: an address may hold some. */
function readImages(images: unknown): string[] {
	return [images]
		.flat()
		.map((image) => toText(isRecord(image) ? (image.url ?? image.src) : image))
		.filter((image) => image !== '');
}
