import { keepDigits } from '../values/ids';
import { parseJson } from '../values/read-ai-values';
import { type Checked, custom, departureFrom, looseObject, optional, type Schema } from '../values/schema';
import { Failure } from './failure';
import { readRetryAfter } from './retry-policy';

/** What a server answered, whatever it is. `text` is the body; its shape is for `readAnswer` to check. */
export interface ApiResponse {
	status: number;
	headers: Record<string, unknown>;
	text: string;
}

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/**
 * The failure for an HTTP status (docs/api.md, statuses); undefined if there is an answer to read: 2xx, and 404, whose meaning
 * depends on the body.
 */
export function failureOfStatus({ status, headers, text }: ApiResponse): Failure | undefined {
	if ((status >= 200 && status < 300) || status === 404) return undefined;
	const facts = { status, said: text };
	// The API refuses in JSON. An HTML page comes from a firewall or proxy, which may reject a single call.
	if ((status === 401 || status === 403) && isPage(text)) return new Failure('wrongHost', facts);
	if (status === 401) return new Failure('unauthorized', facts);
	if (status === 403) return new Failure('forbidden', facts);
	if (status === 408) return new Failure('timeout', facts);
	const retryAfter = readRetryAfter(headers['retry-after']);
	if (status === 429) return new Failure('rateLimited', { ...facts, retryAfter });
	if (status >= 500) return new Failure('unavailable', { ...facts, retryAfter });
	if (REDIRECTS.includes(status)) return new Failure('redirected', { status });
	if (status >= 400) return new Failure('invalid', facts);
	return new Failure('malformed', { status, unexpected: `the status ${status}` });
}

/**
 * The body of a 2xx response, checked against its schema (docs/api.md). Returns undefined for a 404 in the API's own JSON: not
 * found. Throws a `Failure`: `wrongHost` for a 404 that is not the API's, `malformed` for a body of another shape.
 */
export function readAnswer<T>(response: ApiResponse, schema: Schema<T>): T | undefined {
	if (response.status === 404) {
		if (isApiRefusal(response.text)) return undefined;
		throw new Failure('wrongHost', { status: 404 });
	}
	const { status } = response;
	if (isTooDeep(response.text))
		throw new Failure('malformed', { status, unexpected: `it is nested more than ${MOST_LEVELS} levels deep` });
	const value = parseJson(/\d{16}/.test(response.text) ? keepDigits(response.text) : response.text);
	if (value === undefined) throw new Failure(isPage(response.text) ? 'wrongHost' : 'malformed', { status });
	const departure = departureFrom(schema, value);
	if (departure) throw new Failure('malformed', { status, unexpected: shapeOf(departure) });
	// The original and not zod's copy, which reorders the keys and sets the prototype for a key `__proto__`.
	return value as T;
}

/** No answer of the API has more than a dozen. One that is thousands deep stops whatever code walks through it, n8n's included. */
const MOST_LEVELS = 100;

/** Scans character by character: a regular expression can itself run out of stack on long strings. */
function isTooDeep(json: string): boolean {
	if (countOf('{', json) + countOf('[', json) <= MOST_LEVELS) return false;
	let level = 0;
	let inText = false;
	for (let at = 0; at < json.length; at++) {
		const character = json[at];
		if (inText && character === '\\') at++;
		else if (character === '"') inText = !inText;
		else if (inText) continue;
		else if (character === '[' || character === '{') level++;
		else if (character === ']' || character === '}') level--;
		if (level > MOST_LEVELS) return true;
	}
	return false;
}

/** How often a character occurs, which is quicker than the scan, and enough for most answers. */
function countOf(character: string, text: string): number {
	let count = 0;
	for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
	return count;
}

/** Where the body departs from its schema. Never its values: they are personal data. */
function shapeOf(path: PropertyKey[]): string {
	return path.length === 0 ? 'the answer as a whole' : `"${path.join('.')}"`;
}

/** A text, or several, as of all that is wrong with a request. Not zod's `string`, which takes a kilobyte of what ships. */
const anyWords = custom<string | string[]>((value) => [value].flat().every((text) => typeof text === 'string'));

/** A refusal by anyone: a gateway's own words help as well. */
const refusal = looseObject({ error: anyWords, message: optional(anyWords) });

function refusalIn(text: string): Checked<typeof refusal> | undefined {
	const value = parseJson(text);
	return departureFrom(refusal, value) ? undefined : (value as Checked<typeof refusal>);
}

/** Whether a body is a page, of a firewall or a proxy, and no JSON. */
function isPage(text: string): boolean {
	return /^\s*<(?:!doctype|html|head|body|!--|\?xml)/i.test(text);
}

/**
 * Whether a body is exactly in the API's format for refusals, an error and a message (docs/api.md): only then does a 404 mean "not
 * found". Few other servers use it: many add the status or the path.
 */
export function isApiRefusal(text: string): boolean {
	const data = refusalIn(text);
	return typeof data?.message === 'string' && Object.keys(data).length === 2;
}

/** The message of a refusal, or its list of them, shortened to one line; empty unless it is JSON like the API's. */
export function whatRefusalSays(text = ''): string {
	const { error = '', message = error } = refusalIn(text) ?? {};
	return [message].flat().join('; ').replace(/\s+/g, ' ').trim().slice(0, 200);
}
