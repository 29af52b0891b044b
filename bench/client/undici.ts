import { Pool } from 'undici';

import type { Job, Measured } from '../cases';

/** As many connections as our node has at most. */
const CONNECTIONS = 128;

/** The least that a client can cost: undici's own pool, which keeps its connections, and the JSON read. */
export function askWithUndici({ url, token }: Job): (emails: string[]) => Promise<Pick<Measured, 'delivered' | 'failed'>> {
	return async (emails) => {
		const pool = new Pool(url, { connections: CONNECTIONS });
		const outcomes = await Promise.allSettled(
			emails.map(async (email) => {
				const path = `/api/v1/crm/protected/profile/email/${encodeURIComponent(email)}`;
				const { statusCode, body } = await pool.request({ method: 'GET', path, headers: { 'x-fashionai-app-token': token } });
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
