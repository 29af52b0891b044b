import { products as allProducts } from '../data/products';

/** Who wears it; `unissex` goes with both. */
export type Audience = 'feminino' | 'masculino' | 'unissex';

export interface Product {
	id: string;
	sku: string;
	name: string;
	category: string;
	price: number;
	/** What it costs today; the price itself when nothing is taken off. */
	salePrice: number;
	sizes: string[];
	/** What the ranking goes by, such as `romantico` or `trabalho`. */
	styles: string[];
	audience: Audience;
	inStock: boolean;
	isNew: boolean;
	/** Pieces sold so far. */
	sold: number;
	link: string;
	/** The drawing and its colours, see pictures/. */
	shape: string;
	color: string;
	accent: string;
}

/** Categories that gather products of others. */
const GATHERED: Record<string, (product: Product) => boolean> = {
	novidades: (product) => product.isNew,
	feminino: (product) => fits(product.audience, 'feminino'),
	masculino: (product) => fits(product.audience, 'masculino'),
};

const byId = new Map(allProducts.map((product) => [product.id, product]));

/** Every product of the shop. */
export function catalog(): readonly Product[] {
	return allProducts;
}

export function findProduct(id: string): Product | undefined {
	return byId.get(id);
}

/** Gives the products of a category, or none when there is no such category. */
export function productsOf(category: string): Product[] {
	return allProducts.filter(GATHERED[category] ?? ((product) => product.category === category));
}

/** Most sold first; ids decide between equals, so that the order never depends on chance. */
export function bySales(a: Product, b: Product): number {
	return b.sold - a.sold || a.id.localeCompare(b.id);
}

export function fits(a: Audience, b: Audience): boolean {
	return a === b || a === 'unissex' || b === 'unissex';
}

export function sharesStyle(a: readonly string[], b: readonly string[]): boolean {
	return a.some((style) => b.includes(style));
}
