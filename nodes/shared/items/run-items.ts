import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { openHttpClient, type HttpClient, type HttpOptions } from '../http/http-client';
import { ParameterReader } from '../parameters/parameter-reader';
import { readHttpOptions } from '../parameters/shared-options';
import { EventLoopYielder, forEachConcurrent } from './for-each-concurrent';
import { ItemResults, type LeftOut } from './item-results';

/** An input item, and what its parameters ask for. */
export interface ItemJob<Job> {
	item: number;
	job: Job;
}

/** What a node does with its input items. `Job` is what an item's parameters ask for. */
export interface ItemWork<Job> {
	/** What an input item stands for, in the plural: "items". */
	noun: string;
	/** Reads one item's parameters. Throws `InvalidParameter`. */
	read(parameters: ParameterReader, item: number, input: IDataObject): Job;
	/** Jobs with the same key are one group, in the order of their items; a job without one is a group of its own. */
	groupKey?(job: Job): string | undefined;
	/** Does the jobs of a group and records in `results` what came of each. Once `ended` says so, nothing more is to be asked for. */
	handle(client: HttpClient, group: ItemJob<Job>[], results: ItemResults, ended: () => boolean): Promise<void>;
	/** What is left to do when all groups are done. */
	finish?(results: ItemResults): Promise<void>;
}

/** Does the jobs of a group one after the other. `answer` gives the items that come of a job, or why there are none. */
export function oneByOne<Job>(
	answer: (client: HttpClient, job: Job) => Promise<IDataObject[] | LeftOut>,
): ItemWork<Job>['handle'] {
	return async (client, group, results, ended) => {
		for (const { item, job } of group) {
			if (ended()) return;
			try {
				const outcome = await answer(client, job);
				if (typeof outcome === 'string') results.skip(outcome);
				else results.put(item, outcome);
			} catch (error) {
				results.fail(item, error);
			}
		}
	};
}

/**
 * Does every input item's job and gives the items for n8n, paired with their input. All parameters are read before the first
 * call, so that a value that cannot be used stops the node before anything was sent. Of the options of the HTTP client, which is
 * one for all, those of the first item hold that can be done.
 */
export async function runItems<Job>(context: IExecuteFunctions, work: ItemWork<Job>): Promise<INodeExecutionData[]> {
	const inputs = context.getInputData();
	const results = new ItemResults(context, inputs, work.noun);
	const { jobs, options } = await readJobs(inputs, work, new ParameterReader(context), results);
	if (options === undefined) return results.close();
	const client = await openHttpClient(context, options).catch((error: unknown) => {
		for (const { item } of jobs) results.fail(item, error);
		return undefined;
	});
	if (client === undefined) return results.close();

	try {
		await forEachConcurrent(groupsOf(jobs, work), options.maxConcurrency, async (group, ended) => {
			await work.handle(client, group, results, ended);
		});
		await work.finish?.(results);
	} finally {
		client.close();
	}
	return results.close();
}

/** The jobs that can be done, and the first one's options of the HTTP client. */
async function readJobs<Job>(
	inputs: INodeExecutionData[],
	work: ItemWork<Job>,
	parameters: ParameterReader,
	results: ItemResults,
) {
	const jobs: ItemJob<Job>[] = [];
	let options: HttpOptions | undefined;
	const yielder = new EventLoopYielder();
	for (const [item, { json }] of inputs.entries()) {
		await yielder.yieldIfDue();
		try {
			const job = work.read(parameters, item, json);
			const own = readHttpOptions(parameters.options(item));
			options ??= own;
			jobs.push({ item, job });
		} catch (error) {
			results.fail(item, error);
		}
	}
	return { jobs, options };
}

function groupsOf<Job>(jobs: ItemJob<Job>[], work: ItemWork<Job>): ItemJob<Job>[][] {
	const groups = new Map<unknown, ItemJob<Job>[]>();
	for (const entry of jobs) {
		const key = work.groupKey?.(entry.job) ?? entry;
		const group = groups.get(key);
		if (group) group.push(entry);
		else groups.set(key, [entry]);
	}
	return [...groups.values()];
}
