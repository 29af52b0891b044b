import type { INodeProperties } from 'n8n-workflow';

import { IDENTIFIERS, type IdentifyBy } from '../identifier/identifier';
import { choiceProperty, type ChoiceParameter } from './choice';

/** By what a customer is known. */
export const IDENTIFY_BY: ChoiceParameter<IdentifyBy> = {
	name: 'identifyBy',
	displayName: 'Identify By',
	choices: IDENTIFIERS,
	default: 'email',
};

export const identifyBy = choiceProperty(IDENTIFY_BY, { description: 'How to identify the customer' });

/** The ways to say which customer is meant. One of the four fields shows at a time. */
export const identifierParameters: INodeProperties[] = [
	identifyBy,
	{
		displayName: 'Document',
		name: 'document',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 123.456.789-00',
		description: 'The national ID of the customer. Dots, dashes and spaces are ignored.',
		displayOptions: { show: { identifyBy: ['document'] } },
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. nathan@example.com',
		description: 'The email address of the customer',
		displayOptions: { show: { identifyBy: ['email'] } },
	},
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +55 11 99999-8888',
		description: 'The phone number of the customer with its country code. Spaces, dashes and parentheses are ignored.',
		displayOptions: { show: { identifyBy: ['phone'] } },
	},
	{
		displayName: 'User Profile ID',
		name: 'userProfileId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. ddsd23223',
		description: 'The ID that Fashion.AI gave the customer, as in the field userProfileId of an earlier result',
		displayOptions: { show: { identifyBy: ['userProfileId'] } },
	},
];
