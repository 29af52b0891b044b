import type { INodeProperties } from 'n8n-workflow';

import { choiceProperty } from '../shared/parameters/choice';
import { identifyBy, outputParameters } from '../shared/parameters/profile-parameters';
import { byName, FIRST_LOOK, quietPeriod, tellAgainAfter, httpOptions } from '../shared/parameters/shared-options';
import { TRIGGER_ON } from './events';

export const PARAMETERS: INodeProperties[] = [
	choiceProperty(TRIGGER_ON, { noDataExpression: true }),
	{
		displayName:
			"Set 'Poll Times' above to 'Every Hour' or 'Every Day': Fashion.AI generates a new profile for each request, which takes several seconds of AI work. A customer who seems to show something new is looked up a second time.",
		name: 'pollTimesNotice',
		type: 'notice',
		default: '',
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
		description:
			"The customers to watch: one per line, separated by commas, or a list from an expression. For customers in a sheet or CRM, use Get Customer Profile with 'New Behavior Not Seen Before' instead. A phone number needs its country code, as in 5511999998888.",
	},
	...outputParameters(),
	choiceProperty(FIRST_LOOK, { description: 'What to do when a customer is looked up for the first time' }),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: byName([
			quietPeriod,
			{ ...tellAgainAfter, displayOptions: { show: { '/triggerOn': ['newBehavior'] } } },
			...httpOptions,
		]),
	},
];
