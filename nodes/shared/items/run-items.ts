import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { openHttpClient, type HttpClient, type HttpOptions } from '../http/http-client';
import { ParameterReader } from '../parameters/parameter-reader';
import { readHttpOptions } from '../parameters/shared-options';
import { EventLoopYielder, forEachConcurrent } from './for-each-concurrent';
import { ItemResults, type LeftOut } from './item-results';

/** An input item's index, and its parameters as a job. */
export interface ItemJob<Job> {
	item: number;
	job: Job;
}

/** What a node does with its input items. `Job` is what an item's parameters are parsed into. */
export interface ItemWork<Job> {
	/** What the input items stand for, in the plural: "items". */
	noun: string;
	/** Reads one item's parameters. Throws `InvalidParameter`. */
	read(parameters: ParameterReader, item: number, input: IDataObject): Job;
	/** Jobs with the same key form one group, in the order of their items; a job without a key is its own group. */
	groupKey?(job: Job): string | undefined;
	/**
	 * Runs the jobs of a group and records each outcome in `results`. Must make no further calls once `ended` returns
	 * true.
	 */
	handle(client: HttpClient, group: ItemJob<Job>[], results: ItemResults, ended: () => boolean): Promise<void>;
	/** Called when all groups are done. */
	finish?(results: ItemResults): Promise<void>;
}

/** Runs the jobs of a group in sequence. `answer` returns a job's output, or why there is none; `note` takes what else to tell the user. */
export function oneByOne<Job>(
	answer: (client: HttpClient, job: Job, note: (text: string) => void) => Promise<IDataObject[] | LeftOut>,
): ItemWork<Job>['handle'] {
	return async (client, group, results, ended) => {
		for (const { item, job } of group) {
			if (ended()) return;
			const notes: string[] = [];
			try {
				results.settle(item, await answer(client, job, (text) => notes.push(text)), notes);
			} catch (error) {
				results.fail(item, error);
			}
		}
	};
}

/**
 * Runs every input item's job and returns the output for n8n, paired with the input. All parameters are read before the
 * first call, so that an invalid value stops the node before anything is sent. All jobs share one HTTP client, with the
 * options of the first valid item.
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

/** The valid jobs, and the HTTP client options of the first one. */
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
