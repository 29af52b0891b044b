import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import type { RawProfile } from '../shared/api/profile';
import type { CustomerProfile } from '../shared/profile/customer-profile';
import { OUTPUTS } from '../shared/profile/outputs';
import type { ItemParameters } from './item-parameters';
import { email, hubspot, slack, whatsapp } from './messages';

/** One entry of the Operation list: what n8n shows of it, and what it makes of a profile. */
interface Operation {
	name: string;
	action: string;
	description: string;
	/** Which If Not Found holds until the user chooses. */
	ifNotFound: IfNotFound;
	/** Undefined where the profile gives nothing to say. */
	build(profile: CustomerProfile, item: ItemParameters, raw: RawProfile): IDataObject | undefined;
	notFound(item: ItemParameters): IDataObject;
}

export const IF_NOT_FOUND = ['item', 'skip', 'stop'] as const;
export type IfNotFound = (typeof IF_NOT_FOUND)[number];

export type Audience = 'team' | 'customer';

/** In the order of their names. */
export const OPERATIONS = {
	get: {
		name: 'Get',
		action: 'Get a customer profile',
		description: 'Get who a customer is, how to talk to them and whether they show new behavior',
		ifNotFound: 'item',
		build: (profile, { output, fields }, raw) => OUTPUTS[output](raw, profile, fields),
		notFound: ({ identifier: { by, value } }) => ({ found: false, identifyBy: by, identifier: value }),
	},
	hubspot: {
		name: 'Prepare HubSpot Contact',
		action: 'Prepare a HubSpot contact',
		description: 'Get the profile as contact properties that the HubSpot node takes as they are',
		ifNotFound: 'skip',
		...hubspot,
	},
	email: {
		name: 'Write Email',
		action: 'Write an email about a customer',
		description: 'Write a subject, HTML and text that Send Email, Gmail and Outlook take as they are',
		ifNotFound: 'skip',
		...email,
	},
	slack: {
		name: 'Write Slack Briefing',
		action: 'Brief the team in Slack',
		description: 'Write blocks and a text that the Slack node takes as they are',
		ifNotFound: 'skip',
		...slack,
	},
	whatsapp: {
		name: 'Write WhatsApp Message',
		action: 'Write a WhatsApp message',
		description: 'Write a text and template variables that the WhatsApp node takes as they are',
		ifNotFound: 'skip',
		...whatsapp,
	},
} satisfies Record<string, Operation>;
export type OperationName = keyof typeof OPERATIONS;

/** A fresh list at every call: n8n adds "Custom API Call" to the options that it is given. */
export function operationOptions(): INodePropertyOptions[] {
	return Object.entries(OPERATIONS).map(([value, { name, action, description }]) => ({ name, value, action, description }));
}

/** The customers that go on. One table for the interface and the code. */
export const EMIT = {
	all: () => true,
	newBehavior: (profile: CustomerProfile) => profile.newBehavior,
	/** Those who were told before are left out at the end, all at once. */
	newlyDetected: (profile: CustomerProfile) => profile.newBehavior,
};
export type Emit = keyof typeof EMIT;
