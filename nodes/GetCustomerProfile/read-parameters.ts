import type { IDataObject } from 'n8n-workflow';

import { type Identifier, InvalidIdentifier, readIdentifier } from '../shared/api/identifier';
import { hasMergeTag } from '../shared/messages/escaping';
import { customerName } from '../shared/messages/message';
import { readChoice } from '../shared/parameters/choice';
import { evaluated, optionalText, type ParameterReader, readSwitch } from '../shared/parameters/parameter-reader';
import { IDENTIFY_BY, readOutput } from '../shared/parameters/profile-parameters';
import { FIRST_LOOK, readReportingOptions } from '../shared/parameters/shared-options';
import { field } from '../shared/values/read-ai-values';
import { AUDIENCE, EMIT, ifNotFound, LABEL_LANGUAGE, MESSAGES, WITH_AUDIENCE } from './choices';
import { OPERATION, OPERATIONS } from './operations';
import { readMessage } from './read-message';
import type { ItemRequest } from './request';

/** An expression of several fields has these words for a missing one, and nobody is called so in small letters. */
const UNRESOLVED = /\b(null|undefined)\b(?![^{]*\})/g;
/** More than any message shows of a name. */
const MAX_NAME = 1_000;

/**
 * Reads one item's parameters, before any call is made. Hidden parameters are not read: their expressions may not evaluate.
 * `now` is the time of the run (epoch ms). Throws `InvalidParameter` or `InvalidIdentifier`.
 */
export function readItem(parameters: ParameterReader, item: number, input: IDataObject, now: number): ItemRequest {
	const read = (name: string, fallback: unknown) => parameters.read(name, item, fallback);
	const by = parameters.choice(IDENTIFY_BY, item);
	const identifier = readIdentifier(by, read(by, ''));
	const operation = parameters.choice(OPERATION, item);
	const options = parameters.options(item);
	const includeInputFields = readSwitch('Include Input Fields', options.includeInputFields);
	const emit = parameters.choice(EMIT, item);
	const audience = WITH_AUDIENCE.includes(operation) ? parameters.choice(AUDIENCE, item) : AUDIENCE.default;
	return {
		operation,
		identifier,
		form: operation === 'get' ? readOutput(read) : { output: 'simplified', fields: [] },
		emit,
		ifNotFound: parameters.choice(ifNotFound(OPERATIONS[operation].ifNotFound), item),
		audience,
		person: {
			name: MESSAGES.includes(operation) ? nameIn(parameters, item) : '',
			identifier: identifier.value,
		},
		labelLanguage: MESSAGES.includes(operation) ? readLabelLanguage(parameters, item, options) : LABEL_LANGUAGE.default,
		message: readMessage(operation, audience, read, options, parameters.zone),
		includeInputFields,
		rules: {
			event: 'newBehavior',
			now,
			firstLook: emit === 'changedSince' ? parameters.choice(FIRST_LOOK, item) : FIRST_LOOK.default,
			...readReportingOptions(options),
		},
		knownFingerprint: emit === 'changedSince' ? evaluated('Known Fingerprint', read('knownFingerprint', '')) : '',
		includeUnchanged: readSwitch('Include Unchanged', options.includeUnchanged),
		forgetSeen: emit === 'newlyDetected' && readSwitch('Forget What Was Seen', options.forgetSeen),
		contact: contactOf(identifier, includeInputFields ? input : {}),
	};
}

/** A mail service fills in the merge tags in a name: the marketer's, but not one that customers typed where they were asked for their names. */
function nameIn(parameters: ParameterReader, item: number): string {
	const text = parameters.read('customerName', item, '');
	const name = optionalText('Customer Name', text).slice(0, MAX_NAME).replace(UNRESOLVED, '');
	const greeted = customerName(name);
	return hasMergeTag(greeted) && !parameters.isOwnText('customerName', greeted) ? '' : name;
}

/** The language that is chosen, or else the one that the first release stored among the options. */
function readLabelLanguage(
	parameters: ParameterReader,
	item: number,
	{ labelLanguage: first = LABEL_LANGUAGE.default }: Record<string, unknown>,
): ItemRequest['labelLanguage'] {
	const chosen = parameters.choice(LABEL_LANGUAGE, item);
	return chosen === LABEL_LANGUAGE.default
		? readChoice(LABEL_LANGUAGE.displayName, LABEL_LANGUAGE.choices, first)
		: chosen;
}

/** As lists in Brazil and elsewhere call it. */
const PHONE_NAMES = ['phone', 'celular', 'mobile', 'telefone', 'telefono', 'whatsapp'];

/** The identifier itself if it is an address or number, else the input field of that name, in any case, if these are included. */
function contactOf({ by, value }: Identifier, input: IDataObject): ItemRequest['contact'] {
	const invalid: ItemRequest['contact']['invalid'] = {};
	const read = (name: 'email' | 'phone') => {
		if (by === name) return value;
		const given = field(input, ...(name === 'phone' ? PHONE_NAMES : [name])) ?? '';
		// Most items have none, and an error with its stack for each would be the most expensive step of reading an item.
		if (typeof given === 'boolean' || (typeof given === 'string' && given.trim() === '')) return '';
		try {
			return readIdentifier(name, given).value;
		} catch (error) {
			if (error instanceof InvalidIdentifier) invalid[name] = error.why;
			return '';
		}
	};
	return { email: read('email'), phone: read('phone'), invalid };
}
