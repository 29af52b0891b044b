import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { choiceProperty } from '../shared/parameters/choice';
import { productUrlTemplate } from '../shared/parameters/product-url-template';
import { AUDIENCE, LABEL_LANGUAGE } from './choices';

const toCustomer = (...operations: string[]): IDisplayOptions => ({ show: { operation: operations, audience: ['customer'] } });
const optionToCustomer = (...operations: string[]): IDisplayOptions => ({ show: { '/operation': operations, '/audience': ['customer'] } });

/** The elements of a shop's e-mail, under the names in `Brand`. */
const brandElements: INodeProperties[] = [
	{ displayName: 'Accent Color', name: 'accentColor', type: 'color', default: '#b8295e', description: 'The color of the line under the name and of the button' },
	{ displayName: 'Button Text', name: 'buttonText', type: 'string', default: '', placeholder: 'e.g. Visit the shop', description: 'What the button to the shop says. Leave it out for a text in the label language.' },
	{ displayName: 'Footer', name: 'footer', type: 'string', typeOptions: { rows: 3 }, default: '', placeholder: 'e.g. Your Shop, 100 Main Street, New York', description: 'The small print at the end: who writes, and from where' },
	{ displayName: 'Logo URL', name: 'logoUrl', type: 'string', default: '', placeholder: 'e.g. https://shop.example/logo.png', description: 'The address of a picture that is shown 40 pixels high' },
	{ displayName: 'Product Button Text', name: 'productButtonText', type: 'string', default: '', placeholder: 'e.g. View product', description: 'What the button of each product says. Leave it out for a text in the label language.' },
	{ displayName: 'Shop Name', name: 'shopName', type: 'string', default: '', placeholder: 'e.g. Your Shop', description: 'The name at the top, or what is read out in place of the logo' },
	{ displayName: 'Shop URL', name: 'shopUrl', type: 'string', default: '', placeholder: 'e.g. https://shop.example', description: 'Where the button to the shop leads. Without it there is no button.' },
	{ displayName: 'Unsubscribe Address', name: 'unsubscribe', type: 'string', default: '', placeholder: 'e.g. https://shop.example/unsubscribe', description: 'Where the customer opts out: a web address, a mailto: address, or the merge tag of your mail service. It also comes out as listUnsubscribe, for the header of that name.' },
];

/** The parameters of the operations that write a message. */
export const messageParameters: INodeProperties[] = [
	choiceProperty(AUDIENCE, {
		description: 'Who reads the message',
		displayOptions: { show: { operation: ['email', 'whatsapp'] } },
	}),
	choiceProperty(LABEL_LANGUAGE, {
		description: 'The language of headings and greetings. What Fashion.AI wrote stays in its own language.',
		displayOptions: { show: { operation: ['email', 'slack', 'whatsapp'] } },
	}),
	{
		displayName: 'Customer Name',
		name: 'customerName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Nathan',
		description: 'The name for greetings and briefings, since a profile holds none',
		displayOptions: { show: { operation: ['email', 'slack', 'whatsapp'] } },
	},
	{
		displayName: 'Subject',
		name: 'subject',
		type: 'string',
		default: '',
		placeholder: 'e.g. New arrivals in your style',
		description: 'The subject line. Leave it empty for one that names the customer and the first product.',
		displayOptions: toCustomer('email'),
	},
	{
		displayName: 'Headline',
		name: 'headline',
		type: 'string',
		default: '',
		placeholder: 'e.g. Your style, this week',
		description: 'The first line of the message. Leave it empty for a greeting with the name.',
		displayOptions: toCustomer('email', 'whatsapp'),
	},
	{
		displayName: 'Intro',
		name: 'intro',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Our stylists put these together for you.',
		description: 'The text before the products and looks. Leave it empty for a short one in the label language.',
		displayOptions: toCustomer('email', 'whatsapp'),
	},
	{
		displayName: 'Closing',
		name: 'closing',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. See you soon!',
		description: 'The text after the products and looks. Leave it empty for none.',
		displayOptions: toCustomer('email', 'whatsapp'),
	},
	{
		displayName: 'Products',
		name: 'products',
		type: 'string',
		default: '',
		placeholder: "e.g. {{ $('Products').all() }}",
		description:
			'The products to show, at most 12: a list of products with the fields productId, name, price, salePrice, currency, image and link, or product IDs. A customer is shown no product without a name.',
		displayOptions: { show: { operation: ['email'] } },
	},
	{
		displayName: 'Brand',
		name: 'brand',
		type: 'collection',
		placeholder: 'Add element',
		default: {},
		description: 'How your shop shows itself in the email',
		options: brandElements,
		displayOptions: toCustomer('email'),
	},
];

export const currency: INodeProperties = {
	displayName: 'Currency',
	name: 'currency',
	type: 'string',
	default: '',
	placeholder: 'e.g. BRL',
	description: 'The currency of prices that come without one, as a code of three letters',
};

export const customerUrlTemplate: INodeProperties = {
	displayName: 'Customer URL Template',
	name: 'customerUrlTemplate',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://crm.example/customers/{identifier}',
	description: "The address of the customer's record, with {identifier} or {userProfileId} in it, for a button under the briefing",
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
			'Whether to tell the customer the opportunities too. Fashion.AI writes them for your team: they may promise a discount or a service that nobody has approved.',
		displayOptions: optionToCustomer('email', 'whatsapp'),
	},
	{ ...productUrlTemplate, displayOptions: { show: { '/operation': ['email'] } } },
];
