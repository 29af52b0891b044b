import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { UnknownCustomer } from '../shared/identifier/unknown-customer';
import { Breath } from '../shared/items/breath';
import { Ledger, type LeftOut } from '../shared/items/ledger';
import { walk } from '../shared/items/walk';
import { withInputFields } from '../shared/items/with-input';
import { ParameterReader } from '../shared/parameters/parameter-reader';
import { openTransport } from '../shared/transport/open';
import type { Transport } from '../shared/transport/transport';
import { isWanted } from './choices';
import { compare, withFingerprint } from './compare';
import { Looks, type Look } from './looks';
import { leftOutOfInput, noteOf } from './messages';
import { NotSeenBefore } from './not-seen-before';
import { isMessage, operationOf } from './operations';
import { readItem, type ItemRequest } from './read-item';

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
	const run = new LookUpRun(inputs, parameters, ledger, new NotSeenBefore(context));

	const lookups = await run.plan();
	const options = lookups[0]?.requests[0]?.request.transport;
	if (options === undefined) return ledger.close();
	const transport = await openTransport(context, options).catch((error: unknown) => run.fail(lookups, error));
	if (transport === undefined) return ledger.close();

	try {
		await walk(lookups, options.maxConcurrency, async (lookup) => await run.handle(transport, lookup));
		await run.leaveOutSeen();
	} finally {
		transport.close();
	}
	return ledger.close();
}

const BEGAN_ANEW =
	'What this node had seen before was stored by another version and cannot be read. It begins anew, so a behavior may come out once more.';

class LookUpRun {
	private readonly now = Date.now();
	private forgetSeen = false;

	constructor(
		private readonly inputs: INodeExecutionData[],
		private readonly parameters: ParameterReader,
		private readonly ledger: Ledger,
		private readonly notSeenBefore: NotSeenBefore,
	) {}

	/** Reads all parameters before the first call, so that a value that cannot be used costs none. */
	async plan(): Promise<Lookup[]> {
		const lookups = new Map<string, Lookup>();
		const breath = new Breath();
		for (const [item, { json }] of this.inputs.entries()) {
			await breath.take();
			try {
				const request = readItem(this.parameters, item, json, this.now);
				this.forgetSeen ||= request.forgetSeen;
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
		const looks = new Looks(transport, first.request.identifier);
		let look: Look | undefined;
		try {
			look = await looks.look();
		} catch (error) {
			this.fail([lookup], error);
			return;
		}
		for (const { item, request } of lookup.requests) {
			await this.settle(item, request, look, looks).catch((error: unknown) => this.ledger.fail(item, error));
		}
	}

	/** Takes out the items whose moment was told in an earlier execution. */
	async leaveOutSeen(): Promise<void> {
		try {
			if (this.forgetSeen) await this.notSeenBefore.forget();
			for (const { item, why } of await this.notSeenBefore.leftOut()) this.ledger.withdraw(item, why);
			if (this.notSeenBefore.beganAnew) this.ledger.noteRun(BEGAN_ANEW);
		} catch (error) {
			for (const { item } of this.notSeenBefore.candidates) this.ledger.fail(item, error);
		}
	}

	private async settle(item: number, request: ItemRequest, look: Look | undefined, looks: Looks): Promise<void> {
		const outcome = look ? await this.found(request, look, looks) : notFound(request);
		if (typeof outcome === 'string') return this.ledger.skip(outcome);
		const input = this.inputs[item]?.json ?? {};
		this.ledger.put(item, [request.includeInputFields ? withInputFields(outcome, input, leftOutOfInput(request)) : outcome]);
		if (look && request.emit === 'newlyDetected') this.notSeenBefore.candidates.push({ item, request, look, looks });
	}

	/** The item of a customer, or why there is none. */
	private async found(request: ItemRequest, look: Look, looks: Looks): Promise<IDataObject | LeftOut> {
		if (!isWanted(request.emit, look.profile)) return 'noNewBehavior';
		const note = noteOf(look.profile, request);
		if (note) this.ledger.note(note);
		if (request.emit !== 'changedSince') return itemOf(request, look) ?? 'nothingToSay';
		const compared = await compare(look, looks, request);
		if (compared.note) this.ledger.note(compared.note);
		if (!compared.isNew && !request.includeUnchanged) return 'unchanged';
		const item = compared.isNew ? itemOf(request, compared.look) : unchangedItem(request, compared.look);
		return item ? withFingerprint(item, request, compared) : 'nothingToSay';
	}
}

function itemOf(request: ItemRequest, { raw, profile }: Look): IDataObject | undefined {
	return operationOf(request.operation).build(profile, request, raw);
}

/** A customer without news, whose fingerprint is to be written back: with an empty message, since nothing is to be sent. */
function unchangedItem(request: ItemRequest, look: Look): IDataObject | undefined {
	if (!isMessage(request.operation)) return itemOf(request, look);
	const { userProfileId, newBehavior } = look.profile;
	const empty = operationOf(request.operation).notFound({ ...request, contact: { email: '', phone: '' } });
	return { ...empty, found: true, userProfileId, newBehavior };
}

/** The item of a customer whom Fashion.AI does not know, or why there is none. Throws where the user wants to stop there. */
function notFound(request: ItemRequest): IDataObject | LeftOut {
	if (request.ifNotFound === 'stop') throw new UnknownCustomer(request.identifier);
	return request.ifNotFound === 'skip' || request.emit !== 'all' ? 'notFound' : operationOf(request.operation).notFound(request);
}
