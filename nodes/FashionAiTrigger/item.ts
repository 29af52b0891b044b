import type { IDataObject } from 'n8n-workflow';

import { who } from '../shared/identifier/who';
import { writeOutput } from '../shared/profile/outputs';
import type { Judgement } from './events';
import type { Found } from './look-up';
import type { Settings } from './settings';
import type { Watched } from './watch-list';

/** The item that tells of a customer: who it is, why it came, and the profile in the form that was chosen. */
export function itemOf({ form }: Settings, { identifier }: Watched, { raw, profile }: Found, news: Judgement['news']): IDataObject {
	return { ...who(identifier), ...news, ...writeOutput(form, raw, profile) };
}
