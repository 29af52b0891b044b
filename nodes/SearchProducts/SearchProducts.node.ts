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
import { search } from './run';

export class SearchProducts implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Fashion.AI: Search Products',
		name: 'searchProducts',
		icon: { light: 'file:../../icons/fashionai.svg', dark: 'file:../../icons/fashionai.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: subtitle('operation', OPERATIONS),
		description: 'Search your shop’s products, and for a chat get their names, prices and images',
		defaults: { name: 'Search Products' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'fashionAiApi', required: true, testedBy: 'fashionAiApi' }],
		properties: PARAMETERS,
	};

	methods = { credentialTest };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await search(this)];
	}
}
