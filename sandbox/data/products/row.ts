import type { Audience, Product } from '../../engine/catalog';

/** A product as the tables beside this file write it; what is left out has the shop's usual value. */
export interface Row {
	id: string;
	name: string;
	price: number;
	salePrice?: number;
	/** Separated by spaces. */
	sizes: string;
	/** Separated by spaces. */
	styles: string;
	audience?: Audience;
	soldOut?: true;
	isNew?: true;
	sold: number;
	shape: string;
	color: string;
	accent?: string;
}

/** Turns a category's table into products. */
export function category(name: string, rows: Row[]): Product[] {
	return rows.map((row) => ({
		id: row.id,
		sku: `${row.id.slice(0, 3).toUpperCase()}-${row.id.slice(-2)}${row.color.slice(1, 4).toUpperCase()}`,
		name: row.name,
		category: name,
		price: row.price,
		salePrice: row.salePrice ?? row.price,
		sizes: row.sizes.split(' '),
		styles: row.styles.split(' '),
		audience: row.audience ?? 'feminino',
		inStock: !row.soldOut,
		isNew: row.isNew ?? false,
		sold: row.sold,
		link: `https://shop.example/p/${row.id}`,
		shape: row.shape,
		color: row.color,
		accent: row.accent ?? row.color,
	}));
}
