import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { getProfile, type RawProfile } from '../shared/api/profile';
import { readIdentifier, type Identifier, type IdentifyBy } from '../shared/identifier/identifier';
import { UnknownCustomer } from '../shared/identifier/unknown-customer';
import { Breath } from '../shared/items/breath';
import { Ledger, type LeftOut } from '../shared/items/ledger';
import { walk } from '../shared/items/walk';
import { withInputFields } from '../shared/items/with-input';
import { ParameterReader } from '../shared/parameters/parameter-reader';
import { readTransportOptions } from '../shared/parameters/transport-options';
import { readProfile } from '../shared/profile/customer-profile';
import { openTransport } from '../shared/transport/open';
import type { Transport } from '../shared/transport/transport';
import { ItemParameters } from './item-parameters';
import { EMIT, OPERATIONS } from './operations';
import { ToldMoments } from './told-moments';

/** One customer, and the input items that ask for them: the same customer is looked up once. */
interface Lookup {
	identifier: Identifier;
	items: number[];
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
	const options = readTransportOptions(parameters.read<IDataObject>('options', 0, {}));
	const transport = await run.open(context, options, lookups);
	if (transport) {
		const looking = walk(lookups, options.maxConcurrency, async (lookup) => await run.handle(transport, lookup));
		await looking.finally(() => transport.close());
	}
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

	/** Reads every identifier before the first call, so that a value that cannot be one costs none. */
	async plan(): Promise<Lookup[]> {
		const lookups = new Map<string, Lookup>();
		const breath = new Breath();
		for (const item of this.inputs.keys()) {
			await breath.take();
			try {
				const by = this.parameters.read<IdentifyBy>('identifyBy', item, 'email');
				const identifier = readIdentifier(by, this.parameters.read<string>(by, item, ''));
				const key = `${identifier.by} ${identifier.value}`;
				const lookup = lookups.get(key);
				if (lookup) lookup.items.push(item);
				else lookups.set(key, { identifier, items: [item] });
			} catch (error) {
				this.ledger.fail(item, error);
			}
		}
		return [...lookups.values()];
	}

	/** The transport; undefined where the credential has no usable host, which every item is then told. */
	async open(
		context: IExecuteFunctions,
		options: Parameters<typeof openTransport>[1],
		lookups: Lookup[],
	): Promise<Transport | undefined> {
		try {
			return await openTransport(context, options);
		} catch (error) {
			for (const item of lookups.flatMap(({ items }) => items)) this.ledger.fail(item, error);
			return undefined;
		}
	}

	async handle(transport: Transport, { identifier, items }: Lookup): Promise<void> {
		let raw: RawProfile | undefined;
		try {
			raw = await getProfile(transport, identifier);
		} catch (error) {
			for (const item of items) this.ledger.fail(item, error);
			return;
		}
		for (const item of items) this.settle(item, identifier, raw);
	}

	/** Takes out the items whose moment was told in an earlier execution. */
	async leaveOutTold(): Promise<void> {
		const { forgetSeen } = this.parameters.read<IDataObject>('options', 0, {});
		try {
			if (forgetSeen === true) await this.told.forget();
			for (const item of await this.told.takeOutTold()) this.ledger.withdraw(item, 'seenBefore');
		} catch (error) {
			for (const item of this.told.items) this.ledger.fail(item, error);
		}
	}

	private settle(item: number, identifier: Identifier, raw: RawProfile | undefined): void {
		const input = this.inputs[item]?.json ?? {};
		const parameters = new ItemParameters(this.parameters, item, identifier, input);
		try {
			const outcome = raw ? found(parameters, raw) : notFound(parameters);
			if (typeof outcome === 'string') return this.ledger.skip(outcome);
			this.ledger.put(item, [parameters.includeInputFields ? withInputFields(outcome, input) : outcome]);
			if (raw && parameters.emit === 'newlyDetected') this.told.add(item, identifier, readProfile(raw));
		} catch (error) {
			this.ledger.fail(item, error);
		}
	}
}

/** The item of a customer, or why there is none. */
function found(parameters: ItemParameters, raw: RawProfile): IDataObject | LeftOut {
	const profile = readProfile(raw);
	if (!EMIT[parameters.emit](profile)) return 'noNewBehavior';
	return operationOf(parameters).build(profile, parameters, raw) ?? 'nothingToSay';
}

/** The item of a customer whom Fashion.AI does not know, or why there is none. Throws where the user wants to stop there. */
function notFound(parameters: ItemParameters): IDataObject | LeftOut {
	const operation = operationOf(parameters);
	const choice = parameters.ifNotFound(operation.ifNotFound);
	if (choice === 'stop') throw new UnknownCustomer(parameters.identifier);
	return choice === 'skip' || parameters.emit !== 'all' ? 'notFound' : operation.notFound(parameters);
}

function operationOf({ operation }: ItemParameters) {
	return OPERATIONS[operation];
}
