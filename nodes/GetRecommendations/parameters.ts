import type { INodeProperties } from 'n8n-workflow';

import { transportOptions } from '../shared/parameters/transport-options';
import { recommendationOptions } from './recommendations';

export const parameters: INodeProperties[] = [
	{
		displayName: 'Recommendation',
		name: 'recommendation',
		type: 'options',
		noDataExpression: true,
		options: recommendationOptions(),
		default: 'categoryView',
		description: 'Which products to ask for',
	},
	{
		displayName: 'Category ID',
		name: 'categoryId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. vestidos',
		description: 'The ID of the category, as your shop sends it to Fashion.AI',
		displayOptions: { show: { recommendation: ['categoryView'] } },
	},
	{
		displayName: 'Product ID',
		name: 'productId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 10023',
		description: 'The ID of the product, as your shop sends it to Fashion.AI',
		displayOptions: { show: { recommendation: ['shopTheLook'] } },
	},
	{
		displayName: 'Session ID',
		name: 'sessionId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. sess456',
		description: 'The visit to the shop, as the shop names it. It comes with the webhook or the cart of your shop.',
	},
	{
		displayName: 'User ID',
		name: 'userId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 90',
		description: 'The ID of the customer in your shop, if they are signed in',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...transportOptions],
	},
];
