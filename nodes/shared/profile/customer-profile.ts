import type { RawProfile } from '../api/profile';
import { toId } from '../values/ids';
import { KEYS, occasionName, part, partsIn, type Part } from './profile-parts';
import {
	holdsSomething,
	isRecord,
	MAX_LIST,
	opened,
	plainName,
	toFlag,
	toRecord,
	toText,
	toTextList,
} from '../values/read-ai-values';
import { NOTHING } from '../values/text';
import { isPieceAlone } from './clothes-words';
import { isOccasionName, refusesPieces } from './look-labels';
import { readLooks } from './looks';
import { NOTES } from './unwanted-pieces';

export interface Occasion {
	occasion: string;
	persona: string;
	look: string[];
}

/**
 * A profile with English field names, every field of the declared type. The names are those of the Simplified output;
 * the values stay in the language in which Fashion.AI wrote them.
 */
export interface CustomerProfile {
	userProfileId: string;
	newBehavior: boolean;
	momentSummary: string;
	opportunities: string[];
	description: string;
	style: string;
	occasions: Occasion[];
	/** The pieces of each look, and nothing else that may be written with them: what a customer may see. */
	looks: string[][];
	toneOfVoice: string[];
	contentHooks: string[];
	visualDirection: string[];
	campaignGuidance: string[];
	recentNavigation: string[];
	relationToHistory: string;
}

/** Parses the API's answer, tolerating whatever the AI made of the documented types. Never throws. */
export function readProfile(raw: RawProfile): CustomerProfile {
	const profile = toRecord(raw.profile);
	const customer = sectionOf(profile, 'customer', 'description');
	const briefing = sectionOf(profile, 'briefing', 'campaignGuidance');
	const moment = sectionOf(profile, 'moment', 'momentSummary');
	const named = occasionsIn(part('occasions', profile));
	let looks: string[][] | undefined;
	return {
		userProfileId: idIn(raw.userProfileId),
		newBehavior: toFlag(part('newBehavior', moment, profile)),
		momentSummary: toText(part('momentSummary', moment, profile)),
		opportunities: toTextList(part('opportunities', moment, profile)),
		description: toText(part('description', customer, profile)),
		style: toText(part('style', customer, profile)),
		occasions: readOccasions(entriesOf(named)),
		toneOfVoice: toTextList(part('toneOfVoice', briefing, profile)),
		contentHooks: toTextList(part('contentHooks', profile, briefing)),
		// The rest is read where it is shown: most items have no use for it, and nothing takes longer than looks.
		get looks() {
			const wanted = named.filter(({ name }) => name === '' || !refusesPieces(name));
			const others = this.occasions.flatMap(({ occasion, persona }) => [occasion, persona]);
			const texts = [this.description, this.style, this.momentSummary, ...others];
			return (looks ??= readLooks(entriesOf(wanted), texts));
		},
		get visualDirection() {
			return toTextList(part('visualDirection', briefing, profile));
		},
		get campaignGuidance() {
			return toTextList(part('campaignGuidance', briefing, profile));
		},
		get recentNavigation() {
			return toTextList(part('navigation', moment, profile));
		},
		get relationToHistory() {
			return toText(part('relationToHistory', moment, profile));
		},
	};
}

/** What stands for no ID would be the same customer everywhere. */
function idIn(value: unknown): string {
	const id = toId(value);
	return NOTHING.test(id) || /^[0-]$/.test(id) ? '' : id;
}

/** A customer's profile: the raw API response and the parsed form. */
export interface Found {
	raw: RawProfile;
	profile: CustomerProfile;
}

/** A customer in the API's answer; undefined where Fashion.AI has no profile of them. Never throws. */
export function foundIn(raw: RawProfile | undefined): Found | undefined {
	return raw && { raw, profile: readProfile(raw) };
}

/**
 * A section, merged from all its names: one half may be under the Portuguese name, the other under the English one. A
 * text in its place is its main part.
 */
