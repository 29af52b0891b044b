import { InvalidParameter } from './invalid-parameter';
import { textIn } from './optional-text';

/** The trimmed text of a parameter that a call cannot do without. Throws `InvalidParameter` where there is none. */
export function requiredText(displayName: string, value: unknown): string {
	const text = textIn(displayName, value);
	if (text !== '') return text;
	throw new InvalidParameter(
		`${displayName} is empty`,
		`Fill in the parameter ${displayName}, or drag a field from an earlier node into it. If a field is there already, it holds nothing in this item.`,
	);
}
