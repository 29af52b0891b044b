import type { INodeProperties } from 'n8n-workflow';

import { choiceProperty } from '../shared/parameters/choice';
import { httpOptions, LIMIT } from '../shared/parameters/shared-options';
import { visitorParameters } from '../shared/parameters/visitor-parameters';
import { OPERATION } from './operations';

export const PARAMETERS: INodeProperties[] = [
	choiceProperty(OPERATION, { noDataExpression: true }),
	{
		displayName: 'Query',
		name: 'query',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. linen dress',
		description: 'What to search for, in the customer’s own words',
	},
	{
		displayName: 'Size',
		name: 'size',
		type: 'string',
		default: '',
		placeholder: 'e.g. M',
		description: 'Return only products in this size. Leave empty for any size.',
		displayOptions: { show: { operation: ['searchDetailed'] } },
	},
	...visitorParameters(
		'In a chat, use an ID of the conversation, such as the phone number. On a website, use the ID of the visit.',
	),
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show: { operation: ['search'] } },
	},
	{ ...LIMIT, displayOptions: { show: { operation: ['search'], returnAll: [false] } } },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...httpOptions],
	},
];
