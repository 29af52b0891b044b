import type { INodeProperties } from 'n8n-workflow';

import { choiceProperty } from '../shared/parameters/choice';
import { identifierParameters, outputParameters } from '../shared/parameters/profile-parameters';
import { byName, FIRST_LOOK, quietPeriod, tellAgainAfter, httpOptions } from '../shared/parameters/shared-options';
import { EMIT, ifNotFound, type IfNotFound } from './choices';
import { messageOptions, messageParameters } from './message-parameters';
import { OPERATION, OPERATIONS } from './operations';

/** If Not Found, once per default, since the default depends on the operation. */
function ifNotFoundWith(standard: IfNotFound): INodeProperties {
	const operations = Object.entries(OPERATIONS)
		.filter(([, operation]) => operation.ifNotFound === standard)
		.map(([name]) => name);
	return choiceProperty(ifNotFound(standard), {
		description:
			"What to do when Fashion.AI does not know the customer. 'Return an Item' applies only if 'Continue With' is 'Every Customer'.",
		displayOptions: { show: { operation: operations } },
	});
}

export const PARAMETERS: INodeProperties[] = [
	choiceProperty(OPERATION, { noDataExpression: true }),
	...identifierParameters,
	...outputParameters({ operation: ['get'] }),
	...messageParameters,
	choiceProperty(EMIT, { description: 'Which customers to pass on to the next node' }),
	{
		displayName:
			"A test run returns everyone with new behavior and remembers nothing. In a published workflow, each behavior is returned at most once, even if a later node stops. For more than about 3,000 customers with new behavior, or several workflows, choose 'New Compared With a Known Fingerprint'.",
		name: 'newlyDetectedNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { emit: ['newlyDetected'] } },
	},
	{
		displayName: 'Known Fingerprint',
		name: 'knownFingerprint',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.momentFingerprint }}',
		description:
			'The momentFingerprint you stored in an earlier run, in a contact property, a sheet or a table. Leave empty for a customer who has none yet.',
		displayOptions: { show: { emit: ['changedSince'] } },
	},
	choiceProperty(FIRST_LOOK, {
		description: "What to do with a customer who has no fingerprint yet. 'Remember' requires 'Include Unchanged'.",
		displayOptions: { show: { emit: ['changedSince'] } },
	}),
	{
		displayName:
			"Each item has 'isNew' and 'momentFingerprint'. Send only where 'isNew' is true, then write 'momentFingerprint' back to your table or CRM; otherwise the moment is returned again. If 'On First Lookup' is 'Remember', also turn on 'Include Unchanged' in the options and write back every fingerprint; otherwise customers without one are never returned.",
		name: 'changedSinceNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { emit: ['changedSince'] } },
	},
	ifNotFoundWith('item'),
	ifNotFoundWith('skip'),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: byName([
			{
				displayName: 'Forget What Was Seen',
				name: 'forgetSeen',
				type: 'boolean',
				default: false,
				description:
					'Whether to forget everything seen so far each time this node runs. Turn it on, run the workflow once, and turn it off again.',
				displayOptions: { show: { '/emit': ['newlyDetected'] } },
			},
			{
				displayName: 'Include Input Fields',
				name: 'includeInputFields',
				type: 'boolean',
				default: false,
				description:
					'Whether to add the fields of the incoming item to the output, so that a name or address reaches the next node',
			},
			{
				displayName: 'Include Unchanged',
				name: 'includeUnchanged',
				type: 'boolean',
				default: false,
				description:
					"Whether to also return customers without a new moment, with 'isNew' set to false and an empty message, so that their fingerprint can be stored",
				displayOptions: { show: { '/emit': ['changedSince'] } },
			},
			...messageOptions,
			{ ...quietPeriod, displayOptions: { show: { '/emit': ['newlyDetected', 'changedSince'] } } },
			{ ...tellAgainAfter, displayOptions: { show: { '/emit': ['changedSince'] } } },
			// It has no effect here, but the first release offered it, so workflows hold it.
			{ ...tellAgainAfter, type: 'hidden', displayOptions: { show: { '/emit': ['newlyDetected'] } } },
			...httpOptions,
		]),
	},
];
