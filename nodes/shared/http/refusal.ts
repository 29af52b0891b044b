import { looseObject, optional, strictObject, string } from '../values/zod';

/** The body of every answer of the API's that is not a 200 (docs/api.md), and of few other servers': many add the status or the path. */
const apiRefusal = strictObject({ error: string(), message: string() });

/** What can be read of a refusal, whoever wrote it: a gateway's own words help as well. */
const anyRefusal = looseObject({ error: string(), message: optional(string()) });

/** The value of a JSON text; undefined where it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Whether a body is the API's own way to refuse, to the letter: only then does a 404 mean that there is no such thing. */
export function isApiRefusal(text: string): boolean {
	return apiRefusal.safeParse(parseJson(text)).success;
}

/**
 * Whether a body may be the API's way to refuse a token. A page is not; JSON with more in it than the API's is taken for it,
 * since what helps most then is still a look at the token.
 */
export function mayBeApiRefusal(text: string): boolean {
	return anyRefusal.safeParse(parseJson(text)).success;
}

/** What was said about a refused call, cut to a line; empty where it is not in JSON like the API's. */
export function whatRefusalSays(text: string | undefined): string {
	const parsed = anyRefusal.safeParse(parseJson(text ?? ''));
	if (!parsed.success) return '';
	const { error, message } = parsed.data;
	return (message ?? error).replace(/\s+/g, ' ').trim().slice(0, 200);
}
