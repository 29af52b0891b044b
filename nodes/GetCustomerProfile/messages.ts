import type { IDataObject } from 'n8n-workflow';

import { COUNTRY_CODE, mayLackCountryCode } from '../shared/api/identifier';
import { sentences } from '../shared/http/error-texts';
import { customerEmail, teamEmail } from '../shared/messages/email';
import { hubspotEmail, hubspotProperties, noHubspotProperties } from '../shared/messages/hubspot';
import { type Labels, labelsIn } from '../shared/messages/labels';
import { briefingOf, isEmptyBriefing, isEmptyOffer, offerOf } from '../shared/messages/message';
import { MAX_PRODUCTS, readNamedProducts, readProducts } from '../shared/messages/products';
import { languageOf } from '../shared/messages/profile-language';
import { slackMessage } from '../shared/messages/slack';
import { customerWhatsApp, teamWhatsApp } from '../shared/messages/whatsapp';
import type { CustomerProfile } from '../shared/profile/customer-profile';
import { urlEncoded, webAddress } from '../shared/values/text';
import type { ItemRequest } from './request';

/** How a message operation builds its item: from a profile, or without one for an unknown customer. */
interface MessageOperation {
	/** Undefined if the profile contains nothing to say: then nothing may be sent. */
	build(profile: CustomerProfile, item: ItemRequest, note: Note): IDataObject | undefined;
	notFound(item: ItemRequest): IDataObject;
}

/** Takes what the user should know of an item; empty for nothing. */
export type Note = (text: string) => void;

export const email: MessageOperation = {
	build(profile, item, note) {
		const message = item.audience === 'customer' ? emailToCustomer(profile, item, note) : emailToTeam(profile, item);
		return message && envelope({ ...addressField('email', item), ...message }, item, profile);
	},
	notFound: (item) =>
		envelope({ ...addressField('email', item), subject: '', html: '', text: '', listUnsubscribe: '' }, item),
};

export const hubspot: MessageOperation = {
	build(profile, item, note) {
		note(noteOnAddress('email', item));
		return envelope({ email: hubspotEmail(item.contact.email), ...hubspotProperties(profile) }, item, profile);
	},
	notFound: (item) => envelope({ email: hubspotEmail(item.contact.email), ...noHubspotProperties() }, item),
};

export const slack: MessageOperation = {
	build(profile, item) {
		const labels = labelsFor(profile, item);
		const briefing = briefingOf(profile, item.person, labels);
		if (isEmptyBriefing(briefing)) return undefined;
		return envelope({ ...slackMessage(briefing, recordUrl(profile, item), labels) }, item, profile);
	},
	notFound: (item) => envelope({ text: '', slackBlocks: '' }, item),
};

export const whatsapp: MessageOperation = {
	build(profile, item, note) {
		const message =
			item.audience === 'customer' ? whatsAppToCustomer(profile, item, note) : whatsAppToTeam(profile, item);
		return message && envelope({ ...addressField('phone', item), ...message }, item, profile);
	},
	notFound: (item) =>
		envelope(
			{ ...addressField('phone', item), text: '', templateText1: '', templateText2: '', templateText3: '' },
			item,
		),
};

function emailToTeam(profile: CustomerProfile, item: ItemRequest) {
	const labels = labelsFor(profile, item);
	const briefing = briefingOf(profile, item.person, labels);
	if (isEmptyBriefing(briefing)) return undefined;
	return teamEmail(briefing, readProducts(item.message.products, item.message.rules, labels), labels);
}

function emailToCustomer(profile: CustomerProfile, item: ItemRequest, note: Note) {
	const { includeOpportunities, rules, wording, brand } = item.message;
	const labels = labelsFor(profile, item);
	// Nothing is known to choose by.
	if (isEmptyBriefing(briefingOf(profile, item.person, labels))) return undefined;
	const offer = offerOf(profile, includeOpportunities);
	const { products, ...leftOut } = readNamedProducts(item.message.products, rules, labels);
	if (isEmptyOffer(offer) && products.length === 0) return undefined;
	note(sentences(noteOnProducts(leftOut), noteOnAddress('email', item)));
	return customerEmail(offer, item.person, { products, wording, brand }, labels);
}

