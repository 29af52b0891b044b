import {
	bestSellers,
	collectionProducts,
	type EventType,
	sendEvent,
	similarProducts,
	type Visitor,
} from '../shared/api/products';
import type { HttpClient } from '../shared/http/http-client';
import type { ChoiceParameter } from '../shared/parameters/choice';

/** What a recommendation is about: the parameter name and its label. */
export const SUBJECTS = {
	categoryId: 'Category ID',
	collectionId: 'Collection ID',
	productId: 'Product ID',
} as const;
export type Subject = keyof typeof SUBJECTS;

/**
 * A request for products: about which category, product or collection (empty for none), for whom, and how many at most.
 */
interface Question {
	subjectId: string;
	visitor: Visitor;
	limit: number;
	/** Whether to include a collection's inactive products. */
	includeInactive: boolean;
}

/** A recommended product. `position` and `active` are set for collections only. */
export interface RecommendedProduct {
	productId: string;
	position?: number | null;
	active?: boolean;
}

/** One entry of the Operation list: its texts in n8n, what it needs, and how to request it. */
interface Recommendation {
	name: string;
	/** Listed in n8n's node panel. */
	action: string;
	description: string;
	subject?: Subject;
	/** Whether the subject may be left empty. */
	optional?: true;
	/**
	 * - `event`: for a visitor; the request itself is a signal about them.
	 * - `visitor`: for a visitor, without side effects.
	 * - `everyone`: without a visitor; the same for all.
	 */
	asks: 'event' | 'visitor' | 'everyone';
	ask: (client: HttpClient, question: Question) => Promise<RecommendedProduct[]>;
}

/** The recommendations that the node offers. The one table behind both the interface and the code. */
export const RECOMMENDATIONS = {
	bestSellers: {
		name: 'Best Sellers',
		action: 'Get best sellers',
		description: 'The best sellers of the whole shop or of one category. Needs no session.',
		subject: 'categoryId',
		optional: true,
		asks: 'everyone',
		ask: async (client, { subjectId }) => toProducts(await bestSellers(client, subjectId)),
	},
	categoryView: {
		name: 'Category View',
		action: 'Get recommendations for category view',
		description: 'The products of a category, starting with those this visitor will like best',
		subject: 'categoryId',
		asks: 'event',
		ask: asEvent('categoryView'),
	},
	collection: {
		name: 'Collection',
		action: 'Get products of collection',
		description: 'The products of a merchandising collection, in its order. Needs no session.',
		subject: 'collectionId',
		asks: 'everyone',
		ask: (client, { subjectId, includeInactive }) => collectionProducts(client, subjectId, includeInactive),
	},
	customShelf: {
		name: 'Custom Shelf',
		action: 'Get products for custom shelf',
		description: 'Products from the whole shop, chosen for this visitor',
		asks: 'event',
		ask: asEvent('customShelf'),
	},
	productView: {
		name: 'Product View',
		action: 'Get recommendations for product view',
		description: 'Products to show next to the one this visitor is viewing',
		subject: 'productId',
		asks: 'event',
		ask: asEvent('productView'),
	},
	shopTheLook: {
		name: 'Shop the Look',
		action: 'Get products that complete look',
		description: 'Products that complete the look of a product',
		subject: 'productId',
		asks: 'event',
		ask: asEvent('shopTheLook'),
	},
	similarProducts: {
		name: 'Similar Products',
		action: 'Get similar products',
		description: 'Products similar to a product',
		subject: 'productId',
		asks: 'visitor',
		ask: async (client, { subjectId, visitor, limit }) =>
			toProducts(await similarProducts(client, subjectId, visitor, limit)),
	},
} satisfies Record<string, Recommendation>;
export type RecommendationName = keyof typeof RECOMMENDATIONS;

/** An entry of the table, typed as the general `Recommendation`. */
export function recommendation(name: RecommendationName): Recommendation {
	return RECOMMENDATIONS[name];
}

/** The names of the recommendations that match, for a parameter shown only with these. */
export function recommendationsWith(matches: (recommendation: Recommendation) => boolean): RecommendationName[] {
	return (Object.keys(RECOMMENDATIONS) as RecommendationName[]).filter((name) => matches(recommendation(name)));
}

export const OPERATION: ChoiceParameter<RecommendationName> = {
	name: 'operation',
	displayName: 'Operation',
	choices: RECOMMENDATIONS,
	default: 'bestSellers',
};

/** The name of Operation in the first release. Workflows from then still store their recommendation under it. */
export const FIRST_NAME = 'recommendation';

/** The node's version then. Those that are added now have the other one. */
export const FIRST_VERSION = 1;
export const VERSION = 1.1;

function asEvent(eventType: EventType): Recommendation['ask'] {
	return async (client, { subjectId, visitor }) =>
		toProducts(await sendEvent(client, { eventType, dataId: subjectId, visitor }));
}

function toProducts(ids: string[]): RecommendedProduct[] {
	return ids.map((productId) => ({ productId }));
}
