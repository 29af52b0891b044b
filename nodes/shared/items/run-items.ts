import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { ParameterReader } from '../parameters/parameter-reader';
import { readTransportOptions } from '../parameters/transport-options';
import { openTransport } from '../transport/open';
import type { Transport, TransportOptions } from '../transport/transport';
import { Breath } from './breath';
import { Ledger, type LeftOut } from './ledger';
import { walk } from './walk';

/** What a node does with each of its input items. `Job` is what an item's parameters ask for. */
export interface ItemWork<Job> {
	/** What an input item stands for, in the plural: "items". */
	noun: string;
	/** Reads one item's parameters. Throws `InvalidParameter`. */
	read(parameters: ParameterReader, item: number): Job;
	/** Jobs with the same lane are done one after the other, in the order of their items; those without one need not wait. */
	lane?(job: Job): string | undefined;
	/** The items that come of a job, or why there are none. Throws a `Failure`. */
	answer(transport: Transport, job: Job): Promise<IDataObject[] | LeftOut>;
}

interface ItemJob<Job> {
	item: number;
	job: Job;
	transport: TransportOptions;
}

/**
 * Does every input item's job and gives the items for n8n, paired with their input. All parameters are read before the first
 * call, so that a value that cannot be used stops the node before anything was sent. Of the options of the transport, which is
 * one for all, those of the first item hold that can be done.
 */
export async function runItems<Job>(context: IExecuteFunctions, work: ItemWork<Job>): Promise<INodeExecutionData[]> {
	const inputs = context.getInputData();
	const parameters = new ParameterReader(context);
	const ledger = new Ledger(context, inputs, work.noun);
	const jobs = await readJobs([...inputs.keys()], work, parameters, ledger);
	const [first] = jobs;
	if (first === undefined) return ledger.close();
	const transport = await openTransport(context, first.transport).catch((error: unknown) => {
		for (const { item } of jobs) ledger.fail(item, error);
		return undefined;
	});
	if (transport === undefined) return ledger.close();

	const working = walk(inLanes(jobs, work), first.transport.maxConcurrency, async (lane, ended) => {
		for (const { item, job } of lane) {
			if (ended()) return;
			try {
				const answer = await work.answer(transport, job);
				if (typeof answer === 'string') ledger.skip(answer);
				else ledger.put(item, answer);
			} catch (error) {
				ledger.fail(item, error);
			}
		}
	});
	await working.finally(() => transport.close());
	return ledger.close();
}

async function readJobs<Job>(
	items: number[],
	work: ItemWork<Job>,
	parameters: ParameterReader,
	ledger: Ledger,
): Promise<ItemJob<Job>[]> {
	const jobs: ItemJob<Job>[] = [];
	const breath = new Breath();
	for (const item of items) {
		await breath.take();
		try {
			jobs.push({ item, job: work.read(parameters, item), transport: readTransportOptions(parameters.options(item)) });
		} catch (error) {
			ledger.fail(item, error);
		}
	}
	return jobs;
}

function inLanes<Job>(jobs: ItemJob<Job>[], work: ItemWork<Job>): ItemJob<Job>[][] {
	const lanes = new Map<unknown, ItemJob<Job>[]>();
	for (const entry of jobs) {
		const key = work.lane?.(entry.job) ?? entry;
		const lane = lanes.get(key);
		if (lane) lane.push(entry);
		else lanes.set(key, [entry]);
	}
	return [...lanes.values()];
}