function whatsAppToTeam(profile: CustomerProfile, item: ItemRequest) {
	const briefing = briefingOf(profile, item.person, labelsFor(profile, item));
	return isEmptyBriefing(briefing) ? undefined : teamWhatsApp(briefing);
}

function whatsAppToCustomer(profile: CustomerProfile, item: ItemRequest, note: Note) {
	const offer = offerOf(profile, item.message.includeOpportunities);
	if (isEmptyOffer(offer)) return undefined;
	note(noteOnAddress('phone', item));
	return customerWhatsApp(offer, item.person, item.message.wording, labelsFor(profile, item));
}

function labelsFor(profile: CustomerProfile, { labelLanguage }: ItemRequest): Labels {
	return labelsIn(labelLanguage === 'auto' ? languageOf(profile) : labelLanguage);
}

/** The URL of the shop's own customer record, each value encoded as a URL component. */
function recordUrl({ userProfileId }: CustomerProfile, { identifier, message }: ItemRequest): string {
	const url = message.customerUrlTemplate.replace(/\{(identifier|userProfileId)\}/gi, (_, name: string) =>
		urlEncoded(name.toLowerCase() === 'identifier' ? identifier.value : userProfileId),
	);
	return webAddress(url);
}

/** The names of the customer's address and number in an internal message. */
export const INTERNAL_NAME = { email: 'customerEmail', phone: 'customerPhone' };

/**
 * The customer's address. Next to an internal message it gets a name other than the one Send Email and WhatsApp use: a
 * field dragged out of habit must not send the customer an internal note.
 */
function addressField(name: 'email' | 'phone', { audience, contact }: ItemRequest): IDataObject {
	return { [audience === 'customer' ? name : INTERNAL_NAME[name]]: contact[name] };
}

/** Says which products are not shown, and of which something is missing; empty if all are complete. */
function noteOnProducts({
	soldOut,
	nameless,
	people,
	tooMany,
	unpriced,
	barePrices,
	undatedSales,
}: Omit<ReturnType<typeof readNamedProducts>, 'products'>): string {
	const leftOut = (count: number, why: string) =>
		count === 0 ? '' : `${count} ${count === 1 ? 'product' : 'products'} ${why}`;
	return sentences(
		leftOut(soldOut, 'left out as sold out.'),
		leftOut(
			nameless,
			'left out for lack of a name. Products needs names beside the IDs, as in your catalog: drag in a whole list.',
		),
		leftOut(people, 'left out: each is a customer or an order, not a product.'),
		leftOut(tooMany, `left out, since an email shows up to ${MAX_PRODUCTS}.`),
		leftOut(unpriced, 'shown without a price.'),
		barePrices ? 'Prices have no currency: set Currency in Options.' : '',
		undatedSales
			? 'When a promotion ends cannot be read, so its price is not shown: use dates such as 2026-11-30.'
			: '',
	);
}

/** Says that the address of a message is empty or incomplete, which otherwise only the node that sends would; empty if it is not. */
function noteOnAddress(name: 'email' | 'phone', { contact, includeInputFields }: ItemRequest): string {
	if (mayLackCountryCode({ by: name, value: contact[name] }))
		return `phone may lack its country code, and then the message reaches nobody, or a stranger. ${COUNTRY_CODE}`;
	if (contact[name] !== '') return '';
	const why = contact.invalid[name];
	if (why !== undefined) return `${name} is empty, since the input has no valid one. ${why}`;
	const option = includeInputFields ? '' : ', and turn on Options → Include Input Fields';
	return `${name} is empty. Give the input a field named ${name}${option}.`;
}

/** A message's own fields, and whom it is about. */
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
