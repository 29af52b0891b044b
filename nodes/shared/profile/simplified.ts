import type { IDataObject } from 'n8n-workflow';

import type { CustomerProfile } from './customer-profile';

type ProfileField = keyof CustomerProfile;

/** The ten fields of the Simplified output beside `found`, in their order. n8n's rule: at most ten for people and AI agents. */
const SIMPLIFIED = [
	'userProfileId',
	'newBehavior',
	'momentSummary',
	'opportunities',
	'description',
	'style',
	'occasions',
	'toneOfVoice',
	'contentHooks',
] as const satisfies ProfileField[];

/** What Selected Fields offers: the simplified ones and the four that are left out there. */
export const SELECTABLE: { field: ProfileField; name: string }[] = [
	{ field: 'campaignGuidance', name: 'Campaign Guidance' },
	{ field: 'contentHooks', name: 'Content Hooks' },
	{ field: 'description', name: 'Description' },
	{ field: 'momentSummary', name: 'Moment Summary' },
	{ field: 'newBehavior', name: 'New Behavior' },
	{ field: 'occasions', name: 'Occasions' },
	{ field: 'opportunities', name: 'Opportunities' },
	{ field: 'recentNavigation', name: 'Recent Navigation' },
	{ field: 'relationToHistory', name: 'Relation to History' },
	{ field: 'style', name: 'Style' },
	{ field: 'toneOfVoice', name: 'Tone of Voice' },
	{ field: 'visualDirection', name: 'Visual Direction' },
];

/** The Simplified output: `found` and nine fields, lists always lists, text always text. */
export function simplified(profile: CustomerProfile): IDataObject {
	return pick(profile, SIMPLIFIED);
}

/** The Selected Fields output: the chosen fields, and always `found` and `userProfileId` (n8n's rule for AI tools). */
export function selectedFields(profile: CustomerProfile, fields: string[]): IDataObject {
	const chosen = SELECTABLE.map(({ field }) => field).filter((field) => fields.includes(field));
	return pick(profile, ['userProfileId', ...chosen]);
}

function pick(profile: CustomerProfile, fields: readonly ProfileField[]): IDataObject {
	const entries = fields.map((field) => [field, profile[field]] as const);
	return { found: true, ...Object.fromEntries(entries) };
}
