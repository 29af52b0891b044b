import type { IPollFunctions } from 'n8n-workflow';

import { type Identifier, type IdentifyBy, type InvalidIdentifier, readIdentifier } from '../shared/api/identifier';
import type { HttpOptions } from '../shared/http/http-client';
import { type ChoiceParameter, InvalidParameter, readChoice } from '../shared/parameters/choice';
import { readOptions } from '../shared/parameters/parameter-reader';
import { IDENTIFY_BY, readOutput } from '../shared/parameters/profile-parameters';
import { FIRST_LOOK, readTellingOptions, readHttpOptions } from '../shared/parameters/shared-options';
import type { OutputForm } from '../shared/profile/outputs';
import { type EventName, type LookRules, TRIGGER_ON } from './events';

/** One customer of the watch list. */
export interface Watched {
	identifier: Identifier;
	/** Which entry of the list it is, counted from 1: messages name the entry and not the customer. */
	entry: number;
}

/** What is wrong with an entry that cannot be an identifier. */
export interface InvalidEntry {
	/** In words for whoever edits the list: with the value. */
	shown: string;
	/** In words for a log, which is no place for an address that has a slip of the pen in it. */
	logged: string;
}

export interface WatchList {
	customers: Watched[];
	invalid: InvalidEntry[];
}

/**
 * Reads the watch list: text with one customer a line or between commas, or a list from an expression. A customer who is
 * there twice is watched once. Never throws: one bad entry must not keep the others from being looked at.
 */
export function readWatchList(by: IdentifyBy, value: unknown): WatchList {
	const customers = new Map<string, Watched>();
	const invalid: InvalidEntry[] = [];
	for (const [index, written] of entriesOf(value).entries()) {
		try {
			const identifier = readIdentifier(by, written);
			const watched = { identifier, entry: index + 1 };
			if (!customers.has(nameOf(identifier))) customers.set(nameOf(identifier), watched);
		} catch (error) {
			const { description, why } = error as InvalidIdentifier;
			invalid.push({
				shown: `Entry ${index + 1}: ${description}`,
				logged: `Entry ${index + 1} of Customers cannot be used. ${why}`,
			});
		}
	}
	return { customers: [...customers.values()], invalid };
}

/** The same for all ways to write one customer: mail servers take no notice of case. */
export function nameOf({ by, value }: Identifier): string {
	return `${by} ${by === 'email' ? value.toLowerCase() : value}`;
}

function entriesOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.flatMap(entriesOf);
	if (typeof value !== 'string') return value === undefined || value === null ? [] : [value];
	return value.split(/[\n\r,;]+/).filter((entry) => entry.trim() !== '');
}

/** What the user has set. */
export interface Settings {
	triggerOn: EventName;
	watchList: WatchList;
	form: OutputForm;
	rules: LookRules;
	http: HttpOptions;
}

/** Reads the node's parameters. Throws `InvalidParameter` for a value that cannot be used, and where there is nobody to watch. */
export function readSettings(context: IPollFunctions): Settings {
	const read = (name: string, otherwise: unknown): unknown => context.getNodeParameter(name, otherwise);
	const choice = <Name extends string>({ name, displayName, choices, default: standard }: ChoiceParameter<Name>) =>
		readChoice(displayName, choices, read(name, standard));
	const watchList = readWatchList(choice(IDENTIFY_BY), read('customers', ''));
	if (watchList.customers.length === 0) throw nobody(watchList);
	const options = readOptions(read('options', {}));
	return {
		triggerOn: choice(TRIGGER_ON),
		watchList,
		form: readOutput(read),
		rules: { now: Date.now(), firstLook: choice(FIRST_LOOK), ...readTellingOptions(options) },
		http: readHttpOptions(options),
	};
}

function nobody({ invalid }: WatchList): InvalidParameter {
	if (invalid.length === 0)
		return new InvalidParameter('Customers is empty', 'Enter the customers to watch, one per line.');
	return new InvalidParameter('No entry in Customers can be used', invalid.map(({ shown }) => shown).join(' '));
}
