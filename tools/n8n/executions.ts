import { setTimeout as sleep } from 'node:timers/promises';

import { parse } from 'flatted';
import type { INodeExecutionData, IRun } from 'n8n-workflow';

import { OLDER_LINE } from './cache-folder';
import type { N8nRest } from './n8n-rest';
import type { WorkflowFile } from './workflow-file';

/** One execution, in a convenient form. */
export interface Execution {
	id: string;
	/** n8n's own: `success`, `error`, `canceled`… */
	status: string;
	mode: string;
	/** The items on each node's outputs in its last run: `nodes['Get Profile'][0]` are those of the first output. */
	nodes: Record<string, INodeExecutionData[][]>;
	/** The error message of the execution, and of each node that had one. */
	error?: { message: string; description?: string | null };
	nodeErrors: Record<string, { message: string; description?: string | null }>;
	/** As stored by n8n, for anything else (hints, run times, pairing). */
	data: IRun['data'];
}

interface StoredExecution {
	id: string;
	status: string;
	mode: string;
	data: string;
}

const UNFINISHED = new Set(['new', 'running', 'waiting']);
const EXECUTION_WITHIN_MS = 120_000;
const MANUAL_TRIGGER = 'n8n-nodes-base.manualTrigger';

/**
 * Executes a workflow from the named trigger node, else from its manual trigger, else from a polling or schedule
 * trigger, like a click on Execute.
 *
 * @throws Error if it has not finished after two minutes
 */
export async function executeWorkflow(rest: N8nRest, id: string, trigger?: string): Promise<Execution> {
	const name = trigger ?? (await triggerOf(rest, id));
	// The older line runs the workflow sent by the editor, the newer one the saved one.
	const workflowData = OLDER_LINE ? { workflowData: await rest.call('GET', `/rest/workflows/${id}`) } : {};
	const body = { ...workflowData, triggerToStartFrom: { name } };
	const started = (await rest.call('POST', `/rest/workflows/${id}/run`, body)) as { executionId?: string };
	if (started.executionId === undefined) throw new Error(`n8n started no execution: ${JSON.stringify(started)}`);
	return await endOfExecution(rest, started.executionId);
}

async function triggerOf(rest: N8nRest, id: string): Promise<string> {
	const workflow = (await rest.call('GET', `/rest/workflows/${id}`)) as WorkflowFile;
	const enabled = workflow.nodes.filter(({ disabled }) => disabled !== true);
	const trigger =
		enabled.find(({ type }) => type === MANUAL_TRIGGER) ?? enabled.find(({ type }) => type.endsWith('Trigger'));
	if (trigger === undefined) throw new Error(`The workflow "${workflow.name}" has no trigger that a click starts`);
	return trigger.name;
}

/** Waits until an execution has finished, and reads it. */
export async function endOfExecution(rest: N8nRest, executionId: string): Promise<Execution> {
	const deadline = Date.now() + EXECUTION_WITHIN_MS;
	for (;;) {
		const stored = (await rest.call('GET', `/rest/executions/${executionId}`)) as StoredExecution;
		const execution = UNFINISHED.has(stored.status) ? undefined : read(stored);
		if (execution !== undefined) return execution;
		if (Date.now() > deadline)
			throw new Error(`Execution ${executionId} has not ended; n8n says it is ${stored.status}`);
		await sleep(50);
	}
}

/** The status may be saved before the data: then there is nothing to read yet. */
function read({ id, status, mode, data }: StoredExecution): Execution | undefined {
	const run = parse(data) as IRun['data'] | undefined;
	if (!run?.resultData?.runData || (status === 'error' && !run.resultData.error)) return undefined;
	const lastRuns = Object.entries(run.resultData.runData).map(([name, runs]) => [name, runs.at(-1)] as const);
	return {
		id,
		status,
		mode,
		data: run,
		error: run.resultData.error,
		nodes: Object.fromEntries(
			lastRuns.map(([name, last]) => [name, (last?.data?.main ?? []).map((items) => items ?? [])]),
		),
		nodeErrors: Object.fromEntries(lastRuns.flatMap(([name, last]) => (last?.error ? [[name, last.error]] : []))),
	};
}
