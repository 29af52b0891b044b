import type { RawProfile } from '../api/profile';
import type { CustomerProfile } from './customer-profile';
import { selectedFields, simplified, type SelectableField } from './simplified';

/** The forms of a profile. One table for the interface and the code. */
export const OUTPUTS = {
	simplified: {
		name: 'Simplified',
		description: 'The fields most automations need, with English names',
		write: (_raw: RawProfile, profile: CustomerProfile) => simplified(profile),
	},
	raw: {
		name: 'Raw',
		description: 'The API response as is, with its Portuguese field names',
		// A copy: two items of one customer are two, and a later node may change one. n8n's own takes a key `__proto__` for the prototype.
		write: (raw: RawProfile) => JSON.parse(JSON.stringify(raw)) as RawProfile,
	},
	selected: {
		name: 'Selected Fields',
		description: 'Only the fields you choose',
		write: (_raw: RawProfile, profile: CustomerProfile, fields: SelectableField[]) => selectedFields(profile, fields),
	},
};
export type OutputName = keyof typeof OUTPUTS;

/** In what form a profile comes. `fields` counts with `selected` alone. */
export interface OutputForm {
	output: OutputName;
	fields: SelectableField[];
}

/** A profile in the form that was chosen. */
export function writeOutput({ output, fields }: OutputForm, raw: RawProfile, profile: CustomerProfile) {
	return OUTPUTS[output].write(raw, profile, fields);
}
