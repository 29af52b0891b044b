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

/** What a recommendation is about: the parameter that holds it, and its label. */
export const SUBJECTS = {
	categoryId: 'Category ID',
	collectionId: 'Collection ID',
	productId: 'Product ID',
} as const;
export type Subject = keyof typeof SUBJECTS;

/** What is asked for: of which category, product or collection (empty where of none), for whom, how many at most. */
interface Question {
	subjectId: string;
	visitor: Visitor;
	limit: number;
	/** Whether a collection's inactive products are wanted too. */
	includeInactive: boolean;
}

/** A recommended product. The last two are a collection's. */
export interface RecommendedProduct {
	productId: string;
	position?: number | null;
	active?: boolean;
}

/** One entry of the Operation list: what n8n shows of it, what it needs, and how it is asked for. */
interface Recommendation {
	name: string;
	/** n8n's panel lists it as a way into the node. */
	action: string;
	description: string;
	subject?: Subject;
	/** Whether the subject may be left empty. */
	optional?: true;
	/**
	 * - `event`: it is asked for a visitor, and is a signal about them.
	 * - `visitor`: it is asked for a visitor, and changes nothing.
	 * - `everyone`: it needs no visitor, and is the same for all.
	 */
	asks: 'event' | 'visitor' | 'everyone';
	ask: (client: HttpClient, question: Question) => Promise<RecommendedProduct[]>;
}

/** The recommendations that the node offers, by their names. One table for the interface and the code. */
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
		action: 'Get recommendations for a category view',
		description: 'All products of a category, those this visitor will like best first',
		subject: 'categoryId',
		asks: 'event',
		ask: event('categoryView'),
	},
	collection: {
		name: 'Collection',
		action: 'Get the products of a collection',
		description: 'The products of a merchandising collection, in its order. Needs no session.',
		subject: 'collectionId',
		asks: 'everyone',
		ask: (client, { subjectId, includeInactive }) => collectionProducts(client, subjectId, includeInactive),
	},
	customShelf: {
		name: 'Custom Shelf',
		action: 'Get a custom shelf',
		description: 'Products from the whole shop, chosen for this visitor',
		asks: 'event',
		ask: event('customShelf'),
	},
	productView: {
		name: 'Product View',
		action: 'Get recommendations for a product view',
		description: 'Products to show next to the one this visitor is viewing',
		subject: 'productId',
		asks: 'event',
		ask: event('productView'),
	},
	shopTheLook: {
		name: 'Shop the Look',
		action: 'Get products that complete a look',
		description: 'Products that complete the look of a product',
		subject: 'productId',
		asks: 'event',
		ask: event('shopTheLook'),
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

/** An entry of the table with all that any of them may say. */
export function recommendation(name: RecommendationName): Recommendation {
	return RECOMMENDATIONS[name];
}

/** The recommendations of which something holds, for a parameter that shows with these alone. */
export function recommendationsWith(holds: (recommendation: Recommendation) => boolean): RecommendationName[] {
	return (Object.keys(RECOMMENDATIONS) as RecommendationName[]).filter((name) => holds(recommendation(name)));
}

export const OPERATION: ChoiceParameter<RecommendationName> = {
	name: 'operation',
	displayName: 'Operation',
	choices: RECOMMENDATIONS,
	default: 'bestSellers',
};

/** What Operation was called in the first release: its workflows still say which recommendation they want here. */
export const FIRST_NAME = 'recommendation';

/** The node's version then. Those that are added now have the other one. */
export const FIRST_VERSION = 1;
export const VERSION = 1.1;

function event(eventType: EventType): Recommendation['ask'] {
	return async (client, { subjectId, visitor }) =>
		toProducts(await sendEvent(client, { eventType, dataId: subjectId, visitor }));
}

function toProducts(ids: string[]): RecommendedProduct[] {
	return ids.map((productId) => ({ productId }));
}
