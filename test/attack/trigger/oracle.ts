import type { EventName } from '../subject';

const HOUR = 3_600_000;
const DAY = 24;

/** What a lookup of a customer shows. */
export interface Shown {
	/** The number of the moment; two moments have no word in common. */
	moment: number;
	shows: boolean;
}

/** What the trigger must know of a customer. Times are in hours, 0 for never. */
export interface Known {
	moment: number;
	reported: boolean;
	reportedAt: number;
	goneSince: number;
}

export interface Rules {
	event: EventName;
	firstLook: 'remember' | 'emit';
	quietPeriod: number;
	tellAgainAfter: number;
}

/**
 * The guarantees of docs/how-new-behavior-is-detected.md for one look, in their simplest form: moments are either the
 * same or have nothing in common, and the second lookup always confirms the first.
 */
export function look(
	known: Known | undefined,
	{ moment, shows }: Shown,
	rules: Rules,
	nowMs: number,
): { report: boolean; known: Known } {
	const now = Math.floor(nowMs / HOUR);
	if (!known) {
		const report = rules.firstLook === 'emit' && shows;
		return { report, known: { moment, reported: shows, reportedAt: report ? now : 0, goneSince: shows ? 0 : now } };
	}
	const isNews =
		rules.event === 'newBehavior' ? isNewBehavior(known, { moment, shows }, rules, now) : moment !== known.moment;
	// A time to come is that of a clock which has been set back since.
	const isReported = known.reportedAt > 0 && known.reportedAt <= now;
	const isQuiet = isReported && now - known.reportedAt < rules.quietPeriod * DAY;
	if (isNews && !isQuiet) return { report: true, known: { moment, reported: true, reportedAt: now, goneSince: 0 } };
	if (isNews) return { report: false, known };
	// A clock that is behind makes nothing end before it was reported.
	const goneSince = Math.max(known.reportedAt, Math.min(known.goneSince || now, now));
	return { report: false, known: { ...known, goneSince: shows ? 0 : goneSince } };
}

function isNewBehavior(known: Known, { moment, shows }: Shown, { tellAgainAfter }: Rules, now: number): boolean {
	if (!shows) return false;
	const isBack = known.goneSince > 0 && now - known.goneSince >= tellAgainAfter * DAY;
	return !known.reported || moment !== known.moment || isBack;
}
