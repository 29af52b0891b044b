import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { shown } from '../values/text';

/** A parameter that cannot be used as it is. The texts are for the user: what, and how to put it right. */
export class InvalidParameter extends Error {
	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
		this.name = 'InvalidParameter';
	}
}

/** What n8n shows of one value of a list to choose from. */
export interface Choice {
	name: string;
	description?: string;
	action?: string;
}

/** The values of a list to choose from. One table for the interface and the code, so that they cannot drift. */
export type Choices = Record<string, Choice>;

/** A parameter that offers a list: its name, its label, and the table of its values. */
export interface ChoiceParameter<Name extends string> {
	name: string;
	displayName: string;
	choices: Record<Name, Choice>;
	default: Name;
}

/** A table of choices as n8n's interface takes it. A fresh list at every call: n8n adds "Custom API Call" to some of them. */
export function optionsOf(choices: Choices): INodePropertyOptions[] {
	return Object.entries(choices).map(([value, { name, description, action }]) => ({
		name,
		value,
		...(description === undefined ? {} : { description }),
		...(action === undefined ? {} : { action }),
	}));
}

/** A parameter with a list to choose from as n8n's interface takes it. */
export function choiceProperty<Name extends string>(
	{ name, displayName, choices, default: standard }: ChoiceParameter<Name>,
	rest: Partial<INodeProperties> = {},
): INodeProperties {
	return { displayName, name, type: 'options', options: optionsOf(choices), default: standard, ...rest };
}

/**
 * A value of a list to choose from, which an expression may have given. Throws `InvalidParameter` for everything that is not
 * one of the values exactly: taken for another one, it could send an internal note to a customer.
 */
export function readChoice<Name extends string>(
	displayName: string,
	choices: Record<Name, Choice>,
	value: unknown,
): Name {
	if (typeof value === 'string' && Object.hasOwn(choices, value)) return value as Name;
	throw new InvalidParameter(
		`${displayName} is not valid: “${shown(value)}”`,
		`Choose ${oneOf(Object.keys(choices))}.`,
	);
}

/**
 * Several values of a list: a list of them, or text with commas between them; each once.
 * Throws `InvalidParameter` for one that is not in the table.
 */
export function readChoices<Name extends string>(
	displayName: string,
	choices: Record<Name, Choice>,
	value: unknown,
): Name[] {
	const values = typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value;
	if (!Array.isArray(values)) return [readChoice(displayName, choices, value)];
	return [...new Set(values.map((one: unknown) => readChoice(displayName, choices, one)))];
}

function oneOf(names: string[]): string {
	return names.length === 1 ? names.join() : `${names.slice(0, -1).join(', ')} or ${names.slice(-1).join()}`;
}

/**
 * A node's subtitle on the canvas: the chosen option of a parameter by the name that its list shows, not by its stored value.
 * Takes the parameter's name and the table that its options come from; gives an n8n expression.
 */
export function subtitle(parameter: string, table: Record<string, { name: string }>): string {
	const names = Object.entries(table).map(([value, { name }]) => [value, name] as const);
	return `={{ (${JSON.stringify(Object.fromEntries(names))})[$parameter["${parameter}"]] }}`;
}
