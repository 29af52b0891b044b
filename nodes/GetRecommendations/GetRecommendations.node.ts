import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { credentialTest } from '../shared/api/credential-test';
import { subtitle } from '../shared/parameters/choice';
import { FIRST_NAME, FIRST_VERSION, RECOMMENDATIONS, VERSION } from './operations';
import { PARAMETERS } from './parameters';
import { recommend } from './run';

export class GetRecommendations implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Fashion.AI: Get Recommendations',
		name: 'getRecommendations',
		icon: { light: 'file:../../icons/fashionai.svg', dark: 'file:../../icons/fashionai.dark.svg' },
		group: ['input'],
		version: [FIRST_VERSION, VERSION],
		subtitle: subtitle('operation', RECOMMENDATIONS, FIRST_NAME),
		description: 'Get product recommendations: which products to show a customer next',
		defaults: { name: 'Get Recommendations' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'fashionAiApi', required: true, testedBy: 'fashionAiApi' }],
		properties: PARAMETERS,
	};

	methods = { credentialTest };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await recommend(this)];
	}
}
