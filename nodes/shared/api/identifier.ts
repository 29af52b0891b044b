import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../http/failure';
import { InvalidInput } from '../values/invalid-input';
import { hasLostDigits, lostDigits } from '../values/ids';
import { emptyTexts, INVISIBLE, MISSING, plainText, shorten, shown, unevaluated } from '../values/text';

/** The four ways in which the API finds a customer (docs/api.md, customer profiling). */
export const IDENTIFIERS = {
	document: { name: 'Document', description: 'CPF, RG or another national ID' },
	email: { name: 'Email', description: 'The email address that your shop has for the customer' },
	phone: { name: 'Phone', description: 'The phone number with its country code' },
	userProfileId: { name: 'User Profile ID', description: 'The ID that Fashion.AI gave the customer' },
};
export type IdentifyBy = keyof typeof IDENTIFIERS;

/** Which customer is meant: the kind of identifier, and its value as it is sent. */
export interface Identifier {
	by: IdentifyBy;
	value: string;
}

/** A key that is the same for every spelling of one customer: email addresses are case-insensitive in practice. */
export function nameOf({ by, value }: Identifier): string {
	return `${by} ${by === 'userProfileId' ? value : value.toLowerCase()}`;
}

/** What is wrong with a value where the description says how to mend it in a node with input items. */
export type Flaw = 'digits' | 'empty' | 'expression' | 'noText' | 'several';

/** An invalid identifier. The texts are for the user; the message does not contain the value. */
export class InvalidIdentifier extends InvalidInput {
	/** `why` is the part of the description that does not quote the value. */
	constructor(
		message: string,
		description: string,
		readonly why = description,
		readonly flaw?: Flaw,
	) {
		super(message, description);
	}
}

const MAX_LENGTH = 512;

/**
 * The identifier in a parameter's value, trimmed, validated and without punctuation: a phone number keeps its digits, a
 * document its letters and digits. Throws `InvalidIdentifier` before any call is made.
 */
