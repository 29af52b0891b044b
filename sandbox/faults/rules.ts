import { z } from 'zod/v4';

/** The fields common to all faults. */
const common = {
	/**
	 * Whether the call is processed (an event feeds its session) before the fault. By default it is if the fault affects
	 * the answer, and is not if the fault replaces it.
	 */
	taken: z.boolean().optional(),
	/** Waits this many milliseconds first. */
	latencyMs: z.number().min(0).optional(),
};

export const faultSchema = z.discriminatedUnion('kind', [
	/** Nothing but the wait. */
	z.strictObject({ kind: z.literal('latency'), ...common }),
	/** Any status; `retryAfter` in seconds, written as a number or as an HTTP date. */
	z.strictObject({
		kind: z.literal('status'),
		status: z.int().min(200).max(599),
		retryAfter: z.number().min(0).optional(),
		retryAfterAs: z.enum(['seconds', 'date']).optional(),
		message: z.string().optional(),
		...common,
	}),
	/** The socket is destroyed; with `midBody` after the headers and half of the body. */
	z.strictObject({ kind: z.literal('reset'), midBody: z.boolean().optional(), ...common }),
	/** The answer trickles, `chunkBytes` (1) at a time, one chunk every `everyMs` (20). */
	z.strictObject({
		kind: z.literal('slowBody'),
		everyMs: z.number().min(1).optional(),
		chunkBytes: z.int().min(1).optional(),
		...common,
	}),
	/** Never answers; with `midBody`, stalls after the headers and half of the body. */
	z.strictObject({ kind: z.literal('stall'), midBody: z.boolean().optional(), ...common }),
	/** Status 200 and a truncated JSON body. */
	z.strictObject({ kind: z.literal('invalidJson'), ...common }),
	/** An HTML page, as from a host that is not the API; status 404 by default. */
	z.strictObject({ kind: z.literal('htmlPage'), status: z.int().min(200).max(599).optional(), ...common }),
	/** Status 200 and this JSON value in place of the answer. */
	z.strictObject({ kind: z.literal('wrongShape'), body: z.unknown(), ...common }),
	/** A redirect to `location`; status 302 by default. */
	z.strictObject({
		kind: z.literal('redirect'),
		location: z.string(),
		status: z.int().min(300).max(399).optional(),
		...common,
	}),
	/** The answer with a filler field, so that it is `bytes` long. */
	z.strictObject({ kind: z.literal('hugeBody'), bytes: z.int().min(1).max(1_000_000_000), ...common }),
]);

/** What happens to one call. */
export type Fault = z.infer<typeof faultSchema>;

export const faultRuleSchema = z.strictObject({
	/** Only this HTTP method. */
	method: z.string().optional(),
	/** Only where the raw URL (path and query, undecoded) contains this text. */
	path: z.string().optional(),
	/** Skips the first `skip` matching calls. */
	skip: z.int().min(0).optional(),
	/** Applies to every `every`-th matching call only. */
	every: z.int().min(1).optional(),
	/** The maximum number of calls it applies to. */
	times: z.int().min(0).optional(),
	/**
	 * The probability with which it applies. The outcome depends on the seed, the call's method and URL, and how many
	 * times that URL was requested, so that a run can be repeated whatever the order of concurrent calls.
	 */
	rate: z.number().min(0).max(1).optional(),
	seed: z.union([z.string(), z.number()]).optional(),
	fault: faultSchema,
});

/** When a fault applies. All conditions of a rule must hold; the first rule that matches is applied. */
export type FaultRule = z.infer<typeof faultRuleSchema>;

/** Whether a call with this fault is still processed; see `taken` above for the defaults. */
export function isTaken(fault: Fault): boolean {
	if (fault.taken !== undefined) return fault.taken;
	switch (fault.kind) {
		case 'status':
		case 'htmlPage':
		case 'redirect':
			return false;
		case 'reset':
		case 'stall':
			return fault.midBody === true;
		default:
			return true;
	}
}

/** Whether the caller receives a complete answer. */
export function isWhole(fault: Fault): boolean {
	return fault.kind !== 'reset' && fault.kind !== 'stall';
}
