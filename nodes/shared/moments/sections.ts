import type { CustomerProfile } from '../profile/customer-profile';
import { checksum, digitsFor, Reader, toDigits } from './bits';
import { compareMoments, lookAtMoment, MOMENT_SIZE, STANDS_AFTER, type Comparison } from './decide';
import { HOUR_BITS, isDaysLater, toHours } from './hours';
import { IDENTITY_BITS, keptOf, likeness, lookAt, moved, PRODUCTS, type Kept, type Look } from './likeness';
import { NO_CODE } from './words';

/** The parts of a profile that are compared each by itself, and how many words are kept of each. */
const SIZES = { moment: MOMENT_SIZE, style: 16, occasions: 16, guidance: 14, hooks: 12 } as const;
export type Section = keyof typeof SIZES;
const SECTIONS = Object.keys(SIZES) as readonly Section[];

/** What the moment alone has products for. */
const productsOf = (section: Section) => (section === 'moment' ? PRODUCTS : 0);

/** What is kept of one part: what it was about when a change was told last, or when it was seen first. */
interface KeptSection extends Kept {
	/** The text that seemed to be another one and was not confirmed; 0 for none. */
	pending: number;
}

/** What is kept of a profile. Times are hours since 2020, see hours.ts. */
export interface KeptProfile {
	sections: Readonly<Record<Section, KeptSection>>;
	/** When a change was told last; 0 for never. */
	toldAt: number;
	/** Since when a part awaits its confirmation; 0 while none does. */
	pendingSince: number;
}

export interface ProfileRules {
	/** The time of the look, in epoch ms. */
	now: number;
	/** What a first look does that shows new behavior. */
	firstLook: 'remember' | 'emit';
	/** At most one telling in so many days; 0 is off. */
	quietPeriod: number;
}

export interface ProfileDecision {
	/** As in decide.ts: `perhaps` asks for a second look in the same run. */
	verdict: 'same' | 'new' | 'perhaps';
	reason: 'changed' | 'firstLook' | 'known' | 'quiet';
	/** The parts that are told as changed, in the order of `SECTIONS`; with a first look none. */
	changed: Section[];
	keep: KeptProfile;
}

/** Below this likeness a part is another one: parts of a few words share less with their own rewording than a moment does. */
const SAME_FROM: Readonly<Record<Exclude<Section, 'moment'>, number>> = {
	style: 0.17,
	occasions: 0.17,
	guidance: 0.12,
	hooks: 0.1,
};
/** Below this share of it a part is another one by so much that the same text twice will do. */
const CLEARLY = 0.7;
/** A text of one word tells something: a tone of voice may be one. */
const FEWEST = 1;

/**
 * Whether a profile changed, and in which parts. Each part is compared with what was told of it, moves with its rewordings,
 * and awaits its own confirmation. Knows no clock, no store and no chance. Never throws.
 */
export function decideProfile(
	kept: KeptProfile | undefined,
	profile: CustomerProfile,
	rules: ProfileRules,
): ProfileDecision {
	const now = toHours(rules.now);
	const looks = looksAt(profile);
	if (!kept) return decideFirst(looks, profile.newBehavior, rules, now);
	const isQuiet = kept.toldAt > 0 && !isDaysLater(kept.toldAt, now, rules.quietPeriod);
	const stands = kept.pendingSince > 0 && isDaysLater(kept.pendingSince, now, STANDS_AFTER);
	const judged = SECTIONS.map((section) => ({
		section,
		...judge(section, kept.sections[section], looks[section], { isQuiet, stands }),
	}));
	const changed = judged.filter(({ verdict }) => verdict === 'new').map(({ section }) => section);
	const keep: KeptProfile = {
		sections: Object.fromEntries(judged.map(({ section, after }) => [section, after])) as Record<Section, KeptSection>,
		toldAt: changed.length > 0 ? now : kept.toldAt,
		pendingSince: judged.some(({ after }) => after.pending !== 0) ? kept.pendingSince || now : 0,
	};
	if (changed.length > 0) return { verdict: 'new', reason: 'changed', changed, keep };
	const waits = judged.some(({ verdict }) => verdict === 'perhaps');
	if (!waits) return { verdict: 'same', reason: 'known', changed, keep };
	return isQuiet
		? { verdict: 'same', reason: 'quiet', changed, keep }
		: { verdict: 'perhaps', reason: 'changed', changed, keep };
}

function decideFirst(
	looks: Record<Section, Look>,
	shows: boolean,
	{ firstLook }: ProfileRules,
	now: number,
): ProfileDecision {
	const tell = firstLook === 'emit' && shows;
	const sections = Object.fromEntries(
		SECTIONS.map((section) => [section, { ...keptOf(looks[section], SIZES[section]), pending: 0 }]),
	) as unknown as Record<Section, KeptSection>;
	return {
		verdict: tell ? 'new' : 'same',
		reason: 'firstLook',
		changed: [],
		keep: { sections, toldAt: tell ? now : 0, pendingSince: 0 },
	};
}

