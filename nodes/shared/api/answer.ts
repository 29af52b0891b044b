import { Failure } from '../http/failure';
import { isApiRefusal, parseJson } from '../http/refusal';
import type { ApiResponse } from '../http/request';
import { hasLostDigits } from '../values/ids';
import type { Infer, Schema } from '../values/zod';

/**
 * The body of a 2xx response, checked against its schema (docs/api.md). Returns undefined for a 404 in the API's own
 * JSON: not found. Throws a `Failure`: `wrongHost` for a 404 that is not the API's, `malformed` for a body of another
 * shape.
 */
export function readAnswer<S extends Schema>(response: ApiResponse, schema: S): Infer<S> | undefined {
	if (response.status === 404) {
		if (isApiRefusal(response.text)) return undefined;
		throw new Failure('wrongHost', { status: 404 });
	}
	const { status } = response;
	if (isTooDeep(response.text))
		throw new Failure('malformed', { status, said: `it is nested more than ${MAX_DEPTH} levels deep` });
	const value = parseJson(keepDigits(response.text));
	if (value === undefined) throw new Failure(looksLikeHtml(response.text) ? 'wrongHost' : 'malformed', { status });
	const parsed = schema.safeParse(value);
	if (!parsed.success) throw new Failure('malformed', { status, said: shapeOf(parsed.error.issues[0]) });
	// The original and not zod's copy, which reorders the keys and sets the prototype for a key `__proto__`.
	return value as Infer<S>;
}

const NUMERAL = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy;

/**
 * Quotes the integers that JavaScript cannot represent exactly: they are IDs, and a wrong ID is no better than none.
 */
function keepDigits(json: string): string {
	if (!/\d{16}/.test(json)) return json;
	const parts: string[] = [];
	let kept = 0;
	let inText = false;
	for (let at = 0; at < json.length; at++) {
		const character = json.charAt(at);
		if (inText && character === '\\') at++;
		else if (character === '"') inText = !inText;
		else if (!inText && /[\d-]/.test(character)) {
			NUMERAL.lastIndex = at;
			const [numeral = character] = NUMERAL.exec(json) ?? [];
			if (/^-?\d{16,}$/.test(numeral) && hasLostDigits(Number(numeral))) {
				parts.push(json.slice(kept, at), `"${numeral}"`);
				kept = at + numeral.length;
			}
			at += numeral.length - 1;
		}
	}
	return parts.join('') + json.slice(kept);
}

/**
 * The API's answers have at most a dozen levels. Thousands would overflow the stack of any code that traverses them,
 * n8n's included.
 */
const MAX_DEPTH = 100;

/** Scans character by character: a regular expression can itself run out of stack on long strings. */
function isTooDeep(json: string): boolean {
	let level = 0;
	let inText = false;
	for (let at = 0; at < json.length; at++) {
		const character = json[at];
		if (inText && character === '\\') at++;
		else if (character === '"') inText = !inText;
		else if (inText) continue;
		else if (character === '[' || character === '{') level++;
		else if (character === ']' || character === '}') level--;
		if (level > MAX_DEPTH) return true;
	}
	return false;
}

function looksLikeHtml(text: string): boolean {
	return /^\s*<(!doctype|html)/i.test(text);
}

/** Where the body departs from its schema. Never its values: they are personal data. */
function shapeOf(issue: { path: PropertyKey[] } | undefined): string {
	return issue === undefined || issue.path.length === 0 ? 'the answer as a whole' : `"${issue.path.join('.')}"`;
}