function sectionOf(profile: Record<string, unknown>, name: Part, main: Part): Record<string, unknown> {
	const [first = {}, ...others] = partsIn(name, profile).flatMap((held): Record<string, unknown>[] =>
		isText(held) ? [{ [KEYS[main][0] ?? '']: held }] : [opened(held)].flat().map(toRecord),
	);
	if (others.length === 0) return first;
	const entries = [...others, first].flatMap((record) => Object.entries(record));
	return Object.fromEntries(entries.filter(([, value]) => holdsSomething(value)));
}

/** Whether a value is text, or a list of it, other than JSON. */
function isText(value: unknown): boolean {
	return typeof value === 'string'
		? !/^\s*[[{]|\{\s*"/.test(value) && !NOTHING.test(value)
		: Array.isArray(value) && !value.some(isRecord);
}

const REMARKS = new RegExp(`^(?:${NOTES})`);

/** Occasions, and the name that they have in the place of one. */
interface NamedOccasions {
	name: string;
	entries: unknown[];
}

function entriesOf(named: NamedOccasions[]): unknown[] {
	return named.flatMap(({ entries }) => entries).slice(0, MAX_LIST);
}

/** The occasions as a list, also where the AI wrote its JSON text, a single one, or an object of them, or of their looks, by name. */
function occasionsIn(value: unknown): NamedOccasions[] {
	const written = opened(value);
	if (Array.isArray(written))
		return written.slice(0, MAX_LIST).map((entry: unknown) => ({
			name: '',
			entries:
				Array.isArray(entry) && entry.every(isRecord) ? entry : [typeof entry === 'string' ? withLook(entry) : entry],
		}));
	if (!isRecord(written)) return [{ name: '', entries: [toText(written)] }];
	const isSingle = (['occasion', 'persona', 'look'] as const).some((name) => part(name, written) !== undefined);
	if (isSingle) return [{ name: '', entries: [written] }];
	const named = Object.entries(written)
		.slice(0, MAX_LIST)
		.map(([name, held]) => [name, opened(held)] as const)
		// Any other text may be about the customer, such as what they have.
		.filter(([name, held]) =>
			typeof held === 'string'
				? isOccasionName(name) && !NOTHING.test(held)
				: typeof held === 'object' && holdsSomething(held),
		);
	// A list or text beside records is none of them, such as one of remarks.
	const areLooks = named.every(([, held]) => !isRecord(held));
	return named
		.filter(([name]) => !REMARKS.test(plainName(name)))
		.map(([name, held]) => {
			const occasion = name.replaceAll('_', ' ');
			if (isRecord(held)) return { name, entries: [{ occasion, ...held }] };
			if (Array.isArray(held) && held.every(isRecord) && held.some((one) => part('occasion', one) !== undefined))
				return { name, entries: held };
			return { name, entries: areLooks ? [{ occasion, look: held }] : [] };
		});
}

/** An occasion written as one text: “Trabalho: camisa branca, calça preta”. */
function withLook(text: string): unknown {
	const [, occasion = '', look = ''] = /^([^:\n]{1,40}): (.*)$/s.exec(text) ?? [];
	const isLook = look.split(/[,+]/).every((piece) => isPieceAlone(piece.trim()));
	return isOccasionName(occasion) && isLook ? { occasion, look } : text;
}

function readOccasions(entries: unknown[]): Occasion[] {
	return entries
		.map(readOccasion)
		.filter(({ occasion, persona, look }) => occasion + persona !== '' || look.length > 0);
}

function readOccasion(value: unknown): Occasion {
	const record = toRecord(value);
	if (Object.keys(record).length === 0) return { occasion: toText(value), persona: '', look: [] };
	return {
		occasion: occasionName(record),
		persona: toText(part('persona', record)),
		look: toTextList(part('look', record)),
	};
}
