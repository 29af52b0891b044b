import type { IDataObject } from 'n8n-workflow';

import { decide } from '../shared/moments/decide';
import { readFingerprint, type Unreadable, writeFingerprint } from '../shared/moments/fingerprint';
import type { Found } from '../shared/profile/customer-profile';
import type { ProfileSource } from './profile-source';
import type { ItemRequest } from './request';

/** The result of comparing a customer with the known fingerprint. */
export interface Compared {
	isNew: boolean;
	/** Why nothing is new, which leaves the customer out without Include Unchanged. */
	why: 'firstLook' | 'quiet' | 'unconfirmed' | 'unchanged';
	/** To be written back to the user's store. */
	momentFingerprint: string;
	/** The profile that the decision is based on. */
	fetched: Found;
	/** For the user: why the known fingerprint could not be used; empty if there was nothing wrong. */
	note: string;
}

const NOTES: Record<Unreadable, string> = {
	empty: '',
	damaged: 'the known fingerprint is damaged or not a fingerprint, so this counted as the first lookup.',
	otherVersion:
		'the known fingerprint was written by another version of this node, so this counted as the first lookup.',
	otherType: 'the known fingerprint belongs to another kind of comparison, so this counted as the first lookup.',
};

/**
 * Compares a customer with the fingerprint from the user's own store, and looks them up a second time if something seems new.
 * Where that fails, the fingerprint holds what the first lookup saw, and a later one confirms it. Throws a `Failure` if the
 * execution was stopped.
 */
export async function compare(
	first: Found,
	source: ProfileSource,
	{ knownFingerprint, rules }: ItemRequest,
): Promise<Compared> {
	const { kept, reason } = readFingerprint(knownFingerprint, rules.event);
	let fetched = first;
	let decision = decide(kept, fetched.profile, rules);
	const second = decision.verdict === 'perhaps' ? await source.fetchAgain() : undefined;
	if (second) {
		decision = decide(decision.keep, second.profile, rules, first.profile);
		if (decision.verdict !== 'perhaps') fetched = second;
	}
	return {
		isNew: decision.verdict === 'new',
		why:
			reason !== undefined && rules.firstLook === 'remember'
				? 'firstLook'
				: decision.reason === 'quiet'
					? 'quiet'
					: decision.verdict === 'perhaps'
						? 'unconfirmed'
						: 'unchanged',
		momentFingerprint: writeFingerprint(decision.keep, rules.event),
		fetched,
		note: reason ? NOTES[reason] : '',
	};
}

/** Adds the result of the comparison to an item. For HubSpot, the fingerprint becomes a contact property as well. */
export function withFingerprint(
	item: IDataObject,
	{ operation }: ItemRequest,
	{ isNew, momentFingerprint }: Compared,
): IDataObject {
	const property = operation === 'hubspot' ? { fashionai_moment_fingerprint: momentFingerprint } : {};
	return { ...item, ...property, isNew, momentFingerprint };
}
