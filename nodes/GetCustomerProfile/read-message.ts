import { type Brand, NO_BRAND, NO_WORDING, type Wording } from '../shared/messages/brand';
import { isMergeTag, ownText, withoutMergeTags } from '../shared/messages/escaping';
import type { ProductRules } from '../shared/messages/products';
import { InvalidParameter, notValid } from '../shared/parameters/choice';
import { optionalText, readList, readSwitch } from '../shared/parameters/parameter-reader';
import { readProductUrlTemplate } from '../shared/parameters/shared-options';
import { currencyCode, isCurrency } from '../shared/values/amounts';
import { hasLostDigits, lostDigits } from '../shared/values/ids';
import { isRecord } from '../shared/values/read-ai-values';
import { webAddress, withScheme } from '../shared/values/text';
import type { Audience } from './choices';
import { brandElements, currency, customerUrlTemplate } from './message-parameters';

/** A message's parameters, other than whom it is about. */
export interface MessageRequest {
	/** Not validated: it may be anything. */
	products: unknown;
	rules: ProductRules;
	wording: Wording;
	brand: Brand;
	includeOpportunities: boolean;
	/** Empty for no button. */
	customerUrlTemplate: string;
}

type Read = (name: string, fallback: unknown) => unknown;

/** Reads the parameters shown with the operation and the audience. Throws `InvalidParameter`. */
export function readMessage(
	operation: string,
	audience: Audience,
	read: Read,
	options: Record<string, unknown>,
	zone: string,
): MessageRequest {
	const isEmail = operation === 'email';
	const isToCustomer = audience === 'customer';
	const text = (displayName: string, name: string) => withoutGaps(ownText(optionalText(displayName, read(name, ''))));
	return {
		products: isEmail ? readProductsOf(read('products', '')) : '',
		rules: {
			template: isEmail ? readProductUrlTemplate(options.productUrlTemplate) : '',
			currency: isEmail ? readCurrency(options.currency) : '',
			zone,
		},
		wording: isToCustomer
			? {
					subject: isEmail ? text('Subject', 'subject') : '',
					headline: text('Headline', 'headline'),
					intro: text('Intro', 'intro'),
					closing: text('Closing', 'closing'),
				}
			: NO_WORDING,
		brand: isToCustomer && isEmail ? readBrand(read('brand', {})) : NO_BRAND,
		includeOpportunities: isToCustomer && readSwitch('Include Opportunities', options.includeOpportunities),
		customerUrlTemplate: operation === 'slack' ? readCustomerUrlTemplate(options.customerUrlTemplate) : '',
	};
}

/** A marketer's words without what an empty field leaves of “Oi, {{ $json.name }}!”, “{{ $json.name }}, olha só” or “Oi {{ $json.name }}, olha só”. */
function withoutGaps(text: string): string {
	return text
		.replace(/(?<!\S)(?:null|undefined)(?!\p{L})/gu, '')
		.replace(/[ ,]{1,9}(?=[!?]|[,.:](?:\s|$))|^[ ,]{1,9}(?=\p{L})/gu, '');
}

/**
 * The products as they are. Throws `InvalidParameter` for a bare ID that lost digits, since nothing else is known of that product, and
 * for objects that an expression made a text of.
 */
function readProductsOf(value: unknown): unknown {
	if (readList('Products', value).some(hasLostDigits))
		throw new InvalidParameter(...lostDigits('Products', 'contains'));
	return value;
}

function readCurrency(value: unknown): string {
	const code = currencyCode(optionalText(currency.displayName, value));
	if (code === '' || isCurrency(code)) return code;
	throw notValid('Currency', value, 'Enter a three-letter code, such as BRL, EUR or USD.');
}

function readCustomerUrlTemplate(value: unknown): string {
	const template = optionalText(customerUrlTemplate.displayName, value);
	const isAddress = webAddress(template) !== '';
	if (template === '' || (isAddress && /\{(identifier|userProfileId)\}/i.test(template))) return template;
	throw notValid(
		'Customer URL Template',
		value,
		isAddress
			? 'Add {identifier} or {userProfileId}, in single braces. Double ones are n8n expressions.'
			: 'Enter a web address, as in https://crm.example/{identifier}.',
	);
}

function readBrand(value: unknown): Brand {
	if (!isRecord(value)) {
		throw notValid('Brand', value, 'Set the elements one by one instead of with one expression for all of them.');
	}
	const text = (name: keyof Brand) => ownText(optionalText(labelOf(name), value[name]));
	// A button that leads nowhere is worse than a message that is not sent.
	const address = (
		name: keyof Brand,
		isValid: (address: string) => boolean,
		example = 'https://shop.example',
	): string => {
		const typed = text(name);
		// A file's name alone looks like a host.
		const whole = name === 'logoUrl' && !typed.includes('/') ? typed : withScheme(typed);
		if (typed === '' || isValid(whole)) return whole;
		throw notValid(labelOf(name), typed, `Enter a whole address, such as ${example}.`);
	};
	return {
		shopName: text('shopName'),
		logoUrl: address('logoUrl', isWebAddress, 'https://shop.example/logo.png'),
		accentColor: readColor(text('accentColor')),
		shopUrl: address('shopUrl', (url) => isWebAddress(url) || isMergeTag(url)),
		buttonText: text('buttonText'),
		productButtonText: text('productButtonText'),
		footer: text('footer'),
		unsubscribe: address(
			'unsubscribe',
			(url) => isWebAddress(url) || isMailto(url) || isMergeTag(url),
			'https://shop.example/stop or mailto:stop@shop.example',
		),
	};
}

function labelOf(element: keyof Brand): string {
	return `${brandElements.find(({ name }) => name === element)?.displayName ?? element} in Brand`;
}

function isWebAddress(value: string): boolean {
	const plain = withoutMergeTags(value);
	return webAddress(plain) !== '' && !/[\s<>"]/.test(plain);
}

/** As long as the others, at most: it is a line of the mail's head. */
function isMailto(value: string): boolean {
	return /^mailto:[^\s<>"@]{1,64}@[^\s<>"@]{1,1900}$/i.test(value);
}

function readColor(value: string): string {
	if (value === '') return NO_BRAND.accentColor;
	const [, digits] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value) ?? [];
	if (digits === undefined) {
		throw notValid(labelOf('accentColor'), value, `Enter a color such as ${NO_BRAND.accentColor}.`);
	}
	return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`.toLowerCase();
}
