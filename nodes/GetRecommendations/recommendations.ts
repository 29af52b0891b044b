import type { INodePropertyOptions } from 'n8n-workflow';

import type { EventType } from '../shared/api/recommendation';

/** One entry of the Recommendation list: what n8n shows of it, and which parameter says what it is about. */
interface Recommendation {
	name: string;
	description: string;
	subject: 'categoryId' | 'productId';
}

/** The recommendations that the node offers. One table for the interface and the code. */
export const RECOMMENDATIONS = {
	categoryView: {
		name: 'Category View',
		description: 'All products of a category, the ones this visitor will like best first',
		subject: 'categoryId',
	},
	shopTheLook: {
		name: 'Shop the Look',
		description: 'Products that complete the look of one product',
		subject: 'productId',
	},
} satisfies Record<EventType, Recommendation>;
export type RecommendationName = keyof typeof RECOMMENDATIONS;

/** A fresh list at every call: n8n may add to the options that it is given. */
export function recommendationOptions(): INodePropertyOptions[] {
	return Object.entries(RECOMMENDATIONS).map(([value, { name, description }]) => ({ name, value, description }));
}
