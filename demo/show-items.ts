import type { IDataObject } from 'n8n-workflow';

import type { Execution } from '../tools/n8n/executions';
import type { WorkflowFile } from '../tools/n8n/workflow-file';

const PACKAGE = 'n8n-nodes-fashionai.';
const ITEMS_SHOWN = 8;
/** Enough of a long value, such as an HTML document. */
const CHARACTERS_SHOWN = 400;

/** The output of an executed workflow's Fashion.AI nodes, formatted for reading. */
export function describeExecution(workflow: WorkflowFile, execution: Execution): string {
	const title = `${workflow.name}\n${'─'.repeat(workflow.name.length)}`;
	const outcome = `n8n execution ${execution.id}: ${execution.status}`;
	const nodes = workflow.nodes
		.filter(({ type, name }) => type.startsWith(PACKAGE) && execution.nodes[name] !== undefined)
		.map(({ name }) =>
			describeNode(
				name,
				(execution.nodes[name] ?? []).flat().map(({ json }) => json),
			),
		);
	const reason =
		execution.error === undefined
			? []
			: [[execution.error.message, execution.error.description].filter(Boolean).join('\n')];
	return [title, outcome, ...nodes, ...reason].join('\n\n');
}

function describeNode(name: string, items: IDataObject[]): string {
	const shown = items.slice(0, ITEMS_SHOWN).map((item, index) => `  ${index + 1}. ${describeItem(item)}`);
	const more = items.length > ITEMS_SHOWN ? [`  … and ${items.length - ITEMS_SHOWN} more`] : [];
	return [`${name}: ${items.length} ${items.length === 1 ? 'item' : 'items'}`, ...shown, ...more].join('\n');
}

/** A short item on one line, a long one with a line per field. */
function describeItem(item: IDataObject): string {
	const fields = Object.entries(item).map(([name, value]) => `${name}: ${describeValue(value)}`);
	const oneLine = fields.join(', ');
	return oneLine.length <= 110 ? oneLine : fields.join('\n     ');
}

function describeValue(value: unknown): string {
	if (typeof value !== 'object' || value === null) return cut(String(value));
	if (!Array.isArray(value)) return Object.values(value).map(describeValue).join(' | ');
	const entries = value.map(describeValue);
	return entries.join(entries.some((entry) => entry.length > 40) ? '\n       · ' : ' · ');
}

function cut(text: string): string {
	return text.length > CHARACTERS_SHOWN ? `${text.slice(0, CHARACTERS_SHOWN)} …` : text;
}
