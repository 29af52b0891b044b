import type { INodeProperties } from 'n8n-workflow';

import { hasPlaceForId } from '../values/product-url';
import { InvalidParameter } from './invalid-parameter';
import { optionalText } from './optional-text';

/** The option that makes addresses of product pages out of ids; each node adds where it shows. */
export const productUrlTemplate: INodeProperties = {
	displayName: 'Product URL Template',
	name: 'productUrlTemplate',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://shop.example/p/{ID}',
	description: 'The web address of a product page, with {ID} in place of the product ID, for products without a link',
};

/** The template, empty where none is wanted. Throws `InvalidParameter` for one without a place for the ID. */
export function readProductUrlTemplate(value: unknown): string {
	const template = optionalText(productUrlTemplate.displayName, value);
	if (template === '' || hasPlaceForId(template)) return template;
	throw new InvalidParameter(
		'Product URL Template does not contain {ID}',
		'Write {ID} where the ID of the product goes. n8n reads double braces as an expression and leaves it out.',
	);
}
