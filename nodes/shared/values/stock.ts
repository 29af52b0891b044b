import { field, fields, isNo, namesOf, toFlag, toText } from './read-ai-values';

/** The names that a catalog or an AI may use. */
const NAMES = namesOf({
	availability:
		'availability available isAvailable inStock stockStatus disponibilidade disponivel disponibilidad disponible availableForSale',
	stock: 'stock estoque stockQuantity inventoryQuantity',
	soldOut: 'soldOut outOfStock esgotado agotado evitar avoid',
	active: 'active ativo activo',
	status: 'status situacao',
});

/** As in feeds for Google and Meta, WooCommerce and by hand. */
const SOLD_OUT =
	/^-\d+$|^0(?: un|$)|zerad|out.?of.?stock|\bsold.?out|(?<!n[ãa]o )(?:esgotad|agotad)|indispon|no dispon|unavailable|discontinued|(?:sem|fora de|sin) (?:estoque|stock)/i;

/** Whether a text says that something is sold out. */
export function saysSoldOut(text: string): boolean {
	return SOLD_OUT.test(text);
}

/** Whether a product, or a piece of a look, is sold out or withdrawn. */
export function isSoldOut(record: Record<string, unknown>): boolean {
	const said = fields(record, ...NAMES.availability);
	const status = toText(field(record, ...NAMES.status));
	return (
		// A shop may sell what it has none of in stock, or does not count.
		(said.length > 0 ? said : fields(record, ...NAMES.stock)).some((held) => isNo(held) || saysSoldOut(toText(held))) ||
		fields(record, ...NAMES.soldOut).some((held) => toFlag(held)) ||
		fields(record, ...NAMES.active).some(isNo) ||
		/^(?:inati|inact|archiv|draft)/i.test(status) ||
		saysSoldOut(status)
	);
}
