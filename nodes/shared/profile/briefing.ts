import { oneLine } from '../text/inert';
import type { CustomerProfile, Occasion } from './customer-profile';
import type { Labels } from './labels';
import { filled, type Look, type Message } from './message';
import { entries, entry, MOST_ENTRIES, paragraph, pieces } from './texts';

/** Whom a message is about. A profile holds no name: `name` is the user's own, empty where there is none. */
export interface Person {
	name: string;
	identifier: string;
}

/** What a team is told about a customer: what is new, what to offer, who it is. */
export function briefing(profile: CustomerProfile, { name, identifier }: Person, labels: Labels): Message {
	const known = entry(name, 100);
	return {
		badge: profile.newBehavior ? labels.newBehavior : labels.profile,
		title: known || oneLine(identifier),
		lead: known && oneLine(identifier),
		sections: filled([
			{ title: labels.moment, text: paragraph(profile.momentSummary) },
			{ title: labels.history, text: paragraph(profile.relationToHistory) },
			{ title: labels.offer, list: entries(profile.opportunities) },
			{ title: labels.looks, looks: profile.occasions.slice(0, MOST_ENTRIES).map(toLook) },
			{ title: labels.person, text: paragraph(profile.description) },
			{ title: labels.style, text: paragraph(profile.style) },
			{ title: labels.tone, text: entries(profile.toneOfVoice).join(', ') },
			{ title: labels.hooks, notes: entries(profile.contentHooks) },
			{ title: labels.seen, notes: entries(profile.recentNavigation) },
		]),
	};
}

function toLook({ occasion, persona, look }: Occasion): Look {
	return { occasion: entry(occasion), persona: entry(persona), pieces: pieces(look) };
}
