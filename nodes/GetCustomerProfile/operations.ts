import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import type { RawProfile } from '../shared/api/profile';
import type { Identifier } from '../shared/identifier/identifier';
import type { CustomerProfile } from '../shared/profile/customer-profile';
import { OUTPUTS, type OutputForm } from '../shared/profile/outputs';

/** What an operation is given for one item. */
export interface ItemParameters {
	output: OutputForm;
	fields: string[];
}

/** One entry of the Operation list: what n8n shows of it, and what it makes of a profile. */
interface Operation {
	name: string;
	action: string;
	description: string;
	/** Which If Not Found holds until the user chooses. */
	ifNotFound: IfNotFound;
	build(raw: RawProfile, profile: CustomerProfile, parameters: ItemParameters): IDataObject;
	notFound(identifier: Identifier): IDataObject;
}

export const IF_NOT_FOUND = ['item', 'skip', 'stop'] as const;
export type IfNotFound = (typeof IF_NOT_FOUND)[number];

export const OPERATIONS = {
	get: {
		name: 'Get',
		action: 'Get a customer profile',
		description: 'Get who a customer is, how to talk to them and whether they show new behavior',
		ifNotFound: 'item',
		build: (raw, profile, { output, fields }) => OUTPUTS[output](raw, profile, fields),
		notFound: ({ by, value }) => ({ found: false, identifyBy: by, identifier: value }),
	},
} satisfies Record<string, Operation>;
export type OperationName = keyof typeof OPERATIONS;

/** A fresh list at every call: n8n adds "Custom API Call" to the options that it is given. */
export function operationOptions(): INodePropertyOptions[] {
	return Object.entries(OPERATIONS).map(([value, { name, action, description }]) => ({ name, value, action, description }));
}

/** The customers that go on. One table for the interface and the code. */
export const EMIT = {
	all: () => true,
	newBehavior: (profile: CustomerProfile) => profile.newBehavior,
};
export type Emit = keyof typeof EMIT;

