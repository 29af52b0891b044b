import type { IDataObject } from 'n8n-workflow';

import type { RawProfile } from '../api/profile';
import { isRecord } from '../values/read-ai-values';
import type { CustomerProfile, Found } from './customer-profile';

type ProfileField = keyof CustomerProfile;

/** The nine fields of the Simplified output besides `found`, in order. n8n allows at most ten. */
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

/** The fields offered by Selected Fields. */
export const SELECTABLE = {
	campaignGuidance: { name: 'Campaign Guidance' },
	contentHooks: { name: 'Content Hooks' },
	description: { name: 'Description' },
	momentFingerprint: { name: 'Moment Fingerprint' },
	momentSummary: { name: 'Moment Summary' },
	newBehavior: { name: 'New Behavior' },
	occasions: { name: 'Occasions' },
	opportunities: { name: 'Opportunities' },
	recentNavigation: { name: 'Recent Navigation' },
	relationToHistory: { name: 'Relation to History' },
	style: { name: 'Style' },
	toneOfVoice: { name: 'Tone of Voice' },
	visualDirection: { name: 'Visual Direction' },
} satisfies Partial<Record<ProfileField | 'momentFingerprint', { name: string }>>;
export type SelectableField = keyof typeof SELECTABLE;

/** The Simplified output: `found` and nine fields, each always of the same type. */
export function simplified(profile: CustomerProfile): IDataObject {
	return { found: true, ...Object.fromEntries(SIMPLIFIED.map((field) => [field, copyOf(profile[field])])) };
}

/** The Selected Fields output: the chosen fields, and always `found` and `userProfileId`, as n8n requires for AI tools. */
export function selectedFields(
	profile: CustomerProfile,
	fields: SelectableField[],
	fingerprint: () => string,
): IDataObject {
	const inOrder = (Object.keys(SELECTABLE) as SelectableField[]).filter((field) => fields.includes(field));
	const read = (field: SelectableField | 'userProfileId') =>
		field === 'momentFingerprint' ? fingerprint() : copyOf(profile[field]);
	const entries = (['userProfileId', ...inOrder] as const).map((field) => [field, read(field)] as const);
	return { found: true, ...Object.fromEntries(entries) };
}

/** A later node may modify one of several items of the same customer. Five times as fast as `structuredClone`. */
function copyOf<T>(value: T): T {
	if (Array.isArray(value)) return value.map(copyOf) as T;
	if (!isRecord(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)])) as T;
}

/** The output forms of a profile. The one table behind both the interface and the code. */
export const OUTPUTS = {
	simplified: {
		name: 'Simplified',
		description: 'The fields most automations need, with English names',
		write: ({ profile }: Found) => simplified(profile),
	},
	raw: {
		name: 'Raw',
		description: 'The API response as is, with its Portuguese field names',
		// A copy, since a later node may modify one of several items of the same customer. n8n's own deepCopy sets the prototype for a key `__proto__`.
		write: ({ raw }: Found) => JSON.parse(JSON.stringify(raw)) as RawProfile,
	},
	selected: {
		name: 'Selected Fields',
		description: 'Only the fields you choose',
		write: ({ profile }: Found, fields: SelectableField[], fingerprint: () => string) =>
			selectedFields(profile, fields, fingerprint),
	},
};
export type OutputName = keyof typeof OUTPUTS;

/** The output form of a profile. `fields` is used only with `selected`. */
export interface OutputForm {
	output: OutputName;
	fields: SelectableField[];
}

/** A profile in the form that was chosen. `fingerprint` gives that of its moment, where it is among the fields. */
export function writeOutput({ output, fields }: OutputForm, found: Found, fingerprint: () => string): IDataObject {
	return OUTPUTS[output].write(found, fields, fingerprint);
}
