import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { Failure } from '../shared/http/failure';
import { openHttpClient } from '../shared/http/http-client';
import { explainAny, toNodeError } from '../shared/items/node-error';
import { PollRun } from './poll-run';
import { readSettings, type Settings } from './read-parameters';
import { reportOf } from './report';
import { takeSample } from './sample';
import { isUnreadable, Memory } from './state/memory';
import { Round } from './state/round';
import { findState, isSettling, readSaved, Recent, writeSaved } from './state/saved-memory';

/** Time limit of the first poll, in milliseconds: activating the workflow waits for it. */
const FIRST_POLL_LIMIT = 30_000;
/** Time limit of any other poll: n8n before 2.4x gives no budget, and in a longer poll the first results would be stale by the end. */
const POLL_LIMIT = 240_000;

/** Triggers with a poll in progress, and its context: n8n starts the next one on schedule even if the last has not finished. */
const polling = new Map<string, IPollFunctions>();
const lastReports = new Recent<string>();
/** Contexts that have polled. n8n creates one per activation, or one per poll under the durable scheduler. */
const polledBefore = new WeakSet<IPollFunctions>();

const STARTS_OVER =
	'What this node remembered was stored by another version and cannot be read. It starts over: the next lookup of each customer counts as the first.';

/** Runs one poll. Returns the items to emit, or null if there are none. Throws an n8n error if the poll could do nothing at all. */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const isFirst = !polledBefore.has(context);
	polledBefore.add(context);
	try {
		const settings = readSettings(context);
		if (context.getMode() === 'manual') return toOutput([await takeSample(context, settings)]);
		return await pollAlone(context, settings, isFirst ? FIRST_POLL_LIMIT : POLL_LIMIT);
	} catch (error) {
		if (isFirst && (isStartOfN8n(context) || isTooSlow(context, error))) return deferToNextPoll(context, error);
		throw toNodeError(context.getNode(), error);
	}
}

async function pollAlone(
	context: IPollFunctions,
	settings: Settings,
	limit: number,
): Promise<INodeExecutionData[][] | null> {
	const trigger = [context.getWorkflow().id, context.getNode().id].join(':');
	if (polling.has(trigger)) {
		// n8n before 2.4x still takes the items of a poll whose workflow has been activated again in the meantime.
		if (budgetOf(context) === undefined) polling.set(trigger, context);
		return null;
	}
	polling.set(trigger, context);
	try {
		return toOutput(await pollCustomers(context, settings, trigger, limit));
	} finally {
		polling.delete(trigger);
	}
}

async function pollCustomers(
	context: IPollFunctions,
	settings: Settings,
	trigger: string,
	limit: number,
): Promise<IDataObject[]> {
	const deadline = Date.now() + Math.min(limit, budgetOf(context) ?? limit);
	const state = findState(context);
	if (isSettling(trigger, state)) return [];
	const { customers } = settings.watchList;
	const saved = readSaved(trigger, state);
	if (isUnreadable(saved)) context.logger.warn(`${context.getNode().name}: ${STARTS_OVER}`);
	const memory = Memory.read(saved, settings.triggerOn);
	await memory.computeKeys(customers);
	const round = new Round(memory, customers);
	const client = await openHttpClient(context, settings.http);
	const pollRun = new PollRun(settings, client, memory, round);

	const save = (reported: boolean) => {
		round.close();
		writeSaved(trigger, state, memory.toStored(customers), reported);
	};
	const running = pollRun.run(deadline).catch((error: unknown) => {
		// All there is to save is who failed: they must not come first in the next poll too.
		if (pollRun.learnedNothing) save(false);
		logReport(context, trigger, reportOf(pollRun.shortfall, 'logged'));
		throw error;
	});
	await running.finally(() => {
		client.close();
	});

	// The workflow was activated again during this poll. The new context has older data, and would report the same once more.
	if (polling.get(trigger) !== context) return [];
	const { items } = pollRun;
	save(items.length > 0);
	logReport(context, trigger, reportOf(pollRun.shortfall, 'logged'));
	return items;
}

/** Logs what a poll could not do, unless the poll before it could not do the same: most polls are a minute apart. */
function logReport(context: IPollFunctions, trigger: string, report: string): void {
	if (report !== '' && report !== lastReports.get(trigger)) context.logger.warn(`${context.getNode().name}: ${report}`);
	lastReports.set(trigger, report);
}

/** How long n8n lets a poll take, in milliseconds. Its types promise it; n8n before 2.4x does not say. */
function budgetOf(context: Partial<Pick<IPollFunctions, 'getPollBudgetMs'>>): number | undefined {
	return context.getPollBudgetMs?.();
}

function toOutput(items: IDataObject[]): INodeExecutionData[][] | null {
	return items.length === 0 ? null : [items.map((json) => ({ json }))];
}

/**
 * If Fashion.AI is down while n8n starts, a failing poll would leave the workflow without its trigger: n8n retries a few times
 * and gives up. The next poll reports any problem.
 */
function isStartOfN8n(context: IPollFunctions): boolean {
	return ['init', 'leadershipChange'].includes(context.getActivationMode());
}

/**
 * A profile may take longer than activating the workflow can wait. Not with n8n's durable scheduler, where every poll is a first one
 * and has a short budget: there such a poll has to fail.
 */
function isTooSlow(context: IPollFunctions, error: unknown): boolean {
	const isActivation = ['activate', 'update'].includes(context.getActivationMode());
	const isShort = (budgetOf(context) ?? POLL_LIMIT) < POLL_LIMIT;
	return isActivation && !isShort && error instanceof Failure && error.kind === 'timeout';
}

function deferToNextPoll(context: IPollFunctions, error: unknown): null {
	context.logger.warn(`${context.getNode().name}: ${explainAny(error).message}. The next poll tries again.`);
	return null;
}
