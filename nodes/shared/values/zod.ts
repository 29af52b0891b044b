/**
 * The part of zod this package uses, in the form that the build bundles to a few kilobytes. The full zod, bundled, does not
 * pass n8n's scan (`no-console`).
 */
export {
	array,
	custom,
	looseObject,
	nullable,
	number,
	optional,
	strictObject,
	string,
	union,
	unknown,
} from 'zod/v4-mini';
export type { infer as Infer, ZodMiniType as Schema } from 'zod/v4-mini';
