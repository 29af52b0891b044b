import { decide, type MomentRules } from '../shared/moments/decide';
import { readFingerprint, writeFingerprint } from '../shared/moments/fingerprint';
import { decideProfile, readKeptProfile, writeProfile } from '../shared/moments/sections';
import type { ChoiceParameter } from '../shared/parameters/choice';
import type { CustomerProfile } from '../shared/profile/customer-profile';

/** What a look at a customer is judged by. */
export type LookRules = Omit<MomentRules, 'event'>;

/** What became of one look at a customer. */
export interface Judgement {
	/** As the decision says: `perhaps` asks for a second look in the same run. */
	verdict: 'same' | 'new' | 'perhaps';
	/** What an item says of why it came: `isNew` and `reason`, or what `changed`. */
	news: { isNew: boolean; reason: string } | { changed: string[] };
	/** What is to be kept of the customer, a text without spaces. */
	keep: string;
}

/** One entry of Trigger On: what n8n shows of it, and when it fires. */
interface TriggerEvent {
	name: string;
	description: string;
	/**
	 * Judges a look by what was kept of the last one; undefined, or what cannot be read, counts as nothing. `doubted` is the first
	 * look of this run, when this is the second.
	 */
	judge(kept: string | undefined, profile: CustomerProfile, rules: LookRules, doubted?: CustomerProfile): Judgement;
	/** Whether a profile can be shown as a sample. */
	isSample(profile: CustomerProfile): boolean;
	/** What the item of a sample says of why it came. */
	sampleNews: Judgement['news'];
	/** Told where no watched customer gives a sample. */
	noSample: string;
}

function judgeMoment(event: MomentRules['event']): TriggerEvent['judge'] {
	return (kept, profile, rules, doubted) => {
		const before = readFingerprint(kept, event).kept;
		const { verdict, reason, keep } = decide(before, profile, { ...rules, event }, doubted);
		// At a first look all that is known is that it shows.
		const news = { isNew: verdict === 'new', reason: reason === 'firstLook' ? 'began' : reason };
		return { verdict, news, keep: writeFingerprint(keep, event) };
	};
}

/** What the trigger can watch for. One table for the interface and the code. */
export const EVENTS = {
	newBehavior: {
		name: 'New Behavior Detected',
		description: 'When a customer starts to explore something new, or something else than before',
		judge: judgeMoment('newBehavior'),
		isSample: (profile) => profile.newBehavior,
		sampleNews: { isNew: true, reason: 'began' },
		noSample: 'No watched customer shows new behavior right now',
	},
	momentChanged: {
		name: 'Purchase Moment Changed',
		description: 'When a customer is looking for something else than before, whether or not it is new for them',
		judge: judgeMoment('momentChanged'),
		isSample: (profile) => profile.momentSummary !== '' || profile.opportunities.length > 0,
		sampleNews: { isNew: true, reason: 'otherMoment' },
		noSample: 'No watched customer has a current purchase moment right now',
	},
	profileChanged: {
		name: 'Profile Changed',
		description: 'When the purchase moment, style, occasions, guidance or content hooks of a profile change',
		judge(kept, profile, rules, doubted) {
			const { verdict, changed, keep } = decideProfile(readKeptProfile(kept), profile, rules, doubted);
			return { verdict, news: { changed }, keep: writeProfile(keep) };
		},
		isSample: () => true,
		sampleNews: { changed: ['moment'] },
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
