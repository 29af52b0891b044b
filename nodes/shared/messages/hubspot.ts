import type { CustomerProfile } from '../profile/customer-profile';
import { cut } from '../values/text';
import { oneLine } from './escaping';

/** HubSpot's limit for the value of a text property. */
const MOST_VALUE = 65_536;

/**
 * The contact properties in HubSpot and what each holds. All are text: an AI's value that is no option of an enumeration would
 * make HubSpot refuse the whole contact.
 */
const PROPERTIES = {
	fashionai_user_profile_id: ({ userProfileId }) => userProfileId,
	fashionai_new_behavior: ({ newBehavior }) => String(newBehavior),
	fashionai_moment_summary: ({ momentSummary }) => momentSummary,
	fashionai_opportunities: ({ opportunities }) => opportunities,
	fashionai_description: ({ description }) => description,
	fashionai_style: ({ style }) => style,
	fashionai_occasions: ({ occasions }) => occasions.map(({ occasion }) => occasion),
	fashionai_looks: ({ occasions }) => occasions.map(({ look }) => look.join(' + ')),
	fashionai_tone_of_voice: ({ toneOfVoice }) => toneOfVoice,
	fashionai_content_hooks: ({ contentHooks }) => contentHooks,
	fashionai_visual_direction: ({ visualDirection }) => visualDirection,
	fashionai_campaign_guidance: ({ campaignGuidance }) => campaignGuidance,
	fashionai_recent_navigation: ({ recentNavigation }) => recentNavigation,
	fashionai_relation_to_history: ({ relationToHistory }) => relationToHistory,
} satisfies Record<string, (profile: CustomerProfile) => string | string[]>;

type Properties = Record<keyof typeof PROPERTIES, string>;

/** Every property as HubSpot takes it; empty where the profile has nothing, which clears the property. */
export function hubspotProperties(profile: CustomerProfile): Properties {
	const entries = Object.entries(PROPERTIES).map(([name, read]) => [name, value(read(profile))]);
	return Object.fromEntries(entries) as Properties;
}

/** Every property, empty. */
export function noHubspotProperties(): Properties {
	return Object.fromEntries(Object.keys(PROPERTIES).map((name) => [name, ''])) as Properties;
}

function value(held: string | string[]): string {
	const text = typeof held === 'string' ? oneLine(held) : held.map(listEntry).filter(Boolean).join('; ');
	return cut(withoutFormula(text), MOST_VALUE);
}

/** A semicolon within an entry would make two of it. */
function listEntry(entry: string): string {
	return oneLine(entry).replaceAll(';', ',');
}

/** Contacts are exported to spreadsheets, where a value that begins like a formula would be calculated. */
function withoutFormula(text: string): string {
	return /^[=+\-@]/.test(text) ? `'${text}` : text;
}

/**
 * The address as HubSpot's node can take it: the node writes it into a path as it is, where a slash or a question mark in it
 * would name another contact.
 */
export function hubspotEmail(email: string): string {
	return email.replace(/[%/?#\\]/g, encodeURIComponent);
}
