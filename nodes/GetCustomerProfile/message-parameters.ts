import type { INodeProperties } from 'n8n-workflow';

import { productUrlTemplate } from '../shared/parameters/product-url-template';

/** The parameters of the operations that write a message. */
export const messageParameters: INodeProperties[] = [
	{
		displayName: 'Audience',
		name: 'audience',
		type: 'options',
		options: [
			{
				name: 'My Team (Internal)',
				value: 'team',
				description: 'A briefing: who the customer is, what is new, what to offer',
			},
			{
				name: 'The Customer (Safe to Send)',
				value: 'customer',
				description:
					'Opportunities, looks and products, and nothing else of the profile. Whether the customer has agreed and not opted out (LGPD, GDPR) is yours to check.',
			},
		],
		default: 'team',
		description: 'Who reads the message',
		displayOptions: { show: { operation: ['email', 'whatsapp'] } },
	},
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
	{
		displayName: 'Label Language',
		name: 'labelLanguage',
		type: 'options',
		options: [
			{ name: 'English', value: 'en' },
			{ name: 'Portuguese', value: 'pt' },
			{ name: 'Spanish', value: 'es' },
		],
		default: 'en',
		description: 'The language of headings and greetings. What Fashion.AI wrote stays in its own language.',
		displayOptions: { show: { '/operation': ['email', 'slack', 'whatsapp'] } },
	},
	{ ...productUrlTemplate, displayOptions: { show: { '/operation': ['email'] } } },
];
