import { randomBytes } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import type { StoredMemory } from './memory';

/** What is in the node's static data: the memory, and which state of it this is. */
interface Saved extends StoredMemory {
	/** Changes with every poll that told something: n8n saves those. */
	lineage: string;
	/** Counts the polls since then that told nothing: n8n keeps those only as long as the workflow stays active. */
	step: number;
}

/** The newest state of each trigger that this process has seen, by workflow and node. */
const newest = new Map<string, Saved>();

/**
 * The newest memory of a trigger. n8n saves static data when a poll gives items, and on activation; what the polls in between
 * learn is lost when the workflow is deactivated, or at once under the durable scheduler. So it is held here as well, and
 * used where n8n comes back with an earlier step of the same lineage. Where n8n has another lineage, something was told that
 * this process does not know of, or was told here and then discarded by n8n: then n8n's state holds.
 */
export function readSaved(trigger: string, staticData: IDataObject): Partial<Saved> {
	const saved = staticData as Partial<Saved>;
	const held = newest.get(trigger);
	const isLater = held !== undefined && held.lineage === (saved.lineage ?? '') && held.step > (saved.step ?? 0);
	return isLater ? held : saved;
}

/** Writes what a poll has learned, where that is anything. `told` says whether the poll gives items. */
export function writeSaved(trigger: string, staticData: IDataObject, memory: StoredMemory, told: boolean): void {
	const before = readSaved(trigger, staticData);
	if (!told && before.customers === memory.customers && before.round === memory.round) return;
	const lineage = told ? randomBytes(6).toString('base64') : (before.lineage ?? '');
	const saved: Saved = { ...memory, lineage, step: told ? 0 : (before.step ?? 0) + 1 };
	if (!told) newest.set(trigger, saved);
	Object.assign(staticData, saved);
}
