import type { IDataObject } from 'n8n-workflow';

import type { RawProfile } from '../shared/api/profile';
import { firstFingerprint } from '../shared/moments/fingerprint';
import type { ChoiceParameter } from '../shared/parameters/choice';
import type { CustomerProfile } from '../shared/profile/customer-profile';
import { writeOutput } from '../shared/profile/outputs';
import type { IfNotFound, OperationName } from './choices';
import { email, hubspot, type Note, slack, whatsapp } from './messages';
import type { ItemRequest } from './request';

/** One entry of the Operation list: its texts in n8n, and what it builds from a profile. */
interface Operation {
	name: string;
	action: string;
	description: string;
	/** The default of If Not Found. */
	ifNotFound: IfNotFound;
	/** Undefined if the profile contains nothing to say. */
	build(profile: CustomerProfile, item: ItemRequest, note: Note, raw: RawProfile): IDataObject | undefined;
	notFound(item: ItemRequest): IDataObject;
}

/** In the order of their names. */
export const OPERATIONS = {
	get: {
		name: 'Get Profile',
		action: 'Get customer profile',
		description: 'Look up who a customer is, how to talk to them and whether they show new behavior',
		ifNotFound: 'item',
		build: (profile, { form, rules }, _note, raw) =>
			writeOutput(form, { raw, profile }, () => firstFingerprint(profile, rules.now)),
		notFound: ({ identifier: { by, value } }) => ({ found: false, identifyBy: by, identifier: value }),
	},
	hubspot: {
		name: 'Prepare HubSpot Contact',
		action: 'Prepare HubSpot contact',
		description: 'Turn the profile into contact properties, ready for the HubSpot node',
		ifNotFound: 'skip',
		...hubspot,
	},
	email: {
		name: 'Write Email',
		action: 'Write email to or about customer',
		description: 'Write a subject, HTML and text, ready for the Send Email, Gmail or Outlook node',
		ifNotFound: 'skip',
		...email,
	},
	slack: {
		name: 'Write Slack Briefing',
		action: 'Write Slack briefing about customer',
		description: 'Write blocks and text, ready for the Slack node',
		ifNotFound: 'skip',
		...slack,
	},
	whatsapp: {
		name: 'Write WhatsApp Message',
		action: 'Write WhatsApp message to or about customer',
		description: 'Write text and template variables, ready for the WhatsApp node',
		ifNotFound: 'skip',
		...whatsapp,
	},
} satisfies Record<OperationName, Operation>;

export const OPERATION: ChoiceParameter<OperationName> = {
	name: 'operation',
	displayName: 'Operation',
	choices: OPERATIONS,
	default: 'get',
};

/** An entry of the table, typed as the general `Operation`. */
export function operationOf(name: OperationName): Operation {
	return OPERATIONS[name];
}
