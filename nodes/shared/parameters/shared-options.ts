import type { INodeProperties } from 'n8n-workflow';

import type { HttpOptions } from '../http/http-client';
import {
	DEFAULT_MAX_CONCURRENCY,
	DEFAULT_MAX_TRIES,
	DEFAULT_TIMEOUT,
	MAX_CONCURRENCY,
	MAX_TIMEOUT,
	MAX_TRIES,
} from '../http/limits';
import { REPORT_AGAIN_AFTER } from '../moments/decide';
import { hasPlaceForId, productUrl } from '../values/ids';
import { webAddress, withScheme } from '../values/text';
import { type ChoiceParameter, notValid } from './choice';
import { optionalText, readNumber } from './parameter-reader';

const FIRST_LOOKS = {
	remember: {
		name: 'Remember',
		description: 'Remember what the first lookup finds, and report only what changes after it',
	},
	emit: {
		name: 'Return Customers With New Behavior',
		description: 'Return customers who already show new behavior at the first lookup',
	},
};
export type FirstLook = keyof typeof FIRST_LOOKS;

/** What to do at the first lookup of a customer. */
export const FIRST_LOOK: ChoiceParameter<FirstLook> = {
	name: 'firstLook',
	displayName: 'On First Lookup',
	choices: FIRST_LOOKS,
	default: 'remember',
};

/** How many products to return. */
export const LIMIT: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
};

const MAX_DAYS = 365;

/** How often one customer may be reported. Each node adds the display options. */
export const quietPeriod: INodeProperties = {
	displayName: 'Quiet Period',
	name: 'quietPeriod',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: MAX_DAYS },
	// Who adds it wants one; without it there is none.
	default: 7,
	description:
		'How many days to wait after reporting a customer before reporting them again. What is new in the meantime is reported when the period ends, if it still shows. 0 means no limit.',
};

/** Named as in the first release; Report Again After in n8n. */
export const tellAgainAfter: INodeProperties = {
	displayName: 'Report Again After',
	name: 'tellAgainAfter',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MAX_DAYS },
	default: REPORT_AGAIN_AFTER,
	description:
		'How many days a behavior must be gone before it is reported again when it comes back. Fashion.AI may call a moment new today, not new tomorrow and new again the day after.',
};

/** Both in days. Throws `InvalidParameter` for a value that is not a number. */
export function readReportingOptions(options: Record<string, unknown>): {
	quietPeriod: number;
	tellAgainAfter: number;
} {
	return {
		quietPeriod: readNumber(quietPeriod.displayName, options.quietPeriod, { min: 0, max: MAX_DAYS, fallback: 0 }),
		tellAgainAfter: readNumber(tellAgainAfter.displayName, options.tellAgainAfter, {
			min: 1,
			max: MAX_DAYS,
			fallback: REPORT_AGAIN_AFTER,
		}),
	};
}

const HTTP_OPTIONS = {
	maxConcurrency: {
		displayName: 'Max Concurrency',
		min: 1,
		max: MAX_CONCURRENCY,
		fallback: DEFAULT_MAX_CONCURRENCY,
		description:
			'The maximum number of calls at the same time. The node starts with a few and adds more while all goes well.',
	},
	maxTries: {
		displayName: 'Max Tries',
		min: 1,
		max: MAX_TRIES,
		fallback: DEFAULT_MAX_TRIES,
		description: 'How many times to try a call, including the first try',
	},
	timeout: {
		displayName: 'Timeout',
		min: 100,
		max: MAX_TIMEOUT,
		fallback: DEFAULT_TIMEOUT,
		description: 'How long to wait for one try, in milliseconds',
	},
};

/** The HTTP client's options, which every node offers in its Options. */
export const httpOptions: INodeProperties[] = Object.entries(HTTP_OPTIONS).map(
	([name, { displayName, min, max, fallback, description }]) => ({
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: min, maxValue: max },
		default: fallback,
		description,
	}),
);

/**
 * The HTTP client's options from a node's Options, each clamped to its bounds.
 * Throws `InvalidParameter` for a value that is not a number.
 */
export function readHttpOptions(options: Record<string, unknown>): HttpOptions {
	const read = (name: keyof typeof HTTP_OPTIONS) =>
		readNumber(HTTP_OPTIONS[name].displayName, options[name], HTTP_OPTIONS[name]);
	return { maxConcurrency: read('maxConcurrency'), maxTries: read('maxTries'), timeout: read('timeout') };
}

/** Options in the order of their labels, as n8n requires. */
export function byName(options: INodeProperties[]): INodeProperties[] {
	return [...options].sort((a, b) => a.displayName.localeCompare(b.displayName));
}

/** The option that turns product IDs into product page URLs. Each node adds the display options. */
export const productUrlTemplate: INodeProperties = {
	displayName: 'Product URL Template',
	name: 'productUrlTemplate',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://shop.example/p/{ID}',
	description: 'The web address of a product page, with {ID} in place of the product ID, for products without a link',
};

/**
 * The template, empty if not set. Throws `InvalidParameter` if it has no placeholder for the ID, or is no web address.
 */
export function readProductUrlTemplate(value: unknown): string {
	const template = withScheme(optionalText(productUrlTemplate.displayName, value));
	const isUsable = webAddress(productUrl(template, '1')) !== '';
	if (template === '' || (hasPlaceForId(template) && isUsable)) return template;
	throw notValid(
		'Product URL Template',
		value,
		hasPlaceForId(template)
			? 'Enter a web address, as in https://shop.example/p/{ID}.'
			: 'Put {ID} where the product ID goes, as in https://shop.example/p/{ID}. n8n reads double braces as an expression.',
	);
}
