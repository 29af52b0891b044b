import { decide, type MomentRules, type Verdict } from '../shared/moments/decide';
import { readFingerprint, writeFingerprint } from '../shared/moments/fingerprint';
import { decideProfile, readKeptProfile, writeProfile } from '../shared/moments/sections';
import type { ChoiceParameter } from '../shared/parameters/choice';
import type { CustomerProfile } from '../shared/profile/customer-profile';

/** The rules for judging a customer's profile. */
export type JudgementRules = Omit<MomentRules, 'event'>;

/** The outcome of comparing a profile with what was kept of the customer. */
export interface Judgement {
	/** As decided: `perhaps` asks for a second lookup in the same run. */
	verdict: Verdict;
	/** `firstLook` if nothing that can be read was kept. */
	reason: string;
	/** The fields that tell why the item was emitted: `isNew` and `reason`, or `changed`. */
	news: { isNew: boolean; reason: string } | { changed: string[] };
	/** What to store for the customer, as a string without spaces. */
	keep: string;
}

/** One entry of Trigger On: its texts in n8n, and when it fires. */
interface TriggerEvent {
	name: string;
	description: string;
	/**
	 * Judges a look by what was kept of the last one; undefined, or what cannot be read, counts as nothing. `doubted` is the first
	 * look of this run, when this is the second.
	 */
	judge(
		kept: string | undefined,
		profile: CustomerProfile,
		rules: JudgementRules,
		doubted?: CustomerProfile,
	): Judgement;
	/** Whether a profile can serve as a sample. */
	isSample(profile: CustomerProfile): boolean;
	/** The same fields for a sample item. */
	sampleNews: Judgement['news'];
	/** The error message if no customer that was looked up can serve as a sample. */
	noSample: string;
}

function judgeMoment(event: MomentRules['event']): TriggerEvent['judge'] {
	return (kept, profile, rules, doubted) => {
		const before = readFingerprint(kept, event).kept;
		const { verdict, reason, keep } = decide(before, profile, { ...rules, event }, doubted);
		// On a first look there is nothing to compare with: all we know is that the behavior shows.
		const news = { isNew: verdict === 'new', reason: reason === 'firstLook' ? 'began' : reason };
		return { verdict, reason, news, keep: writeFingerprint(keep, event) };
	};
}

/** What the trigger can watch for. The one table behind both the interface and the code. */
export const EVENTS = {
	newBehavior: {
		name: 'New Behavior Detected',
		description: 'When a customer starts to explore something new, or something other than before',
		judge: judgeMoment('newBehavior'),
		isSample: (profile) => profile.newBehavior,
		sampleNews: { isNew: true, reason: 'began' },
		noSample: 'None of the customers looked up shows new behavior right now',
	},
	momentChanged: {
		name: 'Purchase Moment Changed',
		description: 'When a customer is looking for something other than before, whether or not it is new for them',
		judge: judgeMoment('momentChanged'),
		isSample: (profile) => profile.momentSummary !== '' || profile.opportunities.length > 0,
		sampleNews: { isNew: true, reason: 'otherMoment' },
		noSample: 'None of the customers looked up has a current purchase moment right now',
	},
	profileChanged: {
		name: 'Profile Changed',
		description: 'When the purchase moment, style, occasions, guidance or content hooks of a profile change',
		judge(kept, profile, rules, doubted) {
			const { verdict, reason, changed, keep } = decideProfile(readKeptProfile(kept), profile, rules, doubted);
			return { verdict, reason, news: { changed }, keep: writeProfile(keep) };
		},
		isSample: () => true,
		sampleNews: { changed: ['moment'] },
		noSample: 'Fashion.AI knows none of the customers looked up',
	},
} satisfies Record<string, TriggerEvent>;
export type EventName = keyof typeof EVENTS;

export const TRIGGER_ON: ChoiceParameter<EventName> = {
	name: 'triggerOn',
	// A trigger parameter with exactly this label gets its values listed as separate entries in n8n's node panel.
	displayName: 'Trigger On',
	choices: EVENTS,
	default: 'newBehavior',
};
