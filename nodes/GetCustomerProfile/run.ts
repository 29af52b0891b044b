import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { mayLack, nameOf, UnknownCustomer } from '../shared/api/identifier';
import type { HttpClient } from '../shared/http/http-client';
import { type ItemResults, type LeftOut, withInputFields } from '../shared/items/item-results';
import { type ItemJob, type ItemWork, runItems } from '../shared/items/run-items';
import type { ParameterReader } from '../shared/parameters/parameter-reader';
import type { Found } from '../shared/profile/customer-profile';
import { isWanted, MESSAGES } from './choices';
import { copiedFields } from './messages';
import { compare, withFingerprint } from './known-fingerprint';
import { NotSeenBefore } from './not-seen-before';
import { operationOf } from './operations';
import { ProfileSource } from './profile-source';
import { readItem } from './read-parameters';
import type { ItemRequest } from './request';

const STARTED_OVER =
	'What this node had seen before was stored by another version and cannot be read. It starts over, so a behavior may be returned once more.';

const REPEATED =
	'the same customer as an earlier item, who gets a message for each. To show several products in one, put them into one list.';

/**
 * Looks up the customer of every input item. Returns the items for n8n, paired with their input. Throws an n8n error if an item
 * fails and the node is not set to continue.
 */
export async function lookUpCustomers(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await runItems(context, new CustomerLookups(context));
}

/** Looks up each customer once, however many items ask for them, and builds each item's output. */
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

	groupKey({ identifier }: ItemRequest): string {
		return nameOf(identifier);
	}

	async handle(client: HttpClient, all: ItemJob<ItemRequest>[], results: ItemResults): Promise<void> {
		const group = all.filter(({ item }) => !this.notSeenBefore.repeat(item, results));
		const [first] = group;
		if (first === undefined) return;
		const source = new ProfileSource(client, first.job.identifier);
		let fetched: Found | undefined;
		try {
			fetched = await source.fetch();
		} catch (error) {
			for (const { item } of group) results.fail(item, error);
			return;
		}
		for (const { item, job } of group) {
			const outcome = await this.settle(item, job, fetched, source, results).catch((error: unknown) => {
				results.fail(item, error);
			});
			// Nothing is sent to a customer who is unchanged.
			if (fetched && outcome && outcome.isNew !== false && item !== first.item && job.audience === 'customer')
				results.note(REPEATED, item);
		}
	}

	/** Removes the items whose moment an earlier execution reported. */
	async finish(results: ItemResults): Promise<void> {
		try {
			if (this.forgetSeen) await this.notSeenBefore.forget();
			for (const { item, why } of await this.notSeenBefore.leftOut()) results.withdraw(item, why);
			if (this.notSeenBefore.startedOver) results.noteRun(STARTED_OVER);
		} catch (error) {
			const { candidates } = this.notSeenBefore;
			for (const { item } of candidates.length > 0 ? candidates : [{ item: 0 }]) results.fail(item, error);
		}
	}

	private async settle(
		item: number,
		request: ItemRequest,
		fetched: Found | undefined,
		source: ProfileSource,
		results: ItemResults,
	): Promise<IDataObject | undefined> {
		const outcome = fetched
			? await outcomeFor(item, request, fetched, source, results)
			: outcomeWithoutProfile(request);
		const advice = fetched ? undefined : mayLack(request.identifier);
		if (advice) results.noteRun(`Some are not found. ${advice}`);
		if (typeof outcome === 'string') {
			results.skip(outcome);
			return undefined;
		}
		const input = this.inputs[item]?.json ?? {};
		const output = request.includeInputFields ? withInputFields(outcome, copiedFields(request, input)) : outcome;
		results.put(item, [output]);
		if (fetched && request.emit === 'newlyDetected')
			this.notSeenBefore.candidates.push({ item, output, request, fetched, source });
		return outcome;
	}
}

/** The output for a customer, or why there is none. */
async function outcomeFor(
	item: number,
	request: ItemRequest,
	fetched: Found,
	source: ProfileSource,
	results: ItemResults,
): Promise<IDataObject | LeftOut> {
	if (!isWanted(request.emit, fetched.profile)) return 'noNewBehavior';
	if (request.emit !== 'changedSince') return outputOf(item, request, fetched, results) ?? 'nothingToSay';
	const compared = await compare(fetched, source, request);
	if (compared.note) results.note(compared.note);
	if (!compared.isNew && !request.includeUnchanged) return compared.why;
	const output =
		compared.isNew || !MESSAGES.includes(request.operation)
			? outputOf(item, request, compared.fetched, results)
			: emptyMessage(request, compared.fetched);
	return output ? withFingerprint(output, request, compared) : 'nothingToSay';
}

function outputOf(
	item: number,
	request: ItemRequest,
	{ raw, profile }: Found,
	results: ItemResults,
): IDataObject | undefined {
	const note = (text: string) => {
		if (text !== '') results.note(text, item);
	};
	return operationOf(request.operation).build(profile, request, note, raw);
}

/** The output for a customer without a new moment, beside the fingerprint to write back: nothing is to be sent. */
function emptyMessage(request: ItemRequest, fetched: Found): IDataObject {
	const { userProfileId, newBehavior } = fetched.profile;
	const empty = operationOf(request.operation).notFound({ ...request, contact: { email: '', phone: '', invalid: {} } });
	return { ...empty, found: true, userProfileId, newBehavior };
}

/** The output for a customer unknown to Fashion.AI, or why there is none. Throws if If Not Found is set to stop. */
function outcomeWithoutProfile(request: ItemRequest): IDataObject | LeftOut {
	if (request.ifNotFound === 'stop') throw new UnknownCustomer(request.identifier);
	return request.ifNotFound === 'skip' || request.emit !== 'all'
		? 'notFound'
		: operationOf(request.operation).notFound(request);
}
