import { z } from 'zod/v4';

import { ApiError } from '../api-error';
import { ADMIN_PREFIX } from '../constants';
import { catalog, findProduct, type Product } from '../engine/catalog';
import type { Customer } from '../engine/customers';
import { withMoment } from '../engine/moment';
import type { Shop } from '../engine/shop';
import type { FaultPlan } from '../faults/plan';
import { faultRuleSchema } from '../faults/rules';
import { isAdminCall } from '../hooks';
import { isObject } from '../is-object';
import type { Recorder } from '../recorder';
import { type App, userIdSchema } from '../schemas';
import { writingSchema } from '../writing/options';
import { imagesOf } from './products';

const params = z.object({ userProfileId: z.string() });

const customerBody = z.strictObject({
	name: z.string().optional(),
	email: z.string().optional(),
	phone: z.string().optional(),
	document: z.string().optional(),
	userId: userIdSchema.optional(),
	audience: z.enum(['feminino', 'masculino', 'unissex']).optional(),
	usualStyles: z.array(z.string()).optional(),
	profile: z.unknown().optional(),
	/** Alternative wordings of the profile, for rewording. */
	variants: z
		.array(z.unknown(), { error: 'variants must be a list of profiles' })
		.min(1, 'variants must not be empty')
		.optional(),
	raw: z.unknown().optional(),
});

const behaviorBody = z.strictObject({
	/** Sets or clears only the flag. */
	newBehavior: z.boolean().optional(),
	/** Writes a moment about the best known products of this style. */
	style: z.string().optional(),
	/** Writes a moment about these products. */
	products: z.array(z.string()).optional(),
	/** The wording of the moment: another number words the same facts differently. */
	wording: z.int().min(0).optional(),
	/** Any moment. */
	moment: z.unknown().optional(),
});

const requestsQuery = z.object({ path: z.string().optional(), method: z.string().optional() });

const PRODUCTS_OF_A_MOMENT = 3;

/** The state that the admin calls read and change. */
export interface Workings {
	shop: Shop;
	plan: FaultPlan;
	recorder: Recorder;
	reset(): void;
}

/** Serves the calls that control the sandbox from another process. They need no token, and are local only. */
export function adminRoutes(app: App, { shop, plan, recorder, reset }: Workings): void {
	app.addHook('onRequest', async (request) => {
		// A page in this machine's browser comes from here too, under a host name of its own that was changed to this address.
		if (isAdminCall(request) && !(isLoopback(request.ip) && isOwnHost(request.hostname))) {
			throw new ApiError(403, 'The sandbox takes admin calls from its own machine only');
		}
	});

	app.get(`${ADMIN_PREFIX}/state`, async () => ({
		customers: shop.customers.list().map(summaryOf),
		sessions: shop.signals.sessionCount,
		requests: recorder.count,
		faults: plan.rules,
		writing: shop.writer.settings,
	}));

	app.get(`${ADMIN_PREFIX}/products`, async (request) =>
		catalog().map((product) => ({ ...product, images: imagesOf(product, request) })),
	);

	app.get(`${ADMIN_PREFIX}/requests`, { schema: { querystring: requestsQuery } }, async (request) => {
		const { path = '', method } = request.query;
		return recorder.list().filter((r) => r.path.includes(path) && (!method || r.method === method.toUpperCase()));
	});

	app.delete(`${ADMIN_PREFIX}/requests`, async () => {
		recorder.clear();
		return { requests: 0 };
	});

	app.post(`${ADMIN_PREFIX}/faults`, { schema: { body: z.array(faultRuleSchema) } }, async (request) => {
		plan.set(request.body);
		return plan.rules;
	});

	app.delete(`${ADMIN_PREFIX}/faults`, async () => {
		plan.set([]);
		return plan.rules;
	});

	app.get(`${ADMIN_PREFIX}/writing`, async () => shop.writer.settings);

	app.put(`${ADMIN_PREFIX}/writing`, { schema: { body: writingSchema } }, async (request) => {
		shop.writer.set(request.body);
		return shop.writer.settings;
	});

	app.delete(`${ADMIN_PREFIX}/writing`, async () => {
		shop.writer.set({});
		return shop.writer.settings;
	});

	app.post(`${ADMIN_PREFIX}/reset`, async () => {
		reset();
		return { reset: true };
	});

	const customerPath = `${ADMIN_PREFIX}/customers/:userProfileId`;

	app.put(customerPath, { schema: { params, body: customerBody } }, async (request) => {
		shop.customers.put({ ...request.body, userProfileId: request.params.userProfileId });
		return summaryOf(customerOf(shop, request.params.userProfileId));
	});

	app.delete(customerPath, { schema: { params } }, async (request) => {
		return { deleted: shop.customers.delete(request.params.userProfileId) };
	});

	app.post(`${customerPath}/behavior`, { schema: { params, body: behaviorBody } }, async (request) => {
		const customer = customerOf(shop, request.params.userProfileId);
		const { style, products, newBehavior, wording = 0 } = request.body;
		if (style !== undefined || products) shop.turn(customer, productsFor(style, products), wording);
		const turned = customerOf(shop, request.params.userProfileId);
		if ('moment' in request.body) changeMoment(shop, turned, request.body.moment);
		else if (newBehavior !== undefined) setNewBehavior(shop, turned, newBehavior);
		return summaryOf(customerOf(shop, request.params.userProfileId));
	});
}

function isLoopback(ip: string): boolean {
	return ip === '::1' || /^(::ffff:)?127(\.\d+){3}$/.test(ip);
}

/** Whether the host in a URL is this machine; IPv6 addresses stand in brackets. */
function isOwnHost(host: string): boolean {
	return host === 'localhost' || isLoopback(host.replace(/^\[(.*)\]$/, '$1'));
}

function customerOf(shop: Shop, userProfileId: string): Customer {
	const customer = shop.customers.find('userProfileId', userProfileId);
	if (!customer) throw new ApiError(404, `No customer has the user profile id "${userProfileId}"`);
	return customer;
}

function productsFor(style: string | undefined, ids: string[] | undefined): Product[] {
	const products = ids
		? ids.flatMap((id) => findProduct(id) ?? [])
		: catalog().filter((product) => style !== undefined && product.styles.includes(style));
	if (products.length === 0) throw new ApiError(400, 'No product matches');
	return ids ? products : products.slice(0, PRODUCTS_OF_A_MOMENT);
}

function changeMoment(shop: Shop, customer: Customer, moment: unknown): void {
	shop.customers.changeProfile(customer, withMoment(customer.profile, moment));
}

function setNewBehavior(shop: Shop, customer: Customer, newBehavior: boolean): void {
	const moment = { ...momentOf(customer), novo_comportamento: newBehavior };
	// The voices still match the moment.
	const voices = shop.customers.voicesOf(customer);
	shop.customers.changeProfile(customer, withMoment(customer.profile, moment), voices);
}

function summaryOf(customer: Customer) {
	const { name, city, email, phone, document, userProfileId, userId, usualStyles } = customer;
	const newBehavior = momentOf(customer).novo_comportamento;
	return { name, city, email, phone, document, userProfileId, userId, usualStyles, newBehavior };
}

/** The moment's fields; none if the profile has no moment. */
function momentOf(customer: Customer): Record<string, unknown> {
	const { profile } = customer;
	const moment = isObject(profile) ? profile.momento_compra_atual : undefined;
	return isObject(moment) ? moment : {};
}
