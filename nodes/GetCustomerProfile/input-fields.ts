import type { IDataObject } from 'n8n-workflow';

import { isAddress, isContactName } from '../shared/values/contacts';
import { isRecord, MAX_DEPTH, plainName } from '../shared/values/read-ai-values';
import { MESSAGES } from './choices';
import { INTERNAL_NAME } from './messages';
import type { ItemRequest } from './request';

/** The names, plain, under which a send node or a shop's data holds an address or a number; others hold the team's own. */
const RECIPIENT =
	/jid$|chatid|recipient|destinata|msisdn|contact$|contac?tos?$|contac?to?s?(d[aeo])?(client|customer)|^((send|sent|reply)?to|b?cc(list)?|para|login|user(name)?|numero|contacts|sms|destination)$/;
/** Short ones are words of their own: others contain them, such as cell or zapato. */
const RECIPIENT_WORD = /^(tel|cel|zap|wa)$/i;
/** What the name of such a field of the team starts or ends with: a whole word, since a `storefrontEmail` is a customer's. */
const OF_TEAM =
	/^(from|sender|seller|sales|vendedora?|team|equipe|equipo|manager|gerente|owner|staff|store|loja|shop|stylist|tienda|consultora?|assignee|agente?|supplier|fornecedora?)$/i;
/** Between the words of a name. */
const WORDS = /(?<=\p{Ll})(?=\p{Lu})|\P{L}+/u;
const OF_CUSTOMER = /client|customer|user|usuari|shopper|buyer|comprador/;

/**
 * The output with the input's fields added. The input never overwrites our fields. Its `error` is not copied, since n8n treats an
 * item with that key as failed; nor, for an internal message, are the fields that hold the customer's address or number, at any
 * depth: a field dragged out of habit must not send the customer an internal note.
 */
export function withInputFields(
	output: IDataObject,
	input: IDataObject,
	{ operation, audience }: Pick<ItemRequest, 'operation' | 'audience'>,
): IDataObject {
	const isInternal = MESSAGES.includes(operation) && audience === 'team';
	const fields = (isInternal ? withoutRecipients(input) : input) as IDataObject;
	const added = Object.entries(fields).filter(([key]) => !Object.hasOwn(output, key) && key.toLowerCase() !== 'error');
	return { ...output, ...Object.fromEntries(added) };
}

/** `within` is the name of the field that holds the value, such as WooCommerce's `billing`. */
function withoutRecipients(value: unknown, within = '', level = 0): unknown {
	if (Array.isArray(value)) return value.map((entry) => withoutRecipients(entry, within, level + 1));
	// A date has no fields of its own.
	if (!isRecord(value) || 'toJSON' in value || level > MAX_DEPTH) return value;
	const kept = Object.entries(value).filter(([name, held]) => !isRecipient(name, held, within));
	return Object.fromEntries(kept.map(([name, held]) => [name, withoutRecipients(held, name, level + 1)]));
}

function isRecipient(name: string, value: unknown, within: string): boolean {
	return (
		(isContactName(within + name) ||
			RECIPIENT.test(plainName(within + name)) ||
			name.split(WORDS).some((word) => RECIPIENT_WORD.test(word))) &&
		isAddress(value) &&
		!isOfTeam(name, within) &&
		!Object.values(INTERNAL_NAME).includes(name)
	);
}

/** By the first or the last word of a name, or of that which it is within: `store.email`. */
function isOfTeam(name: string, within: string): boolean {
	const ends = [within, name].map((one) => one.trim().split(WORDS)).flatMap((words) => [words[0], words.at(-1)]);
	return ends.some((word) => OF_TEAM.test(word ?? '')) && !OF_CUSTOMER.test(plainName(within + name));
}
