import { Pool } from 'undici';

import { DEFAULT_MAX_CONCURRENCY } from '../../nodes/shared/http/limits';
import type { Job, Measured } from '../cases';
import { PATH, TOKEN_HEADER } from './nodes';

/** The lower bound for a client: undici's own pool, which keeps connections open, and JSON parsing. */
export function askWithUndici({
	url,
	token,
}: Job): (emails: string[]) => Promise<Pick<Measured, 'delivered' | 'failed'>> {
	return async (emails) => {
		const pool = new Pool(url, { connections: DEFAULT_MAX_CONCURRENCY });
		const outcomes = await Promise.allSettled(
			emails.map(async (email) => {
				const path = PATH + encodeURIComponent(email);
				const { statusCode, body } = await pool.request({ method: 'GET', path, headers: { [TOKEN_HEADER]: token } });
				const answer: unknown = await body.json();
				if (statusCode !== 200) throw new Error(`Status ${statusCode}`);
				return answer;
			}),
		);
		await pool.close();
		const delivered = outcomes.filter(({ status }) => status === 'fulfilled').length;
		return { delivered, failed: outcomes.length - delivered };
	};
}
