import { randomBytes } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import type { StoredMemory } from './memory';

/** More triggers than any single n8n instance polls. */
const MAX_TRIGGERS = 200;

/**
 * What this process knows of each trigger, by workflow and node. Evicts the least recently set, since n8n does not say
 * when a trigger is gone.
 */
export class Recent<T> {
	private readonly values = new Map<string, T>();

	get(trigger: string): T | undefined {
		return this.values.get(trigger);
	}

	set(trigger: string, value: T): void {
		this.values.delete(trigger);
		this.values.set(trigger, value);
		const [oldest] = this.values.keys();
		if (this.values.size > MAX_TRIGGERS && oldest !== undefined) this.values.delete(oldest);
	}
}

/** The node's static data: the memory and its version (generation and revision). */
interface Saved extends StoredMemory {
	/** Changes with every poll that emitted items: n8n saves those. */
	generation: string;
	/** Counts the changes since then without any item: n8n keeps those only while the workflow stays active. */
	revision: number;
}

/** The newest state of each trigger that this process has written and n8n may not have saved. */
const newest = new Recent<Saved>();
/** The generation from which each trigger last emitted items, and when (epoch ms). */
const lastReported = new Recent<{ from: string; at: number }>();

/** How long n8n may take to save static data after a poll that emitted items, in milliseconds. */
const SETTLING = 10_000;

/**
 * The newest memory of a trigger. n8n saves static data only when a poll emits items, and on activation; what other
 * polls learn is lost when the workflow is deactivated, or at once under the durable scheduler. So it is kept here as
 * well, and used if n8n comes back with an earlier revision of the same generation. A different generation means that
 * another process emitted items, or that n8n discarded what was emitted here; in both cases n8n's state wins.
 */
export function readSaved(trigger: string, staticData: IDataObject): Partial<Saved> {
	const saved = staticData as Partial<Saved>;
	const held = newest.get(trigger);
	const isLater =
		held !== undefined && held.generation === generationOf(saved) && held.revision > (saved.revision ?? 0);
	return isLater ? held : saved;
}

/**
 * Whether n8n may still be saving the state after this process emitted items. n8n starts the next poll without waiting
 * for that, and a poll from the old state would report the same again.
 */
export function isSettling(trigger: string, staticData: IDataObject): boolean {
	const last = lastReported.get(trigger);
	return last !== undefined && last.from === generationOf(staticData) && Date.now() - last.at < SETTLING;
}

/**
 * Writes what this poll and earlier unsaved ones have learned. `reported` says whether the poll emits items. Up-to-date
 * static data is not touched, since n8n would save it again.
 */
export function writeSaved(trigger: string, staticData: IDataObject, memory: StoredMemory, reported: boolean): void {
	const before = readSaved(trigger, staticData);
	if (!reported && before.customers === memory.customers && before.round === memory.round) {
		if (before !== staticData) Object.assign(staticData, before);
		return;
	}
	const generation = reported ? randomBytes(6).toString('base64') : generationOf(before);
	const saved: Saved = { ...memory, generation, revision: reported ? 0 : (before.revision ?? 0) + 1 };
	if (reported) lastReported.set(trigger, { from: generationOf(before), at: Date.now() });
	else newest.set(trigger, saved);
	// Data of another version is of no use, and may be in clear text.
	for (const key of Object.keys(staticData)) if (!Object.hasOwn(saved, key)) Reflect.deleteProperty(staticData, key);
	Object.assign(staticData, saved);
}

function generationOf({ generation }: Partial<Saved>): string {
	return generation ?? '';
}
