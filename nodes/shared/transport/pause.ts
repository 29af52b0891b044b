import type { Clock } from './clock';
import type { Failure } from './failure';
import { PAUSE_SLICE } from './limits';

/**
 * Waits until a moment (epoch ms), in slices, so that what ends the run ends the wait too: throws what `ended` then gives.
 */
export async function pauseUntil(clock: Clock, moment: number, ended: () => Failure | undefined): Promise<void> {
	for (;;) {
		const why = ended();
		if (why) throw why;
		const left = moment - clock.now();
		if (left <= 0) return;
		await clock.sleep(Math.min(left, PAUSE_SLICE));
	}
}
