import { z } from 'zod/v4';

import { ApiError } from '../api-error';
import type { Identifier } from '../engine/customers';
import type { Shop } from '../engine/shop';
import type { App } from '../schemas';

/** The four profile calls: the identifier, and the second-to-last path segment. */
const WORDS: Record<Identifier, string> = {
	email: 'email',
	phone: 'phone',
	document: 'document',
	userProfileId: 'user-profile-id',
};

/** Serves the customer profiling API. */
export function profileRoutes(app: App, shop: Shop): void {
	for (const [identifier, word] of Object.entries(WORDS) as [Identifier, string][]) {
		const params = z.object({ value: z.string().refine((value) => value.trim() !== '', `${word} is required`) });
		app.get(`/api/v1/crm/protected/profile/${word}/:value`, { schema: { params } }, async (request, reply) => {
			const customer = shop.customers.find(identifier, request.params.value);
			if (!customer) throw new ApiError(404, 'Profile not found');
			return reply.type('application/json; charset=utf-8').send(await shop.writer.look(customer));
		});
	}
}
