import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { InvalidInput } from '../values/invalid-input';
import { shown } from '../values/text';

/** An invalid parameter. The texts are for the user: what is wrong, and how to fix it. */
export class InvalidParameter extends InvalidInput {}

/** The texts of one option in n8n. */
export interface Choice {
	name: string;
	description?: string;
	action?: string;
}

/** The options of a parameter by value. One table for the interface and the code, so that they cannot drift apart. */
export type Choices = Record<string, Choice>;

/** A parameter with options: its name, its label, and the table of its options. */
export interface ChoiceParameter<Name extends string> {
	name: string;
	displayName: string;
	choices: Record<Name, Choice>;
	default: Name;
}

/** A table of options as n8n's interface expects it. A new array on every call: n8n adds "Custom API Call" to some of them. */
export function optionsOf(choices: Choices): INodePropertyOptions[] {
	return Object.entries(choices).map(([value, { name, description, action }]) => ({
		name,
		value,
		...(description === undefined ? {} : { description }),
		...(action === undefined ? {} : { action }),
	}));
}

/** A parameter with options as n8n's interface expects it. */
export function choiceProperty<Name extends string>(
	{ name, displayName, choices, default: standard }: ChoiceParameter<Name>,
	rest: Partial<INodeProperties> = {},
): INodeProperties {
	return { displayName, name, type: 'options', options: optionsOf(choices), default: standard, ...rest };
}

/**
 * Validates an option's value, which may come from an expression. Throws `InvalidParameter` unless it is exactly one of the
 * values: mistaken for another one, it could send an internal note to a customer.
 */
export function readChoice<Name extends string>(
	displayName: string,
	choices: Record<Name, Choice>,
	value: unknown,
): Name {
	if (typeof value === 'string' && Object.hasOwn(choices, value)) return value as Name;
	throw notValid(displayName, value, `Choose ${oneOf(Object.keys(choices))}.`);
}

/**
 * Validates several values, given as a list or as comma-separated text; duplicates are dropped. Throws `InvalidParameter` for a
 * value that is not in the table.
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
 * A node's subtitle on the canvas, as an n8n expression: the display name, not the stored value, of a parameter's chosen option.
 * Workflows may store it under an `earlier` name of the parameter.
 */
export function subtitle(parameter: string, table: Record<string, { name: string }>, ...earlier: string[]): string {
	const names = Object.entries(table).map(([value, { name }]) => [value, name] as const);
	const chosen = [...earlier, parameter].map((name) => `$parameter["${name}"]`).join(' || ');
	return `={{ (${JSON.stringify(Object.fromEntries(names))})[${chosen}] }}`;
}

/** A parameter with a value that cannot be used. */
export function notValid(displayName: string, value: unknown, advice: string): InvalidParameter {
	return new InvalidParameter(`${displayName} is not valid: “${shown(value)}”`, advice);
}
