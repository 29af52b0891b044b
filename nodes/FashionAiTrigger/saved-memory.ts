import { randomBytes } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import type { StoredMemory } from './memory';
import { Recent } from './recent';

/** What is in the node's static data: the memory, and which state of it this is. */
interface Saved extends StoredMemory {
	/** Changes with every poll that told something: n8n saves those. */
	lineage: string;
	/** Counts the polls since then that told nothing: n8n keeps those only as long as the workflow stays active. */
	step: number;
}

/** The newest state of each trigger, by workflow and node, that this process has seen and n8n may not have saved. */
const newest = new Recent<Saved>();
/** From which lineage each trigger told last, and when (epoch ms). */
const lastTold = new Recent<{ from: string; at: number }>();

/** How long n8n may take to save what was told, in milliseconds. */
const SETTLING = 10_000;

/**
 * The newest memory of a trigger. n8n saves static data when a poll gives items, and on activation; what the polls in between
 * learn is lost when the workflow is deactivated, or at once under the durable scheduler. So it is held here as well, and
 * used where n8n comes back with an earlier step of the same lineage. Where n8n has another lineage, something was told that
 * this process does not know of, or was told here and then discarded by n8n: then n8n's state holds.
 */
export function readSaved(trigger: string, staticData: IDataObject): Partial<Saved> {
	const saved = staticData as Partial<Saved>;
	const held = newest.get(trigger);
	const isLater = held !== undefined && held.lineage === lineageOf(saved) && held.step > (saved.step ?? 0);
	return isLater ? held : saved;
}

/**
 * Whether n8n may still be saving what this process has told. n8n begins a poll without waiting for that; a poll from such an
 * old state would tell the same again.
 */
export function isSettling(trigger: string, staticData: IDataObject): boolean {
	const told = lastTold.get(trigger);
	return told !== undefined && told.from === lineageOf(staticData) && Date.now() - told.at < SETTLING;
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
	const lineage = told ? randomBytes(6).toString('base64') : lineageOf(before);
	const saved: Saved = { ...memory, lineage, step: told ? 0 : (before.step ?? 0) + 1 };
	if (told) lastTold.set(trigger, { from: lineageOf(before), at: Date.now() });
	else newest.set(trigger, saved);
	// What another version stored is of no use, and may be in clear.
	for (const key of Object.keys(staticData)) if (!Object.hasOwn(saved, key)) Reflect.deleteProperty(staticData, key);
	Object.assign(staticData, saved);
}

function lineageOf({ lineage }: Partial<Saved>): string {
	return lineage ?? '';
}
