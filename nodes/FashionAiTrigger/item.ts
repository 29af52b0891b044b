import type { IDataObject } from 'n8n-workflow';

import type { RawProfile } from '../shared/api/profile';
import { who } from '../shared/identifier/who';
import type { CustomerProfile } from '../shared/profile/customer-profile';
import { writeOutput } from '../shared/profile/outputs';
import type { Settings } from './settings';
import type { Watched } from './watch-list';

/** The item that tells of a customer: who it is, and the profile in the form that was chosen. */
export function itemOf(
	{ form }: Settings,
	{ identifier }: Watched,
	raw: RawProfile,
	profile: CustomerProfile,
): IDataObject {
	return { ...who(identifier), ...writeOutput(form, raw, profile) };
}
