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
export const SELECTABLE = {
	campaignGuidance: { name: 'Campaign Guidance' },
	contentHooks: { name: 'Content Hooks' },
	description: { name: 'Description' },
	momentSummary: { name: 'Moment Summary' },
	newBehavior: { name: 'New Behavior' },
	occasions: { name: 'Occasions' },
	opportunities: { name: 'Opportunities' },
	recentNavigation: { name: 'Recent Navigation' },
	relationToHistory: { name: 'Relation to History' },
	style: { name: 'Style' },
	toneOfVoice: { name: 'Tone of Voice' },
	visualDirection: { name: 'Visual Direction' },
} satisfies Partial<Record<ProfileField, { name: string }>>;
export type SelectableField = keyof typeof SELECTABLE;

/** The Simplified output: `found` and nine fields, lists always lists, text always text. */
export function simplified(profile: CustomerProfile): IDataObject {
	return pick(profile, SIMPLIFIED);
}

/** The Selected Fields output: the chosen fields, and always `found` and `userProfileId` (n8n's rule for AI tools). */
export function selectedFields(profile: CustomerProfile, fields: SelectableField[]): IDataObject {
	const inOrder = (Object.keys(SELECTABLE) as SelectableField[]).filter((field) => fields.includes(field));
	return pick(profile, ['userProfileId', ...inOrder]);
}

function pick(profile: CustomerProfile, fields: readonly ProfileField[]): IDataObject {
	const entries = fields.map((field) => [field, profile[field]] as const);
	return { found: true, ...Object.fromEntries(entries) };
}
