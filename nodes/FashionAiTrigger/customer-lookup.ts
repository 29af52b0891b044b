import type { IDataObject } from 'n8n-workflow';

import { who } from '../shared/api/identifier';
import { getProfile } from '../shared/api/profile';
import { Failure } from '../shared/http/failure';
import type { Progress, HttpClient } from '../shared/http/http-client';
import { firstFingerprint } from '../shared/moments/fingerprint';
import { type Found, foundIn } from '../shared/profile/customer-profile';
import { writeOutput } from '../shared/profile/outputs';
import type { Judgement } from './events';
import type { Settings, Watched } from './read-parameters';

/** Fetches a watched customer's profile. Returns undefined for an unknown customer; returns a `Failure` rather than throwing it. */
export async function lookUp(
	client: HttpClient,
	{ identifier }: Watched,
	progress?: Progress,
): Promise<Found | Failure | undefined> {
	return await getProfile(client, identifier, progress).then(foundIn).catch(toFailure);
}

/** Turns any error into a `Failure`, so that one odd profile cannot keep the other customers from being looked up. */
export function toFailure(error: unknown): Failure {
	return error instanceof Failure ? error : new Failure('malformed', { unexpected: 'the profile' });
}

/** The output item for a customer: who it is, why it was emitted, and the profile in the chosen output form. */
export function itemOf(
	{ form, rules }: Settings,
	{ identifier }: Watched,
	found: Found,
	news: Judgement['news'],
): IDataObject {
	const profile = writeOutput(form, found, () => firstFingerprint(found.profile, rules.now));
	const told = { ...who(identifier), ...news };
	// First, and not replaced by what a raw profile may have.
	return { ...told, ...profile, ...told };
}
