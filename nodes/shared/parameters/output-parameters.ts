import type { INodeProperties, NodeParameterValue } from 'n8n-workflow';

import { SELECTABLE } from '../profile/simplified';

/** Output and Fields: in what form a profile comes. `show` are the parameter values with which they show. */
export function outputParameters(show: Record<string, NodeParameterValue[]> = {}): INodeProperties[] {
	return [
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
			displayOptions: { show },
		},
		{
			displayName: 'Fields',
			name: 'fields',
			type: 'multiOptions',
			options: SELECTABLE.map(({ field, name }) => ({ name, value: field })),
			default: ['newBehavior', 'momentSummary', 'opportunities'],
			description: 'The fields of the profile to return. The user profile ID is always returned.',
			displayOptions: { show: { ...show, output: ['selected'] } },
		},
	];
}
