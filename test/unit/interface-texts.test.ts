import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { FashionAiApi } from '../../credentials/FashionAiApi.credentials';
import { FashionAiTrigger } from '../../nodes/FashionAiTrigger/FashionAiTrigger.node';
import { GetCustomerProfile } from '../../nodes/GetCustomerProfile/GetCustomerProfile.node';
import { GetRecommendations } from '../../nodes/GetRecommendations/GetRecommendations.node';
import { SearchProducts } from '../../nodes/SearchProducts/SearchProducts.node';

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

test('what If Empty returns is said by each of its names alone', () => {
	const ifEmpty = properties.find(({ name }) => name === 'ifEmpty');
	expect(ifEmpty?.options).toMatchObject([
		{ name: 'Return Nothing', value: 'nothing' },
		{ name: 'Return an Item With Empty Set to True', value: 'item' },
		{ name: 'Return Best Sellers', value: 'bestSellers' },
	]);
});
