import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { mayLack, nameOf, UnknownCustomer } from '../shared/api/identifier';
import type { HttpClient } from '../shared/http/http-client';
import type { ItemResults, LeftOut } from '../shared/items/item-results';
import { type ItemJob, type ItemWork, runItems } from '../shared/items/run-items';
import type { ParameterReader } from '../shared/parameters/parameter-reader';
import type { Found } from '../shared/profile/customer-profile';
import { isWanted, MESSAGES } from './choices';
import { withInputFields } from './input-fields';
import { compare, withFingerprint } from './known-fingerprint';
import type { Note } from './messages';
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
	/** The items that ask to forget what was seen. */
	private readonly forgetting: number[] = [];

	constructor(context: IExecuteFunctions) {
		this.inputs = context.getInputData();
		this.notSeenBefore = new NotSeenBefore(context);
	}

	read(parameters: ParameterReader, item: number, input: IDataObject): ItemRequest {
		const request = readItem(parameters, item, input, this.now);
		if (request.forgetSeen) this.forgetting.push(item);
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
		for (const entry of group) {
			await this.settle(entry, source, entry !== first, results).catch((error: unknown) => {
				results.fail(entry.item, error);
			});
		}
	}

	/** Removes the items whose moment an earlier execution reported. */
	async finish(results: ItemResults): Promise<void> {
		const candidates = this.notSeenBefore.candidates.map(({ item }) => item);
		let concerned = [...this.forgetting, ...candidates];
		try {
			if (this.forgetting.length > 0) await this.notSeenBefore.forget();
			concerned = candidates;
			for (const { item, why } of await this.notSeenBefore.leftOut()) results.settle(item, why);
			if (this.notSeenBefore.startedOver) results.noteRun(STARTED_OVER);
		} catch (error) {
			for (const item of concerned) results.fail(item, error);
		}
	}

	private async settle(
		{ item, job: request }: ItemJob<ItemRequest>,
		source: ProfileSource,
		isRepeated: boolean,
		results: ItemResults,
	): Promise<void> {
		const notes: string[] = [];
		const note: Note = (text) => notes.push(text);
		const fetched = await source.fetch();
		const outcome = fetched ? await outcomeFor(request, fetched, source, note) : outcomeWithoutProfile(request);
		const advice = fetched ? undefined : mayLack(request.identifier);
		if (advice) results.noteRun(`Some are not found. ${advice}`);
		if (typeof outcome === 'string') {
			results.settle(item, outcome, notes);
			return;
		}
		// Nothing is sent to a customer who is unchanged.
		if (isRepeated && fetched && outcome.isNew !== false && request.audience === 'customer') note(REPEATED);
		const input = this.inputs[item]?.json ?? {};
		const output = request.includeInputFields ? withInputFields(outcome, input, request) : outcome;
		results.settle(item, [output], notes);
		if (fetched && request.emit === 'newlyDetected')
			this.notSeenBefore.candidates.push({ item, output, request, fetched, source });
	}
}

/** The output for a customer, or why there is none. */
async function outcomeFor(
	request: ItemRequest,
	fetched: Found,
	source: ProfileSource,
	note: Note,
): Promise<IDataObject | LeftOut> {
	if (!isWanted(request.emit, fetched.profile)) return 'noNewBehavior';
	if (request.emit !== 'changedSince') return outputOf(request, fetched, note) ?? 'nothingToSay';
	const compared = await compare(fetched, source, request);
	note(compared.note);
	if (!compared.isNew && !request.includeUnchanged) return compared.why;
	const output =
		compared.isNew || !MESSAGES.includes(request.operation)
			? outputOf(request, compared.fetched, note)
			: emptyMessage(request, compared.fetched);
	return output ? withFingerprint(output, request, compared) : 'nothingToSay';
}

function outputOf(request: ItemRequest, { raw, profile }: Found, note: Note): IDataObject | undefined {
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
