import { $ZodCustom, $ZodObject, $ZodOptional, $ZodUnknown, safeParse, type $ZodType, type output } from 'zod/v4/core';

/**
 * Schemas of what the API promises, made of zod's core: the builders and types of `zod/v4-mini` for all else would take a hundredth
 * of all that ships, and no answer needs them.
 */
export type Schema<T> = $ZodType<T>;
export type Checked<S extends Schema<unknown>> = output<S>;

/** What a value has to be, as told by a function. */
export function custom<T>(fn: (value: unknown) => boolean): Schema<T> {
	return new $ZodCustom({ type: 'custom', check: 'custom', fn, abort: true }) as Schema<T>;
}

/** What may be left out. */
export function optional<T>(innerType: Schema<T>): Schema<T | undefined> {
	return new $ZodOptional({ type: 'optional', innerType }) as Schema<T | undefined>;
}

/** An object with at least these fields: the API may add others. */
export function looseObject<Shape extends Record<string, Schema<unknown>>>(
	shape: Shape,
): Schema<{ [Name in keyof Shape]: Checked<Shape[Name]> } & Record<string, unknown>> {
	const catchall = new $ZodUnknown({ type: 'unknown' });
	return new $ZodObject({ type: 'object', shape, catchall }) as Schema<
		{ [Name in keyof Shape]: Checked<Shape[Name]> } & Record<string, unknown>
	>;
}

/** The path to what departs from the schema, empty for all of the value; undefined if nothing does. */
export function departureFrom(schema: Schema<unknown>, value: unknown): PropertyKey[] | undefined {
	const issue: { path?: PropertyKey[] } | undefined = safeParse(schema, value).error?.issues[0];
	return issue && (issue.path ?? []);
}
