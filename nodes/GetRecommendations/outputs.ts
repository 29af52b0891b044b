import type { ChoiceParameter } from '../shared/parameters/choice';

const OUTPUT_FORMS = {
	items: { name: 'One Item per Product', description: 'Return one item for each product, best first' },
	list: { name: 'One Item With the List', description: 'Return one item with the IDs of all products' },
};
type OutputForm = keyof typeof OUTPUT_FORMS;

/** In what form the products come. */
export const OUTPUT_AS: ChoiceParameter<OutputForm> = {
	name: 'outputAs',
	displayName: 'Output As',
	choices: OUTPUT_FORMS,
	default: 'items',
};

const WITHOUT_PRODUCTS = {
	nothing: { name: 'Return Nothing', description: 'Return no item' },
	item: { name: 'Return an Item That Says So', description: 'Return an item with empty set to true' },
	bestSellers: {
		name: 'Return Best Sellers',
		description: 'Return the best sellers instead, of the category if there is one, with fallback set to true',
	},
};
export type IfEmpty = keyof typeof WITHOUT_PRODUCTS;

/** What comes where there are no products. */
export const IF_EMPTY: ChoiceParameter<IfEmpty> = {
	name: 'ifEmpty',
	displayName: 'If Empty',
	choices: WITHOUT_PRODUCTS,
	default: 'nothing',
};
