import type { Identifier } from '../shared/api/identifier';
import { getProfile } from '../shared/api/profile';
import { Failure } from '../shared/http/failure';
import type { HttpClient } from '../shared/http/http-client';
import { type Found, foundIn } from '../shared/profile/customer-profile';

/** Fetches one customer's profile in one run. Fashion.AI generates it afresh on every call, so a second one is made only if needed. */
export class ProfileSource {
	private first: Promise<Found | undefined> | undefined;
	private second: Promise<Found | undefined> | undefined;

	constructor(
		private readonly client: HttpClient,
		readonly identifier: Identifier,
	) {}

	/** The profile, shared by all items of the customer; undefined for one unknown to Fashion.AI. Throws a `Failure`. */
	async fetch(): Promise<Found | undefined> {
		return await (this.first ??= this.lookUp());
	}

	/**
	 * A second lookup, shared by all items that ask for one; undefined where it fails: the first one was answered, and what it showed
	 * waits for the next run. Throws a `Failure` only if the execution was stopped.
	 */
	async fetchAgain(): Promise<Found | undefined> {
		return await (this.second ??= this.lookUp().catch((error: unknown) => {
			if (error instanceof Failure && error.kind === 'cancelled') throw error;
			return undefined;
		}));
	}

	private async lookUp(): Promise<Found | undefined> {
		return foundIn(await getProfile(this.client, this.identifier));
	}
}
