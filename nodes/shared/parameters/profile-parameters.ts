import type { INodeProperties, NodeParameterValue } from 'n8n-workflow';

import { IDENTIFIERS, type IdentifyBy } from '../api/identifier';
import { type OutputForm, type OutputName, OUTPUTS, SELECTABLE } from '../profile/outputs';
import { type ChoiceParameter, choiceProperty, optionsOf, readChoice, readChoices } from './choice';

/** The kind of identifier. */
export const IDENTIFY_BY: ChoiceParameter<IdentifyBy> = {
	name: 'identifyBy',
	displayName: 'Identify By',
	choices: IDENTIFIERS,
	default: 'email',
};

export const identifyBy = choiceProperty(IDENTIFY_BY, {
	description: 'How to identify the customer. If your list has several kinds, use one node for each.',
	// n8n would show the field of the first item's kind, and require all four.
	noDataExpression: true,
});

/** The texts of each identifier's field. */
const FIELDS: Record<IdentifyBy, { placeholder: string; description: string; hint?: string }> = {
	document: {
		placeholder: 'e.g. 123.456.789-00',
		description: 'The national ID of the customer. Dots, dashes and spaces are ignored.',
	},
	email: {
		placeholder: 'e.g. nathan@example.com',
		description: 'The email address of the customer',
	},
	phone: {
		placeholder: 'e.g. +55 11 99999-8888',
		description: 'The phone number of the customer with its country code. Spaces, dashes and parentheses are ignored.',
		hint: 'With the country code, such as 55 for Brazil',
	},
	userProfileId: {
		placeholder: 'e.g. ddsd23223',
		description: 'The ID that Fashion.AI gave the customer, as in the field userProfileId of an earlier result',
	},
};

/** Identify By and its four fields, of which one shows at a time. */
export const identifierParameters: INodeProperties[] = [
	identifyBy,
	...Object.entries(FIELDS).map(([name, texts]) => ({
		displayName: IDENTIFIERS[name as IdentifyBy].name,
		name,
		type: 'string' as const,
		default: '',
		required: true,
		...texts,
		displayOptions: { show: { identifyBy: [name] } },
	})),
];

const OUTPUT: ChoiceParameter<OutputName> = {
	name: 'output',
	displayName: 'Output',
	choices: OUTPUTS,
	default: 'simplified',
};
const SELECTED = { name: 'fields', displayName: 'Fields', default: ['newBehavior', 'momentSummary', 'opportunities'] };

/** Output and Fields: the output form of a profile. `show` holds the parameter values with which they are shown. */
export function outputParameters(show: Record<string, NodeParameterValue[]> = {}): INodeProperties[] {
	return [
		choiceProperty(OUTPUT, { displayOptions: { show } }),
		{
			...SELECTED,
			type: 'multiOptions',
			options: optionsOf(SELECTABLE),
			description: 'The fields of the profile to return. The user profile ID is always returned.',
			displayOptions: { show: { ...show, output: ['selected'] } },
		},
	];
}

/**
 * The chosen form; `read` returns a parameter's value by name, or the fallback. Throws `InvalidParameter` for an unknown form or
 * field.
 */
export function readOutput(read: (name: string, fallback: unknown) => unknown): OutputForm {
	const output = readChoice(OUTPUT.displayName, OUTPUT.choices, read(OUTPUT.name, OUTPUT.default));
	if (output !== 'selected') return { output, fields: [] };
	return { output, fields: readChoices(SELECTED.displayName, SELECTABLE, read(SELECTED.name, SELECTED.default)) };
}
