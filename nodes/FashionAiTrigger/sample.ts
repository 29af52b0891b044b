import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { Failure } from '../shared/http/failure';
import { openHttpClient, type HttpOptions } from '../shared/http/http-client';
import { forEachConcurrent } from '../shared/items/for-each-concurrent';
import { InvalidParameter } from '../shared/parameters/choice';
import { itemOf, lookUp, reportOf, type Shortfall } from './customer-lookup';
import { EVENTS } from './events';
import type { Settings, Watched } from './read-parameters';

/** Someone waits in front of the editor, so this many milliseconds at most, and this many lookups at once. */
const TIME_LIMIT = 60_000;
const WIDTH = 8;

/**
 * The item of a test run in the editor: a watched customer for whom the trigger could fire, as they are now. Reads and writes
 * no memory. Throws `InvalidParameter` where there is none, which says so, and a `Failure` where not one could be looked up.
 */
export async function takeSample(context: IPollFunctions, settings: Settings): Promise<IDataObject> {
	const { customers, invalid } = settings.watchList;
	const client = await openHttpClient(context, optionsFor(customers.length, settings.http));
	const event = EVENTS[settings.triggerOn];
	const unknown: Watched[] = [];
	const failed: Shortfall['failed'] = [];
	let looked = 0;
	let sample: IDataObject | undefined;

	const look = async (customer: Watched, isOver: () => boolean) => {
		const found = await lookUp(client, customer);
		// What is still on its way at the end is cut off, which is no failure of anybody.
		if (isOver()) return 'stop';
		if (found instanceof Failure) {
			failed.push({ customer, failure: found });
			return found.class === 'final' ? 'stop' : 'go on';
		}
		looked++;
		if (!found) unknown.push(customer);
		if (!found || !event.isSample(found.profile)) return 'go on';
		sample ??= itemOf(settings, customer, found, event.sampleNews);
		return 'stop';
	};
	await forEachConcurrent(customers, WIDTH, look, Date.now() + TIME_LIMIT).finally(() => {
		client.close();
	});

	if (sample) return sample;
	const final = failed.find(({ failure }) => failure.class === 'final');
	if (final) throw final.failure;
	if (looked === 0) throw failed.at(-1)?.failure ?? new Failure('timeout');
	const report = reportOf({ invalid, unknown, failed, watched: customers.length }, 'shown');
	const counted = `${looked} of ${customers.length} customers were looked up.`;
	const next = 'Once the workflow is active, it runs as soon as this changes.';
	throw new InvalidParameter(event.noSample, [counted, report, next].filter((text) => text !== '').join(' '));
}

/** Whoever does not answer, or not soon, must not take up all the time: where there are others they are asked instead. */
function optionsFor(customers: number, options: HttpOptions): HttpOptions {
	return customers <= WIDTH ? options : { ...options, timeout: Math.min(options.timeout, TIME_LIMIT / 3), maxTries: 1 };
}
