import { looseObject, optional, strictObject, string } from '../values/zod';

/**
 * The body of every API response other than 200 (docs/api.md). Few other servers use it: many add the status or the
 * path.
 */
const apiRefusal = strictObject({ error: string(), message: string() });

/** A refusal by anyone: a gateway's own words help as well. */
const anyRefusal = looseObject({ error: string(), message: optional(string()) });

/** Parses JSON; undefined if it is invalid. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Whether a body is exactly in the API's format for refusals: only then does a 404 mean "not found". */
export function isApiRefusal(text: string): boolean {
	return apiRefusal.safeParse(parseJson(text)).success;
}

/**
 * Whether a body may be the API rejecting a token. An HTML page is not; JSON with additional fields counts, since
 * checking the token is still the best advice then.
 */
export function mayBeApiRefusal(text: string): boolean {
	return anyRefusal.safeParse(parseJson(text)).success;
}

/** The message of a refusal, shortened to one line; empty unless it is JSON like the API's. */
export function whatRefusalSays(text: string | undefined): string {
	const parsed = anyRefusal.safeParse(parseJson(text ?? ''));
	if (!parsed.success) return '';
	const { error, message } = parsed.data;
	return (message ?? error).replace(/\s+/g, ' ').trim().slice(0, 200);
}
