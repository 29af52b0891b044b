import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { sentences } from '../shared/http/error-texts';
import { Failure } from '../shared/http/failure';
import { openHttpClient, type HttpOptions } from '../shared/http/http-client';
import { forEachConcurrent } from '../shared/items/for-each-concurrent';
import { InvalidParameter } from '../shared/parameters/choice';
import { itemOf, lookUp } from './customer-lookup';
import { EVENTS } from './events';
import type { Settings, Watched } from './read-parameters';
import { reportOf, type Shortfall } from './report';

/** In milliseconds: someone is waiting in the editor. */
const TIME_LIMIT = 60_000;
/** Concurrent lookups. */
const CONCURRENCY = 8;

/**
 * The item of a test run in the editor: a watched customer for whom the trigger could fire right now, and in `notWatched` which entries
 * of the list cannot be used. Neither reads nor writes the memory. Throws `InvalidParameter` if there is no such customer, and a `Failure` if that is why none was found.
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
		// Lookups still in flight at the end are aborted; that is not a failure.
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
	await forEachConcurrent(customers, CONCURRENCY, look, Date.now() + TIME_LIMIT).finally(() => {
		client.close();
	});

	const report = reportOf({ invalid, unknown, failed, watched: customers.length }, 'shown');
	// It is the one moment at which somebody looks: once published, only n8n's log tells.
	if (sample) return invalid.length > 0 ? { notWatched: report, ...sample } : sample;
	const final = failed.find(({ failure }) => failure.class === 'final');
	if (final) throw final.failure;
	// Where most lookups failed, that few customers are unknown is not why there is no sample.
	if (looked === unknown.length && failed.length >= looked) throw failed.at(-1)?.failure ?? new Failure('timeout');
	const { noSample } = looked === unknown.length ? EVENTS.profileChanged : event;
	throw new InvalidParameter(
		looked + failed.length < customers.length ? 'The time for a test ran out' : noSample,
		sentences(
			`Customers looked up: ${looked} of ${customers.length + invalid.length}.`,
			report,
			'Once the workflow is published (in n8n 1.x: active), each poll checks again. For a sample now, start the list with customers who are active in your shop.',
		),
	);
}

/** With more customers than lookups at once, a slow one must not use up the time: a short timeout and no retry let the next one start. */
function optionsFor(customers: number, options: HttpOptions): HttpOptions {
	return customers <= CONCURRENCY
		? options
		: { ...options, timeout: Math.min(options.timeout, TIME_LIMIT / 3), maxTries: 1 };
}
