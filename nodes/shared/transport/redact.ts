import type { ApiResponse } from './request';

/**
 * An answer that is shown to people, with the token taken out: whatever a server says about a refused call may echo it, and
 * JSON can write it with escapes. What the API answers to a call that it took is left as it is.
 */
export function withoutToken(response: ApiResponse, token: string): ApiResponse {
	if (response.status === 200 || token === '') return response;
	const text = plainJson(response.text).replaceAll(token, '…').replaceAll(escaped(token), '…');
	return { ...response, text };
}

/** JSON as JavaScript writes it, without needless escapes; any other text as it is. */
function plainJson(text: string): string {
	try {
		return JSON.stringify(JSON.parse(text));
	} catch {
		return text;
	}
}

function escaped(token: string): string {
	return JSON.stringify(token).slice(1, -1);
}
