import type { IPollFunctions } from 'n8n-workflow';

import {
	type Flaw,
	type Identifier,
	type IdentifyBy,
	type InvalidIdentifier,
	nameOf,
	readIdentifier,
} from '../shared/api/identifier';
import type { HttpOptions } from '../shared/http/http-client';
import { type ChoiceParameter, InvalidParameter, readChoice } from '../shared/parameters/choice';
import { readOptions } from '../shared/parameters/parameter-reader';
import { IDENTIFY_BY, readOutput } from '../shared/parameters/profile-parameters';
import { FIRST_LOOK, readReportingOptions, readHttpOptions } from '../shared/parameters/shared-options';
import type { OutputForm } from '../shared/profile/outputs';
import { MAX_DEPTH, parseList, unquoted } from '../shared/values/ids';
import { isRecord } from '../shared/values/read-ai-values';
import { shown } from '../shared/values/text';
import { type EventName, type JudgementRules, TRIGGER_ON } from './events';

/** One customer of the watch list. */
export interface Watched {
	identifier: Identifier;
	/** The position in the list, counted from 1: messages name the entry, not the customer. */
	entry: number;
}

/** What is wrong with an entry that is not a valid identifier. */
export interface InvalidEntry {
	/** For the person editing the list: includes the value. */
	shown: string;
	/** For the log: without the value, which may be a mistyped address. */
	logged: string;
}

/** The entries of the parameter Customers: whom to watch, and which of them name nobody. */
export interface WatchList {
	customers: Watched[];
	invalid: InvalidEntry[];
}

/** What to do about an entry: a trigger has neither items nor earlier nodes, of which the texts of an identifier speak. */
const ADVICE: Record<Flaw, string> = {
	digits: 'n8n drops digits of so long a number: write it in quotes.',
	empty: 'It stands for an empty value.',
	expression: 'Switch Customers from Fixed to Expression.',
	noText: 'Customers takes a list of texts, not of objects.',
	several: 'Write one customer per line, or separate them with commas.',
};

/**
 * Reads the watch list: text with customers separated by line breaks, tabs or commas, also in quotes, or a list from an expression, of
 * texts or of objects with nothing else in them, also as JSON text. Duplicates are dropped. Never throws: one bad entry must not keep the others from being watched.
 */
export function readWatchList(by: IdentifyBy, value: unknown): WatchList {
	const customers = new Map<string, Watched>();
	const invalid: InvalidEntry[] = [];
	for (const [index, written] of watchedIn(by, value).entries()) {
		const entry = index + 1;
		try {
			const identifier = readIdentifier(by, written);
			if (!customers.has(nameOf(identifier))) customers.set(nameOf(identifier), { identifier, entry });
		} catch (error) {
			const { flaw, why } = error as InvalidIdentifier;
			const said = `cannot be used. ${flaw ? ADVICE[flaw] : why}`;
			invalid.push({
				shown: `Entry ${entry}: “${shown(written)}” ${said}`,
				logged: `Entry ${entry} of Customers ${said}`,
			});
		}
	}
	return { customers: [...customers.values()], invalid };
}

/** Also a space or a bar between two addresses: an ID may hold a bar, and an address have a name before it. Looks behind only where one is. */
const SEPARATORS = /[\n\r\t,;，；、]+|\s\|\s|[\s|](?<=@[^\s@|]+.)[\s|]*(?=[^\s<@|]+@)/;

function watchedIn(by: IdentifyBy, value: unknown): unknown[] {
	return [parseList(value)].flat(MAX_DEPTH).flatMap((given) => {
		const entry = isRecord(given) && Object.keys(given).join() === by ? given[by] : given;
		if (typeof entry !== 'string') return entry ?? [];
		return entry
			.split(SEPARATORS)
			.map(unquoted)
			.filter((part) => part !== '');
	});
}

/** The node's parameters. */
export interface Settings {
	triggerOn: EventName;
	watchList: WatchList;
	form: OutputForm;
	rules: JudgementRules;
	http: HttpOptions;
}

/** Reads the node's parameters. Throws `InvalidParameter` for an unusable value, or if there is nobody to watch. */
export function readSettings(context: IPollFunctions): Settings {
	const read = (name: string, fallback: unknown): unknown => context.getNodeParameter(name, fallback);
	const choice = <Name extends string>({ name, displayName, choices, default: standard }: ChoiceParameter<Name>) =>
		readChoice(displayName, choices, read(name, standard));
	const watchList = readWatchList(choice(IDENTIFY_BY), read('customers', ''));
	if (watchList.customers.length === 0) throw nobody(watchList);
	const options = readOptions(read('options', {}));
	return {
		triggerOn: choice(TRIGGER_ON),
		watchList,
		form: readOutput(read),
		rules: { now: Date.now(), firstLook: choice(FIRST_LOOK), ...readReportingOptions(options) },
		http: readHttpOptions(options),
	};
}

function nobody({ invalid }: WatchList): InvalidParameter {
	if (invalid.length === 0)
		return new InvalidParameter('Customers is empty', 'Enter the customers to watch, one per line.');
	return new InvalidParameter('No entry in Customers can be used', invalid.map(({ shown }) => shown).join(' '));
}
