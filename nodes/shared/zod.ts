/**
 * The part of zod this package uses. The build puts a bundle of exactly this in place of the file, since n8n installs no
 * runtime dependency of a community node (N8N rule) and the full zod would break its scan.
 */
export {
	array,
	looseObject,
	nullable,
	number,
	object,
	optional,
	record,
	string,
	union,
	unknown,
} from 'zod/v4-mini';
export type { infer as Infer, ZodMiniType as Schema } from 'zod/v4-mini';
