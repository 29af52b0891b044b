import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { getProfile, type RawProfile } from '../shared/api/profile';
import { readIdentifier, type Identifier, type IdentifyBy } from '../shared/identifier/identifier';
import { Ledger } from '../shared/items/ledger';
import { walk } from '../shared/items/walk';
import { withInputFields } from '../shared/items/with-input';
import { ParameterReader } from '../shared/parameters/parameter-reader';
import { readTransportOptions } from '../shared/parameters/transport-options';
import { readProfile } from '../shared/profile/customer-profile';
import type { OutputForm } from '../shared/profile/outputs';
import { Failure } from '../shared/transport/failure';
import { openTransport } from '../shared/transport/open';
import type { Transport } from '../shared/transport/transport';
import { EMIT, OPERATIONS, type Emit, type IfNotFound, type OperationName } from './operations';

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
	const run = new LookUpRun(inputs, parameters, ledger);

	const lookups = run.plan();
	const options = readTransportOptions(parameters.read<IDataObject>('options', 0, {}));
	const transport = await run.open(context, options, lookups);
	if (transport) await walk(lookups, options.maxConcurrency, async (lookup) => await run.handle(transport, lookup));
	return ledger.close();
}

class LookUpRun {
	constructor(
		private readonly inputs: INodeExecutionData[],
		private readonly parameters: ParameterReader,
		private readonly ledger: Ledger,
	) {}

	/** Reads every identifier before the first call, so that a value that cannot be one costs none. */
	plan(): Lookup[] {
		const lookups = new Map<string, Lookup>();
		for (const item of this.inputs.keys()) {
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
		for (const item of items) {
			if (raw) this.found(item, raw);
			else this.notFound(item, identifier);
		}
	}

	private found(item: number, raw: RawProfile): void {
		const profile = readProfile(raw);
		if (!EMIT[this.parameters.read<Emit>('emit', item, 'all')](profile)) return this.ledger.skip('noNewBehavior');
		const output = this.operation(item).build(raw, profile, {
			output: this.parameters.read<OutputForm>('output', item, 'simplified'),
			fields: this.parameters.read<string[]>('fields', item, []),
		});
		this.put(item, output);
	}

	private notFound(item: number, identifier: Identifier): void {
		const operation = this.operation(item);
		const choice = this.parameters.read<IfNotFound>('ifNotFound', item, operation.ifNotFound);
		if (choice === 'stop') return this.ledger.fail(item, new Failure('unknown', { status: 404 }));
		const leftOut = choice === 'skip' || this.parameters.read<Emit>('emit', item, 'all') !== 'all';
		if (leftOut) return this.ledger.skip('notFound');
		this.put(item, operation.notFound(identifier));
	}

	private operation(item: number) {
		return OPERATIONS[this.parameters.read<OperationName>('operation', item, 'get')];
	}

	private put(item: number, output: IDataObject): void {
		const { includeInputFields } = this.parameters.read<IDataObject>('options', item, {});
		const input = this.inputs[item]?.json ?? {};
		this.ledger.put(item, [includeInputFields === true ? withInputFields(output, input) : output]);
	}
}
