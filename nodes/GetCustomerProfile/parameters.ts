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
			{
				name: 'New Behavior Not Seen Before',
				value: 'newlyDetected',
				description: 'Return customers with new behavior once: later executions leave the same behavior out',
			},
		],
		default: 'all',
		description: 'Which customers the next node gets',
	},
	{
		displayName:
			'Each behavior comes out at most once: if a later node does not succeed, it does not come again. Two executions at the same time may both return it. A test run returns everyone with new behavior and remembers nothing. This node remembers about 100,000 customers, and then forgets the oldest.',
		name: 'newlyDetectedNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { emit: ['newlyDetected'] } },
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
				displayName: 'Forget What Was Seen',
				name: 'forgetSeen',
				type: 'boolean',
				default: false,
				description:
					'Whether to forget all behavior seen before each time this node runs. Run it once, by hand too, and turn this off again.',
				displayOptions: { show: { '/emit': ['newlyDetected'] } },
			},
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
