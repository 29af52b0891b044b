import type { INodeProperties } from 'n8n-workflow';

import { choiceProperty } from '../shared/parameters/choice';
import { FIRST_LOOK } from '../shared/parameters/first-look';
import { identifierParameters } from '../shared/parameters/identifier-parameters';
import { outputParameters } from '../shared/parameters/output-parameters';
import { quietPeriod, tellAgainAfter } from '../shared/parameters/telling-options';
import { transportOptions } from '../shared/parameters/transport-options';
import { EMIT, ifNotFound, type IfNotFound } from './choices';
import { messageOptions, messageParameters } from './message-parameters';
import { OPERATION, OPERATIONS } from './operations';

/** If Not Found once for each default, since the default depends on the operation. */
function ifNotFoundWith(standard: IfNotFound): INodeProperties {
	const operations = Object.entries(OPERATIONS)
		.filter(([, operation]) => operation.ifNotFound === standard)
		.map(([name]) => name);
	return choiceProperty(ifNotFound(standard), {
		description: 'What to do with a customer whom Fashion.AI does not know',
		displayOptions: { show: { operation: operations } },
	});
}

export const parameters: INodeProperties[] = [
	choiceProperty(OPERATION, { noDataExpression: true }),
	...identifierParameters,
	...outputParameters({ operation: ['get'] }),
	...messageParameters,
	choiceProperty(EMIT, { description: 'Which customers the next node gets' }),
	{
		displayName:
			'Each behavior comes out at most once: if a later node does not succeed, it does not come again. Two executions at the same time may both return it. A test run returns everyone with new behavior and remembers nothing. This node remembers about 20,000 customers, and then forgets the oldest: for more, or for several workflows, choose New Compared With a Known Fingerprint.',
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
			'The momentFingerprint of an earlier run, from where you keep it: a contact property, a sheet or a table. Leave it empty for a customer who has none yet.',
		displayOptions: { show: { emit: ['changedSince'] } },
	},
	choiceProperty(FIRST_LOOK, {
		description: 'What to do with a customer who has no fingerprint yet',
		displayOptions: { show: { emit: ['changedSince'] } },
	}),
	{
		displayName:
			'Each item has isNew and momentFingerprint. Write momentFingerprint back to your store after the message was sent: whoever was not written back comes again, so nobody is lost. Turn on Include Unchanged in the options to write back the others too, and send only where isNew is true.',
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
			{
				displayName: 'Include Unchanged',
				name: 'includeUnchanged',
				type: 'boolean',
				default: false,
				description:
					'Whether to return customers without a new moment too, with isNew set to false and an empty message, so that their fingerprint can be written back',
				displayOptions: { show: { '/emit': ['changedSince'] } },
			},
			...messageOptions,
			...[quietPeriod, tellAgainAfter].map((option) => ({ ...option, displayOptions: { show: { '/emit': ['newlyDetected', 'changedSince'] } } })),
			...transportOptions,
		],
	},
];
