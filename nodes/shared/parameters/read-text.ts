import { hasLostDigits, KEEP_DIGITS } from '../values/ids';
import { InvalidParameter } from './choice';

/** The trimmed text of a parameter that a call cannot do without. Throws `InvalidParameter` where there is none. */
export function requiredText(displayName: string, value: unknown): string {
	const text = textIn(displayName, value);
	if (text !== '') return text;
	throw new InvalidParameter(
		`${displayName} is empty`,
		`Fill in the parameter ${displayName}, or drag a field from an earlier node into it. If a field is there already, it holds nothing in this item.`,
	);
}

/**
 * The trimmed text of a parameter that may be left empty. Throws `InvalidParameter` for a value that is neither text nor a
 * number, or a number that lost digits: what was dragged in then is a whole object or list, and leaving it out silently would not be what was meant.
 */
export function optionalText(displayName: string, value: unknown): string {
	return textIn(displayName, value, ', or leave it empty');
}

/** As `optionalText`; `otherwise` ends the sentence that says what to do. */
function textIn(displayName: string, value: unknown, otherwise = ''): string {
	if (value === undefined || value === null) return '';
	if (hasLostDigits(value)) throw new InvalidParameter(`${displayName} is a number that is too long`, KEEP_DIGITS);
	if (typeof value === 'string' || Number.isFinite(value)) return String(value).trim();
	throw new InvalidParameter(
		`${displayName} is neither text nor a number`,
		`Drag a single field from an earlier node into the parameter ${displayName}${otherwise}.`,
	);
}

/** More than any shop has: where an expression gives Infinity, all are meant, and the API takes no such number. */
const MOST = 1_000_000;

/** The whole number in the parameter Limit. Throws `InvalidParameter` for what is none or less than 1. */
export function readLimit(value: unknown): number {
	const limit = typeof value === 'number' || typeof value === 'string' ? Math.floor(Number(value)) : NaN;
	if (limit >= 1) return Math.min(limit, MOST);
	throw new InvalidParameter('Limit is not a number of at least 1', 'Enter the most products that you want.');
}
