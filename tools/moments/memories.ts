import type { CustomerProfile } from '../../nodes/shared/profile/customer-profile';
import { decide, type Decision, type KeptMoment, type MomentRules } from '../../nodes/shared/moments/decide';
import { readFingerprint, writeFingerprint } from '../../nodes/shared/moments/fingerprint';
import { judgeSeen, type SeenStore } from '../../nodes/shared/moments/seen-before';
import type { CustomerMemory } from './nightly';

type Rules = Partial<Omit<MomentRules, 'now'>>;

/** What the trigger keeps. */
export class TriggerMemory implements CustomerMemory {
	protected kept: KeptMoment | undefined;

	constructor(private readonly rules: Rules = {}) {}

	async look(profile: CustomerProfile, again: () => CustomerProfile, now: number): Promise<boolean> {
		const rules = { event: 'newBehavior' as const, firstLook: 'remember' as const, quietPeriod: 0, ...this.rules, now };
		const first = decide(this.kept, profile, rules);
		const last =
			first.verdict === 'perhaps'
				? decide(first.keep, again(), rules, profile)
				: first.verdict === 'new' && this.confirmsAnew && this.kept
					? confirmAnew(this.kept, first, again(), rules, profile)
					: first;
		this.kept = this.pass(last.keep);
		return last.verdict === 'new';
	}

	/** Whether a text that confirms the doubt of an earlier run is confirmed by a second lookup as well. */
	protected readonly confirmsAnew: boolean = true;

	protected pass(kept: KeptMoment): KeptMoment {
		return kept;
	}
}

/** As the trigger does: that look was the second yes already. */
function confirmAnew(
	kept: KeptMoment,
	first: Decision,
	again: CustomerProfile,
	rules: MomentRules,
	doubted: CustomerProfile,
): Decision {
	const decision = decide(kept, { ...again, newBehavior: true }, rules, doubted);
	return decision.verdict === 'same' || (decision.verdict === 'new' && again.newBehavior) ? decision : first;
}

/** The same, written to and read from a fingerprint each time. */
export class FingerprintMemory extends TriggerMemory {
	protected override readonly confirmsAnew = false;

	protected override pass(kept: KeptMoment): KeptMoment {
		const read = readFingerprint(writeFingerprint(kept, 'newBehavior'), 'newBehavior');
		if (!read.kept) throw new Error(`A fingerprint was ${read.reason}`);
		return read.kept;
	}
}

/** n8n's store, in memory. */
export class MapStore implements SeenStore {
	readonly entries = new Set<string>();
	calls = 0;

	async ask(entries: string[]): Promise<string[]> {
		this.calls++;
		const known = entries.filter((entry) => this.entries.has(entry));
		for (const entry of entries) this.entries.add(entry);
		return known;
	}

	async remove(entries: string[]): Promise<void> {
		for (const entry of entries) this.entries.delete(entry);
	}

	async alone<T>(work: () => Promise<T>): Promise<T> {
		return await work();
	}
}

/** New Behavior Not Seen Before: the first look is reported, and looks without new behavior do not reach the store. */
export class SeenMemory implements CustomerMemory {
	constructor(
		readonly store = new MapStore(),
		private readonly quietPeriod = 0,
	) {}

	async look(profile: CustomerProfile, again: () => CustomerProfile, now: number): Promise<boolean> {
		if (!profile.newBehavior) return false;
		const rules = { hash: (text: string) => text, lookAgain: async () => again(), now };
		const [verdict] = await judgeSeen([{ customer: 'one', profile, quietPeriod: this.quietPeriod }], this.store, rules);
		return verdict === 'new';
	}
}
