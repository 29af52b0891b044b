import type { INodeProperties } from 'n8n-workflow';

import { identifyBy } from '../shared/parameters/identifier-parameters';
import { outputParameters } from '../shared/parameters/output-parameters';
import { transportOptions } from '../shared/parameters/transport-options';
import { EVENTS } from './events';

export const parameters: INodeProperties[] = [
	{
		// n8n lists the values of a trigger's parameter with exactly this label as entries of their own in its node panel.
		displayName: 'Trigger On',
		name: 'triggerOn',
		type: 'options',
		noDataExpression: true,
		options: Object.entries(EVENTS).map(([value, { name, description }]) => ({ name, value, description })),
		default: 'newBehavior',
		description: 'What has to happen. The same in other words does not count.',
	},
	identifyBy,
	{
		displayName: 'Customers',
		name: 'customers',
		type: 'string',
		typeOptions: { rows: 6 },
		default: '',
		required: true,
		placeholder: 'e.g. nathan@example.com',
		description: 'Whom to watch: one customer a line, or between commas, or an expression that gives a list',
	},
	...outputParameters(),
	{
		displayName: 'First Look',
		name: 'firstLook',
		type: 'options',
		options: [
			{
				name: 'Remember',
				value: 'remember',
				description: 'Tell nothing at the first look at a customer, and watch for changes from then on',
			},
			{
				name: 'Emit Those With New Behavior',
				value: 'emit',
				description: 'Tell of customers who show new behavior already when they are first looked at',
			},
		],
		default: 'remember',
		description: 'What to do with customers who are looked at for the first time',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: transportOptions,
	},
];
