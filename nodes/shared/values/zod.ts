/**
 * The parts of zod that this package uses, from the variant that bundles to a few kilobytes. The full zod, bundled,
 * does not pass n8n's scan (`no-console`).
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
