import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { MAX_PRODUCTS } from '../shared/messages/products';
import { choiceProperty } from '../shared/parameters/choice';
import { productUrlTemplate } from '../shared/parameters/shared-options';
import { AUDIENCE, LABEL_LANGUAGE, MESSAGES, WITH_AUDIENCE } from './choices';

const toCustomer = (...operations: string[]): IDisplayOptions => ({
	show: { operation: operations, audience: ['customer'] },
});
const optionToCustomer = (...operations: string[]): IDisplayOptions => ({
	show: { '/operation': operations, '/audience': ['customer'] },
});

/** The brand elements of a shop's email, named as in `Brand`. */
export const brandElements: INodeProperties[] = [
	{
		displayName: 'Accent Color',
		name: 'accentColor',
		type: 'color',
		default: '#b8295e',
		description: 'The color of the main button and of the line below the shop name',
	},
	{
		displayName: 'Button Text',
		name: 'buttonText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Visit the shop',
		description: 'The label of the main button. Leave empty for a default in the label language.',
	},
	{
		displayName: 'Footer',
		name: 'footer',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Your Shop, 100 Main Street, New York',
		description: 'The small print at the end, such as your company name and address',
	},
	{
		displayName: 'Logo URL',
		name: 'logoUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example/logo.png',
		description: 'The web address of your logo, which is shown 40 pixels high',
	},
	{
		displayName: 'Product Button Text',
		name: 'productButtonText',
		type: 'string',
		default: '',
		placeholder: 'e.g. View product',
		description: 'The label of the button below each product. Leave empty for a default in the label language.',
	},
	{
		displayName: 'Shop Name',
		name: 'shopName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Your Shop',
		description: 'The name at the top of the email, or the alternative text of the logo',
	},
	{
		displayName: 'Shop URL',
		name: 'shopUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example',
		description: 'Where the main button leads. Without it, the email has no main button.',
	},
	{
		displayName: 'Unsubscribe Address',
		name: 'unsubscribe',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example/unsubscribe',
		description:
			'Where customers opt out: a web address, a mailto: address or the merge tag of your email service. Also returned as listUnsubscribe, for the List-Unsubscribe header.',
	},
];

/** The parameters of the operations that write a message. */
export const messageParameters: INodeProperties[] = [
	choiceProperty(AUDIENCE, {
		description: 'Who reads the message. Changing this clears Brand and the texts.',
		displayOptions: { show: { operation: WITH_AUDIENCE } },
	}),
	choiceProperty(LABEL_LANGUAGE, {
		description: 'The language of headings and greetings. Text written by Fashion.AI stays in its own language.',
		displayOptions: { show: { operation: MESSAGES } },
	}),
	{
		displayName: 'Customer Name',
		name: 'customerName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Nathan',
		description: 'The name to use in greetings and briefings. A Fashion.AI profile does not contain it.',
		displayOptions: { show: { operation: MESSAGES } },
	},
	{
		displayName: 'Subject',
		name: 'subject',
		type: 'string',
		default: '',
		placeholder: 'e.g. New arrivals in your style',
		description: 'The subject line. Leave empty for the customer’s name and the first product or piece.',
		displayOptions: toCustomer('email'),
	},
	{
		displayName: 'Headline',
		name: 'headline',
		type: 'string',
		default: '',
		placeholder: 'e.g. Your style, this week',
		description: 'The first line of the message. Leave empty to greet the customer by name.',
		displayOptions: toCustomer(...WITH_AUDIENCE),
	},
	{
		displayName: 'Intro',
		name: 'intro',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Our stylists put these together for you.',
		description:
			'The text above the looks, and in an email the products. Leave empty for a short default in the label language.',
		displayOptions: toCustomer(...WITH_AUDIENCE),
	},
	{
		displayName: 'Closing',
		name: 'closing',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. See you soon!',
		description: 'The text at the end. Leave empty for none.',
		displayOptions: toCustomer(...WITH_AUDIENCE),
	},
	{
		displayName: 'Products',
		name: 'products',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.products }}',
		description: `Up to ${MAX_PRODUCTS} products to show: a list of product IDs, or of products with the fields productId, name, price, salePrice, currency, image and link. A product without a name is never shown to a customer. If they differ by customer, give each item its own list.`,
		displayOptions: { show: { operation: ['email'] } },
	},
	{
		displayName: 'Brand',
		name: 'brand',
		type: 'collection',
		placeholder: 'Add element',
		default: {},
		description: 'How your shop presents itself in the email',
		options: brandElements,
		displayOptions: toCustomer('email'),
	},
];

/** The currency of prices that have none: the API gives numbers. */
export const currency: INodeProperties = {
	displayName: 'Currency',
	name: 'currency',
	type: 'string',
	default: '',
	placeholder: 'e.g. BRL',
	description: 'The three-letter currency code for prices without one',
};

/** Where the button of a Slack briefing leads. */
export const customerUrlTemplate: INodeProperties = {
	displayName: 'Customer URL Template',
	name: 'customerUrlTemplate',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://crm.example/customers/{identifier}',
	description:
		"The web address of the customer's record, with {identifier} or {userProfileId} in it, for a button below the briefing",
};

/** The options of the operations that write a message. */
export const messageOptions: INodeProperties[] = [
	{ ...currency, displayOptions: { show: { '/operation': ['email'] } } },
	{ ...customerUrlTemplate, displayOptions: { show: { '/operation': ['slack'] } } },
	{
		displayName: 'Include Opportunities',
		name: 'includeOpportunities',
		type: 'boolean',
		default: false,
		description:
			'Whether to show the opportunities to the customer too. Fashion.AI writes them for your team: they may promise a discount or a service that nobody has approved.',
		displayOptions: optionToCustomer(...WITH_AUDIENCE),
	},
	// Where Label Language was in the first release, whose workflows still hold it: n8n drops what no parameter names.
	{ displayName: LABEL_LANGUAGE.displayName, name: LABEL_LANGUAGE.name, type: 'hidden', default: '' },
	{ ...productUrlTemplate, displayOptions: { show: { '/operation': ['email'] } } },
];
