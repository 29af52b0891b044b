import type { CustomerProfile } from '../profile/customer-profile';
import { keywordsOf } from './keywords';

/**
 * The keywords of what a customer is after now. What was looked at counts half: the list carries over from one moment to the
 * next, and so does the comparison with the past.
 */
export function momentKeywords(profile: CustomerProfile): string[] {
	return keywordsOf([
		{ text: profile.momentSummary, weight: 1 },
		{ text: profile.opportunities.join(' '), weight: 1 },
		{ text: profile.relationToHistory, weight: 0.5 },
		{ text: profile.recentNavigation.join(' '), weight: 0.5 },
	]);
}

/** The keywords of who a customer is, the current moment left out. */
export function personKeywords(profile: CustomerProfile): string[] {
	const { occasions } = profile;
	return keywordsOf([
		{ text: profile.description, weight: 1 },
		{ text: profile.style, weight: 1 },
		{ text: occasions.map(({ occasion }) => occasion).join(' '), weight: 1 },
		{ text: occasions.flatMap(({ look }) => look).join(' '), weight: 1 },
		{ text: profile.contentHooks.join(' '), weight: 1 },
		{ text: occasions.map(({ persona }) => persona).join(' '), weight: 0.5 },
		{ text: [...profile.toneOfVoice, ...profile.visualDirection, ...profile.campaignGuidance].join(' '), weight: 0.5 },
	]);
}