function judge(
	section: Section,
	kept: KeptSection,
	look: Look,
	{ isQuiet, stands }: { isQuiet: boolean; stands: boolean },
): { verdict: 'same' | 'new' | 'perhaps'; after: KeptSection } {
	const size = SIZES[section];
	// A part that came back empty is one that the AI left out this time.
	if (look.all.size < FEWEST) return { verdict: 'same', after: kept };
	const { isSame, isClear } = compare(section, kept, look);
	if (kept.words.length === 0 || isSame) return { verdict: 'same', after: { ...moved(kept, look, size), pending: 0 } };
	// 0 stands for nothing pending.
	const identity = look.identity || 1;
	const waiting: KeptSection = { ...kept, pending: kept.pending || identity };
	const confirmed = !isQuiet && kept.pending !== 0 && (kept.pending !== identity || isClear || stands);
	return confirmed
		? { verdict: 'new', after: { ...keptOf(look, size), pending: 0 } }
		: { verdict: 'perhaps', after: waiting };
}

function compare(section: Section, kept: Kept, look: Look): Comparison {
	if (section === 'moment') return compareMoments(kept, look);
	const { alike } = likeness(kept, look, SIZES[section]);
	return { isSame: alike >= SAME_FROM[section], isClear: alike < SAME_FROM[section] * CLEARLY };
}

function looksAt(profile: CustomerProfile): Record<Section, Look> {
	const { occasions } = profile;
	return {
		moment: lookAtMoment(profile),
		style: lookAt(texts(profile.style, profile.description)),
		occasions: lookAt([
			...texts(
				occasions.map(({ occasion }) => occasion).join(' . '),
				occasions.flatMap(({ look }) => look).join(' . '),
			),
			{ text: occasions.map(({ persona }) => persona).join(' . '), weight: 0.5 },
		]),
		guidance: lookAt(
			texts(profile.toneOfVoice.join(' . '), profile.visualDirection.join(' . '), profile.campaignGuidance.join(' . ')),
		),
		hooks: lookAt(texts(profile.contentHooks.join(' . '))),
	};
}

function texts(...all: string[]) {
	return all.map((text) => ({ text, weight: 1 }));
}

const HEAD = 'Pb';
const CHECKSUM = 4;
const CODE = 2;
const HOURS = digitsFor(HOUR_BITS);
const IDENTITY = digitsFor(IDENTITY_BITS);

/** So many characters hold a profile: always the same number. */
export const PROFILE_LENGTH =
	HEAD.length +
	2 * HOURS +
	SECTIONS.reduce((sum, section) => sum + IDENTITY + (productsOf(section) + SIZES[section]) * CODE, 0) +
	CHECKSUM;

/** What is kept, as `PROFILE_LENGTH` characters of A–Z, a–z, 0–9, - and _, without personal data. */
export function writeProfile({ sections, toldAt, pendingSince }: KeptProfile): string {
	const parts = SECTIONS.map((section) => {
		const { words, products, pending } = sections[section];
		return toDigits(pending, IDENTITY) + writeCodes(products, productsOf(section)) + writeCodes(words, SIZES[section]);
	});
	const body = HEAD + toDigits(toldAt, HOURS) + toDigits(pendingSince, HOURS) + parts.join('');
	return body + toDigits(checksum(body), CHECKSUM);
}

/** `NO_CODE` stands where there are fewer than there is room for. */
function writeCodes(codes: readonly number[], count: number): string {
	return Array.from({ length: count }, (_, at) => toDigits(codes[at] ?? NO_CODE, CODE)).join('');
}

function readCodes(reader: Reader, count: number): number[] {
	return Array.from({ length: count }, () => reader.number(CODE)).filter((code) => code !== NO_CODE);
}

/** Reads what `writeProfile` wrote. Gives undefined for anything else, whatever the value; never throws. */
export function readKeptProfile(value: unknown): KeptProfile | undefined {
	if (typeof value !== 'string' || value.length !== PROFILE_LENGTH || !value.startsWith(HEAD)) return undefined;
	const body = value.slice(0, -CHECKSUM);
	if (value.slice(-CHECKSUM) !== toDigits(checksum(body), CHECKSUM)) return undefined;
	const reader = new Reader(body.slice(HEAD.length));
	const toldAt = reader.number(HOURS);
	const pendingSince = reader.number(HOURS);
	const sections = Object.fromEntries(
		SECTIONS.map((section) => {
			const pending = reader.number(IDENTITY);
			const products = readCodes(reader, productsOf(section));
			return [section, { pending, products, words: readCodes(reader, SIZES[section]) }];
		}),
	) as unknown as Record<Section, KeptSection>;
	return { sections, toldAt, pendingSince };
}
