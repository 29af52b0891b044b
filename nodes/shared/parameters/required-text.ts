import { hasLostDigits, KEEP_DIGITS } from '../values/id';
import { InvalidParameter } from './invalid-parameter';

/** The trimmed text of a parameter that a call cannot do without. Throws `InvalidParameter` where it is empty, or a number that lost digits. */
export function requiredText(displayName: string, value: unknown): string {
	if (hasLostDigits(value)) throw new InvalidParameter(`${displayName} is a number that is too long`, KEEP_DIGITS);
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	if (text !== '') return text;
	throw new InvalidParameter(
		`${displayName} is empty`,
		`Fill in the parameter ${displayName}, or drag a field from an earlier node into it. If a field is there already, it holds nothing in this item.`,
	);
}
