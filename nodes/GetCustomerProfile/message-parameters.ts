import type { INodeProperties } from 'n8n-workflow';

import { choiceProperty } from '../shared/parameters/choice';
import { productUrlTemplate } from '../shared/parameters/product-url-template';
import { AUDIENCE, LABEL_LANGUAGE } from './choices';

/** The parameters of the operations that write a message. */
export const messageParameters: INodeProperties[] = [
	choiceProperty(AUDIENCE, {
		description: 'Who reads the message',
		displayOptions: { show: { operation: ['email', 'whatsapp'] } },
	}),
	{
		displayName: 'Customer Name',
		name: 'customerName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Nathan',
		description: 'The name for greetings and briefings, since a profile holds none',
		displayOptions: { show: { operation: ['email', 'slack', 'whatsapp'] } },
	},
	{
		displayName: 'Products',
		name: 'products',
		type: 'string',
		default: '',
		placeholder: 'e.g. dress-01, shoe-07',
		description:
			'The products to show, at most 12: product IDs, or a list of products with the fields productId, name, price, salePrice, currency, image and link. For IDs alone, set Product URL Template in the options.',
		displayOptions: { show: { operation: ['email'] } },
	},
];

/** The options of the operations that write a message. */
export const messageOptions: INodeProperties[] = [
	choiceProperty(LABEL_LANGUAGE, {
		description: 'The language of headings and greetings. What Fashion.AI wrote stays in its own language.',
		displayOptions: { show: { '/operation': ['email', 'slack', 'whatsapp'] } },
	}),
	{ ...productUrlTemplate, displayOptions: { show: { '/operation': ['email'] } } },
];
