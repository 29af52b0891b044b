import { sleep } from 'n8n-workflow';

/** How long a loop may work before everything else that n8n does gets its turn, in milliseconds. */
const LONGEST_STRETCH = 25;

/**
 * Lets a long loop breathe: n8n takes up to 400 µs for one expression, and ten thousand of them in one stretch would stop
 * every other workflow for seconds.
 */
export class Breath {
	private since = Date.now();

	async take(): Promise<void> {
		if (Date.now() - this.since < LONGEST_STRETCH) return;
		await sleep(0);
		this.since = Date.now();
	}
}
