import { DEFAULT_MAX_CONCURRENCY } from '../../nodes/shared/http/limits';
import { forEachConcurrent } from '../../nodes/shared/items/for-each-concurrent';
import type { Job, Measured } from '../cases';
import { PATH, TOKEN_HEADER } from './nodes';

/** The lower bound for Reuse Connections: Node.js' own `fetch`, at the concurrency of our node, and JSON parsing. */
export function askWithFetch({
	url,
	token,
}: Job): (emails: string[]) => Promise<Pick<Measured, 'delivered' | 'failed'>> {
	return async (emails) => {
		const answers: unknown[] = [];
		await forEachConcurrent(emails, DEFAULT_MAX_CONCURRENCY, async (email) => {
			const headers = { accept: 'application/json', [TOKEN_HEADER]: token };
			const response = await fetch(url + PATH + encodeURIComponent(email), { headers }).catch(() => undefined);
			const answer: unknown = await response?.json().catch(() => undefined);
			if (response?.status === 200) answers.push(answer);
		});
		return { delivered: answers.length, failed: emails.length - answers.length };
	};
}
