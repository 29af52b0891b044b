import type { Wording } from './brand';
import type { CustomerProfile } from './customer-profile';
import type { Labels } from './labels';
import { filled, type Message } from './message';
import { entries, entry, MOST_ENTRIES, setOf } from './texts';

/** All of a profile that its customer may see. A message to a customer is made of this, and never of the profile. */
export interface Offer {
	/** What the AI suggests to the merchandiser, such as a discount: empty unless the marketer wants them told. */
	opportunities: string[];
	/** The pieces of each look. What a look is for was written about the customer, not to them. */
	looks: string[][];
}

export function offerOf({ opportunities, occasions }: CustomerProfile, includeOpportunities: boolean): Offer {
	const looks = occasions.slice(0, MOST_ENTRIES).map(({ look }) => setOf(look));
	return { opportunities: includeOpportunities ? entries(opportunities) : [], looks: looks.filter((look) => look.length > 0) };
}

export function isEmptyOffer({ opportunities, looks }: Offer): boolean {
	return opportunities.length + looks.length === 0;
}

/** What a customer is told: what there is for them, in the marketer's words where there are some. */
export function letter({ opportunities, looks }: Offer, name: string, { headline, intro }: Wording, labels: Labels): Message {
	const customer = entry(name, 60);
	return {
		badge: '',
		title: headline || `${labels.greeting}${customer && `, ${customer}`}!`,
		lead: intro || labels.intro,
		sections: filled([
			{ title: labels.outfits, sets: looks },
			{ title: labels.ideas, list: opportunities },
		]),
	};
}
