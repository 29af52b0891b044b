import { z } from 'zod/v4';

const LONGEST_WAIT_MS = 600_000;

const milliseconds = (name: string) =>
	z
		.int({ error: `${name} must be whole milliseconds` })
		.min(0, `${name} must not be negative`)
		.max(LONGEST_WAIT_MS, `${name} must be at most ${LONGEST_WAIT_MS} ms`);

const thinkingSchema = z
	.strictObject(
		{ fromMs: milliseconds('thinking.fromMs'), toMs: milliseconds('thinking.toMs') },
		{ error: explainObject('thinking', '{ fromMs, toMs }') },
	)
	.refine(({ fromMs, toMs }) => fromMs <= toMs, 'thinking.fromMs must not be more than thinking.toMs');

const cachedSchema = z
	.strictObject(
		{
			forMs: z
				.int({ error: 'cached.forMs must be whole milliseconds' })
				.min(1, 'cached.forMs must be at least 1')
				.optional(),
			looks: z
				.int({ error: 'cached.looks must be a whole number' })
				.min(1, 'cached.looks must be at least 1')
				.optional(),
		},
		{ error: explainObject('cached', '{ forMs } or { looks }, or both') },
	)
	.refine(({ forMs, looks }) => forMs !== undefined || looks !== undefined, 'cached needs forMs or looks');

export const writingSchema = z.strictObject(
	{
		/** Each lookup is worded differently. */
		anew: z.boolean({ error: 'anew must be true or false' }).optional(),
		/** Each lookup takes a random time in this range. */
		thinking: thinkingSchema.optional(),
		/** Whose `novo_comportamento` is random on each lookup: any identifiers of customers, or `all`. */
		undecided: z
			.union([z.literal('all'), z.array(z.string())], { error: 'undecided must be "all" or a list of identifiers' })
			.optional(),
		/**
		 * An answer is repeated at once until the first limit is reached: a time in milliseconds, or a number of further
		 * lookups. Like a cache in between.
		 */
		cached: cachedSchema.optional(),
		/** The seed of all random choices. */
		seed: z.union([z.string(), z.number()], { error: 'seed must be a text or a number' }).optional(),
	},
	{ error: explainObject('The settings', 'a JSON object of anew, thinking, undecided, cached and seed') },
);

/** The rewording settings; omitted ones are off. */
export type Writing = z.infer<typeof writingSchema>;

/** Names unknown keys, and what was expected for anything else. */
function explainObject(name: string, shape: string) {
	return (issue: { code?: string; keys?: string[] }) =>
		issue.code === 'unrecognized_keys'
			? `${name} must be ${shape}: there is no ${issue.keys?.join(', ')}`
			: `${name} must be ${shape}`;
}
