import { isDifferent, sketch } from '../shared/moment/likeness';
import { momentKeywords, personKeywords } from '../shared/moment/passages';
import { HALF_SIZE, MOMENT_SIZE } from '../shared/moment/sizes';
import type { ChoiceParameter } from '../shared/parameters/choice';
import type { CustomerProfile } from '../shared/profile/customer-profile';
import type { Remembered } from './memory';

/** One entry of Trigger On: what n8n shows of it, and when it fires. */
interface TriggerEvent {
	name: string;
	description: string;
	/** What is kept of a profile to tell it from the next. */
	sketchOf(profile: CustomerProfile): string;
	/** Whether a profile is something else than what is remembered. */
	hasChanged(before: Remembered, profile: CustomerProfile): boolean;
	/** Whether a profile can be shown as a sample. */
	isSample(profile: CustomerProfile): boolean;
	/** Told where no watched customer gives a sample. */
	noSample: string;
}

const CODE_LENGTH = 2;
const HALF_LENGTH = HALF_SIZE * CODE_LENGTH;

const ofMoment = (profile: CustomerProfile) => sketch(momentKeywords(profile), MOMENT_SIZE);

const isOtherMoment = ({ sketch: kept }: Remembered, profile: CustomerProfile) =>
	isDifferent(kept, momentKeywords(profile), MOMENT_SIZE);

/** What the trigger can watch for. One table for the interface and the code. */
export const EVENTS = {
	newBehavior: {
		name: 'New Behavior Detected',
		description: 'When a customer begins to explore something new, or something else than before',
		sketchOf: ofMoment,
		hasChanged: (before, profile) => profile.newBehavior && (before.showing !== true || isOtherMoment(before, profile)),
		isSample: (profile) => profile.newBehavior,
		noSample: 'No watched customer shows new behavior right now',
	},
	momentChanged: {
		name: 'Purchase Moment Changed',
		description: 'When a customer is after something else than before, whether it is new for them or not',
		sketchOf: ofMoment,
		hasChanged: isOtherMoment,
		isSample: (profile) => momentKeywords(profile).length > 0,
		noSample: 'No watched customer has a current purchase moment right now',
	},
	profileChanged: {
		name: 'Profile Changed',
		description: 'When the purchase moment, the style, the occasions or the guidance of a profile changes',
		sketchOf: (profile) =>
			sketch(momentKeywords(profile), HALF_SIZE).padEnd(HALF_LENGTH) + sketch(personKeywords(profile), HALF_SIZE),
		hasChanged: ({ showing, sketch: kept }, profile) =>
			showing !== profile.newBehavior ||
			isDifferent(kept.slice(0, HALF_LENGTH).trimEnd(), momentKeywords(profile), HALF_SIZE) ||
			isDifferent(kept.slice(HALF_LENGTH), personKeywords(profile), HALF_SIZE),
		isSample: () => true,
		noSample: 'Fashion.AI knows none of the watched customers',
	},
} satisfies Record<string, TriggerEvent>;
export type EventName = keyof typeof EVENTS;

export const TRIGGER_ON: ChoiceParameter<EventName> = {
	name: 'triggerOn',
	// n8n lists the values of a trigger's parameter with exactly this label as entries of their own in its node panel.
	displayName: 'Trigger On',
	choices: EVENTS,
	default: 'newBehavior',
};

const FIRST_LOOKS = {
	remember: {
		name: 'Remember',
		description: 'Tell nothing at the first look at a customer, and watch for changes from then on',
	},
	emit: {
		name: 'Emit Those With New Behavior',
		description: 'Tell of customers who show new behavior already when they are first looked at',
	},
};
export type FirstLook = keyof typeof FIRST_LOOKS;

export const FIRST_LOOK: ChoiceParameter<FirstLook> = {
	name: 'firstLook',
	displayName: 'First Look',
	choices: FIRST_LOOKS,
	default: 'remember',
};

/**
 * Whether a look at a customer is to be told, and what is remembered of it. What was told stays the measure for the next
 * looks: if each rewording took its place, a moment could drift into another one unnoticed.
 */
export function judge(
	event: TriggerEvent,
	before: Remembered | undefined,
	profile: CustomerProfile,
	firstLook: FirstLook,
): { tell: boolean; after: Remembered } {
	const tell = before ? event.hasChanged(before, profile) : firstLook === 'emit' && profile.newBehavior;
	const kept = before && !tell ? before.sketch : event.sketchOf(profile);
	return { tell, after: { showing: profile.newBehavior, sketch: kept } };
}
