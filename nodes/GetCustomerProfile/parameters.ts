import type { INodeProperties } from 'n8n-workflow';

import { identifierParameters } from '../shared/parameters/identifier-parameters';
import { outputParameters } from '../shared/parameters/output-parameters';
import { transportOptions } from '../shared/parameters/transport-options';
import { messageOptions, messageParameters } from './message-parameters';
import { OPERATIONS, operationOptions, type IfNotFound } from './operations';

/** If Not Found once for each default, since the default depends on the operation. */
function ifNotFound(standard: IfNotFound): INodeProperties[] {
	const operations = Object.entries(OPERATIONS)
		.filter(([, operation]) => operation.ifNotFound === standard)
		.map(([name]) => name);
	return [
		{
			displayName: 'If Not Found',
			name: 'ifNotFound',
			type: 'options',
			options: [
				{
					name: 'Return an Item',
					value: 'item',
					description: 'Return an item whose field "found" is false',
				},
				{
					name: 'Skip',
					value: 'skip',
					description: 'Return nothing for this customer',
				},
				{
					name: 'Stop',
					value: 'stop',
					description: 'Stop the node, or use its error output',
				},
			],
			default: standard,
			description: 'What to do with a customer whom Fashion.AI does not know',
			displayOptions: { show: { operation: operations } },
		},
	];
}

export const parameters: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: operationOptions(),
		default: 'get',
	},
	...identifierParameters,
	...outputParameters({ operation: ['get'] }),
	...messageParameters,
	{
		displayName: 'Continue With',
		name: 'emit',
		type: 'options',
		options: [
			{
				name: 'Every Customer',
				value: 'all',
				description: 'Return all customers',
			},
			{
				name: 'Customers With New Behavior',
				value: 'newBehavior',
				description: 'Return only customers who explore something new right now',
			},
		],
		default: 'all',
		description: 'Which customers the next node gets',
	},
	...ifNotFound('item'),
	...ifNotFound('skip'),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Include Input Fields',
				name: 'includeInputFields',
				type: 'boolean',
				default: false,
				description:
					'Whether to put the fields of the incoming item beside the output, so that a name or address reaches the next node',
			},
			...messageOptions,
			...transportOptions,
		],
	},
];
