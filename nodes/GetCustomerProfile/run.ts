import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { UnknownCustomer } from '../shared/api/identifier';
import type { HttpClient } from '../shared/http/http-client';
import { type ItemResults, type LeftOut, withInputFields } from '../shared/items/item-results';
import { type ItemJob, type ItemWork, runItems } from '../shared/items/run-items';
import type { ParameterReader } from '../shared/parameters/parameter-reader';
import type { Found } from '../shared/profile/customer-profile';
import { isMessage, isWanted } from './choices';
import { leftOutOfInput } from './messages';
import { NotSeenBefore } from './not-seen-before';
import { operationOf } from './operations';
import { readItem } from './read-parameters';
import type { ItemRequest } from './request';
import { compare, Looks, withFingerprint } from './second-look';

const BEGAN_ANEW =
	'What this node had seen before was stored by another version and cannot be read. It starts over, so a behavior may be returned once more.';

/**
 * Looks up the customer of every input item. Gives the items for n8n, paired with their input; throws n8n's errors where an
 * item cannot be done and the node is not set to continue.
 */
export async function lookUpCustomers(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await runItems(context, new CustomerLookups(context));
}

/** What is done with each customer: looked up once, whatever number of items ask for them, and written as each item wants. */
class CustomerLookups implements ItemWork<ItemRequest> {
	readonly noun = 'customers';
	private readonly now = Date.now();
	private readonly inputs: INodeExecutionData[];
	private readonly notSeenBefore: NotSeenBefore;
	private forgetSeen = false;

	constructor(context: IExecuteFunctions) {
		this.inputs = context.getInputData();
		this.notSeenBefore = new NotSeenBefore(context);
	}

	read(parameters: ParameterReader, item: number, input: IDataObject): ItemRequest {
		const request = readItem(parameters, item, input, this.now);
		this.forgetSeen ||= request.forgetSeen;
		return request;
	}

	groupKey({ identifier: { by, value } }: ItemRequest): string {
		return `${by} ${value}`;
	}

	async handle(client: HttpClient, group: ItemJob<ItemRequest>[], results: ItemResults): Promise<void> {
		const [first] = group;
		if (first === undefined) return;
		const looks = new Looks(client, first.job.identifier);
		let look: Found | undefined;
		try {
			look = await looks.look();
		} catch (error) {
			for (const { item } of group) results.fail(item, error);
			return;
		}
		for (const { item, job } of group) {
			await this.settle(item, job, look, looks, results).catch((error: unknown) => {
				results.fail(item, error);
			});
		}
	}

	/** Takes out the items whose moment was told in an earlier execution. */
	async finish(results: ItemResults): Promise<void> {
		try {
			if (this.forgetSeen) await this.notSeenBefore.forget();
			for (const { item, why } of await this.notSeenBefore.leftOut()) results.withdraw(item, why);
			if (this.notSeenBefore.beganAnew) results.noteRun(BEGAN_ANEW);
		} catch (error) {
			for (const { item } of this.notSeenBefore.candidates) results.fail(item, error);
		}
	}

	private async settle(
		item: number,
		request: ItemRequest,
		look: Found | undefined,
		looks: Looks,
		results: ItemResults,
	): Promise<void> {
		const outcome = look ? await found(request, look, looks, results) : notFound(request);
		if (typeof outcome === 'string') {
			results.skip(outcome);
			return;
		}
		const input = this.inputs[item]?.json ?? {};
		results.put(item, [
			request.includeInputFields ? withInputFields(outcome, input, leftOutOfInput(request)) : outcome,
		]);
		if (look && request.emit === 'newlyDetected') this.notSeenBefore.candidates.push({ item, request, look, looks });
	}
}

/** The item of a customer, or why there is none. */
async function found(
	request: ItemRequest,
	look: Found,
	looks: Looks,
	results: ItemResults,
): Promise<IDataObject | LeftOut> {
	if (!isWanted(request.emit, look.profile)) return 'noNewBehavior';
	const note = operationOf(request.operation).note?.(look.profile, request);
	if (note) results.note(note);
	if (request.emit !== 'changedSince') return itemOf(request, look) ?? 'nothingToSay';
	const compared = await compare(look, looks, request);
	if (compared.note) results.note(compared.note);
	if (!compared.isNew && !request.includeUnchanged) return 'unchanged';
	const item = compared.isNew ? itemOf(request, compared.look) : unchangedItem(request, compared.look);
	return item ? withFingerprint(item, request, compared) : 'nothingToSay';
}

function itemOf(request: ItemRequest, { raw, profile }: Found): IDataObject | undefined {
	return operationOf(request.operation).build(profile, request, raw);
}

/** A customer without news, whose fingerprint is to be written back: with an empty message, since nothing is to be sent. */
function unchangedItem(request: ItemRequest, look: Found): IDataObject | undefined {
	if (!isMessage(request.operation)) return itemOf(request, look);
	const { userProfileId, newBehavior } = look.profile;
	const empty = operationOf(request.operation).notFound({ ...request, contact: { email: '', phone: '' } });
	return { ...empty, found: true, userProfileId, newBehavior };
}

/** The item of a customer whom Fashion.AI does not know, or why there is none. Throws where the user wants to stop there. */
function notFound(request: ItemRequest): IDataObject | LeftOut {
	if (request.ifNotFound === 'stop') throw new UnknownCustomer(request.identifier);
	return request.ifNotFound === 'skip' || request.emit !== 'all'
		? 'notFound'
		: operationOf(request.operation).notFound(request);
}
