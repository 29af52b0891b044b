import { products as allProducts } from '../data/products';

/** Who wears it; `unissex` goes with both. */
export type Audience = 'feminino' | 'masculino' | 'unissex';

export interface Product {
	id: string;
	sku: string;
	name: string;
	category: string;
	price: number;
	/** The current price; the regular price if not reduced. */
	salePrice: number;
	sizes: string[];
	/** The styles used for ranking, such as `romantico` or `trabalho`. */
	styles: string[];
	audience: Audience;
	inStock: boolean;
	isNew: boolean;
	/** Pieces sold so far. */
	sold: number;
	link: string;
	/** The drawing and its colors, see pictures/. */
	shape: string;
	color: string;
	accent: string;
}

/** Categories that combine products of others. */
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

/** The products of a category; none for an unknown one. */
export function productsOf(category: string): Product[] {
	return allProducts.filter(GATHERED[category] ?? ((product) => product.category === category));
}

/** Best-selling first; ties are broken by ID, so that the order is deterministic. */
export function bySales(a: Product, b: Product): number {
	return b.sold - a.sold || a.id.localeCompare(b.id);
}

export function fits(a: Audience, b: Audience): boolean {
	return a === b || a === 'unissex' || b === 'unissex';
}

export function sharesStyle(a: readonly string[], b: readonly string[]): boolean {
	return a.some((style) => b.includes(style));
}
