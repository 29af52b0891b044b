import type { CustomerProfile } from '../profile/customer-profile';
import { checksum, CHECKSUM, HOURS, isDaysLater, isQuiet, Reader, toDigits, toHours } from './encoding';
import {
	agree,
	baselineOf,
	compareMoments,
	MOMENT_SIZE,
	readMoment,
	STANDS_AFTER,
	type Comparison,
	type MomentRules,
	type Verdict,
} from './decide';
import {
	IDENTITY,
	keep,
	learn,
	PRODUCTS,
	readLook,
	saysTooLittle,
	similarity,
	type Kept,
	type Look,
} from './similarity';
import { CODE, NO_CODE, PRODUCT } from './keywords';
import { NOTHING } from '../values/text';

/** The sections of a profile, each compared by itself, and the number of keywords kept of each. */
const SIZES = { moment: MOMENT_SIZE, style: 16, occasions: 16, guidance: 14, hooks: 12 } as const;
export type Section = keyof typeof SIZES;
const SECTIONS = Object.keys(SIZES) as readonly Section[];

/** Only the moment has products. */
const productsOf = (section: Section) => (section === 'moment' ? PRODUCTS : 0);

/** What is kept of a section: what it was about when a change was last reported, or when it was first seen. */
interface KeptSection extends Kept {
	/** The text that seemed different but was not confirmed; 0 for none. */
	pending: number;
}

/** What is kept of a profile. Times are hours since 2020, see encoding.ts. */
export interface KeptProfile {
	sections: Readonly<Record<Section, KeptSection>>;
	/** When a change was last reported; 0 for never. */
	reportedAt: number;
	/** Since when a section has been waiting for confirmation; 0 while none is. */
	pendingSince: number;
}

/** As `MomentRules`, for whole profiles. */
export type ProfileRules = Omit<MomentRules, 'event' | 'tellAgainAfter'>;

export interface ProfileDecision {
	/** As in decide.ts: `perhaps` asks for a second look in the same run. */
	verdict: Verdict;
	reason: 'changed' | 'firstLook' | 'known' | 'quiet';
	/** The sections reported as changed, in the order of `SECTIONS`. */
	changed: Section[];
	keep: KeptProfile;
}

/** From this similarity up a section is the same: short ones share less with their own rewording than a moment does. */
const SAME_FROM: Readonly<Record<Exclude<Section, 'moment'>, number>> = {
	style: 0.17,
	occasions: 0.17,
	guidance: 0.12,
	hooks: 0.1,
};
/** Below this share of it a section differs so much that the same text twice is proof enough. */
const CLEARLY = 0.7;

/**
 * Decides whether a profile changed, and in which sections. Each section is compared by itself, learns from its own rewordings
 * and waits for its own confirmation. Pure: no clock, no storage, no randomness. Never throws.
 *
 * @param doubted the first look of this run, when this is the second
 */
export function decideProfile(
	kept: KeptProfile | undefined,
	profile: CustomerProfile,
	rules: ProfileRules,
	doubted?: CustomerProfile,
): ProfileDecision {
	const now = toHours(rules.now);
	const looks = readSections(profile);
	const doubts = doubted && readSections(doubted);
	if (!kept) return decideFirst(looks, profile.newBehavior, rules, now);
	const quiet = isQuiet(kept.reportedAt, now, rules.quietPeriod);
	const stands = kept.pendingSince > 0 && isDaysLater(kept.pendingSince, now, STANDS_AFTER);
	const judged = SECTIONS.map((section) => {
		const before = kept.sections[section];
		const result = judge(section, before, looks[section], { stands, doubted: doubts?.[section] });
		// As in decide.ts: confirmed all the same.
		if (quiet && result.verdict === 'new')
			return { section, verdict: 'quiet' as const, after: { ...before, pending: 0 } };
		return { section, ...result };
	});
	const changed = judged.filter(({ verdict }) => verdict === 'new').map(({ section }) => section);
	// A section that waits now for the first time has not stood for as long as another that waited before.
	const waiting = judged.filter(({ after }) => after.pending !== 0);
	const waitedBefore = waiting.some(({ section }) => kept.sections[section].pending !== 0);
	const after: KeptProfile = {
		sections: Object.fromEntries(judged.map(({ section, after }) => [section, after])) as Record<Section, KeptSection>,
		reportedAt: changed.length > 0 ? now : kept.reportedAt,
		pendingSince: waiting.length === 0 ? 0 : waitedBefore ? kept.pendingSince || now : now,
	};
	if (changed.length > 0) return { verdict: 'new', reason: 'changed', changed, keep: after };
	if (judged.some(({ verdict }) => verdict === 'perhaps'))
		return { verdict: 'perhaps', reason: 'changed', changed, keep: after };
	const isHeldBack = judged.some(({ verdict }) => verdict === 'quiet');
	return { verdict: 'same', reason: isHeldBack ? 'quiet' : 'known', changed, keep: after };
}

function decideFirst(
	looks: Record<Section, Look>,
	shows: boolean,
	{ firstLook }: ProfileRules,
	now: number,
): ProfileDecision {
	const report = firstLook === 'emit' && shows;
	const sections = Object.fromEntries(
		SECTIONS.map((section) => {
			const kept = section === 'moment' ? baselineOf(looks.moment) : keep(looks[section], SIZES[section]);
			return [section, { ...kept, pending: 0 }];
		}),
	) as unknown as Record<Section, KeptSection>;
	return {
		verdict: report ? 'new' : 'same',
		reason: 'firstLook',
		// What is reported of a first look is new behavior, which is part of the moment.
		changed: report ? ['moment'] : [],
		keep: { sections, reportedAt: report ? now : 0, pendingSince: 0 },
	};
}

