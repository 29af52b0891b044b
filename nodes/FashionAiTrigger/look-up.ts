import { getProfile, type RawProfile } from '../shared/api/profile';
import { Failure } from '../shared/transport/failure';
import type { Transport } from '../shared/transport/transport';
import type { Watched } from './watch-list';

/** Asks for a watched customer's profile. Gives undefined for an unknown one, and a `Failure` instead of throwing it. */
export async function lookUp(transport: Transport, { identifier }: Watched): Promise<RawProfile | Failure | undefined> {
	return await getProfile(transport, identifier).catch((error: unknown) =>
		error instanceof Failure ? error : Promise.reject(error),
	);
}
