/** One client in its own process: runs its job once and sends the measurements to its parent. */
import { once } from 'node:events';

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Job, Measured } from '../cases';
import { prepare } from './execute';
import { askWithFetch } from './fetch';
import { askWithHelper } from './helper';
import { fillYoungGeneration, measure } from './meter';
import { loadN8n } from './n8n';
import { nodeFor } from './nodes';

/** Before the measurement starts, so that loading modules is not measured. */
const WARM_UP_ITEMS = 20;

async function main(): Promise<void> {
	const [job] = (await once(process, 'message')) as [Job];
	const run = await runnerOf(job);
	await run(job.emails.slice(0, WARM_UP_ITEMS));
	process.send?.('warm');
	await once(process, 'message');
	if (!job.cold) fillYoungGeneration();
	const [counted, meter] = await measure(async () => await run(job.emails));
	process.send?.({ ...meter, ...counted } satisfies Measured, () => process.exit());
}

type Run = (emails: string[]) => Promise<Pick<Measured, 'delivered' | 'failed' | 'stoppedBy'>>;

async function runnerOf(job: Job): Promise<Run> {
	if (job.client === 'undici') return await usePool(job);
	if (job.client === 'fetch') return askWithFetch(job);
	return job.client === 'n8n-helper' ? await askWithHelper(job) : await runNode(job);
}

/** Loaded only here: undici makes itself the agent of Node.js' own `fetch`. */
async function usePool(job: Job): Promise<Run> {
	const { askWithUndici } = await import('./undici');
	return askWithUndici(job);
}

async function runNode(job: Job): Promise<Run> {
	const n8n = await loadN8n(job.n8nFolder, job.userFolder);
	const execute = await prepare(n8n, nodeFor(job));
	return async (emails) => {
		const { items, stoppedBy } = await execute(emails.map((email): IDataObject => ({ email })));
		const isFailure = ({ json, error }: INodeExecutionData) => error !== undefined || json.error !== undefined;
		const failed = new Set(items.filter(isFailure).map(itemOf));
		const delivered = new Set(items.filter((item) => !isFailure(item)).map(itemOf));
		return { delivered: delivered.size, failed: failed.size, stoppedBy };
	};
}

function itemOf({ pairedItem }: INodeExecutionData): number {
	return (pairedItem as { item: number }).item;
}

void main();
