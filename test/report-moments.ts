import { SAME_FROM } from '../nodes/shared/moment/likeness';
import { MOMENT_SIZE } from '../nodes/shared/moment/sizes';
import { measure, type Rates } from './moments';

const KINDS: Record<keyof Rates, string> = {
	reworded: 'same moment in other words: told as the same',
	rewordedWithoutBrowsing: 'the same, and its browsing left out',
	next: 'really new moment: told as new',
	nextWithOldBrowsing: 'the same, and the old browsing still listed',
};

process.stdout.write(`Moments are the same from a likeness of ${SAME_FROM} on; ${MOMENT_SIZE} words are kept of each.\n`);
for (const set of ['tuned', 'heldOut'] as const) {
	process.stdout.write(`\n${set === 'tuned' ? 'Pairs the measure was tuned on' : 'Pairs held out'}\n`);
	for (const [kind, { pairs, right, closest }] of Object.entries(measure(set, MOMENT_SIZE))) {
		const percent = ((100 * right) / pairs).toFixed(1);
		const text = KINDS[kind as keyof Rates].padEnd(46);
		process.stdout.write(`  ${text} ${right} of ${pairs} (${percent} %), closest ${closest.toFixed(2)}\n`);
	}
}
