import { randomBytes } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import type { StoredMemory } from './memory';

/** More triggers than any one n8n polls. */
const KEPT = 200;

/**
 * What this process knows of each trigger, by workflow and node. Forgets the one that was quiet for longest, since n8n does
 * not say when a trigger is gone.
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
		if (this.values.size > KEPT && oldest !== undefined) this.values.delete(oldest);
	}
}

/** What is in the node's static data: the memory, and which state of it this is. */
interface Saved extends StoredMemory {
	/** Changes with every poll that told something: n8n saves those. */
	generation: string;
	/** Counts the polls since then that told nothing: n8n keeps those only as long as the workflow stays active. */
	revision: number;
}

/** The newest state of each trigger, by workflow and node, that this process has seen and n8n may not have saved. */
const newest = new Recent<Saved>();
/** From which generation each trigger told last, and when (epoch ms). */
const lastReported = new Recent<{ from: string; at: number }>();

/** How long n8n may take to save what was told, in milliseconds. */
const SETTLING = 10_000;

/**
 * The newest memory of a trigger. n8n saves static data when a poll gives items, and on activation; what the polls in between
 * learn is lost when the workflow is deactivated, or at once under the durable scheduler. So it is held here as well, and
 * used where n8n comes back with an earlier revision of the same generation. Where n8n has another generation, something was told that
 * this process does not know of, or was told here and then discarded by n8n: then n8n's state holds.
 */
export function readSaved(trigger: string, staticData: IDataObject): Partial<Saved> {
	const saved = staticData as Partial<Saved>;
	const held = newest.get(trigger);
	const isLater =
		held !== undefined && held.generation === generationOf(saved) && held.revision > (saved.revision ?? 0);
	return isLater ? held : saved;
}

/**
 * Whether n8n may still be saving what this process has told. n8n begins a poll without waiting for that; a poll from such an
 * old state would tell the same again.
 */
export function isSettling(trigger: string, staticData: IDataObject): boolean {
	const told = lastReported.get(trigger);
	return told !== undefined && told.from === generationOf(staticData) && Date.now() - told.at < SETTLING;
}

/**
 * Writes what a poll has learned, and what n8n does not have of what earlier ones have. `told` says whether the poll gives
 * items. Static data that is up to date is left alone: n8n would save it again.
 */
export function writeSaved(trigger: string, staticData: IDataObject, memory: StoredMemory, told: boolean): void {
	const before = readSaved(trigger, staticData);
	if (!told && before.customers === memory.customers && before.round === memory.round) {
		if (before !== staticData) Object.assign(staticData, before);
		return;
	}
	const generation = told ? randomBytes(6).toString('base64') : generationOf(before);
	const saved: Saved = { ...memory, generation, revision: told ? 0 : (before.revision ?? 0) + 1 };
	if (told) lastReported.set(trigger, { from: generationOf(before), at: Date.now() });
	else newest.set(trigger, saved);
	// What another version stored is of no use, and may be in clear.
	for (const key of Object.keys(staticData)) if (!Object.hasOwn(saved, key)) Reflect.deleteProperty(staticData, key);
	Object.assign(staticData, saved);
}

function generationOf({ generation }: Partial<Saved>): string {
	return generation ?? '';
}
