import type { FastifyRequest } from 'fastify';
import { z } from 'zod/v4';

import { ApiError } from '../api-error';
import { IMAGES_PREFIX } from '../constants';
import { bySales, catalog, findProduct, type Product, productsOf } from '../engine/catalog';
import { similarTo } from '../engine/recommend';
import { search, sizeOf } from '../engine/search';
import type { Shop } from '../engine/shop';
import { type App, countSchema, queryTextSchema, similarSchema, visitorSchema } from '../schemas';

const BASE = '/api/v1/products/protected';

/** The detailed search is documented without `/api`. */
const DETAILED_PATH = '/v1/products/protected/search/detailed';

/** The detailed search is for a chat message: it never returns more. */
const DETAILED_PRODUCTS = 5;

const similarQuery = z.object({ limit: countSchema('limit').default(10) });
const salesQuery = z.object({ categoryId: z.string().optional() });
const searchQuery = z.object({
	page: countSchema('page').default(1),
	limit: countSchema('limit').default(20),
	query: queryTextSchema,
});
const detailedQuery = z.object({ query: queryTextSchema, size: z.string().optional() });

/** Serves the product calls other than events: none of them has side effects. */
export function productRoutes(app: App, shop: Shop): void {
	app.post(`${BASE}/similar`, { schema: { querystring: similarQuery, body: similarSchema } }, async (request) => {
		const product = findProduct(request.body.data.id);
		if (!product) throw new ApiError(404, 'Product not found');
		return { products: idsOf(similarTo(product, request.query.limit)) };
	});

	app.get(`${BASE}/sales-ranking`, { schema: { querystring: salesQuery } }, async (request) => {
		const categoryId = request.query.categoryId || null;
		const products = categoryId === null ? catalog() : productsOf(categoryId);
		return { categoryId, products: idsOf(products.filter((product) => product.inStock).sort(bySales)) };
	});

	app.post(`${BASE}/search`, { schema: { querystring: searchQuery, body: visitorSchema } }, async (request) => {
		const { page, limit, query } = request.query;
		const { sessionId, userId } = request.body;
		const found = search(query, shop.tasteFor(sessionId, userId ?? undefined));
		return {
			totalItems: found.length,
			totalPages: Math.ceil(found.length / limit),
			currentPage: page,
			items: idsOf(found.slice((page - 1) * limit, page * limit)),
		};
	});

	app.post(DETAILED_PATH, { schema: { querystring: detailedQuery, body: visitorSchema } }, async (request) => {
		const { query, size } = request.query;
		const { sessionId, userId } = request.body;
		const found = search(query, shop.tasteFor(sessionId, userId ?? undefined)).filter(
			(product) => product.inStock && (!size || sizeOf(product, size) !== undefined),
		);
		return { products: found.slice(0, DETAILED_PRODUCTS).map((product) => detailsOf(product, size, request)) };
	});
}

/** The URLs of a product's two images, on the requested host. */
export function imagesOf(product: Product, request: FastifyRequest): string[] {
	const base = `${request.protocol}://${request.host}${IMAGES_PREFIX}/${product.id}`;
	return [`${base}.png`, `${base}-detail.png`];
}

function detailsOf(product: Product, size: string | undefined, request: FastifyRequest) {
	const { id: productId, sku, name, price, salePrice, link } = product;
	const details = { productId, sku, name, images: imagesOf(product, request), price, salePrice };
	return { ...details, ...(size ? { size: sizeOf(product, size) } : {}), link };
}

function idsOf(products: readonly Product[]): string[] {
	return products.map((product) => product.id);
}
