import { createHash } from 'node:crypto';

import type {
	DeduplicationItemTypes,
	DeduplicationScope,
	ICheckProcessedContextData,
	ICheckProcessedOptions,
	IDataDeduplicator,
	IDeduplicationOutput,
} from 'n8n-workflow';

/** n8n's store for deduplication, with its rows in memory: hashed, oldest first, the oldest dropped beyond `maxEntries`. */
export class MemoryDeduplicator implements IDataDeduplicator {
	readonly rows = new Map<string, string[]>();
	/** How many times a node queried it. */
	calls = 0;
	broken = false;

	async checkProcessedAndRecord(
		items: DeduplicationItemTypes[],
		_scope: DeduplicationScope,
		context: ICheckProcessedContextData,
		{ maxEntries }: ICheckProcessedOptions,
	): Promise<IDeduplicationOutput> {
		this.calls++;
		if (this.broken) throw new Error('The database is away');
		const row = this.rows.get(keyOf(context)) ?? [];
		const known = new Set(row);
		const isKnown = (item: DeduplicationItemTypes) => known.has(hashOf(item));
		const output = { new: items.filter((item) => !isKnown(item)), processed: items.filter(isKnown) };
		row.push(...output.new.map(hashOf));
		if (maxEntries !== undefined) row.splice(0, row.length - maxEntries);
		this.rows.set(keyOf(context), row);
		return output;
	}

	async removeProcessed(
		items: DeduplicationItemTypes[],
		_scope: DeduplicationScope,
		context: ICheckProcessedContextData,
	): Promise<void> {
		this.calls++;
		if (this.broken) throw new Error('The database is away');
		const removed = new Set(items.map(hashOf));
		this.rows.set(
			keyOf(context),
			(this.rows.get(keyOf(context)) ?? []).filter((entry) => !removed.has(entry)),
		);
	}

	async clearAllProcessedItems(_scope: DeduplicationScope, context: ICheckProcessedContextData): Promise<void> {
		if (this.broken) throw new Error('The database is away');
		this.rows.delete(keyOf(context));
	}

	async getProcessedDataCount(_scope: DeduplicationScope, context: ICheckProcessedContextData): Promise<number> {
		return this.rows.get(keyOf(context))?.length ?? 0;
	}
}

function keyOf({ workflow, node }: ICheckProcessedContextData): string {
	return `${workflow.id} ${node?.id}`;
}

function hashOf(item: DeduplicationItemTypes): string {
	return createHash('md5').update(String(item)).digest('base64');
}