function judge(
	section: Section,
	kept: KeptSection,
	look: Look,
	{ stands, doubted }: { stands: boolean; doubted: Look | undefined },
): { verdict: Verdict; after: KeptSection } {
	const size = SIZES[section];
	// The AI had nothing to say this time.
	if (isEmpty(section, look)) return { verdict: 'same', after: kept };
	const { isSame, isClear } = compare(section, kept, look);
	if (kept.keywords.length === 0 || isSame) {
		const learned = learn(kept, look, size);
		// As in decide.ts: what seemed different was the same after all.
		const isCleared = doubted !== undefined && kept.pending !== 0 && !isEmpty(section, doubted);
		const teaches = isCleared && !compare(section, kept, doubted).isUnrelated;
		return {
			verdict: 'same',
			after: { ...(teaches ? learn(learned, doubted, size, true) : learned), pending: 0 },
		};
	}
	// 0 stands for nothing pending.
	const identity = look.identity || 1;
	const waiting: KeptSection = { ...kept, pending: kept.pending || identity };
	const confirmed = kept.pending !== 0 && (kept.pending !== identity || isClear || stands);
	// The other sections are so short that two texts of one often share next to nothing.
	if (confirmed && section === 'moment' && doubted && !agree(kept, doubted, look))
		return { verdict: 'same', after: { ...kept, pending: 0 } };
	return confirmed
		? { verdict: 'new', after: { ...keep(look, size), pending: 0 } }
		: { verdict: 'perhaps', after: waiting };
}

/** Of the other sections even one keyword says something: a tone of voice may be a single word. */
function isEmpty(section: Section, look: Look): boolean {
	return section === 'moment' ? saysTooLittle(look) : look.all.size === 0;
}

function compare(section: Section, kept: Kept, look: Look): Comparison {
	if (section === 'moment') return compareMoments(kept, look);
	const { score } = similarity(kept, look, SIZES[section]);
	const isClear = score < SAME_FROM[section] * CLEARLY;
	return { isSame: score >= SAME_FROM[section], isClear, isUnrelated: isClear };
}

function readSections(profile: CustomerProfile): Record<Section, Look> {
	const { occasions } = profile;
	return {
		moment: readMoment(profile),
		style: readLook(passagesOf(profile.style, profile.description)),
		occasions: readLook([
			...passagesOf(
				occasions.map(({ occasion }) => occasion).join(' . '),
				occasions.flatMap(({ look }) => look).join(' . '),
			),
			{ text: occasions.map(({ persona }) => persona).join(' . '), weight: 0.5 },
		]),
		guidance: readLook(
			passagesOf(
				profile.toneOfVoice.join(' . '),
				profile.visualDirection.join(' . '),
				profile.campaignGuidance.join(' . '),
			),
		),
		hooks: readLook(passagesOf(profile.contentHooks.join(' . '))),
	};
}

function passagesOf(...all: string[]) {
	return all.map((text) => ({ text: NOTHING.test(text) ? '' : text, weight: 1 }));
}

const HEAD = 'Pc';

/** The length of a kept profile in characters, always the same. */
export const PROFILE_LENGTH =
	HEAD.length +
	2 * HOURS +
	SECTIONS.reduce((sum, section) => sum + IDENTITY + productsOf(section) * PRODUCT + SIZES[section] * CODE, 0) +
	CHECKSUM;

/** What is kept, as `PROFILE_LENGTH` characters of A–Z, a–z, 0–9, - and _, without personal data. */
export function writeProfile({ sections, reportedAt, pendingSince }: KeptProfile): string {
	const parts = SECTIONS.map((section) => {
		const { keywords, products, pending } = sections[section];
		return (
			toDigits(pending, IDENTITY) +
			writeCodes(products, productsOf(section), PRODUCT, NO_PRODUCT) +
			writeCodes(keywords, SIZES[section], CODE, NO_CODE)
		);
	});
	const body = HEAD + toDigits(reportedAt, HOURS) + toDigits(pendingSince, HOURS) + parts.join('');
	return body + toDigits(checksum(body), CHECKSUM);
}

/** No product has this signature. */
const NO_PRODUCT = 0;

/** Codes, padded to `count` with the one that stands for none. */
function writeCodes(codes: readonly number[], count: number, length: number, none: number): string {
	let text = '';
	for (let at = 0; at < count; at++) text += toDigits(codes[at] ?? none, length);
	return text;
}

function readCodes(reader: Reader, count: number, length: number, none: number): number[] {
	const codes: number[] = [];
	for (let at = 0; at < count; at++) {
		const code = reader.number(length);
		if (code !== none) codes.push(code);
	}
	return codes;
}

/** Reads what `writeProfile` wrote. Gives undefined for anything else, whatever the value; never throws. */
export function readKeptProfile(value: unknown): KeptProfile | undefined {
	if (typeof value !== 'string' || value.length !== PROFILE_LENGTH || !value.startsWith(HEAD)) return undefined;
	const body = value.slice(0, -CHECKSUM);
	if (value.slice(-CHECKSUM) !== toDigits(checksum(body), CHECKSUM)) return undefined;
	const reader = new Reader(body.slice(HEAD.length));
	const reportedAt = reader.number(HOURS);
	const pendingSince = reader.number(HOURS);
	const sections = Object.fromEntries(
		SECTIONS.map((section) => {
			const pending = reader.number(IDENTITY);
			const products = readCodes(reader, productsOf(section), PRODUCT, NO_PRODUCT);
			return [section, { pending, products, keywords: readCodes(reader, SIZES[section], CODE, NO_CODE) }];
		}),
	) as unknown as Record<Section, KeptSection>;
	return { sections, reportedAt, pendingSince };
}
