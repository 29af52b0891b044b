import type { INodeProperties } from 'n8n-workflow';

import { choiceProperty } from '../shared/parameters/choice';
import { identifyBy } from '../shared/parameters/identifier-parameters';
import { outputParameters } from '../shared/parameters/output-parameters';
import { transportOptions } from '../shared/parameters/transport-options';
import { FIRST_LOOK, TRIGGER_ON } from './events';

export const parameters: INodeProperties[] = [
	choiceProperty(TRIGGER_ON, {
		noDataExpression: true,
		description: 'What has to happen. The same in other words does not count.',
	}),
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
	choiceProperty(FIRST_LOOK, { description: 'What to do with customers who are looked at for the first time' }),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: transportOptions,
	},
];