export function readIdentifier(by: IdentifyBy, given: unknown): Identifier {
	const value: unknown = Array.isArray(given) && given.length === 1 ? given[0] : given;
	const { name } = IDENTIFIERS[by];
	if (hasLostDigits(value)) throw new InvalidIdentifier(...lostDigits(name, 'is'), undefined, 'digits');
	const texts = unevaluated(name, value);
	if (texts) throw new InvalidIdentifier(...texts, undefined, 'expression');
	const text = plainText(value);
	if (text === undefined) {
		throw refuse(by, value, `It is neither text nor a number. ${ONE_EACH} From an object, drag one field.`, 'noText');
	}
	// Full-width characters become plain ones; an ID stays as it is.
	const typed = (by === 'userProfileId' ? text : text.normalize('NFKC'))
		.replace(INVISIBLE, '')
		.replace(/^\s*[='’]/, '')
		.trim();
	if (typed === '' || MISSING.test(typed)) throw new InvalidIdentifier(...emptyTexts(name), undefined, 'empty');
	if (typed.length > MAX_LENGTH) throw refuse(by, typed, `It has more than ${MAX_LENGTH} characters.`);
	if (typed === '.' || typed === '..') throw refuse(by, typed, 'It consists of dots only.');
	if (by !== 'userProfileId' && HAS_SEVERAL.test(typed)) throw refuse(by, typed, ONE_EACH, 'several');
	if (by !== 'userProfileId' && SHORTENED.test(typed))
		throw refuse(by, typed, 'A spreadsheet has shortened it: format the column as text.');
	if (HAS_UNSENDABLE.test(typed)) throw refuse(by, typed, 'It contains characters that cannot be sent.');
	return { by, value: READ[by](typed) };
}

const HAS_SEVERAL = /@[^@<]*[\s,;|/][^@<]*@|\d{7}\s*[\n,;|/]\s*\+?\d{7}/;
const ONE_EACH = 'Each item looks up one customer: split a list into items first, with Split Out.';

/** A number as a spreadsheet shows a long one. */
const SHORTENED = /^\+?\d[.,]\d+E\+?\d+$/i;

/** Control characters, and lone surrogates, which cannot be encoded. */
const HAS_UNSENDABLE = /[\p{Cc}\p{Cs}]/u;

const EMAIL = /^[^\s@"<>()[\],;|]+@(?:[^\s@"<>()[\],;|.]+\.)+[^\s@"<>()[\],;|.]+$/;

/** What is pasted along with an address: quotes, brackets, what makes it a link, and the end of a sentence or a list. */
const AROUND_EMAIL = /^[\s"'“”‘’<]*(?:mailto:)?|[\s"'“”‘’>.,;]+$/gi;

/** Of a number from a sheet. */
const DECIMALS = /(?<=^\d+)[.,]00?$/;
/** What numbers are written with, every kind of dash included. */
const MARKS = /[\s.\p{Pd}−·/_()]/gu;

const READ: Record<IdentifyBy, (typed: string) => string> = {
	document(typed) {
		const document = typed
			.replace(DECIMALS, '')
			.replace(/^(?:(?:cpf|cnpj|dni|cuit|ru[ct])[\s:./-]*|(?:rg|nif)[\s:.]+)?(?:n[.\s]*[o°][\s.]+)?(?=\d)/i, '')
			.replace(MARKS, '')
			.replaceAll(',', '');
		if (!/^[\p{L}\p{N}]{3,40}$/u.test(document) || !/\p{N}/u.test(document)) {
			throw refuse('document', typed, 'A document has digits and sometimes letters, for example 123.456.789-00.');
		}
		return document;
	},
	email(typed) {
		const address = (/^[^@<>]*<([^<>]+)>\W*$/.exec(typed)?.[1] ?? typed)
			.replace(/(?<=^mailto:.*)\?.*/i, '')
			.replace(AROUND_EMAIL, '');
		if (!EMAIL.test(address)) {
			const kind = /^[\d\s().+-]{8,}$/.test(typed) ? ' For a phone number or a document, change Identify By.' : '';
			throw refuse('email', typed, `An email address looks like name@example.com.${kind}`);
		}
		return address;
	},
	phone(typed) {
		// A zero is dialed within the country only.
		const digits = typed
			.replace(DECIMALS, '')
			.replace(/^(?:tel|whatsapp):|@(?:s\.whatsapp\.net|c\.us)$/gi, '')
			.replace(/\(0(?=\d*\))/, '(')
			.replace(MARKS, '')
			.replace(/^(\+|00)/, '')
			.replace(/^550(?=[1-9]\d{9,10}$)/, '55');
		if (!/^[1-9][0-9]{7,14}$/.test(digits)) {
			throw refuse(
				'phone',
				typed,
				'A phone number begins with its country code and has 8 to 15 digits, for example 5511999998888.',
			);
		}
		return digits;
	},
	userProfileId(typed) {
		if (/\s/.test(typed)) throw refuse('userProfileId', typed, 'An ID has no spaces.');
		return typed;
	},
};

/** Said where it may be the reason: lists often have numbers as they are dialed at home. */
export const COUNTRY_CODE = 'A phone number needs its country code, such as 55 for Brazil.';

/** What may be the reason why no customer has this identifier, as a sentence; nothing where it looks whole. */
export function mayLack(identifier: Identifier): string | undefined {
	if (mayLackCountryCode(identifier)) return COUNTRY_CODE;
	// A CPF or a CNPJ whose leading zeros are missing.
	return identifier.by === 'document' && /^\d{9,10}$|^\d{12,13}$/.test(identifier.value) ? LEADING_ZEROS : undefined;
}

const LEADING_ZEROS = 'A CPF has 11 digits, a CNPJ 14: a spreadsheet drops zeros at their start.';

/** Whether this may be a phone number without its country code: ten digits or fewer, or eleven as those of Brazilian cell phones. */
export function mayLackCountryCode({ by, value }: Identifier): boolean {
	// With 56 begin those of Chile, and with 51 those of Peru, but also those of Porto Alegre.
	return by === 'phone' && /^(?:\d{8,10}|(?!56|519[0-7])[1-9]{2}9\d{8})$/.test(value);
}

function refuse(by: IdentifyBy, value: unknown, why: string, flaw?: Flaw): InvalidIdentifier {
	return new InvalidIdentifier(
		`${IDENTIFIERS[by].name} is not valid`,
		`“${shown(value)}” cannot be used. ${why}`,
		why,
		flaw,
	);
}

/** Who an item is about: the identifier used, and the address if it is one. A profile contains no address. */
export function who({ by, value }: Identifier): IDataObject {
	const address = by === 'email' || by === 'phone' ? { [by]: value } : {};
	return { identifyBy: by, identifier: value, ...address };
}

const NOUN: Record<IdentifyBy, string> = {
	document: 'document',
	email: 'email',
	phone: 'phone',
	userProfileId: 'user profile ID',
};

/** An unknown customer, if that stops the node. The message does not contain the value: n8n rewrites some messages. */
export class UnknownCustomer extends Failure {
	constructor(identifier: Identifier) {
		const { by, value } = identifier;
		const advice = mayLack(identifier);
		const message = `Fashion.AI knows no customer with this ${NOUN[by]}`;
		const description = `“${shorten(value)}” is not known. Check the parameter ${IDENTIFIERS[by].name}, or choose another value in If Not Found.${advice ? ` ${advice}` : ''}`;
		super('invalid', { status: 404 }, { message, description });
	}
}
