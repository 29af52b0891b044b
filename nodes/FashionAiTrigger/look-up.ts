import { getProfile } from '../shared/api/profile';
import { readProfile, type CustomerProfile } from '../shared/profile/customer-profile';
import type { RawProfile } from '../shared/api/profile';
import { Failure } from '../shared/transport/failure';
import type { Progress, Transport } from '../shared/transport/transport';
import type { Watched } from './watch-list';

/** A customer's profile, as it came and as it is read. */
export interface Found {
	raw: RawProfile;
	profile: CustomerProfile;
}

/** Asks for a watched customer's profile. Gives undefined for an unknown one, and a `Failure` instead of throwing it. */
export async function lookUp(transport: Transport, { identifier }: Watched, progress?: Progress): Promise<Found | Failure | undefined> {
	try {
		const raw = await getProfile(transport, identifier, progress);
		return raw && { raw, profile: readProfile(raw) };
	} catch (error) {
		return toFailure(error);
	}
}

/** Whatever one customer's profile does to the code that reads it, the others are still to be looked at. */
export function toFailure(error: unknown): Failure {
	return error instanceof Failure ? error : new Failure('malformed', { said: 'the profile' });
}
