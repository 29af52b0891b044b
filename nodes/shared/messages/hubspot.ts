import type { CustomerProfile } from '../profile/customer-profile';
import { cut, NOTHING } from '../values/text';
import { oneLine, withoutMarkdown } from './escaping';

/** HubSpot's length limit of a text property. */
const MAX_VALUE = 65_536;

/**
 * The HubSpot contact properties and their values. All are text: HubSpot would reject the whole contact for an AI's
 * value that is not an option of an enumeration.
 */
const PROPERTIES = {
	fashionai_user_profile_id: ({ userProfileId }) => userProfileId,
	fashionai_new_behavior: ({ newBehavior }) => String(newBehavior),
	fashionai_moment_summary: ({ momentSummary }) => momentSummary,
	fashionai_opportunities: ({ opportunities }) => opportunities,
	fashionai_description: ({ description }) => description,
	fashionai_style: ({ style }) => style,
	fashionai_occasions: ({ occasions }) => occasions.map(({ occasion }) => occasion),
	fashionai_looks: ({ occasions }) => occasions.map(({ look }) => look.map(plainValue).filter(Boolean).join(' + ')),
	fashionai_tone_of_voice: ({ toneOfVoice }) => toneOfVoice,
	fashionai_content_hooks: ({ contentHooks }) => contentHooks,
	fashionai_visual_direction: ({ visualDirection }) => visualDirection,
	fashionai_campaign_guidance: ({ campaignGuidance }) => campaignGuidance,
	fashionai_recent_navigation: ({ recentNavigation }) => recentNavigation,
	fashionai_relation_to_history: ({ relationToHistory }) => relationToHistory,
} satisfies Record<string, (profile: CustomerProfile) => string | string[]>;

type Properties = Record<keyof typeof PROPERTIES, string>;

/** All properties as HubSpot expects them; empty if the profile has no value, which clears the property. */
export function hubspotProperties(profile: CustomerProfile): Properties {
	const entries = Object.entries(PROPERTIES).map(([name, read]) => [name, propertyValue(read(profile))]);
	return Object.fromEntries(entries) as Properties;
}

/** All properties, empty. */
export function noHubspotProperties(): Properties {
	return Object.fromEntries(Object.keys(PROPERTIES).map((name) => [name, ''])) as Properties;
}

function propertyValue(held: string | string[]): string {
	// Cut early, so that no time is spent on text that would be cut anyway.
	const text =
		typeof held === 'string'
			? plainValue(held.slice(0, 4 * MAX_VALUE))
			: held.map(listEntry).filter(Boolean).join('; ');
	return cut(withoutFormula(text), MAX_VALUE);
}

/** On one line; empty for an AI's word that there is nothing, which HubSpot's lists would take for a value. */
function plainValue(text: string): string {
	const plain = withoutMarkdown(text);
	return NOTHING.test(plain) ? '' : oneLine(plain);
}

/** A semicolon within an entry would split it. */
function listEntry(entry: string): string {
	return plainValue(entry).replaceAll(';', ',');
}

/** Contacts are exported to spreadsheets, where a value that looks like a formula would be evaluated. */
function withoutFormula(text: string): string {
	return /^[=+\-@]/.test(text) ? `'${text}` : text;
}

/**
 * The address escaped for HubSpot's node, which puts it into a path as is: a slash or a question mark in it would
 * address another contact.
 */
export function hubspotEmail(email: string): string {
	return email.replace(/[%/?#\\]/g, encodeURIComponent);
}
