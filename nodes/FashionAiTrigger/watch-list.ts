import { readIdentifier, type Identifier, type IdentifyBy, type InvalidIdentifier } from '../shared/identifier/identifier';

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
			invalid.push({ shown: `Entry ${index + 1}: ${description}`, logged: `Entry ${index + 1} of Customers cannot be used. ${why}` });
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
