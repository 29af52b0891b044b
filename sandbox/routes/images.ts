import { z } from 'zod/v4';

import { ApiError } from '../api-error';
import { IMAGES_PREFIX } from '../constants';
import { findProduct } from '../engine/catalog';
import { drawCard } from '../pictures/card';
import type { App } from '../schemas';

const params = z.object({ file: z.string().regex(/^.+\.png$/, 'Pictures are called <product id>.png') });

/** Serves the product images, without a token. Each is drawn on the first request. */
export function imageRoutes(app: App): void {
	const drawn = new Map<string, Buffer>();

	app.get(`${IMAGES_PREFIX}/:file`, { schema: { params } }, async (request, reply) => {
		const name = request.params.file.slice(0, -'.png'.length);
		const view = name.endsWith('-detail') ? 'detail' : 'front';
		const product = findProduct(name.replace(/-detail$/, ''));
		if (!product) throw new ApiError(404, 'No product has such a picture');
		const picture = drawn.get(name) ?? drawCard(product, view);
		drawn.set(name, picture);
		return reply.type('image/png').header('cache-control', 'public, max-age=3600').send(picture);
	});
}
