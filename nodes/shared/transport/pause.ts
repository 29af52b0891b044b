import { sleep } from 'n8n-workflow';

import { Failure } from './failure';
import { PAUSE_SLICE } from './limits';

/**
 * Waits until a moment (epoch ms), in slices, so that a stopped execution ends the wait at once.
 * Throws a `Failure` of kind `cancelled` when the execution was stopped.
 */
export async function pauseUntil(moment: number, cancelled: () => boolean): Promise<void> {
	for (;;) {
		if (cancelled()) throw new Failure('cancelled');
		const left = moment - Date.now();
		if (left <= 0) return;
		await sleep(Math.min(left, PAUSE_SLICE));
	}
}
