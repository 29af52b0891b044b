import type { INodeProperties, NodeParameterValue } from 'n8n-workflow';

import { type OutputForm, type OutputName, OUTPUTS, SELECTABLE } from '../profile/outputs';
import { type ChoiceParameter, choiceProperty, optionsOf, readChoice, readChoices } from './choice';

const OUTPUT: ChoiceParameter<OutputName> = {
	name: 'output',
	displayName: 'Output',
	choices: OUTPUTS,
	default: 'simplified',
};
const FIELDS = { name: 'fields', displayName: 'Fields', default: ['newBehavior', 'momentSummary', 'opportunities'] };

/** Output and Fields: the output form of a profile. `show` holds the parameter values with which they are shown. */
export function outputParameters(show: Record<string, NodeParameterValue[]> = {}): INodeProperties[] {
	return [
		choiceProperty(OUTPUT, { displayOptions: { show } }),
		{
			...FIELDS,
			type: 'multiOptions',
			options: optionsOf(SELECTABLE),
			description: 'The fields of the profile to return. The user profile ID is always returned.',
			displayOptions: { show: { ...show, output: ['selected'] } },
		},
	];
}

/**
 * The chosen form; `read` returns a parameter's value by name, or the fallback. Throws `InvalidParameter` for an
 * unknown form or field.
 */
export function readOutput(read: (name: string, fallback: unknown) => unknown): OutputForm {
	const output = readChoice(OUTPUT.displayName, OUTPUT.choices, read(OUTPUT.name, OUTPUT.default));
	if (output !== 'selected') return { output, fields: [] };
	return { output, fields: readChoices(FIELDS.displayName, SELECTABLE, read(FIELDS.name, FIELDS.default)) };
}
