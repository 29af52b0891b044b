import type { IDataObject } from 'n8n-workflow';

import { isEmptyProfile, type CustomerProfile } from '../shared/profile/customer-profile';
import { customerEmail, teamEmail } from '../shared/profile/email';
import { hubspotEmail, hubspotProperties, noHubspotProperties } from '../shared/profile/hubspot';
import { isEmptyOffer, offerOf } from '../shared/profile/offer';
import { slackMessage } from '../shared/profile/slack';
import { customerWhatsApp, teamWhatsApp } from '../shared/profile/whatsapp';
import type { ItemRequest } from './read-item';

/** How a message operation makes its item: from a profile, or without one where there is no such customer. */
interface MessageOperation {
	/** Undefined where the profile gives nothing to say: then nothing may go out. */
	build(profile: CustomerProfile, item: ItemRequest): IDataObject | undefined;
	notFound(item: ItemRequest): IDataObject;
}

export const email: MessageOperation = {
	build(profile, item) {
		if (isEmptyProfile(profile)) return undefined;
		const message = item.audience === 'customer' ? emailToCustomer(profile, item) : teamEmail(profile, item.person, item.products, item.labels);
		return message && envelope({ ...address('email', item), ...message }, item, profile);
	},
	notFound: (item) => envelope({ ...address('email', item), subject: '', html: '', text: '' }, item),
};

export const hubspot: MessageOperation = {
	build: (profile, item) => envelope({ email: hubspotEmail(item.contact.email), ...hubspotProperties(profile) }, item, profile),
	notFound: (item) => envelope({ email: hubspotEmail(item.contact.email), ...noHubspotProperties() }, item),
};

export const slack: MessageOperation = {
	build(profile, item) {
		if (isEmptyProfile(profile)) return undefined;
		return envelope({ ...slackMessage(profile, item.person, item.labels) }, item, profile);
	},
	notFound: (item) => envelope({ text: '', slackBlocks: '' }, item),
};

export const whatsapp: MessageOperation = {
	build(profile, item) {
		if (isEmptyProfile(profile)) return undefined;
		const message = item.audience === 'customer' ? whatsAppToCustomer(profile, item) : teamWhatsApp(profile, item.person, item.labels);
		return message && envelope({ ...address('phone', item), ...message }, item, profile);
	},
	notFound: (item) =>
		envelope({ ...address('phone', item), text: '', templateText1: '', templateText2: '', templateText3: '' }, item),
};

function emailToCustomer(profile: CustomerProfile, { person, products, labels }: ItemRequest) {
	const offer = offerOf(profile);
	if (isEmptyOffer(offer) && products.length === 0) return undefined;
	return customerEmail(offer, person, products, labels);
}

function whatsAppToCustomer(profile: CustomerProfile, { person, labels }: ItemRequest) {
	const offer = offerOf(profile);
	return isEmptyOffer(offer) ? undefined : customerWhatsApp(offer, person, labels);
}

/**
 * The customer's address under the name that Send Email and WhatsApp take, and under another one beside what only the team
 * may read: a field that is dragged out of habit must not send the customer an internal note.
 */
function address(name: 'email' | 'phone', { audience, contact }: ItemRequest): IDataObject {
	return { [audience === 'customer' ? name : TEAMS_NAME[name]]: contact[name] };
}

const TEAMS_NAME = { email: 'customerEmail', phone: 'customerPhone' };

/** What of the input must not come along beside a message, for the same reason. */
export function leftOutOfInput({ operation, audience }: ItemRequest): string[] {
	const isInternal = audience === 'team' && (operation === 'email' || operation === 'whatsapp');
	return isInternal ? Object.keys(TEAMS_NAME) : [];
}

/** A message's own fields, and beside them whom it is about. */
function envelope(own: IDataObject, { identifier }: ItemRequest, profile?: CustomerProfile): IDataObject {
	return {
		found: profile !== undefined,
		...own,
		userProfileId: profile?.userProfileId ?? '',
		newBehavior: profile?.newBehavior ?? false,
		identifyBy: identifier.by,
		identifier: identifier.value,
	};
}
