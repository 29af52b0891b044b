import type { Shop } from '../engine/shop';
import { type App, eventSchema } from '../schemas';

/** Serves the personalization events. */
export function eventRoutes(app: App, shop: Shop): void {
	app.post('/api/v1/products/protected/recommendation', { schema: { body: eventSchema } }, async (request) => {
		const { userId, sessionId, eventType, data } = request.body;
		const products = shop.take({ userId, sessionId, eventType, id: data.id });
		if (request.call) request.call.record.taken = true;
		return { products: products.map((product) => product.id) };
	});
}
