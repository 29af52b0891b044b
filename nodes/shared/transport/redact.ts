import type { ApiResponse } from './request';
import { placesOf } from './written-forms';

/** A refusal of the API's is a line or two. More than this is another server's page, of which nothing is shown. */
const MOST_OF_A_REFUSAL = 16 * 1024;

/**
 * An answer that is shown to people, with the token taken out in whatever form: a server that refuses a call may echo what
 * it was sent, escaped or packed in its own way. What the API answers to a call that it took is left as it is.
 */
export function withoutToken(response: ApiResponse, token: string): ApiResponse {
	if ((response.status >= 200 && response.status < 300) || token === '') return response;
	const text = response.text.slice(0, MOST_OF_A_REFUSAL);
	let rest = 0;
	const kept = placesOf(token, text).map(([begin, end]) => {
		const before = text.slice(rest, begin);
		rest = end;
		return before;
	});
	return { ...response, text: [...kept, text.slice(rest)].join('…') };
}
