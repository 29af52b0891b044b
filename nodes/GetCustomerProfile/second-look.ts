import type { IDataObject } from 'n8n-workflow';

import type { Identifier } from '../shared/api/identifier';
import type { HttpClient } from '../shared/http/http-client';
import { decide } from '../shared/moments/decide';
import { readFingerprint, type Unreadable, writeFingerprint } from '../shared/moments/fingerprint';
import { type Found, lookUpProfile } from '../shared/profile/customer-profile';
import type { ItemRequest } from './request';

/** The looks at one customer in one run: Fashion.AI writes each anew, so none is asked for without need. */
export class Looks {
	private second: Promise<Found | undefined> | undefined;

	constructor(
		private readonly client: HttpClient,
		readonly identifier: Identifier,
	) {}

	/** The profile; undefined for a customer whom Fashion.AI does not know. Throws a `Failure`. */
	async look(): Promise<Found | undefined> {
		return await lookUpProfile(this.client, this.identifier);
	}

	/** A second look, the same for everyone who asks for one. Throws a `Failure`. */
	async again(): Promise<Found | undefined> {
		return await (this.second ??= this.look());
	}
}

/** What the comparison of a customer with the fingerprint that the user kept has given. */
export interface Compared {
	isNew: boolean;
	/** To be written back to where the known one came from. */
	momentFingerprint: string;
	/** The look that decided. */
	look: Found;
	/** Why the known fingerprint counted as none, where that should not be; in words for the user. */
	note: string | undefined;
}

const NOTES: Record<Unreadable, string | undefined> = {
	empty: undefined,
	damaged: 'the known fingerprint is damaged or is none, so this counted as a first look.',
	otherVersion: 'the known fingerprint was written by another version of this node, so this counted as a first look.',
	otherType: 'the known fingerprint belongs to another kind of comparison, so this counted as a first look.',
};

/**
 * Compares a customer with what the user's own store kept of them, and looks a second time where something seems new.
 * Throws a `Failure` where the second look does not succeed.
 */
export async function compare(first: Found, looks: Looks, { knownFingerprint, rules }: ItemRequest): Promise<Compared> {
	const { kept, reason } = readFingerprint(knownFingerprint, rules.event);
	let look = first;
	let decision = decide(kept, look.profile, rules);
	const second = decision.verdict === 'perhaps' ? await looks.again() : undefined;
	if (second) {
		look = second;
		decision = decide(decision.keep, look.profile, rules, first.profile);
	}
	return {
		isNew: decision.verdict === 'new',
		momentFingerprint: writeFingerprint(decision.keep, rules.event),
		look,
		note: reason && NOTES[reason],
	};
}

/** An item with what the comparison has given; HubSpot gets the fingerprint as a property as well. */
export function withFingerprint(
	item: IDataObject,
	{ operation }: ItemRequest,
	{ isNew, momentFingerprint }: Compared,
): IDataObject {
	const property = operation === 'hubspot' ? { fashionai_moment_fingerprint: momentFingerprint } : {};
	return { ...item, ...property, isNew, momentFingerprint };
}
