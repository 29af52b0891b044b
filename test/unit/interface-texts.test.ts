import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { FashionAiApi } from '../../credentials/FashionAiApi.credentials';
import { FashionAiTrigger } from '../../nodes/FashionAiTrigger/FashionAiTrigger.node';
import { GetCustomerProfile } from '../../nodes/GetCustomerProfile/GetCustomerProfile.node';
import profileCodex from '../../nodes/GetCustomerProfile/GetCustomerProfile.node.json';
import { GetRecommendations } from '../../nodes/GetRecommendations/GetRecommendations.node';
import recommendationsCodex from '../../nodes/GetRecommendations/GetRecommendations.node.json';
import { SearchProducts } from '../../nodes/SearchProducts/SearchProducts.node';
import searchCodex from '../../nodes/SearchProducts/SearchProducts.node.json';

const types = [FashionAiTrigger, GetCustomerProfile, GetRecommendations, SearchProducts].map((Type) => new Type());
const properties = [new FashionAiApi().properties, ...types.map(({ description }) => description.properties)].flat();

function within(property: INodeProperties): INodeProperties[] {
	const inner = (property.options ?? []).filter(
		(option): option is INodeProperties | INodePropertyCollection => !('value' in option),
	);
	return [property, ...inner.flatMap((one) => ('type' in one ? within(one) : one.values.flatMap(within)))];
}

test('every placeholder is an example, or says what to add', () => {
	const placeholders = properties.flatMap(within).flatMap(({ placeholder }) => placeholder ?? []);

	expect(placeholders.length).toBeGreaterThan(20);
	for (const placeholder of placeholders) expect(placeholder).toMatch(/^(?:e\.g\. |Add )/);
});

/** Services that a node panel is searched for. */
const SERVICES = [
	'ActiveCampaign',
	'Brevo',
	'HubSpot',
	'Klaviyo',
	'Mailchimp',
	'RD Station',
	'Shopify',
	'Slack',
	'WhatsApp',
];

test.each([
	[profileCodex, new GetCustomerProfile()],
	[recommendationsCodex, new GetRecommendations()],
	[searchCodex, new SearchProducts()],
])('$node is found under the name of a service only if an operation is made for it', ({ alias }, { description }) => {
	const operation = JSON.stringify(description.properties.find(({ name }) => name === 'operation'));
	const named = SERVICES.filter((service) => alias.some((one) => one.includes(service)));

	expect(named.filter((service) => !operation.includes(service))).toEqual([]);
});

test('what If Empty returns is said by each of its names alone', () => {
	const ifEmpty = properties.find(({ name }) => name === 'ifEmpty');
	expect(ifEmpty?.options).toMatchObject([
		{ name: 'Return Nothing', value: 'nothing' },
		{ name: 'Return an Item With Empty Set to True', value: 'item' },
		{ name: 'Return Best Sellers', value: 'bestSellers' },
	]);
});
