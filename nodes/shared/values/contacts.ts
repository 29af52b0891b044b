import { plainName, toText } from './read-ai-values';

/** What the name of a field with an address or a number contains. */
const CONTACT = /mail|correo|phone|fone|tele?fon|celular|mobile|movil|whats(?!new)/;
/** An address, or the digits of a number, but not a date. */
const ADDRESS = /@|^(?!\d{4}-\d\d-\d\d|\d\d?\/\d\d?\/\d{4})(\D*\d){8}/;

/** Whether a value may be an email address or a phone number. */
export function isAddress(value: unknown): boolean {
	return ADDRESS.test(toText(value));
}

/** Whether a field is meant for an email address or a phone number. */
export function isContactName(name: string): boolean {
	return CONTACT.test(plainName(name));
}
