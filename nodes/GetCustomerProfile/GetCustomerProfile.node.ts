import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { credentialTest } from '../shared/api/credential-test';
import { subtitle } from '../shared/parameters/choice';
import { OPERATIONS } from './operations';
import { PARAMETERS } from './parameters';
import { lookUpCustomers } from './run';

export class GetCustomerProfile implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Fashion.AI: Get Customer Profile',
		name: 'getCustomerProfile',
		icon: { light: 'file:../../icons/fashionai.svg', dark: 'file:../../icons/fashionai.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: subtitle('operation', OPERATIONS),
		// n8n offers a trigger only for a node of the same name, and says that there is none: so the description names it.
		description:
			'Get a customer profile: who the customer is, how to talk to them and whether they show new behavior. To start a workflow on new behavior, add Fashion.AI Trigger.',
		defaults: { name: 'Get Customer Profile' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'fashionAiApi', required: true, testedBy: 'fashionAiApi' }],
		properties: PARAMETERS,
	};

	methods = { credentialTest };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await lookUpCustomers(this)];
	}
}
