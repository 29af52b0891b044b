import type { IDataObject } from 'n8n-workflow';

import { readAnswer } from '../http/answer';
import { SUPPORT } from '../http/error-texts';
import { Failure } from '../http/failure';
import type { Progress, HttpClient } from '../http/http-client';
import { toId } from '../values/ids';
import { isRecord } from '../values/read-ai-values';
import { custom, looseObject, optional } from '../values/schema';
import { NOTHING } from '../values/text';
import type { Identifier, IdentifyBy } from './identifier';

/** The second-to-last path segment of each of the four calls (docs/api.md, customer profiling). */
const SEGMENT: Record<IdentifyBy, string> = {
	email: 'email',
	phone: 'phone',
	document: 'document',
	userProfileId: 'user-profile-id',
};

/** All that the API promises of the envelope. The content of `profile` was written by an AI; `profile/` reads it. */
const profileAnswer = looseObject({
	// Not zod's `union`, `nullable` and `number`, which would take a hundredth of all that ships.
	userProfileId: optional(
		custom<string | number | null>((id) => id === null || ['string', 'number'].includes(typeof id)),
	),
	// Not zod's `record`: it rejects an object with a key named `constructor`.
	profile: custom<Record<string, unknown>>(isRecord),
});

/** The API's answer as is: Portuguese keys, accents and all. */
export type RawProfile = IDataObject & { profile: IDataObject };

/** What is said of an answer about someone else: used for a message, it would go to the customer with a stranger's looks. */
const OTHER_CUSTOMER = {
	message: 'Fashion.AI answered about another customer',
	description: `The answer has another user profile ID than the requested one and was not used. Check the ID. ${SUPPORT}`,
};

/**
 * Fetches one customer's profile. Returns undefined if Fashion.AI has none. Throws a `Failure`, `malformed` also for a
 * 200 without a profile in it, or with another user profile ID than the requested one (docs/api.md, customer profiling).
 */
export async function getProfile(
	client: HttpClient,
	{ by, value }: Identifier,
	progress?: Progress,
): Promise<RawProfile | undefined> {
	const path = `/api/v1/crm/protected/profile/${SEGMENT[by]}/${encodeURIComponent(value)}`;
	const response = await client.request({ method: 'GET', path, retryPolicy: 'safe' }, progress);
	const answer = readAnswer(response, profileAnswer);
	const id = by === 'userProfileId' ? toId(answer?.userProfileId) : '';
	if (!NOTHING.test(id) && id.toLowerCase() !== value.toLowerCase()) throw new Failure('malformed', {}, OTHER_CUSTOMER);
	return answer as RawProfile | undefined;
}
