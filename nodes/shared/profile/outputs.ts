import type { RawProfile } from '../api/profile';
import type { CustomerProfile } from './customer-profile';
import { selectedFields, simplified } from './simplified';

/** The forms of a profile. One table for the interface and the code. */
export const OUTPUTS = {
	simplified: (_raw: RawProfile, profile: CustomerProfile) => simplified(profile),
	raw: (raw: RawProfile) => raw,
	selected: (_raw: RawProfile, profile: CustomerProfile, fields: string[]) => selectedFields(profile, fields),
};
export type OutputForm = keyof typeof OUTPUTS;
