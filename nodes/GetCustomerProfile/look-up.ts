import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { getProfile, type RawProfile } from '../shared/api/profile';
import { Breath } from '../shared/items/breath';
import { Ledger, type LeftOut } from '../shared/items/ledger';
import { openRun } from '../shared/items/run-items';
import { walk } from '../shared/items/walk';
import { withInputFields } from '../shared/items/with-input';
import { readSwitch } from '../shared/parameters/choice';
import { ParameterReader } from '../shared/parameters/parameter-reader';
import { readProfile } from '../shared/profile/customer-profile';
import { Failure } from '../shared/transport/failure';
import type { Transport } from '../shared/transport/transport';
import { isWanted } from './choices';
import { leftOutOfInput } from './messages';
import { operationOf } from './operations';
import { readItem, type ItemRequest } from './read-item';
import { ToldMoments } from './told-moments';

/** One customer, and the input items that ask for them: the same customer is looked up once. */
interface Lookup {
	requests: { item: number; request: ItemRequest }[];
}

/**
 * Looks up the customer of every input item. Gives the items for n8n, paired with their input; throws n8n's errors where an
 * item cannot be done and the node is not set to continue.
 */
export async function lookUpCustomers(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const inputs = context.getInputData();
	const parameters = new ParameterReader(context);
	const ledger = new Ledger(context, inputs, 'customers');
	const told = new ToldMoments(context);
	const run = new LookUpRun(inputs, parameters, ledger, told);

	const lookups = await run.plan();
	const opened = await openRun(context, parameters).catch((error: unknown) => run.fail(lookups, error));
	if (opened === undefined) return ledger.close();

	const { transport, maxConcurrency } = opened;
	const looking = walk(lookups, maxConcurrency, async (lookup) => await run.handle(transport, lookup));
	await looking.finally(() => transport.close());
	await run.leaveOutTold();
	return ledger.close();
}

class LookUpRun {
	constructor(
		private readonly inputs: INodeExecutionData[],
		private readonly parameters: ParameterReader,
		private readonly ledger: Ledger,
		private readonly told: ToldMoments,
	) {}

	/** Reads all parameters before the first call, so that a value that cannot be used costs none. */
	async plan(): Promise<Lookup[]> {
		const lookups = new Map<string, Lookup>();
		const breath = new Breath();
		for (const [item, { json }] of this.inputs.entries()) {
			await breath.take();
			try {
				const request = readItem(this.parameters, item, json);
				const key = `${request.identifier.by} ${request.identifier.value}`;
				const lookup = lookups.get(key);
				if (lookup) lookup.requests.push({ item, request });
				else lookups.set(key, { requests: [{ item, request }] });
			} catch (error) {
				this.ledger.fail(item, error);
			}
		}
		return [...lookups.values()];
	}

	/** Lookups that cannot be done. */
	fail(lookups: Lookup[], error: unknown): undefined {
		for (const { item } of lookups.flatMap(({ requests }) => requests)) this.ledger.fail(item, error);
	}

	async handle(transport: Transport, lookup: Lookup): Promise<void> {
		const [first] = lookup.requests;
		if (first === undefined) return;
		let raw: RawProfile | undefined;
		try {
			raw = await getProfile(transport, first.request.identifier);
		} catch (error) {
			this.fail([lookup], error);
			return;
		}
		for (const { item, request } of lookup.requests) this.settle(item, request, raw);
	}

	/** Takes out the items whose moment was told in an earlier execution. */
	async leaveOutTold(): Promise<void> {
		try {
			if (readSwitch('Forget What Was Seen', this.parameters.options(0).forgetSeen)) await this.told.forget();
			for (const item of await this.told.takeOutTold()) this.ledger.withdraw(item, 'seenBefore');
		} catch (error) {
			for (const item of this.told.items) this.ledger.fail(item, error);
		}
	}

	private settle(item: number, request: ItemRequest, raw: RawProfile | undefined): void {
		const input = this.inputs[item]?.json ?? {};
		try {
			const outcome = raw ? found(request, raw) : notFound(request);
			if (typeof outcome === 'string') return this.ledger.skip(outcome);
			this.ledger.put(item, [request.includeInputFields ? withInputFields(outcome, input, leftOutOfInput(request)) : outcome]);
			if (raw && request.emit === 'newlyDetected') this.told.add(item, request.identifier, readProfile(raw));
		} catch (error) {
			this.ledger.fail(item, error);
		}
	}
}

/** The item of a customer, or why there is none. */
function found(request: ItemRequest, raw: RawProfile): IDataObject | LeftOut {
	const profile = readProfile(raw);
	if (!isWanted(request.emit, profile)) return 'noNewBehavior';
	return operationOf(request.operation).build(profile, request, raw) ?? 'nothingToSay';
}

/** The item of a customer whom Fashion.AI does not know, or why there is none. Throws where the user wants to stop there. */
function notFound(request: ItemRequest): IDataObject | LeftOut {
	if (request.ifNotFound === 'stop') throw new Failure('unknown', { status: 404 });
	return request.ifNotFound === 'skip' || request.emit !== 'all' ? 'notFound' : operationOf(request.operation).notFound(request);
}
