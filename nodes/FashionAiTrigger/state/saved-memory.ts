import { randomBytes } from 'crypto';
import type { IPollFunctions } from 'n8n-workflow';

import type { StoredMemory } from './memory';

/** Of the keys in the workflow's static data, which Code nodes may use too. */
const PREFIX = 'fashionAiTrigger:';

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

/** What n8n saves: the memory and its version (generation and revision). */
interface Saved extends StoredMemory {
	/** Changes with every poll that emitted items: n8n saves those. */
	generation: string;
	/** Counts the changes since then without any item: n8n keeps those only while the workflow stays active. */
	revision: number;
	/** In the workflow's static data: the name of the node, or the key of the entry that took over from this one. */
	node?: string;
}

/** Where n8n keeps a trigger's state. */
export interface StateInN8n {
	/** What is stored; empty for a new trigger. */
	saved: Partial<Saved>;
	/** Whether it is stored where `write` would. */
	isInPlace: boolean;
	write(saved: Saved): void;
}

/**
 * n8n keys a node's own static data by the node's name, so the state is in the workflow's, under the node's ID: it survives
 * renaming the node. With durable cursors it has to be in the node's own, which n8n then keys by the ID itself and saves in one
 * transaction with the execution; that data is not observed for changes.
 *
 * Without an entry of the ID, there may be one of the name: n8n gave the node another ID, as in an upload of a workflow whose
 * nodes have none. It may as well be that of a trigger that was renamed and not polled since, for a poll cannot see the other nodes' IDs:
 * so it is copied, and stays where its own ID finds it until its successor's memory is taken over in turn. Earlier versions used the
 * node's own data.
 */
export function findState(context: Pick<IPollFunctions, 'getNode' | 'getWorkflowStaticData'>): StateInN8n {
	const { id, name } = context.getNode();
	const own: Partial<Saved> = context.getWorkflowStaticData('node');
	const all = context.getWorkflowStaticData('global') as Partial<Record<string, Partial<Saved>>>;
	const isCursor = !('__dataChanged' in own);
	const hasOwn = Object.keys(own).length > 0;
	const key = PREFIX + id;
	const isOfName = (other: string) => other.startsWith(PREFIX) && all[other]?.node === name;
	const entry = all[key] ? key : hasOwn ? undefined : Object.keys(all).find(isOfName);
	const found = isCursor && hasOwn ? undefined : entry;
	const saved = (found === undefined ? undefined : all[found]) ?? own;
	return {
		saved,
		isInPlace: isCursor ? saved === own : found === key && saved.node === name,
		write(next) {
			// Data of another version is of no use, and may be in clear text.
			for (const part of Object.keys(own)) Reflect.deleteProperty(own, part);
			if (isCursor) {
				Object.assign(own, next);
				return;
			}
			if (found !== undefined && found !== key) {
				for (const other of Object.keys(all)) if (all[other]?.node === found) Reflect.deleteProperty(all, other);
				all[found] = { ...saved, node: key };
			}
			all[key] = { ...next, node: name };
		},
	};
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
export function readSaved(trigger: string, { saved }: StateInN8n): Partial<Saved> {
	const held = newest.get(trigger);
	const isLater =
		held !== undefined && held.generation === generationOf(saved) && held.revision > (saved.revision ?? 0);
	return isLater ? held : saved;
}

/**
 * Whether n8n may still be saving the state after this process emitted items. n8n starts the next poll without waiting
 * for that, and a poll from the old state would report the same again.
 */
export function isSettling(trigger: string, { saved }: StateInN8n): boolean {
	const last = lastReported.get(trigger);
	// A clock that was set back must not make every poll wait until it is as late again.
	return last !== undefined && last.from === generationOf(saved) && Math.abs(Date.now() - last.at) < SETTLING;
}

/**
 * Writes what this poll and earlier unsaved ones have learned. `reported` says whether the poll emits items. Up-to-date
 * static data is not touched, since n8n would save it again.
 */
export function writeSaved(trigger: string, state: StateInN8n, memory: StoredMemory, reported: boolean): void {
	const before = readSaved(trigger, state);
	const generation = reported ? randomBytes(6).toString('base64') : generationOf(before);
	const saved: Saved = { ...memory, generation, revision: before.revision ?? 0 };
	if (!reported && before.customers === memory.customers && before.round === memory.round) {
		if (before !== state.saved || !state.isInPlace) state.write(saved);
		return;
	}
	saved.revision = reported ? 0 : saved.revision + 1;
	if (reported) lastReported.set(trigger, { from: generationOf(before), at: Date.now() });
	else newest.set(trigger, saved);
	state.write(saved);
}

function generationOf({ generation }: Partial<Saved>): string {
	return generation ?? '';
}
