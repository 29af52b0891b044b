import type { IncomingMessage, ServerResponse } from 'node:http';

import type { FastifyBaseLogger, FastifyInstance, FastifyTypeProvider, RawServerDefault } from 'fastify';
import { z } from 'zod/v4';

import { ApiError } from './api-error';

/** Gives Fastify's handlers the types of a route's zod schemas. */
interface ZodProvider extends FastifyTypeProvider {
	validator: this['schema'] extends z.ZodType ? z.output<this['schema']> : unknown;
}

/** A Fastify instance whose routes are validated by zod. */
export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodProvider>;

/** Makes Fastify validate params, query and body with the routes' zod schemas; invalid requests are answered 400. */
export function validateWithZod(app: FastifyInstance): App {
	app.setValidatorCompiler<z.ZodType>(({ schema }) => (data) => {
		const result = schema.safeParse(data);
		return result.success ? { value: result.data } : { error: new ApiError(400, explain(result.error)) };
	});
	return app.withTypeProvider<ZodProvider>();
}

const text = (name: string) =>
	z.string({ error: `${name} is required` }).refine((value) => value.trim() !== '', `${name} must not be empty`);

/** A user's ID: text today, a number in older integrations; the same user either way. */
export const userIdSchema = z.union([z.string(), z.number()], { error: 'userId must be a string' }).transform(String);

export const eventSchema = z
	.object(
		{
			userId: userIdSchema.optional(),
			sessionId: text('sessionId'),
			eventType: z.enum(['categoryView', 'shopTheLook', 'productView', 'customShelf'], {
				error: 'eventType must be one of categoryView, shopTheLook, productView, customShelf',
			}),
			data: z.object({ id: z.string({ error: 'data.id is required' }) }, { error: 'data is required' }),
		},
		{ error: 'The body must be a JSON object' },
	)
	.refine((event) => event.eventType === 'customShelf' || event.data.id.trim() !== '', {
		error: 'data.id must not be empty',
	})
	.refine((event) => event.eventType !== 'customShelf' || event.data.id === '', {
		error: 'data.id must be the empty string for customShelf',
	});

/** The visitor, in the product calls. */
export const visitorSchema = z.object(
	{ userId: userIdSchema.nullish(), sessionId: text('sessionId') },
	{ error: 'The body must be a JSON object' },
);

export const similarSchema = visitorSchema.extend({
	data: z.object({ id: text('data.id') }, { error: 'data is required' }),
});

/** An integer of at least 1 from a query string. */
export function countSchema(name: string) {
	return z.coerce.number().int().min(1, `${name} must be a whole number of at least 1`);
}

export const queryTextSchema = text('query');

function explain(error: z.ZodError): string {
	return error.issues.map((issue) => issue.message).join('; ');
}
