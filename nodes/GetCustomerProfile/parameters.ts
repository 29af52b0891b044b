import type { INodeProperties } from 'n8n-workflow';

import { SELECTABLE } from '../shared/profile/simplified';
import { identifierParameters } from '../shared/parameters/identifier-parameters';
import { transportOptions } from '../shared/parameters/transport-options';
import { OPERATIONS, operationOptions, type IfNotFound } from './operations';

const output: INodeProperties[] = [
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: [
			{
				name: 'Simplified',
				value: 'simplified',
				description: 'The ten fields that most automations need, with English names',
			},
			{
				name: 'Raw',
				value: 'raw',
				description: 'The answer of the API as it is, with its Portuguese names',
			},
			{
				name: 'Selected Fields',
				value: 'selected',
				description: 'Only the fields that you choose',
			},
		],
		default: 'simplified',
		displayOptions: { show: { operation: ['get'] } },
	},
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'multiOptions',
		options: SELECTABLE.map(({ field, name }) => ({ name, value: field })),
		default: ['newBehavior', 'momentSummary', 'opportunities'],
		description: 'The fields of the profile to return. The user profile ID is always returned.',
		displayOptions: { show: { operation: ['get'], output: ['selected'] } },
	},
];

/** If Not Found once for each default, since the default depends on the operation. */
function ifNotFound(standard: IfNotFound): INodeProperties[] {
	const operations = Object.entries(OPERATIONS)
		.filter(([, operation]) => operation.ifNotFound === standard)
		.map(([name]) => name);
	if (operations.length === 0) return [];
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
	...output,
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
			...transportOptions,
		],
	},
];
