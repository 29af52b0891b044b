import { readIdentifier, type Identifier, type IdentifyBy } from '../shared/identifier/identifier';
import { explainAny } from '../shared/items/node-error';

/** One customer of the watch list. */
export interface Watched {
	identifier: Identifier;
	/** Which entry of the list it is, counted from 1: messages name the entry and not the customer. */
	entry: number;
}

export interface WatchList {
	customers: Watched[];
	/** What is wrong with each entry that cannot be an identifier, in words for the user. */
	invalid: string[];
}

/**
 * Reads the watch list: text with one customer a line or between commas, or a list from an expression. A customer who is
 * there twice is watched once. Never throws: one bad entry must not keep the others from being looked at.
 */
export function readWatchList(by: IdentifyBy, value: unknown): WatchList {
	const customers = new Map<string, Watched>();
	const invalid: string[] = [];
	for (const [index, written] of entriesOf(value).entries()) {
		try {
			const identifier = readIdentifier(by, written);
			const watched = { identifier, entry: index + 1 };
			if (!customers.has(nameOf(identifier))) customers.set(nameOf(identifier), watched);
		} catch (error) {
			invalid.push(`Entry ${index + 1}: ${explainAny(error).description}`);
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
