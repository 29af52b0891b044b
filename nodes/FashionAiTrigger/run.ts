import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { openHttpClient } from '../shared/http/http-client';
import { explainAny, toNodeError } from '../shared/items/node-error';
import { reportOf } from './customer-lookup';
import { PollRun } from './poll-run';
import { readSettings, type Settings } from './read-parameters';
import { takeSample } from './sample';
import { isUnreadable, Memory } from './state/memory';
import { Round } from './state/round';
import { isSettling, readSaved, Recent, writeSaved } from './state/saved-memory';

/** How long the first poll may take, in milliseconds: activating the workflow waits for it. */
const FIRST_POLL_LIMIT = 30_000;
/** How long any other may take: n8n before 2.4x tells no budget, and a list that is looked at for longer is old at its end. */
const POLL_LIMIT = 240_000;

/** What tells how long a poll may take. n8n's types promise it; its older line has none. */
type Budget = Partial<Pick<IPollFunctions, 'getPollBudgetMs'>>;

/** Triggers with a poll under way: n8n begins the next one on time, whether or not the last one has ended. */
const underWay = new Set<string>();
const lastReports = new Recent<string>();
/** Contexts that have polled. n8n makes one for each activation, or for each poll under the durable scheduler. */
const polledBefore = new WeakSet<IPollFunctions>();

const BEGINS_ANEW =
	'What this node remembered was stored by another version and cannot be read. It starts over: the next look at each customer counts as the first.';

/** One poll: the items to tell, or null. Throws n8n's errors where the poll could do nothing at all. */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const isFirst = !polledBefore.has(context);
	polledBefore.add(context);
	try {
		const settings = readSettings(context);
		if (context.getMode() === 'manual') return toOutput([await takeSample(context, settings)]);
		return await pollAlone(context, settings, isFirst ? FIRST_POLL_LIMIT : POLL_LIMIT);
	} catch (error) {
		if (isFirst && isStartOfN8n(context)) return leaveToNextPoll(context, error);
		throw toNodeError(context.getNode(), error);
	}
}

async function pollAlone(
	context: IPollFunctions,
	settings: Settings,
	limit: number,
): Promise<INodeExecutionData[][] | null> {
	const trigger = [context.getWorkflow().id, context.getNode().id].join(':');
	if (underWay.has(trigger)) return null;
	underWay.add(trigger);
	try {
		return toOutput(await lookAround(context, settings, trigger, limit));
	} finally {
		underWay.delete(trigger);
	}
}

async function lookAround(
	context: IPollFunctions,
	settings: Settings,
	trigger: string,
	limit: number,
): Promise<IDataObject[]> {
	const budget: Budget = context;
	const until = Date.now() + Math.min(limit, budget.getPollBudgetMs?.() ?? limit);
	const staticData = context.getWorkflowStaticData('node');
	if (isSettling(trigger, staticData)) return [];
	const { customers } = settings.watchList;
	const saved = readSaved(trigger, staticData);
	if (isUnreadable(saved)) context.logger.warn(`${context.getNode().name}: ${BEGINS_ANEW}`);
	const memory = Memory.read(saved, settings.triggerOn);
	await memory.findAll(customers);
	const round = new Round(memory, customers);
	const client = await openHttpClient(context, settings.http);
	const look = new PollRun(settings, client, memory, round);

	const save = (told: boolean) => {
		round.close();
		writeSaved(trigger, staticData, memory.toStored(customers), told);
	};
	const looking = look.run(until).catch((error: unknown) => {
		// Only who failed is new: whoever did must not stand first in the next poll too.
		if (look.learnedNothing) save(false);
		tell(context, trigger, reportOf(look.shortfall, 'logged'));
		throw error;
	});
	await looking.finally(() => {
		client.close();
	});

	const { items } = look;
	save(items.length > 0);
	tell(context, trigger, reportOf(look.shortfall, 'logged'));
	return items;
}

/** Logs what a poll could not do, unless the poll before it could not do the same: most polls are a minute apart. */
function tell(context: IPollFunctions, trigger: string, report: string): void {
	if (report !== '' && report !== lastReports.get(trigger)) context.logger.warn(`${context.getNode().name}: ${report}`);
	lastReports.set(trigger, report);
}

function toOutput(items: IDataObject[]): INodeExecutionData[][] | null {
	return items.length === 0 ? null : [items.map((json) => ({ json }))];
}

/**
 * When n8n starts while Fashion.AI is away, a poll that fails would leave the workflow without its trigger: n8n tries a few
 * times and gives up. The next poll will tell.
 */
function isStartOfN8n(context: IPollFunctions): boolean {
	return ['init', 'leadershipChange'].includes(context.getActivationMode());
}

function leaveToNextPoll(context: IPollFunctions, error: unknown): null {
	context.logger.warn(`${context.getNode().name}: ${explainAny(error).message}. The next poll tries again.`);
	return null;
}
