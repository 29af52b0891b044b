import { catalog, findProduct, fits, type Product, productsOf, sharesStyle } from './catalog';
import { rank, type Taste } from './taste';

/** Which categories go together in a look. */
const COMPLEMENTS: Record<string, string[]> = {
	vestidos: ['calcados', 'acessorios', 'casacos'],
	camisas: ['calcas', 'saias', 'calcados', 'acessorios', 'casacos'],
	calcas: ['camisas', 'calcados', 'casacos', 'acessorios'],
	saias: ['camisas', 'calcados', 'acessorios', 'casacos'],
	calcados: ['vestidos', 'calcas', 'camisas', 'acessorios'],
	acessorios: ['vestidos', 'camisas', 'calcas', 'calcados'],
	casacos: ['camisas', 'calcas', 'vestidos', 'calcados'],
};

const SHELF_SIZE = 12;
const PER_CATEGORY_ON_A_SHELF = 3;
const PER_CATEGORY_IN_A_LOOK = 2;

/** All products of a category in stock, ranked by a taste, as a storefront shows them. */
export function forCategory(category: string, taste: Taste): Product[] {
	return rank(inStock(productsOf(category)), taste);
}

/** Products that complete a look: pieces from other categories with a common style, one of each kind first. */
export function forLook(productId: string, taste: Taste): Product[] {
	const main = findProduct(productId);
	if (!main) return [];
	const kinds = (COMPLEMENTS[main.category] ?? []).map((category) => rank(matching(main, productsOf(category)), taste));
	const look: Product[] = [];
	for (let turn = 0; turn < PER_CATEGORY_IN_A_LOOK; turn++) {
		for (const kind of kinds) look.push(...kind.slice(turn, turn + 1));
	}
	return look;
}

/** Similar products: same category first, closest styles first. */
export function similarTo(product: Product, limit: number): Product[] {
	const taste: Taste = {
		styles: new Map(product.styles.map((style) => [style, 1])),
		categories: new Map([[product.category, 1]]),
		audience: product.audience,
	};
	const others = catalog().filter((other) => other.id !== product.id && fits(other.audience, product.audience));
	return rank(inStock(others), taste).slice(0, limit);
}

/** Products to show next to one: similar pieces, ranked by the visitor's taste. */
export function forProduct(productId: string, taste: Taste): Product[] {
	const product = findProduct(productId);
	return product ? rank(similarTo(product, SHELF_SIZE), taste) : [];
}

/** A shelf for a visitor: the best of every category, no category more than three times. */
export function forShelf(taste: Taste): Product[] {
	const taken = new Map<string, number>();
	const shelf = rank(inStock(catalog()), taste).filter((product) => {
		const before = taken.get(product.category) ?? 0;
		taken.set(product.category, before + 1);
		return before < PER_CATEGORY_ON_A_SHELF;
	});
	return shelf.slice(0, SHELF_SIZE);
}

function matching(main: Product, products: Product[]): Product[] {
	return inStock(products).filter(
		(product) => sharesStyle(product.styles, main.styles) && fits(product.audience, main.audience),
	);
}

function inStock(products: readonly Product[]): Product[] {
	return products.filter((product) => product.inStock);
}
