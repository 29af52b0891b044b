import type { CustomerProfile } from './customer-profile';
import type { Labels } from './labels';
import { filled, type Message } from './message';
import { entries, entry, MOST_ENTRIES, pieces } from './texts';

/** All of a profile that its customer may see. A message to a customer is made of this, and never of the profile. */
export interface Offer {
	opportunities: string[];
	/** The pieces of each look. What a look is for was written about the customer, not to them. */
	looks: string[];
}

export function offerOf({ opportunities, occasions }: CustomerProfile): Offer {
	const looks = occasions.slice(0, MOST_ENTRIES).map(({ look }) => pieces(look));
	return { opportunities: entries(opportunities), looks: looks.filter((look) => look !== '') };
}

export function isEmptyOffer({ opportunities, looks }: Offer): boolean {
	return opportunities.length + looks.length === 0;
}

/** What a customer is told: what there is for them. */
export function letter({ opportunities, looks }: Offer, name: string, labels: Labels): Message {
	const customer = entry(name, 60);
	return {
		badge: labels.forYou,
		title: `${labels.greeting}${customer && `, ${customer}`}!`,
		lead: labels.intro,
		sections: filled([
			{ title: labels.ideas, list: opportunities },
			{ title: labels.outfits, looks: looks.map((look) => ({ occasion: '', persona: '', pieces: look })) },
		]),
	};
}
