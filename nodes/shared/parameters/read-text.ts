import { hasLostDigits, KEEP_DIGITS } from '../values/ids';
import { InvalidParameter } from './choice';

/** The trimmed text of a required parameter. Throws `InvalidParameter` if it is empty. */
export function requiredText(displayName: string, value: unknown): string {
	const text = textIn(displayName, value);
	if (text !== '') return text;
	throw new InvalidParameter(
		`${displayName} is empty`,
		`Fill in the parameter ${displayName}, or drag a field from an earlier node into it. If a field is there already, it holds nothing in this item.`,
	);
}

/**
 * The trimmed text of an optional parameter. Throws `InvalidParameter` for a number that lost digits, and for a value
 * that is neither text nor a number, such as a whole object or list dragged in: ignoring it silently would not be what
 * was meant.
 */
export function optionalText(displayName: string, value: unknown): string {
	return textIn(displayName, value, ', or leave it empty');
}

/** As `optionalText`; `alternative` ends the sentence that says what to do. */
function textIn(displayName: string, value: unknown, alternative = ''): string {
	if (value === undefined || value === null) return '';
	if (hasLostDigits(value)) throw new InvalidParameter(`${displayName} is a number that is too long`, KEEP_DIGITS);
	if (typeof value === 'string' || Number.isFinite(value)) return String(value).trim();
	throw new InvalidParameter(
		`${displayName} is neither text nor a number`,
		`Drag a single field from an earlier node into the parameter ${displayName}${alternative}.`,
	);
}

/** More products than any shop has. An expression may yield Infinity for all, which the API does not accept. */
const MAX_LIMIT = 1_000_000;

/** The parameter Limit as an integer. Throws `InvalidParameter` for anything but a number of at least 1. */
export function readLimit(value: unknown): number {
	const limit = typeof value === 'number' || typeof value === 'string' ? Math.floor(Number(value)) : NaN;
	if (limit >= 1) return Math.min(limit, MAX_LIMIT);
	throw new InvalidParameter('Limit is not a number of at least 1', 'Enter the most products that you want.');
}
