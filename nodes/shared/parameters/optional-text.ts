import { hasLostDigits, KEEP_DIGITS } from '../values/id';
import { InvalidParameter } from './invalid-parameter';

/**
 * The trimmed text of a parameter that may be left empty. Throws `InvalidParameter` for a value that is neither text nor a
 * number, or a number that lost digits: what was dragged in then is a whole object or list, and leaving it out silently would not be what was meant.
 */
export function optionalText(displayName: string, value: unknown): string {
	return textIn(displayName, value, ', or leave it empty');
}

/** As `optionalText`; `otherwise` ends the sentence that says what to do. */
export function textIn(displayName: string, value: unknown, otherwise = ''): string {
	if (value === undefined || value === null) return '';
	if (hasLostDigits(value)) throw new InvalidParameter(`${displayName} is a number that is too long`, KEEP_DIGITS);
	if (typeof value === 'string' || Number.isFinite(value)) return String(value).trim();
	throw new InvalidParameter(
		`${displayName} is neither text nor a number`,
		`Drag a single field from an earlier node into the parameter ${displayName}${otherwise}.`,
	);
}
