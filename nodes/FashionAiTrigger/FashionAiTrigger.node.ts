import {
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { credentialTest } from '../shared/api/credential-test';
import { subtitle } from '../shared/parameters/choice';
import { EVENTS } from './events';
import { PARAMETERS } from './parameters';
import { poll } from './run';

export class FashionAiTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Fashion.AI Trigger',
		name: 'fashionAiTrigger',
		icon: { light: 'file:../../icons/fashionai.svg', dark: 'file:../../icons/fashionai.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: subtitle('triggerOn', EVENTS),
		description: 'Starts the workflow when a customer shows new behavior, or when a purchase moment or profile changes',
		defaults: { name: 'Fashion.AI Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'fashionAiApi', required: true, testedBy: 'fashionAiApi' }],
		properties: PARAMETERS,
	};

	methods = { credentialTest };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
