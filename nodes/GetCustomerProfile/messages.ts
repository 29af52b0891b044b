import type { IDataObject } from 'n8n-workflow';

import { isEmptyProfile, type CustomerProfile } from '../shared/profile/customer-profile';
import { customerEmail, teamEmail } from '../shared/profile/email';
import { hubspotEmail, hubspotProperties, noHubspotProperties } from '../shared/profile/hubspot';
import { isEmptyOffer, offerOf } from '../shared/profile/offer';
import { slackMessage } from '../shared/profile/slack';
import { customerWhatsApp, teamWhatsApp } from '../shared/profile/whatsapp';
import type { ItemParameters } from './item-parameters';

/** How a message operation makes its item: from a profile, or without one where there is no such customer. */
interface MessageOperation {
	/** Undefined where the profile gives nothing to say: then nothing may go out. */
	build(profile: CustomerProfile, item: ItemParameters): IDataObject | undefined;
	notFound(item: ItemParameters): IDataObject;
}

export const email: MessageOperation = {
	build(profile, item) {
		if (isEmptyProfile(profile)) return undefined;
		const message = item.audience === 'customer' ? emailToCustomer(profile, item) : teamEmail(profile, item.person, item.products, item.labels);
		return message && envelope({ email: item.contact('email'), ...message }, item, profile);
	},
	notFound: (item) => envelope({ email: item.contact('email'), subject: '', html: '', text: '' }, item),
};

export const hubspot: MessageOperation = {
	build: (profile, item) => envelope({ email: hubspotEmail(item.contact('email')), ...hubspotProperties(profile) }, item, profile),
	notFound: (item) => envelope({ email: hubspotEmail(item.contact('email')), ...noHubspotProperties() }, item),
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
		return message && envelope({ phone: item.contact('phone'), ...message }, item, profile);
	},
	notFound: (item) =>
		envelope({ phone: item.contact('phone'), text: '', templateText1: '', templateText2: '', templateText3: '' }, item),
};

function emailToCustomer(profile: CustomerProfile, { person, products, labels }: ItemParameters) {
	const offer = offerOf(profile);
	if (isEmptyOffer(offer) && products.length === 0) return undefined;
	return customerEmail(offer, person, products, labels);
}

function whatsAppToCustomer(profile: CustomerProfile, { person, labels }: ItemParameters) {
	const offer = offerOf(profile);
	return isEmptyOffer(offer) ? undefined : customerWhatsApp(offer, person, labels);
}

/** A message's own fields, and beside them whom it is about. */
function envelope(own: IDataObject, { identifier }: ItemParameters, profile?: CustomerProfile): IDataObject {
	return {
		found: profile !== undefined,
		...own,
		userProfileId: profile?.userProfileId ?? '',
		newBehavior: profile?.newBehavior ?? false,
		identifyBy: identifier.by,
		identifier: identifier.value,
	};
}
