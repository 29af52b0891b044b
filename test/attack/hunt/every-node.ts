import type { INodeParameters } from 'n8n-workflow';

const options = { maxTries: 1, timeout: 150 };
const visitor = { sessionId: 'visit-1', userId: '90' };
const EMAIL = 'ana@example.com';

/** Every operation of every action node, with what it needs. */
export const EVERY_OPERATION: { name: string; type: string; parameters: INodeParameters }[] = [
	...['get', 'email', 'hubspot', 'slack', 'whatsapp'].map((operation) => ({
		name: operation,
		type: 'getCustomerProfile',
		parameters: { operation, email: EMAIL, options },
	})),
	...['bestSellers', 'categoryView', 'collection', 'customShelf', 'productView', 'shopTheLook', 'similarProducts'].map(
		(operation) => ({
			name: operation,
			type: 'getRecommendations',
			parameters: {
				operation,
				categoryId: 'vestidos',
				productId: 'vestido-03',
				collectionId: 'colecao-primavera',
				...visitor,
				options,
			},
		}),
	),
	...['search', 'searchDetailed'].map((operation) => ({
		name: operation,
		type: 'searchProducts',
		parameters: { operation, query: 'vestido', ...visitor, options },
	})),
];

/** The trigger, with the same. */
export const TRIGGER = { type: 'fashionAiTrigger', parameters: { customers: EMAIL, firstLook: 'emit', options } };
